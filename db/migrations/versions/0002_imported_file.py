"""Schema 2: which files were taken in, so that the same one is known again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
touched = ("register_meta",)


def upgrade() -> None:
    """Make the table; say which program can read the file."""
    op.create_table(
        "imported_file",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("origin_uuid", sa.Text(), server_default="", nullable=False),
        sa.Column("origin_change_seq", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uuid", name=op.f("uq_imported_file_uuid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_imported_file_sha256"), "imported_file", ["sha256"], unique=False)
    op.execute("UPDATE register_meta SET min_reader_version = 2")
