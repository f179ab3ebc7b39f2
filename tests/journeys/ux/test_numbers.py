"""Each number of the list of how it should feel is held by a journey, or by a look at a picture."""

import re
from pathlib import Path

from tests.shots import SCREENS

JOURNEYS = Path(__file__).parents[1]

NUMBERS = {*range(1, 27), *range(30, 37), *range(38, 45)}

PICTURES: dict[int, tuple[str, ...]] = {
    13: ("filter-dark",),
    15: ("paste-text-light", "paste-text-font150-dark"),
    22: ("history-light", "history-dark"),
    26: ("waiting-light",),
    32: ("empty-light", "no-events-light", "search-nothing-light"),
    34: ("backups-light", "backups-dark", "backups-font150-light", "backups-none-light"),
    36: ("help-events-light", "help-keys-font150-dark"),
    40: ("main-font150-light", "main-font150-1920-dark", "settings-font150-light"),
    41: ("main-1366-light", "main-1366-dark", "find-dark", "settings-dark"),
    44: ("main-1366-light", "main-1366-dark", "main-1920-light", "main-1920-dark"),
}
"""The pictures that are looked at for a number besides its journeys."""


def test_no_number_has_lost_its_journey() -> None:
    names = re.compile(r"^def test_ux_([0-9]{2})_", re.MULTILINE)
    held = {
        int(number)
        for path in JOURNEYS.rglob("test_*.py")
        for number in names.findall(path.read_text("utf-8"))
    }
    assert NUMBERS - held == set()


def test_each_picture_is_one_that_is_taken() -> None:
    taken = {screen.name for screen in SCREENS}
    assert {name for names in PICTURES.values() for name in names} <= taken
