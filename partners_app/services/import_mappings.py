"""What a clerk decided about the columns of a flat table, kept for the next table of its shape."""

from uuid import uuid4

from partners_app.domain.changes import Change, Value, update
from partners_app.domain.column_mapping import (
    ColumnMapping,
    mapping_from_json,
    mapping_to_json,
)
from partners_app.services.register import Register
from partners_app.storage import imports

__all__ = ["keeping", "kept"]


def kept(register: Register) -> list[ColumnMapping]:
    """Return the mappings that the register keeps; what cannot be read any more is passed over."""
    rows = register.read(imports.mappings)
    found = (mapping_from_json(text) for _, _, text in rows)
    return [mapping for mapping in found if mapping is not None]


def keeping(register: Register, mapping: ColumnMapping) -> Change | None:
    """Return the change that keeps a mapping for its shape; None where it is kept already."""
    text = mapping_to_json(mapping)
    for row_id, shape, old in register.read(imports.mappings):
        if shape == mapping.shape:
            return update("import_mapping", row_id, {"mapping": old}, {"mapping": text})
    row: dict[str, Value] = {
        "uuid": str(uuid4()),
        "shape": mapping.shape,
        "mapping": text,
        "remark": "",
    }
    return Change("import_mapping", -1, None, row)
