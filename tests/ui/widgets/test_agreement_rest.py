"""The form's further fields: prolongation, registration, links to other papers, the scan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import FileMissing
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import AgreementLinkKind, Prolongation
from partners_app.services import agreements
from partners_app.ui import theme
from partners_app.ui.item_models.agreements import Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_pane import AgreementPane
from partners_app.ui.widgets.painting import PillSpec, Tone, flow_pills, pill_size
from tests.ui.clerk import type_text
from tests.ui.sample_registers import id_named, open_sample


class Desk:
    """The pane on Turku's papers."""

    def __init__(self, opened: OpenRegister, name: str = "г. Турку") -> None:
        self.opened = opened
        self.partner = id_named(opened, name)
        self.pane = AgreementPane()
        self.pane.set_register(opened)
        self.pane.show_partner(self.partner)
        self.pane.resize(1300, 900)
        self.pane.show()

    def papers(self) -> tuple[Agreement, ...]:
        return self.opened.ask(agreements.of_partner, self.partner)

    def steps(self) -> int:
        return len(self.opened.register.history())


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRegister]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    made = open_sample(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, opened: OpenRegister) -> Iterator[Desk]:
    made = Desk(opened)
    qtbot.addWidget(made.pane)
    with qtbot.waitActive(made.pane):
        made.pane.activateWindow()
    yield made
    made.pane.set_register(None)


def test_years_and_notice_are_asked_for_where_the_rule_needs_them(desk: Desk) -> None:
    form = desk.pane.form
    assert form.years.isHidden() and form.notice.isHidden()
    form.prolongation.chosen.emit(Prolongation.AUTOMATIC)
    assert not form.years.isHidden() and not form.notice.isHidden()
    form.years.setFocus()
    type_text("x5")
    form.notice.setFocus()
    type_text("6")
    assert desk.pane.commit()
    paper = desk.papers()[0]
    assert (paper.prolongation_years, paper.notice_months) == (5, 6)
    form.prolongation.chosen.emit(Prolongation.CONSENT)
    assert not form.years.isHidden(), "what is written down stays in sight"
    form.years.setText("")
    assert desk.pane.commit()
    assert desk.papers()[0].prolongation_years is None
    assert form.years.isHidden() and not form.notice.isHidden()


def test_registration_and_areas_are_written_when_left(desk: Desk) -> None:
    form = desk.pane.form
    form.number.setFocus()
    type_text("№ 12-345")
    form.registered.field.setFocus()
    type_text("март 2019")
    form.areas.setFocus()
    type_text("культура")
    assert desk.pane.commit()
    paper = desk.papers()[0]
    assert (paper.registration_number, paper.areas) == ("№ 12-345", "культура")
    assert paper.registration_date.edtf == "2019-03"


def test_a_paper_is_linked_from_the_menu_and_the_link_deleted(desk: Desk) -> None:
    first, second = (paper.id for paper in desk.papers()[:2])
    desk.pane.show_agreement(second)
    links = desk.pane.form.links
    assert links.texts() == []
    parts = [action.menu() for action in links.menu().actions()]
    assert len(parts) == len(AgreementLinkKind)
    replaces = parts[0]
    assert isinstance(replaces, QMenu)
    before = desk.steps()
    replaces.actions()[0].trigger()
    assert desk.steps() == before + 1
    assert [(each.other_id, each.kind) for each in desk.papers()[1].links] == [
        (first, AgreementLinkKind.REPLACES)
    ]
    (text,) = links.texts()
    assert text.startswith("replaces: «")
    links.stops()[0].click()  # type: ignore[attr-defined]
    assert desk.papers()[1].links == ()
    desk.opened.undo()
    assert len(links.texts()) == 1


def test_ux_20_responsible_completes_from_agreements_and_events(desk: Desk) -> None:
    desk.opened.do(agreements.set_field, desk.papers()[1].id, "responsible", "Комитет по культуре")
    desk.pane.show_agreement(desk.papers()[1].id)
    completer = desk.pane.form.responsible.completer()
    completer.setCompletionPrefix("культ")
    assert completer.currentCompletion() == "Комитет по культуре"


def test_a_scan_is_chosen_and_opened_from_the_header(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[QUrl] = []

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    scan = tmp_path / "скан #1.pdf"
    scan.write_bytes(b"%PDF")
    form = desk.pane.form
    assert not form.scan.open_button.isEnabled()
    desk.pane.scan_button.click()
    dialog = form.scan.file_dialog()
    assert dialog is not None
    dialog.fileSelected.emit(str(scan))
    dialog.reject()
    assert desk.papers()[0].scan_path == "скан #1.pdf"
    desk.pane.scan_button.click()
    assert [Path(url.toLocalFile()) for url in shown] == [scan]


def test_a_scan_that_is_gone_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.opened.do(agreements.set_field, desk.papers()[0].id, "scan_path", "нет.pdf")
    with qtbot.waitSignal(desk.pane.problem) as told:
        desk.pane.scan_button.click()
    assert told.args is not None and isinstance(told.args[0], FileMissing)


def test_the_longest_wording_of_the_source_fits_its_date_field(
    qtbot: QtBot, opened: OpenRegister
) -> None:
    desk = Desk(opened)
    qtbot.addWidget(desk.pane)
    wording = "1956 г. – установление связей"
    opened.do(agreements.set_date_text, desk.papers()[0].dates[0].id, wording)
    for width in (1300, 900):
        desk.pane.resize(width, 800)
        QApplication.processEvents()
        field = desk.pane.form.dates.rows()[0].field
        words = field.fontMetrics().horizontalAdvance(field.text())
        assert field.text() == wording
        assert field.width() >= words + theme.length(4)
    desk.pane.set_register(None)


@pytest.mark.parametrize("points", [10, 15])
def test_a_chip_wider_than_its_column_goes_on_in_further_lines(
    qapp: QApplication, points: int
) -> None:
    theme.apply(qapp, "light", points)
    text = "1956 г. – установление связей · связи установлены"
    room = theme.length(44)
    one = pill_size("1956 г.", Tone.TAG, "calendar")
    size = pill_size(text, Tone.TAG, "calendar", room=room)
    assert size.width() <= room and size.height() > one.height()
    placed, height = flow_pills(
        [PillSpec("2018", icon="calendar"), PillSpec(text, icon="calendar"), PillSpec("2019")], room
    )
    tops = [each.left_top.y() for each in placed]
    assert tops[0] == 0 and tops[1] >= one.height()
    assert tops[2] >= tops[1] + size.height(), "the next line begins under the whole chip"
    assert height >= tops[2] + one.height()


def test_a_row_is_high_enough_for_its_chips_in_lines(qtbot: QtBot, opened: OpenRegister) -> None:
    desk = Desk(opened)
    qtbot.addWidget(desk.pane)
    wide = desk.pane.list.sizeHintForIndex(desk.pane.model.index(0)).height()
    opened.do(
        agreements.set_date_text, desk.papers()[0].dates[0].id, "1956 г. – установление связей " * 3
    )
    index = desk.pane.model.index(0)
    assert index.data(Role.DATES)
    assert desk.pane.list.sizeHintForIndex(index).height() > wide
    desk.pane.set_register(None)
