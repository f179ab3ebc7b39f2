"""What makes and runs Windows programs on Debian: Wine, a Windows CPython 3.11, mingw and NSIS.

Everything but Debian's packages lives in one folder, ~/.cache/partners-wine unless PARTNERS_WINE
names another, and is made anew when what it is made from has changed. The interpreter's files come
from a wheel that carries them (interpreter.lock); its start program and python3.dll are compiled
here.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from packaging.requirements import Requirement

from wine.session import LOCALE, SCREEN, WINE, Wine, WineFailed, display

HERE = Path(__file__).resolve().parent
BUILD_LOCK = HERE.parent / "requirements-build.lock"
INTERPRETER_LOCK = HERE / "interpreter.lock"

PACKAGES = (
    "wine",
    "wine64",
    "fonts-wine",
    "fonts-open-sans",
    "fonts-liberation",
    "gcc-mingw-w64-x86-64-win32",
    "nsis",
    "xvfb",
    "xauth",
    "imagemagick",
    "locales",
)
_PROGRAMS = (WINE, "makensis", "Xvfb", "import", "localedef", "x86_64-w64-mingw32-gcc")

# The same bytes every time: no time of compilation.
_COMPILER = ("x86_64-w64-mingw32-gcc", "-Wl,--no-insert-timestamp", "-s")
_WINDOWS_WHEELS = ("--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp")
_WINDOWS_MARKERS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}
# Parts of the standard library that are no use to a frozen program, or are not pure Python.
_LEFT_OUT = (
    "__pycache__",
    "_sysconfigdata",
    "config-",
    "ensurepip",
    "idlelib",
    "lib-dynload",
    "lib2to3",
    "site-packages",
    "test",
    "tkinter",
    "turtledemo",
)
_SMOKE = """
import sys, sqlite3, ssl, ctypes, winreg, PyInstaller
print(f"Windows Python {sys.version.split()[0]} on {sys.getwindowsversion()[:3]},"
      f" SQLite {sqlite3.sqlite_version}, PyInstaller {PyInstaller.__version__}")
"""


def folder() -> Path:
    """Return where the tools are, or will be."""
    named = os.environ.get("PARTNERS_WINE")
    return Path(named).absolute() if named else Path.home() / ".cache" / "partners-wine"


@contextmanager
def ready_wine() -> Iterator[Wine]:
    """Give a running Wine that has all it takes; what is missing is installed first.

    Raises:
        WineFailed: the tools cannot be installed here; the message says what failed.
    """
    install_packages()
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WineFailed(
            f"{place} cannot be made ({error.strerror}): set PARTNERS_WINE to a folder of yours"
        ) from error
    with (place / "in-use").open("w") as in_use:
        # Two builds on one Windows disk would see each other's windows and files.
        fcntl.flock(in_use, fcntl.LOCK_EX)
        with display() as name:
            wine = Wine(place, name)
            is_new = make(wine)
            with wine.session():
                if is_new:
                    print(wine.run(wine.python, "-c", _SMOKE, limit=120), end="", flush=True)
                    (place / "made-from").write_text(fingerprint(), encoding="utf-8")
                yield wine


def make(wine: Wine) -> bool:
    """Make interpreter, wheels and Windows disk unless they are up to date; tell whether made."""
    stamp = wine.folder / "made-from"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint():
        return False
    if sys.version_info[:2] != (3, 11):
        raise WineFailed(
            "the Windows interpreter is 3.11 and takes its library from a Python 3.11; "
            f"this is {sys.version.split()[0]}"
        )
    stamp.unlink(missing_ok=True)
    print(f"wine: making the Windows tools in {wine.folder}", flush=True)
    make_interpreter(wine.folder)
    install_wheels(wine.folder)
    make_disk(wine)
    return True


def fingerprint() -> str:
    """Name what the tools are made from."""
    made_from = [BUILD_LOCK, *sorted(path for path in HERE.iterdir() if path.is_file())]
    # The journey and its hands are no part of the tools.
    made_from = [path for path in made_from if path.name not in ("exercise.py", "hands.py")]
    digest = hashlib.sha256(sys.version.encode())
    for path in made_from:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def install_packages() -> None:
    """Install Debian's packages where a program is missing; stop with the command otherwise."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"wine: missing {', '.join(missing)}: installing Debian's packages", flush=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            raise WineFailed(
                f"Wine and its tools are missing; as root: apt-get update && {' '.join(install)}"
            )
        call(["apt-get", "update", "-qq"])
        call([*install, "-o", "DPkg::Lock::Timeout=600"], DEBIAN_FRONTEND="noninteractive")
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout
    if LOCALE.replace("UTF-8", "utf8") not in known.split():
        call(["localedef", "-i", "ru_RU", "-f", "UTF-8", LOCALE])


