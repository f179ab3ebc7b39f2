#!/usr/bin/env python3
"""Everything a developer of Partners does, one command each; needs Python 3.11 and nothing else."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

USAGE = """\
usage: python3 dev.py COMMAND

  setup              make .venv from requirements-dev.lock; the other commands do it when needed
  run                open the window on the sample register; without a display leave the report
                     and a picture of the window in build/demo
  test [ARGUMENT...] run the tests; arguments go to pytest (a path, -k WORDS, -x)
  trials [ARGUMENT...] run the tests that take long: kills, full disks, whole programs, every dialog
                     at large type
  check              ruff, formatting, mypy, import rules and translations
  shots [FOLDER]     pictures of every screen, in build/shots unless said otherwise
  layouts [FOLDER]   hard reports printed by LibreOffice and by us, and every word looked for on
                     the pages; in build/layouts unless said otherwise
  bench [OPTION...]  what the program costs beside yardsticks, timed here and now; see --help
  sweep [OPTION...]  break each I/O call of the program's own acts in turn; see --help
  translate          bring the .ts up to date with the program's texts, and the .qm with the .ts
  build [OPTION...]  the Windows installer, in build; --exercise tries it under Wine; see --help
  audit              ask whether a fault is known in anything that is shipped; needs a network

WHEELHOUSE=FOLDER takes the packages from a folder instead of the network.
"""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"
DEMO = ROOT / "build" / "demo"
TRANSLATION = ROOT / "resources" / "translations" / "partners_ru.ts"
DEMO_YEAR = "2020"

IS_WINDOWS = os.name == "nt"
IS_LINUX = sys.platform.startswith("linux")
VENV_PROGRAMS = VENV / ("Scripts" if IS_WINDOWS else "bin")
VENV_PYTHON = VENV_PROGRAMS / ("python.exe" if IS_WINDOWS else "python")

# What a bare Debian or Ubuntu lacks; from libxcb-cursor0 on only for a window on an X display.
QT_PACKAGES = """
fonts-dejavu-core libbrotli1 libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0
libgssapi-krb5-2 libx11-6 libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1
libxkbcommon-x11-0
""".split()  # noqa: SIM905 — nineteen names, one a line, would hide what follows
# Run in a child: a library that Qt lacks ends the process, or the import, with its name.
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtNetwork, QtPrintSupport, QtSvg, QtTest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
application = QApplication(["probe"])
if not QFontDatabase.families():
    sys.exit("no font is installed")
for platform in sys.argv[1:]:
    folder = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(folder / f"libq{platform}.so"))
"""


