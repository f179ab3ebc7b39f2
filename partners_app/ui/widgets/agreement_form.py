"""The form of one agreement: where its fields stand, and each is written when it is left."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from partners_app.domain.changes import Value
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import Prolongation, Status
from partners_app.services import agreements, drafts
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.agreement_fields import AgreementFields
from partners_app.ui.widgets.folded_completer import FoldedCompleter
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT, LineField
from partners_app.ui.widgets.paired_grid import BETWEEN_ROWS, Pair, PairedGrid

_INSET = 4.0
TWO_PAIRS_FROM = 152.0
"""The width of the form, in u, from which two pairs stand in a row (a window of some 1150 px)."""


class AgreementForm(AgreementFields):
    """Two pairs to a row where there is room; asks only for what matters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: OpenRegister | None = None
        self._narrow = False
        self._grid = PairedGrid(self)
        self._make_pairs()
        self._complete_names()
        self._measure()
        self._arrange(narrow=False)
        self._order_tabs()
        self._connect()
        self._show_what_applies()

    def set_register(self, register: OpenRegister | None) -> None:
        """Write to this register from now on; the fields are empty until an agreement is shown."""
        self._register = register
        self._agreement = None
        self._elsewhere = []
        self.dates.set_register(register)
        self.links.set_register(register)
        self.scan.set_register(register)
        self.set_read_only(register is not None and register.register.read_only)

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show a record; of the agreement shown already, what is being typed stays."""
        before = self._agreement
        if agreement is None:
            self.show_nothing()
            self.links.show_links(None)
            return
        self.show_values(agreement)
        self.links.show_links(agreement)
        self._show_what_applies()
        if (before is None or before.id != agreement.id) and self._register is not None:
            ours, theirs = self._register.ask(agreements.signatories)
            self._our_names.set_names(ours)
            self._their_names.set_names(theirs)
            self._responsible_names.set_names(self._register.ask(agreements.responsible_names))

    def write_again(self) -> None:
        """Try to write what could not be written, of agreements that are not shown too."""
        self.commit()
        register, waiting = self._register, self._elsewhere
        if register is not None and waiting:
            self._elsewhere = [
                typed for typed in waiting if register.do(drafts.restore, typed) is None
            ]

    def focus_first(self) -> None:
        """Take the focus where the typing begins."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit_width(self, width: int) -> None:
        """Stand two pairs in a row, or one, as a width in pixels has room for."""
        two_pairs = max(
            theme.length(TWO_PAIRS_FROM), self._grid.narrowest(self._rows(narrow=False))
        )
        self._arrange(narrow=width < two_pairs)

    def is_narrow(self) -> bool:
        """Tell whether one pair stands in a row."""
        return self._narrow

    def narrowest(self) -> int:
        """Return the least width in pixels at which nothing is cut."""
        return self._grid.narrowest(self._rows(narrow=True))

    def height_of_rows(self, count: int) -> int:
        """Return the height in pixels of the first rows of single lines."""
        return count * (theme.length(FIELD_HEIGHT) + theme.length(BETWEEN_ROWS))

    def row_ends(self) -> list[int]:
        """Return where the rows that are shown end, in pixels from the top, every date one."""
        self._grid.activate()
        ends = []
        for pairs in self._rows(narrow=self._narrow):
            shown = [pair.field for pair in pairs if not pair.field.isHidden()]
            if self.dates in shown:
                ends += [self.dates.y() + end for end in self.dates.row_ends()]
            elif shown:
                ends.append(max(field.y() + field.height() for field in shown))
        return ends

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _make_pairs(self) -> None:
        pair = self._grid.pair
        self._kind = pair(self.tr("&Kind"), self.kind)
        self._status = pair(self.tr("&Status"), self.status)
        self._title = pair(self.tr("T&itle"), self.title)
        self._dates = pair(self.tr("&Dates"), self.dates, self.dates.add_button)
        self._validity = pair(self.tr("Va&lid"), self.validity, self.validity.start)
        self._prolongation = pair(self.tr("&Prolongation"), self.prolongation)
        self._years = pair(self.tr("&For"), self.years)
        self._notice = pair(self.tr("Noti&ce"), self.notice)
        self._our_side = pair(self.tr("&Our side"), self.our_side)
        self._their_side = pair(self.tr("&Their side"), self.their_side)
        self._responsible = pair(self.tr("Responsi&ble"), self.responsible)
        self._original = pair(self.tr("Ori&ginal"), self.original)
        self._reason = pair(self.tr("Reaso&n"), self.reason)
        self._number = pair(self.tr("&Reg. number"), self.number)
        self._registered = pair(
            self.tr("R&eg. date"),
            self.registered,
            self.registered.field,
        )
        self._areas = pair(self.tr("&Work areas"), self.areas)
        self._links = pair(self.tr("Ot&hers"), self.links, self.links.add_button)
        self._scan = pair(self.tr("Cop&y"), self.scan, self.scan.line)
        self._remark = pair(self.tr("Re&mark"), self.remark)

    def _complete_names(self) -> None:
        self._our_names = FoldedCompleter(self)
        self._their_names = FoldedCompleter(self)
        self._responsible_names = FoldedCompleter(self)
        for field, names in self._completed():
            field.setCompleter(names)

    def _completed(self) -> tuple[tuple[LineField, FoldedCompleter], ...]:
        return (
            (self.our_side, self._our_names),
            (self.their_side, self._their_names),
            (self.responsible, self._responsible_names),
        )

    def _rows(self, *, narrow: bool) -> Sequence[tuple[Pair, ...]]:
        """Return which pairs share a row."""
        rows: Sequence[tuple[Pair, ...]] = (
            (self._kind, self._status),
            (self._reason,),
            (self._title,),
            (self._dates,),
            (self._validity, self._prolongation),
            (self._years, self._notice),
            (self._our_side, self._their_side),
            (self._responsible, self._original),
            (self._number, self._registered),
            (self._areas,),
            (self._links,),
            (self._scan,),
            (self._remark,),
        )
        return [(pair,) for row in rows for pair in row] if narrow else rows

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow and self._grid.count():
            return
        self._narrow = narrow
        self._grid.place(self._rows(narrow=narrow))
        self.dates.set_narrow(narrow)
        self._show_what_applies()

    def _measure(self) -> None:
        inset = theme.length(_INSET)
        self._grid.setContentsMargins(inset, theme.length(1), inset, theme.length(3))
        self._grid.measure()

    def _order_tabs(self) -> None:
        stops = [
            self.kind,
            self.status,
            self.reason,
            self.title,
            *self.dates.stops(),
            self.validity.start,
            self.validity.end,
            self.prolongation,
            self.years,
            self.notice,
            self.our_side,
            self.their_side,
            self.responsible,
            self.original,
            self.number,
            self.registered.field,
            self.areas,
            *self.links.stops(),
            self.scan.line,
            self.scan.choose_button,
            self.scan.open_button,
            self.remark,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for name, choice in self._choices.items():
            choice.chosen.connect(lambda member, name=name: self._write_choice(name, member))
        for name, text in self._texts.items():
            text.committed.connect(lambda value, name=name: self._write_text(name, value))
        self.validity.committed.connect(self._write_validity)
        self.registered.committed.connect(self._write_registered)
        self.scan.chosen.connect(self._write_scan)
        self.dates.stops_changed.connect(self._order_tabs)
        self.links.stops_changed.connect(self._order_tabs)
        for field, completer in self._completed():
            completer.activated.connect(lambda _name, field=field: field.commit())

    def _write(self, name: str, value: Value) -> bool:
        if self._agreement is None or self._register is None:
            return False
        done = self._register.do(agreements.set_field, self._agreement.id, name, value)
        return done is not None

    def _write_choice(self, name: str, member: Value) -> None:
        if not self._write(name, member):
            choice = self._choices[name]
            with QSignalBlocker(choice):
                choice.set_value(choice.value())

    def _write_text(self, name: str, value: str) -> None:
        if self._agreement is None or self._register is None:
            return
        done = self._register.do(agreements.set_typed, self._agreement.id, name, value)
        if done is not None:
            self._texts[name].set_value(value)

    def _write_validity(self, name: str, wording: str) -> None:
        if not self._write(name, wording):
            self.validity.keep_pending(name)

    def _write_registered(self, wording: str) -> None:
        if not self._write("registration_date", wording):
            self.registered.keep_pending()

    def _write_scan(self, path: Path) -> None:
        if self._agreement is not None and self._register is not None:
            self._register.do(agreements.set_scan, self._agreement.id, path)

    def _show_what_applies(self) -> None:
        """Ask only for what matters: a reason out of force, years and notice of a prolongation.

        What is written down is shown in any case.
        """
        agreement = self._agreement
        rule = None if agreement is None else agreement.prolongation
        goes_on = rule in (Prolongation.AUTOMATIC, Prolongation.CONSENT)
        for pair, needed in (
            (
                self._reason,
                agreement is not None
                and (agreement.status is not Status.IN_FORCE or bool(agreement.status_reason)),
            ),
            (
                self._years,
                agreement is not None
                and (rule is Prolongation.AUTOMATIC or agreement.prolongation_years is not None),
            ),
            (
                self._notice,
                agreement is not None and (goes_on or agreement.notice_months is not None),
            ),
        ):
            pair.set_visible(needed)
