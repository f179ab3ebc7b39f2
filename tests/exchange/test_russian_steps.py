"""What was done to the register, in the Russian of the printed sheet."""

import re

import pytest

from partners_app.domain.vocabulary import DateMeaning, EventKind, OperationKind, Status
from partners_app.exchange.russian_steps import (
    russian_act,
    russian_field,
    russian_record,
    russian_value,
    tells_fields,
)
from partners_app.storage.schema import DERIVED, JOURNALLED


@pytest.mark.parametrize("table", JOURNALLED)
def test_every_record_and_every_field_that_is_told_has_a_russian_name(table: str) -> None:
    assert russian_record(table) != "Запись"
    if not tells_fields(table):
        return
    derived = {"id", "uuid", "created_at", "created_by", "changed_at", "changed_by"}
    fields = [
        column.name
        for column in JOURNALLED[table].columns
        if column.name not in derived and column.info != DERIVED
    ]
    latin = [name for name in fields if re.search("[a-z]", russian_field(table, name))]
    assert latin == []


def test_values_are_told_in_words() -> None:
    assert russian_value("event", "kind", EventKind.VISIT.value) == "Визит"
    assert russian_value("event", "printed", 0) == "нет"
    assert russian_value("agreement_date", "meaning", DateMeaning.SIGNED.value) == "подписан"
    assert russian_value("partner", "status", Status.ENDED.value) == "Прекращено"
    assert russian_value("partner", "status", "нечто") == "нечто"
    assert russian_value("partner", "remark", None) == ""
    assert russian_value("agreement", "prolongation_years", 5) == "5"


def test_every_act_has_words() -> None:
    assert all(re.fullmatch("[А-ЯЁа-яё ]+", russian_act(kind)) for kind in OperationKind)
