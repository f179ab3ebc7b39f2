"""The one way in: the window without arguments or with a register alone, else a command."""

import sys
from collections.abc import Sequence
from pathlib import Path

from partners_app.exchange import READ_TABLES


def main() -> int:
    """Run what the program's arguments ask for and return the exit status."""
    return run(sys.argv[1:])


def run(argv: Sequence[str]) -> int:
    """Open the window or run a command; ``argv`` is what follows the program's name."""
    if tuple(argv) == (READ_TABLES,):
        # A process of our own that reads a file from outside: it needs neither window nor commands.
        from partners_app.exchange import grid_worker

        return grid_worker.main()
    if not argv or _names_a_register(argv):
        # A command must work on a server where the libraries of the window are missing.
        from partners_app.ui import app

        return app.main(Path(argv[0]) if argv else None)
    from partners_app import cli

    return cli.main(argv)


def _names_a_register(argv: Sequence[str]) -> bool:
    """Tell whether the only argument is a file to open: by its ending, as a double click gives."""
    return len(argv) == 1 and not argv[0].startswith("-") and argv[0].lower().endswith(".partners")


if __name__ == "__main__":
    sys.exit(main())
