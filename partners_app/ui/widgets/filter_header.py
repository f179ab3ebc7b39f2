"""The header of the event grid: titles that sort, and under each a field that filters."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QMenu, QWidget

from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services.events import EventFilter, EventOrder, NotGiven
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import LISTS, ORDERS, Column
from partners_app.ui.widgets.event_delegates import CELL_INSET, FIRST_INSET
from partners_app.ui.widgets.form_fields import pass_undo

_DEBOUNCE_MS = 250
_FIELD_INSET = 2.25
_FIELD_HEIGHT = 5.5
_TITLE_HEIGHT = 6.75
_BELOW_FIELD = 1.5
_RIGHT_EDGE = 2.0
_ARROW = 3.0
_TO_THE_ROWS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterField(QLineEdit):
    """One field of the filter row; active when it holds something, and then it has a ×."""

    filter_changed = Signal()
    left_down = Signal()
    """The user wants to go from the filter to the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        pass_undo(self)
        theme.set_style_property(self, "look", "filter")
        theme.set_style_property(self, "active", False)
        self._clear = QAction(self.tr("Clear the filter"), self)
        theme.give_icon(self._clear, "x", "text2")
        self._clear.triggered.connect(self.clear_filter)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)

    def is_active(self) -> bool:
        """Tell whether this field leaves rows out."""
        return bool(self.text().strip())

    def clear_filter(self) -> None:
        """Take the filter of this column away."""
        self.clear()
        self._tell()

    def caption(self) -> str:
        """Return what the field asks for, as its chip says it."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_active():
            self.clear_filter()
        elif event.key() in _TO_THE_ROWS:
            self._tell()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._mark()
        self.filter_changed.emit()

    def _mark(self) -> None:
        active = self.is_active()
        theme.set_style_property(self, "active", active)
        self._clear.setVisible(active)


class TextFilterField(FilterField):
    """Filters by the words typed; it waits until the typing pauses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("filter"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DEBOUNCE_MS)
        self._pause.timeout.connect(self.filter_changed)
        self.textChanged.connect(self._mark)
        self.textEdited.connect(self._pause.start)

    def _tell(self) -> None:
        self._pause.stop()
        super()._tell()


