"""Workbooks and Word documents from outside: their tables, for whoever asks from above."""

from collections.abc import Callable
from pathlib import Path

from partners_app.exchange.grid import Grid, GridFile
from partners_app.exchange.grid_reader import read_grids

__all__ = ["Grid", "GridFile", "read_tables"]


def read_tables(path: Path, *, cancelled: Callable[[], bool] | None = None) -> GridFile:
    """Return the tables of a file; what it raises, and what it asks, ``read_grids`` says."""
    return read_grids(path, cancelled=cancelled)
