"""By keyboard alone, with a screen reader, larger, in Russian, in odd places (ux 38-44).

A look at a picture belongs to 40, 41 and 44 too: PICTURES in test_numbers.py names the shots.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partners_app.services import exporting, reporting
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.dialogs.about import LICENCES
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.item_models.event_cells import Role
from partners_app.ui.main_window import MainWindow
from partners_app.ui.widgets.form_fields import ParagraphField
from tests import shots
from tests.journeys.ux.desk import OSAKA, TURKU, YEAR, Desk, press

ROOT = Path(__file__).parents[3]
SOURCES = sorted((ROOT / "partners_app" / "ui").rglob("*.py"))

# Everything that opens over the window, each made as the picture of it is made.
DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    screen.name: screen.show
    for screen in shots.SCREENS
    if screen.name
    in {
        "about-light",
        "accept-dark",
        "erase-light",
        "passed-over-light",
        "report-choice-light",
        "belongs-to-light",
        "change-agreements-light",
        "change-events-light",
        "damage-check-light",
        "damage-message-light",
        "damage-salvaged-light",
        "comparison-light",
        "editions-none-light",
        "find-light",
        "help-events-light",
        "history-light",
        "issue-light",
        "merging-light",
        "new-partner-light",
        "next-year-light",
        "particulars-light",
        "paste-text-light",
        "preview-light",
        "replace-light",
        "settings-light",
        "waiting-light",
    }
}


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def stops(top: QWidget) -> list[QWidget]:
    """Return what Tab stops at."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def test_ux_38_f6_goes_round_tree_form_and_grid_and_the_focus_is_seen(desk: Desk) -> None:
    space = desk.window.workspace
    space.tree.setFocus()
    where = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        panes = (space.tree, space.agreements, space.grid)
        where += [pane for pane in panes if pane.isAncestorOf(focused)]
        with_focus = desk.window.grab().toImage()
        focused.clearFocus()
        assert desk.window.grab().toImage() != with_focus
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        press("F6")
    assert where == [space.tree, space.agreements, space.grid, space.tree]


def test_ux_39_each_stop_in_the_window_has_a_name(desk: Desk) -> None:
    for place in (TURKU, "Япония", "Азия"):
        desk.go(place)
        assert len(stops(desk.window)) > 5
        assert [type(w).__name__ for w in stops(desk.window) if not name_of(w)] == []


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_ux_39_each_stop_in_a_dialog_has_a_name_and_no_word_is_cut(desk: Desk, name: str) -> None:
    dialog = DIALOGS[name](desk.window)
    nameless = [(type(w).__name__, w.objectName()) for w in stops(dialog) if not name_of(w)]
    for _ in range(3):
        QApplication.processEvents()
    found = cut(dialog)
    dialog.close()
    assert nameless == []
    assert found == []


def test_ux_39_tree_list_and_grid_have_a_current_item_when_the_keyboard_comes(
    desk: Desk,
) -> None:
    for place in (TURKU, OSAKA, "Япония"):
        desk.go(place)
        for pane in desk.window.workspace.panes():
            pane.setFocus(Qt.FocusReason.TabFocusReason)
            view = QApplication.focusWidget()
            if isinstance(view, QAbstractItemView):
                assert view.currentIndex().isValid(), (place, view.accessibleName())


def cut(top: QWidget) -> list[str]:
    """Name what is narrower than its words need; a label that wraps: lower."""
    found = []
    for kind in (QLabel, QPushButton, QToolButton, QComboBox):
        for part in top.findChildren(kind):
            if not part.isVisible() or isinstance(part.parent(), QLineEdit):
                continue
            if part.objectName().startswith("qt_"):
                continue
            if isinstance(part, QLabel) and part.wordWrap():
                fits = part.height() >= part.heightForWidth(part.width())
            elif isinstance(part, QComboBox):
                needed = part.fontMetrics().horizontalAdvance(part.currentText())
                fits = part.width() >= needed + theme.length(6)  # and the arrow
            else:
                fits = part.width() >= part.sizeHint().width()
            if not fits:
                words = part.currentText() if isinstance(part, QComboBox) else name_of(part)
                found.append(f"{kind.__name__} «{words}» {part.size()} {part.sizeHint()}")
    for text in top.findChildren(ParagraphField):
        if text.isVisible() and text.height() < text.sizeHint().height():
            found.append(f"ParagraphField «{text.toPlainText()}»")
    return found


