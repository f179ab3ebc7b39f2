"""Windows programs under Wine: their environment, a display of their own, and how they are run."""

from __future__ import annotations

import getpass
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

WINE = "/usr/lib/wine/wine64"
WINE_SERVER = "/usr/lib/wine/wineserver"
SCREEN = (1366, 768)
LOCALE = "ru_RU.UTF-8"

_NO_LIMIT = 3600.0


class WineFailed(Exception):
    """A step under Wine did not do what it must; the message says which and what was seen."""


@dataclass(frozen=True, slots=True)
class Wine:
    """One Wine: a folder with its Windows disk, and a display for its windows."""

    folder: Path
    display: str
    has_network: bool = True

    @property
    def prefix(self) -> Path:
        """The folder of Wine's registry and disks."""
        return self.folder / "prefix"

    @property
    def drive_c(self) -> Path:
        """What programs know as C:."""
        return self.prefix / "drive_c"

    @property
    def user(self) -> Path:
        """The folder of the Windows user: documents, settings, programs."""
        return self.drive_c / "users" / getpass.getuser()

    @property
    def python(self) -> Path:
        """The Windows interpreter."""
        return self.folder / "python" / "python.exe"

    def environment(self, **more: str) -> dict[str, str]:
        """Return the variables under which every Windows program runs: a Russian Windows 10."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "WINE", "LC_", "LANG", "VIRTUAL_ENV"))
        }
        return {
            **kept,
            "DISPLAY": self.display,
            "LC_ALL": LOCALE,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
            # No .NET, no HTML engine, no entries in this machine's menus; mscms is windows_parts.c.
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=;mscms=n",
            **more,
        }

    @property
    def _before(self) -> list[str]:
        """Return what is put before a command to take the network away from it."""
        return [] if self.has_network else ["unshare", "--net"]

    def without_network(self) -> Wine:
        """Return this Wine with programs that have no network, not even a loopback."""
        probe = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
        if probe.returncode:
            raise WineFailed(f"the network cannot be taken away: {decoded(probe.stderr).strip()}")
        return replace(self, has_network=False)

    def start(self, *words: str | Path, **variables: str) -> subprocess.Popen[bytes]:
        """Start a Windows program without waiting for it; `finish` waits and reads it."""
        # Wine 8 gives a program no usable stream where it finds a regular file: always pipes.
        process = subprocess.Popen(
            [*self._before, WINE, *(on_disk_z(word) for word in words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment(**variables),
            cwd=self.folder,
        )
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
        return process

    def run(
        self,
        *words: str | Path,
        limit: float = _NO_LIMIT,
        expect: int = 0,
        show: bool = False,
        variables: Mapping[str, str] | None = None,
    ) -> str:
        """Run a Windows program to its end and return what it said.

        Raises:
            WineFailed: it ended with another status than ``expect``, or not within ``limit`` s.
        """
        process = self.start(*words, **(variables or {}))
        name = " ".join(str(word) for word in words[:3])
        if show:
            return self._follow(process, name, expect)
        return self.finish(process, name, limit=limit, expect=expect)

    def finish(
        self, process: subprocess.Popen[bytes], name: str, *, limit: float, expect: int = 0
    ) -> str:
        """Wait for the end of a program that was started and return what it said."""
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            raise WineFailed(f"{name} has not ended after {limit:.0f} s") from None
        text = decoded(said)
        if process.returncode != expect:
            raise WineFailed(
                f"{name} ended with status {process.returncode}, not {expect}:\n{text.strip()}"
            )
        return text

    def _follow(self, process: subprocess.Popen[bytes], name: str, expect: int) -> str:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(decoded(line))
            print(lines[-1], end="", flush=True)
        if process.wait() != expect:
            raise WineFailed(f"{name} ended with status {process.returncode}, not {expect}")
        return "".join(lines)

    @contextmanager
    def session(self) -> Iterator[None]:
        """Have Windows up with a desktop; its own processes end with the block."""
        # Started by a program of ours they would inherit its streams, and hold them open.
        silent = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "env": self.environment(),
        }
        subprocess.run([WINE, "wineboot"], check=False, timeout=300, **silent)  # type: ignore[call-overload]
        size = "x".join(str(length) for length in SCREEN)
        desktop = subprocess.Popen(  # type: ignore[call-overload]
            [WINE, "explorer", f"/desktop=Default,{size}"], **silent
        )
        time.sleep(3)
        try:
            yield
        finally:
            # Ends what runs on this prefix, and nothing else.
            subprocess.run([WINE_SERVER, "-k"], check=False, timeout=60, **silent)  # type: ignore[call-overload]
            subprocess.run([WINE_SERVER, "-w"], check=False, timeout=60, **silent)  # type: ignore[call-overload]
            desktop.wait(timeout=60)


def on_disk_z(word: str | Path) -> str:
    """Return a word of a command line; a Path becomes the file as Windows programs name it."""
    if isinstance(word, Path):
        return "Z:" + str(word).replace("/", "\\")
    return word


def decoded(said: bytes) -> str:
    """Read the output of a Windows program: UTF-8, else the code page of a Russian console."""
    try:
        text = said.decode()
    except UnicodeDecodeError:
        text = said.decode("cp866")
    return text.replace("\r\n", "\n")


@contextmanager
def display() -> Iterator[str]:
    """Give an X display that nobody else uses and return its name; it ends with the block."""
    server = shutil.which("Xvfb")
    if server is None:
        raise WineFailed("Xvfb is not installed")
    read_end, write_end = os.pipe()
    number, (width, height) = ("-displayfd", str(write_end)), SCREEN
    process = subprocess.Popen(
        [server, *number, *("-nolisten", "tcp", "-screen", "0", f"{width}x{height}x24")],
        pass_fds=[write_end],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        # The server writes the number when it can be talked to.
        ready, _, _ = select.select([read_end], [], [], 30)
        name = os.read(read_end, 16).decode().strip() if ready else ""
        if not name:
            raise WineFailed("Xvfb gives no display")
        yield f":{name}"
    finally:
        os.close(read_end)
        process.terminate()
        process.wait(timeout=30)
