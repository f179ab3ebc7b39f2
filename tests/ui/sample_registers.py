"""The sample of 2020 as a file of one's own: made once, copied for each test."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from partners_app.services import catalogue, sample
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.ui.open_register import OpenRegister


@cache
def _original() -> Path:
    path = Path(mkdtemp(prefix="sample-")) / "sample.partners"
    sample.create(path, author="Тест").close()
    return path


def open_sample(folder: Path, *, author: str = "А. П. Иванова") -> OpenRegister:
    """Open a copy of the sample in a folder, at the year it is of."""
    path = folder / "sample.partners"
    shutil.copyfile(_original(), path)
    return OpenRegister(Register.open(path, author=author), sample.SAMPLE_YEAR)


def scope_named(opened: OpenRegister, *names: str | None) -> Scope:
    """Return the place of a band, country or partner by its name, or by country and name."""
    for band in opened.ask(catalogue.tree, opened.year).regions:
        if names == (band.region.name,):
            return Scope(ScopeKind.REGION, band.region.id)
        for land in band.countries:
            if names == (land.country.name,):
                return Scope(ScopeKind.COUNTRY, land.country.id)
            for node in land.partners:
                if names in ((node.partner.name,), (land.country.name, node.partner.name)):
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    raise LookupError(names)


def id_named(opened: OpenRegister, *names: str | None) -> int:
    """Return the id of a band, country or partner by its name."""
    number = scope_named(opened, *names).id
    assert number is not None
    return number
