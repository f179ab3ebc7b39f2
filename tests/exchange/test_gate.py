"""What a file is, told by its contents alone."""

import struct

import pytest

from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.gate import FileKind, examine
from partners_app.exchange.ole_directory import names_at_root
from partners_app.exchange.table_refusal import Refused
from tests.exchange.museum import accepted, refused
from tests.exchange.museum import packages as pk


def problem_of(data: bytes) -> InputProblem:
    with pytest.raises(Refused) as refusal:
        examine(data)
    return refusal.value.problem


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (refused.good(), FileKind.XLSX),
        (accepted.with_macros(), FileKind.XLSX),
        (accepted.word_document(), FileKind.DOCX),
        (accepted.made_by_libreoffice("table.ods")(), FileKind.ODS),
        (accepted.made_by_libreoffice("table.xls")(), FileKind.XLS),
        (refused.open_document("spreadsheet-template"), FileKind.ODS),
    ],
)
def test_the_kinds_that_are_read(data: bytes, kind: FileKind) -> None:
    assert examine(data).kind is kind


def test_a_kind_knows_its_endings() -> None:
    assert ".xlsm" in FileKind.XLSX.endings
    assert FileKind.XLS.endings == (".xls",)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Страна;Город", InputProblem.TEXT_FILE),
        ("{\\rtf1 \\ansi", InputProblem.TEXT_FILE),
        ("<?xml version='1.0'?><Workbook/>", InputProblem.XML_FILE),
        ("<!DOCTYPE HTML><html>", InputProblem.WEB_PAGE),
        ("<meta charset=utf-8><table>", InputProblem.WEB_PAGE),
    ],
)
def test_texts(mark: bytes, text: str, problem: InputProblem) -> None:
    assert problem_of(mark + text.encode()) is problem


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n\x00\x01", b"\x89PNG\r\n\x1a\n", b"SQLite format 3\0"]
)
def test_other_files_are_no_tables(data: bytes) -> None:
    assert problem_of(data) is InputProblem.NOT_A_TABLE_FILE


def test_names_in_the_older_container() -> None:
    assert names_at_root(pk.ole("Workbook", "WordDocument", "x")) == {
        "Workbook",
        "WordDocument",
        "x",
    }
    # What is embedded in a workbook is not beside its own streams.
    assert "WordDocument" not in names_at_root(accepted.made_by_libreoffice("table.xls")())


def a_long_container(name: str) -> bytes:
    """Return a container of more than 7 MB: a part of its allocation table is listed elsewhere."""
    directory, tables, table = 109 * 128 + 8, 1, 2
    data = bytearray(512 * (directory + 2))
    data[: 3 * 512] = pk.ole(name)[:512] + bytes(1024)
    struct.pack_into("<I", data, 48, directory)
    struct.pack_into("<II", data, 68, tables, 1)
    struct.pack_into("<128I", data, 512 * (tables + 1), table, *[0xFFFFFFFF] * 126, 0xFFFFFFFE)
    struct.pack_into("<I", data, 512 * (table + 1) + 8 * 4, 0xFFFFFFFE)
    data[512 * (directory + 1) :] = pk.ole(name)[1024:]
    return bytes(data)


def test_a_long_container_and_one_that_is_cut() -> None:
    long = a_long_container("Workbook")
    assert names_at_root(long) == {"Workbook"}
    assert problem_of(long[:-512]) is InputProblem.INCOMPLETE
    assert problem_of(pk.ole("Workbook")[:600]) is InputProblem.INCOMPLETE
    assert problem_of(pk.ole("Workbook")[:20]) is InputProblem.INCOMPLETE


def test_a_chain_that_never_ends_is_ended() -> None:
    data = bytearray(pk.ole("Workbook"))
    struct.pack_into("<I", data, 512 + 4, 1)  # the directory goes on with itself
    assert names_at_root(bytes(data)) == {"Workbook"}
    struct.pack_into("<2I", data, 68, 1, 1)  # and so does the list of tables
    assert names_at_root(bytes(data)) == {"Workbook"}


def test_impossible_sectors_are_damage() -> None:
    data = bytearray(pk.ole("Workbook"))
    struct.pack_into("<H", data, 30, 40)
    assert problem_of(bytes(data)) is InputProblem.DAMAGED
