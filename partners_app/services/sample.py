"""The 2020 register that is shipped as a sample."""

from pathlib import Path

from partners_app.domain.records import RegisterContent
from partners_app.exchange.register_json import read_register_json
from partners_app.paths import database_files
from partners_app.services.register import Register

SAMPLE_YEAR = 2020


def content() -> RegisterContent:
    """Return the records of the sample; their UUIDs are fixed."""
    seed = database_files() / "seed" / "register-2020.json"
    return read_register_json(seed, year=None).content


def create(path: Path, *, author: str) -> Register:
    """Make a register of the sample in a new file; FileExists when it is there."""
    return Register.create(path, author=author, content=content())


def open_or_create(path: Path, *, author: str) -> Register:
    """Open the user's copy of the sample, or make it at the first time."""
    if path.exists():
        return Register.open(path, author=author)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create(path, author=author)
