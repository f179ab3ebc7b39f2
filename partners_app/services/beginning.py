"""What a register begins with when it is made without content."""

from uuid import uuid4

from partners_app.domain.changes import Change, Value
from partners_app.domain.content_rows import positions
from partners_app.domain.records import Region, RegisterContent
from partners_app.storage import queries

FIRST_BANDS = ("Европа", "Азия", "СНГ")


def empty_content() -> RegisterContent:
    """Return the three first bands, and nothing in them."""
    regions = tuple(
        Region(-number, str(uuid4()), name, name.upper(), position)
        for number, (name, position) in enumerate(
            zip(FIRST_BANDS, positions(len(FIRST_BANDS)), strict=True), start=1
        )
    )
    return RegisterContent(queries.DEFAULT_TITLE, regions)


def setting_insert(key: str, value: str) -> Change:
    """Return the change that gives a register a setting that it lacks."""
    row: dict[str, Value] = {"uuid": str(uuid4()), "key": key, "value": value}
    return Change("setting", -1, None, row)
