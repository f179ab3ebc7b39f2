"""How many lines a text takes in a cell that wraps, and how high the cell must be for them.

No office program fits the height of merged cells by itself, and each breaks lines a little
differently: the number of lines found here is one that none of them exceeds.
"""

import re
from dataclasses import dataclass

from partners_app.exchange.cell_text import LONGEST_CELL
from partners_app.exchange.character_widths import FontWidths

HIGHEST_ROW = 405.0
"""Points; the programs show at most 409."""

_USED_WIDTH = 0.98
"""Share of a column's width that a line may fill: on a screen letters are rounded to pixels."""

_LINE_MARGIN = 1.06
"""What a screen adds to the height of a line: 10 pt Times New Roman are 16 pixels there, 12 pt."""

_CELL_PADDING = 3.0
"""Points above and below a text together."""

_PIXEL = 0.75
"""Points; Excel rounds row heights down to whole pixels."""

_AFTER_LINE_BREAK = re.compile(r"(?<=\n)")
# No-break spaces do not break. Some programs break after a hyphen or a dash, some do not.
_SPACE = "[^\\S\u00a0\u202f\u2007]"
_WORDS = re.compile(f"{_SPACE}*[\\S\u00a0\u202f\u2007]+{_SPACE}*|{_SPACE}+")
_PARTS = re.compile(r"[^-‐–—/]*[-‐–—/]+\s*|[^-‐–—/]+")


@dataclass(frozen=True, slots=True)
class TextFit:
    """A text style in a column: ``size`` and ``width`` in points."""

    widths: FontWidths
    bold: bool
    size: float
    width: float

    def height(self, text: str) -> float:
        """Return the height in points of a row that shows the whole text."""
        return self.height_of_lines(self.line_count(text))

    def height_of_lines(self, count: int) -> float:
        """Return the height in points of a row of some lines, in whole pixels."""
        points = count * self._line_height + _CELL_PADDING
        return -(-points // _PIXEL) * _PIXEL

    def line_count(self, text: str) -> int:
        """Return the most lines that the text takes, with breaks after hyphens or without."""
        return max(1, *(len(self._lines(text, hyphens=hyphens)) for hyphens in (False, True)))

    def split(self, text: str, *, highest: float = HIGHEST_ROW) -> list[str]:
        """Cut a text into pieces that each fit a row and a cell; joined they are the text again."""
        if self._fits(text, highest):
            return [text]
        pieces: list[str] = []
        lines = [line for line in self._lines(text, hyphens=False) if line]
        while lines:
            count = self._leading_lines(lines, highest)
            pieces.append("".join(lines[:count]))
            lines = lines[count:]
        return pieces

    def _leading_lines(self, lines: list[str], highest: float) -> int:
        """Return how many of the first lines fit; at least one, however low the row."""
        # More lines than a row is high need not be tried.
        low, high = 1, max(1, int(min(len(lines), highest / self._line_height)))
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits("".join(lines[:middle]), highest):
                low = middle
            else:
                high = middle - 1
        return low

    def _fits(self, text: str, highest: float) -> bool:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        return units <= LONGEST_CELL and self.height(text) <= highest

    def _lines(self, text: str, *, hyphens: bool) -> list[str]:
        """Break a text into lines; each keeps its white space, so that they join to the text."""
        room = self.width * _USED_WIDTH / self.size
        lines: list[str] = []
        for paragraph in _AFTER_LINE_BREAK.split(text):
            line, used = "", 0.0
            for word in _WORDS.findall(paragraph):
                for part in _PARTS.findall(word) if hyphens else (word,):
                    needed = self._width(part.rstrip())
                    if line and used + needed > room:
                        lines.append(line)
                        line, used = "", 0.0
                    if needed > room:
                        *full, part = self._cut(part, room)
                        lines.extend(full)
                    line += part
                    used += self._width(part)
            if line:
                lines.append(line)
        if text.endswith("\n"):
            lines.append("")
        return lines

    def _cut(self, word: str, room: float) -> list[str]:
        """Cut a word that is wider than a line wherever the line ends."""
        pieces, start, used = [], 0, 0.0
        for place, character in enumerate(word):
            width = self._width(character)
            # White space at its end may stand outside.
            if used + width > room and place > start and not word[place:].isspace():
                pieces.append(word[start:place])
                start, used = place, 0.0
            used += width
        return [*pieces, word[start:]]

    @property
    def _line_height(self) -> float:
        return self.size * self.widths.line * _LINE_MARGIN

    def _width(self, text: str) -> float:
        return self.widths.width(text, bold=self.bold)
