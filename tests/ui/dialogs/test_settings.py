"""Settings: what is tried is seen at once, what is cancelled never was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import FileBusy
from partners_app.services.register import Register
from partners_app.texts.errors import error_text
from partners_app.texts.language import Language
from partners_app.ui import theme
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.settings import Settings, ThemeChoice


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    theme.apply(qapp, "light", 10)
    made = Settings(tmp_path / "settings.ini")
    made.theme = ThemeChoice.LIGHT
    made.font_size = 10

    def apply(name: str) -> None:
        if name in ("theme", "font_size"):
            theme.apply(qapp, made.theme.value, made.font_size)

    made.changed.connect(apply)
    return made


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication) -> Iterator[OpenRegister]:
    made = OpenRegister(Register.create(tmp_path / "r.partners", author="Первый"), 2020)
    yield made
    made.close()


def choose(field: QComboBox, data: object) -> None:
    """Choose from a list as a click on its item does."""
    index = field.findData(data)
    assert index >= 0
    field.setCurrentIndex(index)
    field.activated.emit(index)


def open_dialog(qtbot: QtBot, settings: Settings, opened: OpenRegister | None) -> SettingsDialog:
    dialog = SettingsDialog(settings, opened)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_colours_and_size_are_seen_at_once_and_cancel_takes_them_back(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    choose(dialog.colours, "dark")
    choose(dialog.font_size, 14)
    assert theme.current().name == "dark"
    assert QApplication.font().pointSize() == 14
    dialog.reject()
    assert theme.current().name == "light"
    assert QApplication.font().pointSize() == 10
    assert (settings.theme, settings.font_size) == (ThemeChoice.LIGHT, 10)


def test_saving_keeps_the_users_choices_and_the_registers_as_steps(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    dialog.author.setText("Иванова А. П.")
    choose(dialog.language, "en")
    choose(dialog.colours, "dark")
    dialog.title.setPlainText("Сотрудничество города с партнёрами")
    dialog.report_font.setCurrentText("PT Serif")
    assert dialog.history_years.currentText() == "Always"
    choose(dialog.history_years, "3")
    dialog.accept()
    assert not dialog.isVisible()
    assert settings.author == "Иванова А. П."
    assert settings.language is Language.ENGLISH
    assert settings.theme is ThemeChoice.DARK
    state = opened.register.settings()
    assert state.title == "Сотрудничество города с партнёрами"
    assert state.report_font == "PT Serif"
    assert opened.register.author == "Иванова А. П."
    assert state.history_years == 3
    opened.undo()
    assert opened.register.settings().history_years is None
    opened.undo()
    opened.undo()
    assert opened.register.settings().report_font == "Times New Roman"


def test_saving_without_a_change_is_no_step(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    before = len(opened.register.history())
    dialog = SettingsDialog(settings, opened)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert len(opened.register.history()) == before


def test_a_report_without_title_or_font_is_not_saved(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    dialog.title.setPlainText("  ")
    assert not dialog.save_button.isEnabled()
    assert any(
        "needs a title" in label.text()
        for label in dialog.findChildren(QLabel)
        if label.isVisible()
    )
    dialog.accept()
    assert dialog.isVisible()
    dialog.title.setPlainText("Таблица")
    assert dialog.save_button.isEnabled()
    dialog.report_font.setCurrentText("")
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    assert opened.register.settings().title.strip()


def test_a_register_that_cannot_be_written_keeps_the_dialog_open(
    qtbot: QtBot, settings: Settings, opened: OpenRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise FileBusy(opened.register.path)

    monkeypatch.setattr(opened.register, "apply", busy)
    dialog = open_dialog(qtbot, settings, opened)
    dialog.author.setText("Петров")
    dialog.title.setPlainText("Другая таблица")
    with qtbot.waitSignal(opened.failed):
        dialog.accept()
    assert dialog.isVisible()
    assert settings.author != "Петров"
    told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    what = error_text(FileBusy(opened.register.path)).what
    assert any(what in text for text in told), "the window is behind it"
    monkeypatch.undo()
    dialog.accept()
    assert not dialog.isVisible()
    assert opened.register.settings().title == "Другая таблица"


def test_what_a_colleague_set_meanwhile_is_not_set_back(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    hers = Register.open(opened.register.path, author="Вторая")
    hers.set_setting("title", "ЕЁ ЗАГОЛОВОК")
    dialog.report_font.setCurrentText("Arial")
    with qtbot.assertNotEmitted(opened.failed):
        dialog.accept()
    assert not dialog.isVisible()
    assert hers.settings().title == "ЕЁ ЗАГОЛОВОК"
    assert hers.settings().report_font == "Arial"
    hers.close()


def test_what_others_have_set_is_shown_once_it_was_read_and_the_rest_stays(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    dialog.report_font.setCurrentText("Arial")
    dialog.title.setPlainText("МОЙ ЗАГОЛОВОК")
    hers = Register.open(opened.register.path, author="Вторая")
    hers.set_setting("title", "ЕЁ ЗАГОЛОВОК")
    with qtbot.waitSignal(opened.failed):
        dialog.accept()
    # Asked whose words stay, the clerk chose hers; the window then reads the file again.
    opened.steps_of_others()
    opened.read_anew.emit()
    assert dialog.title.toPlainText() == "ЕЁ ЗАГОЛОВОК"
    dialog.accept()
    assert hers.settings().title == "ЕЁ ЗАГОЛОВОК"
    assert hers.settings().report_font == "Arial"
    hers.close()


def test_without_a_register_only_the_program_is_asked_about(
    qtbot: QtBot, settings: Settings
) -> None:
    dialog = open_dialog(qtbot, settings, None)
    assert dialog.author.isVisible()
    assert not dialog.title.isVisible()
    dialog.author.setText("Сидорова")
    dialog.accept()
    assert settings.author == "Сидорова"


def test_another_language_says_when_it_comes(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    choose(dialog.language, "en")
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("next start" in text for text in shown)
    choose(dialog.language, "ru")
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not any("next start" in text for text in shown)


def test_every_field_has_a_name_a_letter_and_room(
    qtbot: QtBot, settings: Settings, opened: OpenRegister
) -> None:
    dialog = open_dialog(qtbot, settings, opened)
    for points in (9, 15):
        choose(dialog.font_size, points)
        QApplication.processEvents()
        for kind in (QLabel, QPushButton, QComboBox):
            for widget in dialog.findChildren(kind):
                if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                    assert widget.width() >= widget.sizeHint().width(), widget
        layout = dialog.layout()
        assert layout is not None
        assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    letters = {QKeySequence.mnemonic(label.text()).toString() for label in labels}
    assert len(labels) == len(letters) == 8
    assert "" not in letters
    assert all(label.buddy().accessibleName() for label in labels)
    dialog.reject()
