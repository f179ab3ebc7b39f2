"""A revision that comes later: it keeps every row, or the file stays as it was."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from partners_app.domain.errors import RegisterDamaged
from partners_app.paths import database_files
from partners_app.services.register import Register
from partners_app.storage import engine, migrate
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import SCHEMA_VERSION, metadata

NextRevision = Callable[..., None]

_REVISION = '''"""A revision of a test."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
touched = {touched}


def upgrade():
    op.create_table("weather", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("country", recreate="always") as batch:
        batch.add_column(sa.Column("capital", sa.Text(), nullable=False, server_default=""))
    {then}
'''


@pytest.fixture
def next_revision(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> NextRevision:
    """Return a function that adds a schema: a new table, and country rebuilt."""

    def give(then: str = "pass", touched: tuple[str, ...] = ()) -> None:
        folder = tmp_path_factory.mktemp("100% db") / "db"
        shutil.copytree(database_files() / "migrations", folder / "migrations")
        revision = folder / "migrations" / "versions" / "0003_weather.py"
        revision.write_text(_REVISION.format(then=then, touched=touched), encoding="utf-8")
        monkeypatch.setattr(migrate, "database_files", lambda: folder)
        monkeypatch.setattr(migrate, "SCHEMA_VERSION", SCHEMA_VERSION + 1)

    return give


def _rows(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    try:
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in sorted(metadata.tables)
        }
    finally:
        connection.close()


def test_a_revision_that_rebuilds_a_table_keeps_all_rows_under_it(
    register_2020: Register, next_revision: NextRevision
) -> None:
    rows, digest = _rows(register_2020.path), register_2020.read(content_digest)
    next_revision("pass")
    migrate.upgrade_file(register_2020.path)
    assert _rows(register_2020.path) == rows
    assert register_2020.read(content_digest) == digest
    connection = sqlite3.connect(register_2020.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    assert connection.execute("SELECT count(*) FROM weather").fetchone() == (0,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError('no power')",
        "op.execute('DELETE FROM event_link WHERE id = 1')",
        "op.execute('DELETE FROM region WHERE id = 1')",
        "op.execute('UPDATE event SET remark = text WHERE id = 1')",
        "op.drop_column('partner', 'remark')",
        "op.execute('INSERT INTO country SELECT id + 1000, uuid || 1, 999, name, position, remark, "
        "name_key, created_at, created_by, changed_at, changed_by, capital FROM country LIMIT 1')",
    ],
)
def test_a_revision_that_fails_or_loses_a_row_leaves_the_file_as_it_was(
    then: str, register_2020: Register, next_revision: NextRevision
) -> None:
    before = register_2020.path.read_bytes()
    next_revision(then)
    with pytest.raises((RuntimeError, RegisterDamaged)):
        migrate.upgrade_file(register_2020.path)
    assert register_2020.path.read_bytes() == before
    assert [path.name for path in register_2020.path.parent.iterdir()] == [register_2020.path.name]


def test_what_a_revision_may_change_it_says(
    register_2020: Register, next_revision: NextRevision
) -> None:
    next_revision("op.execute('UPDATE event SET remark = text WHERE id = 1')", ("event",))
    migrate.upgrade_file(register_2020.path)
    connection = sqlite3.connect(register_2020.path)
    assert connection.execute("SELECT remark = text FROM event WHERE id = 1").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize("table", ["event_link", "region"])
def test_no_revision_may_lose_a_row_even_of_what_it_changes(
    table: str, register_2020: Register, next_revision: NextRevision
) -> None:
    before = register_2020.path.read_bytes()
    next_revision(f"op.execute('DELETE FROM {table} WHERE id = 3')", ("event_link", "region"))
    with pytest.raises(RegisterDamaged):
        migrate.upgrade_file(register_2020.path)
    assert register_2020.path.read_bytes() == before


# --- what a rebuilt table takes with it -----------------------------------------------------------


@pytest.fixture
def with_cascade(register_2020: Register) -> Path:
    """Return a register with a table whose rows go with their country, as SQLite is told."""
    connection = sqlite3.connect(register_2020.path)
    connection.execute(
        "CREATE TABLE flag(id INTEGER PRIMARY KEY,"
        " country_id INTEGER REFERENCES country(id) ON DELETE CASCADE)"
    )
    connection.execute("INSERT INTO flag(country_id) SELECT id FROM country")
    connection.commit()
    connection.close()
    return register_2020.path


def _flags(path: Path) -> int:
    connection = sqlite3.connect(path)
    (count,) = connection.execute("SELECT count(*) FROM flag").fetchone()
    connection.close()
    return int(count)


def test_rebuilding_a_table_deletes_nothing_that_hangs_on_its_rows(
    with_cascade: Path, next_revision: NextRevision
) -> None:
    next_revision("assert not op.get_bind().exec_driver_sql('PRAGMA foreign_keys').scalar()")
    migrate.upgrade_file(with_cascade)
    assert _flags(with_cascade) == 30


def test_with_foreign_keys_on_it_would_and_the_migration_is_refused(
    with_cascade: Path, next_revision: NextRevision, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The test above would pass for nothing if SQLite deleted nothing.
    make = engine.file_engine
    monkeypatch.setattr(
        engine, "file_engine", lambda path, *, foreign_keys, **rest: make(path, **rest)
    )
    before = with_cascade.read_bytes()
    next_revision("assert op.get_bind().exec_driver_sql('SELECT count(*) FROM flag').scalar() == 0")
    with pytest.raises(RegisterDamaged) as caught:
        migrate.upgrade_file(with_cascade)
    assert caught.value.reason == "row counts"
    assert with_cascade.read_bytes() == before


def test_only_revisions_rebuild_tables_and_only_the_runner_runs_revisions() -> None:
    # Elsewhere nobody switches the foreign keys off first, and nobody counts the rows.
    root = Path(__file__).resolve().parents[2]
    sources = [
        path
        for folder in ("partners_app", "db", "tools")
        for path in root.glob(f"{folder}/**/*.py")
    ]
    revisions = database_files() / "migrations" / "versions"
    rebuild = [path for path in sources if "batch_alter_table" in path.read_text(encoding="utf-8")]
    assert [path for path in rebuild if path.parent != revisions] == []
    run = [
        path
        for path in sources
        if re.search(r"^\s*(from|import) alembic\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert {path.name for path in run if path.parent != revisions} == {"env.py", "migrate.py"}
