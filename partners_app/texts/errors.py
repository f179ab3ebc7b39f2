"""Expected failures in words: what happened, what to do, and the details to copy."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from partners_app.domain import errors
from partners_app.domain.errors import FileProblem, InputBroken, PartnersError
from partners_app.texts.tables import field_name, the_record

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What happened and what to do, one or two sentences each; ``details`` may be several lines."""

    what: str
    todo: str
    details: str


def error_text(error: PartnersError) -> ErrorText:
    """Return the words for an expected failure in the chosen language."""
    if isinstance(error, FileProblem):
        what, todo = _file_problem(error)
        return ErrorText(
            what.replace("%1", error.path.name or str(error.path)),
            todo,
            _details(error, str(error.path), error.reason),
        )
    if isinstance(error, InputBroken):
        return ErrorText(
            _broken_input(error).replace("%1", error.path.name),
            translate(
                "errors", "Nothing was written. Correct the file or ask for it again, then retry."
            ),
            _details(error, str(error.path), error.problem, error.place, error.detail),
        )
    what, todo, *values = _other_problem(error)
    return ErrorText(what, todo, _details(error, *values))


def _details(error: PartnersError, *values: str) -> str:
    return "\n".join([type(error).__name__, *(value for value in values if value)])


def _file_problem(error: FileProblem) -> tuple[str, str]:
    """Return what happened and what to do, with %1 for the file's name."""
    match error:
        case errors.FileMissing():
            if not error.path.parent.is_dir():
                return (
                    translate("errors", "The folder of the file “%1” does not exist."),
                    translate("errors", "Choose a folder that exists, or create it first."),
                )
            return (
                translate("errors", "There is no file “%1”."),
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
        case errors.RegisterDamaged():
            return (
                translate("errors", "The register “%1” is damaged: it cannot be read whole."),
                translate(
                    "errors", "The file was left as it is. Open the newest backup of the register."
                ),
            )
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
        case errors.BackupFailed():
            return (
                translate("errors", "The backup “%1” could not be written or did not verify."),
                translate("errors", "Check the room on the disk and the backup folder, and retry."),
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


def _broken_input(error: InputBroken) -> str:
    """Return what is wrong with the input; %1 stays for the file's name."""
    text = translate("errors", "The file “%1” cannot be understood.")
    if error.place:
        text += " " + translate("errors", "Place: %1.").replace("%1", error.place)
    return text


def _other_problem(error: PartnersError) -> tuple[str, ...]:
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
        case errors.RegisterNotEmpty():
            return (
                translate(
                    "errors", "The register “%1” already holds records other than the file's."
                ).replace("%1", error.path.name),
                translate("errors", "Nothing was written. Import into a new register."),
                str(error.path),
            )
        case errors.ReportImpossible():
            return (
                translate("errors", "The report cannot be laid out."),
                translate("errors", "Shorten the longest text of the year and retry."),
                error.problem,
                error.detail,
            )
        case _:
            return (
                translate("errors", "The action did not succeed."),
                translate("errors", "Nothing was written. Retry."),
            )
