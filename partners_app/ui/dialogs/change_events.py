"""Changing many events at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from partners_app.domain.changes import ChangeSet, Value
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services import events
from partners_app.ui.dialogs.bulk_edit import BulkEditDialog, BulkField
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.bulk_inputs import (
    BulkInput,
    ChoiceInput,
    NumberInput,
    ParagraphInput,
    choice_of,
)

_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class ChangeEventsDialog(BulkEditDialog):
    """The fields of several events."""

    def __init__(
        self, opened: OpenRegister, chosen: Sequence[Event], parent: QWidget | None = None
    ) -> None:
        """Take the events to be changed, at least one."""
        super().__init__(opened, parent)
        self.setWindowTitle(self.tr("Change selected events"))
        self._ids = [event.id for event in chosen]
        self.show_fields(
            self.tr("Only ticked fields are written, into every selected event."),
            self.tr("Change %n event(s)", "", len(chosen)),
            [
                BulkField(name, title, entry, tuple(getattr(event, name) for event in chosen))
                for name, title, entry in self._inputs()
            ],
        )

    def _inputs(self) -> list[tuple[str, str, BulkInput]]:
        year = QLineEdit()
        year.setValidator(QIntValidator(_FIRST_YEAR, _LAST_YEAR, year))
        nothing = self.tr("Not specified")
        printed = ChoiceInput([(self.tr("printed"), True), (self.tr("not printed"), False)])
        return [
            ("kind", self.tr("&Kind"), choice_of(EventKind, nothing)),
            ("format", self.tr("&Format"), choice_of(EventFormat, nothing)),
            ("printed", self.tr("&In the report"), printed),
            ("participants", self.tr("&Participants"), ParagraphInput()),
            ("responsible", self.tr("&Responsible"), ParagraphInput()),
            ("source", self.tr("&Source"), ParagraphInput()),
            ("remark", self.tr("Re&mark"), ParagraphInput()),
            ("report_year", self.tr("Report &year"), NumberInput(year)),
        ]

    def write(self, values: Mapping[str, Value]) -> ChangeSet | None:
        cells = [(number, *item) for number in self._ids for item in values.items()]
        return self.opened.do(events.set_fields, cells)
