"""What the program remembers for one user between two starts, in an ini file.

What belongs to a register (its title, the font of its report) is in the register instead.
"""

import getpass
import json
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from partners_app.paths import user_settings
from partners_app.texts.language import Language

VERSION = 1
"""The version of the keys in the file; a newer file is read as far as its keys are known."""

SMALLEST_FONT, DEFAULT_FONT, LARGEST_FONT = 9, 10, 15
"""The size of the window's font, in points."""

RECENT_FILES = 10

MemberT = TypeVar("MemberT", bound=StrEnum)


class ThemeChoice(StrEnum):
    """Which colours the window takes."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


def settings_file() -> Path:
    """Return where the settings of this user are; neither file nor folder need exist."""
    return user_settings() / "settings.ini"


def system_author() -> str:
    """Return the name of the operating system's user, or an empty text where it is unknown."""
    try:
        return getpass.getuser()
    except (ImportError, OSError, KeyError):
        return ""


class Settings(QObject):
    """The settings of one user.

    A file that cannot be read is kept beside the new one as ``settings.broken.ini`` (path in
    `set_aside`); the defaults hold then. A single value that makes no sense is its default.
    """

    changed = Signal(str)
    """The name of the property that has a new value."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path if path is not None else settings_file()
        self.set_aside = _set_broken_file_aside(self.path)
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)
        if _number(self._file.value("version"), 0) < VERSION:
            self._file.setValue("version", VERSION)

    @property
    def author(self) -> str:
        """The name under which edits are journalled; the system's user unless given."""
        return self._text("author") or system_author()

    @author.setter
    def author(self, name: str) -> None:
        self._store("author", name.strip())

    @property
    def language(self) -> Language:
        """The language of the window; Russian unless chosen, whatever the system's is."""
        return _member(Language, self._text("language"), Language.RUSSIAN)

    @language.setter
    def language(self, language: str) -> None:
        self._store("language", str(Language(language)))

    @property
    def theme(self) -> ThemeChoice:
        """The colours of the window."""
        return _member(ThemeChoice, self._text("theme"), ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store("theme", str(ThemeChoice(theme)))

    @property
    def font_size(self) -> int:
        """The size of the window's font in points, 9 to 15."""
        points = _number(self._file.value("font_size"), DEFAULT_FONT)
        return min(max(points, SMALLEST_FONT), LARGEST_FONT)

    @font_size.setter
    def font_size(self, points: int) -> None:
        self._store("font_size", min(max(points, SMALLEST_FONT), LARGEST_FONT))

    @property
    def backup_folder(self) -> Path | None:
        """The second folder that each backup is copied to; None: there is none."""
        name = self._text("backup_folder")
        return Path(name) if name else None

    @backup_folder.setter
    def backup_folder(self, folder: Path | None) -> None:
        self._store("backup_folder", "" if folder is None else str(folder))

    @property
    def recent(self) -> list[Path]:
        """The registers opened lately, newest first; they need not exist any more."""
        try:
            names = json.loads(self._text("recent") or "[]")
        except ValueError:
            return []
        if not isinstance(names, list):
            return []
        return [Path(name) for name in names if isinstance(name, str) and name][:RECENT_FILES]

    @recent.setter
    def recent(self, files: list[Path]) -> None:
        names = [str(file) for file in dict.fromkeys(files)][:RECENT_FILES]
        self._store("recent", json.dumps(names, ensure_ascii=False))

    @property
    def last_register(self) -> Path | None:
        """The register that the next start opens."""
        name = self._text("last_register")
        return Path(name) if name else None

    @last_register.setter
    def last_register(self, file: Path | None) -> None:
        self._store("last_register", "" if file is None else str(file))

    def remember_register(self, file: Path) -> None:
        """Put a register that was opened at the head of the recent ones."""
        self.recent = [file, *self.recent]
        self.last_register = file

    def last_scope(self, register_uuid: str) -> tuple[str, int | None]:
        """Return kind and id of what was selected last in a register; ("", None): nothing."""
        kind, _, number = self._text(f"registers/{register_uuid}/scope").partition(" ")
        return kind, int(number) if number.isdecimal() else None

    def set_last_scope(self, register_uuid: str, kind: str, record_id: int | None) -> None:
        """Remember what is selected in a register."""
        place = kind if record_id is None else f"{kind} {record_id}"
        self._store(f"registers/{register_uuid}/scope", place)

    def last_year(self, register_uuid: str) -> int | None:
        """Return the report year that was shown last in a register."""
        year = _number(self._file.value(f"registers/{register_uuid}/year"), 0)
        return year or None

    def set_last_year(self, register_uuid: str, year: int) -> None:
        """Remember the report year that is shown in a register."""
        self._store(f"registers/{register_uuid}/year", year)

    def value(self, key: str, default: object = None) -> object:
        """Return a value of the window's state, as the file holds it (numbers come as text)."""
        return self._file.value(f"window/{key}", default)

    def set_value(self, key: str, value: object) -> None:
        """Keep a value of the window's state."""
        self._file.setValue(f"window/{key}", value)

    def state(self, key: str) -> QByteArray:
        """Return the state of a window, splitter or header; empty when there is none."""
        value = self.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def sync(self) -> bool:
        """Write what is not written yet; tell whether the file holds everything now."""
        self._file.sync()
        return self._file.status() == QSettings.Status.NoError

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        # An unquoted comma makes Qt read a list.
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value)
        return value if isinstance(value, str) else ""

    def _store(self, key: str, value: str | int) -> None:
        if self._file.contains(key) and str(self._file.value(key)) == str(value):
            return
        self._file.setValue(key, value)
        self.changed.emit(key)


def _set_broken_file_aside(path: Path) -> Path | None:
    """Rename a file that Qt cannot read, or return None where there is nothing to rename."""
    if not path.is_file():
        return None
    probe = QSettings(str(path), QSettings.Format.IniFormat)
    probe.allKeys()
    if probe.status() != QSettings.Status.FormatError:
        return None
    del probe
    target = path.with_suffix(".broken.ini")
    try:
        path.replace(target)
    except OSError:
        return None
    return target


def _number(value: object, default: int) -> int:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdecimal() else default


def _member(kind: type[MemberT], text: str, default: MemberT) -> MemberT:
    try:
        return kind(text)
    except ValueError:
        return default
