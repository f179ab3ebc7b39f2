"""Colours of cells by their value: Excel mostly names them by a place in the workbook's theme."""

import colorsys
import re

from openpyxl.styles import Color
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.writer.theme import theme_xml
from openpyxl.xml.functions import fromstring

_COLORS = ".//{http://schemas.openxmlformats.org/drawingml/2006/main}clrScheme/*"
# ECMA-376 part 1, 18.8.3 counts them like this; in the theme the dark one of each pair is first.
_NAMES = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_RGB = re.compile("[0-9A-Fa-f]{6}")


def theme_palette(theme: bytes | None) -> tuple[str, ...]:
    """Return the colours of a theme as ``rrggbb``, in the order of the numbers that cells name.

    None is that of a workbook without one, which gets Excel's own; "" stands for a colour that is
    no number. Raises what says that the theme cannot be read.
    """
    found: dict[str, str] = {}
    for entry in fromstring(theme or theme_xml).iterfind(_COLORS):
        # A colour of the system has the value that it had when the workbook was saved.
        value = entry[0].get("lastClr") or entry[0].get("val") or ""
        if _RGB.fullmatch(value):
            found[entry.tag.rpartition("}")[2]] = value
    return tuple(found.get(name, "") for name in _NAMES)


def rgb_of(color: Color | None, palette: tuple[str, ...]) -> str:
    """Return a colour as ``#rrggbb``; "" for none, and for one that each program chooses itself."""
    value = ""
    if color is None:
        return value
    if color.type == "rgb" and isinstance(color.rgb, str):
        value = color.rgb[-6:]
    elif color.type == "theme" and color.theme < len(palette):
        value = palette[color.theme]
    elif color.type == "indexed" and color.indexed < len(COLOR_INDEX):
        value = COLOR_INDEX[color.indexed][-6:]
    return f"#{_tinted(value, color.tint)}" if value else ""


def _tinted(value: str, tint: float) -> str:
    """Make a colour lighter, or darker where ``tint`` is negative (18.8.19 of the same)."""
    red, green, blue = (part / 255 for part in bytes.fromhex(value))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return bytes(round(part * 255) for part in parts).hex().upper() if tint else value
