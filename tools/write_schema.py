"""Writes db/schema.sql: what the migrations make of an empty file, to read and to compare.

Run it after a revision was added: `python -m tools.write_schema`.
"""

import sqlite3
import tempfile
from pathlib import Path

from partners_app.paths import database_files
from partners_app.storage.migrate import create_file
from partners_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION, SEARCH_TABLE

_HEADER = """\
-- The tables of a register file, written by tools/write_schema.py; db/README.md explains them.
-- Not run by anything: a new file is made by the migrations.
"""
_SETTINGS = f"""
PRAGMA application_id = {APPLICATION_ID}; -- the letters PRTN
PRAGMA user_version = {SCHEMA_VERSION};
"""


def schema_sql() -> str:
    """Return the statements that make up a new register file, tables with their indexes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.partners"
        create_file(path)
        connection = sqlite3.connect(path)
        try:
            found = connection.execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE :parts"
                " ORDER BY tbl_name, type DESC, name",
                {"parts": f"{SEARCH_TABLE}_%"},
            ).fetchall()
        finally:
            connection.close()
    statements = "\n".join(f"{_lines(sql)};" for (sql,) in found)
    return f"{_HEADER}{_SETTINGS}\n{statements}\n"


def _lines(sql: str) -> str:
    lines = (line.rstrip().replace("\t", "    ") for line in sql.strip().splitlines())
    return "\n".join(lines)


def main() -> None:
    """Write the file."""
    target = database_files() / "schema.sql"
    target.write_text(schema_sql(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
