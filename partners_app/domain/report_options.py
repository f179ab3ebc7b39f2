"""What of a year its table shows: bands, countries, a period, partners without events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from partners_app.domain.errors import ReportImpossible
from partners_app.domain.partial_date import PartialDate

_BANDS, _COUNTRIES = "bands", "countries"
_FIRST_DAY, _LAST_DAY = "first_day", "last_day"
_EVENTLESS = "partners_without_events"
_KEYS = frozenset([_BANDS, _COUNTRIES, _FIRST_DAY, _LAST_DAY, _EVENTLESS])


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """A choice from the table of a year; as it is made, everything.

    ``bands`` and ``countries`` are UUIDs: a country stands if it or its band is chosen, and where
    nothing is chosen, each does. ``first_day`` and ``last_day`` bound the events of the year: one
    stands if it may have been in the period, also one whose date nobody can read.
    """

    bands: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    partners_without_events: bool = True

    def __bool__(self) -> bool:
        """Tell whether anything may be left out."""
        return self != EVERYTHING

    def check(self) -> None:
        """Raise ReportImpossible for a period that ends before it begins."""
        first, last = self.first_day, self.last_day
        if first is not None and last is not None and first > last:
            raise ReportImpossible("period", f"{first:%d.%m.%Y} – {last:%d.%m.%Y}")

    def has_country(self, band: str, country: str) -> bool:
        """Tell whether a country of a band is chosen, by their UUIDs."""
        everything = not self.bands and not self.countries
        return everything or band in self.bands or country in self.countries

    def has_date(self, when: PartialDate) -> bool:
        """Tell whether something of a date may lie in the period."""
        if when.earliest is None or when.latest is None:
            return True
        begins_late = self.last_day is not None and when.earliest > self.last_day
        ends_early = self.first_day is not None and when.latest < self.first_day
        return not begins_late and not ends_early

    def as_mapping(self) -> dict[str, Any]:
        """Return the choice as JSON keeps it, with each of its keys."""
        return {
            _BANDS: sorted(self.bands),
            _COUNTRIES: sorted(self.countries),
            _FIRST_DAY: None if self.first_day is None else self.first_day.isoformat(),
            _LAST_DAY: None if self.last_day is None else self.last_day.isoformat(),
            _EVENTLESS: self.partners_without_events,
        }

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> "ReportOptions":
        """Read what `as_mapping` gave; a key that is missing leaves nothing out.

        Raises ReportImpossible with problem "options" and the key whose value is none of ours, or
        that this version does not know: what it leaves out must not come back unnoticed.
        """
        if not isinstance(mapping, Mapping):
            raise ReportImpossible("options")
        for key in mapping:
            if key not in _KEYS:
                raise ReportImpossible("options", str(key))
        eventless = mapping.get(_EVENTLESS, True)
        if not isinstance(eventless, bool):
            raise ReportImpossible("options", _EVENTLESS)
        options = cls(
            _uuids(mapping, _BANDS),
            _uuids(mapping, _COUNTRIES),
            _day(mapping, _FIRST_DAY),
            _day(mapping, _LAST_DAY),
            eventless,
        )
        options.check()
        return options


EVERYTHING = ReportOptions()
"""The whole table of a year."""


def _uuids(mapping: Mapping[str, Any], key: str) -> frozenset[str]:
    value = mapping.get(key, [])
    if not isinstance(value, list) or not all(isinstance(uuid, str) and uuid for uuid in value):
        raise ReportImpossible("options", key)
    return frozenset(value)


def _day(mapping: Mapping[str, Any], key: str) -> date | None:
    value = mapping.get(key)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ReportImpossible("options", key) from error
    if day.isoformat() != value:  # the basic form «20200220» is not what we write
        raise ReportImpossible("options", key)
    return day
