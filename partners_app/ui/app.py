"""The start of the window: settings, language, look, then the window itself."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from partners_app import __version__
from partners_app.paths import is_file, resources
from partners_app.services import run_log
from partners_app.texts.language import Language, load_language
from partners_app.ui import theme
from partners_app.ui.crash import CrashHook
from partners_app.ui.main_window import MainWindow
from partners_app.ui.main_window.layout import show_window
from partners_app.ui.settings import Settings
from partners_app.ui.single_instance import SingleInstance


def main(path: Path | None = None, arguments: Sequence[str] = ()) -> int:
    """Show the window on a register, else on the last one, and return the exit status."""
    app = QApplication(["partners-app", *arguments])
    app.setApplicationName("Partners")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resources() / "partners.svg")))
    instance = SingleInstance(parent=app)
    if not instance.claim() and instance.hand_over(path):
        return 0
    run_log.start()
    hook = CrashHook(app)
    hook.install()
    settings = Settings()
    prepare(app, settings)
    window = MainWindow(settings)
    hook.crashed.connect(window.commands.show_crash)
    # Later: it may have come up while something is being painted.
    hook.failed.connect(window.saving.not_read, Qt.ConnectionType.QueuedConnection)
    settings.changed.connect(lambda name: _apply_setting(app, settings, name))
    instance.asked_to_open.connect(lambda _path: window.backups.stay_open())
    instance.asked_to_open.connect(window.come_forward)
    window.backups.begin_automatic()
    window.register_files.begin_sampling()
    show_window(window, settings.state("geometry"))
    _open_first(window, path)
    status = app.exec()
    instance.release()
    hook.uninstall()
    run_log.stop()
    return status


def prepare(app: QApplication, settings: Settings) -> None:
    """Give the program its language and look, as the settings say."""
    load_language(settings.language)
    russian = settings.language is Language.RUSSIAN
    language = QLocale.Language.Russian if russian else QLocale.Language.English
    QLocale.setDefault(QLocale(language))
    theme.apply(app, settings.theme.value, settings.font_size)


def _apply_setting(app: QApplication, settings: Settings, name: str) -> None:
    if name in ("theme", "font_size"):
        theme.apply(app, settings.theme.value, settings.font_size)


def _open_first(window: MainWindow, path: Path | None) -> None:
    if path is not None:
        window.open_path(path)
        return
    last = window.settings.last_register
    # A register that has been moved away is no error at the start: the window offers others.
    if last is not None and is_file(last):
        window.open_path(last)
