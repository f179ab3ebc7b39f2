"""The menu of what can be done with selected cells: in the menu bar, and at the right button."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from partners_app.ui import theme
from partners_app.ui.widgets.event_keys import GridKey


class CellsMenu(QMenu):
    """Names each act on cells with its key; the keys themselves are the table's."""

    def __init__(self, act: Callable[[GridKey], object], parent: QWidget) -> None:
        """Make the entries; ``act`` is told which was chosen."""
        super().__init__(parent)
        self.setTitle(self.tr("&Cells"))
        self._act = act
        self._add(self.tr("Cu&t"), "Ctrl+X", GridKey.CUT)
        self._add(self.tr("&Copy"), "Ctrl+C", GridKey.COPY, "copy")
        self._add(self.tr("&Paste"), "Ctrl+V", GridKey.PASTE, "clipboard-paste")
        self._add(self.tr("&Empty"), "Del", GridKey.CLEAR)
        self.addSeparator()
        self._add(self.tr("Fi&ll down"), "Ctrl+D", GridKey.FILL_DOWN, "arrow-down")
        self._add(self.tr("Fill to the &right"), "Ctrl+R", GridKey.FILL_RIGHT)
        self._add(self.tr("Value from &above"), "Ctrl+'", GridKey.VALUE_ABOVE)
        self._add(self.tr("Toda&y's date"), "Ctrl+;", GridKey.TODAY)

    def _add(self, text: str, keys: str, key: GridKey, icon: str = "") -> None:
        # Only shown behind the tab: as a shortcut it would work in every pane of the window.
        action = self.addAction(f"{text}\t{keys}")
        if icon:
            theme.give_icon(action, icon, "text2", before_text=True)
        action.triggered.connect(lambda: self._act(key))
