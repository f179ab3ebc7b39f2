"""What the cooperation with a partner rests on: the list of agreements and the form of one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError, RecordMissing
from partners_app.domain.records import Agreement
from partners_app.services import agreements, placing
from partners_app.services.drafts import Typed
from partners_app.ui import theme
from partners_app.ui.item_models.agreements import AgreementsModel, Role, kind_text
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_form import AgreementForm
from partners_app.ui.widgets.agreement_form_scroll import FormScroll
from partners_app.ui.widgets.agreement_list import (
    ADD_KEYS,
    CHANGE_KEY,
    DELETE_KEY,
    AgreementList,
)
from partners_app.ui.widgets.paired_grid import BETWEEN_ROWS
from partners_app.ui.widgets.section_header import SectionHeader

_TABLES = {"agreement", "agreement_date", "agreement_link"}
_LIST_TO_FORM = (34, 66)


class AgreementPane(QWidget):
    """The agreements of one partner, read from the open register and written to it."""

    problem = Signal(object)
    """The PartnersError that kept a scan from being opened."""
    shown = Signal()
    """Another agreement stands in the form."""
    history_requested = Signal()
    """The steps of the agreement in the form are to be shown."""
    change_requested = Signal()
    """Fields of all the selected agreements are to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: OpenRegister | None = None
        self._partner_id: int | None = None
        self._loading = False
        self._shown_row = 0
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.model = AgreementsModel(self)
        self.form = AgreementForm()
        self.list = AgreementList()
        self.list.setModel(self.model)
        self._make_list_side()
        self._make_form_side()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._list_side)
        self.splitter.addWidget(self._form_side)
        for place, share in enumerate(_LIST_TO_FORM):
            self.splitter.setStretchFactor(place, share)
        self.splitter.setSizes([share * 10 for share in _LIST_TO_FORM])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.setFocusProxy(self.list)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.add_requested.connect(self.add_agreement)
        self.list.delete_requested.connect(self.delete_selected)
        self.list.change_requested.connect(self.change_requested)
        self.list.move_requested.connect(self.move_current)
        # Later: the list is still at the drop, and its rows would change under it.
        self.model.placing_requested.connect(self._put, Qt.ConnectionType.QueuedConnection)
        self.list.edit_requested.connect(self.form.focus_first)
        self.form.scan.problem.connect(self.problem)

    def set_register(self, register: OpenRegister | None) -> None:
        """Show agreements of this register from now on; none until a partner is shown."""
        if self._register is not None:
            self.commit()
            self._register.changed.disconnect(self._on_changed)
            self._register.failed.disconnect(self._on_failed)
            self._register.year_changed.disconnect(self._on_year_changed)
        self._register = register
        self._partner_id = None
        self.form.set_register(register)
        read_only = register is not None and register.register.read_only
        self.list.read_only = read_only
        self.model.set_editable(not read_only)
        for button in (self.add_button, self.delete_button, self._add_first):
            button.setDisabled(read_only)
        self._load()
        if register is not None:
            register.changed.connect(self._on_changed)
            register.failed.connect(self._on_failed)
            register.year_changed.connect(self._on_year_changed)

    def show_partner(self, partner_id: int | None) -> None:
        """Show a partner's agreements, None: nothing; what was typed for another is written."""
        self.commit()
        if partner_id != self._partner_id:
            self._partner_id = partner_id
            self._shown_row = 0
        self._load()

    def current_agreement(self) -> int | None:
        """Return the id of the agreement in the form."""
        shown = self.form.agreement()
        return None if shown is None else shown.id

    def selected_agreements(self) -> list[int]:
        """Return the ids of the agreements selected in the list, from above."""
        found = self.model.agreements()
        return [found[row].id for row in self.list.selected_rows()]

    def show_agreement(self, agreement_id: int) -> None:
        """Make one of the partner's agreements the one in the form."""
        row = self.model.row_of(agreement_id)
        if row is not None:
            self.list.select_row(row)

    def commit(self) -> bool:
        """Write what is typed; False if something could not be written and is still typed."""
        return self.form.commit()

    def typed(self) -> list[Typed]:
        """Return what is being typed, and what could not be written."""
        return [] if self._register is None else self.form.typed(self._register.year)

    def write_again(self) -> None:
        """Try to write what could not be written; what is being typed, too."""
        self.form.write_again()

    def add_agreement(self) -> None:
        """Add an agreement behind the others and go to its title."""
        self.commit()
        if self._register is None or self._partner_id is None:
            return
        done = self._register.do(agreements.add, self._partner_id)
        if done:
            (new_id,) = done.ids("agreement")
            row = self.model.row_of(new_id)
            if row is not None:
                self.list.select_row(row)
            self.form.focus_first()

    def delete_current(self) -> None:
        """Delete the agreement in the form; it comes back with undo."""
        shown = self.current_agreement()
        if shown is not None:
            self._delete([shown])

    def delete_selected(self) -> None:
        """Delete the agreements selected in the list, in one step."""
        self._delete(self.selected_agreements())

    def _delete(self, ids: Sequence[int]) -> None:
        if self._register is None or not ids:
            return
        self.commit()
        self._register.do(agreements.delete, *ids)

    def move_current(self, step: int) -> None:
        """Move the agreement in the form one place up (-1) or down (+1) in its list."""
        shown = self.current_agreement()
        if self._register is None or shown is None:
            return
        self.commit()
        self._register.do(agreements.move, shown, step)

    def _put(self, agreement_id: int, before: int | None) -> None:
        """Put an agreement that was dragged before another one, or behind all."""
        if self._register is None or self._partner_id is None:
            return
        self.commit()
        self._register.do(placing.move_to, "agreement", agreement_id, self._partner_id, before)
        self.show_agreement(agreement_id)

    def reload(self) -> None:
        """Read everything again, since somebody else may have written; typing stays."""
        self._load()

    def save_state(self) -> QByteArray:
        """Return how list and form share the width."""
        return self.splitter.saveState()

    def restore_state(self, state: QByteArray) -> bool:
        """Share the width as it was saved; False for what is no such state."""
        return self.splitter.restoreState(state)

    def height_for_rows(self, count: int) -> int:
        """Return the height in pixels at which the form shows its first rows; more by scrolling."""
        return self._form_header.sizeHint().height() + self.form.height_of_rows(count)

    def height_of_whole_rows(self, wanted: int) -> int:
        """Return the height nearest to a wanted one at which no row of the form is cut (pixels)."""
        below = self._form_header.height() + theme.length(BETWEEN_ROWS) // 2
        ends = [end + below for end in self.form.row_ends()]
        return min(ends, key=lambda end: abs(end - wanted), default=wanted)

    def event(self, event: QEvent) -> bool:
        # While the focus is anywhere in this pane these keys are about agreements, not events.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        elif not self.list.read_only:
            act()

    def sizeHint(self) -> QSize:
        header = self._form_header.sizeHint().height()
        return QSize(super().sizeHint().width(), header + self.form.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.height_for_rows(1))

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        pressed = QKeySequence(event.keyCombination())
        if pressed in ADD_KEYS:
            return self.add_agreement
        if pressed == CHANGE_KEY:
            return self.change_requested.emit
        return self.delete_current if pressed == DELETE_KEY else None

    def _open_or_choose_scan(self) -> None:
        """Open the scan; where none is known yet, ask for its file."""
        scan = self.form.scan
        if scan.line.text().strip():
            scan.open_scan()
        else:
            scan.choose()

    def _show_scan(self, agreement: Agreement | None) -> None:
        has_scan = agreement is not None and bool(agreement.scan_path)
        tip = self.tr("Open the scan") if has_scan else self.tr("Choose the file of the scan")
        self.scan_button.setToolTip(tip)
        self.scan_button.setAccessibleName(tip)
        self.scan_button.setEnabled(has_scan or not self.list.read_only)

    def _make_list_side(self) -> None:
        self._list_header = SectionHeader(self.tr("Agreements"))
        self.add_button = self._list_header.add_button(
            self.tr("&Add"), "plus", main=True, tip=self.tr("Add an agreement")
        )
        self.add_button.setAccessibleName(self.tr("Add an agreement"))
        self.add_button.clicked.connect(self.add_agreement)
        self._list_side = QWidget()
        layout = QVBoxLayout(self._list_side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list_header)
        layout.addWidget(self.list, 1)

    def _make_form_side(self) -> None:
        self._form_header = SectionHeader()
        self.scan_button = self._form_header.add_button(self.tr("Scan"), "paperclip")
        self.scan_button.clicked.connect(self._open_or_choose_scan)
        self.history_button = self._form_header.add_button(
            self.tr("History"), "history", tip=self.tr("History of this agreement")
        )
        self.history_button.setAccessibleName(self.tr("History of this agreement"))
        self.history_button.clicked.connect(self.history_requested)
        self.delete_button = self._form_header.add_button(
            self.tr("Delete"), "trash-2", tip=self.tr("Delete this agreement")
        )
        self.delete_button.setAccessibleName(self.tr("Delete this agreement"))
        self.delete_button.clicked.connect(self.delete_current)
        self.form_scroll = FormScroll(self.form)
        filled = QWidget()
        layout = QVBoxLayout(filled)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._form_header)
        layout.addWidget(self.form_scroll, 1)
        empty = QWidget()
        layout = QVBoxLayout(empty)
        inset = theme.length(4)
        layout.setContentsMargins(inset, theme.length(3), inset, inset)
        layout.setSpacing(theme.length(3))
        sentence = QLabel(
            self.tr("Nothing is written down yet on which the cooperation with this partner rests.")
        )
        sentence.setWordWrap(True)
        theme.set_look(sentence, theme.Look.QUIET)
        layout.addWidget(sentence)
        self._add_first = QPushButton(self.tr("Add an agreement"))
        self._add_first.clicked.connect(self.add_agreement)
        layout.addWidget(self._add_first, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._form_side = QStackedWidget()
        self._form_side.addWidget(filled)
        self._form_side.addWidget(empty)

    def _load(self) -> None:
        """Read the partner's agreements and show them; the current one stays current."""
        found = (
            ()
            if self._register is None or self._partner_id is None
            else self._register.ask(agreements.of_partner, self._partner_id)
        )
        before = self.form.agreement()
        leaving, self._loading = self._loading, True
        try:
            self.model.set_agreements(found)
        finally:
            self._loading = leaving
        row = self.model.row_of(None if before is None else before.id)
        if row is None:
            if before is not None and before.partner_id == self._partner_id:
                self.form.forget_typed()
            row = min(self._shown_row, len(found) - 1)
        if found and not leaving:
            self._select(row)
        self._list_header.set_count(str(len(found)) if found else "")
        self._show_row(row)

    def _select(self, row: int) -> None:
        if self.list.currentIndex().row() == row:
            return  # what is selected beside it stays so
        self._loading = True
        try:
            self.list.select_row(row)
        finally:
            self._loading = False

    def _show_current(self, current: QModelIndex) -> None:
        if self._loading:
            return
        wanted = current.data(Role.ID)
        # What is written is read again, and that would lead back to the agreement written.
        self._loading = True
        try:
            self.commit()
        finally:
            self._loading = False
        row = self.model.row_of(wanted)
        if row is not None:
            self._select(row)
            self._show_row(row)

    def _show_row(self, row: int) -> None:
        found = self.model.agreements()
        agreement = found[row] if 0 <= row < len(found) else None
        self._shown_row = max(row, 0)
        if agreement is not None:
            self._form_header.set_title(kind_text(agreement))
        before = self.current_agreement()
        self.form.show_agreement(agreement)
        self._show_scan(agreement)
        self._form_side.setCurrentIndex(0 if agreement is not None else 1)
        if self.current_agreement() not in (before, None):
            self.shown.emit()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if any(change.table in _TABLES for change in change_set.changes):
            self._load()

    def _on_failed(self, error: PartnersError) -> None:
        # What cannot be written stays typed; but a record that is gone is gone.
        if isinstance(error, RecordMissing) and error.table in _TABLES:
            self._load()

    def _on_year_changed(self, _year: int) -> None:
        self.commit()
