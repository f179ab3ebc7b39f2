"""Taking back one older step: what others built on it since stays, and is named."""

import pytest
from sqlalchemy import update

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import NothingToUndo, RecordMissing
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import agreements, catalogue, events
from partners_app.services.events import Scope, ScopeKind
from partners_app.services.register import Left, Register
from partners_app.storage import engine, rows
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import register_meta


def _newest(register: Register) -> int:
    return register.history(limit=1)[0].id


def _country(register: Register, name: str = "Чили") -> int:
    (country,) = catalogue.add_country(register, 1, name).ids("country")
    return country


def _partner(register: Register, country: int, name: str = "г. Сантьяго") -> int:
    (partner,) = catalogue.add_partner(register, country, name).ids("partner")
    return partner


def _event(register: Register, partner: int, text: str = "визит") -> int:
    scope = Scope(ScopeKind.PARTNER, partner)
    (event,) = events.add(register, scope, 2020, date_text="3 марта", text=text).ids("event")
    return event


def _digest(register: Register) -> str:
    return register.read(content_digest)


def _texts(register: Register) -> list[str]:
    found = events.ids(register, Scope(), 2020)
    loaded = events.load(register, found)
    return [loaded[event_id].text for event_id in found]


def _everything_stands_somewhere(register: Register) -> bool:
    found = events.load(register, events.ids(register, Scope(), 2020)).values()
    return all(event.links for event in found)


def test_the_newest_step_is_taken_back_as_by_undo(register: Register) -> None:
    start = _digest(register)
    catalogue.add_region(register, "Океания")
    step = _newest(register)
    taken = register.take_back(step)
    assert _digest(register) == start
    assert taken.left == ()
    assert taken.applied.ids("region") == {4}
    newest = register.history(limit=1)[0]
    assert (newest.kind, newest.reverts) == (OperationKind.TAKE_BACK, step)
    assert (newest.subject, newest.label) == ("region", "Океания")


def test_taking_back_is_a_step_that_can_be_undone(register: Register) -> None:
    catalogue.rename(register, "region", 1, "раз")
    step = _newest(register)
    catalogue.rename(register, "region", 2, "два")
    before = _digest(register)
    register.take_back(step)
    assert catalogue.region(register, 1).name == "Европа"
    assert catalogue.region(register, 2).name == "два"
    after = _digest(register)
    register.undo()
    assert _digest(register) == before
    register.undo()
    register.undo()
    register.redo()
    register.redo()
    register.redo()
    assert _digest(register) == after


def test_a_field_touched_since_stays_and_is_named(register: Register) -> None:
    partner = _partner(register, _country(register))
    event = _event(register, partner)
    old = register.read(rows.load, "event", [event])[event]
    both: Row = {"text": "приём", "remark": "важно"}
    change = Change("event", event, {name: old[name] for name in both}, both)
    register.apply(ChangeSet(OperationKind.EDIT, (change,), "event", "визит"))
    step = _newest(register)
    events.set_field(register, event, "text", "приём у губернатора")
    taken = register.take_back(step)
    assert taken.left == (Left("event", event, ("text",)),)
    found = events.load(register, [event])[event]
    assert (found.text, found.remark) == ("приём у губернатора", "")


def test_a_field_that_is_as_before_already_needs_nothing(register: Register) -> None:
    catalogue.rename(register, "region", 1, "раз")
    step = _newest(register)
    catalogue.rename(register, "region", 1, "Европа")
    steps = len(register.history())
    taken = register.take_back(step)
    assert not taken.applied
    assert taken.left == ()
    assert len(register.history()) == steps, "an empty change set is no step"


def test_a_step_that_was_undone_needs_nothing(register: Register) -> None:
    catalogue.add_region(register, "Океания")
    step = _newest(register)
    register.undo()
    taken = register.take_back(step)
    assert (bool(taken.applied), taken.left) == (False, ())


def test_a_record_that_was_edited_since_stays_with_its_lists(register: Register) -> None:
    partner = _partner(register, _country(register))
    event = _event(register, partner)
    step = _newest(register)
    events.set_field(register, event, "remark", "важно")
    before = _digest(register)
    taken = register.take_back(step)
    assert not taken.applied
    assert _digest(register) == before
    assert Left("event", event, ("remark",)) in taken.left
    assert {left.table for left in taken.left} == {"event", "event_link"}
    assert _everything_stands_somewhere(register)


def test_a_record_whose_place_was_changed_since_stays(register: Register) -> None:
    partner = _partner(register, _country(register))
    first, second = _event(register, partner, "первый"), _event(register, partner, "второй")
    step = _newest(register)
    events.move(register, second, Scope(ScopeKind.PARTNER, partner), -1)
    taken = register.take_back(step)
    assert not taken.applied
    assert _texts(register) == ["второй", "первый"]
    assert {left.table for left in taken.left} == {"event", "event_link"}
    assert events.load(register, [first])[first].links


