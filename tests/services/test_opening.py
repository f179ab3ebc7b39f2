"""What is no whole register of ours says what it is, and stays as it is, with nothing beside it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from partners_app.domain.errors import (
    FileEmpty,
    FileMissing,
    FileTooNew,
    NotARegister,
    PathTooLong,
    RegisterDamaged,
    RegisterInWalMode,
    RegisterLocked,
)
from partners_app.services import backup, catalogue, file_place
from partners_app.services.file_place import FilePlace, PlaceKind
from partners_app.services.register import Register
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import SCHEMA_VERSION
from tests.damages import PAGE, Damage, by_sql, root_page, run, smash, smash_header, truncate


def _state(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _bytes(content: bytes) -> Damage:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def _kept(length: int) -> Damage:
    return lambda path: os.truncate(path, length)


def _trigger(path: Path) -> None:
    run(path, "CREATE TRIGGER spy AFTER UPDATE ON event BEGIN DELETE FROM event; END")


def _another_search(path: Path) -> None:
    run(path, "DROP TABLE search", "CREATE VIRTUAL TABLE search USING fts5(main, rest, content='')")


FILES: dict[str, tuple[Damage, type[Exception], str]] = {
    "missing": (Path.unlink, FileMissing, ""),
    "empty": (_bytes(b""), FileEmpty, ""),
    "one byte": (_bytes(b"S"), NotARegister, "unknown"),
    "a workbook": (_bytes(b"PK\x03\x04" + bytes(2000)), NotARegister, "excel"),
    "a text": (_bytes("Сотрудничество".encode()), NotARegister, "unknown"),
    "half the file": (truncate, RegisterDamaged, "truncated"),
    "the first page only": (_kept(PAGE), RegisterDamaged, "truncated"),
    "its last page missing": (
        lambda path: os.truncate(path, path.stat().st_size - PAGE), RegisterDamaged, "truncated"),
    "a smashed header": (smash_header, RegisterDamaged, "header"),
    "a smashed page": (
        lambda path: smash(path, root_page(path, "event")), RegisterDamaged, "quick_check"),
    "a newer schema": (by_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), FileTooNew, ""),
    "another application": (by_sql("PRAGMA application_id = 252006675"), NotARegister, "sqlite"),
    "a trigger": (_trigger, RegisterDamaged, "schema"),
    "a view": (by_sql("CREATE VIEW v AS SELECT * FROM region"), RegisterDamaged, "schema"),
    "a virtual table": (
        by_sql("CREATE VIRTUAL TABLE spy USING fts5(a, content='event')"),
        RegisterDamaged, "schema"),
    "another index of words": (_another_search, RegisterDamaged, "schema"),
    "no table of events": (by_sql("DROP TABLE event"), RegisterDamaged, "tables"),
    "no number of its own": (by_sql("DELETE FROM register_meta"), RegisterDamaged, "register_meta"),
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_it_says_what_is_wrong_and_is_left_as_it_is(what: str, register_2020: Register) -> None:
    make, expected, reason = FILES[what]
    path = register_2020.path
    make(path)
    before = _state(path.parent)
    with pytest.raises(expected) as caught:
        Register.open(path, author="Анна")
    assert type(caught.value) is expected
    assert getattr(caught.value, "reason", "") == reason
    assert _state(path.parent) == before
    with pytest.raises(expected):
        backup.verify(path)
    assert _state(path.parent) == before


def test_a_transaction_that_was_broken_off_is_no_file_that_is_cut_off(
    register_2020: Register,
) -> None:
    # The journal puts it right: whoever looked at the length alone would call it damaged.
    path = register_2020.path
    content = path.read_bytes()
    journal = path.with_name(f"{path.name}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Each page goes into the journal at once, and counts there.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute("UPDATE event SET text = text || 'X'")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        hot = journal.read_bytes()
        connection.execute("ROLLBACK")
    # The first page was written already, and tells of pages that were to come.
    during = bytearray(content)
    during[28:32] = (len(content) // PAGE + 9).to_bytes(4, "big")
    path.write_bytes(during)
    journal.write_bytes(hot)
    opened = Register.open(path, author="Анна")
    assert opened.counts().events == 130
    opened.close()
    assert path.stat().st_size == len(content)
    assert not journal.exists()


def _in_wal_mode(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)


def test_a_file_in_wal_mode_is_turned_back_when_nobody_else_has_it(
    register_2020: Register,
) -> None:
    expected = register_2020.read(content_digest)
    _in_wal_mode(register_2020.path)
    opened = Register.open(register_2020.path, author="Анна")
    assert opened.read(content_digest) == expected
    opened.close()
    assert register_2020.path.read_bytes()[18:20] == b"\1\1"
    assert [path.name for path in register_2020.path.parent.iterdir()] == [register_2020.path.name]


def test_a_file_in_wal_mode_that_another_has_open_is_not(
    register_2020: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partners_app.storage.engine.BUSY_SECONDS", 0.05)
    _in_wal_mode(register_2020.path)
    with closing(sqlite3.connect(register_2020.path)) as other:
        other.execute("SELECT count(*) FROM event").fetchone()
        with pytest.raises(RegisterLocked):
            Register.open(register_2020.path, author="Анна")


def test_a_file_in_wal_mode_on_a_network_is_refused_and_left(
    register_2020: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    _in_wal_mode(register_2020.path)
    before = _state(register_2020.path.parent)
    share = FilePlace(PlaceKind.NETWORK, r"\\srv\kvs")
    monkeypatch.setattr("partners_app.services.register.place_of", lambda _: share)
    with pytest.raises(RegisterInWalMode):
        Register.open(register_2020.path, author="Анна")
    assert _state(register_2020.path.parent) == before


def test_a_file_in_wal_mode_is_verified_without_another_beside_it(
    register_2020: Register,
) -> None:
    _in_wal_mode(register_2020.path)
    before = _state(register_2020.path.parent)
    assert backup.verify(register_2020.path).events == 130
    assert _state(register_2020.path.parent) == before


@pytest.fixture
def far_folder(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Give a folder whose path has so many bytes."""

    def make(length: int) -> Path:
        folder = tmp_path
        while len(os.fsencode(folder)) < length - 60:
            folder = folder / "отдел"[:5]
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    yield make


