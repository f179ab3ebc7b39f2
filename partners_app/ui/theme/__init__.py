"""The look in one place: colours of both themes, type sizes, lengths and icons.

Lengths are counted in ``u``, the font's height / 4.5 (4 px with a 10 pt font at 96 dpi), so that a
larger font gives the same layout, only larger.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Literal

from PySide6.QtCore import QDir, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from partners_app import paths
from partners_app.ui.theme.palettes import (
    DARK,
    LIGHT,
    Role,
    Theme,
    item_view_palette,
    palette,
)

__all__ = [
    "DARK",
    "LARGEST_FONT",
    "LIGHT",
    "SMALL",
    "SMALLEST_FONT",
    "TITLE",
    "Look",
    "Role",
    "Theme",
    "ThemeName",
    "apply",
    "body_font",
    "current",
    "give_icon",
    "icon",
    "icon_size",
    "length",
    "paint_icon",
    "palette",
    "pixmap",
    "set_look",
    "set_style_property",
    "small_font",
    "style_sheet",
    "title_font",
    "unit",
]

ThemeName = Literal["light", "dark", "system"]

SMALL = 0.88
TITLE = 1.5
SMALLEST_FONT, LARGEST_FONT = 9, 15

_ICON_SIZES = (4.0, 4.5, 10.0)
_FONT_HEIGHT_IN_UNITS = 4.5
_LONGEST_IN_SHEET = 12
_PLACEHOLDER = re.compile(r"@([a-z_0-9]+)")


class Look(StrEnum):
    """How a label looks; the style sheet gives each its size, weight and colour."""

    BODY = "body"
    QUIET = "quiet"
    SMALL = "small"
    SECTION = "section"
    TITLE = "title"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class _State:
    """What is applied now; ``choice`` may be the system's theme, ``theme`` is one of the two."""

    theme: Theme = LIGHT
    choice: ThemeName = "light"
    follows_system: bool = False


def current() -> Theme:
    """Return the theme that is applied now; delegates ask at each paint."""
    return _State.theme


def apply(
    app: QApplication, name: ThemeName = "system", font_size: float = 10, family: str | None = None
) -> Theme:
    """Give the program its style, font (points), colours and style sheet; may be called again.

    ``family`` None means the system's own interface font.
    """
    _State.choice = name
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    _ask_system(app, name)
    theme = _chosen(app, name)
    _State.theme = theme
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if family is not None:
        font.setFamily(family)
    font.setPointSizeF(font_size)
    QDir.setSearchPaths("styles", [str(paths.resources() / "styles")])
    app.setFont(font)
    colors = palette(theme)
    app.setPalette(colors)
    # The stub asks for bytes, the function itself takes only str.
    app.setPalette(item_view_palette(theme), "QAbstractItemView")  # type: ignore[arg-type]
    # Also when only the colours changed: a sheet with palette() keeps the old ones otherwise.
    app.setStyleSheet(style_sheet(theme, font))
    _renew_icons(app)
    return theme


def _ask_system(app: QApplication, name: ThemeName) -> None:
    """Tell the system which scheme we want (its title bars follow), or follow the system's."""
    hints = app.styleHints()
    if not _State.follows_system:
        _State.follows_system = True
        hints.colorSchemeChanged.connect(_follow_system)
    if name == "system":
        hints.unsetColorScheme()
    else:
        dark = name == "dark"
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


def _chosen(app: QApplication, name: ThemeName) -> Theme:
    if name == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def _follow_system() -> None:
    app = QApplication.instance()
    if (
        _State.choice == "system"
        and isinstance(app, QApplication)
        and _chosen(app, "system") is not _State.theme
    ):
        font = app.font()
        apply(app, "system", font.pointSizeF(), font.family())


def style_sheet(theme: Theme, font: QFont) -> str:
    """Return the style sheet with its placeholders filled for a theme and a font.

    ``@theme`` is the theme's name, ``@warn`` a colour, ``@small`` a size of type, ``@u1h`` a
    length (1.5 u), ``@p1h``, ``@q1h`` and ``@r1h`` the same less 1, 2 and 4 pixels: borders are
    whole pixels, and a thicker one must not move the text.
    """
    sheet = (paths.resources() / "styles" / "partners.qss").read_text(encoding="utf-8")
    values = _placeholders(theme, font)
    return _PLACEHOLDER.sub(lambda found: values[found[1]], sheet)


