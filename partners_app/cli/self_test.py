"""``--self-test``: the whole road of a register, in a temporary folder, one line a step."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partners_app.cli.output import note, say
from partners_app.paths import database_files
from partners_app.services import (
    backup,
    checking,
    events,
    exporting,
    importing,
    reporting,
    sample,
)
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.language import translate

_AUTHOR = "self-test"
# Windows programs stumble over names that are not ASCII and over spaces.
_FOLDER = "Проверка программы № 1"


class _Unexpected(Exception):
    """A step ended without an error, but its result is not what it must be."""


def self_test() -> int:
    """Try the program out and return 0; 1 names the step that failed. Nothing is left behind."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / _FOLDER
        folder.mkdir()
        try:
            _Road(folder).walk()
        except _Unexpected:
            return 1
    say(translate("self-test", "The program works."))
    return 0


@contextmanager
def _step(text: str) -> Iterator[None]:
    try:
        yield
    except BaseException:
        note(translate("self-test", "Failed: %1").replace("%1", text))
        raise
    say(translate("self-test", "Done: %1").replace("%1", text))


def _expect(holds: bool) -> None:
    if not holds:
        raise _Unexpected


class _Road:
    """One register from its making to its reopening."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "реестр.partners"

    def walk(self) -> None:
        """Take every step; the backups of this register are removed at the end."""
        with _step(translate("self-test", "new register")):
            register = Register.create(self.path, author=_AUTHOR)
        kept = backup.folder(register)
        try:
            self._import(register)
            self._edit(register)
            self._write(register)
            self._back_up(register)
            register.close()
            self._reopen()
        finally:
            register.close()
            shutil.rmtree(kept, ignore_errors=True)

    def _import(self, register: Register) -> None:
        source = database_files() / "seed" / "register-2020.json"
        with _step(translate("self-test", "import of the sample")):
            importing.import_file(register, source)
            content, counts = sample.content(), register.counts()
            _expect(counts.partners == len(content.partners) > 0)
            _expect(counts.events == len(content.events) > 0)

    def _edit(self, register: Register) -> None:
        number = events.ids(register, Scope(), sample.SAMPLE_YEAR)[0]
        before = events.load(register, [number])[number].text
        after = f"{before} (проверка)"
        with _step(translate("self-test", "edit of an event")):
            events.set_field(register, number, "text", after)
            _expect(events.load(register, [number])[number].text == after)
        with _step(translate("self-test", "undo")):
            register.undo()
            _expect(events.load(register, [number])[number].text == before)
        with _step(translate("self-test", "redo")):
            register.redo()
            _expect(events.load(register, [number])[number].text == after)
            register.undo()

    def _write(self, register: Register) -> None:
        with _step(translate("self-test", "check")):
            _expect(bool(checking.check(register, sample.SAMPLE_YEAR)))
        with _step(translate("self-test", "yearly report")):
            report = self.folder / "отчёт 2020.xlsx"
            reporting.write_report(register, sample.SAMPLE_YEAR, report)
            _expect(report.stat().st_size > 0)
        with _step(translate("self-test", "export, and the same taken in again")):
            exported = self.folder / "выгрузка.json"
            result = exporting.export_json(register, exported)
            _expect(result.events == register.counts().events)
            _expect(not importing.import_file(register, exported).change_set)
        with _step(translate("self-test", "data workbook")):
            workbook = self.folder / "данные.xlsx"
            result = exporting.export_workbook(register, workbook)
            _expect(result.events == register.counts().events)
            _expect(workbook.stat().st_size > 0)

    def _back_up(self, register: Register) -> None:
        with _step(translate("self-test", "verified backup")):
            copy = backup.write(register)
            _expect(backup.verify(copy.path).digest == backup.verify(self.path).digest)

    def _reopen(self) -> None:
        with _step(translate("self-test", "reopening")):
            register = Register.open(self.path, author=_AUTHOR)
            try:
                _expect(register.counts().events == len(sample.content().events))
                _expect(register.undo_state().redo is not None)
            finally:
                register.close()
