"""What differs between two reports, as a clerk would tell it."""

from collections import Counter
from dataclasses import replace

from partners_app.domain.report import (
    LeftOut,
    ReportBand,
    ReportBlock,
    ReportCountry,
    ReportDocument,
    ReportEvent,
    YearlyReport,
    build_report,
)
from partners_app.domain.report_comparison import (
    Difference,
    Fate,
    Part,
    Place,
    compare_reports,
)
from partners_app.services import sample

VISIT = ReportEvent("visit", "20-22 февраля – визит делегации Санкт-Петербурга в Вену")
TALKS = ReportEvent("talks", "3 марта – переговоры с мэром о сотрудничестве музеев")
TREATY = ReportDocument("treaty", "Соглашение о сотрудничестве", "10.08.2002\n27.09.2016")
GRAZ = ReportBlock("graz", "г. Грац", (TREATY,), (VISIT, TALKS))
LINZ = ReportBlock("linz", "г. Линц")


def report(*blocks: ReportBlock, country: str = "Австрия", year: int = 2020) -> YearlyReport:
    band = ReportBand("europe", "ЕВРОПА", (ReportCountry("austria", country, blocks),))
    return YearlyReport(year, ("ОТЧЁТ", "ГОРОДА"), (), (band,), LeftOut())


def told(old: YearlyReport, new: YearlyReport) -> list[tuple[Part, Fate, str, str]]:
    found = compare_reports(old, new).differences
    return [(item.part, item.fate, item.before, item.after) for item in found]


def test_a_report_does_not_differ_from_itself() -> None:
    whole = build_report(sample.content(), 2020)
    assert compare_reports(whole, whole).differences == ()


def test_added_removed_and_changed_in_the_order_of_the_report() -> None:
    corrected = replace(VISIT, text="20-22 февраля – визит делегации города в Вену")
    concert = ReportEvent("concert", "5 мая – концерт")
    vienna = ReportBlock("vienna", "г. Вена", (), (ReportEvent("ball", "1 января – бал"),))
    new = report(replace(GRAZ, documents=(), events=(corrected, concert)), vienna)
    assert told(report(GRAZ, LINZ), new) == [
        (Part.DOCUMENT, Fate.REMOVED, "Соглашение о сотрудничестве · 10.08.2002, 27.09.2016", ""),
        (Part.EVENT, Fate.CHANGED, VISIT.text, corrected.text),
        (Part.EVENT, Fate.REMOVED, TALKS.text, ""),
        (Part.PARTNER, Fate.REMOVED, "г. Линц", ""),
        (Part.EVENT, Fate.ADDED, "", concert.text),
        (Part.PARTNER, Fate.ADDED, "", "г. Вена"),
        (Part.EVENT, Fate.ADDED, "", "1 января – бал"),
    ]


def test_the_date_of_a_document_and_a_name_are_changes() -> None:
    new = report(
        replace(GRAZ, name="Грац", documents=(replace(TREATY, dates="10.08.2002"),)),
        country="Республика Австрия",
    )
    assert told(report(GRAZ), new) == [
        (Part.COUNTRY, Fate.CHANGED, "Австрия", "Республика Австрия"),
        (Part.PARTNER, Fate.CHANGED, "г. Грац", "Грац"),
        (
            *(Part.DOCUMENT, Fate.CHANGED),
            "Соглашение о сотрудничестве · 10.08.2002, 27.09.2016",
            "Соглашение о сотрудничестве · 10.08.2002",
        ),
    ]


def test_an_event_under_another_partner_is_moved_and_not_lost() -> None:
    old = report(GRAZ, LINZ)
    new = report(replace(GRAZ, events=(VISIT,)), replace(LINZ, events=(TALKS,)))
    (moved,) = compare_reports(old, new).differences
    assert moved == Difference(
        *(Part.EVENT, Fate.CHANGED, "talks", Place("ЕВРОПА", "Австрия", "г. Линц")),
        *(TALKS.text, TALKS.text, Place("ЕВРОПА", "Австрия", "г. Грац")),
    )


def test_events_of_the_whole_country_are_no_partner() -> None:
    whole = ReportBlock(None, "", (), (VISIT,))
    assert told(report(GRAZ), report(whole, replace(GRAZ, events=(TALKS,)))) == [
        (Part.EVENT, Fate.CHANGED, VISIT.text, VISIT.text)
    ]
    assert told(report(), report(whole)) == [(Part.EVENT, Fate.ADDED, "", VISIT.text)]


def test_records_with_other_ids_are_known_by_their_names_and_words() -> None:
    graz = ReportBlock(
        *("other-graz", "Грац", (replace(TREATY, uuid="other-treaty"),)),
        (
            replace(TALKS, uuid="other-talks"),
            ReportEvent("other-visit", "20-22 февраля – визит делегации Санкт-Петербурга, Вена"),
        ),
    )
    nameless = ReportBlock("a", "", (), ())
    new = report(graz, replace(nameless, partner_uuid="b"))
    found = compare_reports(report(GRAZ, nameless), new)
    assert found.counts == Counter({(Part.PARTNER, Fate.CHANGED): 1, (Part.EVENT, Fate.CHANGED): 1})


def test_of_two_years_the_partners_stay_and_the_events_go() -> None:
    old, new = report(GRAZ, LINZ), report(replace(GRAZ, events=()), LINZ, year=2021)
    assert compare_reports(old, new).counts == Counter({(Part.EVENT, Fate.REMOVED): 2})


def test_another_title_is_told_first() -> None:
    new = replace(report(GRAZ), title_lines=("СПРАВКА",))
    assert told(report(GRAZ), new)[0] == (Part.TITLE, Fate.CHANGED, "ОТЧЁТ ГОРОДА", "СПРАВКА")
