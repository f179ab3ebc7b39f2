"""The program speaks Russian unless the user chose English."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from partners_app import paths
from partners_app.domain.vocabulary import EventKind
from partners_app.texts.language import Language, load_language
from partners_app.texts.words import word


def test_russian_is_the_language_when_nothing_is_said() -> None:
    load_language("en")
    load_language()
    assert word(EventKind.VISIT) == "Визит"


def test_the_language_changes_back_and_forth_while_running() -> None:
    for _ in range(2):
        load_language(Language.ENGLISH)
        assert word(EventKind.VISIT) == "Visit"
        load_language(Language.RUSSIAN)
        assert word(EventKind.VISIT) == "Визит"


def test_the_buttons_of_qt_itself_speak_russian_too() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_an_unknown_language_is_refused_and_the_old_one_stays() -> None:
    with pytest.raises(ValueError, match="de"):
        load_language("de")
    assert word(EventKind.VISIT) == "Визит"


def test_a_missing_translation_is_no_silent_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(RuntimeError, match=r"partners_ru\.qm"):
        load_language()
    assert word(EventKind.VISIT) == "Визит"
