"""What is said of the records of a table that is read: their places, what is stated, the doubts."""

from uuid import uuid4

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.incoming import SourcePlace
from partners_app.domain.partial_date import unreadable_reason
from partners_app.exchange.grid import Grid, column_letters
from partners_app.exchange.official_blocks import Piece
from partners_app.exchange.official_columns import OfficialTable

_ONLY_NOTES = frozenset(
    {
        FindingCode.CELL_OF_SEVERAL,
        FindingCode.SIGN_LEFT_OUT,
        FindingCode.LINES_JOINED,
    }
)
"""What is said for information; anything else is to be looked at."""


class TableNotes:
    """Gathers, record by record, what an ``Incoming`` says beside its content."""

    def __init__(self, grid: Grid, year: int) -> None:
        """Start with nothing read; ``where`` is the place that findings name next."""
        self.grid, self.year = grid, year
        self.where = ""
        self.named: set[str] = set()
        self.stated: dict[str, frozenset[str]] = {}
        self.printed: dict[str, str] = {}
        self.places: dict[str, SourcePlace] = {}
        self.findings: list[Finding] = []

    def record(
        self,
        uuid: str,
        fields: set[str],
        piece: Piece | None,
        shown: str,
    ) -> str:
        """Return the UUID of a record, a new one where it has none or its own stands here twice."""
        if not uuid or uuid in self.stated:
            uuid = str(uuid4())
        else:
            self.named.add(uuid)
        self.stated[uuid] = frozenset(fields)
        if piece is not None:
            self.places[uuid] = SourcePlace(self.grid.name, piece.first, piece.column)
        self.printed[uuid] = shown
        return uuid

    def found(
        self,
        code: FindingCode,
        row: int,
        uuid: str = "",
        table: str = "",
        field: str = "",
        **values: str,
    ) -> Finding:
        """Return a finding about a row of the sheet, and about a record that stands there."""
        severity = Severity.NOTE if code in _ONLY_NOTES else Severity.WARNING
        place = " · ".join(filter(None, [self.where, f"{self.grid.name}!A{row}"]))
        where = {"sheet": self.grid.name, "row": str(row), "place": place}
        return Finding(code, severity, table, uuid, field, values={**values, **where})

    def find(
        self, code: FindingCode, row: int, uuid: str = "", table: str = "", **values: str
    ) -> None:
        """Note a finding."""
        self.findings.append(self.found(code, row, uuid, table, **values))

    def unreadable(self, text: str, uuid: str, table: str, row: int) -> None:
        """Note a wording that nobody can read as a date."""
        reason = unreadable_reason(text, self.year)
        values = {"text": text, "reason": reason.value if reason is not None else ""}
        code = FindingCode.UNREADABLE_DATE
        self.findings.append(self.found(code, row, uuid, table, "date", **values))

    def note_unknown_columns(self, table: OfficialTable) -> None:
        """Say which columns of the sheet were not read; the file tells of its rows and cells."""
        self.where = ""
        for column, head in table.unknown.items():
            filled = [r for r, c in self.grid.cells if c == column and r > table.header_row]
            if filled:
                self.find(
                    FindingCode.COLUMN_UNKNOWN,
                    table.header_row,
                    text=head,
                    other=str(len(filled)),
                    cell=column_letters(column),
                )
