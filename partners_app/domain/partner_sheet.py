"""«Справка»: what the register knows of one partner, on one page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partners_app.domain.agreement_lines import (
    Word,
    dates_text,
    day_text,
    doubts_text,
    standing_text,
    title_text,
    until_text,
)
from partners_app.domain.lifecycle import Standing, names_a_paper, validity_on
from partners_app.domain.records import Agreement, Country, Event, OtherName, Partner
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
    labelled_facts,
)
from partners_app.domain.vocabulary import AgreementKind, DateMeaning, Status

_MOST_EVENTS = 40
"""More do not fit a page, however short they are."""

_FEW_EVENTS = 3
_SHORTER = (700, 400, 200, 100)
"""Characters that a text is cut to where not even the newest event fits whole."""

_LONGEST_TITLE = 400
_LABELS = 0.22
_DOCUMENTS = (
    SheetColumn("Документ", 0.56),
    SheetColumn("Дата", 0.17, ColumnKind.SHORT),
    SheetColumn("Действует до", 0.27, ColumnKind.SHORT),
)
_EVENTS = (SheetColumn("Дата", _LABELS, ColumnKind.SHORT), SheetColumn("Мероприятие", 1 - _LABELS))


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What a sheet on a partner is made from: its records, in report order."""

    partner: Partner
    country: Country
    agreements: tuple[Agreement, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Limits:
    """How many documents and events stand there, and how long their texts are (None: whole)."""

    documents: int
    events: int
    characters: int | None = None


def partner_sheet(
    facts: PartnerFacts, day: date, word: Word, fits: Callable[[Sheet], bool]
) -> Sheet:
    """Lay out what is known of a partner on a day so that it fits one page.

    ``fits`` tells whether a sheet does. The last events are cut first, to the newest that fit, with
    «и ещё» and their number; then, where that is not enough, long texts, and then documents.
    """
    writer = _Writer(facts, day, word)
    tried = writer.sheet(_Limits(len(writer.documents), len(writer.events)))
    for limits in writer.limits():
        tried = writer.sheet(limits)
        if fits(tried):
            break
    return tried


class _Writer:
    def __init__(self, facts: PartnerFacts, day: date, word: Word) -> None:
        self.facts = facts
        self.day = day
        self.word = word
        papers = [item for item in facts.agreements if names_a_paper(item)]
        found = [(item, validity_on(item, day, others=facts.agreements)) for item in papers]
        self.documents = [
            entry for entry in found if entry[1].standing in (Standing.IN_FORCE, Standing.UNCERTAIN)
        ]
        self.former = [entry for entry in found if entry not in self.documents]
        self.events = sorted(
            (item for item in facts.events if item.text.strip() or item.date.text.strip()),
            key=_newest_first,
        )

    def limits(self) -> Iterator[_Limits]:
        """Yield how much may stand there, ever less."""
        documents, events = len(self.documents), len(self.events)
        for count in range(min(events, _MOST_EVENTS), min(events, 1) - 1, -1):
            yield _Limits(documents, count)
        for characters in _SHORTER:
            for count in range(min(events, _FEW_EVENTS), min(events, 1) - 1, -1):
                yield _Limits(documents, count, characters)
        for count in range(documents, -1, -1):
            yield _Limits(count, min(events, 1), _SHORTER[-1])

    def sheet(self, limits: _Limits) -> Sheet:
        partner, country = self.facts.partner, self.facts.country
        name = " ".join((partner.name or "").split())
        title = f"{name} ({country.name})" if name else country.name
        blocks = [
            labelled_facts(self._facts(limits), label_width=_LABELS),
            *self._documents(limits),
            *self._events(limits),
            *self._remark(limits),
            Paragraph(f"Составлено {day_text(self.day)} по данным реестра."),
        ]
        title = _cut(title, _Limits(0, 0, _LONGEST_TITLE))
        return Sheet(("СПРАВКА", title), tuple(blocks), one_page=True)

    def _facts(self, limits: _Limits) -> Iterator[tuple[str, str]]:
        partner, country = self.facts.partner, self.facts.country
        kind = self.word(partner.kind)
        yield "Страна", _cut(country.name, limits)
        yield "Вид партнёра", kind
        yield "Другие названия", _cut(_other_names(partner.other_names), limits)
        yield "Названия страны", _cut(_other_names(country.other_names), limits)
        yield "Связи установлены", _cut("; ".join(self._ties()), limits)
        yield "Отношения", _cut(self._relation(), limits)

    def _ties(self) -> Iterator[str]:
        for agreement in self.facts.agreements:
            of_ties = agreement.kind is AgreementKind.TIES
            for entry in agreement.dates:
                if of_ties or entry.meaning is DateMeaning.TIES:
                    yield entry.date.wording.strip() or entry.date.text.strip()
            title = " ".join((agreement.title or "").split())
            if of_ties and title and title.casefold() != "установление связей":
                yield title

    def _relation(self) -> str:
        partner = self.facts.partner
        text = {
            Status.IN_FORCE: "Действуют",
            Status.SUSPENDED: "Приостановлены",
            Status.ENDED: "Прекращены",
            Status.UNCONFIRMED: "Не подтверждены",
        }[partner.status]
        since, reason = partner.status_date.text.strip(), partner.status_reason.strip()
        text += f" с: {since}" if since else ""
        return f"{text}; {reason}" if reason else text

    def _documents(self, limits: _Limits) -> Iterator[Paragraph | SheetTable]:
        shown = self.documents[: limits.documents]
        if shown:
            rows = tuple(
                (
                    _cut(" ".join(title_text(agreement, self.word).split()), limits),
                    dates_text(agreement),
                    "\n".join(
                        text
                        for text in (
                            until_text(agreement, validity),
                            doubts_text(agreement, validity),
                        )
                        if text
                    ),
                )
                for agreement, validity in shown
            )
            yield SheetTable(_DOCUMENTS, (SheetGroup("", rows),), "Действующие документы")
        elif not self.documents:
            yield Paragraph("Действующих документов в реестре нет.")
        sentences = []
        if left := len(self.documents) - len(shown):
            sentences.append(f"И ещё действующих документов: {left}.")
        for standing in Standing:
            count = sum(validity.standing is standing for _, validity in self.former)
            if count:
                sentences.append(
                    f"Документов, о которых отмечено «{standing_text(standing)}»: {count}."
                )
        if sentences:
            yield Paragraph(" ".join(sentences))

    def _events(self, limits: _Limits) -> Iterator[Paragraph | SheetTable]:
        shown = self.events[: limits.events]
        if not shown:
            if not self.events:
                yield Paragraph("Мероприятий в реестре нет.")
            return
        years: dict[int, list[tuple[str, ...]]] = {}
        for event in shown:
            row = (event.date.text.strip(), _cut(event.text.strip(), limits))
            years.setdefault(event.report_year, []).append(row)
        groups = tuple(SheetGroup(f"{year} год", tuple(rows)) for year, rows in years.items())
        yield SheetTable(_EVENTS, groups, "Последние мероприятия")
        if left := len(self.events) - len(shown):
            yield Paragraph(f"И ещё мероприятий: {left}.")

    def _remark(self, limits: _Limits) -> Iterator[SheetTable]:
        remark = self.facts.partner.remark.strip()
        if remark:
            yield labelled_facts([("Примечание", _cut(remark, limits))], label_width=_LABELS)


def _newest_first(event: Event) -> tuple[int, bool, int, int]:
    """Sort by year and day, the newest first; within a year those without a day come last."""
    day = event.date.earliest
    return (-event.report_year, day is None, -day.toordinal() if day else 0, -event.id)


def _other_names(names: Sequence[OtherName]) -> str:
    found = []
    for entry in names:
        first, last = entry.used_from.text.strip(), entry.used_to.text.strip()
        period = f"{first} – {last}" if first and last else f"с {first}" if first else ""
        period = period or (f"до {last}" if last else "")
        found.append(f"{entry.name} ({period})" if period else entry.name)
    return "; ".join(found)


def _cut(text: str, limits: _Limits) -> str:
    """Return a text cut between two words where it may not be whole."""
    most = limits.characters
    if most is None or len(text) <= most:
        return text
    head = text[:most]
    place = head.rfind(" ", most // 2)
    return head[: place if place > 0 else most - 1].rstrip(" ,;:–-") + "…"
