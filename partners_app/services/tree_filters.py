"""Narrowing the tree to the partners that need a look."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from enum import StrEnum

from partners_app.services.catalogue import Tree
from partners_app.services.register import Register
from partners_app.storage import tree_queries
from partners_app.storage.engine import Connection


class TreeFilter(StrEnum):
    """What a partner must have, or lack, to stay in the tree."""

    NO_EVENTS = "no_events"
    """No event of the report year belongs to it."""
    NO_DOCUMENT = "no_document"
    """No agreement of it names a paper."""
    EXPIRED = "expired"
    """An agreement ran out before today or before the end of the report year."""
    ENDED = "ended"
    """The relation has ended."""


def partners_with(
    register: Register, filters: Collection[TreeFilter], year: int, today: date
) -> frozenset[int]:
    """Return the partners that every one of the filters (at least one) holds for."""
    return register.read(_partners_with, filters, year, today)


def _partners_with(
    connection: Connection, filters: Collection[TreeFilter], year: int, today: date
) -> frozenset[int]:
    found: list[set[int]] = []
    for each in filters:
        match each:
            case TreeFilter.NO_EVENTS:
                found.append(tree_queries.without_events(connection, year))
            case TreeFilter.NO_DOCUMENT:
                found.append(tree_queries.without_document(connection))
            case TreeFilter.EXPIRED:
                day = max(today, date(year, 12, 31))
                found.append(tree_queries.expired(connection, day))
            case TreeFilter.ENDED:
                found.append(tree_queries.ended(connection))
    return frozenset(set.intersection(*found))


def narrowed(tree: Tree, partner_ids: Collection[int]) -> Tree:
    """Return the tree with these partners alone; what is empty then is left out."""
    regions = []
    for band in tree.regions:
        countries = []
        for land in band.countries:
            partners = tuple(node for node in land.partners if node.partner.id in partner_ids)
            if partners:
                countries.append(replace(land, partners=partners))
        if countries:
            regions.append(replace(band, countries=tuple(countries)))
    return replace(tree, regions=tuple(regions))
