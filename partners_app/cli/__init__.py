"""The command line: the same services as the window, without one."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from partners_app import __version__
from partners_app.cli import arguments as command_line
from partners_app.cli.output import note, say, speak_utf8
from partners_app.cli.pages import application_for
from partners_app.domain.errors import PartnersError
from partners_app.services import run_log
from partners_app.texts.errors import error_text
from partners_app.texts.language import load_language, qt_version, translate

__all__ = ["main"]

FAILED, WRONG_USAGE = 1, 2


def main(argv: Sequence[str]) -> int:
    """Run one command and return the exit status: 0 done, 1 refused or failed, 2 wrong usage.

    ``argv`` is what follows the program's name. An unexpected failure is one line on stderr and,
    without anything that a clerk typed, in a log.
    """
    speak_utf8()
    application = application_for(command_line.PROGRAM, argv)
    try:
        load_language(command_line.asked_language(argv))
        return _run(argv)
    except PartnersError as error:
        text = error_text(error)
        note(f"{text.what} {text.todo}")
    except KeyboardInterrupt:
        note(translate("cli", "Interrupted."))
    except BrokenPipeError:
        # The reader of our output went away («| head»). Python would complain at its end again.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        _report_unexpected(error)
    finally:
        del application
    return FAILED


def _run(argv: Sequence[str]) -> int:
    parser = command_line.build_parser()
    try:
        chosen = parser.parse_args(argv)
        if chosen.version:
            say(f"{command_line.PROGRAM} {__version__}")
            if chosen.verbose:
                say(f"{run_log.versions()}, Qt {qt_version()}")
            return 0
        if chosen.self_test:
            # Needed by this option alone.
            from partners_app.cli.self_test import self_test

            return self_test()
        if chosen.command is None:
            words = translate("cli", "Which command? Help: %1")
            note(words.replace("%1", f"{command_line.PROGRAM} --help"))
            return WRONG_USAGE
    except SystemExit as end:
        # argparse ends by itself after --help (0) and after a refusal (2).
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    return _run_command(chosen)


def _run_command(chosen: Namespace) -> int:
    status: int = chosen.run(chosen)
    # A full disk or a reader who went away shows here, not at the interpreter's end.
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _report_unexpected(error: Exception) -> None:
    log = run_log.start()
    try:
        run_log.record_exception(type(error), error, error.__traceback__)
    finally:
        run_log.stop()
    if log is None:
        words = translate("cli", "Internal error: %1.")
    else:
        words = translate("cli", "Internal error: %1. Details are in the log: %2")
    note(words.replace("%1", type(error).__name__).replace("%2", str(log)))
