"""Pictures of the screens, to be looked at: every screen, or the window on one register.

python -m tests.shots [--only BEGINNING] FOLDER
python -m tests.shots --window REGISTER.partners PICTURE.png
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFontDatabase, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from partners_app.domain.errors import DiskFull, PartnersError, ReportImpossible
from partners_app.domain.event_text import event_line
from partners_app.domain.vocabulary import AgreementLinkKind, Prolongation
from partners_app.services import (
    agreements,
    catalogue,
    event_places,
    events,
    particulars,
    restyling,
    sample,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.drafts import Draft
from partners_app.services.particulars import NameEntry
from partners_app.services.register import Register
from partners_app.services.tree_filters import TreeFilter
from partners_app.texts.language import load_language
from partners_app.ui import theme
from partners_app.ui.dialogs.about import AboutDialog
from partners_app.ui.dialogs.help_pages import HelpPage
from partners_app.ui.dialogs.history import HistoryDialog
from partners_app.ui.dialogs.other_sheets import SheetKind
from partners_app.ui.dialogs.settings import SettingsDialog
from partners_app.ui.dialogs.waiting import WaitingDialog
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.finding_commands import CHECK_DELAY_MS
from partners_app.ui.settings import Settings
from partners_app.ui.theme import ThemeName
from partners_app.ui.widgets.page_view import Fit
from tests import (
    backup_looks,
    calendar_looks,
    damage_looks,
    edition_looks,
    import_looks,
    report_looks,
    retention_looks,
    sharing_looks,
)

FAMILY = "Open Sans"
BASE, LARGE = 9.75, 14.625  # points; the larger one is half as large again
TURKU, OSAKA = "г. Турку", "г. Осака"

Look = Callable[[MainWindow], QWidget]


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its name, size in pixels, theme, size of type, and what is done before."""

    name: str
    width: int
    height: int
    theme: ThemeName
    points: float
    show: Look


def _at(*names: str) -> Look:
    """Return what selects a partner, or a country, by its name."""

    def show(window: MainWindow) -> QWidget:
        window.workspace.tree.select(_place(window, *names))
        window.workspace.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        return window

    return show


def _place(window: MainWindow, *names: str) -> Scope:
    opened = window.open_register
    assert opened is not None
    for band in opened.ask(catalogue.tree, opened.year).regions:
        if names == (band.region.name,):
            return Scope(ScopeKind.REGION, band.region.id)
        for land in band.countries:
            if names == (land.country.name,):
                return Scope(ScopeKind.COUNTRY, land.country.id)
            for node in land.partners:
                if names == (node.partner.name,):
                    return Scope(ScopeKind.PARTNER, node.partner.id)
    return Scope()


def _turku(window: MainWindow) -> QWidget:
    """Show the partner whose second document and second event are current."""
    _at(TURKU)(window)
    opened, scope = window.open_register, window.workspace.tree.scope()
    if opened is not None and scope.id is not None:
        papers = opened.ask(agreements.of_partner, scope.id)
        listed = opened.ask(events.ids, scope, opened.year)
        if len(papers) > 1:
            window.workspace.agreements.show_agreement(papers[1].id)
        if len(listed) > 1:
            window.workspace.grid.select_event(listed[1])
        window.workspace.tree.setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def _everything(window: MainWindow) -> QWidget:
    window.workspace.tree.select(Scope())
    return window


def _search(text: str) -> Look:
    def show(window: MainWindow) -> QWidget:
        tree = window.workspace.tree
        tree.focus_search()
        field = tree.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(text)
        return window

    return show


def _form_focused(window: MainWindow) -> QWidget:
    _at(TURKU)(window)
    window.workspace.agreements.setFocus(Qt.FocusReason.TabFocusReason)
    return window


def _new_event(window: MainWindow) -> QWidget:
    _at(TURKU)(window)
    window.workspace.grid.add_event()
    return window


def _empty_partner(window: MainWindow) -> QWidget:
    return _at("г. Котка")(window)


def _long_event(window: MainWindow) -> QWidget:
    """Put the whole of a partner's cell into one event, as a pasted text may be."""
    opened = window.open_register
    assert opened is not None
    scope = _place(window, OSAKA)
    ids = opened.ask(events.ids, scope, opened.year)
    found = opened.ask(events.load, ids)
    text = " ".join(found[number].text for number in ids)
    opened.do(events.set_field, ids[0], "text", text)
    return _at(OSAKA)(window)