class ChoiceFilterField(FilterField):
    """Filters by one value of a closed list, chosen from a menu."""

    def __init__(self, parent: QWidget, idle: str) -> None:
        super().__init__(parent)
        self.setPlaceholderText(idle)
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._choices: list[tuple[str, object]] = []
        self._value: object = None
        self.menu = QMenu(self)

    def set_choices(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer values with their words; «all» stands before them."""
        self._choices = list(choices)

    def chosen(self) -> object:
        """Return the value that rows must have; None: any."""
        return self._value

    def choose(self, value: object) -> None:
        """Filter by a value; None: by none."""
        self._value = value
        words = {choice: text for text, choice in self._choices}
        self.setText("" if value is None else words[value])
        self.setCursorPosition(0)
        self._tell()

    def clear_filter(self) -> None:
        self.choose(None)

    def open_menu(self) -> None:
        """Show the values under the field."""
        self.menu.clear()
        for text, value in [(self.tr("all"), None), *self._choices]:
            action = self.menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(value))
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers()
        if alt_down or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F4):
            self.open_menu()
            return
        typed = event.text().casefold()
        if typed and typed.isprintable():
            for text, value in self._choices:
                if text.casefold().startswith(typed):
                    self.choose(value)
                    return
        super().keyPressEvent(event)


class FilterHeader(QHeaderView):
    """Titles, the arrow of the sorted column, and the filter row."""

    filter_changed = Signal()
    """A field was filled or emptied: `filter` is another one."""
    left_down = Signal()
    """The user wants to go from the filter to the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._sorted: tuple[EventOrder, bool] = (EventOrder.REPORT, False)
        self._quiet = False
        self.fields: dict[Column, FilterField] = {
            column: self._field_for(column) for column in Column
        }
        for field in self.fields.values():
            field.filter_changed.connect(self._tell)
            field.left_down.connect(self.left_down)
        self._offer()
        for signal in (
            self.sectionResized,
            self.sectionMoved,
            self.sectionCountChanged,
            self.geometriesChanged,
        ):
            signal.connect(self.place_fields)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        for column, field in self.fields.items():
            if model is not None:
                title = str(model.headerData(column, Qt.Orientation.Horizontal))
                field.setAccessibleName(self.tr("Filter: %1").replace("%1", title))

    def _field_for(self, column: Column) -> FilterField:
        if column is Column.PRINTED:
            return ChoiceFilterField(self, self.tr("all"))
        if column in LISTS:
            return ChoiceFilterField(self, self.tr("filter"))
        return TextFilterField(self)

    def _offer(self) -> None:
        for column, members in LISTS.items():
            words: list[tuple[str, object]] = [(word(member), member) for member in members]
            none = (self.tr("not given"), NotGiven.NOT_GIVEN)
            self.choice(column).set_choices([*words, none])
        self.choice(Column.PRINTED).set_choices(
            [(self.tr("printed"), True), (self.tr("not printed"), False)]
        )

    def choice(self, column: Column) -> ChoiceFilterField:
        """Return the field of a column with a closed list."""
        field = self.fields[column]
        assert isinstance(field, ChoiceFilterField)
        return field

    # The filter

    def filter(self) -> EventFilter:
        """Return what the fields ask for; a hidden column asks for nothing."""
        kind, form, printed = (
            None if self.isSectionHidden(column) else self.choice(column).chosen()
            for column in (Column.KIND, Column.FORMAT, Column.PRINTED)
        )
        return EventFilter(
            date=self._words(Column.DATE),
            text=self._words(Column.TEXT),
            kind=kind if isinstance(kind, EventKind | NotGiven) else None,
            format=form if isinstance(form, EventFormat | NotGiven) else None,
            printed=printed if isinstance(printed, bool) else None,
            partner=self._words(Column.PARTNER),
            participants=self._words(Column.PARTICIPANTS),
            responsible=self._words(Column.RESPONSIBLE),
            source=self._words(Column.SOURCE),
            remark=self._words(Column.REMARK),
        )

    def _words(self, column: Column) -> str:
        return "" if self.isSectionHidden(column) else self.fields[column].caption()

    def active(self) -> list[Column]:
        """Return the columns that filter, as they stand."""
        shown = (self.logicalIndex(place) for place in range(self.count()))
        return [
            Column(column)
            for column in shown
            if not self.isSectionHidden(column) and self.fields[Column(column)].is_active()
        ]

    def clear_filter(self) -> None:
        """Empty every field; told once."""
        self._quiet = True
        for field in self.fields.values():
            field.clear_filter()
        self._quiet = False
        self.filter_changed.emit()

    def _tell(self) -> None:
        if not self._quiet:
            self.filter_changed.emit()

    # Sorting

    def set_sorted(self, order: EventOrder, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        self._sorted = order, descending
        self.viewport().update()

    # Geometry and painting

    def sizeHint(self) -> QSize:
        height = theme.length(_TITLE_HEIGHT) + theme.length(_FIELD_HEIGHT)
        return QSize(super().sizeHint().width(), height + theme.length(_BELOW_FIELD) + 1)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place_fields()

    def place_fields(self, *_: object) -> None:
        """Put each field under its title; called too when the rows are scrolled sideways."""
        if self.count() != len(self.fields):
            for field in self.fields.values():
                field.hide()
            return
        before: QWidget | None = None
        last = max((p for p in range(self.count()) if not self._is_hidden(p)), default=0)
        for place in range(self.count()):
            section = self.logicalIndex(place)
            field = self.fields[Column(section)]
            field.setVisible(not self.isSectionHidden(section))
            inset = self._inset(section) - theme.length(_FIELD_INSET)
            left = self.sectionViewportPosition(section) + inset
            width = self.sectionSize(section) - inset
            if place == last:
                width -= theme.length(_RIGHT_EDGE)
            top = theme.length(_TITLE_HEIGHT)
            field.setGeometry(left, top, width, theme.length(_FIELD_HEIGHT))
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field

    def _inset(self, section: int) -> int:
        first = self.visualIndex(section) == self._first_shown()
        return theme.length(FIRST_INSET if first else CELL_INSET)

    def _first_shown(self) -> int:
        return next((p for p in range(self.count()) if not self._is_hidden(p)), 0)

    def _is_hidden(self, place: int) -> bool:
        return self.isSectionHidden(self.logicalIndex(place))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        now = theme.current()
        painter.fillRect(rect, now.base)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.line)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        font = theme.small_font()
        metrics = QFontMetrics(font)
        height = theme.length(_TITLE_HEIGHT)
        inset = self._inset(section)
        place = QRect(rect.left() + inset, rect.top(), rect.width() - inset, height)
        width = metrics.horizontalAdvance(title)
        if section == Column.PRINTED:
            place.moveLeft(rect.center().x() - width // 2)
        painter.setFont(font)
        painter.setPen(now.text2)
        room = max(place.width() - theme.length(1), 0)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        order, descending = self._sorted
        if order is not EventOrder.REPORT and ORDERS.get(Column(section)) is order:
            side = theme.length(_ARROW)
            corner = QPointF(place.left() + width + theme.length(1), (height - side) / 2)
            theme.paint_icon(
                painter, "chevron-down" if descending else "chevron-up", "accent", corner, side
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.place_fields()
