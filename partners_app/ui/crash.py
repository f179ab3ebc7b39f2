"""What happens when the program itself is wrong: a log entry, one dialog, and work goes on."""

import re
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from partners_app.domain.errors import PartnersError
from partners_app.services import run_log

_VALUE = re.compile(r"""["'“«/\\]|[^\x00-\x7f]""")
"""Where a value may begin in a message of Qt: a quote, a path, a letter that is not its own."""


class CrashHook(QObject):
    """The one exception hook of the program.

    Errors in slots, in models and in tasks all arrive here, some many times and some in another
    thread or in the middle of painting: they are logged at once and announced by a queued signal,
    each place in the code once a run.
    """

    crashed = Signal(str)
    """What to show and copy: the kind of the exception and the places in the code."""
    failed = Signal(object)
    """A PartnersError that nobody awaited: a disk that is away while something is only drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare the hook; ``install`` puts it to work."""
        super().__init__(parent)
        self._announced: set[str] = set()
        self._busy = False

    def install(self) -> None:
        """Let Python and Qt report to this hook."""
        sys.excepthook = self.handle
        threading.excepthook = lambda found: self.handle(
            found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
        )
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back to Python and Qt."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception; announce it unless it was before or the hook itself is at work."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._busy:
            return
        if isinstance(error, PartnersError):
            run_log.record(f"expected: {kind.__name__}")
            self.failed.emit(error)
            return
        self._busy = True
        try:
            text = run_log.record_exception(kind, error, trace)
            if text not in self._announced:
                self._announced.add(text)
                self.crashed.emit(text)
        finally:
            self._busy = False


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        run_log.record(f"Qt {kind.name}: {_without_values(message or '')}")


def _without_values(message: str) -> str:
    """Return what Qt's own words say: what it quotes, a path or a text, may name a person."""
    return _VALUE.split(message, maxsplit=1)[0].strip()
