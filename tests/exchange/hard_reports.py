"""Reports that are hard to lay out, one for each way in which they are."""

from collections.abc import Callable
from dataclasses import replace

from partners_app.domain.report import (
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportDocument,
    ReportEvent,
    YearlyReport,
)
from tests.exchange.report_files import block, report_of

SENTENCE = "встреча руководства Комитета с делегацией города по вопросам сотрудничества; "


def _usual(report: YearlyReport) -> YearlyReport:
    return replace(
        report,
        title_lines=("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА", "С ГОРОДАМИ – ПАРТНЕРАМИ"),
        headers=(
            "Страна",
            "Город",
            "Основание для сотрудничества",
            "Год установления связей/ подписания документа",
            "Основные мероприятия в 2020 году",
        ),
    )


def _numbered(count: int, text: str) -> list[str]:
    return [f"{1 + number % 28} мая – {text}№ {number}" for number in range(count)]


def event_longer_than_a_page() -> YearlyReport:
    long = "20-22 февраля – " + "".join(f"{SENTENCE}пункт {number}; " for number in range(160))
    return report_of(
        block("19 февраля – приём", long, "23 февраля – приём", acts=(("Соглашение", "2002"),))
    )


def three_hundred_events() -> YearlyReport:
    return report_of(block(*_numbered(300, SENTENCE), acts=(("Соглашение", "2002"),)))


def twelve_documents_and_no_event() -> YearlyReport:
    acts = tuple(
        (f"Соглашение № {number} о: {SENTENCE}", f"{2000 + number}") for number in range(12)
    )
    return report_of(block(acts=acts))


def one_partner_with_one_event() -> YearlyReport:
    return report_of(block("3 мая – визит", acts=(("Протокол", "02.07.2001"),)))


def names_of_two_hundred_characters() -> YearlyReport:
    name = ("Очень длинное название города и страны, " * 6)[:200]
    word = "Ж" * 200
    first = block(*_numbered(3, SENTENCE), name=name, acts=((name, name), (word, word)))
    second = replace(block("приём", name=word), partner_uuid="other")
    report = report_of(first, second, country=name, heading=name.upper())
    countries = (*report.countries, ReportCountry("c-2", word, (block("приём", name=word),)))
    return replace(report, bands=(replace(report.bands[0], countries=countries),))


def no_events_at_all() -> YearlyReport:
    blocks = [
        replace(
            block(acts=(("Соглашение о сотрудничестве", "16.06.2011"),) * (1 + number % 3)),
            partner_uuid=f"p-{number}",
            name=f"г. Город {number}",
        )
        for number in range(40)
    ]
    return report_of(*blocks)


def forty_bands() -> YearlyReport:
    bands = tuple(
        ReportBand(
            f"band-{number}",
            f"РАЗДЕЛ {number}",
            (ReportCountry(f"c-{number}", f"Страна {number}", (block("3 мая – приём"),)),),
        )
        for number in range(40)
    )
    return replace(report_of(), bands=bands)


def whole_country_events() -> YearlyReport:
    events = tuple(ReportEvent(f"w-{number}", f"{number} мая – форум") for number in range(1, 4))
    documents = (ReportDocument("a-1", "Соглашение", "2002"), ReportDocument("a-2", "", "1956 г."))
    partner = ReportBlock("p", "г. Грац", documents, (ReportEvent("e", "9 мая – концерт"),))
    return report_of(ReportBlock(None, "", (), events), partner)


def texts_that_look_like_something_else() -> YearlyReport:
    texts = (
        "=1+1",
        "+7 812 – звонок",
        "@СУММ(A1)",
        "#Н/Д",
        "<script>alert('да')</script> & «кавычки»",
        "</style> _x0041_",
        "первая строка\nвторая\tс отступом",
        "  пробелы  внутри  ",
    )
    return report_of(block(*texts, name="<b>Грац</b>", acts=(("=2+2", "-5"),)))


HARD: tuple[Callable[[], YearlyReport], ...] = (
    event_longer_than_a_page,
    three_hundred_events,
    twelve_documents_and_no_event,
    one_partner_with_one_event,
    names_of_two_hundred_characters,
    no_events_at_all,
    forty_bands,
    whole_country_events,
    texts_that_look_like_something_else,
)


def hard_reports() -> dict[str, YearlyReport]:
    """Return the reports by the names of what makes them hard."""
    return {make.__name__: _usual(make()) for make in HARD}
