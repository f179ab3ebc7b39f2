"""What the command line understands, with help and refusals in the chosen language."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from partners_app.cli import commands
from partners_app.domain.date_grammar import FIRST_YEAR, LAST_YEAR
from partners_app.texts.language import Language, translate

PROGRAM = "partners-app"

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": commands.new,
    "report": commands.report,
    "import": commands.import_file,
    "export": commands.export_file,
    "check": commands.check,
    "undo": commands.undo,
    "redo": commands.redo,
    "history": commands.history,
    "take-back": commands.take_back,
    "backup": commands.backup,
    "verify": commands.verify,
}


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Head the usage in the chosen language; argparse knows English only."""
        head = translate("cli", "Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, head)


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one line and with status 2."""

    def __init__(self, **keywords: Any) -> None:
        """Take argparse's arguments; titles and help are ours, and nothing is abbreviated."""
        ours = {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}
        super().__init__(**(keywords | ours))
        self.asked = self.add_argument_group(translate("cli", "Arguments"))
        self.options = self.add_argument_group(translate("cli", "Options"))
        self.options.add_argument(
            "-h", "--help", action="help", help=translate("cli", "show this help and end")
        )

    def error(self, message: str) -> NoReturn:
        """Say in one line what was not understood and where help is, and end with status 2."""
        hint = translate("cli", "Help: %1").replace("%1", f"{self.prog} --help")
        self.exit(2, f"{_in_words(message)} {hint}\n")


def _in_words(message: str) -> str:
    """Put argparse's English message into the chosen language; unknown ones become general."""
    patterns = (
        (r"the following arguments are required: (.*)", translate("cli", "Missing: %1.")),
        (r"unrecognized arguments: (.*)", translate("cli", "Not understood: %1.")),
        (
            r"argument .*?: invalid choice: '(.*?)' \(choose from (.*)\)",
            translate("cli", "“%1” is not one of: %2."),
        ),
        (r"argument (.*?): expected .*argument.*", translate("cli", "A value is missing for %1.")),
        (
            r"argument (.*?): ignored explicit argument .*",
            translate("cli", "%1 takes no value."),
        ),
        # What our own readers of values refuse is already in words.
        (r"argument .*?: (\u200b.*)", "%1"),
    )
    for pattern, words in patterns:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            values = [value.replace("'", "").strip("\u200b") for value in found.groups()]
            for number, value in enumerate(values, start=1):
                words = words.replace(f"%{number}", " ".join(value.split()))
            return words
    return translate("cli", "The arguments were not understood.")


def _refusal(text: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"\u200b{text}")


def _year(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        words = translate("cli", "“%1” is not a year: write four digits, like 2020.")
        raise _refusal(words.replace("%1", text))
    return int(text)


def _operation(text: str) -> int:
    if not re.fullmatch("[0-9]{1,15}", text):
        words = translate("cli", "“%1” is not the number of a step: see the history.")
        raise _refusal(words.replace("%1", text))
    return int(text)


def _path(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise _refusal(translate("cli", "The name of a file is empty."))
    return Path(text)


def _author(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise _refusal(translate("cli", "The name of the author is empty."))
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        # Bytes of the command line that are no UTF-8 arrive as lone surrogates.
        raise _refusal(translate("cli", "The name of the author cannot be read."))
    return name


def asked_language(arguments: Sequence[str]) -> Language:
    """Return the language that the arguments ask for, before anything is said; else Russian."""
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            if value in set(Language):
                return Language(value)
    return Language.RUSSIAN


def _add_common(parser: Parser, *, default: Any) -> None:
    """Add what may stand before or behind the command; behind it, it must not undo the former."""
    parser.options.add_argument(
        "--author",
        type=_author,
        metavar="NAME",
        default=default,
        help=translate("cli", "who makes the changes; else the user of the system"),
    )
    parser.options.add_argument(
        "--language",
        choices=[language.value for language in Language],
        default=default,
        help=translate("cli", "language of the messages: ru or en; else Russian"),
    )


def build_parser() -> Parser:
    """Return the parser of all commands, in the language loaded at the moment."""
    parser = Parser(
        prog=PROGRAM,
        description=translate(
            "cli",
            "A register of partner cities: agreements, events and the yearly report. Without "
            "arguments, or with a register alone, the window opens.",
        ),
    )
    _add_common(parser, default=None)
    parser.options.add_argument(
        "--version", action="store_true", help=translate("cli", "show the version and end")
    )
    parser.options.add_argument(
        "--self-test",
        action="store_true",
        help=translate("cli", "try the program out in a temporary folder"),
    )
    known = parser.add_subparsers(
        title=translate("cli", "Commands"),
        dest="command",
        metavar=translate("cli", "COMMAND"),
        parser_class=Parser,
    )
    _add_commands(known)
    return parser


def _add_commands(known: "argparse._SubParsersAction[Parser]") -> None:
    def command(name: str, about: str) -> Parser:
        parser = known.add_parser(name, help=about, description=about)
        parser.asked.add_argument(
            "register", type=_path, metavar="FILE", help=translate("cli", "the register")
        )
        _add_common(parser, default=argparse.SUPPRESS)
        parser.set_defaults(run=COMMANDS[name])
        return parser

    new = command("new", translate("cli", "make a new register; never overwrites"))
    new.options.add_argument(
        "--sample", action="store_true", help=translate("cli", "with the records of 2020")
    )

    report = command("report", translate("cli", "write the yearly report"))
    _add_year(report, translate("cli", "the year of the report"), required=True)
    report.options.add_argument(
        "-o",
        "--output",
        type=_path,
        metavar="OUT",
        required=True,
        help=translate("cli", "the report's file, ends in .xlsx, .docx, .pdf or .html"),
    )

    taken = command("import", translate("cli", "take records in from a file"))
    taken.asked.add_argument(
        "input",
        type=_path,
        metavar="INPUT",
        help=translate("cli", "a workbook, a Word or JSON file, or another register"),
    )
    _add_year(taken, translate("cli", "the year, where the file names none"))
    taken.options.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only show what would be written")
    )
    taken.options.add_argument(
        "--delete",
        action="store_true",
        help=translate("cli", "also delete what the file does not hold any more"),
    )
    _add_json(taken)

    given = command("export", translate("cli", "write the records into a file"))
    given.asked.add_argument(
        "output",
        type=_path,
        metavar="OUT",
        help=translate("cli", "a file that ends in .xlsx (to be edited and taken in) or .json"),
    )
    _add_year(given, translate("cli", "only the events of this year"))

    check = command("check", translate("cli", "show what is missing or doubtful"))
    _add_year(check, translate("cli", "only the events of this year"))
    _add_json(check)

    command("undo", translate("cli", "take back the newest step"))
    command("redo", translate("cli", "do again what was undone last"))
    _add_json(command("history", translate("cli", "show the steps, newest first")))
    take_back = command("take-back", translate("cli", "take back one older step"))
    take_back.asked.add_argument(
        "operation",
        type=_operation,
        metavar="OPERATION",
        help=translate("cli", "the number of the step in the history"),
    )
    command("backup", translate("cli", "write a verified backup and show its file"))
    command("verify", translate("cli", "read a register or backup whole and count its records"))


def _add_year(parser: Parser, about: str, *, required: bool = False) -> None:
    parser.options.add_argument("--year", type=_year, metavar="Y", required=required, help=about)


def _add_json(parser: Parser) -> None:
    parser.options.add_argument(
        "--json", action="store_true", help=translate("cli", "print one JSON object")
    )
