"""Opening the next year: what goes on by itself, and which events are to take place again."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from partners_app.services.next_year import Frame, RepeatedEvent
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, TickModel
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.entry_list import EntryList

_SIZE = (170.0, 140.0)


class NextYearDialog(ActDialog):
    """Shows the frame of the next year, and the events of this one, none of them ticked."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        """Tell what the year begins with."""
        super().__init__(parent)
        self._frame = frame
        year = str(frame.year)
        self.setWindowTitle(self.tr("Open the year %1").replace("%1", year))
        self._told = QLabel(self._words())
        self._told.setWordWrap(True)
        caption = QLabel(
            self.tr("&Events that take place again (their dates are to be given anew):")
        )
        caption.setWordWrap(True)
        self.model = TickModel(self)
        self.list = EntryList(self.tr("Events that take place again"))
        self.list.setModel(self.model)
        caption.setBuddy(self.list)
        self._all, self._none = QToolButton(), QToolButton()
        self._all.setText(self.tr("All"))
        self._none.setText(self.tr("None"))
        top = QVBoxLayout()
        give_edges(top)
        top.setSpacing(theme.length(3))
        top.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(theme.length(2))
        row.addWidget(caption, 1)
        row.addWidget(self._all)
        row.addWidget(self._none)
        top.addLayout(row)
        self.content.addLayout(top)
        self.content.addWidget(self.list, 1)
        self._all.clicked.connect(lambda: self.model.tick_all(True))
        self._none.clicked.connect(lambda: self.model.tick_all(False))
        self.model.set_entries([_entry(event) for event in frame.events])
        self.model.tick_all(False)
        if frame.events:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()
        else:
            for part in (caption, self.list, self._all, self._none):
                part.hide()
            theme.set_look(self._told, Look.BODY)
        self.model.ticks_changed.connect(self._show_act)
        self._show_act()
        self.set_size(*_SIZE)

    def chosen(self) -> list[int]:
        """Return the ids of the ticked events."""
        return [item.id for item in self.model.ticked() if isinstance(item, RepeatedEvent)]

    def _words(self) -> str:
        frame = self._frame
        parts = (
            self.tr("%n partner(s)", "", frame.partners),
            self.tr("%n agreement(s)", "", frame.agreements),
        )
        lines = [self.tr("Goes on by itself: %1.").replace("%1", ", ".join(parts))]
        if frame.events_there:
            text = self.tr("The year %1 holds %n event(s) already.", "", frame.events_there)
            lines.append(text.replace("%1", str(frame.year)))
        if frame.title != frame.title_now:
            text = self.tr("The title of the report becomes “%1”.")
            lines.append(text.replace("%1", " ".join(frame.title.split())))
        return " ".join(lines)

    def _show_act(self) -> None:
        text = self.tr("Open the year %1").replace("%1", str(self._frame.year))
        count = len(self.chosen())
        if count:
            text += " · " + self.tr("%n event(s)", "", count)
        self.act_button.setText(text)
        writes = bool(count) or self._frame.title != self._frame.title_now
        self.set_note(
            self.tr("Can be undone in one step: Ctrl+Z")
            if writes
            else self.tr("Nothing is written: only the year that is looked at changes.")
        )


def _entry(event: RepeatedEvent) -> Entry:
    place = " › ".join(name for name in (event.country, event.partner) if name)
    return Entry("", "text2", place, event.text, "", event, quiet=False)
