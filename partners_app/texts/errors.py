"""Expected failures in words: what happened, what to do, and the details to copy."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain import errors
from partners_app.domain.errors import Abandoned, FileProblem, InputBroken, PartnersError
from partners_app.domain.input_problems import InputProblem
from partners_app.texts.backups import not_restored_text
from partners_app.texts.damage import damaged_file_text
from partners_app.texts.editions import unreadable_edition
from partners_app.texts.holders import away_problem, held_problem
from partners_app.texts.report_errors import impossible_report
from partners_app.texts.table_problems import table_place, table_problem_text
from partners_app.texts.tables import field_name, the_record

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What happened and what to do, one or two sentences each; ``details`` may be several lines."""

    what: str
    todo: str
    details: str


def error_text(error: PartnersError | Abandoned) -> ErrorText:
    """Return the words for an expected failure, or a cancel, in the chosen language."""
    if isinstance(error, FileProblem):
        what, todo = _file_problem(error)
        return ErrorText(
            what.replace("%1", error.path.name or str(error.path)),
            todo,
            _details(error, str(error.path), error.reason, *_cause(error)),
        )
    if isinstance(error, InputBroken):
        return ErrorText(
            *_broken_input(error),
            _details(error, str(error.path), error.problem, error.place, error.detail),
        )
    what, todo, *values = _other_problem(error)
    return ErrorText(what, todo, _details(error, *values))


def _details(error: PartnersError | Abandoned, *values: str) -> str:
    return "\n".join([type(error).__name__, *(value for value in values if value)])


def _cause(error: FileProblem) -> list[str]:
    cause = error.cause if isinstance(error, errors.MigrationRefused) else None
    return [] if cause is None else error_text(cause).details.splitlines()


def _file_problem(error: FileProblem) -> tuple[str, str]:
    """Return what happened and what to do, with %1 for the file's name."""
    match error:
        case errors.RegisterAway():
            return away_problem()
        case errors.FileMissing():
            if not error.path.parent.is_dir():
                return (
                    translate("errors", "The folder of the file “%1” does not exist."),
                    translate("errors", "Choose a folder that exists, or create it first."),
                )
            return (
                translate("errors", "There is no file or folder “%1”."),
                translate("errors", "Check the name and the folder; perhaps it was moved."),
            )
        case errors.FileIsFolder():
            return (
                translate("errors", "“%1” is a folder, not a file."),
                translate("errors", "Name a file inside the folder."),
            )
        case errors.FileEmpty():
            return (
                translate("errors", "The file “%1” is empty: it has no contents at all."),
                translate("errors", "Take another copy of the file or a backup."),
            )
        case errors.FileExists():
            return (
                translate("errors", "The file “%1” already exists and is not overwritten."),
                translate("errors", "Choose another name."),
            )
        case errors.FileDenied():
            return (
                translate("errors", "The file “%1” or its folder may not be read or written."),
                translate("errors", "Choose another folder, or ask for the right to write there."),
            )
        case errors.FileBusy():
            return (
                translate("errors", "The file “%1” is held by another program."),
                translate("errors", "Close it there and retry, or choose another name."),
            )
        case errors.FileInCloud():
            return (
                translate("errors", "The file “%1” is in the cloud only, and cannot be fetched."),
                translate("errors", "Go online, or make the file available offline, and retry."),
            )
        case errors.PathTooLong():
            return (
                translate("errors", "The path of the file “%1” is too long for the system."),
                translate("errors", "Move the file nearer or shorten the names of its folders."),
            )
        case errors.DiskFull():
            return (
                translate("errors", "There is no room left on the disk for the file “%1”."),
                translate("errors", "Free some space and retry. What was saved before is safe."),
            )
        case errors.FileKindUnknown():
            return (
                translate("errors", "The kind of the file “%1” does not suit here."),
                translate("errors", "Suitable kinds: %1.").replace("%1", error.reason)
                if error.reason
                else translate("errors", "Choose a file of another kind."),
            )
        case errors.NotARegister():
            return _not_a_register(error.reason)
        case errors.RegisterDamaged() | errors.RegisterInWalMode():
            return damaged_file_text(error)
        case errors.FileTooNew():
            return (
                translate("errors", "The register “%1” was saved by a newer version of Partners."),
                translate("errors", "Update the program. The file was left as it is."),
            )
        case errors.RegisterReadOnly():
            return (
                translate("errors", "The register “%1” is opened for reading only."),
                translate("errors", "Save a copy and change that, or open it again for writing."),
            )
        case errors.RegisterHeld():
            return held_problem(error.holder)
        case errors.RegisterLocked():
            return (
                translate("errors", "Another program is writing to the register “%1”."),
                translate("errors", "Wait until it has finished and retry."),
            )
        case errors.RegisterReplaced():
            return (
                translate("errors", "The file “%1” was replaced while it was open."),
                translate("errors", "Nothing was written. Open the register again."),
            )
        case errors.SameRegister():
            return (
                translate("errors", "“%1” is the register that is open."),
                translate("errors", "Choose a colleague's copy or another file."),
            )
        case errors.PlanOutdated():
            return (
                translate(
                    "errors", "The register “%1” was changed while you looked at the import."
                ),
                translate("errors", "Nothing was written. Look at what would change once more."),
            )
        case errors.FileChanged():
            return (
                translate("errors", "The file “%1” was changed after it was read."),
                translate("errors", "Nothing was written. Look at what would change once more."),
            )
        case errors.BackupFailed():
            return (
                translate("errors", "The backup “%1” could not be written or did not verify."),
                translate("errors", "Check the room on the disk and the backup folder, and retry."),
            )
        case errors.NotRestored():
            return not_restored_text(error.reason)
        case errors.MigrationRefused():
            what = translate(
                "errors",
                "The register “%1” is in the format of an older version. Before it is brought to "
                "the present one a copy of it is kept, and that failed.",
            )
            if error.cause is not None:
                what = f"{what} {error_text(error.cause).what}"
            return what, translate(
                "errors",
                "The file was left as it is. Make room on the disk or get access to the folder of "
                "the copy, and open the register again.",
            )
        case _:
            return (
                translate("errors", "The file “%1” could not be read or written."),
                translate("errors", "Check that the disk or the network folder is available."),
            )