def _block(window: MainWindow) -> QWidget:
    """Show the columns that are hidden at first, and select a block of cells."""
    shown = _turku(window)
    table = window.workspace.grid.table
    for column in (Column.RESPONSIBLE, Column.REMARK):
        table.columns.set_shown(column, True)
    table.selected.select_block(1, 2, [Column.TEXT, Column.KIND, Column.FORMAT])
    table.setFocus()
    return shown


def _filtered(window: MainWindow) -> QWidget:
    """Ask for the events of a city that hold a word and took place somewhere."""
    shown = _at(OSAKA)(window)
    header = window.workspace.grid.table.filter_header
    header.fields[Column.TEXT].setText("семинар")
    header.choice(Column.PRINTED).choose(True)
    return shown


def _not_saved(window: MainWindow) -> QWidget:
    """Show what a full disk leaves: a cell and a name that were typed and not written."""
    shown, opened = _turku(window), window.open_register
    assert opened is not None
    table = window.workspace.grid.table
    table.unsaved.keep_cell(opened.ask(events.ids, _place(window, TURKU), 2020)[1], "text", "приём")
    window.workspace.tree._model.keep_unsaved(_place(window, "г. Котка"), "г. Котка (Карелия)")
    opened.failed.emit(DiskFull(opened.register.path))
    return shown


def _closed(window: MainWindow) -> QWidget:
    window.close_register()
    window._show_register()
    return window


def _dialog(make: Callable[[MainWindow], QDialog]) -> Look:
    def show(window: MainWindow) -> QWidget:
        _at(TURKU)(window)
        dialog = make(window)
        dialog.open()
        return dialog

    return show


def _settings(window: MainWindow) -> QDialog:
    return SettingsDialog(window.settings, window.open_register, window)


def _settings_with_template(window: MainWindow) -> QDialog:
    """With a template of the office's own, and one that was chosen in vain."""
    assert window.open_register is not None
    own = window.open_register.register.path.with_name("Шаблон отчёта отдела.xlsx")
    restyling.copy_built_in(own)
    window.open_register.do(restyling.choose_template, own)
    dialog = SettingsDialog(window.settings, window.open_register, window)
    lost = own.with_name("Прошлогодний.xlsx")
    dialog.template.problem.emit(ReportImpossible("template_cell", "report_event", lost))
    return dialog


def _about(window: MainWindow) -> QDialog:
    return AboutDialog(window.open_register.register.path if window.open_register else None, window)


def _history(window: MainWindow) -> QDialog:
    opened = window.open_register
    assert opened is not None
    scope = _place(window, TURKU)
    assert scope.id is not None
    opened.do(catalogue.rename, "partner", scope.id, "г. Або")
    opened.undo()
    (gone,) = opened.ask(events.ids, scope, 2020)[-1:]
    opened.do(events.delete, [gone])
    listed = opened.ask(events.ids, scope, 2020)
    text = opened.ask(events.load, listed)[listed[1]].text
    opened.do(events.set_field, listed[1], "text", text.replace("меропритяий", "мероприятий"))
    return HistoryDialog(opened, window)


def _draft(window: MainWindow) -> QWidget:
    """Show what was typed when the program was killed."""
    opened = window.open_register
    assert opened is not None
    number = opened.ask(events.ids, _place(window, TURKU), opened.year)[0]
    at = "2026-11-22T14:05:00+03:00"
    typed = Draft("event", number, "text", "визит делегации порта Турку", opened.year, at)
    window.drafts.offer([typed])
    return _at(TURKU)(window)


def _find(window: MainWindow) -> QWidget:
    dialog = window.searching.show_find()
    assert dialog is not None
    dialog.look_for("выставка")
    return dialog


def _erase(window: MainWindow) -> QWidget:
    dialog = window.erasing.show()
    assert dialog is not None
    dialog.text_field.setText("Бартом Де Вевером")
    dialog.find_button.click()
    report_looks.settle(window)
    return dialog


def _replace(window: MainWindow) -> QWidget:
    dialog = window.searching.show_replace("конференция")
    assert dialog is not None
    dialog.new.setText("встреча")
    dialog.look()
    return dialog


def _waiting(window: MainWindow) -> QDialog:
    words = QCoreApplication.translate("FileCommands", "The report is being written…")
    return WaitingDialog(words, window)


def _new_partner(window: MainWindow) -> QWidget:
    _at("Япония")(window)
    window.workspace.tree.acts.add_partner()
    prompt = window.workspace.tree.acts.prompt()
    assert prompt is not None
    field = prompt.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Турку")
    return prompt


