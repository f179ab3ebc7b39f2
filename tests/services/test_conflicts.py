"""Two people write in one register: the second is asked, nobody writes over what was not seen."""

from collections.abc import Callable, Iterator

import pytest

from partners_app.domain.errors import ChangedSince, RecordMissing, RegisterReadOnly
from partners_app.services import catalogue, conflicts, drafts, events, particulars
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest

AT = "2026-11-22T14:05:00+03:00"


@pytest.fixture
def mine(register_2020: Register) -> Register:
    """The register as a window has it: what its user was shown is kept account of."""
    register_2020.start_showing()
    return register_2020


@pytest.fixture
def hers(mine: Register) -> Iterator[Register]:
    """The same file in the hands of a colleague."""
    opened = Register.open(mine.path, author="Петрова")
    yield opened
    opened.close()


def _refused(act: Callable[[], object]) -> ChangedSince:
    with pytest.raises(ChangedSince) as caught:
        act()
    return caught.value


def test_the_second_edit_of_a_field_is_refused_and_both_are_shown(
    mine: Register, hers: Register
) -> None:
    before = events.load(mine, [1])[1].text
    events.set_field(hers, 1, "text", "её")
    whole = mine.read(content_digest)
    error = _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    assert mine.read(content_digest) == whole
    assert (error.table, error.row_id, error.fields) == ("event", 1, ("text",))
    (told,) = conflicts.contested(mine, error)
    assert (told.author, told.deleting) == ("Петрова", False)
    (field,) = told.fields
    assert (field.seen, field.theirs, field.mine) == (before, "её", "моё")
    assert told.place[-1:] != ()
    # Trying again is no decision.
    _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    conflicts.settle(mine, error, {field.key})
    assert events.load(mine, [1])[1].text == "моё"
    assert mine.history(limit=1)[0].author == "Анна"


def test_what_is_left_to_the_other_is_not_written(mine: Register, hers: Register) -> None:
    events.set_field(hers, 1, "text", "её")
    error = _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    seq = mine.change_seq()
    assert not conflicts.settle(mine, error, set())
    assert mine.change_seq() == seq
    assert events.load(mine, [1])[1].text == "её"


def test_each_field_of_an_act_is_decided_by_itself(mine: Register, hers: Register) -> None:
    events.set_fields(hers, [(1, "text", "её"), (1, "remark", "её"), (2, "text", "её")])
    cells = [(1, "text", "моё"), (1, "remark", "моё"), (1, "source", "моё"), (3, "text", "моё")]
    error = _refused(lambda: events.set_fields(mine, cells))
    (told,) = conflicts.contested(mine, error)
    assert {field.key[2] for field in told.fields} == {"text", "remark"}
    conflicts.settle(mine, error, {("event", 1, "remark")})
    found = events.load(mine, [1, 2, 3])
    assert (found[1].text, found[1].remark, found[1].source) == ("её", "моё", "моё")
    assert (found[2].text, found[3].text) == ("её", "моё")


def test_what_does_not_meet_is_written_at_once(mine: Register, hers: Register) -> None:
    events.set_field(hers, 1, "text", "её")
    events.set_field(mine, 1, "remark", "моё")
    events.set_field(mine, 2, "text", "моё")
    found = events.load(mine, [1])[1]
    assert (found.text, found.remark) == ("её", "моё")
    # And the own steps in between do not make hers seen.
    _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    assert mine.is_behind()
    assert mine.show_all() == {"Петрова": 1}
    assert not mine.is_behind()
    events.set_field(mine, 1, "text", "после неё")
    assert mine.show_all() == {}


def test_the_same_words_and_words_taken_back_are_no_conflict(
    mine: Register, hers: Register
) -> None:
    events.set_field(hers, 1, "text", "одно и то же")
    assert not events.set_field(mine, 1, "text", "одно и то же")
    events.set_field(hers, 2, "text", "её")
    hers.undo()
    events.set_field(mine, 2, "text", "моё")
    assert events.load(mine, [2])[2].text == "моё"


def test_a_deletion_of_what_she_edited_is_asked_about(mine: Register, hers: Register) -> None:
    events.set_field(hers, 1, "text", "её")
    error = _refused(lambda: events.delete(mine, [1]))
    assert conflicts.is_whole(error)
    (told,) = conflicts.contested(mine, error)
    assert told.deleting
    assert [field.theirs for field in told.fields] == ["её"]
    conflicts.settle(mine, error, ())
    assert events.load(mine, [1]) == {}


def test_a_country_that_she_added_to_is_not_deleted_unasked(mine: Register, hers: Register) -> None:
    catalogue.add_partner(hers, 3, "г. Новый")
    error = _refused(lambda: catalogue.delete(mine, "country", 3))
    (told,) = conflicts.contested(mine, error)
    assert (told.table, told.title, told.deleting) == ("partner", "г. Новый", True)


def test_an_edit_of_what_she_deleted_is_told(mine: Register, hers: Register) -> None:
    events.delete(hers, [1])
    with pytest.raises(RecordMissing):
        events.set_field(mine, 1, "text", "моё")


def test_undo_of_a_step_that_was_not_seen_is_refused(mine: Register, hers: Register) -> None:
    events.set_field(mine, 1, "text", "моё")
    events.set_field(hers, 2, "text", "её")
    _refused(mine.undo)
    assert events.load(mine, [2])[2].text == "её"
    mine.show_all()
    mine.undo()
    assert events.load(mine, [1])[1].text == "моё"


