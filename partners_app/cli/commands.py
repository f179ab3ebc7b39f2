"""What each command does: one call of the services, data on stdout, messages on stderr.

A command returns the exit status: 0 done; 1 refused, failed, or something was found or left out.
Expected failures are raised and put into words by the caller.
"""

import getpass
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from partners_app.cli.import_output import plan_json, say_plan
from partners_app.cli.output import (
    finding_json,
    local_time,
    note,
    operation_json,
    operation_line,
    say,
    say_json,
)
from partners_app.cli.pages import draw_pdf
from partners_app.domain.errors import RegisterHeld
from partners_app.domain.findings import Finding, Severity
from partners_app.domain.import_plan import Outcome
from partners_app.services import backup as backups
from partners_app.services import checking, exporting, importing, reporting, restoring, sample
from partners_app.services.register import Left, Operation, Register
from partners_app.texts.findings import finding_place, finding_text
from partners_app.texts.language import translate
from partners_app.texts.opening import upgraded_text
from partners_app.texts.operations import operation_text
from partners_app.texts.reports import left_out_lines, not_held_lines
from partners_app.texts.tables import field_name, the_record
from partners_app.texts.words import word

DONE, REFUSED = 0, 1

_PAGE = 500
"""Steps of the history that are read at once."""


def author_of(arguments: Namespace) -> str:
    """Return the author that was named, else the user of the operating system."""
    if arguments.author:
        return str(arguments.author)
    try:
        return getpass.getuser()
    except (ImportError, OSError, KeyError):
        # A service without an account has no name to give.
        return ""


@contextmanager
def _opened(arguments: Namespace, *, writes: bool = False) -> Iterator[Register]:
    """Give the register; to write, nobody else may have it open: RegisterHeld."""
    register = Register.open(arguments.register, author=author_of(arguments))
    try:
        if writes and (holder := register.hold()) is not None:
            raise RegisterHeld(register.path, holder=holder)
        if (upgraded := register.upgraded) is not None:
            note(upgraded_text(None if upgraded.backup is None else str(upgraded.backup)))
        yield register
    finally:
        register.close()


def new(arguments: Namespace) -> int:
    """Make a register; with ``--sample`` it holds the records of 2020."""
    content = sample.content() if arguments.sample else None
    register = Register.create(arguments.register, author=author_of(arguments), content=content)
    try:
        say(translate("cli", "Created: %1").replace("%1", str(arguments.register)))
        _say_counts(register)
    finally:
        register.close()
    return DONE


def _say_counts(register: Register) -> None:
    counts = register.counts()
    _say_numbers(
        (translate("cli", "Bands: %1"), counts.regions),
        (translate("cli", "Countries: %1"), counts.countries),
        (translate("cli", "Partners: %1"), counts.partners),
        (translate("cli", "Agreements: %1"), counts.agreements),
        (translate("cli", "Events: %1"), counts.events),
    )


def _say_numbers(*lines: tuple[str, int]) -> None:
    for line, number in lines:
        say(line.replace("%1", str(number)))


def report(arguments: Namespace) -> int:
    """Write the yearly report; what is left out of it or doubtful in it is told on stderr."""
    with _opened(arguments) as register:
        written = reporting.write_report(
            register, arguments.year, arguments.output, draw_pdf=draw_pdf
        )
        findings = checking.check(register, arguments.year)
    say(translate("cli", "Written: %1").replace("%1", str(arguments.output)))
    _say_numbers(
        (translate("cli", "Bands: %1"), written.regions),
        (translate("cli", "Countries: %1"), written.countries),
        (translate("cli", "Partners: %1"), written.partners),
        (translate("cli", "Events: %1"), written.events),
    )
    for line in left_out_lines(written):
        note(line)
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            note(_finding_note(finding))
    return DONE


def import_file(arguments: Namespace) -> int:
    """Take a file in as one step; status 1 where something of it was left out."""
    with _opened(arguments, writes=not arguments.dry_run) as register:
        applied = importing.import_file(
            register,
            arguments.input,
            year=arguments.year,
            dry_run=arguments.dry_run,
            delete=arguments.delete,
        )
    plan = applied.plan
    for finding in plan.problems:
        note(_finding_note(finding))
    if arguments.json:
        say_json(plan_json(plan))
    else:
        say_plan(plan)
    if plan.taken_in is not None:
        at, author = plan.taken_in
        said = translate("cli", "The same file was taken in before: %1, %2")
        note(said.replace("%1", local_time(at)).replace("%2", author))
    if applied.backup is not None:
        note(translate("cli", "Backup before the import: %1").replace("%1", str(applied.backup)))
    left_out = [*plan.of(Outcome.DOUBTFUL), *plan.of(Outcome.REFUSED)]
    # What was changed here after the export is not deleted without anybody looking.
    left_out += [entry for entry in plan.of(Outcome.DELETED) if entry.doubt or not arguments.delete]
    if arguments.dry_run:
        note(translate("cli", "Nothing was written: this was a trial."))
    elif not applied.change_set and left_out:
        note(
            translate("cli", "Nothing was written: what is new in the file is doubtful or refused.")
        )
    elif not applied.change_set:
        note(translate("cli", "Nothing was written: there is nothing new in the file."))
    return REFUSED if left_out else DONE


