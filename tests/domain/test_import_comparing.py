"""A file that comes back is compared with the register: what it says is proposed, and no more."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.changes import ChangeSet, Row, Value
from partners_app.domain.content_rows import content_rows
from partners_app.domain.content_tables import REFERENCES, under_negative_ids
from partners_app.domain.event_order import cell_of
from partners_app.domain.import_comparing import compare
from partners_app.domain.import_matching import NEW_RECORD, match
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome
from partners_app.domain.incoming import Incoming, Layout, Origin
from partners_app.domain.records import (
    NO_DATE,
    Agreement,
    AgreementLink,
    Country,
    Event,
    EventLink,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.row_records import content_from_rows
from partners_app.domain.vocabulary import AgreementLinkKind, PartnerKind
from tests.register_contents import contents

EMPTY = RegisterContent("")


def whole(content: RegisterContent, *, exported: bool = False) -> Incoming:
    """Return a file that holds a whole register, with its ids."""
    told = under_negative_ids(content)
    return Incoming(
        Path("копия.json"),
        Layout.REGISTER,
        told,
        named=frozenset(str(row["uuid"]) for _, _, row in content_rows(told)),
        origin=Origin("here", 1) if exported else None,
    )


def plan(
    incoming: Incoming,
    current: RegisterContent,
    base: RegisterContent | None = None,
    decisions: Mapping[str, str] | None = None,
) -> ImportPlan:
    matches = match(incoming, current, decisions or {})
    entries, siblings = compare(incoming, current, base, matches)
    return ImportPlan(incoming.path, incoming.layout, tuple(entries), (), tuple(siblings))


def written(content: RegisterContent, change_set: ChangeSet) -> RegisterContent:
    """Return a content after a change set, as the journal would write it."""
    rows: dict[str, dict[int, Row]] = defaultdict(dict)
    for table, row_id, row in content_rows(content):
        rows[table][row_id] = row
    highest = max((row_id for held in rows.values() for row_id in held), default=0)

    def number(value: int) -> int:
        return highest - value if value < 0 else value

    for change in change_set.changes:
        own = rows[change.table]
        if change.after is None:
            assert own.pop(change.id) == change.before
            continue
        after = {
            name: number(value) if name in REFERENCES and isinstance(value, int) else value
            for name, value in change.after.items()
        }
        if change.before is None:
            own[number(change.id)] = after
        else:
            present = own[change.id]
            assert {name: present[name] for name in change.before} == change.before
            own[change.id] = {**present, **after}
    return content_from_rows(content.title, rows)


def named_by_table(content: RegisterContent) -> RegisterContent:
    """Return a content in which no two records of different kinds have one id."""
    rows: dict[str, dict[int, Row]] = defaultdict(dict)
    for table, row_id, row in content_rows(content):
        rows[table][row_id] = {**row, "uuid": f"{table}-{row['uuid']!s}"}
    return content_from_rows(content.title, rows)


def told(content: RegisterContent) -> RegisterContent:
    """Return a content without what differs between two files: ids and order numbers.

    A record that is known by its name keeps the UUID it has. The places of an event have no order
    among themselves, and events without a place none at all.
    """
    unplaced = [replace(event, uuid="") for event in content.events if not event.links]
    unplaced.sort(key=lambda event: repr(replace(event, id=0)))
    cells = [("country", country.id) for country in content.countries]
    cells += [("partner", partner.id) for partner in content.partners]
    placed = [
        replace(
            event, links=tuple(sorted(event.links, key=lambda link: cells.index(cell_of(link))))
        )
        for event in content.events
        if event.links
    ]
    content = replace(content, events=(*placed, *unplaced))
    numbers: dict[str, int] = {}
    rows: dict[str, dict[int, Row]] = defaultdict(dict)
    order: dict[tuple[str, Value], int] = {}
    for table, row_id, _ in content_rows(content):
        numbers[table] = numbers.get(table, 0) + 1
        order[table, row_id] = numbers[table]
    for table, row_id, row in content_rows(content):
        rows[table][order[table, row_id]] = {
            name: order[REFERENCES[name], value]
            if name in REFERENCES and value is not None
            else 0
            if name == "position"
            else ""
            if name == "uuid"
            else value
            for name, value in row.items()
        }
    return content_from_rows("", rows)


@given(contents())
def test_a_register_that_comes_back_as_it_is_changes_nothing(content: RegisterContent) -> None:
    for base in (None, content):
        made = plan(whole(content, exported=base is not None), content, base)
        assert {entry.outcome for entry in made.entries} <= {Outcome.UNCHANGED}
        assert not made.change_set(entry.key for entry in made.entries)


@given(contents())
def test_an_empty_register_becomes_what_the_file_says(content: RegisterContent) -> None:
    made = plan(whole(content), EMPTY)
    assert {entry.outcome for entry in made.entries} <= {Outcome.NEW}
    assert told(written(EMPTY, made.change_set(made.proposed()))) == told(content)


@given(contents(), contents())
def test_all_proposals_together_make_the_register_the_file(
    exported: RegisterContent, other: RegisterContent
) -> None:
    # Both number their records alike, so that many have one id: an edited copy of a register.
    exported, other = named_by_table(exported), named_by_table(other)
    # Two records with ids of their own that say the same (two empty events) are somebody's to tell;
    # when one is told, the next may look like what that one looked like.
    told_new: dict[str, str] = {}
    while True:
        made = plan(whole(other, exported=True), exported, exported, told_new)
        doubtful = made.of(Outcome.DOUBTFUL)
        alike = [entry.key for entry in doubtful if entry.doubt is Doubt.LOOKS_LIKE]
        if not alike:
            break
        told_new |= dict.fromkeys(alike, NEW_RECORD)
    everything = [entry.key for entry in made.entries]
    result = written(exported, made.change_set(everything))
    assert told(result) == told(other)


@given(contents(), st.data())
def test_an_entry_that_is_left_out_leaves_its_record_alone(
    content: RegisterContent, data: st.DataObject
) -> None:
    made = plan(whole(content), EMPTY)
    keys = sorted(entry.key for entry in made.entries)
    ticked = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
    kept = {entry.key for entry in made.writable(ticked)}
    result = written(EMPTY, made.change_set(ticked))
    held = {
        record.uuid
        for records in (
            result.regions,
            result.countries,
            result.partners,
            result.agreements,
            result.events,
        )
        for record in records
    }
    assert held == kept
    assert kept <= ticked


def test_an_event_led_to_another_city_stays_when_the_city_it_left_goes() -> None:
    band, country = (
        Region(1, "band", "Европа", "ЕВРОПА", 1024),
        Country(2, "land", 1, "Италия", 1024),
    )
    milan, turin = (
        Partner(number, name, 2, PartnerKind.CITY, name, number * 1024)
        for number, name in ((3, "Милан"), (4, "Турин"))
    )
    visit = Event(5, "visit", 2020, NO_DATE, "Визит", (EventLink(6, "place", 3, None, 1024),))
    exported = RegisterContent("", (band,), (country,), (milan, turin), (), (visit,))
    led = replace(visit, links=(EventLink(6, "place", 4, None, 1024),))
    other = replace(exported, partners=(turin,), events=(led,))
    made = plan(whole(other, exported=True), exported, exported)
    result = written(exported, made.change_set(entry.key for entry in made.entries))
    assert [partner.name for partner in result.partners] == ["Турин"]
    assert [link.partner_id for link in result.events[0].links] == [4]


def test_a_link_led_to_another_agreement_stays_when_the_one_it_named_goes() -> None:
    band, country = (
        Region(1, "band", "Европа", "ЕВРОПА", 1024),
        Country(2, "land", 1, "Италия", 1024),
    )
    city = Partner(3, "city", 2, PartnerKind.CITY, "Милан", 1024)
    oldest, older, newest = (
        Agreement(number, uuid, 3, None, uuid, number * 1024)
        for number, uuid in ((4, "Протокол 1967 года"), (5, "Договор"), (6, "Соглашение"))
    )
    link = AgreementLink(7, "link", 5, AgreementLinkKind.REPLACES)
    exported = RegisterContent(
        "", (band,), (country,), (city,), (oldest, older, replace(newest, links=(link,))), ()
    )
    led = replace(newest, links=(replace(link, other_id=4),))
    other = replace(exported, agreements=(oldest, led))
    made = plan(whole(other, exported=True), exported, exported)
    result = written(exported, made.change_set(entry.key for entry in made.entries))
    assert [agreement.title for agreement in result.agreements] == [
        "Протокол 1967 года",
        "Соглашение",
    ]
    assert [link.other_id for link in result.agreements[-1].links] == [4]


def test_an_event_that_the_file_moves_and_shares_is_moved_and_shared() -> None:
    band, country = (
        Region(1, "band", "Европа", "ЕВРОПА", 1024),
        Country(2, "land", 1, "Италия", 1024),
    )
    city = Partner(3, "city", 2, PartnerKind.CITY, "Милан", 1024)
    forum, visit = (
        Event(number, uuid, 2020, NO_DATE, uuid, (EventLink(number + 2, uuid, None, 2, place),))
        for number, uuid, place in ((4, "Форум", 1024), (5, "Визит", 2048))
    )
    exported = RegisterContent("", (band,), (country,), (city,), (), (forum, visit))
    first = replace(visit.links[0], position=512)
    shared = replace(visit, links=(first, EventLink(8, "place", 3, None, 1024)))
    other = replace(exported, events=(shared, forum))
    made = plan(whole(other, exported=True), exported, exported)
    result = written(exported, made.change_set(entry.key for entry in made.entries))
    assert [event.text for event in result.events] == ["Визит", "Форум"]
    assert [link.partner_id for link in result.events[0].links] == [None, 3]


def test_a_city_led_to_a_new_country_and_elsewhere_meanwhile_goes_there_only_with_it() -> None:
    band = Region(1, "band", "Европа", "ЕВРОПА", 1024)
    italy, malta, france = (
        Country(number, name, 1, name, number * 1024)
        for number, name in ((2, "Италия"), (3, "Мальта"), (4, "Франция"))
    )
    city = Partner(5, "city", 2, PartnerKind.CITY, "Ментона", 1024)
    exported = RegisterContent("", (band,), (italy, malta), (city,), (), ())
    current = replace(exported, partners=(replace(city, country_id=3),))
    other = replace(
        exported, countries=(italy, malta, france), partners=(replace(city, country_id=4),)
    )
    made = plan(whole(other, exported=True), current, exported)
    (led,) = made.of(Outcome.DOUBTFUL)
    assert (led.doubt, led.needs) == (Doubt.CHANGED_BOTH, ("Франция",))
    assert not made.change_set({led.key}), "without the country there is nowhere to go"
    result = written(current, made.change_set({led.key, *made.proposed()}))
    assert result.partners[0].country_id == result.countries[-1].id
