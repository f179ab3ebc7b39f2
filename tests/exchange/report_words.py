"""The words of a written report, whatever kind of file it is, as somebody reads them there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import COLUMNS
from tests.exchange.report_files import read_report


@dataclass
class Words:
    """The words of the title, of each column from above, and of each band."""

    title: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    bands: list[list[str]] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=lambda: [[] for _ in range(COLUMNS)])
    rows: list[list[str]] = field(default_factory=list)

    def add(self, texts: dict[int, str], *, across: bool) -> None:
        """Take one row: the texts that begin in it, by column from 1."""
        if across:
            self.bands.append(texts[1].split())
        else:
            for column, text in texts.items():
                self.columns[column - 1] += text.split()
        self.rows.append([word for column in sorted(texts) for word in texts[column].split()])


def words_of_report(report: YearlyReport) -> Words:
    """Return what the report itself says; its rows are not those of a sheet."""
    found = Words(" ".join(report.title_lines).split(), [*report.headers])
    found.bands = [band.heading.split() for band in report.bands]
    found.columns[0] = [word for country in report.countries for word in country.name.split()]
    for block in report.blocks:
        found.columns[1] += block.name.split()
        for document in block.documents:
            found.columns[2] += document.title.split()
            found.columns[3] += document.dates.split()
        for event in block.events:
            found.columns[4] += event.text.split()
    return found


def words_of_workbook(path: Path) -> Words:
    table = read_report(path)
    found = Words(" ".join(table.titles).split(), table.heads[:COLUMNS])
    for row in table.rows:
        texts = {column: cell.text for column, cell in row.cells.items()}
        found.add(texts, across=row.cells[1].columns == COLUMNS if 1 in row.cells else False)
    return found


def words_of_document(path: Path) -> Words:
    document = Document(str(path))
    (table,) = document.element.body.iter(qn("w:tbl"))
    title = " ".join(paragraph.text for paragraph in document.paragraphs)
    found = Words(title.split())
    for number, row in enumerate(table.iter(qn("w:tr"))):
        texts, column, span = dict[int, str](), 1, 0
        for cell in row.iter(qn("w:tc")):
            about = cell.find(qn("w:tcPr"))
            merge, spans = about.find(qn("w:vMerge")), about.find(qn("w:gridSpan"))
            span = 1 if spans is None else int(spans.get(qn("w:val")))
            text = "".join(_characters(cell))
            if merge is None or merge.get(qn("w:val")) == "restart":
                texts[column] = text
            else:
                assert text == "", "what goes on from above says nothing more"
            column += span
        assert column == COLUMNS + 1, "each row has all columns"
        if number == 0:
            found.heads = list(texts.values())
        else:
            found.add(texts, across=span == COLUMNS)
    return found


def _characters(cell: "Iterator[object]") -> Iterator[str]:
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    for element in cell.iter():  # type: ignore[attr-defined]
        yield (element.text or "") if element.tag == qn("w:t") else marks.get(element.tag, "")


class PageReader(HTMLParser):
    """Reads a page as a browser lays out its table: which cell begins in which row and column."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Words()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self._taken: dict[tuple[int, int], bool] = {}
        self._row, self._column, self._across = -1, 0, False
        self._texts: dict[int, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append({"": tag, **dict(attrs)})
        if tag == "br":
            self.found.title.append("")
        if tag not in ("meta", "br", "col"):
            self.tags.append(tag)
        if tag == "tr":
            self._row, self._texts, self._across = self._row + 1, {}, False
        if tag in ("td", "th"):
            told = dict(attrs)
            rows, columns = int(told.get("rowspan") or 1), int(told.get("colspan") or 1)
            self._column = 1
            while (self._row, self._column) in self._taken:
                self._column += 1
            for row in range(self._row, self._row + rows):
                for column in range(self._column, self._column + columns):
                    assert (row, column) not in self._taken, "no two cells in one place"
                    self._taken[row, column] = True
            self._texts[self._column] = ""
            self._across = columns == COLUMNS

    def handle_endtag(self, tag: str) -> None:
        assert self.tags.pop() == tag
        if tag == "tr":
            taken = [column for row, column in self._taken if row == self._row]
            assert sorted(taken) == list(range(1, COLUMNS + 1)), "the table has no hole"
            if self._row == 0:
                self.found.heads = list(self._texts.values())
            else:
                self.found.add(self._texts, across=self._across)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["h1"]:
            self.found.title += data.split()
        elif self.tags[-1:] in (["td"], ["th"]):
            self._texts[self._column] += data


def read_page(path: Path) -> PageReader:
    reader = PageReader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    assert reader.tags == []
    reader.found.title = [word for word in reader.found.title if word]
    return reader


def words_of_page(path: Path) -> Words:
    return read_page(path).found
