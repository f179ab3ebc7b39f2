"""What is to be said of a file with tables that could be read: notes and warnings."""

from collections.abc import Collection, Container, Iterator

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.exchange.cell_address import named_cells, numbered_ranges
from partners_app.exchange.grid import GridFile, column_letters
from partners_app.exchange.sheet_facts import BadValue, SheetFacts

_CODES = {
    BadValue.FORMULA_ERROR: FindingCode.FORMULA_ERROR,
    BadValue.FORMULA_WITHOUT_RESULT: FindingCode.FORMULA_WITHOUT_RESULT,
    BadValue.IMPOSSIBLE_DATE: FindingCode.IMPOSSIBLE_DATE,
    BadValue.IMPOSSIBLE_NUMBER: FindingCode.IMPOSSIBLE_NUMBER,
}
_MOST_RANGES = 8
OUR_OWN = frozenset({FindingCode.HIDDEN_SHEETS, FindingCode.HIDDEN_COLUMNS})
"""What is hidden in a file that we exported ourselves holds its ids."""


def note(code: FindingCode, sheet: str = "", text: str = "") -> Finding:
    """Return a note about a file or one of its sheets."""
    return _finding(code, Severity.NOTE, sheet, text)


def warning(code: FindingCode, sheet: str = "", text: str = "") -> Finding:
    """Return a warning about a file or one of its sheets."""
    return _finding(code, Severity.WARNING, sheet, text)


def bad_values(facts: SheetFacts) -> Iterator[Finding]:
    """Yield a warning for each kind of cell that says no value, naming the cells."""
    for why, code in _CODES.items():
        texts = {key: text for key, (found, text) in facts.bad.items() if found is why}
        if texts:
            yield warning(code, facts.name, named_cells(texts, texts))
    if facts.rounded:
        yield warning(FindingCode.NUMBER_ROUNDED, facts.name, named_cells(facts.rounded))


def hidden_parts(facts: SheetFacts) -> Iterator[Finding]:
    """Yield a note for hidden rows and one for hidden columns."""
    if facts.hidden_rows:
        ranges = numbered_ranges(facts.hidden_rows)
        rows = [_range(str(first), str(last)) for first, last in ranges]
        yield note(FindingCode.HIDDEN_ROWS, facts.name, _some(rows))
    if facts.hidden_columns:
        columns = [
            _range(column_letters(first), column_letters(last))
            for first, last in numbered_ranges(facts.hidden_columns)
        ]
        yield note(FindingCode.HIDDEN_COLUMNS, facts.name, _some(columns))


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _some(ranges: list[str]) -> str:
    return ", ".join([*ranges[:_MOST_RANGES], *(["…"] if len(ranges) > _MOST_RANGES else [])])


def _finding(code: FindingCode, severity: Severity, sheet: str, text: str) -> Finding:
    given = {"sheet": sheet, "place": sheet, "text": text}
    values = {name: value for name, value in given.items() if value}
    return Finding(code, severity, table="", record="", values=values)


def findings_about(
    file: GridFile, sheets: Collection[str], *, but: Container[FindingCode] = ()
) -> Iterator[Finding]:
    """Yield what was noted of a file and of the sheets that are taken in.

    ``but`` is what the reader of the sheets tells better, or nobody needs to be told.
    """
    for finding in file.findings:
        here = finding.values.get("sheet", "") in ("", *sheets)
        if here and finding.code not in but:
            yield finding
