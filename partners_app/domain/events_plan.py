"""The plan of events of a year: by date, with partner, kind and who is responsible."""

from datetime import date

from partners_app.domain.agreement_lines import Word
from partners_app.domain.errors import ReportImpossible
from partners_app.domain.place_labels import PlaceLabels
from partners_app.domain.records import Event, RegisterContent
from partners_app.domain.report import FIRST_YEAR, LAST_YEAR
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
)

_COLUMNS = (
    SheetColumn("№", 0.7, ColumnKind.SHORT),
    SheetColumn("Дата", 2.4, ColumnKind.SHORT),
    SheetColumn("Партнёр", 3.2, ColumnKind.LABEL),
    SheetColumn("Мероприятие", 7.5),
    SheetColumn("Вид", 2.2),
    SheetColumn("Ответственный", 2.6),
)
_MONTHS = (
    "ЯНВАРЬ",
    "ФЕВРАЛЬ",
    "МАРТ",
    "АПРЕЛЬ",
    "МАЙ",
    "ИЮНЬ",
    "ИЮЛЬ",
    "АВГУСТ",
    "СЕНТЯБРЬ",
    "ОКТЯБРЬ",
    "НОЯБРЬ",
    "ДЕКАБРЬ",
)
_WHOLE_YEAR, _OTHER_YEAR, _UNDATED = 13, 14, 15


def events_plan(content: RegisterContent, year: int, word: Word) -> Sheet:
    """Lay out the events of a report year by their first day; ReportImpossible for no year.

    Those of the whole year stand after the months, then those whose date is of another year, and
    those without a date, or with one that nobody can read, at the end.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ReportImpossible("year", str(year))
    labels = PlaceLabels(content)
    events = [
        event
        for event in content.events
        if event.report_year == year and (event.text.strip() or event.date.text.strip())
    ]
    events.sort(key=lambda event: (_month(event, year), event.date.sort_key))
    rows: dict[int, list[tuple[str, ...]]] = {}
    for number, event in enumerate(events, start=1):
        kinds = [word(member) for member in (event.kind, event.format) if member is not None]
        rows.setdefault(_month(event, year), []).append(
            (
                str(number),
                event.date.text.strip(),
                labels.of_event(event) or "не указан",
                event.text.strip(),
                ", ".join(kinds),
                event.responsible.strip(),
            )
        )
    groups = tuple(SheetGroup(_heading(month, year), tuple(found)) for month, found in rows.items())
    undated = len(rows.get(_UNDATED, ()))
    summary = f"Мероприятий: {len(events)}."
    if undated:
        summary += f" Без даты: {undated}; они стоят в конце."
    if not events:
        summary = f"Мероприятий {year} года в реестре нет."
    tables = [SheetTable(_COLUMNS, groups)] if groups else []
    title = ("ПЛАН МЕРОПРИЯТИЙ", f"на {year} год")
    return Sheet(title, (Paragraph(summary), *tables), landscape=True)


def _month(event: Event, year: int) -> int:
    """Return the number of the group that an event stands in."""
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None:
        return _UNDATED
    if last < date(year, 1, 1) or first > date(year, 12, 31):
        return _OTHER_YEAR
    if first <= date(year, 1, 1) and last >= date(year, 12, 31):
        return _WHOLE_YEAR
    return first.month if first.year == year else 1


def _heading(month: int, year: int) -> str:
    headings = {
        _WHOLE_YEAR: "В ТЕЧЕНИЕ ГОДА",
        _OTHER_YEAR: f"ДАТА НЕ {year} ГОДА",
        _UNDATED: "БЕЗ ДАТЫ",
    }
    return headings.get(month) or _MONTHS[month - 1]
