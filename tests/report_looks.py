"""The report and what was found about it, opened as pictures are taken of them."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from partners_app.services import accepting, lexicon
from partners_app.ui.dialogs.check_words import AcceptDialog
from partners_app.ui.dialogs.passed_over import PassedOverDialog
from partners_app.ui.dialogs.report_choice import ReportChoiceDialog
from partners_app.ui.dialogs.report_preview import ReportPreview
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.finding_commands import CHECK_DELAY_MS
from partners_app.ui.widgets.page_view import Fit

Look = Callable[[MainWindow], QWidget]


def settle(window: MainWindow) -> None:
    """Let layouts, and the count of the findings, come to rest."""
    QTest.qWait(CHECK_DELAY_MS + 50)
    window.background.wait()
    QApplication.processEvents()


def findings(window: MainWindow) -> MainWindow:
    window.findings.show()
    settle(window)
    return window


def accept(window: MainWindow) -> QWidget:
    dock = findings(window).findings.dock()
    assert dock is not None
    next(act for act in dock.panel.act_buttons() if act.text() == "Так и надо").click()
    dialog = window.findChild(AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    return dialog


def passed_over(window: MainWindow) -> QWidget:
    opened = window.open_register
    assert opened is not None
    findings(window)
    opened.do(lexicon.set_abbreviation, "КВС", "Комитет по внешним связям")
    opened.do(lexicon.set_abbreviation, "ВКС", "видео-конференц-связь")
    opened.do(lexicon.add_words, ["Трильяж", "Хёндэ"])
    known = window.findings.known()
    assert known is not None
    opened.do(accepting.accept, known[0], "Дата неизвестна, так в архиве")
    window.findings.show_passed_over()
    dialog = window.findChild(PassedOverDialog)
    assert isinstance(dialog, PassedOverDialog)
    return dialog


def choice(window: MainWindow) -> QWidget:
    shown = preview(Fit.WIDTH)(window)
    assert isinstance(shown, ReportPreview)
    shown.choice_button.click()
    dialog = shown.findChild(ReportChoiceDialog)
    assert isinstance(dialog, ReportChoiceDialog)
    dialog.first_day.setText("1 марта")
    return dialog


def preview(zoom: Fit | float, page: int = 0) -> Look:
    """Return what opens the pages of the report at a size and a page (from 0)."""

    def show(window: MainWindow) -> QWidget:
        window.printing.show_preview()
        settle(window)
        preview = window.printing.preview()
        assert preview is not None
        preview.resize(window.size())
        preview.view.set_zoom(zoom)
        QTest.qWait(10)
        preview.view.go_to(page)
        return preview

    return show


def no_printer(window: MainWindow) -> QWidget:
    shown = preview(Fit.WIDTH)(window)
    assert isinstance(shown, ReportPreview)
    shown.print_button.click()
    settle(window)
    return shown
