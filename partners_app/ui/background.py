"""Work off the UI thread: one function, one result or error, back on the UI thread."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from partners_app.domain.abandoning import while_wanted


@contextmanager
def _without_collections() -> Iterator[None]:
    """Let nobody look for garbage meanwhile: of 10,000 records that stops the window for 0.1 s.

    What the work made counts as old afterwards, or the next look would go through all of it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()


class _Signals(QObject):
    # A QRunnable cannot have signals, and inheriting from both classes is not supported by Qt.
    finished = Signal(object)
    failed = Signal(object)


class _Task(QRunnable):
    def __init__(
        self, work: Callable[[], Any], signals: _Signals, wanted: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._work = work
        self._signals = signals
        self._wanted = wanted

    def run(self) -> None:
        try:
            with _without_collections(), while_wanted(self._wanted):
                result = self._work()
        except Exception as error:  # every failure is handed over to the UI thread
            self._signals.failed.emit(error)
        else:
            self._signals.finished.emit(result)


class Background(QObject):
    """Runs tasks one after another; at the end of the program it is waited for."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to do."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # One at a time: tasks on one register would only wait for each other.
        self._pool.setMaxThreadCount(1)
        self._running: dict[
            _Signals, tuple[Callable[[Any], None], Callable[[Exception], None]]
        ] = {}

    @property
    def busy(self) -> bool:
        """Whether a task is waiting or at work."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Callable[[], None]:
        """Run ``work`` in another thread, then ``done`` or ``failed`` in this one.

        What is returned abandons the work: unless it had ended, it fails with Abandoned before it
        writes anything.
        """
        signals = _Signals(self)
        signals.finished.connect(self._finish)
        signals.failed.connect(self._fail)
        self._running[signals] = (done, failed)
        if len(self._running) == 1:
            self.busy_changed.emit(True)
        abandoned = Event()
        self._pool.start(_Task(work, signals, lambda: not abandoned.is_set()))
        # No method of the task: a signal that is connected to one is disconnected when the pool's
        # thread destroys the task, and that thread then waits for this one, and this one for it.
        return lambda: abandoned.set()

    def wait(self) -> None:
        """Wait until no task is at work any more."""
        self._pool.waitForDone()

    @Slot(object)
    def _finish(self, result: object) -> None:
        done, _ = self._ended()
        done(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        _, failed = self._ended()
        failed(error)

    def _ended(self) -> tuple[Callable[[Any], None], Callable[[Exception], None]]:
        signals = self.sender()
        assert isinstance(signals, _Signals)
        callbacks = self._running.pop(signals)
        signals.deleteLater()
        if not self._running:
            self.busy_changed.emit(False)
        return callbacks