def _paste_text(window: MainWindow) -> QWidget:
    """Paste the whole cell of one city into another, which has one of its events already."""
    opened = window.open_register
    assert opened is not None
    ids = opened.ask(events.ids, _place(window, OSAKA), opened.year)
    found = [opened.ask(events.load, ids)[number] for number in ids]
    lines = [event_line(event.date.text, event.text) for event in found]
    known, place = found[2], _place(window, "г. Котка")
    opened.do(events.add, place, opened.year, date_text=known.date.text, text=known.text)
    _at("г. Котка")(window)
    QApplication.clipboard().setText("\n".join(["Уважаемые коллеги!", *lines]))
    dialog = window.event_commands.paste_text()
    assert dialog is not None
    return dialog


def _shared_event(window: MainWindow) -> QWidget:
    """Let the second event of a city belong to another one and to a whole country too."""
    opened = window.open_register
    assert opened is not None
    number = opened.ask(events.ids, _place(window, TURKU), opened.year)[1]
    added = [_place(window, "г. Котка"), _place(window, "Япония")]
    opened.do(event_places.set_places, [number], added=added)
    return _turku(window)


def _belongs_to(window: MainWindow) -> QWidget:
    _shared_event(window)
    dialog = window.event_commands.share()
    assert dialog is not None
    dialog.search.setText("фин")
    return dialog


def _change_events(window: MainWindow) -> QWidget:
    _turku(window)
    window.workspace.grid.table.selectAll()
    dialog = window.event_commands.change()
    assert dialog is not None
    dialog.fields["kind"].tick.setChecked(True)
    return dialog


def _change_agreements(window: MainWindow) -> QWidget:
    _at("г. Милан")(window)
    window.workspace.agreements.list.selectAll()
    dialog = window.agreement_commands.change()
    assert dialog is not None
    dialog.fields["status"].tick.setChecked(True)
    return dialog


def _sheet(kind: SheetKind) -> Look:
    def show(window: MainWindow) -> QWidget:
        _at(OSAKA)(window)
        window.sheets.ask()
        dialog = window.sheets.dialog()
        assert dialog is not None
        dialog.show_kind(kind)
        return dialog

    return show


def _help(page: HelpPage) -> Callable[[MainWindow], QWidget]:
    return lambda window: window.help.show(page, window)


def _entered_twice(window: MainWindow) -> QWidget:
    opened = window.open_register
    assert opened is not None
    _at("провинция Хоккайдо")(window)
    QTest.qWait(CHECK_DELAY_MS + 50)
    window.background.wait()
    ids = opened.ask(events.ids, window.workspace.grid.scope(), opened.year)
    found = opened.ask(events.load, ids)
    twice = next(number for number in ids if found[number].date.text == "2 октября")
    window.workspace.grid.select_event(twice)
    return window


def _tree_menu(window: MainWindow) -> QWidget:
    _at("Финляндия")(window)
    menu = window.workspace.tree.acts.menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def _particulars(window: MainWindow) -> QWidget:
    """Show the data of a partner that had other names."""
    scope = _place(window, TURKU)
    opened = window.open_register
    assert opened is not None and scope.id is not None
    names = [NameEntry(None, "Або", "", "1917 г."), NameEntry(None, "Åbo")]
    opened.do(particulars.save, "partner", scope.id, {}, names)
    window.places.show_particulars(scope)
    dialog = window.places.particulars_dialog()
    assert dialog is not None
    return dialog


def _merging(window: MainWindow) -> QWidget:
    window.places.merge(_place(window, TURKU))
    dialog = window.places.merge_dialog()
    assert dialog is not None
    dialog.choose(_place(window, "г. Котка"))
    return dialog


def _tree_filter(window: MainWindow) -> QWidget:
    window.workspace.tree.filters.set_active(TreeFilter.NO_EVENTS, True)
    return window


