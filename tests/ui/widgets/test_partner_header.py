"""The header names what is looked at, how it stands, and the year of the report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import Status
from partners_app.services import agreements, catalogue, events
from partners_app.services.catalogue import Scope
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.painting import Tone
from partners_app.ui.widgets.partner_header import FIRST_YEAR, PartnerHeader
from tests.ui.sample_registers import id_named, open_sample, scope_named


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[OpenRegister]:
    theme.apply(qapp, "light", 10)
    register = open_sample(tmp_path)
    yield register
    register.close()


@pytest.fixture
def header(opened: OpenRegister, qtbot: QtBot) -> PartnerHeader:
    shown = PartnerHeader()
    qtbot.addWidget(shown)
    shown.set_register(opened)
    shown.resize(theme.length(260), theme.length(15))
    shown.show()
    return shown


def _year(header: PartnerHeader) -> QComboBox:
    box = header.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    return box


def _button(header: PartnerHeader, name: str) -> QToolButton:
    return next(b for b in header.findChildren(QToolButton) if b.accessibleName() == name)


def test_a_partner_stands_with_its_country_state_and_first_year(
    header: PartnerHeader, opened: OpenRegister
) -> None:
    header.show_scope(scope_named(opened, "г. Турку"))
    text = header.text()
    assert text.title() == "г. Турку"
    assert text.breadcrumb().startswith("Европа  ›  Финляндия  ›  ")
    state, ties = text.chips()
    assert (state.text, state.tone, state.icon) == (word(Status.IN_FORCE), Tone.OK, "circle-check")
    assert "1953" in ties.text
    assert text.accessibleName() == "г. Турку"
    assert "Финляндия" in text.accessibleDescription()


def test_a_partner_without_any_date_claims_no_year(
    header: PartnerHeader, opened: OpenRegister
) -> None:
    partner = id_named(opened, "г. Котка")
    for agreement in opened.ask(agreements.of_partner, partner):
        opened.do(agreements.delete, agreement.id)
    header.show_scope(scope_named(opened, "г. Котка"))
    assert len(header.text().chips()) == 1


@pytest.mark.parametrize("status", list(Status))
def test_every_state_has_its_own_word_and_picture(
    header: PartnerHeader, opened: OpenRegister, status: Status
) -> None:
    header.show_scope(scope_named(opened, "г. Турку"))
    opened.do(catalogue.set_partner_field, id_named(opened, "г. Турку"), "status", status)
    chip = header.text().chips()[0]
    assert chip.text == word(status)
    assert chip.icon


def test_countries_bands_and_everything_have_titles(
    header: PartnerHeader, opened: OpenRegister
) -> None:
    titles = []
    for scope in (scope_named(opened, "Финляндия"), scope_named(opened, "Европа"), Scope()):
        header.show_scope(scope)
        titles.append((header.text().title(), header.text().chips()))
    assert titles == [("Финляндия", ()), ("Европа", ()), ("All partners", ())]


def test_a_new_name_is_shown_and_a_deleted_partner_is_not_an_error(
    header: PartnerHeader, opened: OpenRegister
) -> None:
    turku = id_named(opened, "г. Турку")
    header.show_scope(scope_named(opened, "г. Турку"))
    opened.do(catalogue.rename, "partner", turku, "г. Або")
    assert header.text().title() == "г. Або"
    opened.do(catalogue.delete, "partner", turku)
    assert header.text().title() == ""
    opened.undo()
    assert header.text().title() == "г. Або"


def test_the_year_goes_back_forth_and_by_the_list(
    header: PartnerHeader, opened: OpenRegister, qtbot: QtBot
) -> None:
    assert _year(header).currentText() == "2020"
    with qtbot.waitSignal(header.year_requested, timeout=1000):
        _button(header, "Year after").click()
    assert opened.year == 2021
    assert _year(header).currentText() == "2021"
    _button(header, "Year before").click()
    _button(header, "Year before").click()
    assert (opened.year, _year(header).currentText()) == (2019, "2019")
    box = _year(header)
    box.setCurrentIndex(box.findData(2020))
    box.activated.emit(box.currentIndex())
    assert opened.year == 2020


def test_the_list_reaches_from_the_first_year_with_events_to_the_next_one(
    header: PartnerHeader, opened: OpenRegister
) -> None:
    opened.do(events.add, scope_named(opened, "г. Турку"), 2015, text="визит")
    years = [int(_year(header).itemText(row)) for row in range(_year(header).count())]
    assert years == list(range(years[0], 2014, -1))
    assert years[0] > 2020


def test_the_year_ends_where_years_end(header: PartnerHeader, opened: OpenRegister) -> None:
    opened.set_year(FIRST_YEAR)
    assert not _button(header, "Year before").isEnabled()
    assert _button(header, "Year after").isEnabled()


def test_without_a_register_nothing_is_claimed(header: PartnerHeader) -> None:
    header.set_register(None)
    assert header.text().title() == ""
    assert not _year(header).isEnabled()
    _button(header, "Year after").click()


@pytest.mark.parametrize("size", [10, 15])
def test_nothing_is_cut_when_the_window_is_narrow(
    qapp: QApplication, header: PartnerHeader, opened: OpenRegister, size: float
) -> None:
    theme.apply(qapp, "light", size)
    header.show_scope(scope_named(opened, "Муниципальный район Сюхуэй, г. Шанхай"))
    header.resize(header.minimumSizeHint().width(), theme.length(60))
    qapp.processEvents()
    text = header.text()
    assert text.heightForWidth(text.width()) <= text.height()
    for part in (*header.findChildren(QLabel), *header.findChildren(QToolButton), _year(header)):
        assert part.width() >= part.sizeHint().width(), part
