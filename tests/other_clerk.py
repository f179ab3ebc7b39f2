"""A colleague in another process, who does to a register what she is told."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[1]

# Evaluates each line that it is sent, and answers when it is done.
_WORKING = """
import sqlite3, sys
from pathlib import Path
from partners_app.services import agreements, catalogue, events
from partners_app.services.register import Register

def work_on(path):
    global register, held
    register = Register.open(Path(path), author=sys.argv[1])
    held = sqlite3.connect(path, isolation_level=None, timeout=float(sys.argv[2]))

def leave():
    register.close()
    held.close()

print("ready", flush=True)
for line in sys.stdin:
    try:
        print("done", repr(eval(line)), flush=True)
    except Exception as error:
        print("failed", type(error).__name__, error, flush=True)
"""


class OtherClerk:
    """Another process, that works on the register it is told."""

    def __init__(self, author: str = "Петрова", *, waits: float = 1) -> None:
        """Start her; ``held``, her bare connection, waits so long (s) for somebody else's."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WORKING, author, str(waits)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._answer() == "ready"

    def _answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def does(self, line: str) -> str:
        """Let her do one thing, and return what came of it."""
        self.begin(line)
        return self.end()

    def begin(self, line: str) -> None:
        """Let her begin one thing."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def end(self) -> str:
        """Wait for what she began, and return what came of it."""
        answer = self._answer()
        assert answer.startswith("done"), answer
        return answer.removeprefix("done ")

    def comes(self, path: Path) -> None:
        """Let her open a register; she has none before."""
        self.does(f"work_on({str(path)!r})")

    def __enter__(self) -> "OtherClerk":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
