"""The agreement form: typed, understood, kept, completed, saved on leaving (ux 16-21)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from partners_app.domain.records import Agreement
from partners_app.services import agreements
from partners_app.ui.widgets.agreement_form import AgreementForm
from tests.journeys.ux.desk import KOTKA, TURKU, Desk, press, write, write_over


def form_of(desk: Desk) -> AgreementForm:
    return desk.window.workspace.agreements.form


def paper(desk: Desk) -> Agreement:
    """Return the agreement that is shown, as the file has it."""
    number = desk.window.workspace.agreements.current_agreement()
    (found,) = [each for each in desk.papers(TURKU) if each.id == number]
    return found


def sentences(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_ux_16_leaving_a_field_saves_it_and_nothing_asks_when_the_window_closes(
    desk: Desk,
) -> None:
    form, steps, shown = form_of(desk), desk.steps(), paper(desk)
    write_over(form.our_side, "Комитет по внешним связям")
    press("Tab")
    assert paper(desk).our_signatory == "Комитет по внешним связям"
    assert desk.steps() == steps + 1
    assert desk.window.status.text().startswith("Сохранено ")
    write_over(form.their_side, "Город Турку")
    press("Ctrl+S")
    assert form.their_side.hasFocus(), "saving takes nobody out of the field"
    assert paper(desk).their_signatory == "Город Турку"
    assert desk.window.status.text().startswith("Сохранено "), "the time stays"
    write_over(form.responsible, "И. И. Иванов")
    desk.window.close()
    assert not [shown for shown in QApplication.topLevelWidgets() if shown.isVisible()]
    kept = agreements.of_partner(desk.file, shown.partner_id)
    assert [each.responsible for each in kept if each.id == shown.id] == ["И. И. Иванов"]


def test_ux_16_saving_again_says_since_when_and_for_reading_only_it_stays_so(desk: Desk) -> None:
    press("Ctrl+S")
    assert desk.window.status.text().startswith("Всё сохранено")
    desk.cell(0)
    write("правка")
    press("Return")
    saved = desk.window.status.text()
    press("Ctrl+S")
    assert desk.window.status.text() == saved


def test_ux_17_a_doubtful_value_is_kept_and_marked_by_frame_icon_and_words(desk: Desk) -> None:
    form = form_of(desk)
    row = form.dates.rows()[0]
    write_over(row.field, "31.02.2002")
    press("Tab")
    assert paper(desk).dates[0].date.text == "31.02.2002"
    assert row.field.property("doubt") is True, "the frame, in the style sheet"
    assert any("Такого дня нет" in text for text in sentences(row))
    icons = [label for label in row.findChildren(QLabel) if label.isVisible()]
    assert any(not label.pixmap().isNull() for label in icons)
    write_over(form.validity.end, "когда-нибудь")
    press("Tab")
    kept = paper(desk).valid_to
    assert kept.text == "когда-нибудь"
    assert form.validity.end.property("doubt") is True


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("20-22 февраля 2020", "20.02.2020 – 22.02.2020"),
        ("29 января - 4 февраля 2020", "29.01.2020 – 04.02.2020"),
        ("21 ноября 2014 г.", "21.11.2014"),
        ("1.2.20", "01.02.2020"),
        ("010220", "01.02.2020"),
        ("фев 2020", "месяц, без дня"),
        ("1979 г.", "год, без дня"),
    ],
)
def test_ux_18_every_form_of_a_date_is_understood_and_echoed(
    desk: Desk, typed: str, echo: str
) -> None:
    row = form_of(desk).dates.rows()[0]
    write_over(row.field, typed)
    assert echo in " ".join(sentences(row))
    press("Return")
    assert paper(desk).dates[0].date.text == (typed if typed != "010220" else "01.02.20")
    earliest = paper(desk).dates[0].date.earliest
    assert earliest is not None and earliest.year in (2020, 2014, 1979), "never 1920"


def test_ux_19_each_label_has_a_russian_letter_of_its_own_that_leads_to_its_field(
    desk: Desk,
) -> None:
    form = form_of(desk)
    labels = [q for q in form.findChildren(QLabel) if q.buddy() is not None and q.isVisible()]
    letters = [QKeySequence.mnemonic(label.text()).toString() for label in labels]
    assert all(letters)
    assert len(set(letters)) == len(letters)
    assert all("а" <= letter[-1].casefold() <= "я" for letter in letters)
    menus = [
        QKeySequence.mnemonic(action.text()).toString()
        for action in desk.window.menuBar().actions()
    ]
    assert not set(menus) & set(letters), "a letter opens a menu or leads to a field, not both"
    form.setFocus()
    desk.cell(0)
    for label, letter in zip(labels, letters, strict=True):
        press(letter)
        buddy = label.buddy()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert buddy is not None
        assert focused is buddy or buddy.isAncestorOf(focused), label.text()
        if isinstance(focused, QToolButton):
            press("Esc")


def test_ux_19_tab_goes_through_the_fields_from_top_to_bottom(desk: Desk) -> None:
    form = form_of(desk)
    form.kind.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if not form.isAncestorOf(focused):
            break
        visited.append(focused)
        press("Tab")
    wanted = [
        form.kind,
        form.status,
        form.title,
        form.validity.start,
        form.validity.end,
        form.prolongation,
        form.our_side,
        form.their_side,
        form.responsible,
        form.original,
        form.remark,
    ]
    assert [stop for stop in visited if stop in wanted] == wanted


def test_ux_20_a_name_completes_from_any_word_of_it_whatever_the_case_and_the_yo(
    desk: Desk,
) -> None:
    form = form_of(desk)
    write_over(form.their_side, "Совет депутатов Королёва")
    press("Tab")
    desk.go(KOTKA)
    desk.go(TURKU)
    papers = desk.window.workspace.agreements
    papers.show_agreement(desk.papers(TURKU)[0].id)
    write_over(form.their_side, "КОРОЛЕВ")
    completer = form.their_side.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    press("Down", "Return")
    assert form.their_side.text() == "Совет депутатов Королёва"
    press("Tab")
    assert desk.papers(TURKU)[0].their_signatory == "Совет депутатов Королёва"


def test_ux_21_a_city_that_is_there_already_is_named_while_typing_and_can_be_opened(
    desk: Desk,
) -> None:
    desk.go("Япония")
    steps = desk.steps()
    desk.window.workspace.tree.setFocus()
    press("Ins")
    prompt = desk.window.workspace.tree.acts.prompt()
    assert prompt is not None
    write("турку")
    assert any(TURKU in text and "Финляндия" in text for text in sentences(prompt))
    (button,) = [b for b in prompt.findChildren(QToolButton) if b.text() == "Открыть существующий"]
    assert button.isVisible()
    button.setFocus()
    press("Space")
    assert desk.window.workspace.tree.scope() == desk.scope(TURKU)
    assert desk.steps() == steps, "nothing was added"
    assert desk.window.workspace.tree.acts.prompt() is None
