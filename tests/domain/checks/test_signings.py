"""An event tells of a signing: the document must be among the agreements."""

import pytest

from partners_app.domain.checks.signings import unrecorded
from partners_app.domain.findings import FindingCode
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement, AgreementDate
from partners_app.domain.vocabulary import AgreementKind

DAYS = PartialDate.parse("9-10 февраля", year=2020)
SIGNED = "По итогам встречи подписано обновленное Соглашение между городами."


def agreement(date: str, title: str = "Соглашение о сотрудничестве") -> Agreement:
    dates = (AgreementDate(1, "date", PartialDate.parse(date), None, 1024),)
    return Agreement(1, "act", 1, AgreementKind.AGREEMENT, title, 1024, dates)


def codes(text: str, *agreements: Agreement, date: PartialDate = DAYS) -> list[FindingCode]:
    return [slip.code for slip in unrecorded(text, date, agreements)]


def test_a_signing_that_no_agreement_dates_from_is_found() -> None:
    assert codes(SIGNED, agreement("1958 г.")) == [FindingCode.SIGNING_UNRECORDED]
    (slip,) = unrecorded(SIGNED, DAYS, [])
    assert slip.found == "подписано обновленное Соглашение"


@pytest.mark.parametrize("date", ["10.02.2020", "февраль 2020 г.", "2020"])
def test_an_agreement_of_that_time_settles_it(date: str) -> None:
    assert codes(SIGNED, agreement("1958 г."), agreement(date)) == []


def test_a_signing_in_the_course_of_the_year_needs_an_agreement_of_that_year() -> None:
    text = "подписаны: План мероприятий «Дорожная карта» на 2020-2025 гг.; Меморандум."
    year = PartialDate.parse("В 2020 г.", year=2020)
    assert codes(text, agreement("2011 г."), date=year) == [FindingCode.SIGNING_UNRECORDED]
    assert codes(text, agreement("03.06.2020"), date=year) == []


@pytest.mark.parametrize(
    "text",
    [
        "Подписание Меморандума о сотрудничестве между университетами.",
        "Торжественное подписание дорожной карты на 2021-2023 гг.",
        "Прошло подписание Протокола о намерениях.",
        "Состоялось подписание Протокола.",
        "Обсуждение вопросов туризма и подписание Соглашения.",
        "Заключено Соглашение о сотрудничестве между Комитетом и мэрией.",
        "Стороны заключили договор о дружбе.",
        "Планируется подписание плана. Подписан Протокол.",
        "Соглашение о сотрудничестве между Комитетом и мэрией было подписано.",
        "встреча, на которой Меморандум подписан обеими сторонами",
        "Договор между вузами заключён в Смольном.",
    ],
)
def test_a_signing_is_told_in_many_ways(text: str) -> None:
    assert codes(text, agreement("1958 г.")) == [FindingCode.SIGNING_UNRECORDED]


@pytest.mark.parametrize(
    "text",
    [
        "Планируется подписание Соглашения.",
        "Подписание Соглашения намечено на май.",
        "Документы направлены на подписание Соглашения.",
        "Не подписано соглашение.",
        "Соглашение будет подписано осенью.",
        "Протокол не подписан.",
        "реализация Соглашения: оно было подписано в 2018 году",
        "Соглашение о дружбе заключено 3 мая 1998 г.",
        "Стороны подписали книгу почётных гостей и договорились о встрече.",
        "обсуждение перспектив подписания Меморандума о сотрудничестве",
        "совещание по вопросу подписания двустороннего соглашения",
        "Достигнута договоренность о подписании «дорожной карты» на 2020-2023 гг.",
        "подписан билет на концерт",
        "визит в соответствии с Соглашением о сотрудничестве",
    ],
)
def test_what_is_only_planned_is_no_signing(text: str) -> None:
    assert codes(text, agreement("1958 г.")) == []


def test_a_road_map_that_is_spoken_of_must_be_there() -> None:
    text = "работа по плану «дорожная карта» развития сотрудничества на 2018-2022 гг."
    known = agreement("2018 г.", "План мероприятий «Дорожная карта» на 2018 – 2022 гг.")
    assert codes(text, agreement("2018 г.")) == [FindingCode.DOCUMENT_UNRECORDED]
    assert codes(text, known) == []


def test_an_event_whose_date_nobody_can_read_may_be_of_any_day() -> None:
    assert codes(SIGNED, agreement("1958 г."), date=PartialDate("когда-то")) == []
