"""The one line that says what becomes of a record, whichever of its fields change."""

from dataclasses import replace
from pathlib import Path

import pytest

from partners_app.domain.changes import Value
from partners_app.domain.import_lines import entry_lines
from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome, PlanEntry
from partners_app.domain.incoming import Incoming, Layout
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement, AgreementDate, Event, RegisterContent

_EVENT = Event(-1, "e", 2020, PartialDate.parse("9 мая", year=2020), "салют")
_SIGNED = AgreementDate(-1, "d", PartialDate.parse("10.08.2002"), None, 1024, "")
_AGREEMENT = Agreement(-1, "a", -1, None, "Соглашение", 1024, dates=(_SIGNED,))
_INCOMING = Incoming(
    Path("Свод.xlsx"),
    Layout.FLAT,
    RegisterContent("", agreements=(_AGREEMENT,), events=(_EVENT,)),
)


def line_of(entry: PlanEntry, incoming: Incoming = _INCOMING) -> tuple[str, str]:
    plan = ImportPlan(incoming.path, incoming.layout, (entry,))
    found = entry_lines(incoming, plan)[entry.key]
    return found.before, found.after


def test_a_changed_text_is_shown_behind_the_date_that_stays() -> None:
    entry = PlanEntry("e", Outcome.CHANGED, "event", "e", "…", fields={"text": ("солют", "салют")})
    assert line_of(entry) == ("9 мая – солют", "9 мая – салют")


def test_a_changed_kind_leaves_the_line_as_it_is() -> None:
    entry = PlanEntry("e", Outcome.CHANGED, "event", "e", "…", fields={"kind": ("visit", "other")})
    assert line_of(entry) == ("9 мая – салют", "9 мая – салют")


@pytest.mark.parametrize("doubt", [Doubt.LOOKS_LIKE, Doubt.PARENT_UNDECIDED, Doubt.DELETED_SINCE])
def test_what_would_be_new_was_nothing_before(doubt: Doubt) -> None:
    new = PlanEntry("e", Outcome.NEW, "event", "e", "…", fields={"text": (None, "салют")})
    assert line_of(new) == ("", "9 мая – салют")
    assert line_of(replace(new, outcome=Outcome.DOUBTFUL, doubt=doubt))[0] == ""


def test_what_was_emptied_is_shown_as_it_was_and_without_it() -> None:
    incoming = replace(_INCOMING, content=RegisterContent("", events=(replace(_EVENT, text=""),)))
    entry = PlanEntry(
        "e/emptied",
        Outcome.DOUBTFUL,
        "event",
        "e",
        "…",
        fields={"text": ("салют", "")},
        doubt=Doubt.EMPTIED,
    )
    assert line_of(entry, incoming) == ("9 мая – салют", "9 мая")


def test_what_the_file_does_not_hold_is_shown_as_it_was() -> None:
    fields: dict[str, tuple[Value, Value]] = {
        "report_year": (2020, None),
        "date_text": ("1 мая", None),
        "text": ("парад", None),
    }
    entry = PlanEntry("x", Outcome.DELETED, "event", "x", "…", fields=fields)
    assert line_of(entry) == ("1 мая – парад", "")


def test_an_agreement_is_its_title_and_its_dates() -> None:
    entry = PlanEntry(
        "a", Outcome.CHANGED, "agreement", "a", "…", fields={"dates": ("2002", "10.08.2002")}
    )
    assert line_of(entry) == ("Соглашение · 2002", "Соглашение · 10.08.2002")


def test_a_refused_row_is_shown_as_it_stands() -> None:
    entry = PlanEntry("refused/0", Outcome.REFUSED, "", "", "31…", source="31 февраля | встреча")
    assert line_of(entry) == ("", "31 февраля | встреча")
