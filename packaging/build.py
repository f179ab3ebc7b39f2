"""Make the Windows program: `python3 dev.py build`; on Windows as it is, on Linux through Wine.

Leaves in build/: Partners-X.Y.Z-setup.exe, Partners-X.Y.Z-portable.zip and SHA256SUMS. The same
sources give the same bytes: times come from SOURCE_DATE_EPOCH, else from the last commit.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import notices
from machines import BuildFailed, Machine, call, machine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
WORK = BUILD / "windows"
EXERCISE = BUILD / "exercise"

MEBIBYTE = 1 << 20
LARGEST_INSTALLER = 35 * MEBIBYTE
LARGEST_INSTALLED = 110 * MEBIBYTE

PROGRAMS = ("Partners.exe", "partners-app.exe")
PRODUCT_FOLDERS = ("db", "packaging", "partners_app", "resources")
"""What the Windows program is made of; nothing else can change it."""


@dataclass(frozen=True, slots=True)
class Release:
    """What one build makes, and where."""

    version: str
    epoch: int
    """Seconds since 1970: the time of every file."""
    sign: str | None
    """A command that signs, in place, the file that is put behind it."""

    @property
    def program(self) -> Path:
        """The folder that is installed."""
        return WORK / "dist" / "Partners"

    @property
    def installer(self) -> Path:
        """The one file that clerks get."""
        return BUILD / f"Partners-{self.version}-setup.exe"

    @property
    def portable(self) -> Path:
        """The same folder, packed."""
        return BUILD / f"Partners-{self.version}-portable.zip"


def main(words: Sequence[str]) -> int:
    """Build, and try out what was built where that is asked for; 0 done, 1 failed."""
    chosen = parser().parse_args(words)
    release = Release(version(), source_date_epoch(), chosen.sign)
    try:
        if chosen.exercise and os.name == "nt":
            raise BuildFailed("--exercise drives the program under Wine; on Windows install it")
        with machine(WORK) as windows:
            product = product_digest()
            if chosen.unless_passed and has_passed(product, windows):
                print("build: this program passed the exercise here before: not built again")
                return 0
            build(release, windows)
            if chosen.exercise:
                try_out(release, windows)
                if product_digest() == product:
                    record_pass(product, windows)
                else:
                    print("build: sources have changed meanwhile: not kept as passed")
    except (BuildFailed, notices.NoticeMissing) as error:
        print(f"build: FAILED: {error}", file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands."""
    result = argparse.ArgumentParser(
        prog="dev.py build", description="Make the Windows installer and the portable folder."
    )
    result.add_argument(
        "--exercise",
        action="store_true",
        help="then install, use, upgrade and remove it under Wine; pictures in build/exercise",
    )
    result.add_argument(
        "--unless-passed",
        action="store_true",
        help="do nothing if the same program passed the exercise on this machine",
    )
    result.add_argument(
        "--sign",
        metavar="COMMAND",
        help="sign programs, uninstaller and installer: COMMAND gets the file as its last word",
    )
    return result


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is done and how long it took."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    yield
    print(f"   {time.monotonic() - began:.0f} s", flush=True)


# --- the build ---------------------------------------------------------------------------------


def build(release: Release, windows: Machine) -> None:
    """Make the folder, the installer and the portable archive, and print sizes and sums."""
    with step("freeze"):
        freeze(release, windows)
    with step("DLLs"):
        windows.run_python(HERE / "dll_check.py", release.program)
    with step("notices"):
        write_notices(release, windows)
    with step("sign and pack"):
        for program in PROGRAMS:
            sign(release, release.program / program)
        set_times(release)
        pack_installer(release, windows)
        sign(release, release.installer)
        pack_portable(release)
    report(release)


def freeze(release: Release, windows: Machine) -> None:
    """Make the folder of the program with PyInstaller."""
    for folder in ("dist", "work"):
        shutil.rmtree(WORK / folder, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)
    windows.run_python(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", WORK / "dist", "--workpath", WORK / "work", HERE / "partners.spec"),
        SOURCE_DATE_EPOCH=str(release.epoch),
        PYTHONHASHSEED="1",
    )
    for program in PROGRAMS:
        if not (release.program / program).is_file():
            raise BuildFailed(f"PyInstaller made no {program}")


def write_notices(release: Release, windows: Machine) -> None:
    """Put the licences of what is frozen beside it."""
    asked = "import platform; print(platform.python_version())"
    python_version = windows.run_python("-c", asked).strip()
    contents = WORK / "work" / "partners" / "PYZ-00.toc"
    named = notices.write(release.program, contents, windows.site_packages, python_version)
    print(", ".join(named))


def sign(release: Release, file: Path) -> None:
    """Sign a file in place if a command for it was given."""
    if release.sign is not None:
        call([*shlex.split(release.sign, posix=os.name != "nt"), str(file)])


def set_times(release: Release) -> None:
    """Give every file the release's time: the installer keeps times."""
    for path in [release.program, *release.program.rglob("*")]:
        os.utime(path, (release.epoch, release.epoch))


