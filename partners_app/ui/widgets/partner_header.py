"""The header over form and grid: what is looked at, how it stands, and the report year."""

from datetime import date

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import RecordMissing
from partners_app.domain.vocabulary import Status
from partners_app.services import agreements, catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.header_text import HeaderText
from partners_app.ui.widgets.painting import PillSpec, Tone

FIRST_YEAR, LAST_YEAR = 1900, 2199

_ROOM_FOR_CAPTION = 160.0
_PANE_INSET = 4.0
_TEXT_TABLES = frozenset({"region", "country", "partner", "agreement", "agreement_date", "setting"})
_YEAR_TABLES = frozenset({"event", "event_link"})
_STATUS_CHIPS = {
    Status.IN_FORCE: (Tone.OK, "circle-check"),
    Status.SUSPENDED: (Tone.WARN, "circle-alert"),
    Status.ENDED: (Tone.BAD, "circle-x"),
    Status.UNCONFIRMED: (Tone.TAG, "circle-dot"),
}


class PartnerHeader(QWidget):
    """Shows one Scope, and lets the clerk choose the year of the report."""

    year_requested = Signal(int)
    """A year chosen by the user, before the register is asked for it."""
    edit_requested = Signal(object)
    """The Scope whose own fields the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: OpenRegister | None = None
        self._scope = Scope()
        self._text = HeaderText()
        self._caption = QLabel(self.tr("Report &year"))
        theme.set_look(self._caption, Look.SMALL)
        self._earlier = self._step_button("chevron-left", self.tr("Year before"), -1)
        self._later = self._step_button("chevron-right", self.tr("Year after"), 1)
        self._year = QComboBox()
        theme.set_style_property(self._year, "look", Look.SECTION.value)
        self._year.setAccessibleName(self.tr("Report year"))
        self._year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._year.activated.connect(self._year_chosen)
        self._caption.setBuddy(self._year)
        self._selector = QHBoxLayout()
        for part in (self._caption, self._earlier, self._year, self._later):
            self._selector.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line = QHBoxLayout()
        self._line.addWidget(self._text, 1)
        self.edit_button = QToolButton()
        self.edit_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.edit_button, "textless", True)
        theme.give_icon(self.edit_button, "pencil")
        self.edit_button.clicked.connect(lambda: self.edit_requested.emit(self._scope))
        self._line.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(self._selector)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._line)
        hairline = QFrame()
        hairline.setObjectName("hairline")
        whole.addWidget(hairline)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._measure()
        self._show_nothing()

    def _step_button(self, icon: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(button, "textless", True)
        theme.give_icon(button, icon, "text")
        button.clicked.connect(lambda: self._step(step))
        return button

    def _measure(self) -> None:
        inset = theme.length(_PANE_INSET)
        self._line.setContentsMargins(inset, theme.length(1.5), inset, theme.length(1.5))
        self._line.setSpacing(theme.length(4))
        self._selector.setSpacing(theme.length(2))
        self._fit_year()
        self._fit_caption()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_caption()

    def _fit_caption(self) -> None:
        # Beside the list of findings little room is left, and the title needs it more.
        self._caption.setVisible(self.width() >= theme.length(_ROOM_FOR_CAPTION))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            # The field itself gets the new font or sheet after its parent.
            QTimer.singleShot(0, self, self._fit_year)

    # What the window asks.

    def set_register(self, open_register: OpenRegister | None) -> None:
        """Show another register, everything of it; None shows nothing."""
        if self._open is not None:
            self._open.changed.disconnect(self._changed)
            self._open.year_changed.disconnect(self._read_years)
        self._open = open_register
        self._scope = Scope()
        if open_register is not None:
            open_register.changed.connect(self._changed)
            open_register.year_changed.connect(self._read_years)
        self._read_years()
        self.show_scope(self._scope)

    def show_scope(self, scope: Scope) -> None:
        """Show a partner, a country, a band or everything."""
        self._scope = scope
        self._show_edit_button()
        if self._open is None:
            self._show_nothing()
            return
        try:
            self._read_text(self._open)
        except RecordMissing:
            self._show_nothing()  # deleted; the tree is about to select something else

    def text(self) -> HeaderText:
        """Return the part that shows breadcrumb, title and chips."""
        return self._text

    # Reading.

    def _changed(self, change_set: ChangeSet) -> None:
        tables = {change.table for change in change_set.changes}
        if not change_set or tables & _TEXT_TABLES:
            self.show_scope(self._scope)
        if not change_set or tables & _YEAR_TABLES:
            self._read_years()

    def _show_nothing(self) -> None:
        self._text.set_text((), "", ())

    def _read_text(self, register: OpenRegister) -> None:
        kind, number = self._scope.kind, self._scope.id
        if number is None:
            title = register.register.settings().title
            self._text.set_text([title] if title else [], self.tr("All partners"), [])
        elif kind is ScopeKind.REGION:
            band = register.ask(catalogue.region, number)
            self._text.set_text([self.tr("All partners")], band.name, [])
        elif kind is ScopeKind.COUNTRY:
            land = register.ask(catalogue.country, number)
            band = register.ask(catalogue.region, land.region_id)
            self._text.set_text([band.name], land.name, [])
        else:
            self._read_partner(register, number)

    def _read_partner(self, register: OpenRegister, partner_id: int) -> None:
        partner = register.ask(catalogue.partner, partner_id)
        land = register.ask(catalogue.country, partner.country_id)
        band = register.ask(catalogue.region, land.region_id)
        tone, icon = _STATUS_CHIPS[partner.status]
        chips = [PillSpec(word(partner.status), tone, icon)]
        if (first := self._first_year(register, partner_id)) is not None:
            chips.append(PillSpec(self.tr("ties since %1").replace("%1", str(first))))
        breadcrumb = [band.name, land.name, word(partner.kind)]
        title = partner.name or self.tr("Country as a whole")
        self._text.set_text(breadcrumb, title, chips)

    def _first_year(self, register: OpenRegister, partner_id: int) -> int | None:
        """Return the year of the earliest date of any agreement."""
        years = [
            each.date.earliest.year
            for agreement in register.ask(agreements.of_partner, partner_id)
            for each in agreement.dates
            if each.date.earliest is not None
        ]
        return min(years, default=None)

    def _show_edit_button(self) -> None:
        kind = self._scope.kind
        self.edit_button.setVisible(self._open is not None and kind is not ScopeKind.ALL)
        names = {
            ScopeKind.PARTNER: self.tr("The partner's data"),
            ScopeKind.COUNTRY: self.tr("The country's data"),
            ScopeKind.REGION: self.tr("The band's data"),
        }
        name = names.get(kind, "")
        self.edit_button.setAccessibleName(name)
        self.edit_button.setToolTip(name)

    # The year.

    def _read_years(self) -> None:
        self._year.setEnabled(self._open is not None)
        self._earlier.setEnabled(self._open is not None and self._open.year > FIRST_YEAR)
        self._later.setEnabled(self._open is not None and self._open.year < LAST_YEAR)
        with QSignalBlocker(self._year):
            self._year.clear()
            if self._open is not None:
                # Every year from the first with events to the next one to be begun.
                known = [*self._open.ask(catalogue.years), self._open.year]
                last = min(max(*known, date.today().year) + 1, LAST_YEAR)
                for year in range(last, min(known) - 1, -1):
                    self._year.addItem(str(year), year)
                self._year.setCurrentIndex(self._year.findData(self._open.year))
        self._fit_year()

    def _fit_year(self) -> None:
        # A combo box that has been empty otherwise stays as wide as it was then.
        self._year.setFixedWidth(self._year.sizeHint().width())

    def _year_chosen(self) -> None:
        self._set_year(self._year.currentData())

    def _step(self, step: int) -> None:
        if self._open is not None:
            self._set_year(self._open.year + step)

    def _set_year(self, year: int) -> None:
        if self._open is not None and FIRST_YEAR <= year <= LAST_YEAR:
            self.year_requested.emit(year)
            self._open.set_year(year)
