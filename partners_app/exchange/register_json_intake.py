"""What reading a register needs at every record: ids, findings, and the keys of its details."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.partial_date import parse_partial_date, unreadable_reason
from partners_app.exchange import register_keys as keys
from partners_app.exchange.json_source import Source


class Intake:
    """Hands out numbers and ids, and gathers what is to be said about the file."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.findings: list[Finding] = []
        self.stated: dict[str, frozenset[str]] = {}
        self._numbers: dict[str, int] = {}
        self._uuids: set[str] = set()

    def number(self, table: str) -> int:
        """Return the next negative id of a table."""
        self._numbers[table] = self._numbers.get(table, 0) - 1
        return self._numbers[table]

    def uuid(self, source: Source, key: str = "id") -> str:
        """Return the id that the file gives, or a new one; one given twice is InputBroken."""
        given = source.uuid(key)
        if given is None:
            return self.new_uuid(source.values if key == "id" else ())
        if given in self._uuids:
            raise source.broken(InputProblem.DUPLICATE_ID, key, given)
        self._uuids.add(given)
        return given

    def new_uuid(self, stated: Iterable[str] = ()) -> str:
        """Return an id for a record that came without one; ``stated`` are its keys in the file."""
        made = str(uuid4())
        self.stated[made] = frozenset(stated)
        return made

    def expect(
        self, source: Source, known: Iterable[str], table: str, record: str, place: str
    ) -> None:
        """Note the keys that nobody knows: what they hold is lost."""
        for key in source.unknown_keys([*known, *keys.TRANSCRIBER_KEYS]):
            values = {"text": key, "place": place, "path": source.place}
            self.find(FindingCode.UNKNOWN_KEY, Severity.WARNING, table, record, values=values)

    def find(
        self,
        code: FindingCode,
        severity: Severity,
        table: str,
        record: str,
        field_name: str = "",
        *,
        values: dict[str, str],
    ) -> None:
        """Note a finding about one record."""
        self.findings.append(Finding(code, severity, table, record, field_name, values))

    def check_readable(
        self, text: str, table: str, record: str, field_name: str, place: str
    ) -> None:
        """Note a wording that nobody can read as a date; an empty one says nothing."""
        reason = unreadable_reason(text) if text.strip() else None
        if reason is not None:
            values = {"text": text, "reason": reason.value, "place": place}
            self.find(
                FindingCode.UNREADABLE_DATE,
                Severity.WARNING,
                table,
                record,
                field_name,
                values=values,
            )

    def details(
        self, source: Source, details: tuple[keys.Detail, ...], table: str, uuid: str, place: str
    ) -> dict[str, Any]:
        """Return the fields of the keys that may be left out, by name."""
        found: dict[str, Any] = {}
        for detail in details:
            if detail.form is keys.Form.DATE:
                text = source.text(detail.key, "")
                self.check_readable(text, table, uuid, detail.key, place)
                found[detail.key] = parse_partial_date(text)
            elif detail.form is keys.Form.COUNT:
                found[detail.key] = source.integer_or_none(detail.key, 0, keys.HIGHEST_COUNT)
            elif detail.choices is not None:
                value = source.member(detail.key, detail.choices)
                found[detail.key] = detail.default if value is None else value
            else:
                found[detail.key] = source.text(detail.key, detail.default)
        return found
