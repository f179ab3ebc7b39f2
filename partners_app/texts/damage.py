"""What is wrong with a damaged register, and what was saved of one, in words."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.errors import RegisterDamaged, RegisterInWalMode
from partners_app.services.file_place import FilePlace, PlaceKind
from partners_app.services.salvaging import RECORDS, Salvaged
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
                "damage", "The beginning of the register “%1” is damaged: its first bytes are lost."
            )
        case "truncated":
            return translate("damage", "The register “%1” is cut off: the end of the file is lost.")
        case "schema":
            return translate(
                "damage",
                "The register “%1” holds what this program never puts there, such as a trigger or "
                "a view of another program. It could act on its own and is not opened.",
            )
        case "tables" | "register_meta" | "version":
            return translate(
                "damage", "Tables that every register has are missing in the register “%1”."
            )
        case "journal":
            return translate("damage", "The history of changes in the register “%1” is damaged.")
        case "nothing":
            return translate("damage", "Nothing can be read in the register “%1” any more.")
        case _:
            return translate("damage", "The register “%1” is damaged: it cannot be read whole.")


def salvaged_text(found: Salvaged) -> str:
    """Return how many records were saved, of how many."""
    text = translate("damage", "%1 of %2 records are saved.")
    return text.replace("%1", str(found.saved)).replace("%2", str(found.known))


def salvaged_lines(found: Salvaged) -> list[str]:
    """Return what was saved of each kind of record, what became of the history and of the rest."""
    lines = []
    for name in RECORDS:
        count = found.counts[name]
        line = translate("damage", "%1: %2 of %3")
        line = line.replace("%1", records_name(name))
        line = line.replace("%2", str(count.saved)).replace("%3", str(count.known))
        parts = [
            translate("damage", "from the history: %1").replace("%1", str(count.from_history))
            if count.from_history
            else "",
            translate("damage", "not read: %1").replace("%1", str(count.lost))
            if count.lost
            else "",
        ]
        told = ", ".join(part for part in parts if part)
        lines.append(f"{line} ({told})" if told else line)
    lists = sum(count.lost for name, count in found.counts.items() if name not in RECORDS)
    if lists:
        text = translate("damage", "Dates, names, places and other lists, entries not read: %1")
        lines.append(text.replace("%1", str(lists)))
    if found.placed:
        text = translate("damage", "Made so that records stand somewhere (“Спасённое”): %1")
        lines.append(text.replace("%1", str(found.placed)))
    lines.append(_history_line(found))
    return lines


def _history_line(found: Salvaged) -> str:
    kept, known = found.steps_kept, found.steps_known
    if kept == known:
        text = translate("damage", "The history is whole, steps: %1")
    elif kept:
        text = translate(
            "damage", "Of the history the first steps are kept: %1 of %2; it goes on from there."
        )
    else:
        text = translate(
            "damage", "The history (steps: %2) could not be kept; a new one begins with the rescue."
        )
    return text.replace("%1", str(kept)).replace("%2", str(known))


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