def _whole_form(window: MainWindow) -> QWidget:
    """Show all of an agreement that replaces another and has a scan."""
    _turku(window)
    opened, form = window.open_register, window.workspace.agreements
    number = form.current_agreement()
    assert opened is not None and number is not None
    (other, *_) = opened.ask(agreements.relatives, number)
    opened.do(agreements.add_link, number, other.id, AgreementLinkKind.REPLACES)
    opened.do(agreements.set_field, number, "prolongation", Prolongation.AUTOMATIC)
    opened.do(agreements.set_field, number, "scan_path", "Сканы/Турку 2002.pdf")
    window.workspace.rows.setSizes([window.height(), 1])
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("main-1366-light", 1366, 768, "light", BASE, _turku),
    Screen("main-1366-dark", 1366, 768, "dark", BASE, _turku),
    Screen("main-1920-light", 1920, 1080, "light", BASE, _at(OSAKA)),
    Screen("main-1920-dark", 1920, 1080, "dark", BASE, _at(OSAKA)),
    Screen("main-1366x697-light", 1366, 697, "light", BASE, _turku),
    Screen("main-1024-light", 1024, 700, "light", BASE, _turku),
    Screen("main-1024-dark", 1024, 700, "dark", BASE, _turku),
    Screen("main-font150-light", 1366, 768, "light", LARGE, _turku),
    Screen("main-font150-1920-dark", 1920, 1080, "dark", LARGE, _at(OSAKA)),
    Screen("country-light", 1366, 768, "light", BASE, _at("Финляндия")),
    Screen("band-light", 1366, 768, "light", BASE, _at("Азия")),
    Screen("everything-dark", 1366, 768, "dark", BASE, _everything),
    Screen("long-event-light", 1366, 768, "light", BASE, _long_event),
    Screen("block-light", 1366, 768, "light", BASE, _block),
    Screen("block-font150-dark", 1920, 1080, "dark", LARGE, _block),
    Screen("filter-dark", 1366, 768, "dark", BASE, _filtered),
    Screen("no-events-light", 1366, 768, "light", BASE, _empty_partner),
    Screen("form-focus-light", 1366, 768, "light", BASE, _form_focused),
    Screen("new-event-dark", 1366, 768, "dark", BASE, _new_event),
    Screen("search-light", 1366, 768, "light", BASE, _search("турк")),
    Screen("search-nothing-light", 1366, 768, "light", BASE, _search("крокодил")),
    Screen("form-whole-light", 1366, 900, "light", BASE, _whole_form),
    Screen("particulars-light", 1366, 768, "light", BASE, _particulars),
    Screen("particulars-font150-dark", 1366, 768, "dark", LARGE, _particulars),
    Screen("merging-light", 1366, 768, "light", BASE, _merging),
    Screen("tree-filter-light", 1366, 768, "light", BASE, _tree_filter),
    Screen("search-belarus-dark", 1366, 768, "dark", BASE, _search("белорус")),
    Screen("empty-light", 1366, 768, "light", BASE, _closed),
    Screen("empty-dark", 1366, 768, "dark", BASE, _closed),
    Screen("empty-font150-light", 1366, 768, "light", LARGE, _closed),
    Screen("settings-light", 1366, 768, "light", BASE, _dialog(_settings)),
    Screen("settings-dark", 1366, 768, "dark", BASE, _dialog(_settings)),
    Screen("settings-font150-light", 1366, 768, "light", LARGE, _dialog(_settings)),
    Screen("settings-template", 1366, 768, "light", BASE, _dialog(_settings_with_template)),
    Screen(
        "settings-some-years-light", 1366, 768, "light", BASE, _dialog(retention_looks.some_years)
    ),
    Screen(
        "settings-some-years-font150-dark",
        1366,
        768,
        "dark",
        LARGE,
        _dialog(retention_looks.some_years),
    ),
    Screen("history-forgotten-light", 1366, 768, "light", BASE, _dialog(retention_looks.forgotten)),
    Screen("about-light", 1366, 768, "light", BASE, _dialog(_about)),
    Screen("history-light", 1366, 768, "light", BASE, _dialog(_history)),
    Screen("history-dark", 1366, 768, "dark", BASE, _dialog(_history)),
    Screen("history-font150-light", 1366, 768, "light", LARGE, _dialog(_history)),
    Screen("draft-light", 1366, 768, "light", BASE, _draft),
    Screen("not-saved-light", 1366, 768, "light", BASE, _not_saved),
    Screen("not-saved-font150-dark", 1366, 768, "dark", LARGE, _not_saved),
    Screen("find-light", 1366, 768, "light", BASE, _find),
    Screen("find-dark", 1366, 768, "dark", BASE, _find),
    Screen("replace-light", 1366, 768, "light", BASE, _replace),
    Screen("erase-light", 1366, 768, "light", BASE, _erase),
    Screen("replace-font150-dark", 1366, 768, "dark", LARGE, _replace),
    Screen("waiting-light", 1366, 768, "light", BASE, _dialog(_waiting)),
    Screen("findings-dark", 1366, 768, "dark", BASE, report_looks.findings),
    Screen("findings-wide-light", 1920, 1080, "light", BASE, report_looks.findings),
    Screen("findings-font150", 1366, 768, "light", LARGE, report_looks.findings),
    Screen("new-partner-light", 1366, 768, "light", BASE, _new_partner),
    Screen("paste-text-light", 1366, 768, "light", BASE, _paste_text),
    Screen("paste-text-font150-dark", 1366, 768, "dark", LARGE, _paste_text),
    Screen("shared-event-light", 1366, 768, "light", BASE, _shared_event),
    Screen("belongs-to-light", 1366, 768, "light", BASE, _belongs_to),
    Screen("change-events-light", 1366, 768, "light", BASE, _change_events),
    Screen("change-events-font150-dark", 1366, 768, "dark", LARGE, _change_events),
    Screen("change-agreements-light", 1366, 768, "light", BASE, _change_agreements),
    Screen("change-agreements-font150-dark", 1366, 768, "dark", LARGE, _change_agreements),
    Screen("sheet-reference-light", 1366, 768, "light", BASE, _sheet(SheetKind.REFERENCE)),
    Screen("sheet-changes-dark", 1366, 768, "dark", BASE, _sheet(SheetKind.CHANGES)),
    Screen(
        "sheet-agreements-font150-light", 1366, 768, "light", LARGE, _sheet(SheetKind.AGREEMENTS)
    ),
    Screen("help-events-light", 1366, 768, "light", BASE, _help(HelpPage.EVENTS)),
    Screen("help-keys-font150-dark", 1366, 768, "dark", LARGE, _help(HelpPage.KEYS)),
    Screen("entered-twice-light", 1366, 768, "light", BASE, _entered_twice),
    Screen("report-choice-light", 1366, 768, "light", BASE, report_looks.choice),
    Screen("passed-over-light", 1366, 768, "light", BASE, report_looks.passed_over),
    Screen("accept-dark", 1366, 768, "dark", BASE, report_looks.accept),
    Screen("preview-light", 1366, 768, "light", BASE, report_looks.preview(Fit.WIDTH)),
    Screen("preview-dark", 1366, 768, "dark", BASE, report_looks.preview(Fit.PAGE, 4)),
    Screen("preview-font150-light", 1366, 768, "light", LARGE, report_looks.preview(1.0, 12)),
    Screen("preview-1024-dark", 1024, 700, "dark", BASE, report_looks.preview(0.5)),
    Screen("preview-no-printer-light", 1024, 700, "light", BASE, report_looks.no_printer),
    Screen("tree-menu-light", 1366, 768, "light", BASE, _tree_menu),
    Screen("calendar-light", 1366, 768, "light", BASE, calendar_looks.over_a_cell),
    Screen("calendar-form-dark", 1366, 768, "dark", BASE, calendar_looks.over_a_form),
    Screen("calendar-font150-dark", 1366, 768, "dark", LARGE, calendar_looks.over_a_cell),
    Screen("backups-light", 1366, 768, "light", BASE, backup_looks.compared),
    Screen("backups-dark", 1366, 768, "dark", BASE, backup_looks.listed),
    Screen("backups-font150-light", 1366, 768, "light", LARGE, backup_looks.compared),
    Screen("backups-none-light", 1366, 768, "light", BASE, backup_looks.none_yet),
    *(
        Screen(name, 1366, 768, colors, points, look)
        for name, colors, points, look in damage_looks.LOOKS
    ),
    Screen("editions-light", 1366, 768, "light", BASE, edition_looks.listed),
    Screen("editions-font150-dark", 1366, 768, "dark", LARGE, edition_looks.withdrawn),
    Screen("editions-none-light", 1366, 768, "light", BASE, edition_looks.nothing_issued),
    Screen("issue-light", 1366, 768, "light", BASE, edition_looks.issuing),
    Screen("issue-font150-dark", 1366, 768, "dark", LARGE, edition_looks.issuing),
    Screen("comparison-light", 1366, 768, "light", BASE, edition_looks.compared),
    Screen("comparison-dark", 1366, 768, "dark", BASE, edition_looks.compared),
    Screen("comparison-font150-light", 1366, 768, "light", LARGE, edition_looks.compared),
    Screen("next-year-light", 1366, 768, "light", BASE, edition_looks.next_year),
    Screen("next-year-font150-dark", 1366, 768, "dark", LARGE, edition_looks.next_year),
    Screen("import-light", 1600, 900, "light", BASE, import_looks.preview),
    Screen("import-dark", 1600, 900, "dark", BASE, import_looks.preview),
    Screen("import-1366-light", 1366, 768, "light", BASE, import_looks.corrections),
    Screen("import-1024-dark", 1024, 700, "dark", BASE, import_looks.corrections),
    Screen("import-font150-light", 1366, 768, "light", LARGE, import_looks.preview),
    Screen("import-doubtful-light", 1366, 768, "light", BASE, import_looks.doubtful),
    Screen("import-error-light", 1366, 768, "light", BASE, import_looks.error),
    Screen("import-year-dark", 1366, 768, "dark", BASE, import_looks.year),
    Screen("import-unknown-light", 1366, 768, "light", BASE, import_looks.question_of_columns),
    Screen("import-columns-light", 1366, 768, "light", BASE, import_looks.columns),
    Screen("import-columns-font150-dark", 1366, 768, "dark", LARGE, import_looks.columns),
    Screen("held-light", 1366, 768, "light", BASE, sharing_looks.held),
    Screen("held-silent-font150-dark", 1366, 768, "dark", LARGE, sharing_looks.silent),
    Screen("held-take-over-light", 1366, 768, "light", BASE, sharing_looks.take_over),
    Screen("held-free-dark", 1366, 768, "dark", BASE, sharing_looks.free),
    Screen("conflict-light", 1366, 768, "light", BASE, sharing_looks.conflict),
    Screen("conflict-font150-dark", 1366, 768, "dark", LARGE, sharing_looks.conflict_chosen),
    Screen("conflict-delete-light", 1366, 768, "light", BASE, sharing_looks.deleting),
    Screen("conflict-later-dark", 1366, 768, "dark", BASE, sharing_looks.later),
    Screen("file-gone-light", 1366, 768, "light", BASE, sharing_looks.replaced),
)


