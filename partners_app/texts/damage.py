"""What is wrong with a damaged register, and what was saved of one, in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from partners_app.domain.errors import RegisterDamaged, RegisterInWalMode
from partners_app.domain.rescue import RESCUED
from partners_app.services.file_place import FilePlace, PlaceKind
from partners_app.services.salvaging import RECORDS, Salvaged, SavedCount
from partners_app.texts.tables import records_name

translate = QCoreApplication.translate


def damaged_file_text(error: RegisterDamaged | RegisterInWalMode) -> tuple[str, str]:
    """Return what is wrong with a register and what to do; %1 is its name."""
    if isinstance(error, RegisterInWalMode):
        return (
            translate(
                "errors", "The register “%1” is in a mode that network folders do not allow."
            ),
            translate("errors", "Copy it to this computer, open it there, and copy it back."),
        )
    return damage_text(error.reason), translate(
        "errors", "The file was left as it is. Open the newest backup of the register."
    )


def damage_text(reason: str) -> str:
    """Return what is wrong with a register by the reason of RegisterDamaged; %1 is its name."""
    match reason:
        case "header":
            return translate(
                "damage", "The register “%1” is damaged: the beginning of the file is lost."
            )
        case "truncated":
            return translate(
                "damage",
                "The register “%1” is damaged: it is cut off, the end of the file is lost.",
            )
        case "schema":
            return translate(
                "damage",
                "The register “%1” holds what this program never puts there, such as a trigger or "
                "a view of another program. It could act on its own and is not opened.",
            )
        case "tables" | "register_meta" | "version":
            return translate(
                "damage", "The register “%1” is damaged: it lacks tables that every register has."
            )
        case "journal":
            return translate(
                "damage", "The register “%1” is damaged: its history of changes is not whole."
            )
        case "nothing":
            return translate(
                "damage", "The register “%1” is damaged: nothing can be read in it any more."
            )
        case _:
            return translate("damage", "The register “%1” is damaged: it cannot be read whole.")


def salvaged_text(found: Salvaged) -> str:
    """Return how many records were saved, of how many."""
    text = translate("damage", "%1 of %2 records are saved.")
    return text.replace("%1", str(found.saved)).replace("%2", str(found.known))


class SalvagedLine(NamedTuple):
    """What became of one kind of record, or of the history; ``is_whole``: nothing is missing."""

    title: str
    sentence: str
    is_whole: bool


def salvaged_lines(found: Salvaged) -> list[SalvagedLine]:
    """Return what was saved of each kind of record, what became of the history and of the rest."""
    lines = [_record_line(name, found.counts[name]) for name in RECORDS]
    lists = sum(count.lost for name, count in found.counts.items() if name not in RECORDS)
    if lists:
        title = translate("damage", "Dates, other names, places of events")
        lines.append(SalvagedLine(title, _not_read(lists), is_whole=False))
    if found.placed:
        title = translate("damage", "Made so that records stand somewhere")
        text = translate("damage", "records: %1; look for “%2” in the tree")
        text = text.replace("%1", str(found.placed)).replace("%2", RESCUED)
        lines.append(SalvagedLine(title, text, is_whole=False))
    return [*lines, _history_line(found)]


def _record_line(name: str, count: SavedCount) -> SalvagedLine:
    text = translate("damage", "%1 of %2")
    parts = [text.replace("%1", str(count.saved)).replace("%2", str(count.known))]
    if count.from_history:
        told = translate("damage", "from the history: %1")
        parts.append(told.replace("%1", str(count.from_history)))
    if count.lost:
        parts.append(_not_read(count.lost))
    return SalvagedLine(records_name(name), ", ".join(parts), is_whole=not count.lost)


def _not_read(count: int) -> str:
    return translate("damage", "not read: %1").replace("%1", str(count))


def _history_line(found: Salvaged) -> SalvagedLine:
    kept, known = found.steps_kept, found.steps_known
    if kept == known:
        text = translate("damage", "whole, steps: %1")
    elif kept:
        text = translate("damage", "the first steps are kept: %1 of %2; it goes on from there")
    else:
        text = translate(
            "damage", "could not be kept (steps: %2); a new one begins with this rescue"
        )
    text = text.replace("%1", str(kept)).replace("%2", str(known))
    return SalvagedLine(translate("damage", "History of changes"), text, is_whole=kept == known)


def place_text(place: FilePlace) -> str:
    """Return why a register should not lie where it does; "" where it may."""
    if place.kind is PlaceKind.CLOUD:
        text = translate(
            "damage",
            "The register lies in a folder of %1. It is exchanged while you write: changes can be "
            "lost and copies with the same name can appear.",
        )
        return text.replace("%1", place.name or translate("damage", "a cloud"))
    if place.kind is PlaceKind.NETWORK:
        text = translate(
            "damage",
            "The register lies in the network folder %1. If the connection breaks or two people "
            "write at once, changes can be lost.",
        )
        return text.replace("%1", place.name)
    return ""