def test_undo_does_not_bring_back_what_she_deleted_unseen(mine: Register, hers: Register) -> None:
    events.set_field(mine, 3, "text", "моё")
    events.delete(hers, [5])
    error = _refused(mine.undo)
    assert (error.table, error.conflicts) == ("event", ())
    assert events.load(mine, [5]) == {}
    # Once it is shown, it is undone like everything else.
    mine.show_all()
    mine.undo()
    assert set(events.load(mine, [5])) == {5}


def test_undo_and_redo_do_not_go_to_another_step_because_of_her_undo(
    mine: Register, hers: Register
) -> None:
    events.set_field(mine, 2, "text", "раньше")
    events.set_field(mine, 3, "text", "позже")
    hers.undo()
    _refused(mine.undo)
    assert events.load(mine, [2])[2].text == "раньше", "the older step was not meant"
    mine.show_all()
    mine.redo()
    events.set_field(mine, 4, "text", "ещё")
    mine.undo()
    hers.undo()
    _refused(mine.redo)
    assert events.load(mine, [3])[3].text != "позже", "she undid it, and that was not shown"


def test_undo_of_my_own_step_is_not_kept_from_me_by_what_she_wrote_before(
    mine: Register, hers: Register
) -> None:
    was = events.load(mine, [2])[2].text
    events.set_field(hers, 1, "text", "её")
    events.set_field(mine, 2, "text", "моё")
    mine.undo()
    mine.redo()
    mine.undo()
    assert events.load(mine, [2])[2].text == was
    _refused(mine.undo)
    assert events.load(mine, [1])[1].text == "её"


def test_what_is_put_off_stays_refused_although_everything_is_shown(
    mine: Register, hers: Register
) -> None:
    events.set_field(hers, 1, "text", "её")
    error = _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    conflicts.postpone(mine, error)
    mine.show_all()
    events.set_field(mine, 2, "text", "моё")
    again = _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    events.set_field(hers, 1, "text", "её, ещё раз")
    with pytest.raises(ChangedSince):
        conflicts.settle(mine, again, {("event", 1, "text")})
    newest = _refused(lambda: events.set_field(mine, 1, "text", "моё"))
    conflicts.settle(mine, newest, {("event", 1, "text")})
    mine.show_all()
    events.set_field(mine, 1, "text", "дальше")
    assert events.load(mine, [1])[1].text == "дальше"


def test_a_form_of_many_fields_does_not_put_back_old_values(mine: Register, hers: Register) -> None:
    partner = catalogue.partner(mine, 2)
    particulars.save(hers, "partner", 2, {"status_reason": "её"})
    values = {"name": partner.name, "status_reason": partner.status_reason, "remark": "моё"}
    error = _refused(lambda: particulars.save(mine, "partner", 2, values))
    conflicts.settle(mine, error, set())
    after = catalogue.partner(mine, 2)
    assert (after.status_reason, after.remark) == ("её", "моё")


def test_a_draft_does_not_write_over_what_came_after_it(mine: Register, hers: Register) -> None:
    seen = mine.change_seq()
    events.set_field(hers, 1, "text", "её")
    mine.show_all()
    draft = drafts.Draft("event", 1, "text", "моё", 2020, AT, seen)
    error = _refused(lambda: drafts.restore(mine, draft))
    assert events.load(mine, [1])[1].text == "её"
    conflicts.settle(mine, error, {("event", 1, "text")})
    assert events.load(mine, [1])[1].text == "моё"
    # What nobody else has touched is restored at once.
    other = drafts.Draft("event", 2, "text", "моё", 2020, AT, seen)
    assert drafts.restore(mine, other)


def test_a_restored_draft_makes_no_conflict_of_what_was_shown_since(
    mine: Register, hers: Register
) -> None:
    seen = mine.change_seq()
    events.set_field(hers, 1, "remark", "её")
    catalogue.rename(hers, "partner", 2, "г. Новый")
    mine.show_all()
    for table, row_id, field, text in (
        ("event", 1, "text", "моё"),
        ("partner", 2, "line", "5 мая - визит"),
    ):
        draft = drafts.Draft(table, row_id, field, text, 2020, AT, seen)
        drafts.restore(mine, draft)
    events.set_field(mine, 1, "remark", "после неё")
    catalogue.rename(mine, "partner", 2, "г. Новейший")
    assert events.load(mine, [1])[1].remark == "после неё"
    # One that cannot be written for another reason decides nothing either.
    events.set_field(hers, 3, "text", "её")
    mine.show_all()
    mine.read_only = True
    with pytest.raises(RegisterReadOnly):
        drafts.restore(mine, drafts.Draft("event", 3, "remark", "моё", 2020, AT, seen))
    mine.read_only = False
    events.set_field(mine, 3, "text", "после неё")


def test_a_draft_does_not_decide_what_is_undecided(mine: Register, hers: Register) -> None:
    seen = mine.change_seq()
    events.set_field(hers, 1, "text", "её")
    conflicts.postpone(mine, _refused(lambda: events.set_field(mine, 1, "text", "моё")))
    mine.show_all()
    drafts.restore(mine, drafts.Draft("event", 1, "remark", "моё", 2020, AT, seen))
    _refused(lambda: events.set_field(mine, 1, "text", "моё"))
