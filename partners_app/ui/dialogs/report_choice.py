"""What of a year the report shows: bands and countries, a period, partners without events."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from partners_app.domain.report_options import ReportOptions
from partners_app.services.catalogue import Tree
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, TickModel
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.partial_date_edit import DateEcho, PartialDateEdit

_WIDTH, _HEIGHT = 115.0, 150.0


class BandsModel(TickModel):
    """Bands and their countries; the tick of a band is that of all its countries."""

    def __init__(self, tree: Tree, chosen: ReportOptions, parent: QObject | None = None) -> None:
        """Tick what is chosen now."""
        super().__init__(parent)
        self._bands: list[tuple[int, int]] = []
        """The row of each band, and that behind its last country."""
        entries: list[Entry] = []
        unticked: list[int] = []
        for node in tree.regions:
            first = len(entries)
            entries.append(Entry("", "text2", node.region.name, "", "", node.region.uuid))
            for each in node.countries:
                if not chosen.has_country(node.region.uuid, each.country.uuid):
                    unticked.append(len(entries))
                name = each.country.name
                entries.append(Entry("", "text2", name, "", "", each.country.uuid, quiet=True))
            if not node.countries and not chosen.has_country(node.region.uuid, ""):
                unticked.append(first)
            self._bands.append((first, len(entries)))
        self.set_entries(entries)
        for row in unticked:
            self.setData(self.index(row, 0), Qt.CheckState.Unchecked, _TICK)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if not super().setData(index, value, role):
            return False
        first, end = next(band for band in self._bands if band[0] <= index.row() < band[1])
        if index.row() == first:
            for row in range(first + 1, end):
                super().setData(self.index(row, 0), value, role)
        else:
            whole = all(self.is_ticked(row) for row in range(first + 1, end))
            state = Qt.CheckState.Checked if whole else Qt.CheckState.Unchecked
            super().setData(self.index(first, 0), state, role)
        return True

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return bool(self.data(self.index(row, 0), _TICK) == Qt.CheckState.Checked)

    def chosen(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the UUIDs of the bands that are chosen whole, and of the countries of others."""
        bands: set[str] = set()
        countries: set[str] = set()
        for first, end in self._bands:
            if self.is_ticked(first):
                bands.add(self._uuid(first))
            else:
                rows = (row for row in range(first + 1, end) if self.is_ticked(row))
                countries |= {self._uuid(row) for row in rows}
        return frozenset(bands), frozenset(countries)

    def is_whole(self) -> bool:
        """Tell whether every band is chosen."""
        return all(self.is_ticked(first) for first, _ in self._bands)

    def _uuid(self, row: int) -> str:
        entry = self.entry(self.index(row, 0))
        return "" if entry is None else str(entry.subject)


class ReportChoiceDialog(ActDialog):
    """Ticks for bands and countries, the first and last day, and who stands without events."""

    def __init__(
        self, tree: Tree, year: int, chosen: ReportOptions, parent: QWidget | None = None
    ) -> None:
        """Show what is chosen now; dates without a year are of the report's ``year``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the report shows"))
        self.act_button.setText(self.tr("&Show"))
        self.bands = BandsModel(tree, chosen, self)
        self.places = EntryList(self.tr("Bands and countries"))
        self.places.setModel(self.bands)
        self.places.setCurrentIndex(self.bands.index(0, 0))
        self.first_day = self._date_field(self.tr("First day"), year)
        self.last_day = self._date_field(self.tr("Last day"), year)
        for field, day in ((self.first_day, chosen.first_day), (self.last_day, chosen.last_day)):
            field.set_value("" if day is None else f"{day:%d.%m.%Y}")
        self.eventless = QCheckBox(self.tr("Partners &without events too"))
        self.eventless.setChecked(chosen.partners_without_events)
        self._lay_out()
        self.bands.ticks_changed.connect(self._show_what_can_be_done)
        for field in (self.first_day, self.last_day):
            field.textChanged.connect(lambda _: self._show_what_can_be_done())
        self._show_what_can_be_done()
        self.set_size(_WIDTH, _HEIGHT)
        self.places.setFocus()

    def _date_field(self, name: str, year: int) -> PartialDateEdit:
        field = PartialDateEdit(self, year=year)
        field.setAccessibleName(name)
        field.setMinimumWidth(theme.length(26))
        return field

    def _lay_out(self) -> None:
        form = QGridLayout()
        give_edges(form)
        form.setHorizontalSpacing(theme.length(3))
        form.setVerticalSpacing(theme.length(2))
        rows = ((self.tr("Events &from"), self.first_day), (self.tr("&to"), self.last_day))
        for number, (words, field) in enumerate(rows):
            label = QLabel(words)
            theme.set_look(label, Look.QUIET)
            label.setBuddy(field)
            form.addWidget(label, number, 0)
            form.addWidget(field, number, 1)
            form.addWidget(DateEcho(field, self), number, 2)
        form.addWidget(self.eventless, len(rows), 0, 1, 3)
        form.setColumnStretch(2, 1)
        self.content.addWidget(self.places, 1)
        self.content.addWidget(hairline())
        self.content.addLayout(form)

    def options(self) -> ReportOptions:
        """Return what is chosen."""
        bands, countries = self.bands.chosen()
        if self.bands.is_whole():
            bands = countries = frozenset()
        return ReportOptions(
            bands,
            countries,
            self.first_day.date().earliest,
            self.last_day.date().latest,
            self.eventless.isChecked(),
        )

    def _show_what_can_be_done(self) -> None:
        problem = self._problem()
        self.act_button.setEnabled(not problem)
        note = problem or self.tr("The register itself is not changed.")
        self.set_note(note, warning=bool(problem))

    def _problem(self) -> str:
        if not any(self.bands.chosen()) and not self.bands.is_whole():
            return self.tr("Tick at least one country.")
        for field in (self.first_day, self.last_day):
            if field.text().strip() and not field.date().readable:
                return self.tr("A day cannot be read: write it as 20.02.2020, or leave it empty.")
        options = self.options()
        first, last = options.first_day, options.last_day
        if first is not None and last is not None and first > last:
            return self.tr("The period ends before it begins.")
        return ""


_TICK = Qt.ItemDataRole.CheckStateRole
