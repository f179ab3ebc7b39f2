"""The rows of a comparison: what was added, removed, changed; old struck out, new underlined."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from partners_app.domain.text_difference import combined
from partners_app.services.editions import Difference, Fate, Part
from partners_app.texts.editions import difference_title, moved_text
from partners_app.ui.item_models.entries import Entry, EntryMark, heading
from partners_app.ui.theme import Role

FATE_ICONS: dict[Fate, tuple[str, Role]] = {
    Fate.ADDED: ("circle-plus", "ok"),
    Fate.REMOVED: ("trash-2", "bad"),
    Fate.CHANGED: ("pencil", "warn"),
}


def difference_entries(differences: Iterable[Difference]) -> list[Entry]:
    """Return the rows of a list, under headings of where they stand."""
    rows: list[Entry] = []
    for title, items in groupby(differences, key=_heading):
        rows.append(heading(title))
        rows += map(_entry, items)
    return rows


def _heading(item: Difference) -> str:
    name = item.after or item.before
    match item.part:
        case Part.TITLE | Part.BAND:
            return QCoreApplication.translate("comparison", "The report itself")
        case Part.COUNTRY:
            return name
        case Part.PARTNER:
            return f"{item.place.country} › {name}" if name else item.place.country
    parts = (item.place.country, item.place.partner)
    return " › ".join(part for part in parts if part)


def _entry(item: Difference) -> Entry:
    before, after = item.before, item.after
    if item.part is Part.PARTNER and not (before and after):
        whole = QCoreApplication.translate("comparison", "Country as a whole")
        before = before or ("" if item.fate is Fate.ADDED else whole)
        after = after or ("" if item.fate is Fate.REMOVED else whole)
    text, marks = _marked(before, after)
    return Entry(
        *FATE_ICONS[item.fate],
        difference_title(item),
        text,
        moved_text(item),
        item,
        sentence_marks=marks,
        quiet=False,
    )


def _marked(before: str, after: str) -> tuple[str, tuple[EntryMark, ...]]:
    """Return both texts as one, with what went and what came in its place marked."""
    text = ""
    marks: list[EntryMark] = []
    for piece in combined(before, after):
        if piece.side != "both":
            marks.append(EntryMark(len(text), len(piece.text), piece.side))
        text += piece.text
    return text, tuple(marks)
