"""What differs between two reports as a printed sheet: a group of rows for each country."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from partners_app.domain.report_comparison import Comparison, Difference, Fate, Part, Place
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
)

__all__ = ["comparison_sheet"]

_COLUMNS = (
    SheetColumn("Город", 0.15, ColumnKind.LABEL),
    SheetColumn("Изменение", 0.13, ColumnKind.SHORT),
    SheetColumn("Было", 0.36),
    SheetColumn("Стало", 0.36),
)
_PARTS = {
    Part.TITLE: "Заголовок",
    Part.BAND: "Раздел",
    Part.COUNTRY: "Страна",
    Part.PARTNER: "Партнер",
    Part.DOCUMENT: "Документ",
    Part.EVENT: "Мероприятие",
}
_SEVERAL = {Part.PARTNER: "партнеры", Part.DOCUMENT: "документы", Part.EVENT: "мероприятия"}
_FATES = {
    Fate.ADDED: ("добавлен", "добавлена", "добавлено"),
    Fate.REMOVED: ("убран", "убрана", "убрано"),
    Fate.CHANGED: ("изменен", "изменена", "изменено"),
}
_GENDERS = {Part.COUNTRY: 1, Part.EVENT: 2}
_NO_NAME = "Страна в целом"


def comparison_sheet(comparison: Comparison, old: str, new: str) -> Sheet:
    """Return a comparison as a sheet; ``old`` and ``new`` say what is compared."""
    title = ("СРАВНЕНИЕ ОТЧЕТОВ", f"Было: {old}", f"Стало: {new}")
    if not comparison.differences:
        return Sheet(title, (Paragraph("Различий нет."),), landscape=True)
    groups = groupby(comparison.differences, key=_heading)
    table = SheetTable(
        _COLUMNS,
        tuple(
            SheetGroup(heading, tuple(_row(item) for item in items)) for heading, items in groups
        ),
    )
    return Sheet(title, (Paragraph(_summary(comparison)), table), landscape=True)


def _summary(comparison: Comparison) -> str:
    counts = comparison.counts
    lines = (_counted(_SEVERAL[part], [counts[part, fate] for fate in Fate]) for part in _SEVERAL)
    text = "; ".join(line for line in lines if line)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _counted(name: str, numbers: Iterable[int]) -> str:
    told = [
        f"{_FATES[fate][2]} {number}" for fate, number in zip(Fate, numbers, strict=True) if number
    ]
    return f"{name}: {', '.join(told)}" if told else ""


def _heading(item: Difference) -> str:
    if item.part is Part.TITLE:
        return ""
    # A band has a heading too: its row would seem to be of the country above it.
    return item.place.country or item.after or item.before


def _row(item: Difference) -> tuple[str, ...]:
    what = f"{_PARTS[item.part]} {_FATES[item.fate][_GENDERS.get(item.part, 0)]}"
    before, after = item.before, item.after
    if item.part is Part.PARTNER:
        before, after = (
            (before or _NO_NAME) if item.fate is not Fate.ADDED else "",
            (after or _NO_NAME) if item.fate is not Fate.REMOVED else "",
        )
    if item.moved_from is not None:
        before = f"{before} ({_stood(item.moved_from)})"
    return _partner(item), what, before, after


def _partner(item: Difference) -> str:
    if item.part is Part.PARTNER:
        return item.after or item.before or _NO_NAME
    return item.place.partner


def _stood(place: Place) -> str:
    parts: Iterator[str] = (text for text in (place.band, place.country, place.partner) if text)
    return "стояло: " + ", ".join(parts)
