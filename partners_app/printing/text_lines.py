"""Texts broken into lines, measured in points whatever the screen or the printer."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from partners_app.domain.report_style import TextStyle

UNITS_PER_POINT = 20
"""Fonts are measured this much larger: at their size on a screen letters are rounded to pixels."""

_TAB = "    "


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text; its measures are in points, ``ascent`` from its top to the base line."""

    text: str
    width: float
    ascent: float
    height: float


def font_of(style: TextStyle) -> QFont:
    """Return the font of a style, `UNITS_PER_POINT` times its size in pixels.

    A new one each time: threads must not share what a font has loaded.
    """
    font = QFont(style.family)
    font.setPixelSize(round(style.size * UNITS_PER_POINT))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def line_height(style: TextStyle) -> float:
    """Return the height in points of a line without letters of other fonts."""
    return QFontMetricsF(font_of(style)).height() / UNITS_PER_POINT


def break_lines(text: str, style: TextStyle, width: float) -> tuple[TextLine, ...]:
    """Break a text into lines no wider than ``width`` points; none for an empty one.

    A word that is wider than a line is broken between two of its letters. Line breaks of the text
    stay, but for those at its ends.
    """
    paragraphs = text.strip("\n").replace("\t", _TAB).split("\n")
    if paragraphs == [""]:
        return ()
    return tuple(line for paragraph in paragraphs for line in _lines(paragraph, style, width))


def _lines(paragraph: str, style: TextStyle, width: float) -> list[TextLine]:
    font = font_of(style)
    if not paragraph.strip():
        ascent = QFontMetricsF(font).ascent() / UNITS_PER_POINT
        return [TextLine("", 0.0, ascent, line_height(style))]
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    # Qt counts in units of UTF-16.
    units = paragraph.encode("utf-16-le")
    lines: list[TextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS_PER_POINT)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(
            TextLine(
                units[2 * start : 2 * end].decode("utf-16-le").rstrip(),
                line.naturalTextWidth() / UNITS_PER_POINT,
                line.ascent() / UNITS_PER_POINT,
                line.height() / UNITS_PER_POINT,
            )
        )
    layout.endLayout()
    return lines
