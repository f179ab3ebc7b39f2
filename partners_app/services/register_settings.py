"""What is set for a register itself and goes with its file."""

from collections.abc import Mapping
from dataclasses import dataclass

from partners_app.storage import queries

DEFAULT_REPORT_FONT = "Times New Roman"
HISTORY_YEARS = (1, 3, 5, 10)
"""How long the values of steps may be kept, where they are not kept always."""
_REPORT_FONT, _HISTORY_YEARS = "report_font", "history_years"


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """The title and font of the report; for how many years steps keep their values (None: all)."""

    title: str
    report_font: str
    history_years: int | None


def settings_of(found: Mapping[str, str]) -> RegisterSettings:
    """Return the settings that a register has; of a number of years nobody can choose, none."""
    kept = found.get(_HISTORY_YEARS)
    return RegisterSettings(
        found.get(queries.TITLE, queries.DEFAULT_TITLE),
        found.get(_REPORT_FONT, DEFAULT_REPORT_FONT),
        next((years for years in HISTORY_YEARS if str(years) == kept), None),
    )


def check_setting(key: str, value: str) -> None:
    """Raise ValueError for a setting that does not exist, or cannot be so; "" years: always."""
    if key not in (queries.TITLE, _REPORT_FONT, _HISTORY_YEARS):
        raise ValueError(key)
    if key == _HISTORY_YEARS and value not in ("", *map(str, HISTORY_YEARS)):
        raise ValueError(value)
