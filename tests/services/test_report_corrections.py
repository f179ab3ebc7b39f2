"""The chief corrects the exported report in Excel: exactly these corrections are proposed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partners_app.domain.findings import FindingCode
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Layout
from partners_app.services import event_places, events, importing, reporting, sample
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import queries
from tests.services.report_editor import BASIS, CITY, COUNTRY, DATE, EVENT, ReportEditor

YEAR = 2020
_NEW_EVENT = {"report_year", "date_text", "text", "printed"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "city.partners", author="Иванова", content=sample.content())
    yield made
    made.close()


@pytest.fixture
def editor(register: Register, tmp_path: Path) -> ReportEditor:
    path = tmp_path / "Отчёт 2020.xlsx"
    reporting.write_report(register, YEAR, path)
    return ReportEditor(path)


def _plan(register: Register, editor: ReportEditor) -> ImportPlan:
    return importing.plan(register, importing.read_source(register, editor.save()))


def _proposals(plan: ImportPlan) -> list[tuple[Outcome, str, str, set[str]]]:
    return [
        (entry.outcome, entry.table, entry.owner, set(entry.fields))
        for entry in plan.entries
        if entry.outcome is not Outcome.UNCHANGED
    ]


def _only(plan: ImportPlan) -> PlanEntry:
    (entry,) = (entry for entry in plan.entries if entry.outcome is not Outcome.UNCHANGED)
    return entry


def test_a_report_that_nobody_touched_changes_nothing(
    register: Register, editor: ReportEditor
) -> None:
    plan = _plan(register, editor)
    assert (plan.layout, plan.year) == (Layout.REPORT, YEAR)
    assert _proposals(plan) == []
    assert plan.problems == ()
    assert not importing.apply(register, plan, plan.proposed()).change_set


def test_ten_edits_give_exactly_these_ten_proposals(
    register: Register, editor: ReportEditor
) -> None:
    editor.replace(editor.row_of("20-22 февраля"), EVENT, "визит", "рабочий визит")
    editor.replace(editor.row_of("10 декабря"), EVENT, "семинар", "вебинар")
    editor.replace(editor.row_of("20 ноября – ВКС между"), EVENT, "20 ноября", "21 ноября")
    editor.type(editor.row_of("г. Грац", CITY), DATE, None)
    editor.type(editor.row_of("Рига", CITY), CITY, "г. Рига")
    osaka = editor.row_of("г. Осака", CITY)
    editor.delete_row(editor.row_of("6 августа", below=osaka))
    added = editor.row_of("29 октября", below=osaka)
    editor.insert_row(added)
    editor.type(added, EVENT, "25 октября – новогодний концерт.")
    editor.move_row(editor.row_of("2 октября", below=osaka), osaka + 3)
    seoul = editor.row_of("Сеул", CITY)
    moved = editor.row_of("26 февраля", below=seoul)
    editor.move_row(moved, editor.row_of("г. Осака", CITY) + 6)
    baku = editor.row_of("Баку", CITY)
    editor.insert_row(baku + 1)
    editor.type(baku + 1, BASIS, "Меморандум о культурном сотрудничестве")
    editor.type(baku + 1, DATE, "12.05.2020")
    plan = _plan(register, editor)
    assert sorted(_proposals(plan), key=str) == sorted(
        [
            (Outcome.CHANGED, "event", "Австрия", {"text"}),
            (Outcome.CHANGED, "event", "Болгария · г. Пловдив", {"text"}),
            (Outcome.CHANGED, "event", "Венгрия · Будапешт", {"date_text"}),
            (Outcome.DOUBTFUL, "agreement", "Австрия · г. Грац", {"dates"}),
            (Outcome.CHANGED, "partner", "Латвия", {"name"}),
            (Outcome.DELETED, "event", "Япония · г. Осака", _fields_of_an_event()),
            (
                Outcome.NEW,
                "event",
                "Япония · г. Осака",
                {"report_year", "date_text", "text", "printed"},
            ),
            (Outcome.CHANGED, "event", "Япония · г. Осака", {"position"}),
            (Outcome.CHANGED, "event", "Япония · г. Осака", {"links"}),
            (Outcome.NEW, "agreement", "Азербайджан · Баку", {"title", "dates", "status"}),
        ],
        key=str,
    )
    # What is emptied and what is gone is never ticked by itself.
    ticked = {entry.key for entry in plan.entries if entry.is_proposed}
    assert len(ticked) == 8
    before = register.read(queries.content)
    importing.apply(register, plan, ticked)
    again = _plan(register, editor)
    assert [outcome for outcome, *_ in _proposals(again)] == [Outcome.DOUBTFUL, Outcome.DELETED]
    register.undo()
    assert register.read(queries.content) == before


def _fields_of_an_event() -> set[str]:
    return {"report_year", "date_text", "text", "kind", "format", "printed"}


def test_a_cell_that_moved_without_its_row_is_known_by_its_text(
    register: Register, editor: ReportEditor
) -> None:
    osaka = editor.row_of("г. Осака", CITY)
    first, second = editor.text(osaka, EVENT), editor.text(osaka + 1, EVENT)
    editor.type(osaka, EVENT, second)
    editor.type(osaka + 1, EVENT, first)
    entry = _only(_plan(register, editor))
    assert (entry.outcome, set(entry.fields)) == (Outcome.CHANGED, {"position"})


def test_two_events_joined_in_one_cell_are_two_events_still(
    register: Register, editor: ReportEditor
) -> None:
    osaka = editor.row_of("г. Осака", CITY)
    both = editor.text(osaka + 1, EVENT) + "\n" + editor.text(osaka + 2, EVENT)
    editor.type(osaka + 1, EVENT, both)
    editor.delete_row(osaka + 2)
    assert _proposals(_plan(register, editor)) == []


def test_an_event_split_over_two_rows_is_one_event_still(
    register: Register, editor: ReportEditor
) -> None:
    osaka = editor.row_of("г. Осака", CITY)
    words = editor.text(osaka + 1, EVENT).split(" ")
    editor.insert_row(osaka + 2)
    editor.type(osaka + 1, EVENT, " ".join(words[:8]))
    editor.type(osaka + 2, EVENT, " ".join(words[8:]))
    assert _proposals(_plan(register, editor)) == []


def test_an_event_written_into_the_cell_of_another_is_new(
    register: Register, editor: ReportEditor
) -> None:
    osaka = editor.row_of("г. Осака", CITY)
    text = editor.text(osaka + 1, EVENT) + "\n5 мая – встреча с послом."
    editor.type(osaka + 1, EVENT, text)
    entry = _only(_plan(register, editor))
    assert (entry.outcome, entry.table) == (Outcome.NEW, "event")
    assert entry.label == "5 мая – встреча с послом."


def test_a_document_written_below_another_in_its_cell_is_new(
    register: Register, editor: ReportEditor
) -> None:
    graz = editor.row_of("г. Грац", CITY)
    editor.type(graz, BASIS, editor.text(graz, BASIS) + "\nПротокол о культуре")
    editor.type(graz, DATE, editor.text(graz, DATE) + "\n05.03.2020")
    entry = _only(_plan(register, editor))
    assert (entry.outcome, entry.owner) == (Outcome.NEW, "Австрия · г. Грац")
    assert entry.fields["title"] == (None, "Протокол о культуре")
    assert entry.fields["dates"] == (None, "05.03.2020")


def test_unmerged_cells_change_nothing(register: Register, editor: ReportEditor) -> None:
    editor.unmerge_all()
    assert _proposals(_plan(register, editor)) == []


def test_the_table_keeps_what_it_does_not_print(register: Register, editor: ReportEditor) -> None:
    content = register.read(queries.content)
    event = next(item for item in content.events if item.date.text == "20-22 февраля")
    events.set_field(register, event.id, "remark", "проверить у коллег")
    editor.replace(editor.row_of("20-22 февраля"), EVENT, "визит", "рабочий визит")
    plan = _plan(register, editor)
    importing.apply(register, plan, plan.proposed())
    kept = register.read(queries.events, [event.id])[event.id]
    assert kept.text.startswith("рабочий визит")
    assert (kept.remark, kept.kind, kept.participants) == (
        "проверить у коллег",
        event.kind,
        event.participants,
    )


def test_what_was_edited_meanwhile_is_not_undone(register: Register, editor: ReportEditor) -> None:
    content = register.read(queries.content)
    event = next(item for item in content.events if item.date.text == "20-22 февраля")
    events.set_field(register, event.id, "text", "визит перенесён.")
    assert _proposals(_plan(register, editor)) == []


def test_a_text_changed_on_both_sides_is_asked_about(
    register: Register, editor: ReportEditor
) -> None:
    content = register.read(queries.content)
    event = next(item for item in content.events if item.date.text == "20-22 февраля")
    events.set_field(register, event.id, "text", "визит перенесён.")
    editor.replace(editor.row_of("20-22 февраля"), EVENT, "визит", "рабочий визит")
    plan = _plan(register, editor)
    entry = _only(plan)
    assert (entry.outcome, entry.doubt) == (Outcome.DOUBTFUL, Doubt.CHANGED_BOTH)
    assert entry.fields["text"][0] == "визит перенесён."
    assert plan.proposed() == frozenset()
    importing.apply(register, plan, {entry.key})
    assert register.read(queries.events, [event.id])[event.id].text.startswith("рабочий визит")


def test_an_event_added_meanwhile_is_no_deletion(register: Register, editor: ReportEditor) -> None:
    partner = register.read(queries.partners)[0]
    events.add(register, Scope(ScopeKind.PARTNER, partner.id), YEAR)
    assert _proposals(_plan(register, editor)) == []


def test_an_event_deleted_meanwhile_comes_back_only_where_the_file_changed_it(
    register: Register, editor: ReportEditor
) -> None:
    content = register.read(queries.content)
    event = next(item for item in content.events if item.date.text == "20-22 февраля")
    events.delete(register, [event.id])
    assert _proposals(_plan(register, editor)) == []
    editor.replace(editor.row_of("20-22 февраля"), EVENT, "визит", "рабочий визит")
    entry = _only(_plan(register, editor))
    assert (entry.outcome, entry.doubt) == (Outcome.DOUBTFUL, Doubt.DELETED_SINCE)


def test_a_country_renamed_and_a_title_corrected(register: Register, editor: ReportEditor) -> None:
    editor.type(editor.row_of("Белоруссия", COUNTRY), COUNTRY, "Беларусь")
    row = editor.row_of("Протокол о сотрудничестве между Санкт-Петербургом", BASIS)
    editor.replace(row, BASIS, "Протокол", "Меморандум")
    found = [(entry, fields) for _, entry, _, fields in _proposals(_plan(register, editor))]
    assert found == [("country", {"name"}), ("agreement", {"title"})]


def test_a_row_copied_with_its_ids_is_a_second_event(
    register: Register, editor: ReportEditor
) -> None:
    row = editor.row_of("19 марта")
    values = [editor.sheet.cell(row, column).value for column in range(EVENT, 11)]
    editor.insert_row(row + 2)
    for column, value in enumerate(values, start=EVENT):
        editor.sheet.cell(row + 2, column).value = value
    plan = _plan(register, editor)
    (new,) = plan.of(Outcome.NEW)
    assert (new.table, new.row) == ("event", row + 2)
    assert new.fields["date_text"] == (None, "19 марта")
    assert not plan.of(Outcome.DELETED)


def test_what_the_options_left_out_is_not_deleted_by_the_table_that_comes_back(
    register: Register, tmp_path: Path
) -> None:
    asia = register.read(queries.content).regions[1].uuid
    options = reporting.ReportOptions(
        bands=frozenset([asia]), first_day=date(2020, 7, 1), partners_without_events=False
    )
    path = tmp_path / "Азия.xlsx"
    written = reporting.write_report(register, YEAR, path, options=options)
    assert (written.regions, written.left_out.unchosen_countries) == (1, 22)
    editor = ReportEditor(path)
    assert _proposals(_plan(register, editor)) == []
    editor.delete_row(editor.row_of("12 ноября"))
    assert [outcome for outcome, *_ in _proposals(_plan(register, editor))] == [Outcome.DELETED]


def test_a_report_that_names_no_step_is_compared_by_the_number_of_its_state(
    register: Register, editor: ReportEditor
) -> None:
    """It was made before the program wrote which step it was."""
    event = next(
        item for item in register.read(queries.content).events if item.date.text == "20-22 февраля"
    )
    events.set_field(register, event.id, "text", "визит перенесён.")
    editor.set_origin("step_uuid", None)
    editor.replace(editor.row_of("10 декабря"), EVENT, "семинар", "вебинар")
    plan = _plan(register, editor)
    assert plan.problems == ()
    assert _only(plan).outcome is Outcome.CHANGED


@pytest.mark.parametrize("part", [False, True])
def test_an_event_of_several_leaves_the_place_where_this_report_printed_it(
    register: Register, tmp_path: Path, part: bool
) -> None:
    content = register.read(queries.content)
    number = {partner.name: partner.id for partner in content.partners}
    antwerp, osaka = (
        Scope(ScopeKind.PARTNER, number[name]) for name in ("г. Антверпен", "г. Осака")
    )
    events.add(register, antwerp, YEAR, date_text="5 мая", text="общее.")
    shared = events.ids(register, antwerp, YEAR)[-1]
    event_places.set_places(register, [shared], added=[osaka])
    asia = reporting.ReportOptions(bands=frozenset([content.regions[1].uuid]))
    path = tmp_path / "Отчёт.xlsx"
    reporting.write_report(register, YEAR, path, options=asia if part else reporting.EVERYTHING)
    editor = ReportEditor(path)
    editor.move_row(editor.row_of("5 мая"), editor.row_of("провинция Хоккайдо", CITY) + 1)
    plan = _plan(register, editor)
    importing.apply(register, plan, plan.proposed())
    links = register.read(queries.events, [shared])[shared].links
    assert {link.partner_id for link in links} == {
        number["провинция Хоккайдо"],
        number["г. Антверпен" if part else "г. Осака"],
    }


def test_a_report_whose_choice_cannot_be_read_changes_nothing_by_itself(
    register: Register, tmp_path: Path
) -> None:
    """A later version of the program made it, and chose by something that this one lacks."""
    path = tmp_path / "Азия.xlsx"
    asia = register.read(queries.content).regions[1].uuid
    reporting.write_report(
        register, YEAR, path, options=reporting.ReportOptions(bands=frozenset([asia]))
    )
    editor = ReportEditor(path)
    editor.set_origin("options", '{"later": 1}')
    editor.replace(editor.row_of("12 ноября"), EVENT, "12 ноября", "13 ноября")
    plan = _plan(register, editor)
    assert [problem.code for problem in plan.problems] == [FindingCode.EXPORT_NOT_KEPT]
    entry = _only(plan)
    assert (entry.outcome, entry.doubt) == (Outcome.DOUBTFUL, Doubt.CHANGED_EITHER)
