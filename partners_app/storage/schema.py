"""The tables of the register file, schema 2.

Every record is a row of one table with ``id`` (never used twice) and ``uuid`` (the same in every
file). A partial date ``x`` is one column ``x_text``, the clerk's wording; ``x_edtf``,
``x_earliest``, ``x_latest`` and ``x_precision`` are derived from it for SQL to sort and filter by.
Which columns are derived is said once, in ``Column.info``; the journal keeps them and no Change
holds them. ``Column.info`` also names the closed list that a column's values come from.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)

SCHEMA_VERSION = 2
APPLICATION_ID = 0x5052544E  # "PRTN"; written by SQLite at byte 68 of the file

SEARCH_TABLE = "search"
SEARCH_SQL = (
    "CREATE VIRTUAL TABLE search USING fts5(main, rest, "
    "tokenize=\"unicode61 remove_diacritics 0\", prefix='1 2 3')"
)
"""The one virtual table, as each file has it: another one would not be ours."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

DERIVED = {"derived": True}
MADE = {"made": True}
"""Of a text that the program made and nobody reads or looks for."""


def _record_columns() -> list[Column[object]]:
    return [
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("uuid", Text, nullable=False, unique=True),
    ]


def _stamp_columns() -> list[Column[object]]:
    return [
        Column("created_at", Text, nullable=False, info=DERIVED),
        Column("created_by", Text, nullable=False, info=DERIVED),
        Column("changed_at", Text, nullable=False, info=DERIVED),
        Column("changed_by", Text, nullable=False, info=DERIVED),
    ]


def _date_columns(name: str) -> list[Column[object]]:
    return [
        _text(f"{name}_text"),
        Column(f"{name}_edtf", Text, info=DERIVED),
        Column(f"{name}_earliest", Text, info=DERIVED),
        Column(f"{name}_latest", Text, info=DERIVED),
        Column(f"{name}_precision", Text, info=DERIVED),
    ]


def _text(name: str) -> Column[object]:
    return Column(name, Text, nullable=False, server_default="")


def _choice(name: str, choices: type[StrEnum], *, nullable: bool = True) -> Column[object]:
    return Column(name, Text, nullable=nullable, info={"choices": choices})


def _name_key() -> Column[object]:
    return Column("name_key", Text, nullable=False, index=True, info=DERIVED)


def _parent(
    name: str, target: str, *, nullable: bool = False, index: bool = True
) -> Column[object]:
    # Deferred and NO ACTION: children are deleted explicitly, by the service, so that the
    # journal holds each of them; the order of the statements does not matter.
    return Column(
        name,
        Integer,
        ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"),
        nullable=nullable,
        index=index,
    )


def _table(name: str, *items: Column[object] | CheckConstraint | Index) -> Table:
    return Table(name, metadata, *_record_columns(), *items, sqlite_autoincrement=True)


