"""The settings of the program for one user, and those that go with the open register."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import PartnersError
from partners_app.services import restyling
from partners_app.services.register import Register
from partners_app.services.register_settings import HISTORY_YEARS
from partners_app.texts.errors import error_text
from partners_app.texts.language import Language
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.settings import LARGEST_FONT, SMALLEST_FONT, Settings, ThemeChoice
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT, LineField, ParagraphField
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.icon_label import IconLabel
from partners_app.ui.widgets.template_field import TemplateField

REPORT_FONTS = (
    "Times New Roman",
    "Arial",
    "Calibri",
    "PT Serif",
    "PT Sans",
    "Liberation Serif",
    "Liberation Sans",
)
"""Fonts that offices here have; any other name can be typed."""

# Each language by its own name, so that it can be found in whatever language the window is.
_LANGUAGES = ((Language.RUSSIAN, "Русский"), (Language.ENGLISH, "English"))
_NARROWEST = 120.0
_TEMPLATE, _TITLE, _FONT, _YEARS = "report_template", "title", "report_font", "history_years"


class SettingsDialog(QDialog):
    """Shows a choice of colours and size at once; everything else is written with «Сохранить»."""

    def __init__(
        self, settings: Settings, opened: OpenRegister | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._opened = opened
        self._before = (settings.theme, settings.font_size)
        self.author = LineField()
        self.language = QComboBox()
        self.colours = QComboBox()
        self.font_size = QComboBox()
        self.title = ParagraphField(fewest_lines=2)
        self.report_font = QComboBox()
        self.template = TemplateField()
        self._refusal = ""
        """Why a template or the register was not taken, as it was told last."""
        self.history_years = QComboBox()
        self._shown: dict[str, str] = {}
        """What the register holds as far as it was seen here."""
        self.save_button = QPushButton(self.tr("Save settings"))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        self._history_note = _note("")
        self._language_note = _note(self.tr("Takes effect at the next start of the program"))
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        theme.set_look(self._problem, Look.WARN)
        self._problem_line = QWidget()
        problem = QHBoxLayout(self._problem_line)
        problem.setContentsMargins(0, 0, 0, 0)
        problem.setSpacing(theme.length(1))
        problem.addWidget(IconLabel("triangle-alert", "warn"))
        problem.addWidget(self._problem, 1)
        self._fill_program()
        self._fill_register()
        self._build()
        self._connect()
        self._check()

    def accept(self) -> None:
        """Write what was chosen; stay open when the register could not take it."""
        if not self.save_button.isEnabled() or not self._write_register():
            return
        self._settings.author = self.author.text()
        self._settings.language = Language(self.language.currentData())
        if self._opened is not None:
            self._opened.register.author = self._settings.author
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LayoutRequest:
            # Among them the one that deletes the dialog: nothing of it may be asked afterwards.
            return super().event(event)
        handled = super().event(event)
        layout = self.layout()
        if layout is not None and layout.totalHeightForWidth(self.width()) > self.height():
            # A title that has wrapped into more lines, or a sentence that came in.
            self._fit()
        return handled

    def _fill_program(self) -> None:
        settings = self._settings
        self.author.reset(settings.author)
        for language, name in _LANGUAGES:
            self.language.addItem(name, str(language))
        self.language.setCurrentIndex(self.language.findData(str(settings.language)))
        for choice, name in (
            (ThemeChoice.SYSTEM, self.tr("As the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ):
            self.colours.addItem(name, str(choice))
        self.colours.setCurrentIndex(self.colours.findData(str(settings.theme)))
        for points in range(SMALLEST_FONT, LARGEST_FONT + 1):
            self.font_size.addItem(self.tr("%1 pt").replace("%1", str(points)), points)
        self.font_size.setCurrentIndex(self.font_size.findData(settings.font_size))
        self._language_note.hide()
        self._add_section(
            self.tr("Program"),
            (self.tr("&Author of the edits"), self.author),
            (self.tr("&Language"), self.language),
            ("", self._language_note),
            (self.tr("&Colours"), self.colours),
            (self.tr("Size of &type"), self.font_size),
        )

    def _fill_register(self) -> None:
        if self._opened is None:
            return
        self.report_font.setEditable(True)
        self.report_font.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.report_font.addItems([self._as_in_template(), *REPORT_FONTS])
        self.title.setReadOnly(self._opened.register.read_only)
        self.report_font.setDisabled(self._opened.register.read_only)
        self.template.set_read_only(self._opened.register.read_only)
        self.history_years.addItem(self.tr("Always"), "")
        for years in HISTORY_YEARS:
            self.history_years.addItem(self.tr("%n year(s)", "", years), str(years))
        self.history_years.setDisabled(self._opened.register.read_only)
        self._add_section(
            self.tr("Register %1").replace("%1", self._opened.register.path.name),
            (self.tr("T&itle of the table"), self.title),
            (self.tr("&Font of the report"), self.report_font),
            (
                "",
                _note(
                    self.tr(
                        "Row heights are exact for the fonts of this list; "
                        "any other font gets a little more room"
                    )
                ),
            ),
            (self.tr("Te&mplate of the report"), self.template),
            (self.tr("&Keep old values"), self.history_years),
            ("", self._history_note),
        )
        self._follow()
        self._show_history_note()

    def _show_history_note(self) -> None:
        """Say what the chosen time means, and that it is for good."""
        self._history_note.setText(
            self.tr(
                "When the register is next opened, what the fields were before that is removed "
                "from the history for good, after a backup. The records stay as they are; older "
                "steps are still listed, but cannot be undone. Backups keep the old values."
            )
            if self.history_years.currentData()
            else self.tr("The history keeps what every field ever was; any step can be undone.")
        )
        self._fit()

    def _as_in_template(self) -> str:
        return self.tr("As in the template")

    def _chosen_font(self) -> str:
        """Return the font as it is kept: "" for those of the template."""
        text = self.report_font.currentText().strip()
        return "" if text == self._as_in_template() else text

    def _add_section(self, title: str, *rows: tuple[str, QWidget]) -> None:
        grid = self._grid
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), theme.length(2))
        grid.addWidget(_section(title), grid.rowCount() + 1, 0, 1, 2)
        for text, field in rows:
            number = grid.rowCount()
            grid.addWidget(field, number, 1)
            if not text:
                continue
            label = QLabel(text)
            label.setBuddy(field)
            theme.set_look(label, Look.QUIET)
            field.setAccessibleName(text.replace("&", ""))
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._labels.append(label)

    def _measure(self) -> None:
        """Take every length from the font in use now."""
        self.setMinimumWidth(theme.length(_NARROWEST))
        self._grid.setHorizontalSpacing(theme.length(3))
        self._grid.setVerticalSpacing(theme.length(1.25))
        for label in self._labels:
            label.setMinimumHeight(theme.length(FIELD_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        """Grow with what is said; wrapped notes need the height of the width they have."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            width = max(self.width(), layout.totalMinimumSize().width())
            self.resize(width, max(layout.totalHeightForWidth(width), 1))

    def _build(self) -> None:
        edge = theme.length(5)
        content = QVBoxLayout()
        content.setContentsMargins(edge, edge, edge, edge)
        content.setSpacing(theme.length(3))
        content.addLayout(self._grid)
        content.addWidget(self._problem_line)
        content.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button.setDefault(True)
        foot = dialog_foot([], [cancel, self.save_button])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(content, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        self._measure()

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.accept)
        self.colours.activated.connect(self._try_look)
        self.font_size.activated.connect(self._try_look)
        self.language.activated.connect(self._note_language)
        self.history_years.activated.connect(self._show_history_note)
        self.title.textChanged.connect(self._check)
        self.report_font.editTextChanged.connect(self._check)
        self.template.changed.connect(self._follow_template)
        self.template.problem.connect(self._say_refusal)
        if self._opened is not None:
            self._opened.failed.connect(self._say_refusal)
            self._opened.read_anew.connect(self._follow)
            self._opened.read_anew.connect(self._say_no_refusal)
        self.rejected.connect(self._take_look_back)

    def _try_look(self) -> None:
        """Show the chosen colours and size in the whole program."""
        self._settings.theme = ThemeChoice(self.colours.currentData())
        self._settings.font_size = self.font_size.currentData()
        self._measure()

    def _take_look_back(self) -> None:
        """Take back the colours and the size that were tried."""
        self._settings.theme, self._settings.font_size = self._before

    def _note_language(self) -> None:
        chosen = Language(self.language.currentData())
        self._language_note.setVisible(chosen is not self._settings.language)
        self._fit()

    def _follow_template(self) -> None:
        """Let the fonts of an own template be seen; another one can be named again."""
        self._refusal = ""
        if self.template.path() is not None:
            self.report_font.setCurrentText(self._as_in_template())
        self._check()

    def _say_refusal(self, error: PartnersError) -> None:
        text = error_text(error)
        self._refusal = f"{text.what} {text.todo}"
        self._check()

    def _say_no_refusal(self) -> None:
        self._refusal = ""
        self._check()

    def _check(self) -> None:
        """Say what is missing; nothing is saved before."""
        problem = ""
        if self._opened is not None:
            if not self.title.toPlainText().strip():
                problem = self.tr("The table needs a title: it is printed over every report.")
            elif not self.report_font.currentText().strip():
                problem = self.tr("Choose the font in which the report is printed.")
        told = problem or self._refusal
        self._problem.setText(told)
        self._problem_line.setVisible(bool(told))
        self._fit()
        self.save_button.setDisabled(bool(problem))

    # What goes with the register, by the key that it is kept under

    def _kept(self, opened: OpenRegister) -> dict[str, str]:
        state, template = opened.ask(Register.settings), opened.ask(restyling.chosen_template)
        return {
            _TEMPLATE: "" if template is None else str(template),
            _TITLE: state.title,
            _FONT: state.report_font,
            _YEARS: "" if state.history_years is None else str(state.history_years),
        }

    def _said(self) -> dict[str, str]:
        template = self.template.path()
        return {
            _TEMPLATE: "" if template is None else str(template),
            _TITLE: self.title.toPlainText().strip(),
            _FONT: self._chosen_font(),
            _YEARS: self.history_years.currentData(),
        }

    def _follow(self) -> None:
        """Show what others have written meanwhile, or what was decided of both; the rest stays."""
        if self._opened is None:
            return
        for key, value in self._kept(self._opened).items():
            if self._shown.get(key) == value:
                continue
            self._shown[key] = value
            if key == _TEMPLATE:
                self.template.reset(Path(value) if value else None, self._opened.register.path)
            elif key == _TITLE:
                self.title.reset(value)
            elif key == _FONT:
                self.report_font.setCurrentText(value or self._as_in_template())
            else:
                self.history_years.setCurrentIndex(self.history_years.findData(value))

    def _write_register(self) -> bool:
        """Write what was changed here, and no more: others may have changed the rest meanwhile."""
        opened = self._opened
        if opened is None or opened.register.read_only:
            return True
        self._say_no_refusal()
        for key, value in self._said().items():
            if value == self._shown[key]:
                continue
            if key == _TEMPLATE:
                written = opened.do(restyling.choose_template, self.template.path())
            else:
                written = opened.do(Register.set_setting, key, value)
            if written is None:
                return False
            self._shown[key] = value
        return True


def _section(text: str) -> QLabel:
    label = QLabel(text)
    theme.set_look(label, Look.SECTION)
    return label


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    theme.set_look(label, Look.SMALL)
    return label
