"""Whatever a bad file is, the register that should take it in stays as it was, to the byte."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from partners_app.domain.errors import InputBroken, PartnersError
from partners_app.exchange.grid_reader import ReadingProcess
from partners_app.services import backup, import_sources, importing, sample
from partners_app.services.register import Register
from tests.exchange.museum import accepted, refused


@pytest.fixture
def one_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let one process read all files: a new one for each would take half a second each."""
    with ReadingProcess() as process:
        monkeypatch.setattr(
            import_sources, "read_grids", lambda path, cancelled=None: process.read(path)
        )
        yield


def test_no_exhibit_changes_a_register(tmp_path: Path, one_reader: None) -> None:
    register = Register.create(tmp_path / "r.partners", author="Иванова", content=sample.content())
    before = register.path.read_bytes()
    reasons = []
    for number, exhibit in enumerate(refused.EXHIBITS):
        file = _file(tmp_path / str(number), exhibit.file, exhibit.make())
        with pytest.raises(PartnersError) as refusal:
            importing.import_file(register, file)
        reasons.append(refusal.value)
    for number, odd in enumerate(accepted.EXHIBITS, start=len(reasons)):
        file = _file(tmp_path / str(number), odd.file, odd.make())
        # Most are no table of ours; of the others it can be looked at what they would change.
        with suppress(InputBroken):
            importing.plan(register, importing.read_source(register, file))
    register.close()
    assert register.path.read_bytes() == before
    assert not backup.folder(register).exists(), "no copy was made for nothing"
    assert sum(isinstance(reason, InputBroken) for reason in reasons) >= len(reasons) - 5


def _file(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir()
    (folder / name).write_bytes(data)
    return folder / name
