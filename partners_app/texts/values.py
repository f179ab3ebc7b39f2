"""What a field of a record holds, in words."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from partners_app.domain.changes import Value
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)
from partners_app.texts.words import word

_CHOICES: dict[tuple[str, str], type[StrEnum]] = {
    ("partner", "kind"): PartnerKind,
    ("partner", "status"): Status,
    ("agreement", "kind"): AgreementKind,
    ("agreement", "status"): Status,
    ("agreement", "prolongation"): Prolongation,
    ("agreement_date", "meaning"): DateMeaning,
    ("agreement_link", "kind"): AgreementLinkKind,
    ("event", "kind"): EventKind,
    ("event", "format"): EventFormat,
}


def value_text(table: str, field: str, value: Value) -> str:
    """Return a value as a clerk reads it; nothing for an empty one."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or field == "printed":
        translate = QCoreApplication.translate
        return translate("values", "yes") if value else translate("values", "no")
    choices = _CHOICES.get((table, field))
    if choices is not None and value in set(choices):
        return word(choices(str(value)))
    return str(value)
