"""The same file given twice is known again, as long as its import stands."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from partners_app.domain.changes import Change, ChangeSet, Row
from partners_app.domain.errors import TextRefused
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import backup, exporting
from partners_app.services.register import Register
from partners_app.storage.imports import taken_in

DIGEST, OTHER = "a" * 64, "b" * 64


def _take_in(register: Register, name: str, sha256: str, **fields: object) -> None:
    row: Row = {
        "uuid": str(uuid4()),
        "name": name,
        "sha256": sha256,
        "layout": "official",
        "year": 2020,
        "origin_uuid": "",
        "origin_change_seq": None,
        "remark": "",
        **fields,  # type: ignore[dict-item]
    }
    change = Change("imported_file", -1, None, row)
    register.apply(ChangeSet(OperationKind.IMPORT, (change,), "imported_file", name))


def test_a_file_that_was_never_given_is_unknown(register: Register) -> None:
    _take_in(register, "другой.xlsx", OTHER)
    assert register.read(taken_in, DIGEST) is None


def test_a_file_is_known_by_its_bytes_whatever_it_is_called(register: Register) -> None:
    _take_in(register, "отчёт.xlsx", DIGEST)
    register.author = "Пётр"
    _take_in(register, "отчёт (1).xlsx", DIGEST)
    found = register.read(taken_in, DIGEST)
    assert found is not None
    at, author, name = found
    assert (author, name) == ("Пётр", "отчёт (1).xlsx")
    assert timedelta(0) <= datetime.now(UTC) - at < timedelta(minutes=5)


def test_an_import_that_was_undone_is_none_and_one_done_again_is_one(register: Register) -> None:
    _take_in(register, "первый.xlsx", DIGEST)
    first = register.read(taken_in, DIGEST)
    _take_in(register, "второй.xlsx", DIGEST)
    second = register.read(taken_in, DIGEST)
    register.undo()
    assert register.read(taken_in, DIGEST) == first
    register.redo()
    assert register.read(taken_in, DIGEST) == second, "with the time it was taken in at first"
    for step in register.history()[:4]:
        if step.kind is OperationKind.IMPORT:
            register.take_back(step.id)
    assert register.read(taken_in, DIGEST) is None
    assert backup.verify(register.path).change_seq == register.change_seq()


def test_what_is_remembered_of_files_is_no_content_of_an_export(
    register: Register, tmp_path: object
) -> None:
    target = register.path.with_suffix(".json")
    exporting.export_json(register, target)
    before = target.read_text(encoding="utf-8")
    _take_in(register, "отчёт.xlsx", DIGEST, origin_uuid=register.uuid(), origin_change_seq=1)
    exporting.export_json(register, target)
    assert target.read_text(encoding="utf-8") == before


def test_a_name_that_no_file_can_keep_is_refused(register: Register) -> None:
    with pytest.raises(TextRefused):
        _take_in(register, "отчёт\0.xlsx", DIGEST)
