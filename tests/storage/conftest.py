"""Registers that several tests of the storage begin with."""

from pathlib import Path

import pytest

from partners_app.services.register import Register
from tests.storage.random_clerk import small_content


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """Return a small register in which everything that a step can tear apart hangs together."""
    path = tmp_path / "start.partners"
    Register.create(path, author="Основа", content=small_content()).close()
    return path
