"""The command line as a clerk's script calls it: arguments in; status, data and messages out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from partners_app import cli
from partners_app.services import sample
from partners_app.texts.language import load_language
from tests.cli.steps import Answer, Run


@pytest.fixture(autouse=True)
def other_tests_keep_their_language(qapp: QApplication) -> Iterator[None]:
    yield
    load_language("en")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Call the program in this process; a new process for each would take minutes."""

    def call(*arguments: object) -> Answer:
        capfd.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Answer(status, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample register, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.partners"
    sample.create(path, author="Образец").close()
    return path.read_bytes()


@pytest.fixture
def register(tmp_path: Path, sample_bytes: bytes) -> Path:
    """A register of the 2020 records in a folder with a Cyrillic name and a space."""
    folder = tmp_path / "Папка с реестром"
    folder.mkdir()
    path = folder / "реестр 2020.partners"
    path.write_bytes(sample_bytes)
    return path
