"""Everything that crosses the border to other files; knows no SQL and no Qt."""

import os

# lxml is there for Word documents; openpyxl would take it too, and writes slower with it.
os.environ["OPENPYXL_LXML"] = "False"

READ_TABLES = "--read-tables"
"""The program's private argument that makes it the process of ``grid_worker``."""
