"""``--self-test``: the whole road of a register, in a temporary folder, one line a step."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partners_app.cli.output import note, say
from partners_app.cli.pages import can_draw, draw_pdf
from partners_app.paths import database_files
from partners_app.services import (
    backup,
    checking,
    events,
    exporting,
    foreign_tables,
    importing,
    reporting,
    restoring,
    sample,
)
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.language import translate

_AUTHOR = "self-test"
# Windows programs stumble over names that are not ASCII and over spaces.
_FOLDER = "Проверка программы № 1"


_WORD_TEXT = "Страна"
_OFFICE = "http://schemas.openxmlformats.org"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD_PARTS = {
    "[Content_Types].xml": f'''<Types xmlns="{_OFFICE}/package/2006/content-types">
        <Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml" ContentType="{_WORD}"/>
        </Types>''',
    "_rels/.rels": f'''<Relationships xmlns="{_OFFICE}/package/2006/relationships">
        <Relationship Id="rId1" Target="word/document.xml"
            Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>''',
    "word/document.xml": f'''<w:document xmlns:w="{_OFFICE}/wordprocessingml/2006/main">
        <w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{_WORD_TEXT}</w:t></w:r></w:p></w:tc></w:tr>
        </w:tbl></w:body></w:document>''',
}
"""The smallest document with a table that Word opens."""


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


def _write_word_table(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in _WORD_PARTS.items():
            archive.writestr(name, content)


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
        self.report = folder / "отчёт 2020.xlsx"

    def walk(self) -> None:
        """Take every step; the backups of this register are removed at the end."""
        with _step(translate("self-test", "new register")):
            register = Register.create(self.path, author=_AUTHOR)
        try:
            self._import(register)
            self._edit(register)
            self._write(register)
            self._read_tables()
            copy = self._back_up(register)
            register.close()
            self._restore(copy)
            self._reopen()
        finally:
            register.close()
            backup.remove_all(register.uuid())

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
            reporting.write_report(register, sample.SAMPLE_YEAR, self.report)
            _expect(self.report.stat().st_size > 0)
        self._write_pdf(register)
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

    def _write_pdf(self, register: Register) -> None:
        target = self.folder / "отчёт 2020.pdf"
        words = translate("self-test", "yearly report as a PDF")
        if not can_draw():
            # A server may lack what Qt draws with; all else works there.
            say(translate("self-test", "Left out, libraries are missing: %1").replace("%1", words))
            return
        with _step(words):
            reporting.write_report(register, sample.SAMPLE_YEAR, target, draw_pdf=draw_pdf)
            _expect(target.stat().st_size > 0)

    def _read_tables(self) -> None:
        words = translate("self-test", "reading of a workbook and a Word table, in a process apart")
        with _step(words):
            sheets = foreign_tables.read_tables(self.report).grids
            _expect(any(grid.last_row > len(sample.content().partners) for grid in sheets))
            document = self.folder / "таблица.docx"
            _write_word_table(document)
            _expect(foreign_tables.read_tables(document).grids[0].cells == {(1, 1): _WORD_TEXT})

    def _back_up(self, register: Register) -> Path:
        with _step(translate("self-test", "verified backup")):
            copy = backup.write(register)
            _expect(backup.verify(copy.path).digest == backup.verify(self.path).digest)
        return copy.path

    def _restore(self, copy: Path) -> None:
        with _step(translate("self-test", "restoring of the backup")):
            register = Register.open(self.path, author=_AUTHOR)
            try:
                register.set_setting("title", _AUTHOR)
            finally:
                register.close()
            restored = restoring.restore(self.path, copy)
            _expect(restored.aside is not None and restored.backup is not None)
            _expect(backup.verify(self.path).digest == backup.verify(copy).digest)

    def _reopen(self) -> None:
        with _step(translate("self-test", "reopening")):
            register = Register.open(self.path, author=_AUTHOR)
            try:
                _expect(register.counts().events == len(sample.content().events))
                _expect(register.undo_state().redo is not None)
            finally:
                register.close()
