"""The sheets beside the yearly table: what stands in each, and that a «Справка» is one page."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from partners_app.domain.errors import RecordMissing, ReportImpossible
from partners_app.domain.sheet import Paragraph, Sheet, SheetTable
from partners_app.domain.vocabulary import EventKind, Prolongation, Status
from partners_app.printing.paginator import paginate_sheet
from partners_app.services import agreements, catalogue, events, register_sheets
from partners_app.services.register import Register
from partners_app.services.sheets import printed_sheet, write_sheet
from tests.sheet_texts import words_in_word, words_of

END_OF_2020 = date(2020, 12, 31)


def partner_id(register: Register, country: str, name: str | None) -> int:
    return next(
        node.partner.id
        for region in catalogue.tree(register, 2020).regions
        for land in region.countries
        for node in land.partners
        if land.country.name == country and node.partner.name == name
    )


def rows(table: SheetTable) -> list[tuple[str, ...]]:
    return [row for group in table.groups for row in group.rows]


def sentences(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Paragraph)]


def page_count(register: Register, sheet: Sheet) -> int:
    printed = printed_sheet(register, sheet)
    return len(paginate_sheet(printed.sheet, printed.style))


# Agreements in force


def test_the_documents_in_force_at_the_end_of_2020(register_2020: Register) -> None:
    sheet = register_sheets.agreements_in_force(register_2020, END_OF_2020)
    (table,) = sheet.tables
    assert [group.heading for group in table.groups] == ["ЕВРОПА", "АЗИЯ", "СНГ"]
    found = rows(table)
    assert len(found) == 49
    assert [row[0] for row in found] == [str(number) for number in range(1, 50)]
    (turin,) = [row for row in found if "Турин" in row[1]]
    assert turin[3:] == ("2018", "2021", "")
    (zagreb,) = [row for row in found if "Загреб" in row[1]]
    assert zagreb[5] == "Дата документа не указана."
    assert "связи установлены без документа – 11" in sentences(sheet)[0]


def test_what_has_expired_is_counted_and_what_is_open_stands_apart(register_2020: Register) -> None:
    osaka = partner_id(register_2020, "Япония", "г. Осака")
    (paper,) = agreements.of_partner(register_2020, osaka)
    for field, value in (
        ("valid_to", "31.12.2015"),
        ("prolongation", Prolongation.CONSENT.value),
    ):
        agreements.set_field(register_2020, paper.id, field, value)
    sheet = register_sheets.agreements_in_force(register_2020, date(2024, 1, 1))
    in_force, doubtful = sheet.tables
    assert "срок истёк – 3" in sentences(sheet)[0]
    assert not any("Осака" in row[1] for row in rows(in_force))
    assert rows(doubtful)[0][5] == (
        "Неясно, действует ли. Срок истёк 31.12.2015; продлевается по согласию сторон, "
        "новый срок не внесён."
    )


def test_an_empty_register_says_that_nothing_is_in_force(register: Register) -> None:
    sheet = register_sheets.agreements_in_force(register, END_OF_2020)
    assert sentences(sheet) == ["Действующих документов на этот день в реестре нет."]
    assert not sheet.tables


# Plan of events


def test_the_plan_of_2020_stands_by_date(register_2020: Register) -> None:
    sheet = register_sheets.plan_of_events(register_2020, 2020)
    (table,) = sheet.tables
    headings = [group.heading for group in table.groups]
    assert headings[0] == "ЯНВАРЬ" and headings[-1] == "В ТЕЧЕНИЕ ГОДА"
    found = rows(table)
    assert len(found) == 130
    assert found[0][1:3] == ("8 января", "Белоруссия")
    assert found[0][4] == "Концерт, очно"


def test_events_without_a_date_and_of_another_year_stand_at_the_end(register: Register) -> None:
    catalogue.add_country(register, 1, "Норвегия")
    (land,) = catalogue.tree(register, 2026).regions[0].countries
    scope = catalogue.Scope(catalogue.ScopeKind.COUNTRY, land.country.id)
    for wording in ("когда-нибудь", "3 марта", "", "В течение года", "5 мая 2025 г."):
        (made,) = events.add(register, scope, 2026).ids("event")
        events.set_field(register, made, "date", wording)
        events.set_field(register, made, "text", f"визит ({wording})")
        events.set_field(register, made, "kind", EventKind.VISIT.value)
        events.set_field(register, made, "responsible", "КВС")
    sheet = register_sheets.plan_of_events(register, 2026)
    (table,) = sheet.tables
    assert [(group.heading, len(group.rows)) for group in table.groups] == [
        ("МАРТ", 1),
        ("В ТЕЧЕНИЕ ГОДА", 1),
        ("ДАТА НЕ 2026 ГОДА", 1),
        ("БЕЗ ДАТЫ", 2),
    ]
    assert rows(table)[0] == (
        "1",
        "3 марта",
        "Норвегия (вся страна)",
        "визит (3 марта)",
        "Визит",
        "КВС",
    )
    assert "Без даты: 2" in sentences(sheet)[0]


def test_a_year_without_events_says_so_and_no_year_is_refused(register: Register) -> None:
    sheet = register_sheets.plan_of_events(register, 2031)
    assert sentences(sheet) == ["Мероприятий 2031 года в реестре нет."]
    with pytest.raises(ReportImpossible):
        register_sheets.plan_of_events(register, 20)


# «Справка»


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("Япония", "г. Осака"),
        ("Япония", "Ямагата"),
        ("Белоруссия", None),
        ("Китай", "Муниципальный район Сюхуэй, г. Шанхай"),
        ("Великобритания", "г. Манчестер"),
    ],
)
def test_a_reference_is_one_page(register_2020: Register, country: str, name: str | None) -> None:
    number = partner_id(register_2020, country, name)
    sheet = register_sheets.partner_reference(register_2020, number, END_OF_2020)
    assert page_count(register_2020, sheet) == 1
    assert sheet.title_lines[1] == (f"{name} ({country})" if name else country)


def test_a_reference_tells_ties_documents_and_the_last_events(register_2020: Register) -> None:
    number = partner_id(register_2020, "Великобритания", "г. Манчестер")
    sheet = register_sheets.partner_reference(register_2020, number, END_OF_2020)
    facts, documents, *_ = sheet.tables
    assert ("Связи установлены", "1956 г.") in rows(facts)
    assert [row[1] for row in rows(documents)] == ["20.09.1962", "08.06.1993"]
    osaka = partner_id(register_2020, "Япония", "г. Осака")
    sheet = register_sheets.partner_reference(register_2020, osaka, END_OF_2020)
    shown = rows(sheet.tables[2])
    assert shown[0][0] == "4 декабря", "the newest stands first"
    assert f"И ещё мероприятий: {20 - len(shown)}." in sentences(sheet)
    yamagata = partner_id(register_2020, "Япония", "Ямагата")
    sheet = register_sheets.partner_reference(register_2020, yamagata, END_OF_2020)
    assert "Действующих документов в реестре нет." in sentences(sheet)


@pytest.mark.usefixtures("qapp")
def test_a_reference_that_could_fill_ten_pages_is_one(register_2020: Register) -> None:
    number = partner_id(register_2020, "Япония", "Ямагата")
    scope = catalogue.Scope(catalogue.ScopeKind.PARTNER, number)
    catalogue.set_partner_field(register_2020, number, "remark", "длинное примечание " * 400)
    catalogue.rename(register_2020, "partner", number, "Ямагата " * 25)
    (made,) = events.add(register_2020, scope, 2021).ids("event")
    events.set_field(register_2020, made, "text", "очень длинное мероприятие " * 500)
    sheet = register_sheets.partner_reference(register_2020, number, END_OF_2020)
    assert page_count(register_2020, sheet) == 1
    assert rows(sheet.tables[1])[0][1].startswith("очень длинное")


def test_a_partner_that_is_gone_is_said(register: Register) -> None:
    with pytest.raises(RecordMissing):
        register_sheets.partner_reference(register, 77, END_OF_2020)


# Changes


def test_changes_of_today_with_author_old_and_new(register_2020: Register) -> None:
    today = datetime.now().astimezone().date()
    osaka = partner_id(register_2020, "Япония", "г. Осака")
    catalogue.set_partner_field(register_2020, osaka, "status", Status.SUSPENDED.value)
    catalogue.rename(register_2020, "partner", osaka, "Осака-сити")
    register_2020.undo()
    sheet = register_sheets.changes_of_period(register_2020, today, today)
    made, status, renamed = rows(sheet.tables[0])
    assert made[1:4] == ("Основа", "Реестр создан", made[3]) and made[3].startswith("записей: ")
    assert status[1:] == (
        "Анна",
        "Правка",
        "Партнёр: Азия › Япония › г. Осака",
        "Состояние: Действует",
        "Состояние: Приостановлено",
    )
    assert renamed[2] == "Правка (отменено позже)"
    assert renamed[4:] == ("Партнёр: г. Осака", "Партнёр: Осака-сити")
    assert sentences(sheet) == ["Изменений: 3. Отменены позже: 1; это отмечено у каждого из них."]


def test_a_step_undone_and_done_again_stands_once(register: Register) -> None:
    today = datetime.now().astimezone().date()
    catalogue.add_country(register, 1, "Норвегия")
    register.undo()
    register.redo()
    sheet = register_sheets.changes_of_period(register, today, today)
    assert [row[2] for row in rows(sheet.tables[0])] == ["Реестр создан", "Добавление"]


def test_a_period_of_too_many_steps_says_that_only_the_newest_are_shown(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_sheets, "_MOST_STEPS", 2)
    today = datetime.now().astimezone().date()
    for name in ("Норвегия", "Дания"):
        catalogue.add_country(register, 1, name)
    sheet = register_sheets.changes_of_period(register, today, today)
    assert [row[3] for row in rows(sheet.tables[0])] == [
        "Страна: Европа › Норвегия",
        "Страна: Европа › Дания",
    ]
    assert "последние: 2. Выберите период короче." in sentences(sheet)[0]


def test_a_period_without_changes_says_so(register: Register, tmp_path: Path) -> None:
    tomorrow = datetime.now().astimezone().date() + timedelta(days=1)
    sheet = register_sheets.changes_of_period(register, tomorrow, tomorrow)
    assert sentences(sheet) == ["В этот период реестр не изменялся."]
    assert write_sheet(register, sheet, tmp_path / "Изменения.docx").rows == 0
    assert words_in_word(tmp_path / "Изменения.docx") == words_of(sheet)


def test_a_period_that_ends_before_it_begins_is_refused(register: Register) -> None:
    with pytest.raises(ReportImpossible) as refused:
        register_sheets.changes_of_period(register, date(2020, 2, 1), date(2020, 1, 1))
    assert refused.value.problem == "period"


def test_a_sheet_that_is_marked_fits_a_page_of_the_workbook(
    register_2020: Register, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    number = partner_id(register_2020, "Япония", "г. Осака")
    sheet = register_sheets.partner_reference(register_2020, number, END_OF_2020)
    for marked in (True, False):
        write_sheet(register_2020, replace(sheet, one_page=marked), tmp_path / "a.xlsx")
        page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
        assert page.page_setup.fitToHeight == int(marked)
