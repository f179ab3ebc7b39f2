"""What was issued stays as issued, whatever becomes of the register."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from partners_app.domain.changes import Change, ChangeSet
from partners_app.domain.errors import (
    DiskFull,
    EditionProblem,
    EditionUnreadable,
    FileKindUnknown,
    RecordMissing,
    RegisterReadOnly,
    ReportImpossible,
)
from partners_app.domain.report_style import CellRole
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import (
    agreements,
    catalogue,
    editions,
    events,
    history,
    importing,
    reporting,
    restyling,
    sample,
    sheets,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.editions import Edition, Fate, Part, Side
from partners_app.services.register import Register
from partners_app.services.reporting import PrintedReport, ReportOptions
from partners_app.storage import digest, rows
from tests.exchange.report_files import no_room

CLERK, CHIEF = "Иванова", "Петров"


@pytest.fixture(scope="module")
def _file_with_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("registers") / "2020.partners"
    made = sample.create(path, author=CLERK)
    editions.issue(made, 2020, remark="Утверждено")
    made.close()
    return path


@pytest.fixture
def register(_file_with_edition: Path, tmp_path: Path) -> Iterator[Register]:
    """Open a register whose report for 2020 is issued and approved."""
    path = tmp_path / "города.partners"
    shutil.copyfile(_file_with_edition, path)
    opened = Register.open(path, author=CLERK)
    yield opened
    opened.close()


def first(register: Register) -> Edition:
    return min(editions.editions(register), key=lambda edition: edition.id)


def issued(register: Register, year: int = 2020, remark: str = "") -> Edition:
    (change,) = editions.issue(register, year, remark=remark).changes
    return next(item for item in editions.editions(register) if item.id == change.id)


def cells(path: Path) -> list[tuple[object, ...]]:
    sheet = load_workbook(path).worksheets[0]
    return [
        (cell.coordinate, cell.value, cell.font.name, cell.font.sz, cell.border.top.style)
        for row in sheet.iter_rows()
        for cell in row
    ]


def edit_twenty_times(register: Register) -> None:
    """Do what a year brings: texts, dates, names, deletions, a new partner, another title."""
    numbers = events.ids(register, Scope(), 2020)
    for number in numbers[:10]:
        events.set_field(register, number, "text", "встреча, которой в отчёте не было")
    events.set_field(register, numbers[10], "date", "1 апреля")
    events.delete(register, numbers[20:25])
    partners = sorted(register.read(rows.load, "partner", range(1, 60)))
    events.add(register, Scope(ScopeKind.PARTNER, partners[0]), 2020, text="новое")
    catalogue.rename(register, "partner", partners[1], "г. Новоград")
    catalogue.delete(register, "partner", partners[-1])
    catalogue.rename(register, "country", 1, "Республика Австрия")
    catalogue.add_partner(register, 1, "г. Лишний")
    agreements.set_field(register, 1, "title", "Другое соглашение")
    register.set_setting("title", "ДРУГОЙ ЗАГОЛОВОК")
    register.set_setting("report_font", "Arial")


def test_after_twenty_edits_the_edition_is_the_same_table_cell_by_cell(
    register: Register, tmp_path: Path
) -> None:
    reporting.write_report(register, 2020, tmp_path / "issued.xlsx")
    printed = reporting.printed_report(register, 2020)
    edition = first(register)
    start = register.change_seq()
    edit_twenty_times(register)
    assert register.change_seq() - start == 20
    editions.export(register, edition.id, tmp_path / "again.xlsx")
    assert cells(tmp_path / "again.xlsx") == cells(tmp_path / "issued.xlsx")
    content = (tmp_path / "again.xlsx").read_bytes()
    assert sha256(content).hexdigest() == edition.workbook_sha256
    # Laid out anew, it has the font and the widths that it was issued with.
    again = editions.printed_edition(register, edition.id)
    assert (again.report, again.style) == (printed.report, printed.style)
    assert reporting.printed_report(register, 2020).style != printed.style


def test_the_list_tells_of_each_edition_what_a_clerk_asks(register: Register) -> None:
    register.author = CHIEF
    newest = issued(register, remark="  Утверждено председателем ")
    issued(register, 2019)
    assert [(item.year, item.author) for item in editions.editions(register)] == [
        (2020, CHIEF),
        (2020, CLERK),
        (2019, CHIEF),
    ]
    assert newest.remark == "Утверждено председателем"
    assert newest.title.endswith("2020")
    facts = newest.facts
    assert facts is not None
    assert (facts.countries, facts.partners, facts.documents, facts.events) == (30, 52, 60, 130)
    assert newest.issued_at.tzinfo is not None


def test_undoing_everything_returns_the_start_and_redoing_brings_the_edition_back(
    register: Register, tmp_path: Path
) -> None:
    edition = first(register)
    register.undo()
    start = register.read(digest.content_digest)
    register.redo()
    editions.export(register, edition.id, tmp_path / "first.xlsx")
    edit_twenty_times(register)
    editions.withdraw(register, edition.id)
    steps = 0
    while register.undo_state().undo is not None:
        register.undo()
        steps += 1
    assert steps == 22
    assert register.read(digest.content_digest) == start
    assert editions.editions(register) == []
    register.redo()
    editions.export(register, edition.id, tmp_path / "second.xlsx")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


def test_an_edition_can_be_withdrawn_and_come_back_from_the_history(register: Register) -> None:
    edition = first(register)
    editions.withdraw(register, edition.id)
    with pytest.raises(RecordMissing):
        editions.report_of(register, edition.id)
    newest = register.history(limit=1)[0]
    assert newest.kind is OperationKind.DELETE
    history.restore_deleted(register, newest.id)
    assert editions.editions(register) == [edition]


def test_nobody_changes_an_edition(register: Register) -> None:
    edition = first(register)
    change = Change("edition", edition.id, {"remark": "Утверждено"}, {"remark": "Черновик"})
    with pytest.raises(ValueError, match="never changed"):
        register.apply(ChangeSet(OperationKind.EDIT, (change,), "edition"))
    assert editions.editions(register) == [edition]


def test_a_damaged_workbook_is_not_given_out_but_the_table_is(
    register: Register, tmp_path: Path
) -> None:
    edition, other = first(register), issued(register)
    with sqlite3.connect(register.path) as connection:
        connection.execute("UPDATE edition SET workbook = x'504b03' WHERE id = ?", (edition.id,))
        connection.execute("UPDATE edition SET report = '{' WHERE id = ?", (other.id,))
    connection.close()
    target = tmp_path / "issued.xlsx"
    target.write_bytes(b"before")
    with pytest.raises(EditionUnreadable) as caught:
        editions.export(register, edition.id, target)
    assert caught.value.problem is EditionProblem.WORKBOOK
    assert target.read_bytes() == b"before"
    assert editions.report_of(register, edition.id).event_count == 130
    with pytest.raises(EditionUnreadable) as caught:
        editions.compare(register, Side(2020, other.id), Side(2020))
    assert caught.value.problem is EditionProblem.REPORT
    editions.export(register, other.id, target)


def test_one_edition_that_cannot_be_told_of_hides_no_other(register: Register) -> None:
    edition, other = first(register), issued(register)
    with sqlite3.connect(register.path) as connection:
        connection.execute("UPDATE edition SET options = '' WHERE id = ?", (edition.id,))
    connection.close()
    assert [(item.id, item.facts is None) for item in editions.editions(register)] == [
        (other.id, False),
        (edition.id, True),
    ]
    with pytest.raises(EditionUnreadable):
        editions.printed_edition(register, edition.id)


def test_a_pdf_is_drawn_from_the_table_that_was_kept(register: Register, tmp_path: Path) -> None:
    edition = first(register)
    edit_twenty_times(register)
    drawn: list[PrintedReport] = []

    def draw(printed: PrintedReport) -> bytes:
        drawn.append(printed)
        return b"%PDF-1.4 %%EOF"

    editions.export(register, edition.id, tmp_path / "issued.pdf", draw_pdf=draw)
    assert drawn == [editions.printed_edition(register, edition.id)]
    assert (tmp_path / "issued.pdf").read_bytes() == b"%PDF-1.4 %%EOF"
    with pytest.raises(FileKindUnknown, match="xlsx"):
        editions.export(register, edition.id, tmp_path / "issued.txt")


def test_a_word_document_and_a_page_have_the_words_of_the_edition(
    register: Register, tmp_path: Path
) -> None:
    reporting.write_report(register, 2020, tmp_path / "issued.html")
    edition = first(register)
    edit_twenty_times(register)
    editions.export(register, edition.id, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "issued.html").read_bytes()
    editions.export(register, edition.id, tmp_path / "again.docx")
    table = docx.Document(str(tmp_path / "again.docx")).tables[0]
    report = editions.report_of(register, edition.id)
    assert report.blocks[0].events[0].text in {cell.text for cell in table._cells}


def test_the_look_of_an_office_is_kept_when_its_template_is_gone(
    register: Register, tmp_path: Path
) -> None:
    template = tmp_path / "Шаблон отчёта.xlsx"
    restyling.copy_built_in(template)
    workbook = load_workbook(template)
    workbook["Таблица"]["E4"].font = Font(name="Arial", size=12)
    workbook.save(template)
    restyling.choose_template(register, template)
    edition = issued(register)
    template.unlink()
    editions.export(register, edition.id, tmp_path / "выпуск.xlsx")
    event = load_workbook(tmp_path / "выпуск.xlsx").worksheets[0]["E5"].font
    assert (event.name, event.size) == ("Arial", 12)
    style = editions.printed_edition(register, edition.id).style.texts[CellRole.EVENT]
    assert (style.family, style.size) == ("Arial", 12)
    assert editions.compare(register, Side(2020, edition.id), Side(2020)).differences == ()
    with pytest.raises(ReportImpossible):
        editions.issue(register, 2020)


def test_what_was_chosen_for_an_edition_is_chosen_for_what_it_is_compared_with(
    register: Register,
) -> None:
    europe = reporting.yearly_report(register, 2020).bands[0].uuid
    options = ReportOptions(bands=frozenset([europe]))
    (change,) = editions.issue(register, 2020, options=options).changes
    assert editions.compare(register, Side(2020, change.id), Side(2020)).differences == ()
    number = events.ids(register, Scope(), 2020)[0]
    events.set_field(register, number, "text", "визит отменён")
    (found,) = editions.compare(register, Side(2020, change.id), Side(2020)).differences
    assert (found.part, found.fate) == (Part.EVENT, Fate.CHANGED)
    assert found.after.endswith("визит отменён")


def test_two_editions_of_a_year_are_compared(register: Register) -> None:
    before = first(register)
    edit_twenty_times(register)
    after = issued(register)
    found = editions.compare(register, Side(2020, before.id), Side(2020, after.id))
    assert found.counts == Counter(
        {
            (Part.TITLE, Fate.CHANGED): 1,
            (Part.COUNTRY, Fate.CHANGED): 1,
            (Part.COUNTRY, Fate.REMOVED): 1,
            (Part.PARTNER, Fate.CHANGED): 1,
            (Part.PARTNER, Fate.ADDED): 1,
            (Part.PARTNER, Fate.REMOVED): 1,
            (Part.DOCUMENT, Fate.CHANGED): 1,
            (Part.DOCUMENT, Fate.REMOVED): 1,
            (Part.EVENT, Fate.CHANGED): 11,
            (Part.EVENT, Fate.ADDED): 1,
            (Part.EVENT, Fate.REMOVED): 7,
        }
    )
    backwards = editions.compare(register, Side(2020, after.id), Side(2020, before.id))
    assert backwards.counts[Part.EVENT, Fate.ADDED] == 7


def test_a_copy_of_the_register_holds_its_editions_and_taking_one_in_leaves_them(
    register: Register, tmp_path: Path
) -> None:
    edition = first(register)
    editions.export(register, edition.id, tmp_path / "issued.xlsx")
    register.save_copy(tmp_path / "копия.partners")
    copy = Register.open(tmp_path / "копия.partners", author=CHIEF)
    assert editions.editions(copy) == [edition]
    editions.export(copy, edition.id, tmp_path / "copied.xlsx")
    assert (tmp_path / "issued.xlsx").read_bytes() == (tmp_path / "copied.xlsx").read_bytes()
    events.add(copy, Scope(ScopeKind.PARTNER, 1), 2020, text="записано в копии")
    copy.close()
    importing.import_file(register, tmp_path / "копия.partners")
    assert editions.editions(register) == [edition]
    (found,) = editions.compare(register, Side(2020, edition.id), Side(2020)).differences
    assert found.after == "записано в копии"


def test_ten_editions_do_not_burden_the_history(register: Register) -> None:
    number = first(register).id
    row = register.read(rows.load, "edition", [number])[number]
    for number in range(9):
        again = Change("edition", -1, None, {**row, "uuid": f"edition-{number}"})
        register.apply(ChangeSet(OperationKind.ISSUE, (again,), "edition"))
    (step, *_) = found = history.steps(register, history.StepFilter(text="утверждено"))
    assert len(found) == 10
    (told,) = history.changes_of_step(register, step.operation.id).records
    assert {item.field for item in told.fields} == {"year", "title", "author", "remark"}
    # Words of the table are looked for in the records, not in what was made of them.
    assert history.steps(register, history.StepFilter(text="rId1")) == []
    assert len(history.steps(register, history.StepFilter(text="Альбертина"))) == 1


def test_a_year_that_is_none_and_a_register_that_may_not_be_written(
    register: Register,
) -> None:
    with pytest.raises(ReportImpossible):
        editions.issue(register, 20)
    reader = Register(register.path, author=CLERK, read_only=True)
    with pytest.raises(RegisterReadOnly):
        editions.issue(reader, 2020)
    reader.close()
    assert len(editions.editions(register)) == 1


def test_a_comparison_is_written_as_a_sheet(register: Register, tmp_path: Path) -> None:
    edition = first(register)
    number = events.ids(register, Scope(), 2020)[0]
    events.set_field(register, number, "text", "визит отменён")
    old, new = Side(2020, edition.id), Side(2020)
    sheet = editions.sheet_of(register, editions.compare(register, old, new), old, new)
    sheets.write_sheet(register, sheet, tmp_path / "сравнение.xlsx")
    page = load_workbook(tmp_path / "сравнение.xlsx").worksheets[0]
    texts = [cell for row in page.iter_rows(values_only=True) for cell in row if cell]
    assert any("(Утверждено)" in str(text) for text in texts)
    assert "Мероприятие изменено" in texts
    assert any("визит отменён" in str(text) for text in texts)


def test_editions_with_long_notes_are_compared_in_word(register: Register, tmp_path: Path) -> None:
    note = "Редакция с замечаниями комитетов и районов, согласована с председателем комитета"
    notes = [f"{note}, {number}; {note}" for number in (1, 2)]
    old, new = (Side(2020, issued(register, remark=text).id) for text in notes)
    sheet = editions.sheet_of(register, editions.compare(register, old, new), old, new)
    sheets.write_sheet(register, sheet, tmp_path / "Сравнение.docx")
    told = [entry.text for entry in docx.Document(str(tmp_path / "Сравнение.docx")).paragraphs]
    assert all(line.endswith(f"({text})") for line, text in zip(told[1:], notes, strict=False))


def test_no_edition_is_issued_while_the_folder_for_temporary_files_is_full(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", no_room)
    with pytest.raises(DiskFull):
        editions.issue(register, 2020)
    assert editions.editions(register) == [first(register)]
