"""The texts of the yearly table as every kind of report file can hold them."""

from dataclasses import replace

from partners_app.domain.report import (
    ReportBlock,
    ReportCountry,
    ReportDocument,
    ReportEvent,
    YearlyReport,
)
from partners_app.exchange.cell_text import clean_text


def clean_report(report: YearlyReport) -> tuple[YearlyReport, int]:
    """Return the report with texts that a file can hold, and how many characters were replaced."""
    cleaner = _Cleaner()
    return cleaner.report(report), cleaner.replaced


class _Cleaner:
    """Makes every text of a report one that a workbook can hold, and counts what it replaced."""

    def __init__(self) -> None:
        self.replaced = 0

    def report(self, report: YearlyReport) -> YearlyReport:
        bands = tuple(
            replace(
                band,
                heading=self.text(band.heading),
                countries=tuple(self.country(country) for country in band.countries),
            )
            for band in report.bands
        )
        return replace(report, title_lines=self.texts(report.title_lines), bands=bands)

    def country(self, country: ReportCountry) -> ReportCountry:
        blocks = tuple(self.block(block) for block in country.blocks)
        return replace(country, name=self.text(country.name), blocks=blocks)

    def block(self, block: ReportBlock) -> ReportBlock:
        return replace(
            block,
            name=self.text(block.name),
            documents=tuple(
                ReportDocument(entry.uuid, self.text(entry.title), self.text(entry.dates))
                for entry in block.documents
            ),
            events=tuple(ReportEvent(entry.uuid, self.text(entry.text)) for entry in block.events),
        )

    def texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.text(text) for text in texts)

    def text(self, text: str) -> str:
        clean, replaced = clean_text(text)
        self.replaced += replaced
        return clean