region = _table(
    "region",
    Column("name", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("position", Integer, nullable=False),
    _text("remark"),
    _name_key(),
    *_stamp_columns(),
)

country = _table(
    "country",
    _parent("region_id", "region"),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    _text("remark"),
    _name_key(),
    *_stamp_columns(),
)

partner = _table(
    "partner",
    _parent("country_id", "country"),
    _choice("kind", PartnerKind, nullable=False),
    Column("name", Text),
    Column("position", Integer, nullable=False),
    _choice("status", Status, nullable=False),
    *_date_columns("status_date"),
    _text("status_reason"),
    Column("latitude", Float),
    Column("longitude", Float),
    _text("remark"),
    _name_key(),
    *_stamp_columns(),
)

other_name = _table(
    "other_name",
    _parent("country_id", "country", nullable=True),
    _parent("partner_id", "partner", nullable=True),
    Column("name", Text, nullable=False),
    *_date_columns("used_from"),
    *_date_columns("used_to"),
    Column("position", Integer, nullable=False),
    _name_key(),
    CheckConstraint("(country_id IS NULL) <> (partner_id IS NULL)", name="one_owner"),
)

agreement = _table(
    "agreement",
    _parent("partner_id", "partner"),
    _choice("kind", AgreementKind),
    Column("title", Text),
    Column("position", Integer, nullable=False),
    _text("our_signatory"),
    _text("their_signatory"),
    *_date_columns("valid_from"),
    *_date_columns("valid_to"),
    _choice("prolongation", Prolongation),
    Column("prolongation_years", Integer),
    Column("notice_months", Integer),
    _choice("status", Status, nullable=False),
    _text("status_reason"),
    _text("registration_number"),
    *_date_columns("registration_date"),
    _text("areas"),
    _text("responsible"),
    _text("original_place"),
    _text("scan_path"),
    _text("remark"),
    *_stamp_columns(),
)

agreement_date = _table(
    "agreement_date",
    _parent("agreement_id", "agreement"),
    *_date_columns("date"),
    _choice("meaning", DateMeaning),
    _text("separator"),
    Column("position", Integer, nullable=False),
)

agreement_link = _table(
    "agreement_link",
    _parent("agreement_id", "agreement"),
    _parent("other_id", "agreement"),
    _choice("kind", AgreementLinkKind, nullable=False),
)

event = _table(
    "event",
    Column("report_year", Integer, nullable=False),
    *_date_columns("date"),
    Column("text", Text, nullable=False),
    _choice("kind", EventKind),
    _choice("format", EventFormat),
    _text("participants"),
    _text("responsible"),
    _text("source"),
    Column("printed", Boolean, nullable=False),
    _text("remark"),
    Column("text_key", Text, nullable=False, info=DERIVED),
    *_stamp_columns(),
    Index(None, "report_year", "date_earliest"),
)

event_link = _table(
    "event_link",
    _parent("event_id", "event"),
    _parent("partner_id", "partner", nullable=True, index=False),
    _parent("country_id", "country", nullable=True, index=False),
    Column("position", Integer, nullable=False),
    CheckConstraint("(country_id IS NULL) <> (partner_id IS NULL)", name="one_cell"),
    # The last place of a cell is found at once, however many events stand there.
    Index(None, "partner_id", "position"),
    Index(None, "country_id", "position"),
)

setting = _table(
    "setting",
    Column("key", Text, nullable=False),
    Column("value", Text, nullable=False),
)

edition = _table(
    "edition",
    Column("year", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("author", Text, nullable=False),
    _text("remark"),
    Column("options", Text, nullable=False, info=MADE),
    Column("report", Text, nullable=False, info=MADE),
    Column("workbook", LargeBinary, nullable=False, info=MADE),
    Column("workbook_sha256", Text, nullable=False, info=MADE),
    Column("app_version", Text, nullable=False, info=MADE),
    *_stamp_columns(),
)

accepted_finding = _table(
    "accepted_finding",
    Column("code", Text, nullable=False),
    Column("record_table", Text, nullable=False),
    Column("record_uuid", Text, nullable=False),
    _text("field"),
    Column("text_digest", Text, nullable=False),
    _text("reason"),
    _text("remark"),
    *_stamp_columns(),
)

glossary_entry = _table(
    "glossary_entry",
    Column("abbreviation", Text, nullable=False),
    Column("expansion", Text, nullable=False),
    _text("remark"),
    *_stamp_columns(),
)

known_word = _table(
    "known_word",
    Column("word", Text, nullable=False),
    _text("remark"),
    *_stamp_columns(),
)

import_mapping = _table(
    "import_mapping",
    Column("shape", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    _text("remark"),
    *_stamp_columns(),
)

imported_file = _table(
    "imported_file",
    # Without its folder: that would tell of the machine of whoever took it in.
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("layout", Text, nullable=False),
    Column("year", Integer),
    # The export that it came back from: of which register, at which change_seq.
    _text("origin_uuid"),
    Column("origin_change_seq", Integer),
    _text("remark"),
    *_stamp_columns(),
    Index(None, "sha256"),
)

JOURNALLED: dict[str, Table] = {
    table.name: table
    for table in (
        region,
        country,
        partner,
        other_name,
        agreement,
        agreement_date,
        agreement_link,
        event,
        event_link,
        setting,
        edition,
        accepted_finding,
        glossary_entry,
        known_word,
        import_mapping,
        imported_file,
    )
}

UNCHANGEABLE = frozenset(["edition"])
"""The tables whose rows come and go, but are never updated: what was issued stays as issued."""

register_meta = Table(
    "register_meta",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("register_uuid", Text, nullable=False),
    Column("change_seq", Integer, nullable=False),
    Column("undo_floor", Integer, nullable=False),
    Column("app_version", Text, nullable=False),
    Column("min_reader_version", Integer, nullable=False),
    CheckConstraint("id = 1", name="single_row"),
)

operation = Table(
    "operation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reverts", Integer, ForeignKey("operation.id"), index=True),
    Column("change_seq", Integer, nullable=False, index=True),
    Column("schema_version", Integer, nullable=False),
    Column("app_version", Text, nullable=False),
    # Of the step and its changes: SQLite has no checksums, and history must be provable.
    Column("digest", Text, nullable=False),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("operation_id", Integer, ForeignKey("operation.id"), nullable=False, index=True),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "table_name", "row_id"),
    sqlite_autoincrement=True,
)


@cache
def own_fields(table: Table) -> tuple[str, ...]:
    """Return the columns that a Change of the table holds: all but ``id`` and the derived ones."""
    return tuple(
        column.name
        for column in table.columns
        if column.name != "id" and not column.info.get("derived")
    )


@cache
def references(table: Table) -> Mapping[str, str]:
    """Return the columns of the table that hold the id of a row, with the table they refer to."""
    return {key.parent.name: key.column.table.name for key in table.foreign_keys}
