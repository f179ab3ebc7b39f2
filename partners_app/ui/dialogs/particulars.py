"""The own fields of a partner, a country or a band; «Сохранить» writes them as one step."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from partners_app.domain.changes import Value
from partners_app.domain.records import OtherName
from partners_app.domain.vocabulary import PartnerKind, Status
from partners_app.services import catalogue, particulars
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.drafts import Typed
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.form_fields import ChoiceField, LineField, ParagraphField
from partners_app.ui.widgets.other_names import OtherNames
from partners_app.ui.widgets.paired_grid import Pair, PairedGrid
from partners_app.ui.widgets.single_date_field import SingleDateField

_SIZE = (150.0, 105.0)
_TEXTS = ("name", "heading", "remark", "status_date", "status_reason")
_FARTHEST_NORTH, _FARTHEST_EAST = 90.0, 180.0


class ParticularsDialog(ActDialog):
    """Shows one record of the tree; nothing is written before «Сохранить»."""

    def __init__(self, opened: OpenRegister, scope: Scope, parent: QWidget | None = None) -> None:
        """Read the record that a scope stands for; RecordMissing when it is gone."""
        super().__init__(parent)
        assert scope.id is not None
        self._opened = opened
        self._scope = scope
        self._id = scope.id
        self.name = LineField()
        self.heading = LineField()
        self.remark = ParagraphField(fewest_lines=2)
        self.kind = ChoiceField([(each, word(each)) for each in PartnerKind], capitalized=True)
        self.status = ChoiceField([(each, word(each)) for each in Status], capitalized=True)
        self.status_date = SingleDateField(name=self.tr("Date of the status"))
        self.reason = LineField()
        self.latitude, self.longitude = LineField(), LineField()
        self._body = QWidget()
        self._grid = PairedGrid(self._body)
        give_edges(self._grid)
        self.names: OtherNames | None = None
        rows = self._rows()
        self._grid.place(rows)
        self._grid.measure()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        for paper in (scroll.viewport(), self._body):
            paper.setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setMinimumWidth(self._grid.minimumSize().width() + theme.length(6))
        holder = QVBoxLayout()
        holder.addWidget(scroll)
        self.content.addLayout(holder, 1)
        self.act_button.setText(self.tr("Save"))
        read_only = opened.register.read_only
        self._body.setDisabled(read_only)
        self.set_size(*_SIZE)
        self.name.textChanged.connect(self._check)
        for field in (self.latitude, self.longitude):
            field.textChanged.connect(self._check)
        self._check()
        self._stored = self._texts()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> Sequence[Sequence[Pair]]:
        if self._scope.kind is ScopeKind.REGION:
            return self._rows_of_region()
        if self._scope.kind is ScopeKind.COUNTRY:
            return self._rows_of_country()
        return self._rows_of_partner()

    def _rows_of_region(self) -> Sequence[Sequence[Pair]]:
        band = self._opened.ask(catalogue.region, self._id)
        self.setWindowTitle(self.tr("Band “%1”").replace("%1", band.name))
        self.name.reset(band.name)
        self.heading.reset(band.heading)
        self.remark.reset(band.remark)
        pair = self._grid.pair
        return (
            (pair(self.tr("&Name"), self.name),),
            (pair(self.tr("Heading in the &table"), self.heading),),
            (pair(self.tr("Re&mark"), self.remark),),
        )

    def _rows_of_country(self) -> Sequence[Sequence[Pair]]:
        land = self._opened.ask(catalogue.country, self._id)
        self.setWindowTitle(self.tr("Country “%1”").replace("%1", land.name))
        self.name.reset(land.name)
        self.remark.reset(land.remark)
        pair = self._grid.pair
        return (
            (pair(self.tr("&Name"), self.name),),
            (self._names_pair(land.other_names),),
            (pair(self.tr("Re&mark"), self.remark),),
        )

    def _rows_of_partner(self) -> Sequence[Sequence[Pair]]:
        partner = self._opened.ask(catalogue.partner, self._id)
        land = self._opened.ask(catalogue.country, partner.country_id)
        shown = partner.name or land.name
        self.setWindowTitle(self.tr("Partner “%1”").replace("%1", shown))
        self.name.reset(partner.name or "")
        self.name.setPlaceholderText(self.tr("no name: the country as a whole"))
        self.kind.set_value(partner.kind)
        self.status.set_value(partner.status)
        self.status_date.reset(partner.status_date)
        self.reason.reset(partner.status_reason)
        for field, number, example in (
            (self.latitude, partner.latitude, "60,4518"),
            (self.longitude, partner.longitude, "22,2666"),
        ):
            field.reset("" if number is None else str(number).replace(".", ","))
            field.setPlaceholderText(example)
        self.remark.reset(partner.remark)
        pair = self._grid.pair
        date = pair(self.tr("Status &since"), self.status_date, self.status_date.field)
        return (
            (pair(self.tr("&Name"), self.name),),
            (pair(self.tr("&Kind"), self.kind), pair(self.tr("&Status"), self.status)),
            (date, pair(self.tr("&Reason"), self.reason)),
            (self._names_pair(partner.other_names),),
            (
                pair(self.tr("&Latitude, °"), self.latitude),
                pair(self.tr("Lon&gitude, °"), self.longitude),
            ),
            (pair(self.tr("Re&mark"), self.remark),),
        )

    def _names_pair(self, names: Sequence[OtherName]) -> Pair:
        self.names = OtherNames(names)
        return self._grid.pair(
            self.tr("&Other and former names"), self.names, self.names.add_button
        )

    def accept(self) -> None:
        """Write everything as one step; stay open when it could not be written."""
        if not self.act_button.isEnabled():
            return
        entries = self.names.entries() if self.names is not None else []
        done = self._opened.do(
            particulars.save, self._scope.kind.value, self._id, self._fields(), entries
        )
        if done is not None:
            super().accept()

    def typed(self) -> list[Typed]:
        kind, year = self._scope.kind.value, self._opened.year
        return [
            Typed(kind, self._id, name, text, year)
            for name, text in self._texts().items()
            if text != self._stored.get(name, "")
        ]

    def _texts(self) -> dict[str, str]:
        """Return what stands in the fields of text; a name taken away is none to be kept."""
        fields = self._fields()
        texts = {name: fields[name] for name in _TEXTS if name in fields}
        return {name: text for name, text in texts.items() if isinstance(text, str)}

    def _fields(self) -> dict[str, Value]:
        name = self.name.text().strip()
        remark = self.remark.toPlainText()
        if self._scope.kind is ScopeKind.REGION:
            return {"name": name, "heading": self.heading.text(), "remark": remark}
        if self._scope.kind is ScopeKind.COUNTRY:
            return {"name": name, "remark": remark}
        return {
            "name": name or None,
            "kind": self.kind.currentData(),
            "status": self.status.currentData(),
            "status_date": self.status_date.text(),
            "status_reason": self.reason.text(),
            "latitude": _degrees(self.latitude.text(), _FARTHEST_NORTH),
            "longitude": _degrees(self.longitude.text(), _FARTHEST_EAST),
            "remark": remark,
        }

    def _check(self) -> None:
        """Let nothing be saved that is no coordinate, or a band or country without a name."""
        problem = ""
        if self._scope.kind is not ScopeKind.PARTNER and not self.name.text().strip():
            problem = self.tr("A name is needed")
        north, east = self.latitude.text().strip(), self.longitude.text().strip()
        wrong_north = bool(north) and _degrees(north, _FARTHEST_NORTH) is None
        wrong_east = bool(east) and _degrees(east, _FARTHEST_EAST) is None
        theme.set_style_property(self.latitude, "doubt", wrong_north)
        theme.set_style_property(self.longitude, "doubt", wrong_east)
        if wrong_north or wrong_east:
            problem = self.tr("Coordinates are degrees: 60,4518 and 22,2666")
        elif bool(north) != bool(east):
            problem = self.tr("Latitude and longitude are given together")
        self.set_note(
            problem or self.tr("Can be undone in one step: Ctrl+Z"), warning=bool(problem)
        )
        self.act_button.setEnabled(not problem and not self._opened.register.read_only)


def _degrees(text: str, limit: float) -> float | None:
    """Return decimal degrees, None for what is none; a comma is a decimal point."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= limit else None
