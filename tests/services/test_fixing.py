"""Corrections that are certain are made in one step, or not at all where the text has changed."""

import pytest

from partners_app.domain.errors import ChangedSince, RecordMissing
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import catalogue, checking, events, fixing
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register

YEAR = 2020


def slip(uuid: str, at: int, found: str, proposed: str, field: str = "text") -> Finding:
    values = {"at": str(at), "found": found, "proposed": proposed}
    return Finding(FindingCode.UNPAIRED_SIGN, Severity.WARNING, "event", uuid, field, values)


@pytest.fixture
def two(register_2020: Register) -> list[tuple[int, str]]:
    """The first two events, with a slip or two in each."""
    numbers = events.ids(register_2020, Scope(), YEAR)[:2]
    events.set_field(register_2020, numbers[0], "text", "форум,концерт,  выставка")
    events.set_field(register_2020, numbers[1], "text", "визит")
    loaded = events.load(register_2020, numbers)
    return [(number, loaded[number].uuid) for number in numbers]


def last_step(register: Register) -> tuple[OperationKind, str]:
    step = register.undo_state().undo
    assert step is not None
    return step.kind, step.label


def text(register: Register, number: int) -> str:
    return events.load(register, [number])[number].text


def test_a_correction_is_shown_before_it_is_made() -> None:
    finding = slip("uuid", 5, ",", ", ")
    assert fixing.fixable(finding)
    assert fixing.preview(finding, "форум,концерт") == "форум, концерт"
    with pytest.raises(ChangedSince):
        fixing.preview(finding, "форум концерт")
    other = Finding(FindingCode.NO_BASIS, Severity.WARNING, "partner", "uuid")
    assert not fixing.fixable(other)


def test_the_heading_of_a_band_follows_its_corrected_name(register_2020: Register) -> None:
    band = catalogue.tree(register_2020, YEAR).regions[0].region
    catalogue.rename(register_2020, "region", band.id, "Европа,Азия")
    (finding,) = [item for item in checking.check(register_2020, YEAR) if item.table == "region"]
    fixing.fix(register_2020, [finding])
    band = catalogue.region(register_2020, band.id)
    assert (band.name, band.heading) == ("Европа, Азия", "ЕВРОПА, АЗИЯ")


def test_many_corrections_are_one_step(register_2020: Register, two: list[tuple[int, str]]) -> None:
    (first, uuid), (second, other) = two
    findings = [
        slip(uuid, 13, ",  ", ", "),
        slip(uuid, 5, ",", ", "),
        slip(uuid, 14, "  ", " "),  # overlaps with the first
        slip(other, 0, "визит", "визит."),
        Finding(FindingCode.NO_BASIS, Severity.WARNING, "partner", "uuid"),
    ]
    fixing.fix(register_2020, findings)
    assert text(register_2020, first) == "форум, концерт, выставка"
    assert text(register_2020, second) == "визит."
    assert last_step(register_2020) == (OperationKind.FIX, "3")
    register_2020.undo()
    assert text(register_2020, first) == "форум,концерт,  выставка"


def test_one_correction_says_what_it_did(
    register_2020: Register, two: list[tuple[int, str]]
) -> None:
    number, uuid = two[1]
    fixing.fix(register_2020, [slip(uuid, 0, "визит", "приём")])
    assert text(register_2020, number) == "приём"
    assert last_step(register_2020) == (OperationKind.FIX, "«визит» → «приём»")


def test_a_date_is_corrected_in_its_wording(
    register_2020: Register, two: list[tuple[int, str]]
) -> None:
    number, uuid = two[0]
    events.set_field(register_2020, number, "date", "3  марта")
    fixing.fix(register_2020, [slip(uuid, 1, "  ", " ", "date")])
    date = events.load(register_2020, [number])[number].date
    assert (date.text, date.edtf) == ("3 марта", "2020-03-03")


def test_a_text_that_changed_since_is_left_alone(
    register_2020: Register, two: list[tuple[int, str]]
) -> None:
    (first, uuid), (second, other) = two
    events.set_field(register_2020, second, "text", "приём")
    with pytest.raises(ChangedSince):
        fixing.fix(register_2020, [slip(uuid, 5, ",", ", "), slip(other, 0, "визит", "визит.")])
    assert text(register_2020, first) == "форум,концерт,  выставка"
    events.delete(register_2020, [second])
    with pytest.raises(RecordMissing):
        fixing.fix(register_2020, [slip(other, 0, "приём", "приём.")])
    assert not fixing.fix(register_2020, [])
