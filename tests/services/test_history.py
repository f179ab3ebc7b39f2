"""The history (ux 22): who changed what; a version, a value and what was deleted come back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from partners_app.domain.errors import RecordMissing
from partners_app.services import agreements, catalogue, events, history
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.history import StepFilter
from partners_app.services.register import Register


@pytest.fixture
def graz(register: Register) -> Scope:
    (band, *_) = catalogue.tree(register, 2020).regions
    (land,) = catalogue.add_country(register, band.region.id, "Австрия").ids("country")
    (partner,) = catalogue.add_partner(register, land, "г. Грац").ids("partner")
    return Scope(ScopeKind.PARTNER, partner)


@pytest.fixture
def visit(register: Register, graz: Scope) -> int:
    done = events.add(register, graz, 2020, date_text="3 марта", text="визит делегации")
    return next(iter(done.ids("event")))


def labels(register: Register, where: StepFilter) -> list[str]:
    return [step.operation.label for step in history.steps(register, where)]


def newest(register: Register) -> int:
    return register.history(limit=1)[0].id


def test_ux_22_a_step_tells_its_fields_old_and_new_and_its_place(
    register: Register, visit: int
) -> None:
    events.set_field(register, visit, "text", "приём делегации")
    found = history.changes_of_step(register, newest(register))
    (record,) = found.records
    assert [(item.field, item.before, item.after) for item in record.fields] == [
        ("text", "визит делегации", "приём делегации")
    ]
    assert (record.title, record.place) == ("3 марта", ("Европа", "Австрия", "г. Грац"))
    assert record.uuid


def test_ux_22_steps_are_filtered_by_words_author_time_and_record(
    register: Register, visit: int, graz: Scope
) -> None:
    pyotr = Register.open(register.path, author="Пётр")
    events.set_field(pyotr, visit, "remark", "Проверено по телефону")
    pyotr.close()
    assert labels(register, StepFilter(author="Пётр")) == ["визит делегации"]
    assert history.authors(register) == ["Анна", "Основа", "Пётр"]
    assert labels(register, StepFilter(text="проверено")) == ["визит делегации"]
    assert labels(register, StepFilter(text="ГРАЦ")) == ["г. Грац"]
    assert labels(register, StepFilter(text="крокодил")) == []
    assert len(labels(register, StepFilter(record=("event", visit)))) == 2
    now = datetime.now(UTC)
    assert len(labels(register, StepFilter(since=now - timedelta(hours=1)))) == 5
    assert labels(register, StepFilter(since=now + timedelta(hours=1))) == []


def test_ux_22_a_version_of_a_record_comes_back_in_one_step(register: Register, visit: int) -> None:
    events.set_field(register, visit, "text", "второе")
    second = newest(register)
    events.set_field(register, visit, "date", "4 марта")
    events.set_field(register, visit, "text", "третье")
    seq = register.change_seq()
    history.restore_version(register, "event", visit, second)
    event = events.load(register, [visit])[visit]
    assert (event.text, event.date.text) == ("визит делегации", "3 марта")
    assert register.change_seq() == seq + 1
    register.undo()
    assert events.load(register, [visit])[visit].text == "третье"
    history.restore_value(register, "event", visit, "text", "второе")
    event = events.load(register, [visit])[visit]
    assert (event.text, event.date.text) == ("второе", "4 марта")


def test_ux_22_what_was_deleted_comes_back_with_its_deleted_parents(
    register: Register, graz: Scope, visit: int
) -> None:
    assert graz.id is not None
    events.delete(register, [visit])
    of_event = newest(register)
    catalogue.delete(register, "partner", graz.id)
    land = next(iter(catalogue.tree(register, 2020).regions[0].countries)).country
    catalogue.delete(register, "country", land.id)
    trash = history.steps(register, StepFilter(deleted=True))
    assert [step.operation.subject for step in trash] == ["country", "partner", "event"]
    seq = register.change_seq()
    history.restore_deleted(register, of_event)
    assert register.change_seq() == seq + 1
    assert events.load(register, [visit])[visit].text == "визит делегации"
    assert catalogue.partner(register, graz.id).name == "г. Грац"
    assert history.steps(register, StepFilter(deleted=True)) == []
    register.undo()
    assert catalogue.tree(register, 2020).regions[0].countries == ()


def test_restoring_what_is_there_writes_nothing(register: Register, visit: int) -> None:
    events.delete(register, [visit])
    step = newest(register)
    register.undo()
    assert not history.restore_deleted(register, step)


def test_a_link_between_agreements_does_not_bring_the_other_one_back(
    register_2020: Register,
) -> None:
    tree = catalogue.tree(register_2020, 2020)
    node = next(
        node
        for band in tree.regions
        for land in band.countries
        for node in land.partners
        if node.partner.name == "г. Турку"
    )
    (first, *_) = agreements.of_partner(register_2020, node.partner.id)
    agreements.delete(register_2020, first.id)
    before = len(agreements.of_partner(register_2020, node.partner.id))
    history.restore_deleted(register_2020, newest(register_2020))
    back = agreements.of_partner(register_2020, node.partner.id)
    assert len(back) == before + 1
    assert first in back


def test_a_step_that_is_not_there_is_said(register: Register, tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        history.restore_deleted(register, 4711)
