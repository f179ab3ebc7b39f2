"""What else a clerk does at random, beside the acts of the property test: the larger steps."""

import json
from pathlib import Path

from partners_app.domain.changes import ChangeSet, Value
from partners_app.domain.vocabulary import AgreementLinkKind, EventKind, OperationKind
from partners_app.services import (
    agreements,
    duplicates,
    event_pasting,
    events,
    importing,
    particulars,
    placing,
    replacing,
)
from partners_app.services.register import Register
from tests.storage import random_clerk
from tests.storage.random_clerk import DATES, TEXTS, YEARS, Act, choose_cell, choose_row, on_row

IMPORTS = 3
_NOTHING = ChangeSet(OperationKind.EDIT)


def write_imports(folder: Path) -> None:
    """Lay down the files that are taken in, beside a register."""
    for number in range(IMPORTS):
        partners = [
            {
                "city": city,
                "agreements": [{"basis": f"Протокол {number}", "dates": [f"1{number}.06.2011"]}],
                "events": [
                    {"date_text": f"{day} мая", "text": f"{city}: встреча № {day}, {number}"}
                    for day in range(1, 4 + number)
                ],
            }
            for city in ("г. Грац", f"г. Линц {number}", None)
        ]
        countries = [{"name": name, "partners": partners} for name in ("Австрия", f"Чад {number}")]
        table = {
            "title": f"Отчёт {number}",
            "year": YEARS[number % 2],
            "regions": [{"name": "Р1", "heading": "Р1", "countries": countries}],
        }
        _import_file(folder, number).write_text(json.dumps(table, ensure_ascii=False), "utf-8")


def _import_file(folder: Path, number: int) -> Path:
    return folder / f"Данные {number % IMPORTS}.json"


def _import(register: Register, first: int, _second: int) -> ChangeSet:
    return importing.import_file(register, _import_file(register.path.parent, first)).change_set


def _paste(register: Register, first: int, second: int) -> ChangeSet | None:
    scope = choose_cell(register, first)
    if scope is None:
        return None
    lines = (f"{day + 1} марта – приём делегации № {second + day}" for day in range(second % 25))
    pasted = event_pasting.read_pasted(register, scope, YEARS[first % 2], "\n".join(lines))
    return event_pasting.add_pasted(register, scope, YEARS[first % 2], pasted)


def _change_events(register: Register, first: int, second: int) -> ChangeSet:
    """Change one field of several events at once."""
    fields: list[tuple[str, Value]] = [
        ("kind", list(EventKind)[second % len(EventKind)]),
        ("responsible", TEXTS[second % len(TEXTS)]),
        ("date", DATES[second % len(DATES)]),
    ]
    field, value = fields[first % len(fields)]
    chosen = {choose_row(register, "event", first + step) for step in range(second)}
    return events.set_fields(
        register, [(number, field, value) for number in chosen if number is not None]
    )


def _change_agreements(register: Register, first: int, second: int) -> ChangeSet:
    chosen = {choose_row(register, "agreement", first + step) for step in range(second % 7)}
    ids = sorted(number for number in chosen if number is not None)
    values: dict[str, Value] = {
        "responsible": TEXTS[second % len(TEXTS)],
        "valid_to": DATES[first % len(DATES)],
    }
    return agreements.set_fields(register, ids, values) if ids else _NOTHING


def _link_agreements(register: Register, agreement_id: int, number: int) -> ChangeSet:
    other_id = choose_row(register, "agreement", number)
    if other_id is None or other_id == agreement_id:
        return _NOTHING
    kinds = list(AgreementLinkKind)
    return agreements.add_link(register, agreement_id, other_id, kinds[number % len(kinds)])


def _merge_events(register: Register, event_id: int, number: int) -> ChangeSet:
    other_id = choose_row(register, "event", number)
    if other_id is None or other_id == event_id:
        return _NOTHING
    return duplicates.merge(register, event_id, other_id)


def _merge(table: str) -> Act:
    def merge(register: Register, row_id: int, number: int) -> ChangeSet:
        gone_id = choose_row(register, table, number)
        if gone_id is None or gone_id == row_id:
            return _NOTHING
        return placing.merge(register, table, row_id, gone_id)

    return on_row(table, merge)


def _move_to(table: str, parent: str) -> Act:
    def move(register: Register, row_id: int, number: int) -> ChangeSet:
        parent_id = choose_row(register, parent, number)
        assert parent_id is not None, "what stands under it is there"
        return placing.move_to(register, table, row_id, parent_id, None)

    return on_row(table, move)


def _other_names(register: Register, row_id: int, number: int) -> ChangeSet:
    names = [particulars.NameEntry(None, f"Имя {number + each}") for each in range(number % 3)]
    fields: dict[str, Value] = {"remark": TEXTS[number % len(TEXTS)]}
    return particulars.save(register, "country", row_id, fields, names)


def _replace(register: Register, first: int, second: int) -> ChangeSet:
    words = ("визит", "делегации", "встреча", "поездка")
    wording = replacing.Wording(words[first % len(words)], words[second % len(words)])
    return replacing.replace(register, wording, replacing.plan(register, wording).replacements)


LARGER_ACTS: dict[str, Act] = {
    "import": _import,
    "paste": _paste,
    "change events": _change_events,
    "change agreements": _change_agreements,
    "link agreements": on_row("agreement", _link_agreements),
    "unlink agreements": on_row(
        "agreement_link", lambda register, row, _: agreements.delete_link(register, row)
    ),
    "merge events": on_row("event", _merge_events),
    "merge partners": _merge("partner"),
    "merge countries": _merge("country"),
    "partner elsewhere": _move_to("partner", "country"),
    "country elsewhere": _move_to("country", "region"),
    "agreement elsewhere": _move_to("agreement", "partner"),
    "other names": on_row("country", _other_names),
    "replace": _replace,
}
ACTS: dict[str, Act] = {**random_clerk.ACTS, **LARGER_ACTS}
