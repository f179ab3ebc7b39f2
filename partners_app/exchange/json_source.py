"""A JSON file from outside: read within limits, and asked for values of a known type.

Whatever is wrong is an expected failure that names the place: the line and column of the text, or
the path of the value («regions[0].countries[1].name»).
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Never, TypeVar
from uuid import UUID

from partners_app.domain.errors import (
    FileEmpty,
    FileFailed,
    FileIsFolder,
    InputBroken,
    from_os_error,
)
from partners_app.domain.input_problems import InputProblem

LIMIT_BYTES = 30_000_000
"""A register of 100,000 events is half of this; what is bigger is not a register."""

_MOST_DIGITS = 15
_NO_DEFAULT: Any = object()

MemberT = TypeVar("MemberT", bound=StrEnum)


def read_json(path: Path) -> "Source":
    """Return the object that a JSON file holds.

    Raises FileMissing, FileIsFolder, FileEmpty, FileDenied or FileFailed for the file itself and
    InputBroken for what it holds.
    """
    text = _decoded(path, _bytes_of(path))
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        raise InputBroken(path, InputProblem.NOT_JSON, place, error.msg) from error
    except RecursionError as error:
        raise InputBroken(path, InputProblem.TOO_DEEP) from error
    except _BadJson as error:
        raise InputBroken(path, error.problem, "", error.detail) from error
    if not isinstance(value, dict):
        raise InputBroken(path, InputProblem.NOT_AN_OBJECT)
    return Source(path, value)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileIsFolder(path)
        if path.exists() and not path.is_file():
            raise FileFailed(path, "not a regular file")
        with path.open("rb") as stream:
            data = stream.read(LIMIT_BYTES + 1)
    except OSError as error:
        raise from_os_error(path, error) from error
    except ValueError as error:  # a NUL in the name
        raise FileFailed(path, str(error)) from error
    if not data:
        raise FileEmpty(path)
    if len(data) > LIMIT_BYTES:
        raise InputBroken(path, InputProblem.TOO_BIG, "", f"{LIMIT_BYTES // 1_000_000} MB")
    return data


def _decoded(path: Path, data: bytes) -> str:
    try:
        # Windows' Notepad puts a byte order mark before UTF-8; it is no part of the text.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise InputBroken(path, InputProblem.NOT_UTF8, f"{line}:{column}") from error


class _BadJson(Exception):
    def __init__(self, problem: InputProblem, detail: str) -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        # Python would silently keep the last one.
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _BadJson(InputProblem.DUPLICATE_KEY, key)
            seen.add(key)
    return found


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _BadJson(InputProblem.BAD_VALUE, digits[:_MOST_DIGITS] + "…")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _BadJson(InputProblem.BAD_VALUE, digits[:40])
    return number


def _refuse_constant(name: str) -> Never:
    raise _BadJson(InputProblem.BAD_VALUE, name)


@dataclass(frozen=True, slots=True)
class Source:
    """One JSON object of a file, and where it stands; ``place`` of the whole file is empty."""

    path: Path
    values: Mapping[str, Any]
    place: str = ""

    def broken(self, problem: InputProblem, key: str = "", detail: str = "") -> InputBroken:
        """Return the failure for this object or for one of its keys."""
        dotted = ".".join(part for part in (self.place, key) if part)
        return InputBroken(self.path, problem, dotted, detail)

    def unknown_keys(self, known: Iterable[str]) -> list[str]:
        """Return the keys that are not among the known ones, in order."""
        allowed = frozenset(known)
        return [key for key in self.values if key not in allowed]

    def text(self, key: str, default: str = _NO_DEFAULT) -> str:
        """Return a string; without a default the key must be there."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.broken(InputProblem.WRONG_TYPE, key, "string")
        return self._checked(key, value)

    def text_or_none(self, key: str, default: str | None = _NO_DEFAULT) -> str | None:
        """Return a string or None for null; without a default the key must be there."""
        value = self._value(key, default)
        if value is not None and not isinstance(value, str):
            raise self.broken(InputProblem.WRONG_TYPE, key, "string | null")
        return None if value is None else self._checked(key, value)

    def integer_or_none(self, key: str, lowest: int, highest: int) -> int | None:
        """Return a whole number within limits, None where it is null or missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.broken(InputProblem.WRONG_TYPE, key, "integer")
        if not lowest <= value <= highest:
            raise self.broken(InputProblem.BAD_VALUE, key, str(value))
        return value

    def number_or_none(self, key: str, limit: float) -> float | None:
        """Return a number from -limit to limit, None where it is null or missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.broken(InputProblem.WRONG_TYPE, key, "number")
        if not -limit <= value <= limit:
            raise self.broken(InputProblem.BAD_VALUE, key, str(value))
        return float(value)

    def boolean(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.broken(InputProblem.WRONG_TYPE, key, "boolean")
        return value

    def member(self, key: str, kind: type[MemberT]) -> MemberT | None:
        """Return a value of a closed list, None where it is null or missing."""
        value = self.text_or_none(key, None)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError as error:
            raise self.broken(InputProblem.BAD_VALUE, key, value[:80]) from error

    def uuid(self, key: str) -> str | None:
        """Return a UUID in its usual form, None where it is null or missing."""
        value = self.text_or_none(key, None)
        return None if value is None else self._uuid(key, value)

    def uuids(self, key: str) -> list[str]:
        """Return a list of UUIDs, empty where it is missing."""
        return [self._uuid(f"{key}[{n}]", value) for n, value in enumerate(self.texts(key, []))]

    def texts(self, key: str, default: list[str] = _NO_DEFAULT) -> list[str]:
        """Return a list of strings; without a default the key must be there."""
        values = self._list(key, default)
        for number, value in enumerate(values):
            if not isinstance(value, str):
                raise self.broken(InputProblem.WRONG_TYPE, f"{key}[{number}]", "string")
            self._checked(f"{key}[{number}]", value)
        return values

    def objects(self, key: str, *, required: bool = True) -> list["Source"]:
        """Return a list of objects; one that need not be there is then empty."""
        return [
            self._child(f"{key}[{number}]", value)
            for number, value in enumerate(self._list(key, _NO_DEFAULT if required else []))
        ]

    def object_or_empty(self, key: str) -> "Source":
        """Return an object; one that is missing is empty."""
        return self._child(key, self.values.get(key, {}))

    def _child(self, key: str, value: Any) -> "Source":
        if not isinstance(value, dict):
            raise self.broken(InputProblem.WRONG_TYPE, key, "object")
        return Source(self.path, value, f"{self.place}.{key}" if self.place else key)

    def _list(self, key: str, default: Any) -> list[Any]:
        value = self._value(key, default)
        if not isinstance(value, list):
            raise self.broken(InputProblem.WRONG_TYPE, key, "array")
        return value

    def _value(self, key: str, default: Any) -> Any:
        if key in self.values:
            return self.values[key]
        if default is _NO_DEFAULT:
            raise self.broken(InputProblem.MISSING_KEY, key)
        return default

    def _checked(self, key: str, value: str) -> str:
        # Half of a surrogate pair is no character: neither UTF-8 nor the register can hold it.
        # A NUL ends a text for SQLite's own functions.
        if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
            raise self.broken(InputProblem.BAD_CHARACTER, key)
        return value

    def _uuid(self, key: str, value: str) -> str:
        try:
            return str(UUID(value))
        except ValueError as error:
            raise self.broken(InputProblem.BAD_ID, key, value[:80]) from error