def export_file(arguments: Namespace) -> int:
    """Write the records into a file and print how many there are.

    What a workbook cannot hold of them is told on stderr.
    """
    with _opened(arguments) as register:
        result = exporting.export(register, arguments.output, year=arguments.year)
    say(translate("cli", "Written: %1").replace("%1", str(arguments.output)))
    _say_numbers(
        (translate("cli", "Countries: %1"), result.countries),
        (translate("cli", "Partners: %1"), result.partners),
        (translate("cli", "Agreements: %1"), result.agreements),
        (translate("cli", "Events: %1"), result.events),
    )
    for line in not_held_lines(result):
        note(line)
    return DONE


def undo(arguments: Namespace) -> int:
    """Take back the newest step and name it."""
    with _opened(arguments, writes=True) as register:
        register.undo()
        _say_step(translate("cli", "Undone: %1"), register.undo_state().redo)
    return DONE


def redo(arguments: Namespace) -> int:
    """Do the step undone last again and name it."""
    with _opened(arguments, writes=True) as register:
        register.redo()
        _say_step(translate("cli", "Redone: %1"), register.undo_state().undo)
    return DONE


def _say_step(pattern: str, step: Operation | None) -> None:
    say(pattern.replace("%1", "" if step is None else operation_text(step)))


def history(arguments: Namespace) -> int:
    """List the steps, newest first.

    A line has number, local date and time, author and text, with tabs between. ``--json`` prints
    ``{"operations": [...]}``, each with id, uuid, kind, subject, label, author, at (ISO 8601, UTC),
    reverts (a number or null), undone and text.
    """
    with _opened(arguments) as register:
        steps = list(_steps(register))
    by_number = {step.id: step for step in steps}
    if arguments.json:
        say_json({"operations": [operation_json(step, by_number) for step in steps]})
    else:
        for step in steps:
            say(operation_line(step, by_number))
    return DONE


def _steps(register: Register) -> Iterator[Operation]:
    before = None
    while page := register.history(limit=_PAGE, before=before):
        yield from page
        before = page[-1].id


def take_back(arguments: Namespace) -> int:
    """Take back one older step; what was touched since is left and listed on stderr.

    Refused when nothing of the step can be taken back any more.
    """
    with _opened(arguments, writes=True) as register:
        result = register.take_back(arguments.operation)
        for left in result.left:
            note(_left_text(left))
        if not result.applied:
            note(translate("cli", "Nothing of this step can be taken back any more."))
            return REFUSED
        steps = {step.id: step for step in _steps(register)}
        _say_step(translate("cli", "Taken back: %1"), steps.get(arguments.operation))
    return DONE


def _left_text(left: Left) -> str:
    fields = ", ".join(field_name(name) for name in left.fields)
    if fields:
        text = translate("cli", "%1: changed since, left as it is (%2).")
    else:
        text = translate("cli", "%1: other records came to depend on it or it is gone; left.")
    return text.replace("%1", the_record(left.table)).replace("%2", fields)


def backup(arguments: Namespace) -> int:
    """Write a verified backup and print its path."""
    with _opened(arguments) as register:
        say(str(backups.write(register).path))
    return DONE


def restore(arguments: Namespace) -> int:
    """Put a backup in the register's place and print what that holds.

    Where the file is that stood there before, and its backup, is told on stderr.
    """
    restored = restoring.restore(arguments.register, arguments.backup)
    say(translate("cli", "Restored: %1").replace("%1", str(arguments.register)))
    _say_numbers((translate("cli", "Events: %1"), restored.events))
    if restored.aside is not None:
        kept = translate("cli", "The file that stood there is kept: %1")
        note(kept.replace("%1", str(restored.aside)))
    if restored.backup is not None:
        kept = translate("cli", "Backup before the restore: %1")
        note(kept.replace("%1", str(restored.backup)))
    return DONE


def verify(arguments: Namespace) -> int:
    """Read a register or backup whole and print what it holds."""
    found = backups.verify(arguments.register)
    say(translate("cli", "The register is whole: %1").replace("%1", str(arguments.register)))
    _say_numbers(
        (translate("cli", "Countries: %1"), found.countries),
        (translate("cli", "Partners: %1"), found.partners),
        (translate("cli", "Agreements: %1"), found.agreements),
        (translate("cli", "Events: %1"), found.events),
        (translate("cli", "Change number: %1"), found.change_seq),
    )
    say(translate("cli", "Digest: %1").replace("%1", found.digest))
    return DONE


def check(arguments: Namespace) -> int:
    """List what is missing or doubtful; status 1 where an error or a warning was found.

    A line has severity, title, sentence and place, with tabs between. ``--json`` prints
    ``{"findings": [...]}``, each with code, severity, table, record (UUID), field, place, title,
    sentence and values.
    """
    with _opened(arguments) as register:
        findings = checking.check_all(register, arguments.year)
    if arguments.json:
        say_json({"findings": [finding_json(finding) for finding in findings]})
    else:
        for finding in findings:
            say(_finding_line(finding))
    counted = {severity: 0 for severity in Severity}
    for finding in findings:
        counted[finding.severity] += 1
    note(
        translate("cli", "Errors: %1, to check: %2, for information: %3")
        .replace("%1", str(counted[Severity.ERROR]))
        .replace("%2", str(counted[Severity.WARNING]))
        .replace("%3", str(counted[Severity.NOTE]))
    )
    return REFUSED if counted[Severity.ERROR] or counted[Severity.WARNING] else DONE


def _finding_line(finding: Finding) -> str:
    title, sentence = finding_text(finding)
    return "\t".join([word(finding.severity), title, sentence, finding_place(finding)])


def _finding_note(finding: Finding) -> str:
    said, place = finding_text(finding).in_one, finding_place(finding)
    return f"{word(finding.severity)}: {said}" + (f" ({place})" if place else "")
