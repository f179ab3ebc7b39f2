"""Changing many agreements at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from partners_app.domain.changes import ChangeSet, Value
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import AgreementKind, Prolongation, Status
from partners_app.services import agreements
from partners_app.ui.dialogs.bulk_edit import BulkEditDialog, BulkField
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.bulk_inputs import (
    BulkInput,
    DateInput,
    LineInput,
    NumberInput,
    ParagraphInput,
    choice_of,
)
from partners_app.ui.widgets.form_fields import NumberField


class ChangeAgreementsDialog(BulkEditDialog):
    """The fields that several agreements may well have in common."""

    def __init__(
        self, opened: OpenRegister, chosen: Sequence[Agreement], parent: QWidget | None = None
    ) -> None:
        """Take the agreements to be changed, at least one."""
        super().__init__(opened, parent)
        self.setWindowTitle(self.tr("Change selected agreements"))
        self._ids = [agreement.id for agreement in chosen]
        self.show_fields(
            self.tr("Only ticked fields are written, into every selected agreement."),
            self.tr("Change %n agreement(s)", "", len(chosen)),
            [
                BulkField(name, title, entry, tuple(_value(each, name) for each in chosen))
                for name, title, entry in self._inputs()
            ],
        )

    def _inputs(self) -> list[tuple[str, str, BulkInput]]:
        ours, theirs = self.opened.ask(agreements.signatories)
        responsible = self.opened.ask(agreements.responsible_names)
        nothing = self.tr("Not specified")
        years, notice = NumberField(figures=2), NumberField(figures=2)
        years.setPlaceholderText(self.tr("how many years"))
        notice.setPlaceholderText(self.tr("how many months before the end"))
        return [
            ("kind", self.tr("&Kind"), choice_of(AgreementKind, nothing)),
            ("status", self.tr("&Status"), choice_of(Status)),
            ("status_reason", self.tr("Reaso&n"), LineInput()),
            ("valid_from", self.tr("&Valid from"), DateInput()),
            ("valid_to", self.tr("Valid &until"), DateInput()),
            ("prolongation", self.tr("&Prolongation"), choice_of(Prolongation, nothing)),
            ("prolongation_years", self.tr("&Years of prolongation"), NumberInput(years)),
            ("notice_months", self.tr("Noti&ce"), NumberInput(notice)),
            ("our_signatory", self.tr("&Our side"), LineInput(ours)),
            ("their_signatory", self.tr("&Their side"), LineInput(theirs)),
            ("areas", self.tr("&Work areas"), ParagraphInput()),
            ("responsible", self.tr("Responsi&ble"), LineInput(responsible)),
            ("original_place", self.tr("Ori&ginal"), LineInput()),
            ("remark", self.tr("Re&mark"), ParagraphInput()),
        ]

    def write(self, values: Mapping[str, Value]) -> ChangeSet | None:
        return self.opened.do(agreements.set_fields, self._ids, values)


def _value(agreement: Agreement, name: str) -> Value:
    """Return a field of an agreement; of a date its wording."""
    value: Value | PartialDate = getattr(agreement, name)
    return value.text if isinstance(value, PartialDate) else value
