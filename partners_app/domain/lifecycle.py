"""The life of an agreement: from when and until when it holds, and how it stands on a day.

The register may say little. Where it says nothing of an end, an agreement holds without one; what
cannot be told is a `Doubt`, never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    Prolongation,
    Status,
)


class Standing(StrEnum):
    """How an agreement stands on a day; ``UNCERTAIN``: the register does not tell."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    REPLACED = "replaced"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNCERTAIN = "uncertain"


class Doubt(StrEnum):
    """What the register leaves open about an agreement on a day."""

    UNDATED = "undated"
    START_UNREADABLE = "start_unreadable"
    START_VAGUE = "start_vague"
    END_UNREADABLE = "end_unreadable"
    END_BEFORE_START = "end_before_start"
    PROLONGATION_YEARS_MISSING = "prolongation_years_missing"
    CONSENT_NOT_RECORDED = "consent_not_recorded"
    UNCONFIRMED = "unconfirmed"
    STATUS_UNDATED = "status_undated"


@dataclass(frozen=True, slots=True)
class Validity:
    """How an agreement stands on a day.

    ``until`` is its last day with the prolongations up to then, None: without an end, or with one
    that nobody can read. ``prolonged`` counts the automatic prolongations by that day.
    """

    standing: Standing
    until: date | None = None
    prolonged: int = 0
    doubts: tuple[Doubt, ...] = ()


def names_a_paper(agreement: Agreement) -> bool:
    """Tell whether an agreement is a document, not ties that were established without one."""
    return agreement.kind is not AgreementKind.TIES and bool(
        agreement.kind is not None or (agreement.title or "").strip()
    )


def replaces_others(agreement: Agreement) -> bool:
    """Tell whether an agreement stands in the place of another."""
    return any(link.kind is AgreementLinkKind.REPLACES for link in agreement.links)


def validity_on(agreement: Agreement, day: date, *, others: Iterable[Agreement] = ()) -> Validity:
    """Return how an agreement stands on a day.

    ``others`` are those that may replace it. A status is of today: since when an agreement has been
    suspended or ended the register does not say, which is a doubt.
    """
    begins, doubts = _start(agreement)
    if begins is not None and begins.earliest is not None and begins.latest is not None:
        if day < begins.earliest:
            return Validity(Standing.NOT_YET, doubts=doubts)
        if day < begins.latest:
            doubts = (*doubts, Doubt.START_VAGUE)
    if any(_replaces(other, agreement) and _has_begun(other, day) for other in others):
        return Validity(Standing.REPLACED, doubts=doubts)
    found = _until(agreement, begins, day, doubts)
    if found.standing is Standing.EXPIRED:
        return found
    match agreement.status:
        case Status.SUSPENDED:
            standing, doubt = Standing.SUSPENDED, Doubt.STATUS_UNDATED
        case Status.ENDED:
            standing, doubt = Standing.ENDED, Doubt.STATUS_UNDATED
        case Status.UNCONFIRMED:
            standing, doubt = Standing.UNCERTAIN, Doubt.UNCONFIRMED
        case _:
            return found
    return Validity(standing, found.until, found.prolonged, (*found.doubts, doubt))


def _start(agreement: Agreement) -> tuple[PartialDate | None, tuple[Doubt, ...]]:
    """Return since when an agreement holds: what it says itself, else its first date."""
    if agreement.valid_from.text.strip():
        if agreement.valid_from.readable:
            return agreement.valid_from, ()
        return None, (Doubt.START_UNREADABLE,)
    own = [entry for entry in agreement.dates if entry.date.text.strip()]
    readable = [entry for entry in own if entry.date.readable]
    in_force = [entry.date for entry in readable if entry.meaning is DateMeaning.IN_FORCE]
    if in_force:
        return min(in_force, key=lambda found: found.sort_key), ()
    if readable:
        return min((entry.date for entry in readable), key=lambda found: found.sort_key), ()
    return None, (Doubt.START_UNREADABLE if own else Doubt.UNDATED,)


def _has_begun(agreement: Agreement, day: date) -> bool:
    begins, _ = _start(agreement)
    return begins is None or begins.earliest is None or begins.earliest <= day


def _replaces(agreement: Agreement, other: Agreement) -> bool:
    return any(
        link.kind is AgreementLinkKind.REPLACES and link.other_id == other.id
        for link in agreement.links
    )


def _until(
    agreement: Agreement, begins: PartialDate | None, day: date, doubts: tuple[Doubt, ...]
) -> Validity:
    """Return whether the last day is over, with the prolongations that the agreement has."""
    if not agreement.valid_to.text.strip():
        return Validity(Standing.IN_FORCE, doubts=doubts)
    last = agreement.valid_to.latest
    if last is None:
        return Validity(Standing.IN_FORCE, doubts=(*doubts, Doubt.END_UNREADABLE))
    if begins is not None and begins.earliest is not None and last < begins.earliest:
        doubts = (*doubts, Doubt.END_BEFORE_START)
    if day <= last:
        return Validity(Standing.IN_FORCE, last, doubts=doubts)
    if agreement.prolongation is Prolongation.CONSENT:
        doubts = (*doubts, Doubt.CONSENT_NOT_RECORDED)
        return Validity(Standing.UNCERTAIN, last, doubts=doubts)
    if agreement.prolongation is not Prolongation.AUTOMATIC:
        return Validity(Standing.EXPIRED, last, doubts=doubts)
    years = agreement.prolongation_years or 0
    if years < 1:
        doubts = (*doubts, Doubt.PROLONGATION_YEARS_MISSING)
        return Validity(Standing.IN_FORCE, doubts=doubts)
    times = -(-(day.year - last.year) // years)
    # On the last day's own date of that year it may just have ended, or may still hold.
    if day > _years_later(last, times * years):
        times += 1
    return Validity(Standing.IN_FORCE, _years_later(last, times * years), times, doubts)


def _years_later(day: date, years: int) -> date:
    """Return the same day some years later; the last one of February stays the last one."""
    year = min(day.year + years, date.max.year)
    if (day.month, day.day) == (2, 29):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return date(year, 2, 29 if leap else 28)
    return day.replace(year=year)
