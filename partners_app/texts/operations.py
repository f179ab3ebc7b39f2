"""Steps of the history in words: what the undo menu and the history call them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Operation

translate = QCoreApplication.translate

LABEL_LENGTH = 40
"""A label is cut to this many characters, since a menu entry is one line."""

_ACTS: dict[OperationKind, object] = {
    OperationKind.ADD: QT_TRANSLATE_NOOP("operations", "addition"),
    OperationKind.EDIT: QT_TRANSLATE_NOOP("operations", "edit"),
    OperationKind.DELETE: QT_TRANSLATE_NOOP("operations", "deletion"),
    OperationKind.MOVE: QT_TRANSLATE_NOOP("operations", "move"),
}

_SEVERAL: dict[tuple[str, OperationKind], object] = {
    ("event", OperationKind.ADD): QT_TRANSLATE_NOOP("operations", "addition of events: %1"),
    ("event", OperationKind.EDIT): QT_TRANSLATE_NOOP("operations", "edit of events: %1"),
    ("event", OperationKind.DELETE): QT_TRANSLATE_NOOP("operations", "deletion of events: %1"),
    ("event", OperationKind.MOVE): QT_TRANSLATE_NOOP("operations", "move of events: %1"),
    ("agreement", OperationKind.EDIT): QT_TRANSLATE_NOOP("operations", "edit of agreements: %1"),
    ("agreement", OperationKind.DELETE): QT_TRANSLATE_NOOP(
        "operations", "deletion of agreements: %1"
    ),
}

# Behind the act, with the label quoted: «правка мероприятия «Визит…»», «удаление страны «Австрия»».
_OBJECTS: dict[str, object] = {
    "event": QT_TRANSLATE_NOOP("operations of", "event"),
    "agreement": QT_TRANSLATE_NOOP("operations of", "agreement"),
    "edition": QT_TRANSLATE_NOOP("operations of", "edition"),
    "region": QT_TRANSLATE_NOOP("operations of", "band"),
    "country": QT_TRANSLATE_NOOP("operations of", "country"),
    "partner": QT_TRANSLATE_NOOP("operations of", "partner"),
    "agreement_date": QT_TRANSLATE_NOOP("operations of", "agreement's date"),
    "other_name": QT_TRANSLATE_NOOP("operations of", "other name"),
}


def short_label(text: str, length: int = LABEL_LENGTH) -> str:
    """Return a text on one line, cut at a word to at most ``length`` characters with «…»."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[:length]
    # A very long first word is cut inside.
    cut = head.rfind(" ", length // 2)
    return head[: cut if cut > 0 else length - 1].rstrip(" ,;:–-") + "…"


def operation_text(operation: Operation, reverted: Operation | None = None) -> str:
    """Return what a step did, with its object: «правка мероприятия «визит…»».

    ``reverted`` is the step that an undo, redo or taking back inverts, when the caller knows it.
    """
    label = short_label(operation.label)
    match operation.kind:
        case OperationKind.CREATE:
            return translate("operations", "the register was created")
        case OperationKind.IMPORT:
            return _with(translate("operations", "import"), label)
        case OperationKind.ISSUE:
            return _with(translate("operations", "issue of the report"), label)
        case OperationKind.SETTINGS:
            return translate("operations", "change of the register's settings")
        case OperationKind.ACCEPT:
            return _with(translate("operations", "finding accepted"), label)
        case OperationKind.WITHDRAW:
            return _with(translate("operations", "acceptance of a finding withdrawn"), label)
        case OperationKind.FIX:
            # Several corrections in one step have their number for a label.
            if label.isdigit():
                return _with(translate("operations", "corrections"), label)
            return _with(translate("operations", "correction"), label)
        case OperationKind.GLOSSARY:
            return _with(translate("operations", "change of the glossary"), label)
        case OperationKind.KNOWN_WORDS:
            return _with(translate("operations", "change of the known words"), label)
        case OperationKind.REPAIR:
            return _with(translate("operations", "repair of the register's file"), label)
        case OperationKind.ERASURE if operation.reverts is not None:
            return translate("operations", "removal of old values from the history")
        case OperationKind.ERASURE:
            return translate("operations", "erasure from the history")
        case OperationKind.UNDO:
            act = translate("operations", "undone")
        case OperationKind.REDO:
            act = translate("operations", "redone")
        case OperationKind.TAKE_BACK:
            act = translate("operations", "taken back")
        case _:
            return _act_text(operation.kind, operation.subject, label)
    return _with(act, label if reverted is None else operation_text(reverted))


def _act_text(kind: OperationKind, subject: str, label: str) -> str:
    act = translate("operations", str(_ACTS[kind]))
    source = _OBJECTS.get(subject)
    if source is None:
        return _with(act, label)
    if label.isdigit() and (subject, kind) in _SEVERAL:
        # Several records touched in one step have their number for a label.
        return translate("operations", str(_SEVERAL[subject, kind])).replace("%1", label)
    # «г.» stands for a word in any case, so a city needs no word of ours: «удаление г. Грац».
    city = subject == "partner" and label.startswith("г. ")
    what = label if city else translate("operations of", str(source))
    text = _fill(translate("operations", "%1 of %2"), act, what)
    return text if city or not label else _fill(translate("operations", "%1 “%2”"), text, label)


def _fill(pattern: str, first: str, second: str) -> str:
    """Fill %1 and %2; the label comes last, since it may itself contain «%2»."""
    return pattern.replace("%1", first).replace("%2", second)


def _with(act: str, label: str) -> str:
    return f"{act}: {label}" if label else act


def undo_text(operation: Operation | None, author: str = "") -> str:
    """Return the menu entry of undo; it names the step's author when it is not ``author``."""
    return _menu_text(translate("operations", "Undo"), operation, author)


def redo_text(operation: Operation | None, author: str = "") -> str:
    """Return the menu entry of redo; it names the step's author when it is not ``author``."""
    return _menu_text(translate("operations", "Redo"), operation, author)


def _menu_text(act: str, operation: Operation | None, author: str) -> str:
    if operation is None:
        return act
    text = _with(act, operation_text(operation))
    if author and operation.author and operation.author != author:
        text += f" ({operation.author})"
    return text
