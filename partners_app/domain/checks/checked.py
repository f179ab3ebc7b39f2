"""What is under check: a record with its place in the table, and a slip at a place of its text."""

from dataclasses import dataclass, field

from partners_app.domain.findings import Finding, FindingCode, Severity

_CONTEXT = 30
"""Characters shown on either side of a slip."""

_SEVERITY = {
    FindingCode.UNREADABLE_DATE: Severity.WARNING,
    FindingCode.NO_BASIS: Severity.WARNING,
    FindingCode.NO_EVENTS: Severity.NOTE,
    FindingCode.EMPTY_AGREEMENT: Severity.WARNING,
    FindingCode.AGREEMENT_WITHOUT_DATE: Severity.ERROR,
    FindingCode.DATE_WITHOUT_DOCUMENT: Severity.NOTE,
    FindingCode.AGREEMENT_EXPIRED: Severity.WARNING,
    FindingCode.EVENT_WITHOUT_DATE: Severity.WARNING,
    FindingCode.EVENT_WITHOUT_TEXT: Severity.ERROR,
    FindingCode.EVENT_WITHOUT_PLACE: Severity.ERROR,
    FindingCode.OUTSIDE_YEAR: Severity.WARNING,
    FindingCode.OUT_OF_ORDER: Severity.WARNING,
    FindingCode.SIGNING_UNRECORDED: Severity.WARNING,
    FindingCode.DOCUMENT_UNRECORDED: Severity.WARNING,
    FindingCode.UNPAIRED_SIGN: Severity.WARNING,
    FindingCode.SPACE_MISSING: Severity.WARNING,
    FindingCode.SPACE_NEEDLESS: Severity.NOTE,
    FindingCode.SIGN_NEEDLESS: Severity.NOTE,
    FindingCode.DASH: Severity.NOTE,
    FindingCode.LIST_MARK: Severity.WARNING,
    FindingCode.NO_FINAL_STOP: Severity.NOTE,
    FindingCode.TITLE_STOP: Severity.NOTE,
    FindingCode.USUAL_FORM: Severity.NOTE,
    FindingCode.STATE_NAME: Severity.ERROR,
    FindingCode.NAME_VARIANT: Severity.NOTE,
    FindingCode.MIXED_LETTERS: Severity.WARNING,
    FindingCode.MISSPELLED: Severity.WARNING,
    FindingCode.ABBREVIATION_UNEXPLAINED: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """A record under check: its row and where it stands in the table."""

    table: str
    uuid: str
    place: tuple[str, ...] = field(default=())

    def finds(self, code: FindingCode, on: str = "", **values: str) -> Finding:
        """Return a finding about the record, or about its field ``on``."""
        named = {**values, "place": " · ".join(part for part in self.place if part)}
        return Finding(code, _SEVERITY[code], self.table, self.uuid, on, named)

    def finds_slip(self, slip: "Slip", on: str, text: str) -> Finding:
        """Return the finding about a place in the text of a field."""
        values = {
            **slip.values,
            "text": quoted(text, slip.at, slip.at + len(slip.found)),
            "at": str(slip.at),
            "found": slip.found,
        }
        if slip.proposed is not None:
            values["proposed"] = slip.proposed
        return self.finds(slip.code, on, **values)


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in a text that looks mistyped: what stands ``at`` it.

    ``proposed`` is what should stand there, only where that is certain.
    """

    code: FindingCode
    at: int
    found: str
    proposed: str | None = None
    values: dict[str, str] = field(default_factory=dict)


def quoted(text: str, start: int, end: int) -> str:
    """Return a place in a text with the words around it, with «…» where the text is cut."""
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + "…"
    space_before = " " if text[:start][-1:].isspace() else ""
    space_after = " " if text[end:][:1].isspace() else ""
    return f"{before}{space_before}{text[start:end]}{space_after}{after}"
