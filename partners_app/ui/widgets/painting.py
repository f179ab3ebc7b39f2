"""What all delegates paint with: wrapped text whose height is known, and tags, chips and badges."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from partners_app.ui import theme

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_LINE_SEPARATOR = "\N{LINE SEPARATOR}"
# «г. Турку» and «№ 2» hold together, and so does «1953 г.»; each rule keeps the text's length.
_TOGETHER = re.compile(r"(?<=\bг\.) (?=[А-ЯЁA-Z])|(?<=№) (?=\d)|(?<=\d) (?=гг?\.)")


def display_text(text: str) -> str:
    """Return a text for showing only: never broken inside «г. Турку», «№ 2», «Санкт-Петербург».

    The result has the same length, so positions in it are positions in the text.
    """
    shown = _TOGETHER.sub(_NO_BREAK_SPACE, text)
    shown = shown.replace("Санкт-Петербург", f"Санкт{_NO_BREAK_HYPHEN}Петербург")
    return shown.replace("\n", _LINE_SEPARATOR)


def line_height(font: QFont) -> int:
    """Return the height of one line of wrapped text, in pixels.

    Qt lays lines out at whole pixels and rounds up; the line spacing of QFontMetrics rounds to the
    nearest one, and a field as high as that cuts the descenders of its last line.
    """
    return math.ceil(QFontMetricsF(font).lineSpacing())


class MarkTone(Enum):
    """What a marked part of a text is: found, struck out as old, underlined as new."""

    FOUND = "found"
    OLD = "old"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A marked part of a text: where it begins and how many characters it has."""

    start: int
    length: int
    tone: MarkTone = MarkTone.FOUND


def _mark_format(tone: MarkTone) -> QTextCharFormat:
    now = theme.current()
    form = QTextCharFormat()
    match tone:
        case MarkTone.FOUND:
            form.setBackground(now.warn_tint)
            form.setForeground(now.warn)
            form.setFontUnderline(True)
        case MarkTone.OLD:
            form.setBackground(now.bad_tint)
            form.setForeground(now.bad)
            form.setFontStrikeOut(True)
        case MarkTone.NEW:
            form.setBackground(now.ok_tint)
            form.setForeground(now.ok)
            form.setFontUnderline(True)
        case MarkTone.GONE:
            form.setFontStrikeOut(True)
    return form


def _format_range(text: str, mark: TextMark) -> QTextLayout.FormatRange:
    """Return a mark as Qt counts: a character outside the first plane is two."""
    found = QTextLayout.FormatRange()
    found.start = len(text[: mark.start].encode("utf-16-le")) // 2
    part = text[mark.start : mark.start + mark.length]
    found.length = len(part.encode("utf-16-le")) // 2
    found.format = _mark_format(mark.tone)
    return found


class Block:
    """A text laid out in lines of a given width; ``height`` and ``width`` are in pixels.

    Marks take the colours of the theme of this moment and change no line's height.
    """

    def __init__(
        self, text: str, font: QFont, width: float, marks: Sequence[TextMark] = ()
    ) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(display_text(text), font)
        if marks:
            self._layout.setFormats([_format_range(text, mark) for mark in marks])
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = 0.0
        self.width = 0.0
        self.ascent = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0.0, self.height))
            self.ascent = self.ascent or line.ascent()
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()
        self.height = math.ceil(self.height)

    @property
    def lines(self) -> int:
        """Return how many lines the text takes."""
        return self._layout.lineCount()

    def paint(self, painter: QPainter, left_top: QPointF, color: QColor) -> None:
        """Paint the lines with their upper left corner at a point."""
        painter.setPen(color)
        self._layout.draw(painter, left_top)


def block(text: str, font: QFont, width: float, marks: Sequence[TextMark] = ()) -> Block:
    """Lay a text out in a width (pixels); its height is what the row needs for it."""
    return Block(text, font, width, marks)


class Tone(Enum):
    """What a pill is: a quiet tag, an outlined one, a count, or a chip with a meaning."""

    TAG = "tag"
    OUTLINE = "outline"
    BADGE = "badge"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


_Colors = tuple[QColor, QColor]


def _pill_colors(tone: Tone, *, selected: bool) -> _Colors:
    """Return background and text; on a selected row the background is the paper's."""
    now = theme.current()
    background, text = {
        Tone.TAG: (now.neutral_tint, now.text2),
        Tone.OUTLINE: (now.base, now.text2),
        Tone.BADGE: (now.badge, now.text2),
        Tone.ACCENT: (now.accent_tint, now.accent),
        Tone.OK: (now.ok_tint, now.ok),
        Tone.WARN: (now.warn_tint, now.warn),
        Tone.BAD: (now.bad_tint, now.bad),
    }[tone]
    return (now.base if selected else background), text