def test_a_parent_that_gained_children_stays(register: Register) -> None:
    country = _country(register)
    step = _newest(register)
    partner = _partner(register, country)
    taken = register.take_back(step)
    assert not taken.applied
    assert taken.left == (Left("country", country, ()),)
    catalogue.delete(register, "partner", partner)
    taken = register.take_back(step)
    assert taken.applied.ids("country") == {country}
    assert taken.left == ()


def _import(register: Register) -> tuple[int, dict[str, set[int]]]:
    """Write a band with two countries and their partners and events in one step."""
    changes: list[Change] = [
        Change(
            "region",
            -1,
            None,
            {"uuid": "r", "name": "Америка", "heading": "АМЕРИКА", "position": 9000, "remark": ""},
        )
    ]
    for number in (1, 2):
        country: Row = {
            "uuid": f"c{number}",
            "region_id": -1,
            "name": f"Страна {number}",
            "position": number,
            "remark": "",
        }
        partner: Row = {
            "uuid": f"p{number}",
            "country_id": -number,
            "kind": "city",
            "name": f"г. Город {number}",
            "position": number,
            "status": "in_force",
            "status_date_text": "",
            "status_reason": "",
            "latitude": None,
            "longitude": None,
            "remark": "",
        }
        event: Row = {
            "uuid": f"e{number}",
            "report_year": 2020,
            "date_text": "3 марта",
            "text": f"визит {number}",
            "kind": None,
            "format": None,
            "participants": "",
            "responsible": "",
            "source": "",
            "printed": True,
            "remark": "",
        }
        link: Row = {
            "uuid": f"l{number}",
            "event_id": -number,
            "partner_id": -number,
            "country_id": None,
            "position": 1024,
        }
        changes += [
            Change("country", -number, None, country),
            Change("partner", -number, None, partner),
            Change("event", -number, None, event),
            Change("event_link", -number, None, link),
        ]
    written = register.apply(ChangeSet(OperationKind.IMPORT, tuple(changes), "", "america.json"))
    tables = {change.table for change in written.changes}
    return _newest(register), {table: written.ids(table) for table in tables}


def test_an_import_is_taken_back_weeks_later_but_for_what_was_built_on_it(
    register: Register,
) -> None:
    start = _digest(register)
    step, made = _import(register)
    first, second = sorted(made["partner"])
    agreements.add(register, first)
    catalogue.rename(register, "region", 1, "Старая Европа")
    taken = register.take_back(step)
    # The second country went with all of its own; the first one's partner holds an agreement.
    assert {left.table for left in taken.left} == {"region", "country", "partner"}
    assert all(left.fields == () for left in taken.left)
    tree = catalogue.tree(register, 2020)
    assert [node.region.name for node in tree.regions] == [
        "Старая Европа",
        "Азия",
        "СНГ",
        "Америка",
    ]
    assert [land.country.name for land in tree.regions[3].countries] == ["Страна 1"]
    assert tree.count == 0
    assert second not in {item.partner.id for item in tree.regions[3].countries[0].partners}
    catalogue.rename(register, "region", 1, "Европа")
    for partner in agreements.of_partner(register, first):
        agreements.delete(register, partner.id)
    again = register.take_back(step)
    assert again.left == ()
    assert _digest(register) == start


def test_an_untouched_import_goes_without_a_trace(register: Register) -> None:
    start = _digest(register)
    step, made = _import(register)
    taken = register.take_back(step)
    assert taken.left == ()
    assert {table: taken.applied.ids(table) for table in made} == made
    assert _digest(register) == start
    register.undo()
    assert _texts(register) == ["визит 1", "визит 2"]


def test_an_event_that_gained_a_cell_keeps_it(register: Register) -> None:
    elsewhere = _partner(register, _country(register))
    step, made = _import(register)
    event = min(made["event"])
    link: Row = {
        "uuid": "l9",
        "event_id": event,
        "partner_id": elsewhere,
        "country_id": None,
        "position": 1,
    }
    change = Change("event_link", -1, None, link)
    register.apply(ChangeSet(OperationKind.EDIT, (change,), "event", ""))
    register.take_back(step)
    loaded = events.load(register, [event])[event]
    assert elsewhere in {item.partner_id for item in loaded.links}
    assert _texts(register) == ["визит 1"]


def test_a_deleted_record_comes_back_with_what_was_under_it(register_2020: Register) -> None:
    start = _digest(register_2020)
    catalogue.delete(register_2020, "country", 3)
    step = _newest(register_2020)
    catalogue.rename(register_2020, "region", 1, "Запад")
    taken = register_2020.take_back(step)
    assert taken.left == ()
    catalogue.rename(register_2020, "region", 1, "Европа")
    assert _digest(register_2020) == start