def test_a_path_longer_than_windows_names_is_a_path(far_folder: Callable[[int], Path]) -> None:
    path = far_folder(480) / "реестр.partners"
    assert len(str(path)) > 230 and len(os.fsencode(path)) > 400
    made = Register.create(path, author="Анна")
    catalogue.rename(made, "region", 1, "Запад")
    made.close()
    assert backup.verify(path).change_seq == 2


@pytest.mark.skipif(os.name != "posix", reason="of SQLite on POSIX")
def test_a_path_longer_than_sqlite_takes_is_called_too_long(
    far_folder: Callable[[int], Path], register: Register
) -> None:
    path = far_folder(700) / "реестр.partners"
    path.write_bytes(register.path.read_bytes())
    before = _state(path.parent)
    with pytest.raises(PathTooLong) as caught:
        Register.open(path, author="Анна")
    assert caught.value.path == path
    with pytest.raises(PathTooLong):
        Register.create(path.with_name("новый.partners"), author="Анна")
    assert _state(path.parent) == before


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        (PureWindowsPath(r"C:\Users\a\OneDrive\r.partners"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\a\OneDrive - Комитет\КВС\r.partners"), "OneDrive"),
        (PureWindowsPath(r"D:\Dropbox (Personal)\r.partners"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\a\YandexDisk\r.partners"), "Яндекс.Диск"),
        (PureWindowsPath(r"C:\Users\a\Яндекс.Диск\r.partners"), "Яндекс.Диск"),
        (PureWindowsPath(r"C:\Users\a\Yandex.Disk\КВС\r.partners"), "Яндекс.Диск"),
        (PureWindowsPath(r"G:\Мой диск\r.partners"), "Google Drive"),
        (PurePosixPath("/home/a/Nextcloud/r.partners"), "Nextcloud"),
        (PureWindowsPath(r"C:\Users\a\Documents\OneDrive.partners"), None),
        (PureWindowsPath(r"C:\Отчёт о Dropbox\r.partners"), None),
        (PurePosixPath("/home/a/r.partners"), None),
    ],
)
def test_the_folder_of_a_cloud_is_known(path: PureWindowsPath, cloud: str | None) -> None:
    assert file_place.cloud_of(path) == cloud


def test_the_cloud_of_windows_is_known_by_whatever_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", "/home/a/Облако комитета")
    assert file_place.cloud_of(Path("/home/a/Облако комитета/КВС/r.partners")) == "OneDrive"
    assert file_place.cloud_of(Path("/home/a/Документы/r.partners")) is None


def test_a_file_that_only_a_cloud_has_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Recalled:
        st_file_attributes = 0x00400000

    assert file_place.place_of(tmp_path / "r.partners").kind is PlaceKind.COMPUTER
    monkeypatch.setattr(Path, "stat", lambda *_arguments, **_keywords: Recalled())
    assert file_place._is_recalled(tmp_path / "r.partners")


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (PureWindowsPath(r"\\srv\КВС\реестр.partners"), r"\\srv\КВС"),
        (PureWindowsPath(r"\\?\UNC\srv\КВС\реестр.partners"), r"\\srv\КВС"),
        (PureWindowsPath(r"\\?\C:\КВС\реестр.partners"), None),
        (PureWindowsPath(r"C:\КВС\реестр.partners"), None),
        (PurePosixPath("/srv/r.partners"), None),
    ],
)
def test_the_name_of_a_share_is_known(path: PureWindowsPath, share: str | None) -> None:
    found = file_place.share_of(path)
    assert (found or None) == share or (found or "").rstrip("\\") == share


MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
//srv/kvs /mnt/Общая\040папка cifs rw 0 0
/dev/sdb1 /mnt/Общая\040папка/usb vfat rw 0 0
host:/home /net/home nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        ("/mnt/Общая папка/r.partners", "//srv/kvs"),
        ("/mnt/Общая папка/usb/r.partners", None),
        ("/net/home/a/r.partners", "host:/home"),
        ("/home/a/r.partners", None),
    ],
)
def test_a_mounted_share_is_known(path: str, share: str | None) -> None:
    mounts = MOUNTS.encode().decode()
    assert file_place.mounted_share(PurePosixPath(path), mounts) == share