@dataclass(frozen=True, slots=True)
class PillSpec:
    """One tag, chip or badge to be laid out in a row of them."""

    text: str
    tone: Tone = Tone.TAG
    icon: str = ""


def _inset(tone: Tone) -> float:
    return theme.unit() * (1.75 if tone is Tone.BADGE else 1.5)


def pill_size(
    text: str, tone: Tone = Tone.TAG, icon: str = "", *, room: float = math.inf
) -> QSizeF:
    """Return the size of a pill in pixels; those that fit in ``room`` have one height.

    The words of a wider one go on in further lines.
    """
    metrics = QFontMetricsF(theme.small_font())
    spare = theme.unit() * (0 if tone is Tone.BADGE else 0.5)
    height = math.ceil(metrics.height() + spare)
    beside = _beside_words(tone, icon)
    width = metrics.horizontalAdvance(display_text(text)) + beside
    if width <= room:
        return QSizeF(max(math.ceil(width), height), height)
    words = block(text, theme.small_font(), room - beside)
    return QSizeF(math.ceil(words.width + beside), math.ceil(words.height + spare))


def _beside_words(tone: Tone, icon: str) -> float:
    """Return what a pill takes of its width besides its words."""
    return 2 * _inset(tone) + (theme.length(3) + theme.length(1) if icon else 0)


def pill(
    painter: QPainter,
    left_top: QPointF,
    text: str,
    tone: Tone = Tone.TAG,
    icon: str = "",
    *,
    selected: bool = False,
    room: float = math.inf,
) -> QRectF:
    """Paint a tag, chip or badge with its upper left corner at a point; return its place.

    The text is not cut: where it is wider than ``room`` it goes on in further lines.
    """
    size = pill_size(text, tone, icon, room=room)
    in_lines = pill_size(text, tone, icon).width() > room
    place = QRectF(QPointF(round(left_top.x()), round(left_top.y())), size)
    background, color = _pill_colors(tone, selected=selected)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(background)
    if tone is Tone.OUTLINE:
        painter.setPen(QPen(theme.current().line, 1))
        outline = place.adjusted(0.5, 0.5, -0.5, -0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        outline = place
    radius = place.height() / 2 if tone is Tone.BADGE else theme.unit() * 0.75
    painter.drawRoundedRect(outline, radius, radius)
    words = place.adjusted(_inset(tone), 0, -_inset(tone), 0)
    if icon:
        side = theme.length(3)
        middle = place.top() + pill_size("", tone).height() / 2 if in_lines else place.center().y()
        corner = QPointF(words.left(), middle - side / 2)
        theme.paint_icon(painter, icon, color, corner, side)
        words.setLeft(words.left() + side + theme.length(1))
    if in_lines:
        lines = block(text, theme.small_font(), room - _beside_words(tone, icon))
        top = place.top() + (place.height() - lines.height) / 2
        lines.paint(painter, QPointF(words.left(), top), color)
        painter.restore()
        return place
    painter.setFont(theme.small_font())
    painter.setPen(color)
    alignment = Qt.AlignmentFlag.AlignCenter if not icon else Qt.AlignmentFlag.AlignVCenter
    painter.drawText(words, int(alignment | Qt.TextFlag.TextDontClip), display_text(text))
    painter.restore()
    return place


@dataclass(frozen=True, slots=True)
class PlacedPill:
    """A pill, the upper left corner that a row of pills gives it, and the room it has there."""

    spec: PillSpec
    left_top: QPointF
    room: float = math.inf


def flow_pills(
    pills: Sequence[PillSpec], width: float, *, gap_units: float = 1.0
) -> tuple[list[PlacedPill], float]:
    """Place pills in lines of a width, from (0, 0); return them and the height they take."""
    gap = theme.length(gap_units)
    placed: list[PlacedPill] = []
    x = y = height = 0.0
    for spec in pills:
        size = pill_size(spec.text, spec.tone, spec.icon, room=width)
        if x and x + size.width() > width:
            x, y, height = 0.0, y + height + gap, 0.0
        placed.append(PlacedPill(spec, QPointF(x, y), width))
        x += size.width() + gap
        height = max(height, size.height())
    return placed, y + height


def paint_pills(
    painter: QPainter, left_top: QPointF, placed: Sequence[PlacedPill], *, selected: bool = False
) -> None:
    """Paint pills where ``flow_pills`` placed them, from an upper left corner."""
    for each in placed:
        spec = each.spec
        pill(
            painter,
            left_top + each.left_top,
            spec.text,
            spec.tone,
            spec.icon,
            selected=selected,
            room=each.room,
        )
