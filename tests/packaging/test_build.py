"""What the build puts around the frozen program: notices, archive, sums, icon, locks."""

import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import dev
from partners_app import __version__
from tests.test_dev import pins

import build
import icon
import notices
from wine import toolchain
from wine.session import Wine, WineFailed

PACKAGING = dev.ROOT / "packaging"
BUILD_LOCK = PACKAGING / "requirements-build.lock"


def put(folder: Path, name: str, text: str = "") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A frozen program's folder in small."""
    folder = tmp_path / "Partners"
    for name in ("Partners.exe", "partners-app.exe"):
        put(folder, name, name)
    for name in ("PySide6/Qt6Core.dll", "PySide6/QtCore.pyd", "python311.dll", "_socket.pyd"):
        put(folder, f"_internal/{name}", name)
    return folder


def test_the_version_is_the_programs_own() -> None:
    assert build.version() == __version__


def test_the_same_folder_gives_the_same_archive(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "WORK", tmp_path / "work")
    monkeypatch.setattr(build, "BUILD", tmp_path)
    release = build.Release("1.2.3", 1_700_000_001, None)
    release.program.parent.mkdir(parents=True)
    program.rename(release.program)
    archives = []
    for _ in range(2):
        build.pack_portable(release)
        archives.append(release.portable.read_bytes())
        put(release.program, "Partners.exe", "Partners.exe")  # a new time, the same content
    assert archives[0] == archives[1]
    with zipfile.ZipFile(release.portable) as archive:
        assert archive.testzip() is None
        assert "Partners-1.2.3/_internal/PySide6/Qt6Core.dll" in archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_the_installer_takes_the_files_in_the_order_of_their_names(program: Path) -> None:
    assert build.packed_files(program).splitlines() == [
        'SetOutPath "$INSTDIR"',
        f'File "{program / "Partners.exe"}"',
        f'File "{program / "partners-app.exe"}"',
        r'SetOutPath "$INSTDIR\_internal"',
        f'File "{program / "_internal" / "_socket.pyd"}"',
        f'File "{program / "_internal" / "python311.dll"}"',
        r'SetOutPath "$INSTDIR\_internal\PySide6"',
        f'File "{program / "_internal" / "PySide6" / "Qt6Core.dll"}"',
        f'File "{program / "_internal" / "PySide6" / "QtCore.pyd"}"',
    ]


def test_a_change_of_the_program_asks_for_a_new_exercise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "ROOT", tmp_path)
    for folder in build.PRODUCT_FOLDERS:
        put(tmp_path, f"{folder}/file.txt", "old")
    before = build.product_digest()
    put(tmp_path, "partners_app/__pycache__/file.pyc", "compiled")
    put(tmp_path, "tests/test_something.py", "assert True")
    assert build.product_digest() == before
    for folder in build.PRODUCT_FOLDERS:
        put(tmp_path, f"{folder}/file.txt", "new")
        assert build.product_digest() != before
        before = build.product_digest()


def test_a_time_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build.source_date_epoch() == 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SystemExit, match="SOURCE_DATE_EPOCH=yesterday"):
        build.source_date_epoch()


def test_every_file_has_an_owner_and_an_unknown_one_stops_the_build(program: Path) -> None:
    assert notices.unowned_files(program) == []
    for name in ("lxml/etree.cp311-win_amd64", "python_calamine/_python_calamine.cp311-win_amd64"):
        put(program, f"_internal/{name}.pyd")
    assert notices.unowned_files(program) == []
    put(program, "_internal/PySide6/opengl32sw.dll")
    put(program, "_internal/numpy/core.pyd")
    assert notices.unowned_files(program) == [
        "_internal/PySide6/opengl32sw.dll",
        "_internal/numpy/core.pyd",
    ]


def site_packages(folder: Path, licence: str) -> Path:
    """A folder with Qt's packages, the freezer and one more."""
    for name in (*notices.QT_PACKAGES, notices.FREEZER, "alembic", "unused"):
        info = f"{name}-1.2.dist-info"
        put(
            folder,
            f"{info}/METADATA",
            f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\nLicense-Expression: MIT\n"
            f"Project-URL: Source, https://example.org/{name}\n",
        )
        files = [f"{name}/__init__.py", f"{info}/METADATA"]
        if licence:
            put(folder, f"{info}/licenses/LICENSE", licence)
            files.append(f"{info}/licenses/LICENSE")
        put(folder, f"{info}/RECORD", "".join(f"{file},,\n" for file in files))
    return folder


def contents(folder: Path) -> Path:
    modules = ["alembic", "alembic.op", "json", "PySide6_Essentials"]
    entries = [(module, f"C:\\{module}.py", "PYMODULE") for module in modules]
    return put(folder, "PYZ-00.toc", repr(("PYZ-00.pyz", entries)))