def pack_installer(release: Release, windows: Machine) -> None:
    """Make the installer with NSIS."""
    files = WORK / "files.nsh"
    files.write_text(packed_files(release.program), encoding="utf-8")
    values = {
        "VERSION": release.version,
        "FILES": str(files),
        "ICON": str(HERE / "partners.ico"),
        "SIDE": str(HERE / "installer.bmp"),
        "KILOBYTES": str(size_of(release.program) // 1024),
        "OUT": str(release.installer),
    }
    if release.sign is not None:
        values["SIGN"] = release.sign
    defines = [f"-D{name}={value}" for name, value in values.items()]
    utf8 = ["-INPUTCHARSET", "UTF8"]
    call([windows.makensis, "-V2", "-WX", *utf8, *defines, str(HERE / "installer.nsi")])


def packed_files(program: Path) -> str:
    """Return NSIS' commands for every file, in an order of ours: a folder's own is the disk's."""
    lines = []
    for folder in sorted({path.parent for path in program.rglob("*") if path.is_file()}):
        inside = "\\".join(["$INSTDIR", *folder.relative_to(program).parts])
        lines.append(f'SetOutPath "{inside}"')
        files = sorted(path for path in folder.iterdir() if path.is_file())
        # To NSIS a dollar begins a variable.
        lines += ['File "{}"'.format(str(path).replace("$", "$$")) for path in files]
    return "\n".join([*lines, ""])


def pack_portable(release: Release) -> None:
    """Pack the folder of the program into an archive that is unpacked anywhere and started."""
    moment = datetime.fromtimestamp(release.epoch, UTC)
    date_time = (*moment.timetuple()[:5], moment.second // 2 * 2)
    with zipfile.ZipFile(release.portable, "w") as archive:
        for path in sorted(release.program.rglob("*")):
            if path.is_dir():
                continue
            name = f"Partners-{release.version}/{path.relative_to(release.program).as_posix()}"
            entry = zipfile.ZipInfo(name, date_time)
            # As made on MS-DOS: the same on every machine, and nothing to execute elsewhere.
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes(), compresslevel=9)


def report(release: Release) -> None:
    """Print sizes and sums; a release that has outgrown its bounds is a failure."""
    installed, packed = size_of(release.program), release.installer.stat().st_size
    print(f"installed {installed / MEBIBYTE:.1f} MB, of which")
    for part, size in parts_of(release.program):
        print(f"  {size / MEBIBYTE:5.1f} MB  {part}")
    sums = []
    for file in (release.installer, release.portable):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        sums.append(f"{digest}  {file.name}\n")
        print(f"{file} {file.stat().st_size / MEBIBYTE:.1f} MB\n  sha256 {digest}", flush=True)
    (BUILD / "SHA256SUMS").write_text("".join(sums), encoding="ascii", newline="\n")
    if packed > LARGEST_INSTALLER or installed > LARGEST_INSTALLED:
        raise BuildFailed("the release is larger than it may be: see LARGEST_ in build.py")


def parts_of(program: Path) -> list[tuple[str, int]]:
    """Return what the folder is made of, largest first: the part and its size in bytes."""
    parts: dict[str, int] = {}
    for path in program.rglob("*"):
        if path.is_file():
            name = path.relative_to(program).as_posix()
            part = next((part for part, pattern in _PARTS if re.match(pattern, name)), "the rest")
            parts[part] = parts.get(part, 0) + path.stat().st_size
    return sorted(parts.items(), key=lambda item: -item[1])


_PARTS = (
    ("Qt's libraries and plugins", r"_internal/PySide6/(Qt6|plugins|translations)"),
    ("Qt's Python binding", r"_internal/(PySide6|shiboken6)/[^/]+(pyd|abi3\.dll)"),
    ("Microsoft's run-time library", r"(?i)_internal/(\w+/)?(msvcp|vcruntime)"),
    ("Partners and its packages, compiled, in each of the two programs", r"[^/]+\.exe"),
    ("SQLite", r"_internal/sqlite3"),
    ("Python", r"_internal/[^/]+$"),
    ("the program's resources and database files", r"_internal/partners_app"),
    ("packages' C modules", r"_internal/.+\.pyd"),
    ("licences", r"licences|THIRD-PARTY"),
)


def size_of(folder: Path) -> int:
    """Return the size of a folder's files, in bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def version() -> str:
    """Return the version of the program, three numbers."""
    text = (ROOT / "partners_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("build: partners_app/__init__.py holds no version of three numbers")
    return found[1]


def source_date_epoch() -> int:
    """Return the time that the release's files get."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        git = ["git", "log", "-1", "--format=%ct"]
        try:
            given = subprocess.run(
                git, cwd=ROOT, capture_output=True, text=True, check=True
            ).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            raise SystemExit("build: this is no git checkout: set SOURCE_DATE_EPOCH") from None
    if not given.isdecimal():
        raise SystemExit(f"build: SOURCE_DATE_EPOCH={given} is no number of seconds")
    return int(given)


# --- the exercise ------------------------------------------------------------------------------


def try_out(release: Release, windows: Machine) -> None:
    """Take the installed program through a clerk's day under Wine."""
    from wine.exercise import Exercise

    assert windows.wine is not None
    with step("exercise"):
        Exercise(windows.wine, release.installer, release.portable, EXERCISE).walk()


def product_digest() -> str:
    """Name the content of everything that the Windows program is made of and tried with."""
    digest = hashlib.sha256()
    for folder in PRODUCT_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def passed_file(windows: Machine) -> Path:
    """Return where this machine keeps which programs passed: outside the checkout."""
    assert windows.wine is not None
    return windows.wine.folder / "passed"


def has_passed(product: str, windows: Machine) -> bool:
    """Tell whether the same program passed the exercise on this machine."""
    file = passed_file(windows)
    return file.is_file() and product in file.read_text(encoding="ascii").split()


def record_pass(product: str, windows: Machine) -> None:
    """Keep that a program passed the exercise."""
    with passed_file(windows).open("a", encoding="ascii") as file:
        file.write(f"{product}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