def _placeholders(theme: Theme, font: QFont) -> dict[str, str]:
    size = font.pointSizeF()
    values = {name: color.name() for name, color in theme.colors().items()}
    values |= {
        "theme": theme.name,
        "small": f"{size * SMALL:.2f}pt",
        "body": f"{size:.2f}pt",
        "title": f"{size * TITLE:.2f}pt",
    }
    for halves in range(1, 2 * _LONGEST_IN_SHEET + 1):
        name = (str(halves // 2) if halves > 1 else "") + ("h" if halves % 2 else "")
        pixels = max(1, round(halves / 2 * _unit_of(font)))
        for letter, less in (("u", 0), ("p", 1), ("q", 2), ("r", 4)):
            values[letter + name] = f"{max(pixels - less, 0)}px"
    return values


def _unit_of(font: QFont) -> float:
    return QFontMetrics(font).height() / _FONT_HEIGHT_IN_UNITS


def unit() -> float:
    """Return u, the length everything is counted in, in pixels."""
    return _unit_of(QApplication.font())


def length(units: float) -> int:
    """Return a length given in u as whole pixels, at least one."""
    return max(1, round(units * unit()))


def body_font(*, bold: bool = False) -> QFont:
    """Return the font of ordinary text; ``bold`` is DemiBold."""
    return _scaled(1.0, bold=bold)


def small_font(*, bold: bool = False) -> QFont:
    """Return the font of breadcrumbs, column titles, tags and hints."""
    return _scaled(SMALL, bold=bold)


def title_font() -> QFont:
    """Return the font of the partner's title."""
    return _scaled(TITLE, bold=True)


def _scaled(factor: float, *, bold: bool) -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def set_look(widget: QWidget, look: Look) -> None:
    """Give a label one of the looks; it follows a change of theme and size by itself."""
    set_style_property(widget, "look", look.value)


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that a rule of the style sheet asks for (look, doubt, main) and repaint."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(
    name: str, color: QColor, size: int, ratio: float | None = None, *, gap: int = 0
) -> QPixmap:
    """Return an icon's picture, ``size`` logical pixels square, with ``gap`` empty ones right."""
    scale = ratio if ratio is not None else _device_pixel_ratio()
    key = f"{name}/{color.name()}/{size}/{scale}/{gap}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    picture = QPixmap(QSize(round((size + gap) * scale), round(size * scale)))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(_drawing(name).replace("currentColor", color.name()).encode())
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    picture.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, picture)
    return picture


def _device_pixel_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def paint_icon(
    painter: QPainter, name: str, role: Role | QColor, left_top: QPointF, size: int
) -> None:
    """Paint an icon, ``size`` pixels square, in the colour of a role."""
    color = role if isinstance(role, QColor) else current().color(role)
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(left_top.toPoint(), pixmap(name, color, size, ratio))


def icon(name: str, role: Role = "text2", *, before_text: bool = False) -> QIcon:
    """Return an icon in a role's colour, and in the disabled one for what is switched off.

    ``before_text`` leaves 1u empty at the right, where Qt's own gap to the text is too small.
    """
    result = QIcon()
    theme = current()
    for units in _ICON_SIZES:
        size = length(units)
        gap = length(1) if before_text else 0
        picture = pixmap(name, theme.color(role), size, gap=gap)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            result.addPixmap(picture, mode)
        result.addPixmap(pixmap(name, theme.disabled, size, gap=gap), QIcon.Mode.Disabled)
    return result


def icon_size(units: float = 4.0, *, before_text: bool = False) -> QSize:
    """Return the size to give to ``setIconSize``, in pixels."""
    return QSize(length(units) + (length(1) if before_text else 0), length(units))


def give_icon(
    target: QAction | QAbstractButton,
    name: str,
    role: Role = "text2",
    *,
    units: float = 4.0,
    before_text: bool = False,
) -> None:
    """Set an icon that is drawn anew when the theme or the font's size changes.

    ``units`` is the size on a button, in u; a tool bar gives its actions its own.
    """
    target.setProperty("theme_icon", [name, role, units, before_text])
    _renew_icon(target)


def _renew_icon(target: QObject) -> None:
    wanted = target.property("theme_icon")
    if wanted is None or not isinstance(target, QAction | QAbstractButton):
        return
    name, role, units, before_text = wanted
    target.setIcon(icon(name, role, before_text=before_text))
    if isinstance(target, QAbstractButton):
        target.setIconSize(icon_size(units, before_text=before_text))


def _renew_icons(app: QApplication) -> None:
    """Draw the icons of all buttons and actions again, in the colours of the new theme."""
    for widget in app.allWidgets():
        _renew_icon(widget)
        for action in widget.actions():
            _renew_icon(action)
        for action in widget.findChildren(
            QAction, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            _renew_icon(action)
