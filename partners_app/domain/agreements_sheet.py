"""The list of agreements in force on a day, and of those of which that cannot be told."""

from collections import Counter
from datetime import date
from itertools import count

from partners_app.domain.agreement_lines import (
    Word,
    dates_text,
    day_text,
    doubts_text,
    standing_text,
    title_text,
    until_text,
)
from partners_app.domain.lifecycle import (
    Standing,
    Validity,
    names_a_paper,
    replaces_others,
    validity_on,
)
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.place_labels import PlaceLabels
from partners_app.domain.records import Agreement, Partner, RegisterContent
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
)
from partners_app.domain.vocabulary import Status

_COLUMNS = (
    SheetColumn("№", 0.7, ColumnKind.SHORT),
    SheetColumn("Партнёр", 3, ColumnKind.LABEL),
    SheetColumn("Документ", 7),
    SheetColumn("Дата", 2, ColumnKind.SHORT),
    SheetColumn("Действует до", 2.2, ColumnKind.SHORT),
    SheetColumn("Примечание", 3.4),
)
_TO_BE_CLEARED = (Standing.UNCERTAIN, Standing.SUSPENDED, Standing.ENDED)
_LEFT_OUT = (Standing.EXPIRED, Standing.REPLACED, Standing.NOT_YET)


def agreements_sheet(content: RegisterContent, day: date, word: Word) -> Sheet:
    """List the agreements of a register that are in force on a day, band by band.

    Those of which the register does not tell stand in a table of their own, with the reason; how
    many others there are is said in a sentence.
    """
    found = _Sorted(content, day, word)
    blocks: list[Paragraph | SheetTable] = [Paragraph(found.summary())]
    if found.in_force:
        blocks.append(found.table(found.in_force))
    if found.doubtful:
        blocks.append(found.table(found.doubtful, "Требуют уточнения"))
    return Sheet(
        ("ДЕЙСТВУЮЩИЕ ДОКУМЕНТЫ О СОТРУДНИЧЕСТВЕ", f"на {day_text(day)}"),
        tuple(blocks),
        landscape=True,
    )


class _Sorted:
    def __init__(self, content: RegisterContent, day: date, word: Word) -> None:
        self.content = content
        self.day = day
        self.word = word
        self.labels = PlaceLabels(content)
        self.partners = {item.id: item for item in content.partners}
        self.in_force: list[tuple[Agreement, Validity]] = []
        self.doubtful: list[tuple[Agreement, Validity]] = []
        self.others: Counter[Standing] = Counter()
        self.without_paper = 0
        replacing = [item for item in content.agreements if replaces_others(item)]
        for agreement in content.agreements:
            if not names_a_paper(agreement):
                self.without_paper += 1
                continue
            validity = validity_on(agreement, day, others=replacing)
            if validity.standing is Standing.IN_FORCE:
                self.in_force.append((agreement, validity))
            elif validity.standing in _TO_BE_CLEARED:
                self.doubtful.append((agreement, validity))
            else:
                self.others[validity.standing] += 1

    def summary(self) -> str:
        if self.in_force:
            partners = {agreement.partner_id for agreement, _ in self.in_force}
            parts = [f"Документов: {len(self.in_force)}; партнёров: {len(partners)}."]
        else:
            parts = ["Действующих документов на этот день в реестре нет."]
        left_out = [
            f"{standing_text(standing)} – {self.others[standing]}"
            for standing in _LEFT_OUT
            if self.others[standing]
        ]
        if self.without_paper:
            left_out.append(f"связи установлены без документа – {self.without_paper}")
        if left_out:
            parts.append(f"Не включены: {', '.join(left_out)}.")
        if any(not agreement.valid_to.text.strip() for agreement, _ in self.in_force):
            parts.append("Документ, срок которого не указан, считается бессрочным.")
        return " ".join(parts)

    def table(self, found: list[tuple[Agreement, Validity]], title: str = "") -> SheetTable:
        """Return a table of agreements in report order, a group for each band."""
        by_partner: dict[int, list[tuple[Agreement, Validity]]] = {}
        for entry in found:
            by_partner.setdefault(entry[0].partner_id, []).append(entry)
        regions = {country.id: country.region_id for country in self.content.countries}
        rows: dict[int, list[tuple[str, ...]]] = {item.id: [] for item in self.content.regions}
        numbers = count(1)
        for partner in self.content.partners:
            rows[regions[partner.country_id]] += [
                self._row(next(numbers), partner, *entry)
                for entry in by_partner.get(partner.id, ())
            ]
        groups = tuple(
            SheetGroup((region.heading or region.name).upper(), tuple(rows[region.id]))
            for region in self.content.regions
            if rows[region.id]
        )
        return SheetTable(_COLUMNS, groups, title)

    def _row(
        self, number: int, partner: Partner, agreement: Agreement, validity: Validity
    ) -> tuple[str, ...]:
        notes = []
        if validity.standing is not Standing.IN_FORCE:
            words = standing_text(validity.standing)
            notes.append(f"{words[:1].upper()}{words[1:]}.")
        notes.append(doubts_text(agreement, validity))
        notes.append(_relation_text(partner, self.day))
        return (
            str(number),
            self.labels.partners[partner.id],
            title_text(agreement, self.word),
            dates_text(agreement),
            until_text(agreement, validity),
            " ".join(note for note in (*notes, _sentence(agreement.status_reason)) if note),
        )


def _relation_text(partner: Partner, day: date) -> str:
    """Return what is to be known of the relation itself, nothing of one that is in force."""
    words = {
        Status.SUSPENDED: "приостановлены",
        Status.ENDED: "прекращены",
        Status.UNCONFIRMED: "не подтверждены",
    }.get(partner.status)
    since: PartialDate = partner.status_date
    if words is None or (since.earliest is not None and since.earliest > day):
        return ""
    when = f" ({since.text.strip()})" if since.text.strip() else ""
    return f"Отношения с партнёром {words}{when}."


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."
