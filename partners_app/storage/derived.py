"""The derived columns: what follows from a row's own fields and is kept beside them for SQL."""

from collections.abc import Collection

from partners_app.domain.changes import Row, Value
from partners_app.domain.names import fold, fold_text
from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.storage.schema import JOURNALLED, own_fields

TEXT_KEY_LENGTH = 100
"""Characters of an event's folded text kept to sort by."""
_TEXT_START_LENGTH = 400
"""Characters of the text they come from: folding the whole of it would cost more than the rest."""

DATES: dict[str, tuple[str, ...]] = {
    name: tuple(
        column.removesuffix("_text")
        for column in own_fields(table)
        if column.endswith("_text") and f"{column.removesuffix('_text')}_edtf" in table.columns
    )
    for name, table in JOURNALLED.items()
}
_NAMED = frozenset(name for name, table in JOURNALLED.items() if "name_key" in table.columns)


def date_of(table: str, field: str, row: Row) -> PartialDate:
    """Return one partial date of a row; an event's report year gives it its year."""
    year = row["report_year"] if table == "event" else None
    return parse_partial_date(
        str(row[f"{field}_text"]), year=year if isinstance(year, int) else None
    )


def derived_columns(
    table: str, row: Row, changed: Collection[str] | None = None
) -> dict[str, Value]:
    """Return the derived columns of a whole row (the stamps excepted).

    With ``changed``, the names of fields, only those that follow from any of these.
    """
    changed = row if changed is None else changed
    values: dict[str, Value] = {}
    if table in _NAMED and "name" in changed:
        name = row["name"]
        values["name_key"] = fold(name) if isinstance(name, str) else ""
    if table == "event" and "text" in changed:
        values["text_key"] = fold_text(str(row["text"])[:_TEXT_START_LENGTH])[:TEXT_KEY_LENGTH]
    for field in DATES[table]:
        if f"{field}_text" not in changed and "report_year" not in changed:
            continue
        date = date_of(table, field, row)
        values[f"{field}_edtf"] = date.edtf
        values[f"{field}_earliest"] = date.earliest.isoformat() if date.earliest else None
        values[f"{field}_latest"] = date.latest.isoformat() if date.latest else None
        values[f"{field}_precision"] = date.precision.value if date.precision else None
    return values