def _not_a_register(kind: str) -> tuple[str, str]:
    open_register = translate("errors", "Choose a file that ends in .partners.")
    if kind == "excel":
        return (
            translate("errors", "“%1” is not a register but an Excel or Word file or an archive."),
            open_register,
        )
    if kind == "office":
        return (
            translate("errors", "“%1” is not a register but an old Excel or Word file."),
            open_register,
        )
    if kind == "sqlite":
        return (
            translate("errors", "“%1” is not a register but a database of another program."),
            open_register,
        )
    return translate("errors", "“%1” is not a register of Partners."), open_register


_BROKEN: dict[InputProblem, object] = {
    InputProblem.NOT_UTF8: QT_TRANSLATE_NOOP("input", "The file “%1” is not text in UTF-8."),
    InputProblem.NOT_JSON: QT_TRANSLATE_NOOP(
        "input", "The file “%1” is not JSON or is not complete."
    ),
    InputProblem.TOO_BIG: QT_TRANSLATE_NOOP("input", "The file “%1” is bigger than %2."),
    InputProblem.TOO_DEEP: QT_TRANSLATE_NOOP("input", "The file “%1” is nested too deeply."),
    InputProblem.NOT_AN_OBJECT: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds no register: it does not begin with “{”."
    ),
    InputProblem.MISSING_KEY: QT_TRANSLATE_NOOP("input", "The file “%1” lacks a key."),
    InputProblem.DUPLICATE_KEY: QT_TRANSLATE_NOOP(
        "input", "The file “%1” gives the key “%2” twice in one object."
    ),
    InputProblem.WRONG_TYPE: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds a value of the wrong type; needed: %2."
    ),
    InputProblem.BAD_VALUE: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds the value “%2”, which is not allowed."
    ),
    InputProblem.BAD_CHARACTER: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds a character that no text may hold."
    ),
    InputProblem.BAD_ID: QT_TRANSLATE_NOOP("input", "The file “%1” holds the broken id “%2”."),
    InputProblem.DUPLICATE_ID: QT_TRANSLATE_NOOP(
        "input", "The file “%1” gives the id “%2” to two records."
    ),
    InputProblem.UNKNOWN_REFERENCE: QT_TRANSLATE_NOOP(
        "input", "The file “%1” refers to the record “%2”, which it does not hold."
    ),
    InputProblem.BAD_DATE: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds “%2” where a day, a month or a year must stand."
    ),
    InputProblem.DATES_CONTRADICT: QT_TRANSLATE_NOOP(
        "input", "The file “%1” gives an agreement dates that contradict each other."
    ),
    InputProblem.YEAR_MISSING: QT_TRANSLATE_NOOP(
        "input", "The file “%1” does not say which year its events are of."
    ),
    InputProblem.OTHER_YEAR: QT_TRANSLATE_NOOP(
        "input", "The file “%1” is of the year %2, not of the year that was asked for."
    ),
    InputProblem.TABLE_UNKNOWN: QT_TRANSLATE_NOOP(
        "input",
        "The file “%1” holds no table with a head like “Country” and “Events”, nor any other "
        "known one.",
    ),
    InputProblem.SEVERAL_TABLES: QT_TRANSLATE_NOOP(
        "input", "The file “%1” holds several tables: %2. Leave only the one that is meant."
    ),
}


