"""An agreement in force whose time has run out by the end of the report year."""

from dataclasses import replace

import pytest

from partners_app.domain.checks.validity import expiry
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import AgreementKind, Prolongation, Status

MAP = Agreement(1, "act", 1, AgreementKind.ROAD_MAP, "План «Дорожная карта» на 2018-2021 гг.", 1024)


@pytest.mark.parametrize(
    ("title", "year", "end"),
    [
        ("План «Дорожная карта» на 2018-2021 гг.", 2020, ""),
        ("План «Дорожная карта» на 2018-2021 гг.", 2021, "на 2018-2021"),
        ("План «Дорожная карта» на 2019- 2021 гг.", 2022, "на 2019- 2021"),
        ("Программа на 2019 год", 2020, "на 2019 год"),
        ("Соглашение о сотрудничестве", 2020, ""),
        ("Соглашение (2018 год)", 2020, ""),
    ],
)
def test_the_title_says_until_when(title: str, year: int, end: str) -> None:
    assert expiry(replace(MAP, title=title), year) == end


def test_the_field_says_it_before_the_title() -> None:
    lasting = replace(MAP, valid_to=PartialDate.parse("31.12.2025"))
    assert expiry(lasting, 2024) == ""
    assert expiry(lasting, 2025) == "31.12.2025"


def test_what_is_prolonged_or_ended_is_not_asked_about() -> None:
    assert expiry(replace(MAP, prolongation=Prolongation.AUTOMATIC), 2022) == ""
    assert expiry(replace(MAP, prolongation=Prolongation.CONSENT), 2022) == "на 2018-2021"
    assert expiry(replace(MAP, status=Status.ENDED), 2022) == ""
