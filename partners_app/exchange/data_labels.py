"""What records are called where the data workbook refers to them: «Япония · г. Осака»."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from partners_app.domain.names import fold
from partners_app.domain.records import Agreement, Country, Partner, RegisterContent
from partners_app.exchange.cell_text import clean_text
from partners_app.exchange.russian_words import russian_word

WHOLE_COUNTRY = "вся страна"
_WITHOUT_CITY = "без города"
_WITHOUT_NAME = "без названия"
_BETWEEN = " · "
_LONGEST = 160
"""A label is for recognising a record: longer names are cut."""


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    """Return what two labels have in common that name the same: as names are compared."""
    return fold(label) or " ".join(label.split())


def country_label(name: str) -> str:
    """Return what a country is called."""
    return _one_line(name)


def whole_country_label(name: str) -> str:
    """Return what the cell of a whole country's events is called."""
    return country_label(name) + _BETWEEN + WHOLE_COUNTRY


def partner_label(country: str, name: str | None) -> str:
    """Return what a partner is called beside those of other countries."""
    own = _one_line(name) if name and name.strip() else _WITHOUT_CITY
    return country_label(country) + _BETWEEN + own


def agreement_label(partner: str, agreement: Agreement) -> str:
    """Return what an agreement is called: its partner, then its title, its kind or its date."""
    own = agreement.title or ""
    if not own.strip() and agreement.kind is not None:
        own = russian_word(agreement.kind)
    if not own.strip() and agreement.dates:
        own = agreement.dates[0].date.text
    return _one_line(partner + _BETWEEN + _one_line(own))


def _one_line(text: str) -> str:
    line = " ".join(clean_text(text)[0].split()) or _WITHOUT_NAME
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A record that others refer to, as it was called at the export."""

    table: str
    uuid: str
    parent_uuid: str
    label: str


class Labels:
    """The labels of a content's records, by id; no two of a table are the same.

    ``cells`` are the places of events: the partners, and the countries as a whole.
    """

    def __init__(self, content: RegisterContent) -> None:
        """Give every record that others refer to its label."""
        countries = {country.id: country.name for country in content.countries}
        partners = {item.id: (countries[item.country_id], item.name) for item in content.partners}
        self.regions = _distinct((item.id, _one_line(item.name)) for item in content.regions)
        self.countries = _distinct((item.id, _one_line(item.name)) for item in content.countries)
        self.partners = _distinct((number, partner_label(*it)) for number, it in partners.items())
        self.agreements = _distinct(
            (item.id, agreement_label(self.partners[item.partner_id], item))
            for item in content.agreements
        )
        self.cells: dict[tuple[str, int], str] = {
            ("country", number): whole_country_label(label)
            for number, label in self.countries.items()
        } | {("partner", number): label for number, label in self.partners.items()}


def labelled(content: RegisterContent, labels: Labels) -> Iterator[Labelled]:
    """Yield the records that others may refer to, table by table, in report order."""
    regions = {item.id: item.uuid for item in content.regions}
    countries = {item.id: item.uuid for item in content.countries}
    partners = {item.id: item.uuid for item in content.partners}
    for region in content.regions:
        yield Labelled("region", region.uuid, "", labels.regions[region.id])
    for country in content.countries:
        parent = regions[country.region_id]
        yield Labelled("country", country.uuid, parent, labels.countries[country.id])
    for partner in content.partners:
        parent = countries[partner.country_id]
        yield Labelled("partner", partner.uuid, parent, labels.partners[partner.id])
    for agreement in content.agreements:
        parent = partners[agreement.partner_id]
        yield Labelled("agreement", agreement.uuid, parent, labels.agreements[agreement.id])


def _distinct(labels: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Number the second and further ones of labels that name the same: «… (2)»."""
    found: dict[int, str] = {}
    newest: dict[str, int] = {}
    used: set[str] = set()
    for number, label in labels:
        key, distinct = label_key(label), label
        while label_key(distinct) in used:
            newest[key] = newest.get(key, 1) + 1
            distinct = f"{label} ({newest[key]})"
        used.add(label_key(distinct))
        found[number] = distinct
    return found


def keys_of_country(country: Country) -> Iterator[str]:
    """Yield what a clerk may call a country."""
    yield label_key(country_label(country.name))


def keys_of_partner(country: str, partner: Partner) -> Iterator[str]:
    """Yield what a clerk may call a partner: with its country or without."""
    yield label_key(partner_label(country, partner.name))
    if partner.name and partner.name.strip():
        yield label_key(_one_line(partner.name))
    else:
        yield label_key(country_label(country))
