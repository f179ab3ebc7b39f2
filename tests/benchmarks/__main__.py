"""Print what the program costs beside yardsticks timed in the same run: `dev.py bench`."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import change_rows, grid_rows, import_rows, workbook_rows
from tests.benchmarks.measure import HEADER, Comparison

FOLDER = Path("build") / "bench"


def main() -> None:
    """Measure every row and print it as soon as it is known; a missed goal fails nothing."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "--events", type=int, default=grid_rows.MANY, help="how many the large register has"
    )
    parser.add_argument("--only", choices=("grid", "workbook", "import", "changes"))
    wanted = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[Comparison]]] = {
        "grid": lambda: grid_rows.rows(FOLDER, many=wanted.events),
        "workbook": lambda: workbook_rows.rows(FOLDER, many=wanted.events),
        "import": lambda: import_rows.rows(FOLDER),
        "changes": lambda: change_rows.rows(FOLDER),
    }
    application = grid_rows.application()
    print(HEADER, flush=True)
    for name, rows in parts.items():
        if wanted.only in (None, name):
            for row in rows():
                print(row.line(), flush=True)
    application.quit()


if __name__ == "__main__":
    main()
