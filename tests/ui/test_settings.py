"""The user's own settings: kept over a start, and never a reason not to start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from partners_app.texts.language import Language
from partners_app.ui.settings import (
    DEFAULT_FONT,
    LARGEST_FONT,
    Settings,
    ThemeChoice,
    settings_file,
    system_author,
)


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "Настройки пользователя" / "settings.ini"


def test_a_first_start_has_defaults_and_needs_no_folder(ini: Path) -> None:
    settings = Settings(ini)
    assert settings.author == system_author()
    assert settings.language is Language.RUSSIAN
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.font_size == DEFAULT_FONT
    assert settings.recent == []
    assert settings.last_register is None
    assert settings.set_aside is None


def test_settings_lie_in_the_users_configuration_folder(user_folders: Path) -> None:
    assert settings_file().is_relative_to(user_folders)
    assert settings_file().name == "settings.ini"


def test_everything_is_there_after_a_restart(ini: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "реестр, 2020 #1 100 %.partners", tmp_path / "b.partners"
    settings = Settings(ini)
    settings.author = "  Иванова А. П. "
    settings.language = Language.ENGLISH
    settings.theme = ThemeChoice.DARK
    settings.font_size = 13
    settings.remember_register(second)
    settings.remember_register(first)
    settings.set_last_scope("u-1", "partner", 17)
    settings.set_last_scope("u-2", "all", None)
    settings.set_last_year("u-1", 2021)
    settings.set_value("splitter", QByteArray(b"\x00\xff\x01"))
    assert settings.sync()
    del settings

    after = Settings(ini)
    assert after.author == "Иванова А. П."
    assert after.language is Language.ENGLISH
    assert after.theme is ThemeChoice.DARK
    assert after.font_size == 13
    assert after.recent == [first, second]
    assert after.last_register == first
    assert after.last_scope("u-1") == ("partner", 17)
    assert after.last_scope("u-2") == ("all", None)
    assert after.last_scope("u-3") == ("", None)
    assert after.last_year("u-1") == 2021
    assert after.last_year("u-2") is None
    assert after.state("splitter") == QByteArray(b"\x00\xff\x01")
    assert after.state("header") == QByteArray()


def test_opening_a_register_again_moves_it_to_the_head(ini: Path, tmp_path: Path) -> None:
    settings = Settings(ini)
    files = [tmp_path / f"{number}.partners" for number in range(12)]
    for file in files:
        settings.remember_register(file)
    settings.remember_register(files[5])
    assert settings.recent[:3] == [files[5], files[11], files[10]]
    assert len(settings.recent) == 10
    assert settings.recent.count(files[5]) == 1


def test_an_author_with_a_comma_written_by_hand_is_one_name(ini: Path) -> None:
    ini.parent.mkdir()
    ini.write_text("[General]\nauthor=Ivanova, A. P.\n", encoding="utf-8")
    assert Settings(ini).author == "Ivanova, A. P."


@pytest.mark.parametrize("broken", [b"\x00" * 400, "не настройки вовсе\n".encode(), b"[General\n"])
def test_a_broken_file_is_kept_aside_and_the_program_starts(ini: Path, broken: bytes) -> None:
    ini.parent.mkdir()
    ini.write_bytes(broken)
    settings = Settings(ini)
    assert settings.font_size == DEFAULT_FONT
    assert settings.set_aside is not None
    assert settings.set_aside.read_bytes() == broken
    settings.font_size = 12
    assert settings.sync()
    assert Settings(ini).font_size == 12
    assert Settings(ini).set_aside is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("font_size", "huge"),
        ("theme", "pink"),
        ("language", "de"),
        ("recent", "{"),
        ("recent", "7"),
    ],
)
def test_a_single_senseless_value_is_its_default(ini: Path, key: str, value: str) -> None:
    ini.parent.mkdir()
    ini.write_text(f"[General]\n{key}={value}\nauthor=A\n", encoding="utf-8")
    settings = Settings(ini)
    assert settings.font_size == DEFAULT_FONT
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.language is Language.RUSSIAN
    assert settings.recent == []
    assert settings.author == "A"


def test_a_font_size_out_of_range_becomes_the_nearest(ini: Path) -> None:
    settings = Settings(ini)
    settings.font_size = 40
    assert settings.font_size == LARGEST_FONT


def test_the_file_says_its_version(ini: Path) -> None:
    assert Settings(ini).sync()
    assert "version=1" in ini.read_text(encoding="utf-8")


def test_a_change_is_told_once_and_an_equal_value_not_at_all(qtbot: QtBot, ini: Path) -> None:
    settings = Settings(ini)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.theme = ThemeChoice.DARK
    settings.theme = ThemeChoice.DARK
    settings.font_size = 11
    assert told == ["theme", "font_size"]