@pytest.mark.trial
@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_ux_40_no_word_of_a_dialog_is_cut_when_the_type_is_half_as_large_again(
    qapp: QApplication, desk: Desk, name: str
) -> None:
    theme.apply(qapp, "light", 15)
    dialog = DIALOGS[name](desk.window)
    for _ in range(3):
        QApplication.processEvents()
    found = cut(dialog)
    screen = desk.window.screen().availableGeometry()
    size = dialog.minimumSizeHint()
    dialog.close()
    theme.apply(qapp, "light", 10)
    assert found == []
    assert size.width() <= max(screen.width(), 1366), "the dialog has room on a small screen"


def test_ux_40_lengths_come_from_the_font_never_from_pixels() -> None:
    """One pixel for a hairline and «no limit» are all that is written as a number."""
    setters = (
        r"\.(?:setFixed(?:Size|Width|Height)|setMinimum(?:Size|Width|Height)|setIconSize"
        r"|setMaximum(?:Size|Width|Height)|setContentsMargins|setSpacing|resize|resizeSection)"
    )
    fixed = re.compile(setters + r"\(([0-9][0-9, ]*)\)")
    for path in SOURCES:
        for match in fixed.finditer(path.read_text("utf-8")):
            numbers = {int(number) for number in match[1].split(",") if number.strip()}
            assert numbers <= {0, 1}, f"{path.name}: {match[0]}"


