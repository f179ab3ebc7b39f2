"""A user's hands and eyes, for the Windows Python: hands.py VERB WORD... VERB WORD...

    wait PROGRAM TITLE    until PROGRAM shows a window with TITLE in its title; prints the title
    forward               bring that window to the front
    front PROGRAM         until the window in front is PROGRAM's
    gone PROGRAM          until PROGRAM shows no window
    close                 ask that window to close, as its cross does
    key KEYS              Ctrl+Shift+S, Alt+F4, F2, Enter …
    type TEXT             letters, also Cyrillic, into whatever has the focus
    pause SECONDS         for what shows nothing that could be waited for
    seen PROGRAM          until PROGRAM shows a window; prints the time, in seconds since 1970

PROGRAM is the name of an executable file, or a pattern like Un*.exe. A step that takes longer than
a minute is a failure.
"""

import ctypes
import sys
import time
from collections.abc import Callable, Iterator
from ctypes import wintypes
from fnmatch import fnmatch
from pathlib import PureWindowsPath

PATIENCE = 60.0
KEY_PAUSE = 0.04

user = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]

# Virtual-key codes of Windows; letters and digits are their own.
KEYS = {
    "Alt": 0x12,
    "Ctrl": 0x11,
    "Delete": 0x2E,
    "Down": 0x28,
    "End": 0x23,
    "Enter": 0x0D,
    "Esc": 0x1B,
    "Home": 0x24,
    "Insert": 0x2D,
    "Shift": 0x10,
    "Space": 0x20,
    "Tab": 0x09,
    "Up": 0x26,
    **{f"F{number}": 0x6F + number for number in range(1, 13)},
}
KEY_UP, KEY_IS_UNICODE = 0x2, 0x4
WINDOW_CLOSE = 0x10


class KeyInput(ctypes.Structure):
    """Windows' KEYBDINPUT."""

    _fields_ = (
        ("key", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("extra", ctypes.c_size_t),
    )


class Input(ctypes.Structure):
    """Windows' INPUT, of which the keyboard's part is shorter than the mouse's."""

    _fields_ = (("type", wintypes.DWORD), ("key", KeyInput), ("pad", ctypes.c_ubyte * 8))


class NotSeen(Exception):
    """What was waited for did not happen; the message says what was seen instead."""


def send(key: int, scan: int, flags: int) -> None:
    """Press or release a key."""
    one = Input(1, KeyInput(key, scan, flags, 0, 0))
    if user.SendInput(1, ctypes.byref(one), ctypes.sizeof(one)) != 1:
        raise NotSeen("Windows takes no keys")


def press(keys: str) -> None:
    """Press keys together, like Ctrl+Shift+S."""
    codes = [KEYS[name] if name in KEYS else ord(name.upper()) for name in keys.split("+")]
    for code in codes:
        send(code, 0, 0)
    for code in reversed(codes):
        send(code, 0, KEY_UP)
    time.sleep(KEY_PAUSE)


def write(text: str) -> None:
    """Type letters, whatever the keyboard's layout."""
    for letter in text:
        send(0, ord(letter), KEY_IS_UNICODE)
        send(0, ord(letter), KEY_IS_UNICODE | KEY_UP)
        time.sleep(KEY_PAUSE)


def windows() -> Iterator[tuple[int, str, str]]:
    """Yield handle, program and title of every window that is shown and has a title."""
    handles: list[int] = []

    @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # type: ignore[attr-defined,untyped-decorator,unused-ignore]
    def each(handle: int, _: int) -> bool:
        handles.append(handle)
        return True

    user.EnumWindows(each, 0)
    for handle in handles:
        text = ctypes.create_unicode_buffer(512)
        if user.IsWindowVisible(handle) and user.GetWindowTextW(handle, text, 512):
            yield handle, program_of(handle), text.value


def program_of(handle: int) -> str:
    """Return the name of the executable file whose window this is."""
    number = wintypes.DWORD()
    user.GetWindowThreadProcessId(handle, ctypes.byref(number))
    limited_information = 0x1000
    process = kernel.OpenProcess(limited_information, False, number.value)
    name, length = ctypes.create_unicode_buffer(1024), wintypes.DWORD(1024)
    try:
        kernel.QueryFullProcessImageNameW(process, 0, name, ctypes.byref(length))
    finally:
        kernel.CloseHandle(process)
    return PureWindowsPath(name.value).name


def find(program: str, title: str) -> tuple[int, str] | None:
    """Return handle and title of a program's window, None where there is none."""
    for handle, owner, text in windows():
        if fnmatch(owner.casefold(), program.casefold()) and title in text:
            return handle, text
    return None


def until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something holds; NotSeen with what there is instead."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            seen = "; ".join(f"{owner}: {text}" for _, owner, text in windows())
            raise NotSeen(f"{what}; shown are: {seen}")
        time.sleep(0.05)


class Hands:
    """What the words of the command line ask for, one after the other."""

    def __init__(self, words: list[str]) -> None:
        """Take the words; nothing is done yet."""
        self.words = words
        self.window = 0

    def work(self) -> None:
        """Do everything that is asked for."""
        while self.words:
            verb = getattr(self, f"do_{self.words.pop(0)}")
            verb()

    def word(self) -> str:
        """Take the next word."""
        return self.words.pop(0)

    def do_wait(self) -> None:
        """Wait for a window and keep it."""
        program, title = self.word(), self.word()
        until(lambda: find(program, title), f"no window of {program} with {title!r}")
        found = find(program, title)
        if found is None:
            raise NotSeen(f"the window of {program} with {title!r} went away at once")
        self.window, shown = found
        print(shown)

    def do_forward(self) -> None:
        """Bring the window to the front."""
        user.SetForegroundWindow(self.window)
        until(lambda: user.GetForegroundWindow() == self.window, "the window stays behind")

    def do_front(self) -> None:
        """Wait until a program has the window in front."""
        program = self.word()
        until(
            lambda: fnmatch(program_of(user.GetForegroundWindow()).casefold(), program.casefold()),
            f"{program} does not come to the front",
        )

    def do_gone(self) -> None:
        """Wait until a program shows no window."""
        program = self.word()
        until(lambda: find(program, "") is None, f"{program} still shows a window")

    def do_close(self) -> None:
        """Ask the window to close."""
        user.PostMessageW(self.window, WINDOW_CLOSE, 0, 0)

    def do_key(self) -> None:
        """Press keys."""
        press(self.word())

    def do_type(self) -> None:
        """Type a text."""
        write(self.word())

    def do_pause(self) -> None:
        """Wait."""
        time.sleep(float(self.word()))

    def do_seen(self) -> None:
        """Say when a program's window was there."""
        program = self.word()
        until(lambda: find(program, ""), f"{program} shows no window")
        print(time.time())


def main() -> int:
    """Do what the command line asks for; 1 with a line that says what was not seen."""
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)  # type: ignore[union-attr]
    try:
        Hands(sys.argv[1:]).work()
    except NotSeen as missing:
        print(f"hands: {missing}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
