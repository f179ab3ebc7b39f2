"""A partner with three acts before a pane, and how a clerk types into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    Country,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import (
    AgreementKind,
    DateMeaning,
    PartnerKind,
)
from partners_app.services import agreements
from partners_app.services.register import Register
from partners_app.texts.language import load_language
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_pane import AgreementPane
from partners_app.ui.widgets.form_fields import ChoiceField

TURKU, KOTKA = 1, 2
TIES, PROTOCOL, PLAN = 1, 2, 3
TITLE = "Протокол о сотрудничестве между Санкт-Петербургом и городом Турку"


def _date(number: int, text: str, meaning: DateMeaning | None) -> AgreementDate:
    return AgreementDate(number, f"d{number}", PartialDate.parse(text), meaning, number * 1000)


CONTENT = RegisterContent(
    "Сотрудничество Санкт-Петербурга с городами-партнёрами",
    (Region(1, "r1", "Европа", "ЕВРОПА", 1000),),
    (Country(1, "c1", 1, "Финляндия", 1000),),
    (
        Partner(TURKU, "p1", 1, PartnerKind.CITY, "г. Турку", 1000),
        Partner(KOTKA, "p2", 1, PartnerKind.CITY, "г. Котка", 2000),
    ),
    (
        Agreement(
            TIES,
            "a1",
            TURKU,
            AgreementKind.TIES,
            None,
            1000,
            (_date(1, "1953 г.", DateMeaning.TIES),),
        ),
        Agreement(
            PROTOCOL,
            "a2",
            TURKU,
            AgreementKind.PROTOCOL,
            TITLE,
            2000,
            (
                _date(2, "10.08.2002", DateMeaning.SIGNED),
                _date(3, "27.09.2016", DateMeaning.RENEWED),
            ),
            our_signatory="Администрация Санкт-Петербурга",
            their_signatory="Мэрия города Турку",
        ),
        Agreement(PLAN, "a3", TURKU, None, "План мероприятий на 2018-2021 гг.", 3000),
    ),
)


@dataclass
class Desk:
    """A pane before a real register, and short ways to ask what the register holds."""

    pane: AgreementPane
    open_register: OpenRegister

    def agreement(self, agreement_id: int) -> Agreement:
        found = agreements.of_partner(self.open_register.register, TURKU)
        return next(each for each in found if each.id == agreement_id)

    def order(self) -> list[int]:
        return [each.id for each in agreements.of_partner(self.open_register.register, TURKU)]

    def steps(self) -> int:
        return len(self.open_register.register.history())

    def choose(self, agreement_id: int) -> None:
        row = self.pane.model.row_of(agreement_id)
        assert row is not None
        self.pane.list.select_row(row)


@pytest.fixture
def russian() -> None:
    """Give the form the labels that clerks see, which are longer than the English ones."""
    load_language("ru")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    register = Register.create(tmp_path / "r.partners", author="Тест", content=CONTENT)
    open_register = OpenRegister(register, 2020)
    pane = AgreementPane()
    qtbot.addWidget(pane)
    pane.set_register(open_register)
    pane.show_partner(TURKU)
    pane.resize(1200, 500)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield Desk(pane, open_register)
    pane.set_register(None)
    open_register.close()


def type_over(field: QWidget, text: str) -> None:
    """Replace what stands in a field, as with the keyboard, and stay in it."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    type_on(field, text)


def type_on(field: QWidget, text: str) -> None:
    """Type where the cursor is; `keyClicks` aborts at Cyrillic letters."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(field, event)


def choose_item(field: ChoiceField, member: object) -> None:
    """Choose from a list as a click on its item does."""
    index = field.findData(None if member is None else str(member))
    assert index >= 0
    field.setCurrentIndex(index)
    field.activated.emit(index)
