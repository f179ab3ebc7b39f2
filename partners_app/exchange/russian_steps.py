"""The Russian words for what was done to the register: the same whatever the program speaks."""

from enum import StrEnum
from functools import cache

from partners_app.domain.changes import Value
from partners_app.domain.vocabulary import AgreementLinkKind, DateMeaning, OperationKind
from partners_app.exchange.data_layout import SHEETS
from partners_app.exchange.russian_words import NO, YES, russian_word

_ACTS: dict[OperationKind, str] = {
    OperationKind.CREATE: "Реестр создан",
    OperationKind.ADD: "Добавление",
    OperationKind.EDIT: "Правка",
    OperationKind.DELETE: "Удаление",
    OperationKind.MOVE: "Перемещение",
    OperationKind.IMPORT: "Импорт",
    OperationKind.SETTINGS: "Настройки реестра",
    OperationKind.UNDO: "Отмена",
    OperationKind.REDO: "Возврат отменённого",
    OperationKind.TAKE_BACK: "Взято назад",
}
_RECORDS = {
    "region": "Раздел",
    "country": "Страна",
    "partner": "Партнёр",
    "other_name": "Другое название",
    "agreement": "Основание",
    "agreement_date": "Дата основания",
    "agreement_link": "Связь оснований",
    "event": "Мероприятие",
    "event_link": "Место мероприятия",
    "setting": "Настройка",
    "imported_file": "Импортированный файл",
    "import_mapping": "Соответствие столбцов",
    "edition": "Выпуск отчёта",
    "accepted_finding": "Принятое замечание",
    "glossary_entry": "Сокращение",
    "known_word": "Известное слово",
}
_WITHOUT_FIELDS = frozenset(["accepted_finding", "edition", "import_mapping", "imported_file"])
"""Their fields are the program's own, and can be as long as a whole report."""

_FIELDS = {
    "position": "Порядок",
    "region_id": "Раздел",
    "country_id": "Страна",
    "partner_id": "Партнёр",
    "agreement_id": "Основание",
    "event_id": "Мероприятие",
    "other_id": "Другое основание",
    "name": "Название",
    "used_from_text": "С какого времени",
    "used_to_text": "По какое время",
    "date_text": "Дата",
    "meaning": "Что было в этот день",
    "separator": "Знак перед датой",
    "kind": "Вид",
    "key": "Настройка",
    "value": "Значение",
    "abbreviation": "Сокращение",
    "expansion": "Расшифровка",
    "word": "Слово",
    "remark": "Примечание",
}
_CHOICES: dict[tuple[str, str], type[StrEnum]] = {
    ("agreement_date", "meaning"): DateMeaning,
    ("agreement_link", "kind"): AgreementLinkKind,
}


def russian_act(kind: OperationKind) -> str:
    """Return what a step did."""
    return _ACTS.get(kind, "Другое действие")


def russian_record(table: str) -> str:
    """Return what a record of a table is called."""
    return _RECORDS.get(table, "Запись")


def tells_fields(table: str) -> bool:
    """Tell whether the fields of a table's rows say something to a clerk."""
    return table in _RECORDS and table not in _WITHOUT_FIELDS


def russian_field(table: str, field: str) -> str:
    """Return what a field is called; one without a name of its own by the name in the file."""
    return _heads().get((table, field)) or _FIELDS.get(field) or field


def russian_value(table: str, field: str, value: Value) -> str:
    """Return what a field holds; "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or field == "printed":
        return YES if value else NO
    choices = _CHOICES.get((table, field)) or _lists().get((table, field))
    if choices is not None and value in set(choices):
        return russian_word(choices(str(value)))
    return str(value)


@cache
def _heads() -> dict[tuple[str, str], str]:
    return {(sheet.table, item.field): item.head for sheet in SHEETS for item in sheet.visible}


@cache
def _lists() -> dict[tuple[str, str], type[StrEnum]]:
    return {
        (sheet.table, item.field): item.choices
        for sheet in SHEETS
        for item in sheet.columns
        if item.choices is not None
    }