def test_the_notices_name_what_is_frozen_and_keep_the_lgpl(program: Path, tmp_path: Path) -> None:
    packages = site_packages(tmp_path / "site", "Permission is granted to Иванова")
    named = notices.write(program, contents(tmp_path), packages, "3.11.9")
    assert named == ["PySide6_Essentials 1.2", "shiboken6 1.2", "alembic 1.2", "pyinstaller 1.2"]
    text = (program / "THIRD-PARTY.txt").read_text(encoding="utf-8-sig")
    for needed in (
        "GNU Lesser General Public License, version 3",
        "https://download.qt.io/official_releases/qt/1.2/1.2/single/",
        "pyside-setup-everywhere-src-1.2.tar.xz",
        "You may replace these libraries",
        "Python 3.11.9",
        "alembic 1.2: MIT",
        "https://example.org/alembic",
    ):
        assert needed in text
    assert "unused" not in text
    texts = program / "licences"
    assert "Иванова" in (texts / "alembic.txt").read_text(encoding="utf-8")
    assert {file.name for file in texts.iterdir()} >= {
        "GPL-3.0.txt",
        "LGPL-3.0.txt",
        "Partners.txt",
        "Python-3.11.txt",
        "Python-parts.txt",
        "icons.txt",
        "spelling.txt",
    }
    # Every text that the notice points to is there.
    for line in text.splitlines():
        for word in line.replace("(", " ").replace(")", " ").split():
            if word.startswith("licences\\"):
                assert (texts / word.removeprefix("licences\\").rstrip(",.:")).is_file(), line


def test_what_a_package_holds_of_others_is_named() -> None:
    lxml = notices.Package("lxml", "6.1", "BSD-3-Clause", "https://lxml.de/", ("a text",))
    qt = dict.fromkeys(notices.QT_PACKAGES, "6.11")
    text = notices.notice_text([lxml], qt, "3.11.9")
    assert "GNU libiconv in it" in text
    assert "GNU libiconv in it" not in notices.notice_text([], qt, "3.11.9")


def test_a_package_without_a_licence_stops_the_build(program: Path, tmp_path: Path) -> None:
    packages = site_packages(tmp_path / "site", "")
    with pytest.raises(notices.NoticeMissing, match=r"alembic 1\.2 carries no licence"):
        notices.write(program, contents(tmp_path), packages, "3.11.9")


def test_the_icon_is_drawn_from_the_drawing(qapp: object) -> None:
    file = icon.ICON.read_bytes()
    assert int.from_bytes(file[4:6], "little") == len(icon.SIZES)
    for number, size in enumerate(icon.SIZES):
        entry = file[6 + 16 * number : 22 + 16 * number]
        assert (entry[0] or 256, entry[1] or 256) == (size, size)
        length, place = (int.from_bytes(entry[at : at + 4], "little") for at in (8, 12))
        picture = file[place : place + length]
        drawn = icon.draw(size)
        if picture.startswith(b"\x89PNG"):
            held = QImage.fromData(picture)
        else:
            held = QImage(picture[40:], size, size, size * 4, QImage.Format.Format_ARGB32).flipped()
        assert held.size() == drawn.size()
        for x, y in ((size // 2, size // 4), (size // 5, size // 2), (4 * size // 5, size // 2)):
            for part in (QColor.red, QColor.green, QColor.blue):
                assert abs(part(held.pixelColor(x, y)) - part(drawn.pixelColor(x, y))) < 24


def test_the_installers_side_is_drawn_from_the_drawing(qapp: object) -> None:
    held, drawn = QImage(str(icon.SIDE)), icon.draw_side()
    assert held.size() == drawn.size()
    assert held.pixelColor(0, 0).name() == drawn.pixelColor(0, 0).name() == "#1d5fa8"
    middle = held.width() // 2
    assert held.pixelColor(middle, 300).name() == "#1d5fa8"
    assert held.convertToFormat(QImage.Format.Format_RGB888) == drawn


def test_the_build_lock_holds_the_programs_packages_and_the_freezer() -> None:
    held = pins(BUILD_LOCK)
    runtime = pins(dev.ROOT / "requirements.lock")
    assert runtime.items() <= held.items()
    assert {"pefile", "pyinstaller", "pyinstaller-hooks-contrib"} <= held.keys()


@pytest.mark.parametrize(
    "lock", [BUILD_LOCK, toolchain.INTERPRETER_LOCK], ids=lambda lock: lock.name
)
def test_the_locks_of_the_build_have_hashes_and_no_address(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")
    assert [name for name, entry in pins(lock).items() if "--hash=sha256:" not in entry] == []


def test_a_lock_is_resolved_for_windows_on_linux() -> None:
    lock = (
        "colorama==0.4.6 ; sys_platform == 'win32' \\\n"
        "    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "macholib==1.16.4 ; sys_platform == 'darwin' \\\n    --hash=sha256:cc\n"
        "mako==1.4.3 \\\n    --hash=sha256:dd\n"
    )
    assert toolchain.for_windows(lock).splitlines() == [
        "colorama==0.4.6 --hash=sha256:aa --hash=sha256:bb",
        "mako==1.4.3 --hash=sha256:dd",
    ]


def test_without_the_right_to_install_the_missing_tools_are_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == "makensis" else name)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(WineFailed, match="as root: apt-get update && apt-get install"):
        toolchain.install_packages()


def test_another_python_than_the_windows_one_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 13, 0))
    with pytest.raises(WineFailed, match=r"takes its library from a Python 3\.11"):
        toolchain.make(Wine(tmp_path, ":0"))


def test_the_licence_of_the_spelling_is_what_its_text_says() -> None:
    package = notices.described(metadata.distribution("spylls"))
    assert package.licence == "MPL-2.0"
    assert "Mozilla Public License Version 2.0" in package.texts[0]
