"""Make ``resources/report/character-widths.json`` from font files.

    pip install fonttools
    python tools/make_character_widths.py FOLDER [FOLDER ...]

The folders hold Liberation Serif and Sans, Carlito, PT Serif, PT Sans and DejaVu Sans (Debian:
fonts-liberation, fonts-crosextra-carlito, fonts-paratype, fonts-dejavu-core). The first three have
the very widths of Times New Roman, Arial and Calibri. Only numbers leave the fonts: the advance
width of each character in thousandths of the font size, and the height of a line.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILIES = {
    "Times New Roman": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    "Arial": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Calibri": ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    "PT Serif": ("PTF55F.ttf", "PTF75F.ttf"),
    "PT Sans": ("PTS55F.ttf", "PTS75F.ttf"),
    "DejaVu Sans": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
}
ALIASES = {
    "Liberation Serif": "Times New Roman",
    "Tinos": "Times New Roman",
    "Liberation Sans": "Arial",
    "Arimo": "Arial",
    "Helvetica": "Arial",
    "Carlito": "Calibri",
}
RANGES = (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1 Supplement, Latin Extended-A
    (0x391, 0x3C9),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x2010, 0x2044),  # General Punctuation
    (0x20AC, 0x20BD),  # currency signs
    (0x2116, 0x2122),  # №, ™
)
TARGET = Path(__file__).resolve().parent.parent / "resources" / "report" / "character-widths.json"


def widths(font: TTFont) -> dict[str, list[int | None]]:
    """Return the widths of each range, None where the font has no such character."""
    characters = font.getBestCmap()
    unit = font["head"].unitsPerEm
    table = font["hmtx"].metrics
    return {
        f"{first:04X}": [
            round(table[characters[code]][0] * 1000 / unit) if code in characters else None
            for code in range(first, last + 1)
        ]
        for first, last in RANGES
    }


def line_height(font: TTFont) -> int:
    """Return the height of a line, as tall as any of the ways to read it from the font."""
    hhea, os2, unit = font["hhea"], font["OS/2"], font["head"].unitsPerEm
    by_hhea = hhea.ascent - hhea.descent + hhea.lineGap
    by_windows = os2.usWinAscent + os2.usWinDescent
    return round(max(by_hhea, by_windows) * 1000 / unit)


def main() -> None:
    """Write the table."""
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        sys.exit(__doc__)
    files = {path.name: path for folder in folders for path in folder.rglob("*.ttf")}
    fonts = {}
    for family, names in FAMILIES.items():
        regular, bold = (TTFont(files[name]) for name in names)
        fonts[family] = {
            "line": max(line_height(regular), line_height(bold)),
            "regular": widths(regular),
            "bold": widths(bold),
        }
    text = json.dumps({"aliases": ALIASES, "fonts": fonts}, ensure_ascii=False)
    # One range a line: short enough to read, long enough not to fill pages.
    text = text.replace('{"line"', '\n{"line"').replace(', "0', ',\n "0').replace(', "2', ',\n "2')
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
