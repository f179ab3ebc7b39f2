"""The owner file beside a register: who has it open for writing, so that the next one is told.

It is advice. Nothing that is written depends on it: SQLite's locks and the check of each row's
``before`` keep two writers apart. What is not known, or fails for want of room, is let pass.
"""

import errno
import getpass
import json
import os
import platform
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from partners_app import __version__
from partners_app.domain.errors import FileDenied, RegisterHeld, from_os_error
from partners_app.domain.holder import Holder
from partners_app.storage import processes

QUIET_SECONDS = 600.0
"""Age of an owner file, by the clock of the disk it is on, after which it may be taken over."""

_LONGEST_FILE = 65_536
_LONGEST_TEXT = 200
_LOOKS = 3
_MOMENT_SECONDS = 0.05
_BINARY = getattr(os, "O_BINARY", 0)
_NO_RIGHT = frozenset([errno.EACCES, errno.EPERM, errno.EROFS])


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an owner file says; everything is empty in one that cannot be understood."""

    token: str = ""
    user: str = ""
    full_name: str = ""
    host: str = ""
    process: int = 0
    run: str = ""
    since: datetime | None = None

    def is_here(self) -> bool:
        return self.process > 0 and self.host.casefold() == _this_computer().casefold()

    def has_ended(self) -> bool:
        """Tell whether a process of this computer left the file behind."""
        if not self.is_here():
            return False
        run = processes.run_of(self.process)
        return run is None or bool(run and self.run and run != self.run)


class OwnerFile:
    """The claim of one opening of a register."""

    def __init__(self, register: Path) -> None:
        """Name the register; nothing is looked at yet."""
        self._register = register
        whole = register.absolute()
        with suppress(OSError, RuntimeError):
            # Two names of one file have one owner.
            whole = whole.resolve()
        self.path = whole.with_name(f".~{whole.name}.owner")
        self._token = token_hex(16)

    def claim(self, full_name: str, *, take_over: bool = False) -> Holder | None:
        """Become the owner, or return who is; FileDenied where no file can be made.

        What a process of this computer that has ended left is taken over silently; with
        ``take_over``, also what may be replaced.
        """
        text = self._text(full_name)
        try:
            for _ in range(_LOOKS):
                with suppress(FileExistsError):
                    self._create(text)
                    return None
                found = self._read()
                if found is None:
                    continue
                if found.token == self._token:
                    return None
                holder = self._holder(found)
                if holder is not None and not (take_over and holder.may_be_replaced):
                    return holder
                self._replace(found, text)
        except OSError as error:
            if error.errno in _NO_RIGHT:
                raise FileDenied(self._register, error.strerror or "") from error
        return self.holder()

    @contextmanager
    def alone(self, full_name: str, *, take_over: bool = False) -> Iterator[None]:
        """Be the owner as long as the block lasts, or raise RegisterHeld: who is."""
        if (holder := self.claim(full_name, take_over=take_over)) is not None:
            raise RegisterHeld(self._register, holder=holder)
        try:
            yield
        finally:
            self.release()

    def holder(self) -> Holder | None:
        """Return who else has the register open for writing; None: nobody.

        FileMissing when the register itself is not there.
        """
        try:
            self._register.stat()
            found = self._read()
        except OSError as error:
            raise from_os_error(self._register, error) from error
        return None if found is None else self._holder(found)

    def keep(self, full_name: str) -> bool:
        """Say that this opening goes on; False when somebody else has taken it over.

        An owner file that is gone is made again. Raises the FileProblem of a disk that is away.
        """
        try:
            self._register.stat()
            found = self._read()
            if found is None:
                with suppress(FileExistsError):
                    self._create(self._text(full_name))
                found = self._read()
            if found is None or found.token != self._token:
                return False
            # Written over itself: the disk then says when, not the clock of this computer.
            with self.path.open("r+b") as file:
                same = file.read(_LONGEST_FILE)
                file.seek(0)
                file.write(same)
        except OSError as error:
            raise from_os_error(self._register, error) from error
        return True

    def release(self) -> None:
        """Remove the file, if it is this opening's."""
        with suppress(OSError):
            found = self._read()
            if found is not None and found.token == self._token:
                self.path.unlink()

    def _holder(self, found: _Entry) -> Holder | None:
        if found.token == self._token or found.has_ended():
            return None
        quiet = not found.is_here() and self._is_quiet()
        return Holder(found.user, found.full_name, found.host, found.since, quiet)

    def _is_quiet(self) -> bool:
        """Tell whether the owner has not been heard of for long, by the disk's own clock."""
        # The name of a temporary file of ours: one that a crash leaves is removed in time.
        probe = self.path.with_name(f"~$partners-{token_hex(8)}.tmp")
        try:
            probe.touch(exist_ok=False)
            try:
                return probe.stat().st_mtime - self.path.stat().st_mtime > QUIET_SECONDS
            finally:
                probe.unlink()
        except OSError:
            return False

    def _text(self, full_name: str) -> bytes:
        user = _this_user()
        content = {
            "user": user,
            "full_name": "" if full_name == user else full_name,
            "host": _this_computer(),
            "pid": os.getpid(),
            "process_start": processes.run_of(os.getpid()) or "",
            "app_version": __version__,
            "token": self._token,
            "opened_utc": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="replace")

    def _create(self, text: bytes) -> None:
        self._write_new(self.path, text)

    def _replace(self, judged: _Entry, text: bytes) -> None:
        """Put our file in the place of one that was judged, unless it is another one by now."""
        ours = self.path.with_name(f"~$partners-{token_hex(8)}.tmp")
        self._write_new(ours, text)
        try:
            now = self._read()
            if now is not None and now.token == judged.token:
                ours.replace(self.path)
        finally:
            ours.unlink(missing_ok=True)

    @staticmethod
    def _write_new(path: Path, text: bytes) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
        except OSError:
            # A full disk: half an owner would be taken for an unknown one.
            with suppress(OSError):
                path.unlink()
            raise

    def _read(self) -> _Entry | None:
        """Return what the file says; None when there is none."""
        for look in range(_LOOKS):
            try:
                with self.path.open("rb") as file:
                    text = file.read(_LONGEST_FILE)
            except FileNotFoundError:
                return None
            except PermissionError:
                # Windows, while another program removes it; else it is not for us to read.
                text = b""
            if text:
                return _understood(text)
            if look + 1 < _LOOKS:
                # It may have been made this moment.
                time.sleep(_MOMENT_SECONDS)
        return _Entry()


def _understood(text: bytes) -> _Entry:
    try:
        content = json.loads(text.decode())
    except (ValueError, RecursionError):
        return _Entry()
    if not isinstance(content, dict):
        return _Entry()
    process = content.get("pid")
    return _Entry(
        _said(content, "token"),
        _said(content, "user"),
        _said(content, "full_name"),
        _said(content, "host"),
        process if type(process) is int and 0 < process < 2**31 else 0,
        _said(content, "process_start"),
        _moment(_said(content, "opened_utc")),
    )


def _said(content: Mapping[str, object], key: str) -> str:
    value = content.get(key)
    text = value if isinstance(value, str) else ""
    return " ".join(text.split())[:_LONGEST_TEXT]


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _this_computer() -> str:
    return platform.node()


def _this_user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, OSError, KeyError):
        # A service without an account has no name to give.
        return ""
