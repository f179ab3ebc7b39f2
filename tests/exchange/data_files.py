"""A small register as a data workbook, and a clerk's hands in it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.domain.content_rows import content_rows
from partners_app.domain.incoming import Incoming, Origin
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    AgreementLink,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
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
from partners_app.exchange.data_workbook import WrittenWorkbook, write_data_workbook
from partners_app.exchange.data_workbook_reading import read_data_workbook
from tests.exchange.grid_files import read_grid_file

REGISTER = "0b8e7a52-9d1f-4a76-8f7c-6f6f2f7f1c01"
STEP = "5d1c9a40-3b0e-4d7a-9f61-2f0f4c8e7a02"
_PARENTS = {"country": "region_id", "partner": "country_id", "agreement": "partner_id"}
_LISTS = {
    "other_name": ("other_names", "country_id", "partner_id"),
    "agreement_date": ("dates", "agreement_id"),
    "agreement_link": ("links", "agreement_id"),
    "event_link": ("links", "event_id"),
}


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def small() -> RegisterContent:
    """Return a register with everything that a sheet can show, and little of each."""
    date = parse_partial_date
    regions = (
        Region(1, uuid(1), "Европа", "ЕВРОПА", 1024),
        Region(2, uuid(2), "Азия", "АЗИЯ", 2048, "с 2003 г."),
    )
    countries = (
        Country(1, uuid(11), 1, "Финляндия", 1024),
        Country(2, uuid(12), 1, "Австрия", 3072),
        Country(3, uuid(13), 2, "Япония", -512),
        Country(4, uuid(14), 2, "Казахстан", 1024, (OtherName(1, uuid(15), "КазССР"),)),
    )
    names = (
        OtherName(2, uuid(16), "Астана", date("1998"), date("2019 г.")),
        OtherName(3, uuid(17), "Акмола", date(""), date("06.05.1998")),
    )
    partners = (
        Partner(1, uuid(21), 1, PartnerKind.CITY, "г. Турку", 1024, latitude=60.45, longitude=22.0),
        Partner(2, uuid(22), 2, PartnerKind.COUNTRY, None, 1024),
        Partner(3, uuid(23), 2, PartnerKind.COUNTRY, None, 2048),
        Partner(4, uuid(24), 3, PartnerKind.CITY, "г. Осака", 1024),
        Partner(5, uuid(25), 3, PartnerKind.REGION, "провинция Хоккайдо", 2048),
        Partner(
            6,
            uuid(26),
            4,
            PartnerKind.CITY,
            "Нур-Султан",
            1024,
            names,
            Status.SUSPENDED,
            date("июнь 2017 г."),
            "до решения",
        ),
    )
    dates = (
        AgreementDate(1, uuid(41), date("1953 г. – установление связей"), DateMeaning.TIES, 1024),
        AgreementDate(2, uuid(42), date("10.08.2002"), DateMeaning.SIGNED, 2048),
        AgreementDate(3, uuid(43), date("27.09.2016"), None, 2560, ", "),
    )
    agreements = (
        Agreement(1, uuid(31), 1, AgreementKind.PROTOCOL, "Протокол о дружбе", 1024, dates),
        Agreement(
            2,
            uuid(32),
            1,
            AgreementKind.ROAD_MAP,
            "Дорожная карта\nна 2018-2021 гг.",
            2048,
            (AgreementDate(4, uuid(44), date("2018"), DateMeaning.SIGNED, 1024),),
            (AgreementLink(1, uuid(45), 1, AgreementLinkKind.SUPPLEMENTS),),
            "Правительство",
            "Мэрия",
            date("2018"),
            date("31.12.2021"),
            Prolongation.AUTOMATIC,
            5,
            6,
            Status.ENDED,
            "истекла",
            "12-34/5",
            date("11.11.2018"),
            "культура",
            "КВС",
            "архив",
            "скан.pdf",
            "=1+1",
        ),
        Agreement(3, uuid(33), 4, None, None, 1024),
    )
    events = (
        Event(
            1,
            uuid(51),
            2020,
            date("20-22 февраля", year=2020),
            "визит в Турку",
            (EventLink(1, uuid(61), 1, None, 1024),),
            EventKind.VISIT,
            EventFormat.IN_PERSON,
        ),
        Event(
            2,
            uuid(52),
            2020,
            date("", year=2020),
            "дни Японии",
            (EventLink(2, uuid(62), None, 3, 1024),),
        ),
        Event(
            3,
            uuid(53),
            2021,
            date("2 октября", year=2021),
            "ВКС двух городов",
            (EventLink(3, uuid(63), 4, None, 512), EventLink(4, uuid(64), 5, None, 1024)),
            EventKind.MEETING,
            EventFormat.VIDEO,
            "школы",
            "КВС",
            "письмо",
            False,
            "уточнить",
        ),
        Event(4, uuid(54), 2020, date("как-нибудь", year=2020), "без места"),
    )
    return RegisterContent("ГОРОДА", regions, countries, partners, agreements, events)


def written(
    content: RegisterContent, path: Path, *, year: int | None = None
) -> tuple[Path, WrittenWorkbook]:
    result = write_data_workbook(content, path, origin=Origin(REGISTER, 42, STEP), year=year)
    return path, result


def read(path: Path) -> Incoming:
    return read_data_workbook(read_grid_file(path))


class Clerk:
    """Edits a data workbook as a clerk does: by sheet, by the head of a column, by a text."""

    def __init__(self, path: Path, content: RegisterContent | None = None) -> None:
        self.path = path
        if content is not None:
            written(content, path)
        self.book = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def column(self, sheet: str, head: str) -> int:
        heads = [cell.value for cell in self.sheet(sheet)[1]]
        return heads.index(head) + 1

    def row(self, sheet: str, text: str) -> int:
        """Return the number of the only row that holds a text."""
        rows = [
            number
            for number, row in enumerate(self.sheet(sheet).iter_rows(values_only=True), start=1)
            if text in row and number > 1
        ]
        assert len(rows) == 1, (text, rows)
        return rows[0]

    def put(self, sheet: str, row: str | int, head: str, value: object) -> None:
        number = row if isinstance(row, int) else self.row(sheet, row)
        self.sheet(sheet).cell(number, self.column(sheet, head)).value = value  # type: ignore[assignment]

    def add(self, sheet: str, **cells: object) -> int:
        """Fill the row below the last one; a head's spaces are underscores here."""
        number = self.sheet(sheet).max_row + 1
        for head, value in cells.items():
            self.put(sheet, number, head.replace("_", " "), value)
        return number

    def copy(self, sheet: str, text: str) -> int:
        """Copy a whole row below the last one."""
        values = [cell.value for cell in self.sheet(sheet)[self.row(sheet, text)]]
        self.sheet(sheet).append(values)
        return self.sheet(sheet).max_row

    def delete(self, sheet: str, text: str) -> None:
        self.sheet(sheet).delete_rows(self.row(sheet, text))

    def delete_column(self, sheet: str, head: str) -> None:
        self.sheet(sheet).delete_cols(self.column(sheet, head))

    def sort(self, sheet: str, key: Callable[[list[Any]], Any]) -> None:
        """Put the rows below the head into another order, all columns together."""
        rows = [[cell.value for cell in row] for row in self.sheet(sheet).iter_rows(min_row=2)]
        for number, values in enumerate(sorted(rows, key=key), start=2):
            for column, value in enumerate(values, start=1):
                self.sheet(sheet).cell(number, column).value = value

    def move_columns(self, sheet: str, order: Callable[[list[str]], Iterable[str]]) -> None:
        rows = [[cell.value for cell in row] for row in self.sheet(sheet).iter_rows()]
        heads = [str(head) for head in rows[0]]
        places = [heads.index(head) for head in order(heads)]
        for number, values in enumerate(rows, start=1):
            for column, place in enumerate(places, start=1):
                self.sheet(sheet).cell(number, column).value = values[place]

    def saved(self) -> Incoming:
        self.book.save(self.path)
        return read(self.path)


