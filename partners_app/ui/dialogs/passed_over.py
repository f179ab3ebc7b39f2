"""What the check passes over: abbreviations that are explained, known words, accepted findings."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.services import accepting, lexicon
from partners_app.services.accepting import Accepted
from partners_app.services.lexicon import Abbreviation
from partners_app.texts.findings import finding_text
from partners_app.ui import theme
from partners_app.ui.dialogs.check_words import AbbreviationDialog, WordDialog
from partners_app.ui.item_models.entries import Entry, EntryModel, heading
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.counted_filters import CountedFilters, FilterKind
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.finding_list import Act, FindingList

_SIZE = (150.0, 150.0)


class PassedOver(StrEnum):
    """The kinds of what the check passes over."""

    ABBREVIATION = "abbreviation"
    WORD = "word"
    FINDING = "finding"


class PassedOverDialog(QDialog):
    """One list with all of it; the window behind stays usable."""

    jump_requested = Signal(str, str)
    """Table and uuid of the record whose finding was accepted."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Show what goes with a register."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the check passes over"))
        self._opened = opened
        self.filters = CountedFilters(
            self.tr("&All"),
            [
                FilterKind(
                    PassedOver.ABBREVIATION, self.tr("A&bbreviations"), "book-open", "text2"
                ),
                FilterKind(PassedOver.WORD, self.tr("&Words"), "check", "text2"),
                FilterKind(PassedOver.FINDING, self.tr("&Findings"), "circle-check", "text2"),
            ],
        )
        edge = theme.length(4)
        self.filters.setContentsMargins(edge, theme.length(3), edge, theme.length(2))
        self.model = EntryModel(self)
        self.list = FindingList(self.tr("What the check passes over"), self._acts)
        self.list.setModel(self.model)
        self._none = QLabel(
            self.tr(
                "Nothing yet. Explain abbreviations here, or leave a finding as it is: the check "
                "then passes it over."
            )
        )
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(edge, edge, edge, edge)
        theme.set_look(self._none, Look.QUIET)
        self.abbreviation_button = QPushButton(self.tr("Add an a&bbreviation…"))
        self.word_button = QPushButton(self.tr("Add a &word…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        writable = not opened.register.read_only
        for button in (self.abbreviation_button, self.word_button):
            button.setAutoDefault(False)
            button.setEnabled(writable)
        self.filters.chosen_changed.connect(self._show)
        self.abbreviation_button.clicked.connect(lambda: self._ask_abbreviation())
        self.word_button.clicked.connect(self._ask_word)
        self.close_button.clicked.connect(self.reject)
        opened.changed.connect(self.reload)
        opened.read_anew.connect(self.reload)
        opened.closed.connect(self.reject)
        self.reload()

    def _lay_out(self) -> None:
        foot = dialog_foot(
            [self.abbreviation_button, self.word_button], [self.close_button], edge=4
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._none, 1)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))

    def reload(self) -> None:
        """Read everything anew."""
        ask = self._opened.ask
        self._entries: dict[PassedOver, list[Entry]] = {
            PassedOver.ABBREVIATION: [
                Entry("book-open", "text2", each.abbreviation, each.expansion, "", each)
                for each in ask(lexicon.abbreviations)
            ],
            PassedOver.WORD: [
                Entry("check", "text2", word, "", "", word, quiet=True)
                for word in ask(lexicon.words)
            ],
            PassedOver.FINDING: [self._entry_of(each) for each in ask(accepting.accepted)],
        }
        counts = Counter({kind: len(entries) for kind, entries in self._entries.items()})
        self.filters.set_counts(counts)
        self._show()

    def _show(self) -> None:
        row = self.list.currentIndex().row()
        chosen = self.filters.chosen()
        shown: list[Entry] = []
        for kind, entries in self._entries.items():
            if entries and chosen in (None, kind):
                shown += [heading(self._heading(kind)), *entries] if chosen is None else entries
        self.model.set_entries(shown)
        self._none.setHidden(bool(shown))
        for part in (self.list, self.filters):
            part.setHidden(not shown)
        usable = [number for number, entry in enumerate(shown) if not entry.heading]
        if usable:
            nearest = min(usable, key=lambda number: abs(number - max(row, 0)))
            self.list.setCurrentIndex(self.model.index(nearest, 0))

    def _heading(self, kind: PassedOver) -> str:
        return {
            PassedOver.ABBREVIATION: self.tr("Abbreviations"),
            PassedOver.WORD: self.tr("Known words"),
            PassedOver.FINDING: self.tr("Findings left as they are"),
        }[kind]

    def _entry_of(self, kept: Accepted) -> Entry:
        code = FindingCode(kept.code)
        title = finding_text(Finding(code, Severity.NOTE, kept.table, kept.record)).title
        sentence = kept.reason or self.tr("Without a reason")
        if not kept.holds:
            sentence += "\n" + self.tr("The text has changed since: the finding is shown again.")
        icon = "circle-check" if kept.holds else "circle-alert"
        small = f"{kept.author} · {kept.at.astimezone():%d.%m.%Y %H:%M}"
        return Entry(icon, "ok" if kept.holds else "warn", title, sentence, small, kept)

    # Acts

    def _acts(self, entry: Entry) -> Sequence[Act]:
        subject = entry.subject
        writable = not self._opened.register.read_only
        acts: list[Act] = []
        if isinstance(subject, Accepted):
            acts.append(
                Act(
                    self.tr("Go to the record"),
                    "arrow-right",
                    lambda: self.jump_requested.emit(subject.table, subject.record),
                )
            )
            if writable:
                acts.append(
                    Act(
                        self.tr("Show it again"),
                        "undo-2",
                        lambda: self._opened.do(accepting.withdraw, subject.uuid),
                    )
                )
        elif isinstance(subject, Abbreviation) and writable:
            name = subject.abbreviation
            acts += [
                Act(self.tr("Change…"), "pencil", lambda: self._ask_abbreviation(subject)),
                Act(
                    self.tr("Remove"),
                    "trash-2",
                    lambda: self._opened.do(lexicon.remove_abbreviation, name),
                ),
            ]
        elif isinstance(subject, str) and writable:
            acts.append(
                Act(
                    self.tr("Remove"),
                    "trash-2",
                    lambda: self._opened.do(lexicon.remove_word, subject),
                )
            )
        return acts

    def _ask_abbreviation(self, known: Abbreviation | None = None) -> None:
        named = ("", "") if known is None else (known.abbreviation, known.expansion)
        dialog = AbbreviationDialog(self._opened, *named, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_word(self) -> None:
        dialog = WordDialog(self._opened, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
