"""One reading process for all the files of a session: starting one takes longer than reading."""

from collections.abc import Iterator

import pytest

from partners_app.exchange.grid_reader import ReadingProcess

SECONDS = 30
"""Far above what any file of the tests takes: only a hang is slower."""


@pytest.fixture(scope="session")
def reading_process() -> Iterator[ReadingProcess]:
    with ReadingProcess(SECONDS) as process:
        yield process
