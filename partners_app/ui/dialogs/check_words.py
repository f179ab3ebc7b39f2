"""Small dialogs of the check: a reason to leave a finding, a known word, an abbreviation."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding
from partners_app.services import accepting, lexicon
from partners_app.texts.errors import error_text
from partners_app.texts.findings import finding_place, finding_text
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges

_WIDTH = 115.0


class _WritingDialog(ActDialog):
    """Writes what was typed itself, and stays with it when that failed."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.opened = opened
        opened.failed.connect(self._show_failure)

    def write(self) -> ChangeSet | None:
        """Write what was typed; None when that failed."""
        raise NotImplementedError

    def accept(self) -> None:
        """Write what was typed; the dialog stays when it could not be written."""
        if self.act_button.isEnabled() and self.write() is not None:
            super().accept()

    def _show_failure(self, error: PartnersError) -> None:
        text = error_text(error)
        self.set_note(f"{text.what} {text.todo}", warning=True)


class AcceptDialog(_WritingDialog):
    """Asks why a finding is right as it is; the reason may be left out."""

    def __init__(
        self, opened: OpenRegister, finding: Finding, parent: QWidget | None = None
    ) -> None:
        """Name the finding."""
        super().__init__(opened, parent)
        self._finding = finding
        self.setWindowTitle(self.tr("Leave as it is"))
        self.act_button.setText(self.tr("&Leave as it is"))
        title, sentence = finding_text(finding)
        head = QLabel(title)
        theme.set_look(head, Look.SECTION)
        about = QLabel("\n".join(text for text in (sentence, finding_place(finding)) if text))
        about.setWordWrap(True)
        self.reason_field = QLineEdit()
        label = QLabel(self.tr("&Reason, if it should be remembered"))
        label.setBuddy(self.reason_field)
        hint = QLabel(self.tr("It is found again when its text changes."))
        hint.setWordWrap(True)
        theme.set_look(hint, Look.SMALL)
        form = QFormLayout()
        give_edges(form)
        form.setVerticalSpacing(theme.length(2))
        for row in (head, about, label, self.reason_field, hint):
            form.addRow(row)
        self.content.addLayout(form)
        self.set_note(self.tr("Can be undone: Ctrl+Z"))
        _fit(self)
        self.reason_field.setFocus()

    def write(self) -> ChangeSet | None:
        return self.opened.do(accepting.accept, self._finding, self.reason_field.text())


class WordDialog(_WritingDialog):
    """Asks for a word that the check is to pass over."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Start without a word."""
        super().__init__(opened, parent)
        self.setWindowTitle(self.tr("Known word"))
        self.act_button.setText(self.tr("&Add the word"))
        self.word_field = QLineEdit()
        self.set_note(self.tr("Can be undone: Ctrl+Z"))
        _fill(self, [(self.tr("&Word"), self.word_field)])
        self.word_field.textChanged.connect(lambda _: self._show_what_can_be_done())
        self._show_what_can_be_done()

    def write(self) -> ChangeSet | None:
        return self.opened.do(lexicon.add_words, self.word_field.text().split())

    def _show_what_can_be_done(self) -> None:
        self.act_button.setEnabled(bool(self.word_field.text().strip()))


class AbbreviationDialog(_WritingDialog):
    """Asks what an abbreviation means."""

    def __init__(
        self,
        opened: OpenRegister,
        abbreviation: str = "",
        expansion: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Start with what is known of it."""
        super().__init__(opened, parent)
        self.setWindowTitle(self.tr("Abbreviation"))
        self.act_button.setText(self.tr("&Save"))
        self.abbreviation_field = QLineEdit(abbreviation)
        self.expansion_field = QLineEdit(expansion)
        self.set_note(self.tr("Can be undone: Ctrl+Z"))
        _fill(
            self,
            [
                (self.tr("&Abbreviation"), self.abbreviation_field),
                (self.tr("&Means"), self.expansion_field),
            ],
        )
        for field in (self.abbreviation_field, self.expansion_field):
            field.textChanged.connect(lambda _: self._show_what_can_be_done())
        if abbreviation:
            self.abbreviation_field.setReadOnly(True)
            self.expansion_field.setFocus()
        self._show_what_can_be_done()

    def write(self) -> ChangeSet | None:
        return self.opened.do(lexicon.set_abbreviation, *self._entry())

    def _entry(self) -> tuple[str, str]:
        """Return the abbreviation and what it means."""
        return self.abbreviation_field.text(), self.expansion_field.text()

    def _show_what_can_be_done(self) -> None:
        self.act_button.setEnabled(all(text.strip() for text in self._entry()))


def _fill(dialog: ActDialog, fields: list[tuple[str, QLineEdit]]) -> None:
    form = QFormLayout()
    give_edges(form)
    form.setHorizontalSpacing(theme.length(3))
    form.setVerticalSpacing(theme.length(2))
    for words, field in fields:
        label = QLabel(words)
        theme.set_look(label, Look.QUIET)
        label.setBuddy(field)
        form.addRow(label, field)
    dialog.content.addLayout(form)
    _fit(dialog)


def _fit(dialog: ActDialog) -> None:
    """Make a dialog as high as its wrapped texts need at its width."""
    dialog.set_size(_WIDTH, 0)
    layout = dialog.layout()
    if layout is not None:
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))
