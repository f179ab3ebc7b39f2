"""The list of an import with its filters above and the current entry beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from partners_app.domain.import_lines import EntryLine
from partners_app.domain.import_plan import ImportPlan, Outcome, PlanEntry
from partners_app.ui import theme
from partners_app.ui.item_models.import_plan import ImportPlanModel
from partners_app.ui.widgets.hairline import hairline
from partners_app.ui.widgets.import_details import Asked, ImportDetails, ShownEntry
from partners_app.ui.widgets.import_filters import ImportFilters
from partners_app.ui.widgets.import_list import ImportList

_DETAILS_SHARE = 0.3
_NARROWEST_LIST, _NARROWEST_DETAILS = 100.0, 58.0


class ImportPreview(QWidget):
    """Keeps list, filters and details in step; the current entry stays so when the plan changes."""

    decided = Signal(object)
    """A dictionary: key of an entry → UUID of the record that it is, "" for a new one."""
    parent_requested = Signal(str)

    def __init__(
        self,
        asked: Callable[[PlanEntry], Asked],
        source: Callable[[PlanEntry], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show no plan yet; ``asked`` and ``source`` are called for each entry that is shown."""
        super().__init__(parent)
        self._asked, self._source = asked, source
        self.model = ImportPlanModel(self)
        self.filters = ImportFilters()
        self.list = ImportList(self.model)
        self.details = ImportDetails()
        self._panes = QSplitter()
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.list)
        self._panes.addWidget(self.details)
        self._panes.setStretchFactor(0, 1)
        self.list.setMinimumWidth(theme.length(_NARROWEST_LIST))
        self.details.setMinimumWidth(theme.length(_NARROWEST_DETAILS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(hairline())
        column.addWidget(self._panes, 1)
        self.filters.changed.connect(self._filter)
        self.model.ticked_changed.connect(self._show_tick)
        self.list.current_changed.connect(self._show_current)
        self.details.step_requested.connect(self._step)
        self.details.decided.connect(lambda key, record: self.decided.emit({key: record}))
        self.model.new_records_wanted.connect(
            lambda keys: self.decided.emit(dict.fromkeys(keys, ""))
        )
        self.details.tick_requested.connect(self._tick)
        self.details.parent_requested.connect(self.parent_requested)

    def divide(self, width: int) -> None:
        """Give the details their share of a width in pixels."""
        details = round(width * _DETAILS_SHARE)
        self._panes.setSizes([width - details, details])

    def show_plan(self, made: ImportPlan | None, lines: Mapping[str, EntryLine]) -> None:
        """Show the entries of a plan; None: none."""
        key = self.list.current_key() or self.details.key()
        self.model.set_plan(made, lines)
        self.filters.set_counts(self.model.counts())
        if not (key and self.list.go_to(key)):
            self.list.go_to_row(0)
        self._show_current()

    def start_anew(self) -> None:
        """Forget ticks and filters: another table comes."""
        self.model.forget_ticks()
        self.filters.show_all()

    def go_to(self, key: str) -> bool:
        """Make an entry the current one, whatever the filters say; False where it is not there."""
        if self.model.row_of(key) is None:
            self.filters.show_all()
        return self.list.go_to(key)

    def next_pane(self) -> None:
        """Move the keyboard between the list and the details."""
        if self.list.hasFocus():
            self.details.take_keyboard()
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _filter(self, outcome: object, words: str) -> None:
        key = self.list.current_key() or self.details.key()
        self.model.set_filter(outcome if isinstance(outcome, Outcome) else None, words)
        if not self.list.go_to(key):
            self.list.go_to_row(0)
        self._show_current()

    def _current(self) -> PlanEntry | None:
        return self.model.entry_at(self.list.currentIndex().row())

    def _show_current(self) -> None:
        entry = self._current()
        line = self.model.line_of(entry.key) if entry is not None else None
        if entry is None or line is None:
            self.details.show_entry(None)
            return
        ticked = self.model.is_ticked(entry)
        shown = ShownEntry(entry, line, ticked, self._asked(entry), self._source(entry))
        self.details.show_entry(shown)

    def _show_tick(self) -> None:
        entry = self._current()
        if self.details.tick is not None and entry is not None:
            self.details.tick.setChecked(self.model.is_ticked(entry))

    def _step(self, step: int) -> None:
        self.list.go_to_row(self.list.currentIndex().row() + step)

    def _tick(self, key: str, ticked: bool) -> None:
        row = self.model.row_of(key)
        if row is not None:
            self.model.set_ticks([row], ticked)
