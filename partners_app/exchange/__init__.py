"""Everything that crosses the border to other files; knows no SQL and no Qt."""

READ_TABLES = "--read-tables"
"""The program's private argument that makes it the process of ``grid_worker``."""
