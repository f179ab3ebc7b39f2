"""Where a Windows program is made: on Windows itself, or on Linux with a Windows Python in Wine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wine.session import Wine

HERE = Path(__file__).resolve().parent
BUILD_LOCK = HERE / "requirements-build.lock"


class BuildFailed(Exception):
    """The build cannot go on; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A Windows Python with what requirements-build.lock pins, and the packer of installers."""

    python: Path
    site_packages: Path
    makensis: str
    wine: Wine | None

    def run_python(self, *words: str | Path, **variables: str) -> str:
        """Run the Windows Python, show what it says and return it."""
        if self.wine is not None:
            return self.wine.run(self.python, *words, show=True, variables=variables)
        return call([str(self.python), *map(str, words)], **variables)


def call(command: Sequence[str], **variables: str) -> str:
    """Run a program of this machine, show what it says and return it; BuildFailed on a bad end."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **variables},
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        print(line, end="", flush=True)
    if process.wait():
        raise BuildFailed(f"status {process.returncode} from: {' '.join(command)}")
    return "".join(lines)


@contextmanager
def machine(work: Path) -> Iterator[Machine]:
    """Give the machine for this system; what it lacks is installed first where that is possible."""
    if os.name == "nt":
        yield native_machine(work)
        return
    from wine.session import WineFailed
    from wine.toolchain import ready_wine

    try:
        with ready_wine() as wine:
            site_packages = wine.python.parent / "Lib" / "site-packages"
            yield Machine(wine.python, site_packages, "makensis", wine)
    except WineFailed as error:
        raise BuildFailed(str(error)) from error


def native_machine(work: Path) -> Machine:
    """Make a Python of its own for the build: the developer's holds more than a release may."""
    makensis = shutil.which("makensis") or shutil.which(
        "makensis", path=str(Path(os.environ.get("PROGRAMFILES(X86)", "C:\\")) / "NSIS")
    )
    if makensis is None:
        raise BuildFailed("makensis is not installed: install NSIS 3 and try again")
    if sys.version_info[:2] != (3, 11):
        raise BuildFailed(f"releases are made with Python 3.11, this is {sys.version.split()[0]}")
    folder = work / "python"
    python = folder / "Scripts" / "python.exe"
    stamp = folder / "made-from"
    lock = BUILD_LOCK.read_text(encoding="utf-8")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != lock:
        print(f"build: making {folder}", flush=True)
        venv.EnvBuilder(clear=True, with_pip=True).create(folder)
        options = ["--disable-pip-version-check", "--only-binary=:all:", "--no-deps"]
        pip = [str(python), "-m", "pip", "install", "-q", *options]
        call([*pip, "--require-hashes", "-r", str(BUILD_LOCK)])
        stamp.write_text(lock, encoding="utf-8")
    return Machine(python, folder / "Lib" / "site-packages", makensis, None)
