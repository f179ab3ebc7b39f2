"""The editions of the report: what was issued, when, by whom; and what can be done with one."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.services import editions
from partners_app.services.editions import Edition
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel, heading
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import Banner, BannerTone
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline

_EDGE = 4.0
_SIZE = (190.0, 140.0)


class EditionsDialog(QDialog):
    """Lists the editions, each year under its heading; acts on the current one stand below."""

    issue_requested = Signal()
    save_requested = Signal(object)
    """The Edition that is to be written into a file."""
    compare_requested = Signal(object)
    next_year_requested = Signal()

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Read the editions of a register that is open."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Editions of the report"))
        self._opened = opened
        self.banner = Banner()
        self._none = QLabel(
            self.tr(
                "Nothing was issued yet. An edition keeps the report for good as it went out: "
                "whatever is corrected later, it can be saved and printed again word for word, "
                "and compared with what is in the register now."
            )
        )
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("Editions"))
        self.list.setModel(self._model)
        self.save_button = self._button(self.tr("&Save as a file…"), "save")
        self.compare_button = self._button(self.tr("&Compare…"), "equal")
        self.withdraw_button = self._button(self.tr("&Withdraw"), "trash-2")
        self.next_year_button = self._button("", "calendar-days")
        self.issue_button = self._button("", "book-open")
        theme.give_icon(self.issue_button, "book-open", "on_accent", before_text=True)
        self.issue_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.issue_button.clicked.connect(self.issue_requested)
        self.next_year_button.clicked.connect(self.next_year_requested)
        self.save_button.clicked.connect(lambda: self._request(self.save_requested))
        self.compare_button.clicked.connect(lambda: self._request(self.compare_requested))
        self.withdraw_button.clicked.connect(self._withdraw)
        self.close_button.clicked.connect(self.reject)
        self.list.activated.connect(lambda _index: self._request(self.compare_requested))
        self.list.selectionModel().currentChanged.connect(self._show_acts)
        opened.changed.connect(self._on_changed)
        opened.read_anew.connect(self.read_again)
        opened.year_changed.connect(self._show_year)
        opened.closed.connect(self.reject)
        self.resize(*(theme.length(length) for length in _SIZE))
        self._show_year()
        self.read_again()
        (self.list if self.current() is not None else self.issue_button).setFocus()

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        theme.give_icon(button, icon, "text", before_text=True)
        return button

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        self._none.setContentsMargins(edge, edge, edge, edge)
        acts = QHBoxLayout()
        acts.setContentsMargins(edge, theme.length(2), edge, theme.length(2))
        acts.setSpacing(theme.length(2))
        for button in (self.save_button, self.compare_button, self.withdraw_button):
            acts.addWidget(button)
        acts.addStretch(1)
        foot = dialog_foot(
            [self.next_year_button], [self.close_button, self.issue_button], edge=_EDGE
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        column.addWidget(hairline())
        column.addLayout(foot)

    # The list

    def read_again(self) -> None:
        """Show the editions as they are in the register now; the current one stays so."""
        chosen = self.current()
        try:
            found = self._opened.ask(editions.editions)
        except PartnersError as error:
            self._say(error)
            return
        rows: list[Entry] = []
        year: int | None = None
        for item in found:
            if item.year != year:
                year = item.year
                rows.append(heading(str(year)))
            rows.append(self._entry(item))
        self._model.set_entries(rows)
        self._none.setHidden(bool(found))
        appears = self.list.isHidden() and bool(found)
        self.list.setHidden(not found)
        if appears:
            self.list.setFocus()
        if found:
            stays = chosen is not None and self._model.row_of(chosen) is not None
            self.choose(chosen if stays and chosen is not None else found[0])
        self._show_acts()

    def choose(self, edition: Edition) -> None:
        """Make an edition the current one."""
        row = self._model.row_of(edition)
        if row is not None:
            self.list.setCurrentIndex(self._model.index(row, 0))

    def current(self) -> Edition | None:
        """Return the current edition."""
        entry = self._model.entry(self.list.currentIndex())
        return entry.subject if entry is not None and isinstance(entry.subject, Edition) else None

    def _entry(self, item: Edition) -> Entry:
        facts = item.facts
        if facts is None:
            told = self.tr("What it holds cannot be read.")
        else:
            told = " · ".join(
                (
                    self.tr("%n partner(s)", "", facts.partners),
                    self.tr("%n agreement(s)", "", facts.documents),
                    self.tr("%n event(s)", "", facts.events),
                )
            )
            if facts.options:
                told += " · " + self.tr("a choice from the year")
        return Entry(
            "triangle-alert" if facts is None else "book-open",
            "bad" if facts is None else "accent",
            item.remark or self.tr("Edition without a note"),
            told,
            f"{issued_text(item.issued_at)} · {item.author}",
            item,
            quiet=True,
        )

    # What can be done

    def _show_acts(self, *_: object) -> None:
        chosen = self.current() is not None
        writable = not self._opened.register.read_only
        for button in (self.save_button, self.compare_button):
            button.setEnabled(chosen)
        self.withdraw_button.setEnabled(chosen and writable)
        self.issue_button.setEnabled(writable)

    def _show_year(self, _year: int = 0) -> None:
        year = self._opened.year
        self.issue_button.setText(self.tr("&Issue the report for %1…").replace("%1", str(year)))
        self.next_year_button.setText(self.tr("&Open the year %1…").replace("%1", str(year + 1)))

    def _request(self, signal: object) -> None:
        edition = self.current()
        if edition is not None:
            signal.emit(edition)  # type: ignore[attr-defined]  # a signal of Qt has no type

    def _withdraw(self) -> None:
        edition = self.current()
        if edition is None:
            return
        try:
            change_set = editions.withdraw(self._opened.register, edition.id)
            (gone, *_) = self._opened.register.versions("edition", edition.id)
        except PartnersError as error:
            self._say(error)
            return
        self._opened.tell_written(change_set)
        text = self.tr("The edition of %1 of the report for %2 is withdrawn.")
        text = text.replace("%1", issued_text(edition.issued_at)).replace("%2", str(edition.year))
        act = (self.tr("Bring it back"), lambda: self._bring_back(gone.operation.id))
        self.banner.say(BannerTone.WARN, text, [act])

    def _bring_back(self, step: int) -> None:
        """Take back that step, whatever was written since; the offer stays if it cannot be."""
        if self._opened.do(lambda register: register.take_back(step).applied) is not None:
            self.banner.hide()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.ids("edition"):
            self.read_again()

    def _say(self, error: PartnersError) -> None:
        text = error_text(error)
        self.banner.say(BannerTone.BAD, f"{text.what} {text.todo}", details=text.details)


def issued_text(at: datetime) -> str:
    """Return when an edition was issued: «24 ноября 2026, 14:32»."""
    here = at.astimezone()
    day = QLocale().toString(QDate(here.year, here.month, here.day), "d MMMM yyyy")
    return f"{day}, {here:%H:%M}"
