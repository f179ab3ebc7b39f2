"""The colours of both themes: the only place that knows their values."""

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtGui import QColor, QPalette

Role = Literal["text", "text2", "accent", "on_accent", "ok", "warn", "bad", "border", "disabled"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme; what each may stand on is tested by the WCAG formula."""

    name: str
    window: QColor
    base: QColor
    alt: QColor
    hover: QColor
    line: QColor
    border: QColor
    text: QColor
    text2: QColor
    accent: QColor
    on_accent: QColor
    accent_tint: QColor
    ok: QColor
    ok_tint: QColor
    warn: QColor
    warn_tint: QColor
    bad: QColor
    bad_tint: QColor
    neutral_tint: QColor
    badge: QColor
    disabled: QColor
    page: QColor
    page_mark: QColor

    def color(self, role: Role) -> QColor:
        """Return the colour of text and icons that a role names."""
        return QColor(getattr(self, role))

    def colors(self) -> dict[str, QColor]:
        """Return every colour by the name of its token."""
        return {item.name: getattr(self, item.name) for item in fields(self) if item.name != "name"}


def _theme(name: str, **colors: str) -> Theme:
    return Theme(name, **{token: QColor(value) for token, value in colors.items()})


LIGHT = _theme(
    "light",
    window="#F3F5F7",
    base="#FFFFFF",
    alt="#F8F9FB",
    hover="#E9EDF2",
    line="#DFE3E9",
    border="#828C9B",
    text="#1A1F26",
    text2="#55606E",
    accent="#1D5FA8",
    on_accent="#FFFFFF",
    accent_tint="#E4EEF9",
    ok="#17683A",
    ok_tint="#E3F3E9",
    warn="#7F5200",
    warn_tint="#FCF1D9",
    bad="#AD2620",
    bad_tint="#FBE9E7",
    neutral_tint="#EDF0F4",
    badge="#E6EAEF",
    disabled="#828C9B",
    page="#FFFFFF",
    page_mark="#FCE9B8",
)
DARK = _theme(
    "dark",
    window="#1B1E23",
    base="#22262C",
    alt="#272B32",
    hover="#323841",
    line="#383F49",
    border="#76818F",
    text="#E7EAEE",
    text2="#A9B3C0",
    accent="#84B6F2",
    on_accent="#0D1B2C",
    accent_tint="#2A3B50",
    ok="#7BD3A0",
    ok_tint="#22392D",
    warn="#E6BC63",
    warn_tint="#3D3421",
    bad="#F4978E",
    bad_tint="#452A2A",
    neutral_tint="#323841",
    badge="#323841",
    disabled="#76818F",
    page="#FFFFFF",
    page_mark="#FCE9B8",
)


def palette(theme: Theme) -> QPalette:
    """Return the roles of a theme for every widget but the item views."""
    role = QPalette.ColorRole
    colors = QPalette(theme.window)
    for names, color in (
        ((role.Window,), theme.window),
        ((role.Base, role.Button, role.ToolTipBase, role.Light), theme.base),
        ((role.AlternateBase,), theme.alt),
        ((role.Midlight,), theme.hover),
        ((role.Mid, role.Shadow), theme.line),
        ((role.Dark,), theme.border),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text),
        ((role.PlaceholderText,), theme.text2),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), theme.accent),
        ((role.HighlightedText,), theme.on_accent),
        ((role.BrightText,), theme.bad),
    ):
        for each in names:
            colors.setColor(each, color)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        colors.setColor(QPalette.ColorGroup.Disabled, each, theme.disabled)
    colors.setColor(QPalette.ColorGroup.Disabled, role.Base, theme.window)
    colors.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.line)
    return colors


def item_view_palette(theme: Theme) -> QPalette:
    """Return the roles for item views, whose selection is a tint."""
    colors = palette(theme)
    colors.setColor(QPalette.ColorRole.Highlight, theme.accent_tint)
    colors.setColor(QPalette.ColorRole.HighlightedText, theme.text)
    return colors
