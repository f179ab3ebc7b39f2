"""All that is doubtful in a register, in report order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from partners_app.domain.checks.checked import CheckedRecord
from partners_app.domain.checks.events import (
    Cell,
    CheckedEvent,
    check_events,
    date_findings,
    in_order,
    ranks,
    text_slips,
)
from partners_app.domain.checks.punctuation import title_end
from partners_app.domain.checks.validity import expiry
from partners_app.domain.checks.words import (
    NO_LEXICON,
    KnownWords,
    Lexicon,
    Spelling,
    abbreviations,
)
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.records import Agreement, Country, Partner, RegisterContent
from partners_app.domain.report import build_report

__all__ = ["arrange", "check_content", "check_events"]


def check_content(
    content: RegisterContent, *, lexicon: Lexicon = NO_LEXICON, spelling: Spelling | None = None
) -> list[Finding]:
    """Return what is doubtful in a register, in report order.

    A content of one year also tells which partners have no printed events in it, and leaves out
    partners that do not stand in that year's table. Every finding has its place, «Япония · г.
    Осака · 29 октября», in ``values["place"]``; one about a place in a text has ``at``, ``found``
    and, where the correction is certain, ``proposed``. Without ``spelling`` nothing is said of it.
    """
    return arrange(content, check_events(content, spelling), lexicon=lexicon, spelling=spelling)


def arrange(
    content: RegisterContent,
    events: Mapping[int, CheckedEvent],
    *,
    lexicon: Lexicon = NO_LEXICON,
    spelling: Spelling | None = None,
) -> list[Finding]:
    """Return what is doubtful in a register whose events were looked at before.

    Of the events of ``content`` one of each cell is enough: it says that the cell has events.
    """
    known = KnownWords(_names(content, lexicon))
    short: list[Finding] = []
    found = [
        finding
        for finding in _content(content, events, spelling, short)
        if finding.code is not FindingCode.MISSPELLED or finding.values["found"] not in known
    ]
    told = set(lexicon.abbreviations)
    for finding in short:
        if finding.values["found"] not in told:
            told.add(finding.values["found"])
            found.append(finding)
    return found


def _names(content: RegisterContent, lexicon: Lexicon) -> Iterator[str]:
    yield from lexicon.words
    yield from (region.name for region in content.regions)
    for country in content.countries:
        yield from (country.name, *(other.name for other in country.other_names))
    for partner in content.partners:
        yield from (partner.name or "", *(other.name for other in partner.other_names))


def _content(
    content: RegisterContent,
    checked: Mapping[int, CheckedEvent],
    spelling: Spelling | None,
    short: list[Finding],
) -> Iterator[Finding]:
    """Yield the findings; those about abbreviations are put into ``short``."""
    partners: dict[int, list[Partner]] = defaultdict(list)
    for partner in content.partners:
        partners[partner.country_id].append(partner)
    agreements: dict[int, list[Agreement]] = defaultdict(list)
    for agreement in content.agreements:
        agreements[agreement.partner_id].append(agreement)
    with_events = {cell for event in checked.values() if event.printed for cell, _ in event.links}
    standing = _standing(content)
    events = _events_of_cells(content, checked)

    def of_cell(cell: Cell | None) -> Iterator[Finding]:
        for event in events.get(cell, ()):
            short.extend(event.abbreviations)
        yield from in_order(events.get(cell, ()))

    for region in content.regions:
        yield from _text(CheckedRecord("region", region.uuid, (region.name,)), "name", region.name)
    for country in content.countries:
        record = CheckedRecord("country", country.uuid, (country.name,))
        yield from _text(record, "name", country.name)
        yield from of_cell(("country", country.id))
        for partner in partners[country.id]:
            if partner.uuid not in standing:
                continue
            yield from _partner(content, partner, country, agreements[partner.id], spelling, short)
            if content.year is not None and ("partner", partner.id) not in with_events:
                yield _partner_record(partner, country).finds(
                    FindingCode.NO_EVENTS, year=str(content.year)
                )
            yield from of_cell(("partner", partner.id))
    yield from of_cell(None)


def _standing(content: RegisterContent) -> set[str]:
    """Return the UUIDs of the partners that stand in the year's table; of all without a year."""
    if content.year is None:
        return {partner.uuid for partner in content.partners}
    blocks = build_report(content, content.year).blocks
    return {block.partner_uuid for block in blocks if block.partner_uuid is not None}


