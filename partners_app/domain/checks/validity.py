"""Until when an agreement is in force, by its fields or by its title («на 2018-2021 гг.»)."""

import re
from datetime import date

from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import Prolongation, Status

__all__ = ["expiry"]

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"\b(?:на|в)\s+(?:{_YEAR}\s?[-–—]\s?(?P<last>{_YEAR})\b|(?P<only>{_YEAR})\s?(?:г\b|год))"
)


def expiry(agreement: Agreement, year: int) -> str:
    """Return the wording of the end that an agreement in force reached by the end of a year.

    Empty: it goes on, is prolonged of itself, or is not said to be in force.
    """
    if agreement.status is not Status.IN_FORCE:
        return ""
    if agreement.prolongation is Prolongation.AUTOMATIC:
        return ""
    if agreement.valid_to.text.strip():
        last = agreement.valid_to.latest
        return agreement.valid_to.text.strip() if _reached(last, year) else ""
    found = _YEARS.search(agreement.title or "")
    if found is None or int(found["last"] or found["only"]) > year:
        return ""
    return found[0]


def _reached(last: date | None, year: int) -> bool:
    return last is not None and last.year <= year
