"""What is set for a register itself and goes with its file."""

from collections.abc import Mapping
from dataclasses import dataclass

from partners_app.storage import queries

DEFAULT_REPORT_FONT = "Times New Roman"
HISTORY_YEARS = (1, 3, 5, 10)
"""How long the values of steps may be kept, where they are not kept always."""
_REPORT_FONT, _REPORT_TEMPLATE = "report_font", "report_template"
_HISTORY_YEARS = "history_years"


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """The look of the report, and for how many years steps keep their values (None: all).

    ``report_template`` is the workbook that the report takes its look from, as `kept_path` has it,
    "" for the one that comes with the program; ``report_font`` "" are the fonts of that workbook.
    """

    title: str
    report_font: str
    report_template: str = ""
    history_years: int | None = None


def settings_of(found: Mapping[str, str]) -> RegisterSettings:
    """Return the settings out of what is kept by key; a number nobody can choose is none."""
    template = found.get(_REPORT_TEMPLATE, "").strip()
    # An office that has a template of its own finds its fonts there, unless it names another.
    font = found.get(_REPORT_FONT, "").strip() or ("" if template else DEFAULT_REPORT_FONT)
    kept = found.get(_HISTORY_YEARS)
    return RegisterSettings(
        found.get(queries.TITLE, queries.DEFAULT_TITLE),
        font,
        template,
        next((years for years in HISTORY_YEARS if str(years) == kept), None),
    )


def check_setting(key: str, value: str) -> None:
    """Raise ValueError for a setting that does not exist, or cannot be so; "" years: always."""
    if key not in (queries.TITLE, _REPORT_FONT, _REPORT_TEMPLATE, _HISTORY_YEARS):
        raise ValueError(key)
    if key == _HISTORY_YEARS and value not in ("", *map(str, HISTORY_YEARS)):
        raise ValueError(value)
