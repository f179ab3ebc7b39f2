"""What a clerk does in the data workbook comes back as exactly that."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from partners_app.domain.findings import FindingCode, Severity
from partners_app.domain.incoming import Incoming
from partners_app.domain.records import AgreementLink, EventLink
from partners_app.domain.vocabulary import (
    AgreementLinkKind,
    DateMeaning,
    EventKind,
    PartnerKind,
    Status,
)
from tests.exchange.data_files import Clerk, differences, small, uuid

EVENTS, PARTNERS, ACTS = "Мероприятия", "Партнёры", "Основания"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(tmp_path / "data.xlsx", small())


def changed(incoming: Incoming) -> list[tuple[str, str, object]]:
    """Return record, field and new value of what an edited file says otherwise."""
    found = differences(small(), incoming)
    return [(name, field, new) for _, name, field, _, new in found]


def new_uuids(incoming: Incoming) -> list[str]:
    return [place for place in incoming.places if place not in incoming.named]


def test_sorting_filtering_and_moving_columns_change_nothing(clerk: Clerk) -> None:
    clerk.sort(EVENTS, key=lambda row: str(row[2]))
    clerk.sort(PARTNERS, key=lambda row: str(row[1]))
    clerk.sheet(EVENTS).row_dimensions[3].hidden = True
    clerk.sheet(ACTS).column_dimensions["C"].hidden = True
    clerk.move_columns(ACTS, lambda heads: heads[::-1])
    clerk.sheet(PARTNERS).insert_rows(1)
    clerk.sheet(PARTNERS)["A1"] = "Партнёры города на сегодня"
    incoming = clerk.saved()
    assert changed(incoming) == []
    assert not incoming.refused
    assert incoming.places[uuid(26)].row == 5


def test_an_edit_of_each_kind_is_that_edit(clerk: Clerk) -> None:
    clerk.put(EVENTS, "визит в Турку", "Вид", " ВСТРЕЧА\u00a0")
    clerk.put(EVENTS, "визит в Турку", "В отчёт", "Нет")
    clerk.put(EVENTS, "дни Японии", "Дата", "В сентябре")
    clerk.put(EVENTS, "ВКС двух городов", "Участники", None)
    clerk.put(PARTNERS, "Нур-Султан", "Состояние", "прекращено")
    clerk.put(PARTNERS, "Нур-Султан", "Широта", "51,18")
    clerk.put(PARTNERS, "Нур-Султан", "Долгота", 71)
    clerk.put(ACTS, "Протокол о дружбе", "Уведомление, мес.", "6")
    incoming = clerk.saved()
    assert not incoming.refused
    assert changed(incoming) == [
        (uuid(26), "status", "ended"),
        (uuid(26), "latitude", 51.18),
        (uuid(26), "longitude", 71.0),
        (uuid(31), "notice_months", 6),
        (uuid(51), "kind", "meeting"),
        (uuid(51), "printed", False),
        (uuid(52), "date_text", "В сентябре"),
        (uuid(53), "participants", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (2018, "2018"),
        (datetime(2011, 6, 16), "16.06.2011"),
        (date(2011, 6, 1), "01.06.2011"),
        (datetime(2011, 6, 16, 14, 5), "16.06.2011 14:05"),
        (1.5, "1,5"),
        (True, "ИСТИНА"),
    ],
)
def test_a_number_or_a_date_is_taken_as_it_is_shown(clerk: Clerk, typed: object, text: str) -> None:
    clerk.put(ACTS, "Протокол о дружбе", "Действует с", typed)
    clerk.put(ACTS, "Протокол о дружбе", "Название", typed)
    incoming = clerk.saved()
    assert changed(incoming) == [(uuid(31), "title", text), (uuid(31), "valid_from_text", text)]


def test_a_column_that_was_deleted_says_nothing(clerk: Clerk) -> None:
    for head in ("Вид", "Участники", "Партнёр или страна", "Год отчёта", "Примечание"):
        clerk.delete_column(EVENTS, head)
    clerk.delete_column(ACTS, "Даты")
    incoming = clerk.saved()
    assert changed(incoming) == []
    assert not incoming.refused
    assert incoming.stated[uuid(53)] == frozenset(
        {"date_text", "text", "format", "responsible", "source", "printed"}
    )
    assert "dates" not in incoming.stated[uuid(31)]
    assert len(incoming.content.events[0].links) == 1
    assert [it.code for it in incoming.findings] == [FindingCode.UNREADABLE_DATE]


def test_an_emptied_cell_of_a_list_without_none_says_nothing(clerk: Clerk) -> None:
    for head in ("Год отчёта", "В отчёт", "Вид"):
        clerk.put(EVENTS, "визит в Турку", head, None)
    clerk.put(PARTNERS, "г. Турку", "Вид", None)
    clerk.put(PARTNERS, "г. Турку", "Состояние", None)
    clerk.put(PARTNERS, "г. Турку", "Страна", None)
    incoming = clerk.saved()
    # An event may have no kind: emptying that is an erasure.
    assert changed(incoming) == [(uuid(51), "kind", None)]
    assert not incoming.stated[uuid(21)] & {"kind", "status", "parent"}


def test_a_new_row_is_a_new_record(clerk: Clerk) -> None:
    clerk.add("Страны", Раздел="азия", Страна="Индия")
    clerk.add(PARTNERS, Страна="Индия", Партнёр="г. Мумбай")
    clerk.add(PARTNERS, Страна="Австрия", Партнёр="г. Грац", Вид="город")
    row = clerk.add(
        ACTS, Партнёр="Мумбай", Название="Соглашение", Даты="1967 | связи установлены\n2018"
    )
    clerk.put(ACTS, row, "Связи с основаниями", "заменяет|протокол о дружбе")
    clerk.add(
        EVENTS,
        **{"Год_отчёта": "2021 г.", "Дата": "3 марта", "Мероприятие": "визит"},
        Партнёр_или_страна="Индия, г. Мумбай\n г.Осака \nЯпония – вся страна",
    )
    incoming = clerk.saved()
    assert not incoming.refused
    names = new_uuids(incoming)
    assert len(names) == 5
    assert {name for name, _, _ in changed(incoming)} >= set(names)
    held = {uuid(n) for n in range(100)}
    assert {name for name, _, _ in changed(incoming)} & held == set()
    content = incoming.content
    assert [country.name for country in content.countries][-1] == "Индия"
    mumbai, graz = content.partners[-1], content.partners[3]
    assert (mumbai.name, mumbai.kind, mumbai.status) == (
        *("г. Мумбай", PartnerKind.CITY, Status.IN_FORCE),
    )
    assert (graz.name, graz.position) == ("г. Грац", 3072)
    act = content.agreements[-1]
    assert act.partner_id == mumbai.id
    assert [(it.date.text, it.meaning) for it in act.dates] == [
        *(("1967", DateMeaning.TIES), ("2018", None)),
    ]
    assert act.links[0].other_id == content.agreements[0].id
    event = next(it for it in content.events if it.uuid in names)
    assert (event.report_year, event.date.edtf, event.printed) == (2021, "2021-03-03", True)
    osaka, japan = content.partners[4], content.countries[2]
    assert [(it.partner_id, it.country_id) for it in event.links] == [
        *((mumbai.id, None), (osaka.id, None), (None, japan.id)),
    ]
    assert [it.position for it in event.links] == [1024, 1536, 2048]
    notes = [(it.code, it.severity) for it in incoming.findings]
    assert (FindingCode.KIND_GUESSED, Severity.NOTE) in notes


def test_a_deleted_row_is_gone_and_what_refers_to_it_still_does(clerk: Clerk) -> None:
    clerk.delete(EVENTS, "дни Японии")
    clerk.delete(PARTNERS, "г. Осака")
    clerk.delete("Страны", "Казахстан")
    clerk.delete(ACTS, "Протокол о дружбе")
    incoming = clerk.saved()
    assert not incoming.refused
    assert {name for name, _, _ in changed(incoming)} == {uuid(52), uuid(62)}
    for name in (uuid(24), uuid(14), uuid(31)):
        assert incoming.stated[name] == frozenset()
        assert name in incoming.named
        assert name not in incoming.places
    assert {partner.uuid for partner in incoming.content.partners} >= {uuid(24), uuid(26)}


def test_a_row_whose_seen_cells_were_emptied_is_a_deleted_one(clerk: Clerk) -> None:
    row = clerk.row(EVENTS, "дни Японии")
    for column in range(1, 12):
        clerk.sheet(EVENTS).cell(row, column).value = None
    clerk.sheet(EVENTS).cell(row, 1).value = " "
    incoming = clerk.saved()
    assert uuid(52) not in incoming.named


def test_another_name_in_the_column_of_the_parent_moves_the_record(clerk: Clerk) -> None:
    clerk.put(PARTNERS, "г. Турку", "Страна", "Япония")
    clerk.put(ACTS, "Протокол о дружбе", "Партнёр", "провинция Хоккайдо")
    clerk.put(EVENTS, "ВКС двух городов", "Партнёр или страна", "Осака\nТурку")
    clerk.put(EVENTS, "дни Японии", "Партнёр или страна", None)
    incoming = clerk.saved()
    assert not incoming.refused
    assert [it for it in changed(incoming) if it[1] not in ("", "position")] == [
        (uuid(21), "country_id", uuid(13)),
        (uuid(31), "partner_id", uuid(25)),
    ]
    gone = {name for name, field, new in changed(incoming) if field == "" and not new}
    assert gone == {uuid(62), uuid(64)}
    events = {event.uuid: event for event in incoming.content.events}
    assert [link.uuid for link in events[uuid(53)].links][:1] == [uuid(63)]
    assert events[uuid(52)].links == ()
    assert "links" in incoming.stated[uuid(52)]


def test_two_links_to_one_record_stay_two(tmp_path: Path) -> None:
    content = small()
    event, act = content.events[0], content.agreements[1]
    twice = EventLink(9, uuid(69), 1, None, 2048)
    again = AgreementLink(9, uuid(49), 1, AgreementLinkKind.REPLACES)
    content = replace(
        content,
        events=(replace(event, links=(*event.links, twice)), *content.events[1:]),
        agreements=(
            content.agreements[0],
            replace(act, links=(*act.links, again)),
            content.agreements[2],
        ),
    )
    incoming = Clerk(tmp_path / "data.xlsx", content).saved()
    assert differences(content, incoming) == []


def test_a_renamed_parent_takes_its_records_along(clerk: Clerk) -> None:
    clerk.put("Страны", "Казахстан", "Страна", "Республика Казахстан")
    clerk.put(PARTNERS, "Нур-Султан", "Партнёр", "Астана")
    clerk.put(PARTNERS, "г. Осака", "Партнёр", "Осака-сити")
    clerk.add(EVENTS, Год_отчёта=2020, Мероприятие="новое", Партнёр_или_страна="Астана")
    label = "Казахстан · Нур-Султан"
    clerk.add(EVENTS, Год_отчёта=2020, Мероприятие="старое", Партнёр_или_страна=label)
    incoming = clerk.saved()
    assert not incoming.refused
    kept = [it for it in changed(incoming) if it[0] in incoming.named]
    assert kept == [
        (uuid(14), "name", "Республика Казахстан"),
        (uuid(24), "name", "Осака-сити"),
        (uuid(26), "name", "Астана"),
    ]
    astana = next(it for it in incoming.content.partners if it.uuid == uuid(26))
    new = [event for event in incoming.content.events if event.uuid not in incoming.named]
    assert [event.links[0].partner_id for event in new] == [astana.id, astana.id]


def test_a_copied_row_is_a_new_record_and_said_so(clerk: Clerk) -> None:
    row = clerk.copy(EVENTS, "ВКС двух городов")
    clerk.put(EVENTS, row, "Мероприятие", "ещё одна ВКС")
    clerk.copy(ACTS, "Протокол о дружбе")
    incoming = clerk.saved()
    assert not incoming.refused
    old = {uuid(n) for n in range(100)}
    assert [it for it in changed(incoming) if it[0] in old] == []
    copies = [it for it in incoming.findings if it.code is FindingCode.COPIED_ROW]
    assert [(it.values["sheet"], it.values["row"], it.values["text"]) for it in copies] == [
        *((ACTS, "5", "2"), (EVENTS, "6", "4")),
    ]
    event = next(it for it in incoming.content.events if it.text == "ещё одна ВКС")
    assert event.uuid not in incoming.named
    assert event.kind is EventKind.MEETING
    assert len(event.links) == 2
    assert {link.uuid for link in event.links} & old == set()


def test_a_changed_line_of_a_list_keeps_the_others(clerk: Clerk) -> None:
    text = "1953 г. | связи установлены\n10.08.2002|Подписан\n, 27.09.2016 | продлен"
    clerk.put(ACTS, "Протокол о дружбе", "Даты", text)
    clerk.put(PARTNERS, "Нур-Султан", "Другие названия", "Акмолинск | С 1832 | по 1961\nАкмола")
    incoming = clerk.saved()
    assert changed(incoming) == [
        (uuid(16), "name", "Акмолинск"),
        (uuid(16), "used_from_text", "1832"),
        (uuid(16), "used_to_text", "1961"),
        (uuid(17), "used_to_text", ""),
        (uuid(41), "date_text", "1953 г."),
        (uuid(43), "meaning", "renewed"),
    ]
    assert incoming.content.agreements[0].dates[2].separator == ", "


def test_a_sheet_that_is_gone_says_nothing(clerk: Clerk) -> None:
    del clerk.book[ACTS]
    incoming = clerk.saved()
    assert incoming.stated[uuid(31)] == frozenset()
    assert uuid(33) in incoming.named
    assert incoming.covers is None
    missing = [it for it in incoming.findings if it.code is FindingCode.SHEET_MISSING]
    assert [it.values["text"] for it in missing] == [ACTS]


def test_without_events_the_file_covers_the_other_records_only(clerk: Clerk) -> None:
    del clerk.book[EVENTS]
    incoming = clerk.saved()
    assert incoming.covers is not None
    assert uuid(31) in incoming.covers
    assert uuid(51) not in incoming.covers


def test_what_a_clerk_added_beside_is_noticed(clerk: Clerk) -> None:
    clerk.sheet(EVENTS).cell(1, 14).value = "Кому поручено"
    clerk.sheet(EVENTS).cell(1, 15).value = "Вид"
    clerk.book.create_sheet("Черновик")["A1"] = "мысли"
    clerk.book.create_sheet("Пусто")
    clerk.book.copy_worksheet(clerk.sheet(PARTNERS))
    incoming = clerk.saved()
    found = [(it.code, it.values["text"]) for it in incoming.findings]
    assert found[:-1] == [
        (FindingCode.COLUMN_UNKNOWN, "Кому поручено"),
        (FindingCode.COLUMN_TWICE, "Вид (E)"),
        (FindingCode.COLUMN_TWICE, "Вид (O)"),
        (FindingCode.UNKNOWN_SHEET, "Черновик"),
        (FindingCode.UNKNOWN_SHEET, "Партнёры Copy"),
    ]
    assert "kind" not in incoming.stated[uuid(51)]


def test_sheets_without_the_hidden_one_are_read_by_their_own_ids(clerk: Clerk) -> None:
    del clerk.book["partners_data"]
    clerk.put(EVENTS, "дни Японии", "Мероприятие", "Дни Японии")
    incoming = clerk.saved()
    assert incoming.origin is None
    assert not incoming.refused
    assert changed(incoming) == [(uuid(52), "text", "Дни Японии")]


def test_sheets_without_ids_are_read_by_their_names(clerk: Clerk) -> None:
    for name in ("Страны", PARTNERS, EVENTS, ACTS, "Разделы"):
        clerk.delete_column(name, "Код записи")
    incoming = clerk.saved()
    assert not incoming.refused
    assert len(incoming.content.partners) >= 6
    assert not incoming.named & set(incoming.places)


def test_a_text_cut_in_the_file_cannot_be_edited_there(tmp_path: Path) -> None:
    content = small()
    long = type(content.events[1])
    events = (long(9, uuid(9), 2020, content.events[1].date, "я" * 40_000), *content.events)
    clerk = Clerk(tmp_path / "data.xlsx", type(content)("", (), (), (), (), events[:1]))
    clerk.put(EVENTS, 2, "Мероприятие", "коротко")
    clerk.put(EVENTS, 2, "Источник", "письмо")
    incoming = clerk.saved()
    assert "text" not in incoming.stated[uuid(9)]
    assert incoming.content.events[0].source == "письмо"
    assert [it.code for it in incoming.findings] == [FindingCode.EDIT_NOT_TAKEN]
