"""Records are spread over rows and come back as they were."""

import pytest
from hypothesis import given, settings

from partners_app.domain.changes import Row
from partners_app.domain.content_rows import TABLES, content_changes, content_rows
from partners_app.domain.event_order import cell_of
from partners_app.domain.records import EventLink, RegisterContent
from partners_app.domain.row_records import content_from_rows
from tests.register_contents import contents


def _rows(content: RegisterContent) -> dict[str, dict[int, Row]]:
    found: dict[str, dict[int, Row]] = {}
    for table, row_id, row in content_rows(content):
        found.setdefault(table, {})[row_id] = row
    return found


@given(contents())
@settings(max_examples=60)
def test_rows_give_back_the_records_they_were_made_of(content: RegisterContent) -> None:
    assert content_from_rows(content.title, _rows(content)) == content


@given(contents())
@settings(max_examples=30)
def test_with_a_year_only_its_events_are_read(content: RegisterContent) -> None:
    read = content_from_rows(content.title, _rows(content), year=2020)
    assert read.events == tuple(event for event in content.events if event.report_year == 2020)
    assert read.agreements == content.agreements
    assert read.year == 2020


@given(contents())
@settings(max_examples=20)
def test_a_content_is_written_by_inserts_of_known_tables(content: RegisterContent) -> None:
    changes = content_changes(content)
    assert all(change.before is None for change in changes)
    assert {change.table for change in changes} <= set(TABLES)


def test_a_link_to_nothing_is_a_bug() -> None:
    with pytest.raises(ValueError, match="partner or a country"):
        cell_of(EventLink(1, "", None, None, 1024))
