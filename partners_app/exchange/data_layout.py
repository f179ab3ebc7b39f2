"""The sheets and columns of the data workbook: what a clerk sees, and the ids that are hidden.

A column is known by its head, wherever it stands. Hidden columns stand last, where a row copied or
emptied in what is seen does not touch them.
"""

from dataclasses import dataclass
from enum import StrEnum

from partners_app.domain.vocabulary import (
    AgreementKind,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)

MOST_ROWS = 1_048_576
"""The rows of a sheet; what is beyond goes to further sheets, «Мероприятия 2»."""


class Form(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NAME_OR_NONE = "name_or_none"  # an empty cell is no name
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    COUNT = "count"
    YEAR = "year"
    DEGREES = "degrees"
    PARENT = "parent"
    OTHER_NAMES = "other_names"
    DATES = "dates"
    AGREEMENT_LINKS = "agreement_links"
    PLACES = "places"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class DataColumn:
    """One column: ``field`` as in ``Incoming.stated``, its head, its width in characters.

    ``choices`` are the members of a closed list; without ``may_be_empty`` a record always has
    one, and an empty cell says nothing. ``hint`` is shown beside a chosen cell.
    """

    field: str
    head: str
    form: Form = Form.TEXT
    width: float = 24
    choices: type[StrEnum] | None = None
    may_be_empty: bool = True
    hint: str = ""

    @property
    def attribute(self) -> str:
        """The name of the record's field: a date's row field ends in ``_text``."""
        return self.field.removesuffix("_text") if self.form is Form.DATE else self.field


@dataclass(frozen=True, slots=True)
class DataSheet:
    """One sheet: the records of one table, under ``parent`` (the table above; "" for none)."""

    table: str
    name: str
    parent: str
    columns: tuple[DataColumn, ...]

    @property
    def visible(self) -> tuple[DataColumn, ...]:
        """The columns that a clerk sees."""
        return tuple(column for column in self.columns if column.form is not Form.HIDDEN)


def _hidden(field: str, head: str) -> DataColumn:
    return DataColumn(field, head, Form.HIDDEN, 12)


UUID = _hidden("uuid", "Код записи")
PARENT_UUID = _hidden("parent_uuid", "Код вышестоящей записи")
POSITION = _hidden("position", "Номер по порядку")
LIST_REFERENCES = {
    Form.OTHER_NAMES: _hidden("other_name_references", "Коды названий"),
    Form.DATES: _hidden("date_references", "Коды дат"),
    Form.AGREEMENT_LINKS: _hidden("link_references", "Коды связей"),
    Form.PLACES: _hidden("place_references", "Коды мест"),
}
"""What says which row of the register each line of a list is.

For each line one word, of parts with «/» between: a name's uuid; a date's uuid and position; the
other agreement's uuid and the link's; the uuid of a place's partner or country, that of the event's
link to it, and the event's position there.
"""

_NEW_LINE = "Новая строка в ячейке – Alt+Enter."
_OTHER_NAMES = DataColumn(
    "other_names",
    "Другие названия",
    Form.OTHER_NAMES,
    30,
    hint=f"В строке – одно название: Ленинград | с 1924 | по 1991. {_NEW_LINE}",
)
_REMARK = DataColumn("remark", "Примечание", width=30)
_STATUS = DataColumn("status", "Состояние", Form.CHOICE, 16, Status, may_be_empty=False)

REGIONS = DataSheet(
    "region",
    "Разделы",
    "",
    (
        DataColumn("name", "Раздел", width=24),
        DataColumn("heading", "Заголовок в отчёте", width=40),
        _REMARK,
        UUID,
        POSITION,
    ),
)
COUNTRIES = DataSheet(
    "country",
    "Страны",
    "region",
    (
        DataColumn("parent", "Раздел", Form.PARENT, 20),
        DataColumn("name", "Страна", width=28),
        _OTHER_NAMES,
        _REMARK,
        UUID,
        PARENT_UUID,
        POSITION,
        LIST_REFERENCES[Form.OTHER_NAMES],
    ),
)
PARTNERS = DataSheet(
    "partner",
    "Партнёры",
    "country",
    (
        DataColumn("parent", "Страна", Form.PARENT, 24),
        DataColumn("name", "Партнёр", Form.NAME_OR_NONE, 30),
        DataColumn("kind", "Вид", Form.CHOICE, 18, PartnerKind, may_be_empty=False),
        _OTHER_NAMES,
        _STATUS,
        DataColumn("status_date_text", "Дата состояния", Form.DATE, 17),
        DataColumn("status_reason", "Причина состояния", width=24),
        DataColumn("latitude", "Широта", Form.DEGREES, 11),
        DataColumn("longitude", "Долгота", Form.DEGREES, 11),
        _REMARK,
        UUID,
        PARENT_UUID,
        POSITION,
        LIST_REFERENCES[Form.OTHER_NAMES],
    ),
)
AGREEMENTS = DataSheet(
    "agreement",
    "Основания",
    "partner",
    (
        DataColumn("parent", "Партнёр", Form.PARENT, 28),
        DataColumn("kind", "Вид", Form.CHOICE, 16, AgreementKind),
        DataColumn("title", "Название", Form.NAME_OR_NONE, 48),
        DataColumn(
            "dates",
            "Даты",
            Form.DATES,
            30,
            hint=(
                "В строке – одна дата: 10.08.2002 | подписан. Дата, что стоит в отчёте в одной "
                f"строке с предыдущей, начинается с запятой. {_NEW_LINE}"
            ),
        ),
        DataColumn("our_signatory", "Наша сторона", width=24),
        DataColumn("their_signatory", "Их сторона", width=24),
        DataColumn("valid_from_text", "Действует с", Form.DATE, 14),
        DataColumn("valid_to_text", "Действует до", Form.DATE, 14),
        DataColumn("prolongation", "Продление", Form.CHOICE, 16, Prolongation),
        DataColumn("prolongation_years", "Срок продления, лет", Form.COUNT, 14),
        DataColumn("notice_months", "Уведомление, мес.", Form.COUNT, 16),
        _STATUS,
        DataColumn("status_reason", "Причина состояния", width=24),
        DataColumn("registration_number", "Регистрационный номер", width=20),
        DataColumn("registration_date_text", "Дата регистрации", Form.DATE, 18),
        DataColumn("areas", "Направления", width=24),
        DataColumn("responsible", "Ответственный", width=22),
        DataColumn("original_place", "Место оригинала", width=20),
        DataColumn("scan_path", "Скан", width=24),
        DataColumn(
            "links",
            "Связи с основаниями",
            Form.AGREEMENT_LINKS,
            36,
            hint=f"В строке – одна связь: заменяет | название основания. {_NEW_LINE}",
        ),
        _REMARK,
        UUID,
        PARENT_UUID,
        POSITION,
        LIST_REFERENCES[Form.DATES],
        LIST_REFERENCES[Form.AGREEMENT_LINKS],
    ),
)
EVENTS = DataSheet(
    "event",
    "Мероприятия",
    "",
    (
        DataColumn("report_year", "Год отчёта", Form.YEAR, 12, may_be_empty=False),
        DataColumn("date_text", "Дата", Form.DATE, 22),
        DataColumn("text", "Мероприятие", width=80),
        DataColumn(
            "links",
            "Партнёр или страна",
            Form.PLACES,
            30,
            hint=(
                "Партнёр, как на листе «Партнёры»: г. Осака или Япония · г. Осака; "
                f"вся страна – Япония · вся страна. Если их несколько – по строке. {_NEW_LINE}"
            ),
        ),
        DataColumn("kind", "Вид", Form.CHOICE, 16, EventKind),
        DataColumn("format", "Формат", Form.CHOICE, 12, EventFormat),
        DataColumn("participants", "Участники", width=24),
        DataColumn("responsible", "Ответственный", width=22),
        DataColumn("source", "Источник", width=20),
        DataColumn("printed", "В отчёт", Form.YES_NO, 11, may_be_empty=False),
        _REMARK,
        UUID,
        LIST_REFERENCES[Form.PLACES],
    ),
)
SHEETS = (REGIONS, COUNTRIES, PARTNERS, AGREEMENTS, EVENTS)
"""In the order of the file, parents before children."""