class Stop(Exception):
    """The command cannot go on; the message says why and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status: 0 done, 1 failed, 2 not understood."""
    commands: dict[str, Callable[[list[str]], int]] = {
        "setup": without_arguments(setup),
        "run": without_arguments(run_program),
        "test": run_tests,
        "trials": lambda arguments: run_tests(["-m", "trial", *arguments]),
        "check": without_arguments(check),
        "shots": take_pictures,
        "layouts": compare_layouts,
        "bench": bench,
        "sweep": sweep,
        "translate": without_arguments(translate),
        "build": build,
        "audit": without_arguments(audit),
    }
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0
    command = commands.get(arguments[0])
    if command is None:
        print(f"dev.py: no command {arguments[0]!r}\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    try:
        return command(list(arguments[1:]))
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def without_arguments(command: Callable[[], int]) -> Callable[[list[str]], int]:
    """Make a command refuse arguments that it would otherwise silently drop."""

    def checked(arguments: list[str]) -> int:
        if arguments:
            raise Stop(f"this command takes no arguments, got: {shlex.join(arguments)}")
        return command()

    return checked


def setup() -> int:
    """Make .venv as requirements-dev.lock says, unless it already is."""
    if sys.version_info < (3, 11):  # noqa: UP036 — this file also meets an older Python
        raise Stop(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    stamp = VENV / "set-up-from"
    # The scripts in .venv hold its path: one that was made for another checkout is no use.
    made_from = stamp.read_text(encoding="utf-8").splitlines() if stamp.is_file() else []
    wanted = [fingerprint(), str(ROOT)]
    is_ours = venv_works() and made_from[1:] in ([], wanted[1:])
    if is_ours and made_from == wanted:
        return 0
    if not is_ours:
        remove_venv()
        make_venv()
    # The lock is complete: nothing is left to resolve. An old pip that tries takes the newest of
    # a package that another wants with an extra (coverage[toml]) and stops at its unknown hash.
    install(["--require-hashes", "--no-deps", "-r", str(LOCK)])
    # The build back end is in the lock: nothing is fetched to build the project itself.
    install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    make_qt_start()
    stamp.write_text("\n".join(wanted), encoding="utf-8")
    print("dev.py: .venv is ready", flush=True)
    return 0


def fingerprint() -> str:
    """Name what .venv is made from: the lock and the project's own description."""
    return hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def venv_works() -> bool:
    """Tell whether .venv holds a Python that we can use and that takes itself for .venv's."""
    if not VENV_PYTHON.exists():
        return False
    code = "import sys; print(sys.version_info >= (3, 11), sys.prefix, sep='|')"
    try:
        answer = subprocess.run(
            [str(VENV_PYTHON), "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=environment(),
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return False
    is_new_enough, _, prefix = answer.partition("|")
    return is_new_enough == "True" and Path(prefix).resolve() == VENV.resolve()


def remove_venv() -> None:
    """Clear away a .venv that does not work; never a folder that is something else."""
    if VENV.is_symlink():
        raise Stop(f"{VENV} is a link to something that is no virtual environment: remove it")
    if not VENV.exists():
        return
    if not VENV.is_dir() or (any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").is_file()):
        raise Stop(f"{VENV} is there and is no virtual environment: rename or remove it")
    print(f"dev.py: {VENV} does not work here (copied, or its Python is gone): making it anew")
    try:
        shutil.rmtree(VENV)
    except OSError as error:
        raise Stop(f"{VENV} cannot be removed ({error}): close what uses it") from error


def make_venv() -> None:
    """Make an empty .venv, with uv where Python comes without its venv parts."""
    if importlib.util.find_spec("ensurepip") is None:
        if uv := shutil.which("uv"):
            run([uv, "venv", "--python", sys.executable, str(VENV)])
            return
        # All in one go: who has to type the command should not have to do it twice.
        apt_install(("python3-venv", *QT_PACKAGES), "Python's venv module is not complete")
    run([sys.executable, "-m", "venv", str(VENV)])


def install(what: Sequence[str]) -> None:
    """Install with uv if it is there, else (or if uv fails: it reads no pip.conf) with pip."""
    source = []
    if wheelhouse := os.environ.get("WHEELHOUSE"):
        if not Path(wheelhouse).is_dir():
            raise Stop(f"WHEELHOUSE={wheelhouse} is no folder")
        source = ["--no-index", "--find-links", str(Path(wheelhouse).resolve())]
    pip = [str(VENV_PYTHON), "-m", "pip"]
    if uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--python", str(VENV_PYTHON), *source, *what]
        if not run(command, may_fail=True):
            return
        print("dev.py: uv could not, trying pip", flush=True)
        run([str(VENV_PYTHON), "-m", "ensurepip"])
    if run([*pip, "install", "--disable-pip-version-check", *source, *what], may_fail=True):
        raise Stop(
            "the packages could not be installed; without a network set WHEELHOUSE to a folder "
            f"filled by: pip download --require-hashes -r {LOCK.name} -d FOLDER"
        )


def make_qt_start(*, window: bool = False) -> None:
    """Start Qt in a child and install the system libraries it lacks, or say how to."""
    problem = qt_problem(window)
    if problem is None:
        return
    if not IS_LINUX:
        raise Stop(f"Qt does not start: {problem}")
    apt_install(QT_PACKAGES, f"Qt does not start: {problem}")
    if problem := qt_problem(window):
        raise Stop(f"Qt still does not start: {problem}")


def qt_problem(window: bool) -> str | None:
    """Return what Qt says when it cannot start, None when it can; for a window also on X."""
    platforms = ["xcb"] if window and IS_LINUX and os.environ.get("DISPLAY") else []
    result = subprocess.run(
        [str(VENV_PYTHON), "-c", QT_PROBE, *platforms],
        capture_output=True,
        text=True,
        errors="replace",
        env=environment(QT_QPA_PLATFORM="offscreen"),
    )
    if result.returncode == 0:
        return None
    lines = result.stderr.strip().splitlines()
    return lines[-1] if lines else f"it ends with status {result.returncode}"


def apt_install(packages: Sequence[str], reason: str) -> None:
    """Install Debian packages if we may without a password, else stop with the command."""
    print(f"dev.py: {reason}", flush=True)
    steps = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends"]]
    steps[1] += packages
    by_hand = " && ".join(shlex.join(["sudo", *step]) for step in steps)
    if shutil.which("apt-get") is None:
        raise Stop(f"install what these Debian packages hold: {' '.join(packages)}")
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and not run(["sudo", "-n", "true"], may_fail=True):
        prefix = ["sudo"]
    else:
        raise Stop(f"run this, then try again:\n\n    {by_hand}\n")
    for step in steps:
        run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *step])


def run_program() -> int:
    """Open the window on the sample register, or leave what it would show in build/demo."""
    setup()
    register = DEMO / "register.partners"
    program = [str(VENV_PYTHON), "-m", "partners_app"]
    if not register.exists():
        DEMO.mkdir(parents=True, exist_ok=True)
        run([*program, "new", str(register), "--sample"])
    if has_display():
        make_qt_start(window=True)
        return run([*program, str(register)], may_fail=True)
    print("dev.py: there is no display: writing the report and a picture instead", flush=True)
    report = DEMO / f"report-{DEMO_YEAR}.xlsx"
    picture = DEMO / "window.png"
    run([*program, "report", str(register), "--year", DEMO_YEAR, "-o", str(report)])
    shots = [str(VENV_PYTHON), "-m", "tests.shots"]
    run([*shots, "--window", str(register), str(picture)], QT_QPA_PLATFORM="offscreen")
    made = [report, picture]
    if office := shutil.which("soffice") or shutil.which("libreoffice"):
        made.append(convert_to_pdf(office, report))
    else:
        print("dev.py: LibreOffice is not installed: no PDF", flush=True)
    for file in made:
        print(f"dev.py: wrote {file} ({file.stat().st_size} bytes)")
    return 0


def has_display() -> bool:
    """Tell whether a window can be shown to somebody."""
    if not IS_LINUX:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def convert_to_pdf(office: str, workbook: Path) -> Path:
    """Turn a workbook into a PDF beside it; a profile of its own lets LibreOffice be open too."""
    with tempfile.TemporaryDirectory() as profile:
        own_profile = f"-env:UserInstallation={Path(profile).resolve().as_uri()}"
        to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(workbook.parent)]
        run([office, own_profile, *to_pdf, str(workbook)])
    return workbook.with_suffix(".pdf")


def run_tests(arguments: list[str]) -> int:
    """Run pytest without a screen; the whole suite on two processes where there are two."""
    setup()
    names_a_path = any((ROOT / word.partition("::")[0]).exists() for word in arguments)
    chooses = any(word.startswith(("-n", "-p", "--pdb", "--numprocesses")) for word in arguments)
    parallel = []
    if (os.cpu_count() or 1) > 1 and not names_a_path and not chooses:
        # A worker that dies must fail the run, not be replaced in silence.
        parallel = ["-n", "2", "--max-worker-restart=0"]
    command = [str(VENV_PYTHON), "-m", "pytest", *parallel, *arguments]
    return run(command, may_fail=True, QT_QPA_PLATFORM="offscreen")


def check() -> int:
    """Run every check, also after one has failed, and say at the end which did."""
    setup()
    python = [str(VENV_PYTHON), "-m"]
    checks = {
        "ruff": [*python, "ruff", "check", "."],
        "formatting": [*python, "ruff", "format", "--check", "."],
        "types": [*python, "mypy"],
        "imports": [str(VENV_PROGRAMS / "lint-imports")],
        "translations": [*python, "pytest", "-q", "tests/test_translations.py"],
    }
    failed = [
        name
        for name, command in checks.items()
        if run(command, may_fail=True, QT_QPA_PLATFORM="offscreen")
    ]
    print(f"dev.py: failed: {', '.join(failed)}" if failed else "dev.py: all checks passed")
    return 1 if failed else 0


def take_pictures(arguments: list[str]) -> int:
    """Make pictures of every screen."""
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        raise Stop("shots takes one folder at most")
    setup()
    folder = Path(arguments[0]) if arguments else ROOT / "build" / "shots"
    command = [str(VENV_PYTHON), "-m", "tests.shots", str(folder.absolute())]
    return run(command, may_fail=True, QT_QPA_PLATFORM="offscreen")


def compare_layouts(arguments: list[str]) -> int:
    """Write hard reports, print them, and compare the words on the pages with their own."""
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        raise Stop("layouts takes one folder at most")
    setup()
    folder = Path(arguments[0]) if arguments else ROOT / "build" / "layouts"
    command = [str(VENV_PYTHON), "-m", "tests.layouts", str(folder.absolute())]
    return run(command, may_fail=True, QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Time the program and its yardsticks in turn, and print the ratios with their goals."""
    setup()
    command = [str(VENV_PYTHON), "-m", "tests.benchmarks", *arguments]
    return run(command, may_fail=True, QT_QPA_PLATFORM="offscreen")


def sweep(arguments: list[str]) -> int:
    """Kill the program, fill its disk and break it, at each I/O call in turn."""
    setup()
    return run([str(VENV_PYTHON), "-m", "tests.sweep", *arguments], may_fail=True)


def translate() -> int:
    """Bring the committed .ts and .qm up to date, and say what is left for the translator."""
    setup()
    update_translation(TRANSLATION)
    release_translation(TRANSLATION, TRANSLATION.with_suffix(".qm"))
    return 0


def build(arguments: list[str]) -> int:
    """Make the Windows installer and the portable folder; packaging/build.py knows the options."""
    setup()
    return run([str(VENV_PYTHON), str(ROOT / "packaging" / "build.py"), *arguments], may_fail=True)


def audit() -> int:
    """Ask the public list of known faults about each locked package; 1 where one is known.

    The asking program has a lock and a folder of its own: nothing of it comes near the other.
    """
    folder = ROOT / "build" / "audit"
    shutil.rmtree(folder, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(folder)])
    programs = folder / ("Scripts" if IS_WINDOWS else "bin")
    lock = ROOT / "packaging" / "requirements-audit.lock"
    pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    run([*pip, "install", "--no-deps", "--require-hashes", "-r", str(lock)])
    # The lock says it all: --disable-pip keeps the versions as they are written there.
    # A package about which nothing could be found out is not passed over in silence.
    ask = [str(programs / "pip-audit"), "--strict", "--require-hashes", "--disable-pip"]
    return run([*ask, "-r", str(ROOT / "requirements.lock")], may_fail=True)


def update_translation(source: Path) -> None:
    """Write the program's texts into a .ts; texts no longer used go, translations stay."""
    languages = ["-source-language", "en_US", "-target-language", "ru_RU"]
    options = ["-extensions", "py", "-no-obsolete", "-locations", "none", *languages]
    run([str(VENV_PROGRAMS / "pyside6-lupdate"), *options, "partners_app", "-ts", str(source)])


def release_translation(source: Path, target: Path) -> None:
    """Compile a .ts to the .qm that the program reads."""
    run([str(VENV_PROGRAMS / "pyside6-lrelease"), str(source), "-qm", str(target)])


def run(command: Sequence[str], *, may_fail: bool = False, **variables: str) -> int:
    """Show and run a command in the project's folder; return its status, or stop on a bad one."""
    shown = [f"{name}={value}" for name, value in variables.items()]
    print("$", shlex.join([*shown, *command]), flush=True)
    try:
        status = subprocess.run(command, cwd=ROOT, env=environment(**variables)).returncode
    except OSError as error:
        raise Stop(f"{command[0]} does not start: {error.strerror}") from error
    if status and not may_fail:
        raise Stop(f"this failed with status {status}: {shlex.join(command)}")
    return status


def environment(**variables: str) -> dict[str, str]:
    """Return our variables without those that would send Python or pip elsewhere."""
    elsewhere = {"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET", "PIP_USER"}
    kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
    return {**kept, **variables}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
