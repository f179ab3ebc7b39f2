"""Who has a register open for writing, and where it went, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from partners_app.domain.holder import Holder

translate = QCoreApplication.translate


def holder_name(holder: Holder) -> str:
    """Return the name of a holder, with the name they are logged in by where that is another."""
    if not holder.user and not holder.full_name:
        return translate("holder", "another user (unknown)")
    if holder.full_name and holder.user:
        return f"{holder.full_name} ({holder.user})"
    return holder.full_name or holder.user


def held_text(holder: Holder) -> str:
    """Return who has the register open, on which computer and since when, as a sentence."""
    if holder.host and holder.since is not None:
        text = translate(
            "holder",
            "The register is open for writing elsewhere: %1, on the computer “%2”, since %3.",
        )
    elif holder.host:
        text = translate(
            "holder", "The register is open for writing elsewhere: %1, on the computer “%2”."
        )
    else:
        text = translate("holder", "The register is open for writing elsewhere: %1.")
    since = "" if holder.since is None else local_moment(holder.since)
    return text.replace("%3", since).replace("%2", holder.host).replace("%1", holder_name(holder))


def held_problem(holder: Holder) -> tuple[str, str]:
    """Return why a command writes nothing, with %1 for the file's name, and what to do."""
    what = translate("holder", "Nothing was written to the register “%1”.")
    todo = translate(
        "holder",
        "Ask them to close it, and retry. Where nobody has it open any more, open it in the "
        "window and take it over.",
    )
    return f"{what} {held_text(holder)}", todo


def away_problem() -> tuple[str, str]:
    """Return that the open register is not at its place, with %1 for its name, and what to do."""
    return (
        translate("holder", "The register “%1” is not at its place any more."),
        translate(
            "holder",
            "What is typed is kept here. Check that the disk or the network folder is there, and "
            "that nobody moved the file; it is looked for again and again.",
        ),
    )


def local_moment(moment: datetime) -> str:
    """Return a moment in the time of this computer: the time alone for today."""
    here = moment.astimezone()
    today = here.date() == datetime.now().astimezone().date()
    return f"{here:%H:%M}" if today else f"{here:%H:%M, %d.%m.%Y}"
