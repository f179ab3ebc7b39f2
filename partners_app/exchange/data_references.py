"""Whom a name in the data workbook means: a band, a country, a partner, an agreement."""

from collections.abc import Iterable, Mapping

from partners_app.domain.findings import FindingCode
from partners_app.domain.records import Agreement, Country, Partner, Region
from partners_app.exchange.data_cells import CannotTake
from partners_app.exchange.data_labels import (
    Labelled,
    agreement_label,
    keys_of_country,
    keys_of_partner,
    label_key,
    partner_label,
    whole_country_label,
)
from partners_app.exchange.data_layout import DataColumn

PLACE = "place"
"""Where an event may stand: a partner, or a country as a whole."""


class References:
    """The names of all records of a file: those of the export, and those that it has now.

    A cell that still says what stood there at the export means whom the hidden column names, be
    that one renamed in the meantime. Anything else is looked up, and must name exactly one.
    """

    def __init__(self, exported: Mapping[str, Labelled]) -> None:
        """Take the records as they were called at the export."""
        self._exported = exported
        self._found: dict[str, dict[str, set[str]]] = {}
        for record in exported.values():
            self._add(record.table, label_key(record.label), record.uuid)
            if record.table == "partner":
                self._add(PLACE, label_key(record.label), record.uuid)
            elif record.table == "country":
                self._add(PLACE, label_key(record.label), record.uuid)
                self._add(PLACE, label_key(whole_country_label(record.label)), record.uuid)

    def _add(self, kind: str, key: str, uuid: str) -> None:
        if key:
            self._found.setdefault(kind, {}).setdefault(key, set()).add(uuid)

    def add_region(self, region: Region) -> None:
        """Let a band be found by the name that it has in the file."""
        self._add("region", label_key(region.name), region.uuid)

    def add_country(self, country: Country) -> None:
        """Let a country be found, and the place of its events."""
        for key in keys_of_country(country):
            self._add("country", key, country.uuid)
            self._add(PLACE, key, country.uuid)
        self._add(PLACE, label_key(whole_country_label(country.name)), country.uuid)

    def add_partner(self, country: str, partner: Partner) -> None:
        """Let a partner be found by its name, and by that with its country's."""
        for key in keys_of_partner(country, partner):
            self._add("partner", key, partner.uuid)
            self._add(PLACE, key, partner.uuid)

    def add_agreement(self, country: str, partner: Partner, agreement: Agreement) -> None:
        """Let an agreement be found by its title, and by that with its partner's name."""
        label = agreement_label(partner_label(country, partner.name), agreement)
        self._add("agreement", label_key(label), agreement.uuid)
        if agreement.title and agreement.title.strip():
            self._add("agreement", label_key(agreement.title), agreement.uuid)

    def drop_agreement(self, uuid: str) -> None:
        """Let a new agreement, which was refused, no longer be found."""
        for uuids in self._found.get("agreement", {}).values():
            uuids.discard(uuid)

    def resolve(self, kind: str, shown: str, references: Iterable[str], column: DataColumn) -> str:
        """Return the uuid that a name means; ``references`` are those of the hidden column.

        Raises CannotTake where the name means nobody, or several.
        """
        key = label_key(shown)
        hidden = list(references)
        for uuid in hidden:
            if key == self._key_of(kind, uuid):
                return uuid
        found = self._found.get(kind, {}).get(key, set())
        for uuid in hidden:
            if uuid in found:
                return uuid
        if len(found) == 1:
            return next(iter(found))
        code = FindingCode.NAME_AMBIGUOUS if found else FindingCode.NAME_UNKNOWN
        raise CannotTake(code, column.field, shown, column.head)

    def _key_of(self, kind: str, uuid: str) -> str | None:
        """Return the key of what a record was called at the export, in a column of this kind."""
        record = self._exported.get(uuid)
        if record is None:
            return None
        if kind == PLACE and record.table == "country":
            return label_key(whole_country_label(record.label))
        return label_key(record.label)