def _broken_input(error: InputBroken) -> tuple[str, str]:
    """Return what is wrong with the input and where, and what to do."""
    of_a_table = table_problem_text(error)
    if of_a_table is not None:
        text, todo = of_a_table
    else:
        if error.problem in set(InputProblem):
            text = translate("input", str(_BROKEN[InputProblem(error.problem)]))
        else:
            text = translate("input", "The file “%1” cannot be understood.")
        text = text.replace("%1", error.path.name).replace("%2", error.detail)
        todo = translate(
            "errors", "Nothing was written. Correct the file or ask for it again, then retry."
        )
    place = _place(error.place)
    return f"{text} {place}" if place else text, todo


def _place(place: str) -> str:
    if not place:
        return ""
    line = re.fullmatch("([0-9]+):([0-9]+)", place)
    if line is not None:
        text = translate("input", "Line %1, character %2.")
        return text.replace("%1", line[1]).replace("%2", line[2])
    return table_place(place) or translate("input", "Place: %1.").replace("%1", place)


def _printer_problem(error: errors.PrinterProblem) -> tuple[str, str]:
    if not error.name:
        return (
            translate("errors", "No printer is set up on this computer."),
            translate("errors", "Save the report as a PDF: it can be printed anywhere."),
        )
    return (
        translate("errors", "The printer “%1” did not take the report.").replace("%1", error.name),
        translate(
            "errors",
            "Check that it is switched on and connected, and retry; or save the report as a PDF.",
        ),
    )


def _other_problem(error: PartnersError | Abandoned) -> tuple[str, ...]:
    """Return what happened, what to do, and lines of details."""
    match error:
        case errors.ChangedSince():
            fields = ", ".join(field_name(name) for name in error.fields)
            what = translate("errors", "%1 was changed meanwhile by someone else.")
            if fields:
                what = translate("errors", "%1 was changed meanwhile by someone else: %2.")
            return (
                what.replace("%1", the_record(error.table)).replace("%2", fields),
                translate("errors", "Nothing was written. Look at it again and repeat the change."),
            )
        case Abandoned():
            return (
                translate("errors", "Cancelled."),
                translate("errors", "Nothing was written. You can repeat it at any time."),
            )
        case errors.NothingToUndo():
            return (
                translate("errors", "There is nothing to undo."),
                translate("errors", "No change was made since the register was created."),
            )
        case errors.NothingToRedo():
            return (
                translate("errors", "There is nothing to redo."),
                translate("errors", "Redo follows an undo, until something new is changed."),
            )
        case errors.RecordMissing():
            if error.table == "operation":
                return (
                    translate("errors", "The history has no step with this number."),
                    translate("errors", "Look at the numbers in the history."),
                )
            return (
                translate("errors", "%1 is not there any more.").replace(
                    "%1", the_record(error.table)
                ),
                translate("errors", "Perhaps it was deleted: the history tells by whom."),
            )
        case errors.TextRefused():
            return (
                translate(
                    "errors", "The text of the field “%1” holds an unreadable character."
                ).replace("%1", field_name(error.field)),
                translate("errors", "Nothing was written. Type the text anew or paste it as text."),
            )
        case errors.PrinterProblem():
            return (*_printer_problem(error), error.name)
        case errors.EditionUnreadable():
            return (*unreadable_edition(error), error.problem, error.detail)
        case errors.ReportImpossible():
            place = "" if error.template is None else str(error.template)
            return (*impossible_report(error), error.problem, error.detail, place)
        case _:
            return (
                translate("errors", "The action did not succeed."),
                translate("errors", "Nothing was written. Retry."),
            )