# --- the interpreter ---------------------------------------------------------------------------


def make_interpreter(place: Path) -> None:
    """Put a Windows CPython together in python/: its files, the pure library, its start."""
    parts, python = place / "parts", place / "python"
    for old in (parts, python):
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
    pip = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "-d", str(parts)]
    version = ["--python-version", "3.11", "--require-hashes", "-r", str(INTERPRETER_LOCK)]
    call([*pip, *_WINDOWS_WHEELS, *version])
    unpack_interpreter(next(parts.glob("*.whl")), python)
    copy_library(Path(sysconfig.get_path("stdlib")), python / "Lib")
    compile_start(parts, python)


def unpack_interpreter(wheel: Path, python: Path) -> None:
    """Take CPython's own DLLs and extension modules out of the wheel that carries them."""
    (python / "DLLs").mkdir()
    beside_start = {"python311.dll", "vcruntime140.dll"}
    libraries = {"sqlite3.dll", "libcrypto-3.dll", "libssl-3.dll", "libffi-8.dll"}
    found = set()
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            directory, _, name = member.rpartition("/")
            if directory != "deploy_libs":
                continue
            if name.lower() in beside_start:
                target = python / name
            elif name in libraries or (name.endswith(".pyd") and name != "_tkinter.pyd"):
                target = python / "DLLs" / name
            else:
                continue
            target.write_bytes(archive.read(member))
            found.add(name.lower())
    if absent := (beside_start | libraries) - found:
        raise WineFailed(f"{wheel.name} has no {', '.join(sorted(absent))}")


def copy_library(source: Path, target: Path) -> None:
    """Copy the standard library of the Python that runs this, without what is not pure Python."""
    shutil.copytree(
        source,
        target,
        ignore=lambda _, names: [name for name in names if name.startswith(_LEFT_OUT)],
    )
    (target / "site-packages").mkdir()


def compile_start(parts: Path, python: Path) -> None:
    """Compile python.exe and pythonw.exe, and python3.dll, which forwards to python311.dll."""
    library, start = python / "python311.dll", HERE / "interpreter.c"
    manifest = parts / "manifest.o"
    call(["x86_64-w64-mingw32-windres", str(HERE / "interpreter.rc"), str(manifest)])
    program = [*_COMPILER, "-O2", "-municode", str(start), str(manifest), str(library), "-o"]
    call([*program, str(python / "python.exe")])
    call([*program, str(python / "pythonw.exe"), "-mwindows", "-DWINDOWED"])
    forwards = parts / "python3.def"
    lines = [f"{name} = python311.{name}" for name in exported_names(library)]
    forwards.write_text("\n".join(["EXPORTS", *lines, ""]), encoding="ascii")
    compile_part("PYTHON3", python / "python3.dll", str(forwards))


def exported_names(library: Path) -> list[str]:
    """Return the names that a DLL exports, as the linker's tool lists them."""
    listing = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(library)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    _, _, table = listing.partition("[Ordinal/Name Pointer] Table")
    names = []
    for line in table.splitlines()[1:]:
        number, bracket, name = line.partition("]")
        if not bracket or not number.strip().startswith("["):
            break
        names.append(name.split()[-1])
    if len(names) < 1000:
        raise WineFailed(f"{library} exports {len(names)} names, which is no CPython")
    return names


def compile_part(part: str, target: Path, *more: str) -> None:
    """Compile one of the parts of Windows in windows_parts.c."""
    sources = [str(HERE / "windows_parts.c"), *more]
    options = ["-O1", "-w", "-shared", "-nostdlib", f"-D{part}"]
    call([*_COMPILER, *options, *sources, "-o", str(target), "-ladvapi32"])


