"""The program's own acts that write files, each with what stands before it: one line an act."""

import json
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import RegisterReadOnly
from partners_app.exchange.register_json import read_register_json
from partners_app.paths import database_files
from partners_app.services import (
    backup,
    erasing,
    event_pasting,
    events,
    importing,
    reporting,
    restoring,
    sample,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from tests.sweep.leftovers import PASSING

REGISTER = "Реестр.partners"
_COPY = "Копия.partners"
_YEAR = sample.SAMPLE_YEAR
_REPORT = "Отчёт 2020.xlsx"
_FILE = "Данные.json"
_SEED = database_files() / "seed" / "register-2020.json"
_RELEASED = sorted((Path(__file__).resolve().parents[1] / "data").glob("schema_*.partners"))
_PASTED = "\n".join(
    f"{day} {month} – визит делегации № {day}"
    for month in ("марта", "июня")
    for day in range(1, 26)
)


@dataclass(frozen=True, slots=True)
class Workflow:
    """What a clerk does in a folder, and how the folder is made; the register lies in it.

    ``register`` is the file that must open afterwards, and is brought to the present format then.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path], object]
    register: str = REGISTER


def workflows() -> list[Workflow]:
    """Return all acts that are swept."""
    return [
        Workflow("edit", _sample, _edit),
        Workflow("paste", _sample, _paste),
        Workflow("import", _to_import, _import),
        Workflow("undo-import", _imported, lambda folder: _open(folder).undo()),
        *(_migration(number, path) for number, path in enumerate(_RELEASED, start=1)),
        Workflow("backup", _sample, lambda folder: backup.write(_open(folder))),
        Workflow("restore", _backed_up, _restore),
        Workflow("report", _reported, _report),
        Workflow("erase", _sample, lambda folder: erasing.erase(_open(folder), "делегации")),
        Workflow("save-copy", _copied, lambda folder: _open(folder).save_copy(folder / _COPY)),
        Workflow("new", lambda folder: None, _create),
    ]


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Let the user's own folder, where backups go, and the one for passing files lie inside."""
    name = "XDG_DATA_HOME"
    before, passing = os.environ.get(name), tempfile.tempdir
    (folder / PASSING).mkdir(exist_ok=True)
    os.environ[name], tempfile.tempdir = str(folder / "home"), str(folder / PASSING)
    try:
        yield
    finally:
        tempfile.tempdir = passing
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def repeatable() -> None:
    """Make every run of this process give records the same UUIDs; for a process of its own."""
    os.urandom = random.Random(2020).randbytes


def _open(folder: Path) -> Register:
    return Register.open(folder / REGISTER, author="Анна")


def _part_of_the_sample(path: Path, band: int) -> None:
    """Write some countries of the sample: a larger file only makes the same calls more often."""
    table = json.loads(_SEED.read_text(encoding="utf-8"))
    table["regions"] = [table["regions"][band]]
    table["regions"][0]["countries"] = table["regions"][0]["countries"][:3]
    path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")


def _sample(folder: Path) -> None:
    file = folder / _FILE
    _part_of_the_sample(file, 2)
    content = read_register_json(file, year=None).content
    file.unlink()
    Register.create(folder / REGISTER, author="Анна", content=content).close()


def _create(folder: Path) -> None:
    Register.create(folder / REGISTER, author="Анна").close()


def _edit(folder: Path) -> None:
    register = _open(folder)
    event_id = events.ids(register, Scope(), _YEAR)[0]
    events.set_field(register, event_id, "text", "визит делегации, исправлено")


def _paste(folder: Path) -> None:
    register = _open(folder)
    scope = Scope(ScopeKind.PARTNER, 1)
    pasted = event_pasting.read_pasted(register, scope, _YEAR, _PASTED)
    event_pasting.add_pasted(register, scope, _YEAR, pasted)


def _to_import(folder: Path) -> None:
    _sample(folder)
    _part_of_the_sample(folder / _FILE, 1)


def _import(folder: Path) -> None:
    importing.import_file(_open(folder), folder / _FILE)


def _imported(folder: Path) -> None:
    _to_import(folder)
    _import(folder)
    # The copy that was made before the import is no concern of its undoing.
    shutil.rmtree(folder / "home")


def _migration(number: int, released: Path) -> Workflow:
    def prepare(folder: Path) -> None:
        shutil.copyfile(released, folder / REGISTER)

    def migrate(folder: Path) -> None:
        if _open(folder).read_only:
            # It could not be brought to the present format, and is shown as it is: nobody is told
            # that it was.
            raise RegisterReadOnly(folder / REGISTER)

    return Workflow(f"migration-{number}", prepare, migrate)


def _backed_up(folder: Path) -> None:
    _sample(folder)
    # Where it is known without looking for it, which would be a call of its own.
    backup.write(_open(folder)).path.rename(folder / _COPY)
    _edit(folder)


def _restore(folder: Path) -> None:
    restoring.restore(folder / REGISTER, folder / _COPY)


def _reported(folder: Path) -> None:
    _sample(folder)
    register = _open(folder)
    _report(folder)
    register.set_setting("title", "Сотрудничество: другой заголовок, чем в отчёте, что здесь лежит")


def _report(folder: Path) -> None:
    reporting.write_report(_open(folder), _YEAR, folder / _REPORT)


def _copied(folder: Path) -> None:
    _sample(folder)
    Register.create(folder / _COPY, author="Борис").close()