@pytest.mark.trial
@pytest.mark.parametrize("factor", ["1.25", "2"])
def test_ux_40_the_window_is_whole_on_a_scaled_screen(tmp_path: Path, factor: str) -> None:
    """In a process of its own: Qt reads the factor once."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests import shots\n"
        "from tests.journeys.ux.test_access import cut\n"
        "from partners_app.services import sample\n"
        "register = Path(sys.argv[1]) / 'r.partners'\n"
        "sample.create(register, author='Тест').close()\n"
        "(first,) = [s for s in shots.SCREENS if s.name == 'main-1366-light']\n"
        "def look(window):\n"
        ""
        "    shots.QApplication.processEvents()\n"
        "    print(cut(window))\n"
        "    return window\n"
        "screen = shots.Screen('scaled', 1366, 768, 'light', 10, look)\n"
        "picture = shots.take(shots.application(), screen, register, Path(sys.argv[1]) / 's.ini')\n"
        "print(picture.devicePixelRatio())\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.stdout.splitlines() == ["[]", str(float(factor))], done.stderr


def test_ux_41_states_differ_by_words_and_pictures_and_icons_take_the_themes_colour(
    qapp: QApplication, desk: Desk
) -> None:
    """Contrast is counted pair by pair in tests/ui/test_theme.py."""
    status = desk.window.status
    shapes, words = [outline(status._icon)], [status.text()]
    status.show_failed("диск полон")
    shapes.append(outline(status._icon))
    words.append(status.text())
    status.show_read_only()
    shapes.append(outline(status._icon))
    words.append(status.text())
    assert len(set(shapes)) == len(set(words)) == 3, "told apart without colour"
    light = desk.window.command_actions.history.icon().pixmap(24).toImage()
    theme.apply(qapp, "dark", 10)
    assert desk.window.command_actions.history.icon().pixmap(24).toImage() != light
    theme.apply(qapp, "light", 10)


def test_ux_41_the_style_is_our_own_and_the_colours_may_be_the_systems(desk: Desk) -> None:
    press("Ctrl+,")
    (dialog,) = [found for found in desk.window.findChildren(SettingsDialog) if found.isVisible()]
    choices = [dialog.colours.itemText(row) for row in range(dialog.colours.count())]
    assert choices == ["Как в системе", "Светлые", "Тёмные"]
    dialog.reject()


def outline(label: QLabel) -> bytes:
    """Return the shape of a picture without its colour."""
    return bytes(label.pixmap().toImage().convertToFormat(QImage.Format.Format_Alpha8).constBits())


LATIN = re.compile(r"[A-Za-z]{2,}")
# Names of keys, formats, programs, people: Latin in a Russian office too.
KNOWN = re.compile(
    r"Qt for Python|Ctrl|Shift|Alt|Del|Ins|Esc|Enter|Tab|Home|End|Space|Excel|Word|"
    r"JSON|PDF|SQLite|Python|Qt|PySide6?|SQLAlchemy|XlsxWriter|openpyxl|Lucide|"
    r"MIT|ISC|LGPL|GPL|BSD 2-Clause|BSD|PSF|Apache|"
    r"Times New Roman|Arial|Calibri|PT Serif|PT Sans|Liberation Serif|Liberation Sans|English|"
    r"Åbo|Linux-\S+|Windows-\S+|[/\\]\S+|"
    r"\.partners|partners|xlsx|json|Anna|ROTOBO|Nomura Soken|"
    + "|".join(re.escape(word) for _, name, licence in LICENCES for word in (name, licence))
)


def texts_of(top: QWidget) -> list[str]:
    """Return every word that a window shows, says to a screen reader, or has in a tip."""
    found = [top.windowTitle()]
    for widget in [top, *top.findChildren(QWidget)]:
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QPushButton | QToolButton):
            found.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found += [widget.itemText(row) for row in range(widget.count())]
        if isinstance(widget, QAbstractSpinBox):
            found.append(widget.text())
        found += [action.text() for action in widget.actions()]
    return [text for text in found if text]


@pytest.mark.parametrize("name", ["window", *sorted(DIALOGS)])
def test_ux_42_no_english_word_is_left(desk: Desk, name: str) -> None:
    top = desk.window if name == "window" else DIALOGS[name](desk.window)
    english = {
        text
        for text in (shown.replace("\u200b", "") for shown in texts_of(top))
        if LATIN.search(KNOWN.sub("", re.sub(r"<[^>]*>", "", text)))
    }
    if isinstance(top, QDialog):
        top.close()
    assert english == set()


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 мероприятие"), (2, "2 мероприятия"), (5, "5 мероприятий")]
)
def test_ux_42_numbers_and_dates_are_written_as_in_russian(
    desk: Desk, count: int, words: str
) -> None:
    desk.window.status.set_facts(count, "реестр.partners")
    assert f" · {words} · " in desk.window.status.text()
    assert desk.grid.model.index(0, 0).data() == "31 января"
    assert desk.grid.model.index(0, 0).data(Role.ECHO) == "31.01.2020"


def test_ux_43_a_register_works_under_any_path_without_a_network(
    qtbot: QtBot, make_window: Callable[[], MainWindow], register_2020: Register, tmp_path: Path
) -> None:
    folder = tmp_path
    for part in ("Отдел № 5 # 100 %", "Побратимы & партнёры; 2020", *["очень длинное имя"] * 8):
        folder = folder / part
    folder.mkdir(parents=True)
    path = folder / "Реестр #1 (50 %).partners"
    assert len(str(path)) > 260
    shutil.copyfile(register_2020.path, path)
    window = make_window()
    assert window.open_path(path)
    desk = Desk(window, Register.open(path, author="Пётр"))
    desk.go(TURKU)
    desk.cell(0)
    press("Del")
    assert desk.kept_texts(TURKU)[0] == ""
    report = folder / "Отчёт 100 %.xlsx"
    reporting.write_report(desk.file, YEAR, report)
    exporting.export_json(desk.file, folder / "данные #1.json")
    assert report.stat().st_size > 1000
    window.command_actions.backup.trigger()
    qtbot.waitUntil(lambda: "проверена" in desk.said(), timeout=20_000)
    desk.file.close()


def test_ux_44_one_accent_and_lines_with_room_to_breathe(desk: Desk) -> None:
    """What can be counted of it; the rest is looked at."""
    for shown in (theme.LIGHT, theme.DARK):
        assert shown.accent not in (shown.ok, shown.warn, shown.bad)
    row = desk.table.rowHeight(3)
    assert row >= 1.5 * desk.table.fontMetrics().height()
    fields = [
        field
        for field in desk.window.workspace.agreements.form.findChildren(QWidget)
        if isinstance(field, QLineEdit | QComboBox) and field.isVisible()
    ]
    assert len({field.height() for field in fields if field.height() < 40}) <= 2, "one height"