def install_wheels(place: Path) -> None:
    """Install what the build lock pins, as it is for Windows, for the Windows interpreter."""
    lock = place / "parts" / "windows.lock"
    lock.write_text(for_windows(BUILD_LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    site = place / "python" / "Lib" / "site-packages"
    options = ["-qq", "--no-deps", "--no-compile", "--require-hashes", "--target", str(site)]
    pip = [sys.executable, "-m", "pip", "install", "--root-user-action=ignore", *options]
    call([*pip, *_WINDOWS_WHEELS, "--python-version", "3.11", "-r", str(lock)])


def for_windows(lock: str) -> str:
    """Resolve a lock's markers for Windows: pip would resolve them for the machine it runs on."""
    kept = []
    for entry in lock.replace("\\\n", " ").splitlines():
        words = entry.split(" --hash=")
        if not entry.strip():
            continue
        requirement = Requirement(words[0].strip())
        if requirement.marker is None or requirement.marker.evaluate(_WINDOWS_MARKERS):
            requirement.marker = None
            kept.append(" --hash=".join([str(requirement), *map(str.strip, words[1:])]))
    return "\n".join([*kept, ""])


# --- the Windows disk --------------------------------------------------------------------------


def make_disk(wine: Wine) -> None:
    """Make an empty Windows 10 with a desktop in one X window, and fonts for Windows' own."""
    shutil.rmtree(wine.prefix, ignore_errors=True)
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    # Wine complains of its missing 32-bit half by its status: what counts is the disk.
    subprocess.run(  # type: ignore[call-overload]
        [WINE, "wineboot", "-i"],
        check=False,
        env=wine.environment(),
        stderr=subprocess.DEVNULL,
        timeout=600,
        **silent,
    )
    system = wine.drive_c / "windows" / "system32"
    if not system.is_dir():
        raise WineFailed(f"wineboot made no Windows disk in {wine.prefix}")
    give_own_folders(wine.user)
    for part in ("BCRYPTPRIMITIVES", "MSCMS", "ICUUC"):
        compile_part(part, system / f"{part.lower()}.dll")
    settings = wine.folder / "parts" / "disk.reg"
    settings.write_text(registry_settings(), encoding="ascii")
    wine.run("regedit", "/S", settings, limit=120)


def give_own_folders(user: Path) -> None:
    """Give the Windows user documents and a desktop of its own: Wine links them to this one's."""
    for link in user.iterdir():
        if link.is_symlink():
            link.unlink()
            link.mkdir()


def registry_settings() -> str:
    """Return the disk's settings as a .reg file: version, desktop, fonts of windows and menus."""
    font = struct.pack(
        "<5l8B64s", -12, 0, 0, 0, 400, 0, 0, 0, 1, 0, 0, 0, 0, "Segoe UI".encode("utf-16le")
    ).hex(",")
    width, height = SCREEN
    metrics = [
        f'"{name}Font"=hex:{font}'
        for name in ("Message", "Menu", "Status", "Caption", "SmCaption", "Icon")
    ]
    wine_key = "HKEY_CURRENT_USER\\Software\\Wine"
    sections = {
        wine_key: ['"Version"="win10"'],
        f"{wine_key}\\Explorer": ['"Desktop"="Default"'],
        f"{wine_key}\\Explorer\\Desktops": [f'"Default"="{width}x{height}"'],
        f"{wine_key}\\Fonts\\Replacements": [
            '"Segoe UI"="Open Sans"',
            '"Arial"="Liberation Sans"',
            '"Times New Roman"="Liberation Serif"',
        ],
        "HKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics": metrics,
    }
    lines = ["REGEDIT4", ""]
    for key, values in sections.items():
        lines += [f"[{key}]", *values, ""]
    return "\n".join(lines)


def call(command: Sequence[str], **variables: str) -> None:
    """Run a program of this machine to its end; its own words explain a failure."""
    result = subprocess.run(command, env={**os.environ, **variables}, check=False)
    if result.returncode:
        raise WineFailed(f"this failed with status {result.returncode}: {' '.join(command)}")
