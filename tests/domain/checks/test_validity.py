"""An agreement in force whose time has run out by the end of the report year."""

from dataclasses import replace

import pytest

from partners_app.domain.checks.validity import expiry
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement, AgreementDate
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
        ("Программа на период 2016-2018 годов", 2020, "на период 2016-2018"),
        ("Программа на период с 2016 по 2018 год", 2020, "на период с 2016 по 2018"),
        ("Дорожная карта до 2018 года", 2020, "до 2018 года"),
        ("Протокол о сотрудничестве в 2018 году", 2020, "в 2018 году"),
        ("План мероприятий на 2018/2019 учебный год", 2020, "на 2018/2019"),
        ("Дорожная карта 2016-2018 гг.", 2020, "2016-2018"),
        ("План мероприятий на 2019 и 2020 гг.", 2019, ""),
        ("Программа на 2018-2019-2020 гг.", 2020, "на 2018-2019-2020"),
        ("Протокол к Соглашению, подписанному в 2018 году", 2020, ""),
    ],
)
def test_the_title_says_until_when(title: str, year: int, end: str) -> None:
    assert expiry(replace(MAP, title=title), year) == end


@pytest.mark.parametrize("length", ["на 3 года", "на три года", "на 3 (три) года"])
def test_the_time_that_a_title_names_runs_from_the_day_of_the_agreement(length: str) -> None:
    title = f"Соглашение о сотрудничестве сроком {length}"
    signed = AgreementDate(1, "date", PartialDate.parse("10.02.2018"), None, 1024)
    assert expiry(replace(MAP, title=title), 2030) == ""
    assert expiry(replace(MAP, title=title, dates=(signed,)), 2020) == ""
    assert expiry(replace(MAP, title=title, dates=(signed,)), 2021) == length


def test_a_time_before_the_agreement_is_not_its_own() -> None:
    signed = AgreementDate(1, "date", PartialDate.parse("10.02.2003"), None, 1024)
    title = "Соглашение о могилах павших в 1941-1945 гг."
    assert expiry(replace(MAP, title=title, dates=(signed,)), 2020) == ""


def test_the_field_says_it_before_the_title() -> None:
    lasting = replace(MAP, valid_to=PartialDate.parse("31.12.2025"))
    assert expiry(lasting, 2024) == ""
    assert expiry(lasting, 2025) == "31.12.2025"


def test_what_is_prolonged_or_ended_is_not_asked_about() -> None:
    assert expiry(replace(MAP, prolongation=Prolongation.AUTOMATIC), 2022) == ""
    assert expiry(replace(MAP, prolongation=Prolongation.CONSENT), 2022) == "на 2018-2021"
    assert expiry(replace(MAP, status=Status.ENDED), 2022) == ""
