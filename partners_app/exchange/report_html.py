"""The yearly table as one page of HTML: it needs no other file, and prints on A4.

It holds no script, and forbids itself to load anything.
"""

import math
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from partners_app.domain.errors import FileFailed
from partners_app.domain.report import YearlyReport
from partners_app.domain.report_style import (
    COLUMNS,
    PAGE_COUNT,
    PAGE_NUMBER,
    CellRole,
    ReportStyle,
    TextStyle,
)
from partners_app.exchange.atomic_file import atomic_write
from partners_app.exchange.report_layout import SheetCell, SheetRow, plan_sheet
from partners_app.exchange.report_template import default_template, load_template
from partners_app.exchange.report_texts import clean_report

_SCOPES = {CellRole.COUNTRY: "rowgroup", CellRole.PARTNER: "row"}
_NOT_IN_CSS_NAME = re.compile(r"[^\w -]")
_BLACK = "#000000"


def write_report_html(
    report: YearlyReport, target: Path, *, font: str, template: Path | None = None
) -> int:
    """Write a report as a page of HTML; return how many characters it could not hold.

    ``font`` is a family, or "" for those of the template. The file is read again and compared
    before it takes the target's place. Raises what ``load_template`` and `atomic_write` raise.
    """
    look = load_template(template or default_template(), font=font)
    report, replaced = clean_report(report)
    # A browser parts what is longer than a page by itself.
    plan = plan_sheet(report, look, highest=math.inf)
    content = "\n".join(_page(report, plan.rows[plan.header_row :], look.on_paper())).encode()

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    def verify(temporary: Path) -> None:
        if temporary.read_bytes() != content:
            raise FileFailed(temporary, "verify: not the whole page")

    atomic_write(target, write, verify=verify)
    return replaced


def _page(report: YearlyReport, rows: tuple[SheetRow, ...], style: ReportStyle) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="ru">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    allowed = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(report.whole_title)}</title>"
    yield "<style>"
    yield from _style_sheet(style)
    yield "</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{'<br>'.join(map(escape, report.title_lines))}</h1>"
    yield '<table aria-label="' + escape(report.whole_title) + '">'
    yield "<colgroup>" + "<col>" * COLUMNS + "</colgroup>"
    yield "<thead>"
    heads = (f'<th class="header" scope="col">{escape(text)}</th>' for text in report.headers)
    yield f"<tr>{''.join(heads)}</tr>"
    yield "</thead>"
    yield from _body(rows)
    yield "</table>"
    yield "</body>"
    yield "</html>"


def _body(rows: tuple[SheetRow, ...]) -> Iterator[str]:
    """Yield a group of rows for each band's heading and for each country."""
    is_open = False
    for row in rows:
        begins = not row.cells.keys().isdisjoint([1])
        if begins and is_open:
            yield "</tbody>"
        if begins or not is_open:
            yield "<tbody>"
        is_open = True
        yield f"<tr>{''.join(_cell(cell) for _, cell in sorted(row.cells.items()))}</tr>"
    if is_open:
        yield "</tbody>"


def _cell(cell: SheetCell) -> str:
    name = cell.role.value.removeprefix("report_")
    tag, scope = "td", ""
    if cell.role is CellRole.BAND:
        tag, scope = "th", ' scope="colgroup"'
    elif cell.role in _SCOPES and cell.text:
        tag, scope = "th", f' scope="{_SCOPES[cell.role]}"'
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f'<{tag} class="{name}"{scope}{spans}>{escape(cell.text)}</{tag}>'


def _style_sheet(style: ReportStyle) -> Iterator[str]:
    margins, line = style.margins, style.line_color or _BLACK
    edges = " ".join(
        f"{edge:.1f}pt" for edge in (margins.top, margins.right, margins.bottom, margins.left)
    )
    number = f'"{PAGE_NUMBER}" counter(page) "{PAGE_COUNT}" counter(pages)'
    yield f"@page {{ size: A4 landscape; margin: {edges};"
    yield f"  @bottom-center {{ content: {number}; {_letters(style.page_number)} }} }}"
    yield ":root { color-scheme: light; }"
    yield "body { margin: 1.5em auto; max-width: 1100px; padding: 0 1em; background: #ffffff; }"
    yield "h1 { margin: 0 0 0.5em; " + _letters(style.texts[CellRole.TITLE]) + " }"
    yield "table { width: 100%; border-collapse: collapse; table-layout: fixed; }"
    yield f"th, td {{ border: 0.5pt solid {line}; padding: 1.5pt 4pt; vertical-align: top;"
    # Lines break where the register says so; what is too wide for its column breaks anywhere.
    yield "  white-space: pre-line; overflow-wrap: anywhere; }"
    for number_, width in enumerate(style.widths, start=1):
        share = 100 * width / sum(style.widths)
        yield f"col:nth-child({number_}) {{ width: {share:.3f}%; }}"
    for role in CellRole:
        if role is not CellRole.TITLE:
            name = role.value.removeprefix("report_")
            yield f"th.{name}, td.{name} {{ {_letters(style.texts[role])} }}"
    yield ".header, .band { vertical-align: middle; }"
    yield "tbody:has(.band), tr:has(.band) { break-after: avoid; }"
    yield "thead { display: table-header-group; }"
    yield "tr { break-inside: avoid; }"
    yield "@media print { body { margin: 0; max-width: none; padding: 0; } }"


def _letters(look: TextStyle) -> str:
    family = _NOT_IN_CSS_NAME.sub("", look.family)
    parts = [
        f'font-family: "{family}", serif',
        f"font-size: {look.size:g}pt",
        f"font-weight: {'bold' if look.bold else 'normal'}",
        f"font-style: {'italic' if look.italic else 'normal'}",
        f"text-align: {look.side.value}",
        f"color: {look.color or _BLACK}",
    ]
    if look.fill:
        parts.append(f"background: {look.fill}")
    return "; ".join(parts) + ";"
