"""Making one of two partners or countries: which is the duplicate, and what will happen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from partners_app.domain.names import fold
from partners_app.services import catalogue, placing
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.entry_list import EntryList

_SIZE = (160.0, 120.0)


class MergeDialog(ActDialog):
    """Asks for the duplicate of a record; everything of it goes over to that record."""

    def __init__(self, opened: OpenRegister, kept: Scope, parent: QWidget | None = None) -> None:
        """Offer every other record of the same kind."""
        super().__init__(parent)
        self._opened = opened
        self._kept = kept
        self._entries = self._candidates()
        self._kept_name = self._entries.pop(kept).title
        self.setWindowTitle(self.tr("Merge with “%1”").replace("%1", self._kept_name))
        caption = QLabel(
            self.tr("Which record is the same as “%1”?").replace("%1", self._kept_name)
        )
        caption.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Part of the name"))
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("Records that may be the same"))
        self.list.setModel(self._model)
        self._consequence = QLabel()
        self._consequence.setWordWrap(True)
        theme.set_look(self._consequence, Look.BODY)
        top = QVBoxLayout()
        give_edges(top)
        top.setSpacing(theme.length(2))
        top.addWidget(caption)
        top.addWidget(self.search)
        below = QVBoxLayout()
        give_edges(below)
        below.addWidget(self._consequence)
        self.content.addLayout(top)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(below)
        # The act is not a harmless one: Enter in the search line must not carry it out.
        self.act_button.setDefault(False)
        self.act_button.setAutoDefault(False)
        self.set_size(*_SIZE)
        self.search.textChanged.connect(self._show_found)
        self.list.selectionModel().currentChanged.connect(self._show_consequence)
        self._show_found()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _candidates(self) -> dict[Scope, Entry]:
        found: dict[Scope, Entry] = {}
        for band in self._opened.ask(catalogue.tree, self._opened.year).regions:
            for land in band.countries:
                if self._kept.kind is ScopeKind.COUNTRY:
                    scope = Scope(ScopeKind.COUNTRY, land.country.id)
                    others = ", ".join(each.name for each in land.country.other_names)
                    name = land.country.name
                    found[scope] = Entry("globe", "text2", name, others, band.region.name, scope)
                    continue
                for node in land.partners:
                    scope = Scope(ScopeKind.PARTNER, node.partner.id)
                    name = node.partner.name or self.tr("Country as a whole")
                    others = ", ".join(each.name for each in node.partner.other_names)
                    where = land.country.name
                    found[scope] = Entry("map-pin-plus", "text2", name, others, where, scope)
        return found

    def chosen(self) -> Scope | None:
        """Return the record that will go, None while none is chosen."""
        entry = self._model.entry(self.list.currentIndex())
        subject = entry.subject if entry is not None else None
        return subject if isinstance(subject, Scope) else None

    def choose(self, scope: Scope) -> None:
        """Make a record the one that will go."""
        for row in range(self._model.rowCount()):
            entry = self._model.entry(self._model.index(row))
            if entry is not None and entry.subject == scope:
                self.list.setCurrentIndex(self._model.index(row))

    def consequence(self) -> str:
        """Return the sentence that says what will happen."""
        return self._consequence.text()

    def accept(self) -> None:
        """Merge; stay open when it could not be written."""
        gone = self.chosen()
        if gone is None or gone.id is None or self._kept.id is None:
            return
        if (
            self._opened.do(placing.merge, self._kept.kind.value, self._kept.id, gone.id)
            is not None
        ):
            super().accept()

    def _show_found(self) -> None:
        words = fold(self.search.text()).split()
        self._model.set_entries(
            [
                entry
                for entry in self._entries.values()
                if all(
                    word in fold(f"{entry.title} {entry.sentence} {entry.small}") for word in words
                )
            ]
        )
        self._show_consequence()

    def _show_consequence(self) -> None:
        gone = self.chosen()
        able = gone is not None and not self._opened.register.read_only
        self.act_button.setEnabled(able)
        if gone is None or gone.id is None:
            self.act_button.setText(self.tr("Merge"))
            self._consequence.setText(self.tr("Choose the record that will go."))
            return
        told = self._opened.ask(placing.carried, gone.kind.value, gone.id)
        parts = [
            self.tr("%n agreement(s)", "", told.agreements),
            self.tr("%n event(s)", "", told.events),
        ]
        if gone.kind is ScopeKind.COUNTRY:
            parts.insert(0, self.tr("%n partner(s)", "", told.partners))
        what = ", ".join(parts)
        sentence = self.tr(
            "“%1” goes; what stands under it (%3) will stand under “%2”, "
            "and its name is kept there as another name."
        )
        name = self._entries[gone].title
        text = sentence.replace("%3", what).replace("%2", self._kept_name).replace("%1", name)
        self._consequence.setText(text)
        self.act_button.setText(self.tr("Merge: %1").replace("%1", what))
