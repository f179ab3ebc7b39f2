"""Backups, and what one would change, as entries of a list."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from partners_app.services.backup import BackupFile
from partners_app.services.register import Counts, Operation
from partners_app.services.restoring import Comparison
from partners_app.texts.backups import counts_text, reason_text
from partners_app.texts.operations import operation_text
from partners_app.ui.item_models.entries import Entry, heading
from partners_app.ui.theme import Role

translate = QCoreApplication.translate


def moment(at: datetime) -> str:
    """Return date and time as a clerk reads them."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, "d MMMM yyyy, HH:mm")


def backup_entry(backup: BackupFile, *, damaged: bool) -> Entry:
    """Return the row of a backup; ``damaged`` is what verifying it has found just now."""
    found = backup.verified
    icon: tuple[str, Role] = ("circle-question-mark", "text2")
    state, holds = translate("backups", "not verified"), ""
    if damaged:
        icon = ("circle-x", "bad")
        state = translate("backups", "damaged")
    elif found is not None:
        icon = ("circle-check", "ok")
        state = translate("backups", "verified %1").replace("%1", moment(found.at))
        holds = counts_text(found.partners, found.agreements, found.events)
    place = (
        translate("backups", "in the second folder")
        if backup.in_second
        else translate("backups", "on this computer")
    )
    size = QLocale().formattedDataSize(backup.size, 1)
    return Entry(
        *icon,
        moment(backup.written),
        holds,
        " · ".join((state, place, size)),
        backup,
        tag=reason_text(backup.reason),
    )


def comparison_entries(found: Comparison) -> list[Entry]:
    """Return what restoring a backup would change, number by number and step by step."""
    rows = [heading(translate("backups", "Records"))]
    for words, then, now in _numbers(found.then, found.now):
        if now is None:
            told = translate("backups", "will be %1").replace("%1", str(then))
        elif now == then:
            told = translate("backups", "%1, as now").replace("%1", str(then))
        else:
            told = translate("backups", "now %1, will be %2")
            told = told.replace("%1", str(now)).replace("%2", str(then))
        same = now == then
        rows.append(
            Entry(
                "equal" if same else "pencil",
                "text2" if same else "warn",
                words,
                told,
                "",
                words,
                quiet=True,
            )
        )
    if found.now is None:
        rows.append(heading(translate("backups", "The register as it is now cannot be read.")))
        return rows
    lost = translate("backups", "%n step(s) will be lost", None, found.lost_count)
    regained = translate("backups", "%n step(s) will come back", None, found.regained_count)
    for words, count, steps in (
        (lost, found.lost_count, found.lost),
        (regained, found.regained_count, found.regained),
    ):
        if count:
            rows.append(heading(words))
            rows += [_step_entry(step) for step in steps]
            if count > len(steps):
                older = translate("backups", "and %n older step(s)", None, count - len(steps))
                rows.append(heading(older))
    if not found.lost_count and not found.regained_count:
        rows.append(heading(translate("backups", "The steps of the history are the same.")))
    return rows


def _numbers(then: Counts, now: Counts | None) -> list[tuple[str, int, int | None]]:
    return [
        (
            translate("backups", "Countries"),
            then.countries,
            None if now is None else now.countries,
        ),
        (translate("backups", "Partners"), then.partners, None if now is None else now.partners),
        (
            translate("backups", "Agreements"),
            then.agreements,
            None if now is None else now.agreements,
        ),
        (translate("backups", "Events"), then.events, None if now is None else now.events),
    ]


def _step_entry(step: Operation) -> Entry:
    text = operation_text(step)
    return Entry(
        "history",
        "text2",
        text[:1].upper() + text[1:],
        "",
        f"{moment(step.at)} · {step.author}",
        step,
        faint=step.undone,
        quiet=True,
        gone=step.undone,
    )
