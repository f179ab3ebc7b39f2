"""The register of 2020, retyped by a colleague as flat tables: nothing of it is lost."""

import json
from typing import Any

import pytest

from partners_app.paths import database_files
from tests.exchange.flat_grids import Values, agreement_rows, event_rows, grid_of, read


@pytest.fixture(scope="module")
def partners() -> list[tuple[str, str, Any]]:
    """Return band, country and entry of each partner of the sample."""
    table = json.loads((database_files() / "seed" / "register-2020.json").read_text("utf-8"))
    return [
        (region["name"], country["name"], partner)
        for region in table["regions"]
        for country in region["countries"]
        for partner in country["partners"]
    ]


def place_of(country: str, city: str | None) -> str:
    return country if city is None else f"{country} · {city}"


def words(text: str) -> list[str]:
    return text.split()


def test_one_event_a_row(partners: list[tuple[str, str, Any]]) -> None:
    rows: list[Values] = [["Регион мира", "Страна", "Город", "Дата", "Мероприятие"]]
    rows += [
        [band, country, partner["city"], event["date_text"], event["text"]]
        for band, country, partner in partners
        for event in partner["events"]
    ]
    incoming = read(grid_of(rows), year=2020)
    assert not incoming.refused
    assert not incoming.findings
    assert len(incoming.content.countries) == 30
    expected = [
        (place_of(country, partner["city"]), event["date_text"], event["text"])
        for _, country, partner in partners
        for event in partner["events"]
    ]
    assert len(expected) == 130
    assert sorted(event_rows(incoming)) == sorted(expected)
    assert all(event.date.readable for event in incoming.content.events)


def test_one_partner_a_row_with_its_events_in_one_cell(
    partners: list[tuple[str, str, Any]],
) -> None:
    rows: list[Values] = [["Страна", "Город", "Основные мероприятия в 2020 году"]]
    for _, country, partner in partners:
        lines = [f"{event['date_text']} – {event['text']}" for event in partner["events"]]
        rows.append([country, partner["city"], "\n".join(lines) or None])
    incoming = read(grid_of(rows), year=None)
    assert not incoming.refused
    assert len(incoming.content.events) == 130
    assert all(event.date.readable for event in incoming.content.events)
    assert all(event.report_year == 2020 for event in incoming.content.events)
    read_words = [words(event.text) for event in incoming.content.events]
    written = [words(event["text"]) for _, _, partner in partners for event in partner["events"]]
    assert sorted(read_words) == sorted(written)


def test_one_agreement_a_row(partners: list[tuple[str, str, Any]]) -> None:
    rows: list[Values] = [["Страна", "Партнёр", "Основание", "Дата документа"]]
    expected = []
    for _, country, partner in partners:
        for agreement in partner["agreements"]:
            dates = "\n".join(agreement["dates"])
            rows.append([country, partner["city"], agreement["basis"], dates or None])
            expected.append((partner["city"] or "", agreement["basis"]))
    incoming = read(grid_of(rows))
    assert not incoming.refused
    assert not incoming.findings
    found = agreement_rows(incoming)
    assert sorted((city, words(title or "")) for city, title, _ in found) == sorted(
        (city, words(title or "")) for city, title in expected
    )
    assert sum(len(dates) for _, _, dates in found) == 62
