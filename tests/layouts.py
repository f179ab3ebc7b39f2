"""What reports look like on paper: every word of them on the pages that others make of them.

python -m tests.layouts FOLDER

The report of 2020 and every one that is hard to lay out is written as a workbook, a Word document
and a PDF; LibreOffice prints the first two, pdftotext reads the words of all pages, column by
column, and they are compared with those of the report. Pictures of the pages, to be looked at, are
left in the folder. Needs LibreOffice and poppler-utils.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from partners_app import paths
from partners_app.domain.report import YearlyReport, build_report
from partners_app.domain.report_style import A4_LANDSCAPE, COLUMNS, ReportStyle
from partners_app.exchange.register_json import read_register_json
from partners_app.exchange.report_docx import write_report_docx
from partners_app.exchange.report_template import default_template, load_template
from partners_app.exchange.report_texts import clean_report
from partners_app.printing.application import application_for_pages
from partners_app.printing.pdf import report_pdf
from partners_app.services.reporting import PrintedReport
from tests.exchange.hard_reports import hard_reports
from tests.exchange.report_files import FONT, write

PROGRAMS = ("soffice", "pdftotext", "pdftoppm")
_DOTS_PER_INCH = "60"
_SAME_LINE = 3.0
"""Points by which the tops of words in one line may differ."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, with its place in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float


def main(folder: Path) -> int:
    """Write, print and compare all reports; return how many are not as they should be."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"layouts: not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    application = application_for_pages("layouts")  # kept as long as pages are laid out
    folder.mkdir(parents=True, exist_ok=True)
    content = read_register_json(paths.database_files() / "seed" / "register-2020.json", year=None)
    reports = {"report_2020": build_report(content.content, 2020), **hard_reports()}
    style = load_template(default_template(), font=FONT).on_paper()
    for name, report in reports.items():
        write(report, folder / f"{name}-sheet.xlsx")
        write_report_docx(report, folder / f"{name}-word.docx", font=FONT)
        clean, replaced = clean_report(report)
        pdf = report_pdf(PrintedReport(clean, style, replaced))
        (folder / f"{name}-paper.pdf").write_bytes(pdf)
    _print(folder, [*folder.glob("*-sheet.xlsx"), *folder.glob("*-word.docx")])
    wrong = 0
    for name, report in reports.items():
        for kind in ("sheet", "word", "paper"):
            pages, problems = _compare(report, folder / f"{name}-{kind}.pdf", kind, style)
            wrong += bool(problems)
            print(f"{name}, {kind}: {pages} page(s), {'; '.join(problems) or 'every word'}")
    del application
    return wrong


def _print(folder: Path, files: Sequence[Path]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        office = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command = [*office, "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


def _compare(
    report: YearlyReport, pdf: Path, kind: str, style: ReportStyle
) -> tuple[int, list[str]]:
    pictures = ["pdftoppm", "-r", _DOTS_PER_INCH, "-png", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(pictures, check=True, capture_output=True)
    pages = _words(pdf)
    widths = list(style.widths)
    if kind != "sheet":  # these take the whole width of the page
        room = A4_LANDSCAPE[0] - style.margins.left - style.margins.right
        widths = [width * room / sum(widths) for width in widths]
    edges = list(accumulate(widths, initial=style.margins.left))
    expected = _columns_of(report)
    heads = [_letters(text) for text in report.headers]
    across = "|".join(
        _letters(text) for text in (*report.title_lines, *(b.heading for b in report.bands))
    )
    found, problems = [""] * COLUMNS, []
    for number, page in enumerate(pages, start=1):
        columns = _columns_on(page, edges, across)
        below = _bottom_of_heads(columns, heads)
        for column, words in enumerate(columns):
            above = _text([word for word in words if word.top <= below])
            # LibreOffice draws a cell that goes on from the page before behind the heads, unseen.
            if not (_is_in(heads[column], above) if kind == "sheet" else above == heads[column]):
                problems.append(f"page {number}: no head over column {column + 1}")
            found[column] += _text([word for word in words if word.top > below])
        if max((word.right for word in page), default=0) > A4_LANDSCAPE[0] - 10:
            problems.append(f"page {number}: a word over the edge")
    for column in range(COLUMNS):
        same = found[column] == expected[column]
        if kind == "paper" and column < 2:  # said once more on the next page
            same = _is_in(expected[column], found[column])
        if not same:
            problems.append(f"column {column + 1} differs")
    return len(pages), problems


def _words(pdf: Path) -> list[list[Word]]:
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            Word(
                word.text or "",
                float(word.attrib["xMin"]),
                float(word.attrib["xMax"]),
                float(word.attrib["yMin"]),
            )
            for word in page.iter(f"{space}word")
        ]
        for page in ElementTree.fromstring(done.stdout).iter(f"{space}page")
    ]


def _bottom_of_heads(columns: list[list[Word]], heads: Sequence[str]) -> float:
    """Return where the last line of the highest head of a page stands."""
    lowest = 0.0
    for words, head in zip(columns, heads, strict=True):
        text = ""
        for line in _lines(words):
            text += _letters("".join(word.text for word in line))
            lowest = max(lowest, line[-1].top)
            if _is_in(head, text):
                break
    return lowest + _SAME_LINE


def _columns_on(page: list[Word], edges: Sequence[float], across: str) -> list[list[Word]]:
    """Return the words of each column of a page, without title, bands and page number."""
    foot = max((word.top for word in page), default=0.0)
    columns: list[list[Word]] = [[] for _ in range(COLUMNS)]
    for line in _lines(page):
        if line[0].top > foot - _SAME_LINE:  # the page number
            continue
        if _letters("".join(word.text for word in line)) in across:
            continue
        for word in line:
            middle = (word.left + word.right) / 2
            column = sum(middle > edge for edge in edges[1:-1])
            columns[column].append(word)
    return columns


def _text(words: list[Word]) -> str:
    return _letters("".join(word.text for line in _lines(words) for word in line))


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    """Yield the words of each line, from the left."""
    ordered = sorted(words, key=lambda word: word.top)
    line: list[Word] = []
    for word in ordered:
        if line and word.top - line[0].top > _SAME_LINE:
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _columns_of(report: YearlyReport) -> list[str]:
    papers = [paper for block in report.blocks for paper in block.documents]
    columns = (
        (country.name for country in report.countries),
        (block.name for block in report.blocks),
        (paper.title for paper in papers),
        (paper.dates for paper in papers),
        (event.text for block in report.blocks for event in block.events),
    )
    return [_letters("".join(texts)) for texts in columns]


def _letters(text: str) -> str:
    """Drop white space, and hyphens, which pdftotext drops at the end of a line."""
    return "".join(text.replace("-", "").split())


def _is_in(letters: str, more: str) -> bool:
    """Tell whether all letters stand in a longer text, in their order."""
    waiting = iter(more)
    return all(letter in waiting for letter in letters)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.layouts")
    parser.add_argument("folder", type=Path)
    sys.exit(1 if main(parser.parse_args().folder) else 0)