def test_what_belonged_to_a_record_that_is_gone_does_not_come_back(register: Register) -> None:
    country = _country(register)
    partner = _partner(register, country)
    event = _event(register, partner)
    other = _partner(register, country, "г. Вальпараисо")
    events.delete(register, [event])
    step = _newest(register)
    catalogue.delete(register, "partner", partner)
    before = _digest(register)
    taken = register.take_back(step)
    assert not taken.applied, "an event would stand nowhere"
    assert {left.table for left in taken.left} == {"event", "event_link"}
    assert _digest(register) == before
    catalogue.delete(register, "partner", other)
    catalogue.delete(register, "country", country)
    assert {left.table for left in register.take_back(step).left} == {"event", "event_link"}


def test_a_step_below_a_deleted_parent_is_left_alone(register: Register) -> None:
    country = _country(register)
    partner = _partner(register, country)
    catalogue.rename(register, "partner", partner, "г. Консепсьон")
    step = _newest(register)
    catalogue.delete(register, "country", country)
    taken = register.take_back(step)
    assert not taken.applied
    assert taken.left == (Left("partner", partner, ("name",)),)


def test_a_country_moved_by_the_step_does_not_hold_its_new_band(register: Register) -> None:
    country = _country(register)
    start = _digest(register)
    band: Row = {"uuid": "r", "name": "Америка", "heading": "", "position": 9000, "remark": ""}
    register.apply(
        ChangeSet(
            OperationKind.EDIT,
            (
                Change("region", -1, None, band),
                Change("country", country, {"region_id": 1}, {"region_id": -1}),
            ),
            "region",
            "Америка",
        )
    )
    step = _newest(register)
    catalogue.rename(register, "country", country, "Перу")
    taken = register.take_back(step)
    assert taken.left == ()
    catalogue.rename(register, "country", country, "Чили")
    assert _digest(register) == start


def test_a_country_does_not_move_back_into_a_band_that_is_gone(register: Register) -> None:
    country = _country(register)
    change = Change("country", country, {"region_id": 1}, {"region_id": 2})
    register.apply(ChangeSet(OperationKind.MOVE, (change,), "country", "Чили"))
    step = _newest(register)
    catalogue.delete(register, "region", 1)
    taken = register.take_back(step)
    assert not taken.applied
    assert taken.left == (Left("country", country, ()),)
    assert catalogue.country(register, country).region_id == 2


def test_the_last_cell_of_an_event_is_not_taken_from_it(register: Register) -> None:
    country = _country(register)
    first, second = _partner(register, country), _partner(register, country, "г. Вальпараисо")
    event = _event(register, first)
    link: Row = {
        "uuid": "l9",
        "event_id": event,
        "partner_id": second,
        "country_id": None,
        "position": 1,
    }
    change = Change("event_link", -1, None, link)
    register.apply(ChangeSet(OperationKind.EDIT, (change,), "event", "визит"))
    step = _newest(register)
    catalogue.delete(register, "partner", first)
    taken = register.take_back(step)
    assert not taken.applied
    assert [left.table for left in taken.left] == ["event_link"]
    register.undo()
    assert register.take_back(step).applied.ids("event_link")
    assert _everything_stands_somewhere(register)


def test_a_date_of_an_agreement_is_taken_back_alone(register: Register) -> None:
    partner = _partner(register, _country(register))
    agreements.add(register, partner)
    (agreement,) = agreements.of_partner(register, partner)
    agreements.add_date(register, agreement.id, "16.06.2011")
    step = _newest(register)
    agreements.set_field(register, agreement.id, "title", "Соглашение")
    assert register.take_back(step).left == ()
    (agreement,) = agreements.of_partner(register, partner)
    assert (agreement.title, agreement.dates) == ("Соглашение", ())


def test_there_is_no_way_behind_the_start(register: Register) -> None:
    with pytest.raises(RecordMissing) as caught:
        register.take_back(99)
    assert (caught.value.table, caught.value.row_id) == ("operation", 99)
    with pytest.raises(NothingToUndo):
        register.take_back(1)
    catalogue.rename(register, "region", 1, "раз")
    step = _newest(register)
    with engine.writing(engine.file_engine(register.path), register.path) as connection:
        connection.execute(update(register_meta).values(undo_floor=step))
    with pytest.raises(NothingToUndo):
        register.take_back(step)


def test_taking_back_an_undo_does_the_step_again(register: Register) -> None:
    catalogue.rename(register, "region", 1, "раз")
    register.undo()
    undo = _newest(register)
    register.take_back(undo)
    assert catalogue.region(register, 1).name == "раз"
    register.undo()
    assert catalogue.region(register, 1).name == "Европа"
