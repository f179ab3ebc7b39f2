"""Print what the program costs beside yardsticks timed in the same run: `dev.py bench`."""

import argparse
from pathlib import Path

from tests.benchmarks import grid_rows, workbook_rows
from tests.benchmarks.measure import HEADER

FOLDER = Path("build") / "bench"


def main() -> None:
    """Measure every row and print it as soon as it is known; a missed goal fails nothing."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "--events", type=int, default=grid_rows.MANY, help="how many the large register has"
    )
    wanted = parser.parse_args()
    application = grid_rows.application()
    print(HEADER, flush=True)
    for row in grid_rows.rows(FOLDER, many=wanted.events):
        print(row.line(), flush=True)
    for row in workbook_rows.rows(FOLDER, many=wanted.events):
        print(row.line(), flush=True)
    application.quit()


if __name__ == "__main__":
    main()
