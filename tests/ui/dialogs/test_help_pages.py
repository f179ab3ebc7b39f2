"""What the help says: every page is there, leads somewhere, and names what the window has."""

import html
import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from partners_app import paths
from partners_app.texts.language import Language
from partners_app.ui.dialogs.help_pages import HelpPage, HelpPages, MenuKeys, page_of
from partners_app.ui.widgets.event_keys import GridKey, grid_key

FOLDER = paths.resources() / "help"
LANGUAGES = tuple(Language)
FORMATS = re.compile(r"\.(xlsx|xlsm|xlsb|xls|ods|docx|doc|json)\b|Excel|Word|LibreOffice|PDF|JSON")
NAMED_ELSEWHERE = {
    # What the table does with a press of its own; the page tells them by their effect.
    GridKey.REPLACE,
    GridKey.TOGGLE,
}


def text_of(page: HelpPage, language: Language = Language.RUSSIAN) -> str:
    return (FOLDER / language / f"{page}.html").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", HelpPage)
def test_every_page_is_there_with_one_heading(page: HelpPage, language: Language) -> None:
    assert text_of(page, language).count("<h1>") == 1
    assert HelpPages(language, lambda: []).title(page)


@pytest.mark.parametrize("page", HelpPage)
def test_a_russian_page_has_russian_words_only(page: HelpPage) -> None:
    text = text_of(page)
    words = re.sub(r"<kbd>.*?</kbd>|<!--.*?-->|<[^>]*>", " ", text)
    assert re.findall(r"[A-Za-z]{2,}", FORMATS.sub(" ", words)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_page_that_nothing_opens(language: Language) -> None:
    assert {path.stem for path in (FOLDER / language).iterdir()} == {str(page) for page in HelpPage}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", HelpPage)
def test_every_link_leads_to_a_page_and_to_a_place_of_it(
    page: HelpPage, language: Language
) -> None:
    for target in re.findall(r'href="(.*?)"', text_of(page, language)):
        file, _, place = target.partition("#")
        found = page_of(file)
        assert found is not None, target
        assert found is not page
        assert not place or f'<a name="{place}">' in text_of(found, language), target


def test_every_page_can_be_reached_from_the_others_or_from_the_contents() -> None:
    linked = {target for page in HelpPage for target in re.findall(r'href="(.*?)"', text_of(page))}
    reached = {page_of(target.partition("#")[0]) for target in linked}
    # Leaves of the contents: their screens open them.
    leaves = {HelpPage.START, HelpPage.FIND, HelpPage.IMPORT}
    assert set(HelpPage) - reached == leaves


@pytest.mark.parametrize("page", HelpPage)
def test_both_languages_name_the_same_keys_and_lead_to_the_same_pages(page: HelpPage) -> None:
    russian, english = text_of(page), text_of(page, Language.ENGLISH)
    for pattern in (r"<kbd>(.*?)</kbd>", r'href="(.*?)"'):
        assert set(re.findall(pattern, english)) == set(re.findall(pattern, russian))


def test_the_page_of_the_keys_takes_in_the_menus_as_they_are() -> None:
    menus = [MenuKeys("Файл", (("Открыть & читать", "Ctrl+O"),)), MenuKeys("Пусто", ())]
    page = HelpPages(Language.RUSSIAN, lambda: menus).html(HelpPage.KEYS)
    assert "<h2>Файл</h2>" in page
    assert "<kbd>Ctrl+O</kbd></td><td>Открыть &amp; читать</td>" in page
    assert "Пусто" not in page


def presses_of(stroke: str) -> QKeyEvent:
    combination = QKeySequence(stroke)[0]  # type: ignore[index]  # the stub forgets it
    key, held = combination.key(), combination.keyboardModifiers()
    if key is Qt.Key.Key_Tab and held & Qt.KeyboardModifier.ShiftModifier:
        key = Qt.Key.Key_Backtab
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_the_grids_keys_says_what_the_grid_does(language: Language) -> None:
    page = text_of(HelpPage.EVENTS, language)
    table = re.search(r'<table class="keys">(.*?)</table>', page, re.DOTALL)
    assert table is not None
    strokes = [html.unescape(each) for each in re.findall(r"<kbd>(.*?)</kbd>", table[1])]
    meant = {
        stroke: grid_key(presses_of(stroke), on_tick=stroke == "Space", on_list=False)
        for stroke in strokes
    }
    assert [stroke for stroke, act in meant.items() if act is None] == []
    assert set(GridKey) - set(meant.values()) - NAMED_ELSEWHERE == set()
