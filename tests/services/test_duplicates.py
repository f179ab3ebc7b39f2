"""One visit entered under two cities is noticed, merged in one step, or kept as two."""

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.vocabulary import EventKind
from partners_app.services import catalogue, duplicates, event_places, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

YEAR = 2020
OSAKA, HOKKAIDO = "г. Осака, 2 октября", "провинция Хоккайдо, 2 октября"


def place(register: Register, name: str) -> Scope:
    for band in catalogue.tree(register, YEAR).regions:
        for land in band.countries:
            for node in land.partners:
                if node.partner.name == name:
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    raise LookupError(name)


def found(register: Register) -> Finding | None:
    """Return the finding about the visit of 2 October, which the sample tells twice."""
    pairs = [
        finding
        for finding in duplicates.find(register, YEAR)
        if {finding.values["here"], finding.values["other"]} == {OSAKA, HOKKAIDO}
    ]
    assert len(pairs) <= 1
    return pairs[0] if pairs else None


def ids_of(register: Register, finding: Finding) -> tuple[int, int]:
    uuids = (finding.record, finding.values["other_record"])
    first, second = (catalogue.place_of(register, "event", uuid)[1] for uuid in uuids)
    return first, second


def test_the_visit_of_2_october_is_found_under_osaka_and_hokkaido(register_2020: Register) -> None:
    finding = found(register_2020)
    assert finding is not None
    assert finding.code is FindingCode.ENTERED_TWICE
    assert finding.values["place"] == "Япония · провинция Хоккайдо · 2 октября"
    turned = duplicates.mirrored(finding)
    assert (turned.record, turned.values["other"]) == (finding.values["other_record"], HOKKAIDO)
    assert duplicates.mirrored(turned) == finding
    assert len(duplicates.find(register_2020, YEAR)) <= 2


def test_an_event_typed_again_under_another_partner_is_noticed(register_2020: Register) -> None:
    kotka = place(register_2020, "г. Котка")
    source = events.ids(register_2020, place(register_2020, "г. Турку"), YEAR)[0]
    told = events.load(register_2020, [source])[source]
    before = len(duplicates.find(register_2020, YEAR))
    done = events.add(register_2020, kotka, YEAR, date_text="31 января 2020 г.", text=told.text)
    assert len(duplicates.find(register_2020, YEAR)) == before + 1
    (new,) = done.ids("event")
    events.set_field(register_2020, new, "date", "2 февраля")
    assert len(duplicates.find(register_2020, YEAR)) == before


def test_a_merged_event_has_both_places_the_longer_text_and_all_that_was_known(
    register_2020: Register,
) -> None:
    register = register_2020
    finding = found(register)
    assert finding is not None
    hokkaido, osaka = ids_of(register, finding)
    events.set_field(register, hokkaido, "kind", EventKind.VISIT.value)
    events.set_field(register, hokkaido, "participants", "вице-консул")
    events.set_field(register, osaka, "kind", EventKind.MEETING.value)
    total = events.total(register, Scope(), YEAR)
    text = events.load(register, [osaka])[osaka].text
    duplicates.merge(register, hokkaido, osaka)
    kept = events.load(register, [osaka, hokkaido])
    assert list(kept) == [osaka]  # its text is the longer one
    assert kept[osaka].text == text
    assert kept[osaka].kind is EventKind.MEETING
    assert kept[osaka].participants == "вице-консул"
    both = {place(register, "г. Осака"), place(register, "провинция Хоккайдо")}
    assert event_places.places_of(register, [osaka])[osaka] == both
    assert events.total(register, Scope(), YEAR) == total - 1
    assert found(register) is None
    register.undo()
    assert len(events.load(register, [osaka, hokkaido])) == 2
    assert found(register) is not None
    register.redo()
    assert found(register) is None


def test_merging_two_events_of_one_cell_leaves_one_link(register_2020: Register) -> None:
    register = register_2020
    turku = place(register, "г. Турку")
    first = events.ids(register, turku, YEAR)[0]
    event_places.copy_to(register, [first], turku)
    copy = events.ids(register, turku, YEAR)[-1]
    duplicates.merge(register, first, copy)
    assert events.ids(register, turku, YEAR).count(first) == 1
    assert len(events.load(register, [first])[first].links) == 1


def test_two_events_accepted_as_two_are_no_finding_until_one_changes(
    register_2020: Register,
) -> None:
    register = register_2020
    finding = found(register)
    assert finding is not None
    hokkaido, osaka = ids_of(register, finding)
    duplicates.accept(register, osaka, hokkaido)
    assert found(register) is None
    register.undo()
    assert found(register) is not None
    register.redo()
    text = events.load(register, [osaka])[osaka].text
    events.set_field(register, osaka, "text", f"{text} Состоялся обмен подарками.")
    assert found(register) is not None


def test_an_event_deleted_meanwhile_is_not_merged(register_2020: Register) -> None:
    finding = found(register_2020)
    assert finding is not None
    hokkaido, osaka = ids_of(register_2020, finding)
    events.delete(register_2020, [osaka])
    for act in (duplicates.merge, duplicates.accept):
        with pytest.raises(RecordMissing):
            act(register_2020, hokkaido, osaka)
    assert duplicates.find(register_2020, YEAR) is not None
