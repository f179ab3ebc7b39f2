"""The pages of the help: which there are, their words, and the page of the keys.

A page is a file of plain HTML in ``resources/help``, one folder for each language. Links name
other pages by their file: «events.html#keys».
"""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from partners_app import paths
from partners_app.texts.language import Language

_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_COMMANDS = "<!-- commands -->"
"""Where the page of the keys takes in the commands of the window."""


class HelpPage(StrEnum):
    """Every page in the order of the contents; the values are the names of the files."""

    START = "start"
    TREE = "tree"
    AGREEMENTS = "agreements"
    EVENTS = "events"
    DATES = "dates"
    PASTE = "paste"
    BULK = "bulk"
    FIND = "find"
    HISTORY = "history"
    CHECK = "check"
    REPORT = "report"
    SHEETS = "sheets"
    EDITIONS = "editions"
    IMPORT = "import"
    IMPORT_YEARLY = "import-yearly"
    IMPORT_TABLE = "import-table"
    IMPORT_DATA = "import-data"
    IMPORT_CORRECTIONS = "import-corrections"
    SETTINGS = "settings"
    SHARED = "shared"
    BACKUPS = "backups"
    DAMAGED = "damaged"
    KEYS = "keys"


def page_of(file: str) -> HelpPage | None:
    """Return the page that a link names by its file; None: it is none of ours."""
    return next((page for page in HelpPage if file == f"{page}.html"), None)


@dataclass(frozen=True, slots=True)
class MenuKeys:
    """The commands of one menu that have keys: pairs of a command's words and its keys."""

    title: str
    rows: tuple[tuple[str, str], ...]


class HelpPages:
    """The pages in the language of the window."""

    def __init__(self, language: Language, menus: Callable[[], Iterable[MenuKeys]]) -> None:
        """Take the language and what tells the menus as they are now."""
        self._language = language
        self._menus = menus

    def html(self, page: HelpPage) -> str:
        """Return a page as HTML."""
        text = self._file(page)
        if page is HelpPage.KEYS:
            text = text.replace(_COMMANDS, "".join(_table(menu) for menu in self._menus()))
        return text

    def title(self, page: HelpPage) -> str:
        """Return what the contents call a page: its heading."""
        found = _TITLE.search(self._file(page))
        return html.unescape(found[1]) if found else ""

    def _file(self, page: HelpPage) -> str:
        file = paths.resources() / "help" / self._language / f"{page}.html"
        return file.read_text(encoding="utf-8")


def _table(menu: MenuKeys) -> str:
    rows = "".join(
        f"<tr><td><kbd>{html.escape(keys)}</kbd></td><td>{html.escape(words)}</td></tr>"
        for words, keys in menu.rows
    )
    return f"<h2>{html.escape(menu.title)}</h2><table>{rows}</table>" if rows else ""