def _events_of_cells(
    content: RegisterContent, events: Mapping[int, CheckedEvent]
) -> dict[Cell | None, list[CheckedEvent]]:
    """Return the events by the cell they are printed in, the first of theirs; None: in no cell."""
    order = ranks(content)
    found: dict[Cell | None, list[tuple[tuple[int, ...], CheckedEvent]]] = defaultdict(list)
    for number, event in events.items():
        places = [(order[cell], place, cell) for cell, place in event.links if cell in order]
        if places:
            _, place, home = min(places)
            found[home].append((place, event))
        else:
            found[None].append(((number,), event))
    return {
        cell: [event for _, event in sorted(placed, key=lambda item: item[0])]
        for cell, placed in found.items()
    }


def _partner_record(partner: Partner, country: Country) -> CheckedRecord:
    return CheckedRecord("partner", partner.uuid, (country.name, partner.name or ""))


def _partner(
    content: RegisterContent,
    partner: Partner,
    country: Country,
    agreements: list[Agreement],
    spelling: Spelling | None,
    short: list[Finding],
) -> Iterator[Finding]:
    record = _partner_record(partner, country)
    if partner.name:
        yield from _text(record, "name", partner.name)
    yield from date_findings(record, "status_date", partner.status_date)
    if not agreements:
        yield record.finds(FindingCode.NO_BASIS)
    for agreement in agreements:
        yield from _agreement(agreement, record.place, content.year, spelling, short)


def _agreement(
    agreement: Agreement,
    place: tuple[str, ...],
    year: int | None,
    spelling: Spelling | None,
    short: list[Finding],
) -> Iterator[Finding]:
    wordings = [date.date.text.strip() for date in agreement.dates]
    dates = ", ".join(wording for wording in wordings if wording)
    record = CheckedRecord("agreement", agreement.uuid, (*place, dates))
    title = (agreement.title or "").strip()
    if not title and not dates:
        yield record.finds(FindingCode.EMPTY_AGREEMENT)
    elif not title:
        yield record.finds(FindingCode.DATE_WITHOUT_DOCUMENT, "title", text=dates)
    elif not dates:
        yield record.finds(FindingCode.AGREEMENT_WITHOUT_DATE, "dates", text=title)
    if year is not None and (end := expiry(agreement, year)):
        on = "valid_to" if agreement.valid_to.text.strip() else "title"
        yield record.finds(
            FindingCode.AGREEMENT_EXPIRED, on, text=title or dates, other=end, year=str(year)
        )
    text = agreement.title or ""
    yield from _text(record, "title", text, place[0], spelling)
    for slip in title_end(text):
        yield record.finds_slip(slip, "title", text)
    short.extend(record.finds_slip(slip, "title", text) for slip in abbreviations(text))
    for date in agreement.dates:
        of_date = CheckedRecord("agreement_date", date.uuid, record.place)
        yield from date_findings(of_date, "date", date.date)
    yield from date_findings(record, "valid_from", agreement.valid_from)
    yield from date_findings(record, "valid_to", agreement.valid_to)
    yield from date_findings(record, "registration_date", agreement.registration_date)


def _text(
    record: CheckedRecord,
    on: str,
    text: str,
    country: str = "",
    spelling: Spelling | None = None,
) -> Iterator[Finding]:
    for slip in text_slips(text, country, spelling):
        yield record.finds_slip(slip, on, text)
