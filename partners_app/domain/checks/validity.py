"""Until when an agreement is in force, by its fields or by its title («на 2018-2021 гг.»)."""

import re
from datetime import date

from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import Prolongation, Status

__all__ = ["expiry"]

_YEAR = r"(?:19|20)\d\d"
_AND = r"(?:\s?[-–—/]\s?|\s+(?:и|по)\s+)"
_LENGTHS = {"один": 1, "два": 2, "три": 3, "четыре": 4, "пять": 5, "десять": 10}
_YEARS = re.compile(
    # The year of another document, «к Соглашению, подписанному в 2018 году», says nothing.
    rf"\b(?:подписан|заключ[её]н)\w*\s+в\s+{_YEAR}"
    rf"|\b(?:на\s+(?:период\s+)?(?:с\s+)?|[вс]\s+){_YEAR}(?:{_AND}(?P<last>{_YEAR}))+\b"
    rf"|\b{_YEAR}(?:{_AND}(?P<bare>{_YEAR}))+(?=\s?г)"
    rf"|\b(?:на|в|до)\s+(?:конца\s+)?(?P<only>{_YEAR})\s?(?:год[ауы]?|г)\b"
    rf"|\bна\s+(?P<length>\d\d?|{'|'.join(_LENGTHS)})\s+(?:\(\w+\)\s+)?(?:года?|лет)\b"
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
    starts = [agreement.valid_from, *(signed.date for signed in agreement.dates)]
    signed = [start.latest.year for start in starts if start.latest is not None]
    for found in _YEARS.finditer(agreement.title or ""):
        end = _last_year(found, max(signed, default=None))
        # «О могилах павших в 1941-1945 гг.» tells of a time before the document.
        if end is not None and end >= min(signed, default=end):
            return found[0] if end <= year else ""
    return ""


def _last_year(found: re.Match[str], signed: int | None) -> int | None:
    """Return the year that a title names, or in which the time that it names runs out."""
    length = found["length"]
    if length is not None:
        return None if signed is None else signed + (_LENGTHS.get(length) or int(length))
    named = found["last"] or found["bare"] or found["only"]
    return None if named is None else int(named)


def _reached(last: date | None, year: int) -> bool:
    return last is not None and last.year <= year
