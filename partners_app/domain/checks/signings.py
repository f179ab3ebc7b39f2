"""What was signed or agreed on, by an event's text, and does not stand among the agreements."""

import re
from collections.abc import Iterator, Sequence

from partners_app.domain.checks.checked import Slip
from partners_app.domain.findings import FindingCode
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement

__all__ = ["unrecorded"]

_DOCUMENT = (
    r"(?:соглашени|меморандум|протокол|договор(?:[аеуы]|о[вм]|а[мх]|ами)?\b|деклараци|контракт|заявлени"
    r"|план[а-яё]* (?:меро|дейст|реал)|дорожн[а-яё]+ карт|программ)"
)
# What was signed, not what is to be: «о подписании» tells of a plan.
_SIGNED = re.compile(
    r"(?<!\bне )(?:\bподписан[оаы]?\b|\bподписал[аио]?\b|\bзаключ[её]н[оаы]?\b|\bзаключил[аио]?\b"
    r"|(?P<act>(?:состоялось\s+)?\bподписание\b)|церемони[а-яё]+\s+подписания)"
    rf"(?P<between>[^.;]{{0,80}}?){_DOCUMENT}[а-яё]*",
    re.IGNORECASE,
)
# «Соглашение … было подписано»; one «подписан в 2018 году» is an older one.
_SIGNED_BEHIND = re.compile(
    rf"\b{_DOCUMENT}[а-яё]*[^.;]{{0,80}}?(?<!\bне )(?<!\bбудет )(?<!\bбудут )(?<!\bбыть )"
    r"\b(?:подписан|заключ[её]н)[оаы]?\b(?![^.;]{0,30}\b(?:19|20)\d\d)",
    re.IGNORECASE,
)
# «Планируется подписание …», «подписание … намечено на май».
_TO_BE_SIGNED = re.compile(
    r"(?:\b(?:на|за)|\b(?:план|предсто|обсу|подгот|соглас|намеч|ожида|отлож|перен|предлож)[а-яё]*"
    r"(?:\s+(?!и\b)[а-яё]+){0,2})\s+$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"[^.;]*?\b(?:заплан|планир|намеч|состоится|перенес|отлож|предсто)")
_ROAD_MAP = re.compile(
    r"дорожн[а-яё]+ карт[а-яё]+[^.;]{0,160}?\bна (?P<from>20\d\d)\s?[-–—]\s?(?P<to>20\d\d)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:подписани|проект|договор[её]нност|подготов|разработ|обсужд|согласован)", re.IGNORECASE
)
_BEFORE = 80
_PERIOD = re.compile(r"(20\d\d)\s?[-–—]\s?(20\d\d)")


def unrecorded(text: str, date: PartialDate, agreements: Sequence[Agreement]) -> Iterator[Slip]:
    """Yield the signing that no agreement dates from, and the road map that is not among them.

    ``agreements`` are those of the event's country: a city's document may stand at the country.
    """
    signed = _signing(text) if "одпис" in text or "аключ" in text else None
    if signed is not None and not any(_of_the_time(item, date) for item in agreements):
        yield Slip(FindingCode.SIGNING_UNRECORDED, signed.start(), signed[0])
    for found in _ROAD_MAP.finditer(text) if "орожн" in text else ():
        if signed is not None and signed.start() <= found.start():
            continue
        if _PLANNED.search(text[max(found.start() - _BEFORE, 0) : found.start()]):
            continue
        years = (found["from"], found["to"])
        if not any(years in _PERIOD.findall(item.title or "") for item in agreements):
            yield Slip(FindingCode.DOCUMENT_UNRECORDED, found.start(), found[0])


def _signing(text: str) -> re.Match[str] | None:
    """Return the first place where a text tells that something was signed."""
    for found in _SIGNED.finditer(text):
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        planned = _TO_BE_SIGNED.search(before) or _PUT_OFF.match(text, found.end())
        if found["act"] is None or not planned:
            return found
    return _SIGNED_BEHIND.search(text)


def _of_the_time(agreement: Agreement, date: PartialDate) -> bool:
    """Tell whether one of an agreement's dates has a day in common with an event's."""
    if date.earliest is None or date.latest is None:
        return True
    return any(
        signed.date.earliest is not None
        and signed.date.latest is not None
        and signed.date.earliest <= date.latest
        and date.earliest <= signed.date.latest
        for signed in agreement.dates
    )
