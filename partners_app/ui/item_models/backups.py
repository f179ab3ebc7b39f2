"""Backups, and what one would change, as entries of a list."""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale

from partners_app.services.backup import BackupFile, Verified
from partners_app.services.register import Counts, Operation
from partners_app.services.restoring import Comparison
from partners_app.texts.backups import reason_text
from partners_app.texts.operations import operation_text
from partners_app.ui.item_models.entries import Entry, EntryModel, heading
from partners_app.ui.theme import Role


def moment(at: datetime) -> str:
    """Return date and time as a clerk reads them."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(local, "d MMMM yyyy, HH:mm")


class BackupModel(EntryModel):
    """A row for each backup: when, why, what it holds, and whether anybody has verified it."""

    def set_backups(self, backups: Iterable[BackupFile], damaged: Collection[Path]) -> None:
        """Show these; ``damaged`` are those that verifying has found so."""
        self.set_entries([self._entry(each, each.path in damaged) for each in backups])

    def _entry(self, backup: BackupFile, damaged: bool) -> Entry:
        found = backup.verified
        icon: tuple[str, Role] = ("circle-question-mark", "text2")
        state, holds = self.tr("not verified"), ""
        if damaged:
            icon, state = ("circle-x", "bad"), self.tr("damaged")
        elif found is not None:
            icon = ("circle-check", "ok")
            state = self.tr("verified %1").replace("%1", moment(found.at))
            holds = self._holds(found)
        place = self.tr("in the second folder") if backup.in_second else self.tr("on this computer")
        megabytes = QLocale().toString(max(backup.size / 1_000_000, 0.1), "f", 1)
        size = self.tr("%1 MB").replace("%1", megabytes)
        return Entry(
            *icon,
            moment(backup.written),
            holds,
            " · ".join((state, place, size)),
            backup,
            tag=reason_text(backup.reason),
        )

    def _holds(self, found: Verified) -> str:
        return ", ".join(
            (
                self.tr("%n event(s)", "", found.events),
                self.tr("%n agreement(s)", "", found.agreements),
                self.tr("%n partner(s)", "", found.partners),
            )
        )


class ComparisonModel(EntryModel):
    """What restoring a backup would change, number by number and step by step."""

    def set_hint(self, text: str) -> None:
        """Show only a sentence."""
        self.set_entries([heading(text)])

    def set_comparison(self, found: Comparison) -> None:
        """Show what was found."""
        rows = [heading(self.tr("Records")), *self._numbers(found.then, found.now)]
        if found.now is None:
            rows.append(heading(self.tr("The register as it is now cannot be read.")))
        elif not found.lost_count and not found.regained_count:
            rows.append(heading(self.tr("The steps of the history are the same.")))
        if found.lost_count:
            rows.append(heading(self.tr("%n step(s) will be lost", "", found.lost_count)))
            rows += self._steps(found.lost, found.lost_count)
        if found.regained_count:
            rows.append(heading(self.tr("%n step(s) will come back", "", found.regained_count)))
            rows += self._steps(found.regained, found.regained_count)
        self.set_entries(rows)

    def _numbers(self, then: Counts, now: Counts | None) -> list[Entry]:
        return [
            self._number(
                self.tr("Countries"), then.countries, None if now is None else now.countries
            ),
            self._number(self.tr("Partners"), then.partners, None if now is None else now.partners),
            self._number(
                self.tr("Agreements"), then.agreements, None if now is None else now.agreements
            ),
            self._number(self.tr("Events"), then.events, None if now is None else now.events),
        ]

    def _number(self, words: str, then: int, now: int | None) -> Entry:
        if now is None:
            told = self.tr("will be %1")
        elif now == then:
            told = self.tr("%1, as now")
        else:
            told = self.tr("now %2, will be %1").replace("%2", str(now))
        same = now == then
        icon: tuple[str, Role] = ("equal", "text2") if same else ("pencil", "warn")
        return Entry(*icon, words, told.replace("%1", str(then)), "", words, quiet=True)

    def _steps(self, steps: Collection[Operation], count: int) -> list[Entry]:
        by_number = {each.id: each for each in steps}
        rows = [_step(each, by_number.get(each.reverts or 0)) for each in steps]
        if count > len(rows):
            rows.append(heading(self.tr("and %n older step(s)", "", count - len(rows))))
        return rows


def _step(step: Operation, reverted: Operation | None) -> Entry:
    text = operation_text(step, reverted)
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