def rows_by_uuid(content: RegisterContent) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return table and row of every row of a register, referring to others by uuid."""
    found = list(content_rows(content))
    uuids = {(table, row_id): row["uuid"] for table, row_id, row in found}
    uuids |= {
        ("other", row_id): row["uuid"] for table, row_id, row in found if table == "agreement"
    }
    return {
        str(row["uuid"]): (
            table,
            {
                field: uuids.get((field.removesuffix("_id"), int(value or 0)))
                if field.endswith("_id")
                else value
                for field, value in row.items()
            },
        )
        for table, _, row in found
    }


def differences(
    content: RegisterContent, incoming: Incoming
) -> list[tuple[str, str, str, Any, Any]]:
    """List what a file says otherwise than a register: table, uuid, field, old, new.

    Only what the file states counts; a row that one of them lacks is listed with the field "".
    """
    held, told = rows_by_uuid(content), rows_by_uuid(incoming.content)
    found: list[tuple[str, str, str, Any, Any]] = []
    for name in [*held, *(name for name in told if name not in held)]:
        table, old = held.get(name, ("", {}))
        new_table, new = told.get(name, ("", {}))
        row = old or new
        if table in _LISTS or new_table in _LISTS:
            field, *parents = _LISTS[table or new_table]
            owner = next(str(row[parent]) for parent in parents if row[parent])
            if field not in incoming.stated.get(owner, frozenset([field])):
                continue
        if not (old and new):
            found.append((table or new_table, name, "", old, new))
            continue
        stated = incoming.stated.get(name)
        for field in old:
            name_stated = "parent" if field == _PARENTS.get(table) else field
            is_own = stated is not None and name_stated in stated
            is_order = field == "position" and bool(stated)
            if old[field] != new[field] and (is_own or is_order or stated is None):
                found.append((table, name, field, old[field], new[field]))
    return found
