"""The object of the JSON interchange as records of negative ids."""

from dataclasses import dataclass, replace

from partners_app.domain.content_rows import positions
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.names import fold_text, partner_kind
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.printed_dates import read_printed_dates
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    AgreementLink,
    Country,
    Event,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
)
from partners_app.exchange import register_keys as keys
from partners_app.exchange.event_dates import read_event_date
from partners_app.exchange.event_places import Cell, EventPlaces
from partners_app.exchange.json_source import Source
from partners_app.exchange.register_json_intake import Intake
from partners_app.exchange.register_json_writing import date_lines

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Report years outside these are slips."""


@dataclass(frozen=True, slots=True)
class JsonRegister:
    """What a JSON file holds.

    ``stated`` names, for each record that came without an id, the keys that the file gives for it:
    by the uuid that it was given here.
    """

    content: RegisterContent
    findings: tuple[Finding, ...]
    settings: dict[str, str]
    stated: dict[str, frozenset[str]]


def read_register(source: Source, year: int | None) -> JsonRegister:
    """Return the records of a whole JSON object; see ``read_register_json``."""
    reading = _Reading()
    return reading.register(source, year)


class _Reading:
    """One pass over the file, from the table's title down to its events."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.intake = Intake()
        self.places = EventPlaces(self.intake)
        self.regions: list[Region] = []
        self.countries: list[Country] = []
        self.partners: list[Partner] = []
        self.agreements: list[Agreement] = []
        self.agreement_sources: list[Source] = []

    def register(self, source: Source, year: int | None) -> JsonRegister:
        self.intake.expect(source, keys.REGISTER_KEYS, "setting", "", "")
        title = source.text("title")
        self.year = self._year_of(source, year)
        settings = source.object_or_empty("settings")
        self.intake.expect(settings, keys.SETTING_KEYS, "setting", "", "")
        found = {key: settings.text(key) for key in keys.SETTING_KEYS if key in settings.values}
        regions = source.objects("regions")
        for position, item in zip(positions(len(regions)), regions, strict=True):
            self._region(item, position)
        for item in source.objects("events", required=False):
            self._event(item, None, "")
        self._link_agreements()
        content = RegisterContent(
            title,
            tuple(self.regions),
            tuple(self.countries),
            tuple(self.partners),
            tuple(self.agreements),
            self.places.in_order(self.countries, self.partners),
        )
        return JsonRegister(content, tuple(self.intake.findings), found, self.intake.stated)

    def _year_of(self, source: Source, year: int | None) -> int | None:
        if "year" not in source.values and year is None:
            raise source.broken(InputProblem.YEAR_MISSING, "year")
        stated = source.integer_or_none("year", FIRST_YEAR, LAST_YEAR)
        if stated is not None and year is not None and stated != year:
            raise source.broken(InputProblem.OTHER_YEAR, "year", str(stated))
        return year if stated is None else stated

    def _region(self, source: Source, position: int) -> None:
        name = source.text("name")
        region = Region(
            self.intake.number("region"),
            self.intake.uuid(source),
            name,
            source.text("heading"),
            position,
            source.text("remark", ""),
        )
        self.intake.expect(source, keys.REGION_KEYS, "region", region.uuid, name)
        self.regions.append(region)
        countries = source.objects("countries")
        for place, item in zip(positions(len(countries)), countries, strict=True):
            self._country(item, region.id, place)

    def _country(self, source: Source, region_id: int, position: int) -> None:
        name = source.text("name")
        row_id, uuid = self.intake.number("country"), self.intake.uuid(source)
        self.places.owners[uuid] = ("country", row_id)
        other_names = self._other_names(source, name)
        self.countries.append(
            Country(row_id, uuid, region_id, name, position, other_names, source.text("remark", ""))
        )
        self.intake.expect(source, keys.COUNTRY_KEYS, "country", uuid, name)
        for item in source.objects("events", required=False):
            self._event(item, ("country", row_id), name)
        partners = source.objects("partners")
        for place, item in zip(positions(len(partners)), partners, strict=True):
            self._partner(item, row_id, place, name)

    def _other_names(self, source: Source, place: str) -> tuple[OtherName, ...]:
        names = []
        for item in source.objects("other_names", required=False):
            uuid = self.intake.uuid(item)
            self.intake.expect(item, keys.OTHER_NAME_KEYS, "other_name", uuid, place)
            name = OtherName(self.intake.number("other_name"), uuid, item.text("name"))
            details = self.intake.details(item, keys.OTHER_NAME_DETAILS, "other_name", uuid, place)
            names.append(replace(name, **details))
        return tuple(names)

    def _partner(self, source: Source, country_id: int, position: int, country: str) -> None:
        name = source.text_or_none("city")
        row_id, uuid = self.intake.number("partner"), self.intake.uuid(source)
        self.places.owners[uuid] = ("partner", row_id)
        place = f"{country} · {name}" if name else country
        partner = Partner(
            row_id,
            uuid,
            country_id,
            self._partner_kind(source, name, uuid, place),
            name,
            position,
            self._other_names(source, place),
            latitude=source.number_or_none("latitude", 90),
            longitude=source.number_or_none("longitude", 180),
        )
        if (partner.latitude is None) != (partner.longitude is None):
            missing = "latitude" if partner.latitude is None else "longitude"
            raise source.broken(InputProblem.MISSING_KEY, missing)
        self.intake.expect(source, keys.PARTNER_KEYS, "partner", uuid, place)
        details = self.intake.details(source, keys.PARTNER_DETAILS, "partner", uuid, place)
        self.partners.append(replace(partner, **details))
        agreements = source.objects("agreements")
        for number, item in zip(positions(len(agreements)), agreements, strict=True):
            self._agreement(item, row_id, number, place)
        for item in source.objects("events"):
            self._event(item, ("partner", row_id), place)

    def _partner_kind(self, source: Source, name: str | None, uuid: str, place: str) -> PartnerKind:
        given = source.member("kind", PartnerKind)
        if given is not None:
            return given
        kind = partner_kind(name)
        # A prefix or a word tells the kind («г. Грац», «провинция Сычуань»); a bare name does not.
        if kind is PartnerKind.CITY and not fold_text(name or "").startswith(("г ", "город ")):
            values = {"text": name or "", "place": place}
            self.intake.find(
                FindingCode.KIND_GUESSED, Severity.NOTE, "partner", uuid, "kind", values=values
            )
        return kind

    def _agreement(self, source: Source, partner_id: int, position: int, place: str) -> None:
        title = source.text_or_none("basis")
        uuid = self.intake.uuid(source)
        agreement = Agreement(
            self.intake.number("agreement"),
            uuid,
            partner_id,
            source.member("kind", AgreementKind),
            title,
            position,
            self._dates(source, uuid, place),
        )
        self.intake.expect(source, keys.AGREEMENT_KEYS, "agreement", uuid, place)
        details = self.intake.details(source, keys.AGREEMENT_DETAILS, "agreement", uuid, place)
        self.agreements.append(replace(agreement, **details))
        self.agreement_sources.append(source)

    def _dates(self, source: Source, agreement: str, place: str) -> tuple[AgreementDate, ...]:
        lines = source.texts("dates")
        if "date_details" in source.values:
            items = source.objects("date_details")
            dates = [
                self._detailed_date(item, position, place)
                for position, item in zip(positions(len(items)), items, strict=True)
            ]
            if date_lines(dates) != lines:
                raise source.broken(InputProblem.DATES_CONTRADICT, "dates")
        else:
            read = read_printed_dates(lines)
            dates = [
                AgreementDate(
                    self.intake.number("agreement_date"),
                    self.intake.new_uuid(),
                    each.date,
                    each.meaning,
                    position,
                    each.separator,
                )
                for position, each in zip(positions(len(read)), read, strict=True)
            ]
        for date in dates:
            self.intake.check_readable(date.date.text, "agreement_date", date.uuid, "date", place)
        return tuple(dates)

    def _detailed_date(self, source: Source, position: int, place: str) -> AgreementDate:
        uuid = self.intake.uuid(source)
        self.intake.expect(source, keys.DATE_KEYS, "agreement_date", uuid, place)
        date = parse_partial_date(source.text("text"))
        edtf = source.text_or_none("edtf", None)
        if edtf is not None and edtf != date.edtf:
            values = {"text": date.text, "other": edtf, "place": place}
            self.intake.find(
                FindingCode.DATES_DIFFER,
                Severity.WARNING,
                "agreement_date",
                uuid,
                "date",
                values=values,
            )
        return AgreementDate(
            self.intake.number("agreement_date"),
            uuid,
            date,
            source.member("meaning", DateMeaning),
            position,
            source.text("separator", ""),
        )

    def _link_agreements(self) -> None:
        ids = {agreement.uuid: agreement.id for agreement in self.agreements}
        for number, source in enumerate(self.agreement_sources):
            links = []
            for item in source.objects("links", required=False):
                uuid = self.intake.uuid(item)
                self.intake.expect(item, keys.AGREEMENT_LINK_KEYS, "agreement_link", uuid, "")
                other, kind = item.uuid("agreement_id"), item.member("kind", AgreementLinkKind)
                if other is None or kind is None:
                    missing = "agreement_id" if other is None else "kind"
                    raise item.broken(InputProblem.MISSING_KEY, missing)
                if other not in ids:
                    raise item.broken(InputProblem.UNKNOWN_REFERENCE, "agreement_id", other)
                links.append(
                    AgreementLink(self.intake.number("agreement_link"), uuid, ids[other], kind)
                )
            self.agreements[number] = replace(self.agreements[number], links=tuple(links))

    def _event(self, source: Source, cell: Cell | None, place: str) -> None:
        uuid = self.intake.uuid(source)
        report_year = source.integer_or_none("report_year", FIRST_YEAR, LAST_YEAR) or self.year
        if report_year is None:
            raise source.broken(InputProblem.YEAR_MISSING, "report_year")
        dated = read_event_date(source, report_year, uuid, place)
        self.intake.findings.extend(dated.findings)
        event = Event(
            self.intake.number("event"),
            uuid,
            report_year,
            dated.date,
            source.text("text"),
            kind=source.member("kind", EventKind),
            format=source.member("format", EventFormat),
            printed=source.boolean("printed", True),
        )
        self.intake.expect(source, keys.EVENT_KEYS, "event", uuid, place)
        details = self.intake.details(source, keys.EVENT_DETAILS, "event", uuid, place)
        self.places.add(replace(event, **details), source, cell)
        if uuid in self.intake.stated:
            # The year is always stated: by the file as a whole where the event has none.
            self.intake.stated[uuid] |= {"report_year"}
