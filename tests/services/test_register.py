"""A clerk makes a register, opens it, saves a copy, and sets what goes with the file."""

from pathlib import Path
from uuid import UUID

import pytest

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import FileExists, FileMissing
from partners_app.domain.records import Event, EventLink, Region, RegisterContent
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import backup, catalogue, events, sample
from partners_app.services.events import Scope
from partners_app.services.register import Counts, Register
from partners_app.storage import queries
from partners_app.storage.digest import content_digest


def test_a_new_register_begins_with_three_bands(tmp_path: Path) -> None:
    register = Register.create(tmp_path / "r.partners", author="Анна")
    tree = catalogue.tree(register, 2020)
    assert [(node.region.name, node.region.heading) for node in tree.regions] == [
        ("Европа", "ЕВРОПА"),
        ("Азия", "АЗИЯ"),
        ("СНГ", "СНГ"),
    ]
    assert register.counts() == Counts(3, 0, 0, 0, 0)
    assert register.settings().title == queries.DEFAULT_TITLE
    assert register.settings().report_font == "Times New Roman"
    assert (register.change_seq(), register.author, register.read_only) == (1, "Анна", False)
    assert UUID(register.uuid()).version == 4
    assert catalogue.years(register) == []
    register.close()


def test_a_register_is_never_made_over_a_file(register: Register, tmp_path: Path) -> None:
    before = register.path.read_bytes()
    with pytest.raises(FileExists):
        Register.create(register.path, author="Борис")
    assert register.path.read_bytes() == before
    other = tmp_path / "letter.txt"
    other.write_text("письмо", encoding="utf-8")
    with pytest.raises(FileExists):
        Register.create(other, author="Борис")
    assert other.read_text(encoding="utf-8") == "письмо"


def test_a_register_is_not_made_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        Register.create(tmp_path / "none" / "r.partners", author="Анна")
    assert caught.value.path == tmp_path / "none"
    assert list(tmp_path.iterdir()) == []


def test_a_making_that_fails_leaves_no_file(tmp_path: Path) -> None:
    nowhere = Event(-1, "e", 2020, sample.content().events[0].date, "визит", (_link(-9),))
    regions = (Region(-1, "r", "Европа", "ЕВРОПА", 1024),)
    with pytest.raises(ValueError, match="-9"):
        Register.create(
            tmp_path / "r.partners",
            author="Анна",
            content=RegisterContent("Отчёт", regions, events=(nowhere,)),
        )
    assert list(tmp_path.iterdir()) == []


def _link(partner_id: int) -> EventLink:
    return EventLink(-1, "l", partner_id, None, 1024)


def test_the_sample_holds_the_report_of_2020(register_2020: Register) -> None:
    assert register_2020.counts() == Counts(3, 30, 52, 60, 130)
    assert catalogue.years(register_2020) == [2020]
    content = register_2020.read(queries.content, year=2020)
    expected = sample.content()
    assert [event.text for event in content.events] == [event.text for event in expected.events]
    assert [item.uuid for item in content.partners] == [item.uuid for item in expected.partners]
    assert register_2020.history()[0].kind is OperationKind.CREATE


def test_a_register_opens_as_it_was_closed(register: Register) -> None:
    catalogue.rename(register, "region", 1, "Запад")
    register.set_setting("title", "Партнёры города")
    register.close()
    again = Register.open(register.path, author="Борис")
    assert again.uuid() == register.uuid()
    assert catalogue.region(again, 1).name == "Запад"
    assert again.settings().title == "Партнёры города"
    assert again.change_seq() == 3
    assert [step.author for step in again.history()] == ["Анна", "Анна", "Основа"]
    again.close()


def test_a_setting_is_set_once_and_again(register: Register) -> None:
    assert register.set_setting("report_font", "PT Serif")
    assert not register.set_setting("report_font", "PT Serif"), "an equal value is no step"
    assert register.set_setting("report_font", "Liberation Serif")
    assert register.settings().report_font == "Liberation Serif"
    assert [step.kind for step in register.history(limit=2)] == [OperationKind.SETTINGS] * 2
    register.undo()
    assert register.settings().report_font == "PT Serif"
    register.undo()
    assert register.settings().report_font == "Times New Roman"
    with pytest.raises(ValueError, match="colour"):
        register.set_setting("colour", "red")


def test_an_empty_change_set_comes_back_as_it_is(register: Register) -> None:
    empty = ChangeSet(OperationKind.EDIT)
    assert register.apply(empty) is empty
    assert register.change_seq() == 1


# --- copies ---------------------------------------------------------------------------------------


def test_a_copy_is_a_register_of_its_own_with_the_same_records(
    register_2020: Register, tmp_path: Path
) -> None:
    events.set_field(register_2020, 1, "text", "визит")
    target = tmp_path / "Копия.partners"
    register_2020.save_copy(target)
    copy = Register.open(target, author="Борис")
    assert copy.uuid() != register_2020.uuid()
    assert copy.read(content_digest) == register_2020.read(content_digest)
    assert [step.uuid for step in copy.history()] == [step.uuid for step in register_2020.history()]
    copy.undo()
    assert events.load(copy, [1])[1].text != "визит"
    assert events.load(register_2020, [1])[1].text == "визит"
    assert events.delete(copy, [2]).ids("event") == {2}
    copy.close()
    backup.verify(target)


def test_a_copy_goes_over_an_older_one_and_only_when_it_is_whole(
    register_2020: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Копия.partners"
    register_2020.save_copy(target)
    before = target.read_bytes()

    def fail(_path: Path) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("partners_app.storage.migrate.set_register_uuid", fail)
        with pytest.raises(RuntimeError):
            register_2020.save_copy(target)
    assert target.read_bytes() == before
    catalogue.rename(register_2020, "region", 1, "Запад")
    register_2020.save_copy(target)
    copy = Register.open(target, author="Борис")
    assert catalogue.region(copy, 1).name == "Запад"
    copy.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Копия.partners",
        register_2020.path.name,
    ]


def test_a_copy_can_be_copied_while_its_own_ids_go_on(register: Register, tmp_path: Path) -> None:
    first, second = tmp_path / "1.partners", tmp_path / "2.partners"
    register.save_copy(first)
    copy = Register.open(first, author="Борис")
    (ours,) = catalogue.add_region(register, "Океания").ids("region")
    (theirs,) = catalogue.add_region(copy, "Африка").ids("region")
    assert ours == theirs, "each file numbers by itself; the UUIDs tell them apart"
    assert catalogue.region(register, ours).uuid != catalogue.region(copy, theirs).uuid
    copy.save_copy(second)
    assert len({register.uuid(), copy.uuid(), Register.open(second, author="В").uuid()}) == 3
    copy.close()


def test_the_events_of_a_copy_stand_where_they_stood(
    register_2020: Register, tmp_path: Path
) -> None:
    target = tmp_path / "Копия.partners"
    register_2020.save_copy(target)
    copy = Register.open(target, author="Борис")
    assert events.ids(copy, Scope(), 2020) == events.ids(register_2020, Scope(), 2020)
    copy.close()
