"""What a report said when it was exported: the texts that an edited copy is compared with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partners_app.domain.records import Agreement, Event, Partner, RegisterContent
from partners_app.domain.report import build_report
from partners_app.domain.report_options import EVERYTHING, ReportOptions
from partners_app.domain.typed_text import plain
from partners_app.exchange.cell_text import clean_text

Cell = tuple[str, str]
"""Where an event is printed: ("partner" or "country", its UUID)."""


@dataclass(frozen=True, slots=True)
class ReportBase:
    """A report as it was exported, by the UUIDs of its records.

    ``lines`` are the printed events and ``by_line`` the way back where a line is printed once;
    ``titles`` and ``dates`` the two columns of the documents; ``records`` everything that stood in
    the table.
    """

    title: str
    headings: Mapping[str, str]
    countries: Mapping[str, str]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    dates: Mapping[str, str]
    lines: Mapping[str, str]
    cells: Mapping[str, Cell]
    by_line: Mapping[str, str]
    by_title: Mapping[str, str]
    events: Mapping[str, Event]
    agreements: Mapping[str, Agreement]
    partners: Mapping[str, Partner]

    @property
    def records(self) -> frozenset[str]:
        """The UUIDs of all that stood in the table."""
        return frozenset([*self.headings, *self.countries, *self.names, *self.titles, *self.lines])


def report_base(
    content: RegisterContent, year: int, options: ReportOptions = EVERYTHING
) -> ReportBase:
    """Return what the report of a year over this content says."""
    report = build_report(content, year, options)
    titles: dict[str, str] = {}
    dates: dict[str, str] = {}
    lines: dict[str, str] = {}
    cells: dict[str, Cell] = {}
    names: dict[str, str] = {}
    for country in report.countries:
        for block in country.blocks:
            cell = ("country", country.uuid)
            if block.partner_uuid is not None:
                names[block.partner_uuid] = _as_written(block.name)
                cell = ("partner", block.partner_uuid)
            for document in block.documents:
                titles[document.uuid] = _as_written(document.title)
                dates[document.uuid] = _as_written(document.dates)
            for event in block.events:
                lines[event.uuid] = _as_written(event.text)
                cells[event.uuid] = cell
    return ReportBase(
        " ".join(report.title_lines),
        {band.uuid: _as_written(band.heading) for band in report.bands},
        {country.uuid: _as_written(country.name) for country in report.countries},
        names,
        titles,
        dates,
        lines,
        cells,
        _told_once(lines),
        _told_once(titles),
        {event.uuid: event for event in content.events},
        {agreement.uuid: agreement for agreement in content.agreements},
        {partner.uuid: partner for partner in content.partners},
    )


def words_key(text: str) -> str:
    """Return what two texts have in common that differ in white space only."""
    return " ".join(plain(text).split())


def _as_written(text: str) -> str:
    return clean_text(text)[0]


def _told_once(texts: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    twice: set[str] = set()
    for uuid, text in texts.items():
        key = words_key(text)
        if not key:
            continue
        if key in found:
            twice.add(key)
        found[key] = uuid
    return {key: uuid for key, uuid in found.items() if key not in twice}


def lines_of(text: str) -> Iterable[str]:
    """Return the lines of a cell that are not empty, as the register keeps them."""
    return [line for line in plain(text).split("\n") if line]
