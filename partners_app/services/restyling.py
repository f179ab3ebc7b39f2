"""The template workbook that a register's report takes its look from: the office's own, or ours."""

from pathlib import Path

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import FileKindUnknown
from partners_app.services.register import Register

__all__ = [
    "TEMPLATE_SUFFIX",
    "check_template",
    "choose_template",
    "chosen_template",
    "copy_built_in",
]

TEMPLATE_SUFFIX = ".xlsx"


def copy_built_in(target: Path) -> None:
    """Write a copy of the template that comes with the program, for an office to restyle.

    Raises FileKindUnknown for a name that does not end as a workbook does, and what
    ``atomic_write`` raises.
    """
    from partners_app.exchange.report_template import write_template_copy

    _check_kind(target)
    write_template_copy(target)


def check_template(path: Path) -> None:
    """Raise what `reporting.write_report` would raise for a template that does not do."""
    from partners_app.exchange.report_template import load_template

    _check_kind(path)
    load_template(path, font="")


def choose_template(register: Register, path: Path | None) -> ChangeSet:
    """Let the report take its look from a workbook, None: from the one of the program.

    The workbook is looked at when a report is made: it may be restyled at any time.
    """
    kept = "" if path is None else register.kept_path(path)
    return register.set_setting("report_template", kept)


def chosen_template(register: Register) -> Path | None:
    """Return the workbook that the report takes its look from, None for that of the program."""
    kept = register.settings().report_template
    return register.whole_path(kept) if kept else None


def _check_kind(path: Path) -> None:
    if path.suffix.lower() != TEMPLATE_SUFFIX:
        raise FileKindUnknown(path, TEMPLATE_SUFFIX)
