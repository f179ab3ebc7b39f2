"""How wide the characters of a font are, without the font: from a committed table of numbers.

``tools/make_character_widths.py`` makes the table. What it does not know is taken as wide as the
widest, so that a text can take less room than computed but not more.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from partners_app import paths

_FULL_WIDTH = 1000
"""Thousandths of the font size that a character of no table takes: Chinese signs fill them."""


@dataclass(frozen=True, slots=True)
class FontWidths:
    """The widths of one family, in font sizes (em): 0.5 is half the font's size.

    ``line`` is the height of a line in the same unit.
    """

    family: str
    line: float
    _regular: Mapping[str, float] = field(repr=False)
    _bold: Mapping[str, float] = field(repr=False)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return how wide a text stands in one line."""
        table = self._bold if bold else self._regular
        return sum(_of_character(table, character) for character in text)

    @property
    def widest_digit(self) -> float:
        """The width of the widest digit of the regular font: what column widths are counted in."""
        return max(self._regular[digit] for digit in "0123456789")


def font_widths(family: str) -> FontWidths:
    """Return the widths of a family, or the widest of all for one that is not in the table."""
    return _families().get(_folded(family), _families()[""])


def _of_character(table: Mapping[str, float], character: str) -> float:
    known = table.get(character)
    if known is not None:
        return known
    return 0.0 if unicodedata.combining(character) else _FULL_WIDTH / 1000


def _folded(family: str) -> str:
    return " ".join(family.split()).casefold()


@cache
def _families() -> Mapping[str, FontWidths]:
    """Read the table; the family "" is the widest of each character over all families."""
    source = paths.resources() / "report" / "character-widths.json"
    content = json.loads(source.read_text(encoding="utf-8"))
    own = {
        family: {weight: _widths(font[weight]) for weight in ("regular", "bold")}
        for family, font in content["fonts"].items()
    }
    widest = {
        weight: {
            character: max(weights[weight].get(character, 0.0) for weights in own.values())
            for character in set().union(*(weights[weight] for weights in own.values()))
        }
        for weight in ("regular", "bold")
    }
    line = max(font["line"] for font in content["fonts"].values()) / 1000
    found = {"": FontWidths("", line, widest["regular"], widest["bold"])}
    for family, weights in own.items():
        # A character that the font lacks is drawn in another font, nobody knows in which.
        found[_folded(family)] = FontWidths(
            family,
            content["fonts"][family]["line"] / 1000,
            widest["regular"] | weights["regular"],
            widest["bold"] | weights["bold"],
        )
    for alias, family in content["aliases"].items():
        found[_folded(alias)] = found[_folded(family)]
    return found


def _widths(ranges: Mapping[str, list[int | None]]) -> dict[str, float]:
    return {
        chr(int(first, 16) + offset): width / 1000
        for first, widths in ranges.items()
        for offset, width in enumerate(widths)
        if width is not None
    }
