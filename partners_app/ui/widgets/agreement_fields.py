"""The fields of one agreement: what is stored, what is typed, and what could not be written."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from partners_app.domain.records import Agreement
from partners_app.domain.vocabulary import AgreementKind, Prolongation, Status
from partners_app.services.drafts import Typed
from partners_app.texts.words import word
from partners_app.ui.widgets.agreement_dates import AgreementDates
from partners_app.ui.widgets.agreement_links import AgreementLinks
from partners_app.ui.widgets.form_fields import (
    ChoiceField,
    LineField,
    NumberField,
    ParagraphField,
)
from partners_app.ui.widgets.scan_field import ScanField
from partners_app.ui.widgets.single_date_field import SingleDateField
from partners_app.ui.widgets.validity_field import ValidityField


class AgreementFields(QWidget):
    """Holds the fields; where they stand and who writes them is the form's.

    A text that could not be written stays typed, also while other agreements are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agreement: Agreement | None = None
        self._elsewhere: list[Typed] = []
        nothing = self.tr("Not specified")
        self.kind = _choices(AgreementKind, nothing)
        self.status = _choices(Status)
        self.title = ParagraphField(fewest_lines=2)
        self.dates = AgreementDates()
        self.validity = ValidityField()
        self.prolongation = _choices(Prolongation, nothing)
        self.years = NumberField(figures=2)
        self.years.setPlaceholderText(self.tr("how many years"))
        self.notice = NumberField(figures=2)
        self.notice.setPlaceholderText(self.tr("how many months before the end"))
        self.our_side = LineField()
        self.their_side = LineField()
        self.responsible = LineField()
        self.original = LineField()
        self.original.setPlaceholderText(self.tr("where it is kept"))
        self.reason = LineField()
        self.number = LineField()
        self.registered = SingleDateField()
        self.areas = ParagraphField()
        self.links = AgreementLinks()
        self.scan = ScanField()
        self.remark = ParagraphField()
        self._choices: dict[str, ChoiceField] = {
            "kind": self.kind,
            "status": self.status,
            "prolongation": self.prolongation,
        }
        self._texts: dict[str, LineField | ParagraphField] = {
            "title": self.title,
            "our_signatory": self.our_side,
            "their_signatory": self.their_side,
            "prolongation_years": self.years,
            "notice_months": self.notice,
            "registration_number": self.number,
            "areas": self.areas,
            "scan_path": self.scan.line,
            "responsible": self.responsible,
            "original_place": self.original,
            "status_reason": self.reason,
            "remark": self.remark,
        }
        for field, name in (
            (self.years, self.tr("Years of prolongation")),
            (self.notice, self.tr("Notice in months")),
            (self.number, self.tr("Number of the state registration")),
            (self.scan.line, self.tr("File of the scan")),
        ):
            field.setAccessibleName(name)

    def agreement(self) -> Agreement | None:
        """Return the agreement as it was read last."""
        return self._agreement

    def set_read_only(self, read_only: bool) -> None:
        """Let the fields be looked at only."""
        for choice in self._choices.values():
            choice.setDisabled(read_only)
        for text in self._texts.values():
            text.setReadOnly(read_only)
        self.dates.set_read_only(read_only)
        self.validity.set_read_only(read_only)
        self.registered.set_read_only(read_only)

    def show_values(self, agreement: Agreement) -> None:
        """Show a record; of the agreement shown already, what is being typed stays.

        What was typed for another one and could not be written is shown with that again.
        """
        before = self._agreement
        same = before is not None and agreement.id == before.id
        if before is not None and not same:
            self._elsewhere += self._typed_here(0)
        self._agreement = agreement
        for name, choice in self._choices.items():
            choice.set_value(getattr(agreement, name))
        for name, text in self._texts.items():
            stored = getattr(agreement, name)
            value = "" if stored is None else str(stored)
            if same:
                text.set_value(value)
            else:
                text.reset(value)
        self.dates.show_dates(agreement.id, agreement.dates)
        show_validity = self.validity.set_value if same else self.validity.reset
        show_validity(agreement.valid_from, agreement.valid_to)
        show_registered = self.registered.set_value if same else self.registered.reset
        show_registered(agreement.registration_date)
        if not same:
            self._put_back(agreement)

    def show_nothing(self) -> None:
        """Show no agreement; what is typed for the one before can still be written later."""
        self._elsewhere += self._typed_here(0)
        self.forget_typed()
        self.dates.show_dates(None, ())

    def forget_typed(self) -> None:
        """Drop what is typed for the agreement that is shown: it is gone."""
        self._agreement = None

    def forget(self, table: str, row_id: int, field: str) -> None:
        """Drop what is typed for one field of an agreement, or for one of its dates."""
        self._elsewhere = [
            typed
            for typed in self._elsewhere
            if (typed.table, typed.row_id, typed.field) != (table, row_id, field)
        ]
        agreement = self._agreement
        if agreement is None:
            return
        if table == "agreement_date":
            self.dates.forget(row_id)
        elif row_id != agreement.id:
            return
        elif field in self._texts:
            self._texts[field].reset(self._texts[field].value())
        elif field == "registration_date":
            self.registered.reset(agreement.registration_date)
        elif field in self.validity.typed():
            self.validity.put_back(field, getattr(agreement, field).text)

    def _put_back(self, agreement: Agreement) -> None:
        dates = {date.id for date in agreement.dates}
        left = []
        for typed in self._elsewhere:
            if typed.table == "agreement_date" and typed.row_id in dates:
                self.dates.put_back(typed.row_id, typed.text)
            elif (typed.table, typed.row_id) != ("agreement", agreement.id):
                left.append(typed)
            elif typed.field == "new_date":
                self.dates.put_back(None, typed.text)
            elif typed.field in self._texts:
                self._texts[typed.field].put_back(typed.text)
            elif typed.field == "registration_date":
                self.registered.put_back(typed.text)
            else:
                self.validity.put_back(typed.field, typed.text)
        self._elsewhere = left

    def typed(self, year: int) -> list[Typed]:
        """Return what is typed and not written, for whatever agreement, as of a report year."""
        return [*self._typed_here(year), *(replace(each, year=year) for each in self._elsewhere)]

    def _typed_here(self, year: int) -> list[Typed]:
        agreement = self._agreement
        if agreement is None:
            return []
        texts = {name: text.text() for name, text in self._texts.items() if text.is_pending()}
        if self.registered.is_pending():
            texts["registration_date"] = self.registered.text()
        texts |= self.validity.typed()
        return [
            *(Typed("agreement", agreement.id, *item, year) for item in texts.items()),
            *(
                Typed("agreement", agreement.id, "new_date", text, year)
                if date_id is None
                else Typed("agreement_date", date_id, "date", text, year)
                for date_id, text in self.dates.typed()
            ),
        ]

    def commit(self) -> bool:
        """Write what is typed; False if something could not be written and is still typed."""
        if self._agreement is None:
            return True
        for text in self._texts.values():
            text.commit()
        self.validity.commit()
        self.registered.commit()
        self.dates.commit()
        return not self._typed_here(0)


def _choices(
    kind: type[AgreementKind] | type[Status] | type[Prolongation], nothing: str = ""
) -> ChoiceField:
    return ChoiceField(
        [(member, word(member)) for member in kind], nothing=nothing, capitalized=True
    )
