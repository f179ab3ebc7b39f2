"""Which date belongs to which document, and where that cannot be told."""

import pytest

from partners_app.domain.findings import FindingCode
from partners_app.domain.vocabulary import DateMeaning
from tests.exchange.official.readings import codes, documents, read


def _cell(basis: str | None, dates: str | None) -> tuple[str | None, ...]:
    return ("Великобритания", "г. Манчестер", basis, dates, None)


TIES = "1956 г. – установление связей"


@pytest.mark.parametrize(
    ("basis", "dates", "wanted"),
    [
        ("Соглашение", "16.06.2011", [("Соглашение", ["16.06.2011"])]),
        (
            "Соглашение о дружбе\nСоглашение между городами",
            f"{TIES}\n20.09.1962\n08.06.1993",
            [
                (None, [TIES]),
                ("Соглашение о дружбе", ["20.09.1962"]),
                ("Соглашение между городами", ["08.06.1993"]),
            ],
        ),
        (
            "Протокол о сотрудничестве",
            f"{TIES}\n10.08.2002, 27.09.2016",
            [(None, [TIES]), ("Протокол о сотрудничестве", ["10.08.2002", "27.09.2016"])],
        ),
        ("Декларация", "27.05.1993\n29.12.2016", [("Декларация", ["27.05.1993", "29.12.2016"])]),
        ("Соглашение (2018 год).", TIES, [(None, [TIES]), ("Соглашение (2018 год).", [])]),
        ("Установление связей", "1967", [("Установление связей", ["1967"])]),
        ("Установление связей", TIES, [("Установление связей", [TIES])]),
        (None, TIES, [(None, [TIES])]),
        ("Соглашение", None, [("Соглашение", [])]),
        (None, None, []),
        # A title that was broken over two lines begins its second one small.
        (
            "Соглашение о сотрудничестве\nмежду городами",
            "13.10.1995",
            [("Соглашение о сотрудничестве между городами", ["13.10.1995"])],
        ),
    ],
)
def test_titles_and_dates_of_one_cell_are_paired(
    basis: str | None, dates: str | None, wanted: list[tuple[str | None, list[str]]]
) -> None:
    incoming = read([_cell(basis, dates)])
    assert documents(incoming) == wanted
    assert codes(incoming) == []


def test_ties_are_told_by_their_date() -> None:
    (act,) = read([_cell(None, TIES)]).content.agreements
    assert act.dates[0].meaning is DateMeaning.TIES


def test_where_the_numbers_differ_the_pairs_are_doubtful() -> None:
    incoming = read([_cell("Соглашение о дружбе\nПротокол о культуре\nДоговор", "1962\n1993")])
    assert [title for title, _ in documents(incoming)] == [
        "Соглашение о дружбе",
        "Протокол о культуре",
        "Договор",
    ]
    assert sum(len(dates) for _, dates in documents(incoming)) == 2
    assert codes(incoming) == [FindingCode.DATES_UNTOLD]


def test_documents_in_rows_of_their_own_keep_their_dates() -> None:
    rows = [
        ("Италия", "г. Милан", None, "1961 г. – установление связей", "28 апреля – письмо."),
        (None, None, "Решение городского совета", "02.10.1967", "14 сентября – ВКС."),
        (None, None, "Соглашение о сотрудничестве", "06.12.2008", None),
    ]
    incoming = read(rows, merged=["A2:A4", "B2:B4"])
    assert documents(incoming) == [
        (None, ["1961 г. – установление связей"]),
        ("Решение городского совета", ["02.10.1967"]),
        ("Соглашение о сотрудничестве", ["06.12.2008"]),
    ]


def test_a_date_that_nobody_can_read_is_kept_and_told() -> None:
    incoming = read([_cell("Соглашение", "31.02.2011")])
    assert documents(incoming) == [("Соглашение", ["31.02.2011"])]
    (finding,) = incoming.findings
    assert finding.code is FindingCode.UNREADABLE_DATE
    assert finding.values["row"] == "2"
