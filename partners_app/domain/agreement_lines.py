"""An agreement in the words of a printed sheet: its title, its dates, until when it holds."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from partners_app.domain.lifecycle import Doubt, Standing, Validity
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import Prolongation

Word = Callable[[StrEnum], str]
"""Says a member of a closed list in Russian."""

_STANDINGS = {
    Standing.IN_FORCE: "действует",
    Standing.NOT_YET: "ещё не начал действовать",
    Standing.EXPIRED: "срок истёк",
    Standing.REPLACED: "заменён другим документом",
    Standing.SUSPENDED: "приостановлен",
    Standing.ENDED: "прекращён",
    Standing.UNCERTAIN: "неясно, действует ли",
}
_DOUBTS = {
    Doubt.UNDATED: "Дата документа не указана.",
    Doubt.START_UNREADABLE: "Начало действия записано так, что его нельзя прочесть.",
    Doubt.START_VAGUE: "День начала действия не указан точно.",
    Doubt.END_UNREADABLE: "Срок действия записан так, что его нельзя прочесть: «{valid_to}».",
    Doubt.END_BEFORE_START: "Срок действия кончается раньше, чем начинается.",
    Doubt.PROLONGATION_YEARS_MISSING: (
        "Срок истёк {valid_to}; продлевается автоматически, но на сколько лет, не указано."
    ),
    Doubt.CONSENT_NOT_RECORDED: (
        "Срок истёк {valid_to}; продлевается по согласию сторон, новый срок не внесён."
    ),
    Doubt.UNCONFIRMED: "Действие не подтверждено.",
    Doubt.STATUS_UNDATED: "С какого дня, в реестре не указано.",
}


def standing_text(standing: Standing) -> str:
    """Return how an agreement stands, in words."""
    return _STANDINGS[standing]


def title_text(agreement: Agreement, word: Word) -> str:
    """Return the title, or the kind of an agreement that has none."""
    title = (agreement.title or "").strip()
    if title:
        return title
    return word(agreement.kind) if agreement.kind is not None else "Без названия"


def dates_text(agreement: Agreement) -> str:
    """Return the dates as they are written, joined as in the yearly table."""
    text = ""
    for entry in agreement.dates:
        wording = entry.date.text.strip().replace(" г.", "\u00a0г.")
        text += (entry.separator or "\n" if text else "") + wording
    return text


def until_text(agreement: Agreement, validity: Validity) -> str:
    """Return until when an agreement holds."""
    written = " ".join(agreement.valid_to.text.split())
    if not written:
        return "срок не указан"
    if validity.until is None:
        return written
    if validity.prolonged:
        return f"{written}, продлён по {day_text(validity.until)}"
    rule = {
        Prolongation.AUTOMATIC: "продлевается автоматически",
        Prolongation.CONSENT: "продлевается по согласию",
    }.get(agreement.prolongation or Prolongation.NONE)
    return f"{written}, {rule}" if rule else written


def doubts_text(agreement: Agreement, validity: Validity) -> str:
    """Return what is doubtful about an agreement, a sentence each."""
    valid_to = " ".join(agreement.valid_to.text.split())
    return " ".join(_DOUBTS[doubt].format(valid_to=valid_to) for doubt in validity.doubts)


def day_text(day: date) -> str:
    """Return a day as all sheets write it."""
    return f"{day:%d.%m.%Y}"
