"""The changes of the register in a period: when, by whom, what was done, old and new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from partners_app.domain.agreement_lines import day_text
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
)

_COLUMNS = (
    SheetColumn("Время", 1.2, ColumnKind.SHORT),
    SheetColumn("Кто", 2),
    SheetColumn("Что сделано", 2.6),
    SheetColumn("Запись", 4),
    SheetColumn("Было", 4.2),
    SheetColumn("Стало", 4.2),
)


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """What a step did to one record; ``before`` and ``after`` have a line for each field."""

    record: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedStep:
    """One step in words; ``at`` is local time, ``more`` counts the records that are not shown."""

    at: datetime
    author: str
    act: str
    records: tuple[ChangedRecord, ...]
    more: int = 0


def changes_sheet(
    first: date, last: date, steps: Iterable[ChangedStep], *, undone: int = 0, most: int = 0
) -> Sheet:
    """List steps, oldest first, a group for each day; ``undone`` of them were taken back later.

    ``most``: there were more of them than this, and only the newest are given.
    """
    days: dict[date, list[tuple[str, ...]]] = {}
    count = 0
    for step in steps:
        count += 1
        days.setdefault(step.at.date(), []).extend(_rows(step))
    if count:
        summary = f"Изменений: {count}."
        if undone:
            summary += f" Отменены позже: {undone}; это отмечено у каждого из них."
        if most:
            summary += f" Показаны не все шаги, а последние: {most}. Выберите период короче."
    else:
        summary = "В этот период реестр не изменялся."
    groups = tuple(SheetGroup(day_text(day), tuple(rows)) for day, rows in days.items())
    tables = [SheetTable(_COLUMNS, groups)] if groups else []
    period = f"за {day_text(first)}" if first == last else f"{day_text(first)} – {day_text(last)}"
    return Sheet(("ИЗМЕНЕНИЯ РЕЕСТРА", period), (Paragraph(summary), *tables), landscape=True)


def _rows(step: ChangedStep) -> list[tuple[str, ...]]:
    """Return a row for each record of a step; what is common to them stands in the first alone."""
    records = list(step.records) or [
        ChangedRecord(f"записей: {step.more}" if step.more else "", "", "")
    ]
    if step.more and step.records:
        records.append(ChangedRecord(f"и ещё записей: {step.more}", "", ""))
    head = (f"{step.at:%H:%M}", step.author, step.act)
    return [
        (*(("", "", "") if place else head), item.record, item.before, item.after)
        for place, item in enumerate(records)
    ]