def application() -> QApplication:
    """Return the application, speaking Russian."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["shots"])
    app.setApplicationName("Partners")
    load_language("ru")
    QLocale.setDefault(QLocale(QLocale.Language.Russian))
    return app


def take(app: QApplication, screen: Screen, register: Path, settings: Path) -> QPixmap:
    """Return the picture of one screen on a register; PartnersError when it cannot be opened."""
    family = FAMILY if FAMILY in QFontDatabase.families() else None
    theme.apply(app, screen.theme, screen.points, family)
    window = MainWindow(Settings(settings))
    window.resize(screen.width, screen.height)
    window.take_register(Register.open(register, author="А. П. Иванова"))
    window.show()
    report_looks.settle(window)
    window.resize(screen.width, screen.height)
    shown = screen.show(window)
    report_looks.settle(window)
    picture = shown.grab()
    if shown is not window:
        shown.close()
    window.close()
    window.deleteLater()
    app.processEvents()
    return picture


def take_window(register: Path, target: Path) -> None:
    """Write the picture of the window on a register at 1366 x 768, light."""
    screen = Screen(target.stem, 1366, 768, "light", BASE, _turku)
    with tempfile.TemporaryDirectory() as folder:
        picture = take(application(), screen, register, Path(folder) / "settings.ini")
    _write(picture, target)


def take_all(folder: Path, beginning: str = "") -> None:
    """Write a picture of each screen whose name begins so into a folder, on its own sample."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    for screen in SCREENS:
        if not screen.name.startswith(beginning):
            continue
        with tempfile.TemporaryDirectory() as room:
            # Backups go into the user's folder, which must not be that of whoever takes pictures.
            os.environ["XDG_DATA_HOME"] = os.environ["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = room
            register = Path(room) / "реестр-2020.partners"
            sample.create(register, author="А. П. Иванова").close()
            picture = take(app, screen, register, Path(room) / "settings.ini")
        _write(picture, folder / f"{screen.name}.png")


def _write(picture: QPixmap, target: Path) -> None:
    if not picture.save(str(target), "PNG"):
        raise OSError(f"cannot write {target}")
    print(f"{target} {picture.width()}x{picture.height()}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("--window", metavar="REGISTER", type=Path)
    parser.add_argument("--only", metavar="BEGINNING", default="", help="of the names of screens")
    parser.add_argument("target", metavar="FOLDER|PICTURE", type=Path)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.window is None:
            take_all(chosen.target, chosen.only)
        else:
            take_window(chosen.window, chosen.target)
    except (PartnersError, OSError) as error:
        print(f"shots: {error!r}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
