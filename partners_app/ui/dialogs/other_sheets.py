"""Which sheet beside the yearly table is wanted: on a partner, of a day, a year, a period."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from partners_app.domain.partial_date import PartialDate, parse_partial_date
from partners_app.domain.report import FIRST_YEAR, LAST_YEAR
from partners_app.services import catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.folded_completer import FoldedCompleter
from partners_app.ui.widgets.form_fields import NumberField
from partners_app.ui.widgets.paired_grid import Pair, PairedGrid
from partners_app.ui.widgets.single_date_field import SingleDateField

_SIZE = (130.0, 66.0)
_FIGURES_OF_A_YEAR = 4


class SheetKind(StrEnum):
    """The sheets that can be had, in the order of the list."""

    REFERENCE = "reference"
    AGREEMENTS = "agreements"
    PLAN = "plan"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """A sheet and what it is of: only what belongs to the kind is given."""

    kind: SheetKind
    partner_id: int = 0
    day: date = date.min
    year: int = 0
    first: date = date.min
    last: date = date.min


class OtherSheetsDialog(ActDialog):
    """Asks for a sheet; it stays open until the file is chosen as well."""

    save_requested = Signal(object)
    """The SheetRequest."""

    def __init__(
        self, opened: OpenRegister, scope: Scope, today: date, parent: QWidget | None = None
    ) -> None:
        """Propose the partner of a scope, today, the year that is open and this month."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Other sheets"))
        self.act_button.setText(self.tr("Save as…"))
        self.kind = QComboBox()
        for kind, words in zip(SheetKind, self._names(), strict=True):
            self.kind.addItem(words, kind)
        self._about = QLabel()
        self._about.setWordWrap(True)
        theme.set_look(self._about, Look.QUIET)
        self.partner = self._partner_box(opened, scope)
        self.day = SingleDateField(name=self.tr("On the day"))
        self.year = NumberField(figures=_FIGURES_OF_A_YEAR)
        self.first = SingleDateField(name=self.tr("From"))
        self.last = SingleDateField(name=self.tr("Until"))
        for field, day in (
            (self.day, today),
            (self.first, today.replace(day=1)),
            (self.last, today),
        ):
            field.reset(parse_partial_date(f"{day:%d.%m.%Y}"))
        self.year.reset(str(opened.year))
        self._grid = PairedGrid()
        self._pairs = self._make_pairs()
        whole = QVBoxLayout()
        give_edges(whole)
        whole.setSpacing(theme.length(3))
        whole.addLayout(self._grid)
        whole.addWidget(self._about)
        whole.addStretch(1)
        self.content.addLayout(whole, 1)
        self.set_size(*_SIZE)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.partner.editTextChanged.connect(self._check)
        self.year.textChanged.connect(self._check)
        for field in (self.day, self.first, self.last):
            field.field.textChanged.connect(self._check)
        self._show_kind()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self) -> Sequence[str]:
        return (
            self.tr("Reference on a partner, one page"),
            self.tr("Documents in force on a day"),
            self.tr("Plan of events of a year"),
            self.tr("Changes of the register in a period"),
        )

    def _partner_box(self, opened: OpenRegister, scope: Scope) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        same = Counter[str]()
        for band in opened.ask(catalogue.tree, opened.year).regions:
            for land in band.countries:
                for node in land.partners:
                    # What the tree says of rows of one country that all lack a name.
                    own = node.partner.name or node.detail
                    name = f"{land.country.name}, {own}" if own else land.country.name
                    same[name] += 1
                    label = f"{name} ({same[name]})" if same[name] > 1 else name
                    box.addItem(label, node.partner.id)
        completer = FoldedCompleter(box)
        completer.set_names(box.itemText(row) for row in range(box.count()))
        box.setCompleter(completer)
        line = box.lineEdit()
        assert line is not None, "the box is editable"
        line.setPlaceholderText(self.tr("City or country"))
        box.setCurrentIndex(box.findData(scope.id) if scope.kind is ScopeKind.PARTNER else -1)
        return box

    def _make_pairs(self) -> dict[SheetKind | None, tuple[Pair, ...]]:
        """Return the fields of each kind; those of None stand over all."""
        pair = self._grid.pair
        pairs: dict[SheetKind | None, tuple[Pair, ...]] = {
            None: (pair(self.tr("&Sheet"), self.kind),),
            SheetKind.REFERENCE: (pair(self.tr("&Partner"), self.partner),),
            SheetKind.AGREEMENTS: (pair(self.tr("On the &day"), self.day, self.day.field),),
            SheetKind.PLAN: (pair(self.tr("&Year"), self.year),),
            SheetKind.CHANGES: (
                pair(self.tr("&From"), self.first, self.first.field),
                pair(self.tr("&Until"), self.last, self.last.field),
            ),
        }
        self._grid.place(list(pairs.values()))
        self._grid.measure()
        return pairs

    def show_kind(self, kind: SheetKind) -> None:
        """Choose a sheet of the list."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def request(self) -> SheetRequest | None:
        """Return what is asked for, None while something is missing or wrong."""
        return None if self._problem() else self._request()

    def _chosen(self) -> SheetKind:
        return SheetKind(self.kind.currentData())

    def _request(self) -> SheetRequest:
        kind = self._chosen()
        match kind:
            case SheetKind.REFERENCE:
                return SheetRequest(kind, partner_id=self._partner_id() or 0)
            case SheetKind.AGREEMENTS:
                return SheetRequest(kind, day=_read(self.day).earliest or date.min)
            case SheetKind.PLAN:
                return SheetRequest(kind, year=int(self.year.text()))
            case _:
                first, last = _read(self.first).earliest, _read(self.last).latest
                return SheetRequest(kind, first=first or date.min, last=last or date.min)

    def _partner_id(self) -> int | None:
        text, index = self.partner.currentText().strip(), self.partner.currentIndex()
        # Of two partners of one name the chosen one is meant, not the first.
        if index < 0 or self.partner.itemText(index) != text:
            index = self.partner.findText(text, Qt.MatchFlag.MatchFixedString)
        return None if index < 0 or not text else int(self.partner.itemData(index))

    def _show_kind(self) -> None:
        kind = self._chosen()
        for of, pairs in self._pairs.items():
            for pair in pairs:
                pair.set_visible(of is None or of is kind)
        self._about.setText(self._sentence(kind))
        self._check()

    def _sentence(self, kind: SheetKind) -> str:
        return {
            SheetKind.REFERENCE: self.tr(
                "What the register knows of a partner: ties, documents in force, the last events. "
                "As many events as fit one page of A4."
            ),
            SheetKind.AGREEMENTS: self.tr(
                "Every document that is in force on that day, with its term; those of which the "
                "register does not tell stand apart with the reason."
            ),
            SheetKind.PLAN: self.tr(
                "All events of the report year by date, with partner, kind and who is "
                "responsible; those without a date stand at the end."
            ),
            SheetKind.CHANGES: self.tr(
                "Who changed what in these days: old and new. What was undone later is marked."
            ),
        }[kind]

    def _check(self) -> None:
        problem = self._problem()
        self.set_note(problem, warning=bool(problem))
        self.act_button.setEnabled(not problem)

    def _problem(self) -> str:
        """Return what keeps the sheet from being made, "" for nothing."""
        match self._chosen():
            case SheetKind.REFERENCE:
                if not self.partner.currentText().strip():
                    return self.tr("Choose a partner")
                if self._partner_id() is None:
                    return self.tr("There is no such partner")
            case SheetKind.AGREEMENTS:
                day = _read(self.day)
                if day.earliest is None or day.is_span:
                    return self.tr("A day is needed: 31.12.2020")
            case SheetKind.PLAN:
                text = self.year.text().strip()
                if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
                    return self.tr("A year of four digits is needed")
            case _:
                first, last = _read(self.first).earliest, _read(self.last).latest
                if first is None or last is None:
                    return self.tr("Days are needed: 01.01.2020 and 31.12.2020")
                if last < first:
                    return self.tr("The period ends before it begins")
        return ""

    def accept(self) -> None:
        """Ask for the file; nothing happens while something is missing."""
        if request := self.request():
            self.save_requested.emit(request)


def _read(field: SingleDateField) -> PartialDate:
    return parse_partial_date(field.text())
