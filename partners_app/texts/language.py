"""The language of the program's texts: Russian unless the user chose another."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator, qVersion

from partners_app import paths

translate = QCoreApplication.translate
"""Qt's translate(context, text), for the rooms that speak but do not know Qt."""

# Qt keeps no reference to an installed translator.
_installed: list[QTranslator] = []


class Language(StrEnum):
    """The languages of the program; the source texts are English."""

    RUSSIAN = "ru"
    ENGLISH = "en"


def load_language(language: str = Language.RUSSIAN) -> None:
    """Speak the language, ``ru`` or ``en``, from now on; a QCoreApplication must exist.

    The program's own translation is asked before Qt's, so that it can reword a button of Qt.
    Raises ValueError for another language and RuntimeError if the program's own file is missing.
    """
    chosen = Language(language)
    translators = []
    if chosen is not Language.ENGLISH:
        for folder, name, needed in (
            # Some systems package Qt without its translations; only its own buttons need them.
            (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), "qtbase", False),
            (paths.resources() / "translations", "partners", True),
        ):
            translator = QTranslator()
            if translator.load(str(folder / f"{name}_{chosen}.qm")):
                translators.append(translator)
            elif needed:
                raise RuntimeError(f"the shipped translation {name}_{chosen}.qm cannot be read")
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    for translator in translators:
        # The last one installed is asked first.
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def application_for_texts(name: str) -> object:
    """Return the application object that translations belong to, made where there is none.

    The caller keeps it as long as it speaks. It needs no screen and starts no event loop.
    """
    return QCoreApplication.instance() or QCoreApplication([name])


def qt_version() -> str:
    """Return the version of Qt that the program runs with."""
    return qVersion()
