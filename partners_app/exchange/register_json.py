"""The JSON interchange: a register as one JSON file, read and written.

The keys, their order and their defaults are fixed by ``db/register.schema.json``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from partners_app.domain.records import RegisterContent
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.json_source import read_json
from partners_app.exchange.register_json_reading import JsonRegister, read_register
from partners_app.exchange.register_json_writing import to_json

__all__ = ["JsonRegister", "read_register_json", "to_json", "write_register_json"]


def read_register_json(path: Path, *, year: int | None = None) -> JsonRegister:
    """Return what a JSON file holds, under negative ids; ``year`` is for a file that names none.

    Raises InputBroken, with the place, for what cannot be understood, and FileMissing,
    FileIsFolder, FileEmpty, FileDenied or FileFailed. A date that nobody can read is no failure:
    it is kept as text, with a finding.
    """
    return read_register(read_json(path), year)


def json_text(values: Mapping[str, Any]) -> str:
    """Return the text of a file: indented, in UTF-8 letters, keys in the order they have."""
    return json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write_register_json(path: Path, content: RegisterContent, settings: Mapping[str, str]) -> None:
    """Write a content as a JSON file, whole or not at all; raises what ``atomic_write`` raises."""
    data = json_text(to_json(content, settings)).encode("utf-8")
    atomic_write(path, lambda temporary: _fill(temporary, data))


def _fill(path: Path, data: bytes) -> None:
    path.write_bytes(data)
