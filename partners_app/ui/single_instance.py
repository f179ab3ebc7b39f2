"""One window for each user: a second start hands its file to the first one and ends."""

import ctypes
import sys
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from partners_app.paths import user_data

_ANSWER_MS = 2000
_TAKEN_MS = 20_000
"""A window that has just started, or closes a large register, may be busy for some seconds; one
beside it would only be told that the register is held."""


class SingleInstance(QObject):
    """The claim to be the only window; a lock tells who is first, a local socket passes files."""

    asked_to_open = Signal(object)
    """A second start: the Path it was given, or None to raise the window only."""

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        """Name lock and socket after the user's folder, so that users do not meet."""
        super().__init__(parent)
        self._folder = folder or user_data()
        name = sha256(str(self._folder).encode()).hexdigest()[:16]
        self._server_name = f"partners-{name}"
        self._lock = QLockFile(str(self._folder / "window.lock"))
        # Never stale by age, only when its process is gone: a window stays open for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the first window, or return False when another one is."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            return self._lock.error() != QLockFile.LockError.LockFailedError
        # A killed program leaves its socket's file behind on Unix.
        QLocalServer.removeServer(self._server_name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        self._server.listen(self._server_name)
        return True

    def hand_over(self, path: Path | None) -> bool:
        """Ask the first window to open a file and come to the front; False if it is deaf."""
        self._let_first_come_to_front()
        socket = QLocalSocket(self)
        socket.connectToServer(self._server_name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        text = "" if path is None else str(path.absolute())
        socket.write(text.encode() + b"\n")
        sent = socket.waitForBytesWritten(_ANSWER_MS)
        # The first window closes the connection when it has taken the file, maybe by now.
        unconnected = QLocalSocket.LocalSocketState.UnconnectedState
        taken = socket.state() == unconnected or socket.waitForDisconnected(_TAKEN_MS)
        return taken and (sent or socket.bytesToWrite() == 0)

    def release(self) -> None:
        """Let another window be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _receive(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
        socket.disconnectFromServer()
        self.asked_to_open.emit(Path(line) if line else None)

    def _let_first_come_to_front(self) -> None:
        """Pass on the right to be in front: Windows gives it to the program just started."""
        if sys.platform == "win32":
            pid, _host, _program = self._lock.getLockInfo()
            ctypes.windll.user32.AllowSetForegroundWindow(pid)
