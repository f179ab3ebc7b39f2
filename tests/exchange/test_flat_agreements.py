"""Colleagues' lists of agreements and of partners."""

from datetime import datetime

import pytest

from partners_app.domain.findings import FindingCode
from partners_app.domain.vocabulary import AgreementKind, DateMeaning, PartnerKind, Status
from partners_app.exchange.flat_dates import term_wordings
from partners_app.exchange.grid import CellValue
from tests.exchange.flat_grids import agreement_rows, dates_of, grid_of, read, table, told


def test_days_of_the_calendar_and_years_that_are_numbers() -> None:
    incoming = read(
        grid_of(
            [
                ["Страна", "Город", "Соглашение", "Дата подписания", "Год установления связей"],
                ["Италия", "Милан", "Меморандум", datetime(2011, 6, 16), 1967],
                [
                    "Япония",
                    "Осака",
                    None,
                    "10.08.2002, 27.09.2016\n2018",
                    "1956 г. – установление связей",
                ],
            ]
        )
    )
    assert agreement_rows(incoming) == [
        ("Милан", "Меморандум", ["16.06.2011", "1967"]),
        ("Осака", None, ["10.08.2002", "27.09.2016", "2018", "1956 г. – установление связей"]),
    ]
    milan, osaka = incoming.content.agreements
    assert [date.date.edtf for date in milan.dates] == ["2011-06-16", "1967"]
    assert [date.meaning for date in milan.dates] == [DateMeaning.SIGNED, DateMeaning.TIES]
    assert [date.separator for date in osaka.dates] == ["", ", ", "", ""]
    assert incoming.stated[milan.uuid] == {"title", "dates", "parent"}
    assert incoming.stated[osaka.uuid] == {"dates", "parent"}


def test_a_table_of_agreements_with_all_its_columns() -> None:
    columns: dict[str, list[CellValue | None]] = {
        "Страна": ["Италия", "Китай"],
        "Город": ["Милан", None],
        "Документ": ["О сотрудничестве\nв культуре", "Дорожная карта"],
        "Вид": ["Протокол", "план мероприятий"],
        "Дата подписания": ["июнь 2017 г.", 2018],
        "Срок действия": ["на 2018-2021 гг.", "до 31.12.2025"],
        "Подписант с нашей стороны": ["Полтавченко", None],
        "Подписант с их стороны": ["Сала", None],
        "Статус": ["действует", None],
        "Рег. №": [17, None],
        "Дата регистрации": [datetime(2017, 7, 3), None],
        "Ответственный": ["КВС", None],
        "Место хранения": ["архив", None],
        "Направления сотрудничества": ["культура", None],
    }
    incoming = read(grid_of(table(columns)))
    milan, china = incoming.content.agreements
    assert (milan.title, milan.kind) == ("О сотрудничестве в культуре", AgreementKind.PROTOCOL)
    assert dates_of(milan) == ["июнь 2017 г."]
    assert (milan.valid_from.edtf, milan.valid_to.edtf) == ("2018", "2021")
    assert (milan.our_signatory, milan.their_signatory) == ("Полтавченко", "Сала")
    assert (milan.status, milan.registration_number) == (Status.IN_FORCE, "17")
    assert milan.registration_date.text == "03.07.2017"
    assert (milan.responsible, milan.original_place, milan.areas) == ("КВС", "архив", "культура")
    assert china.kind is AgreementKind.ROAD_MAP
    assert (china.valid_from.text, china.valid_to.edtf) == ("", "2025-12-31")
    assert {"kind", "title", "dates", "valid_to_text"} == incoming.stated[china.uuid]
    whole_country = incoming.content.partners[1]
    assert (whole_country.kind, whole_country.name) == (PartnerKind.COUNTRY, None)
    assert not incoming.findings


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        ("с 01.01.2020 по 31.12.2022", "01.01.2020", "31.12.2022"),
        ("01.01.2020 – 31.12.2021", "01.01.2020", "31.12.2021"),
        ("2020-2022 гг.", "2020 год", "2022 год"),
        ("с 2015 года", "2015 года", ""),
        ("до 2025 г.", "", "2025 г."),
        ("31.12.2025", "", "31.12.2025"),
        ("на 2021 год", "2021 год", "2021 год"),
        ("бессрочно", "", "бессрочно"),
    ],
)
def test_a_term_has_a_beginning_and_an_end(term: str, start: str, end: str) -> None:
    assert term_wordings(term) == (start, end)


def test_a_term_that_nobody_can_read_is_kept_and_told() -> None:
    incoming = read(
        grid_of([["Страна", "Договор", "Срок действия"], ["Италия", "Договор", "5 лет"]])
    )
    assert incoming.content.agreements[0].valid_to.text == "5 лет"
    assert told(incoming, FindingCode.UNREADABLE_DATE)[0].values["place"] == "Лист1!C2"


def test_documents_repeated_beside_their_events_are_taken_once() -> None:
    incoming = read(
        grid_of(
            [
                ["Страна", "Город", "Соглашение", "Дата подписания", "Дата проведения", "Событие"],
                ["Италия", "Милан", "Протокол", 2011, "1 мая", "Визит"],
                ["Италия", "Милан", "протокол", 2011, "2 мая", "Форум"],
                ["Италия", "Милан", "Протокол", 2015, None, None],
            ]
        )
    )
    assert agreement_rows(incoming) == [
        ("Милан", "Протокол", ["2011"]),
        ("Милан", "Протокол", ["2015"]),
    ]
    assert len(incoming.content.events) == 2


def test_a_table_of_partners() -> None:
    columns: dict[str, list[CellValue | None]] = {
        "Страна": ["Индия", "Китай", "Китай"],
        "Город": ["Мумбай", "Сычуань", "Шанхай"],
        "Вид партнёра": ["город", "провинция", None],
        "Прежние названия": ["Бомбей; Бомбай", None, None],
        "Широта": ["18,96", None, 31.2],
        "Долгота": [72.82, None, None],
        "Статус отношений": ["приостановлены", None, None],
    }
    incoming = read(grid_of(table(columns)))
    mumbai, sichuan, shanghai = incoming.content.partners
    assert [name.name for name in mumbai.other_names] == ["Бомбей", "Бомбай"]
    assert (mumbai.latitude, mumbai.longitude) == (18.96, 72.82)
    assert (mumbai.status, sichuan.kind) == (Status.SUSPENDED, PartnerKind.REGION)
    assert incoming.stated[sichuan.uuid] == {"name", "kind"}
    assert shanghai.latitude is None
    assert incoming.stated[shanghai.uuid] == {"name"}
    assert told(incoming, FindingCode.WORD_UNKNOWN)[0].record == shanghai.uuid
    assert len(incoming.content.countries) == 2


def test_what_two_rows_say_of_a_partner_is_put_together() -> None:
    columns: dict[str, list[CellValue | None]] = {
        "Страна": ["Китай", "Китай", "Китай"],
        "Партнёр": ["Сычуань", "провинция Сычуань", "Сычуань"],
        "Вид": [None, "провинция", "город"],
        "Примечание": ["панды", None, None],
    }
    incoming = read(grid_of(table(columns)))
    (partner,) = incoming.content.partners
    assert (partner.name, partner.kind, partner.remark) == ("Сычуань", PartnerKind.REGION, "панды")
    assert incoming.stated[partner.uuid] == {"name", "kind", "remark"}
    finding = told(incoming, FindingCode.VALUES_DIFFER)[0]
    assert (finding.record, finding.field) == (partner.uuid, "kind")
    assert finding.values["place"] == "Лист1!B4"
