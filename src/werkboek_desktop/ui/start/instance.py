"""One window a file: a second start brings the first window forward."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 2_000


class Instance(QObject):
    """Holds a project file for this window. QtNetwork is loaded only when there is somebody to talk to."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._name = f"werkboek-{_fingerprint(path.resolve())}"
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._server: QLocalServer | None = None
        self._forward: Callable[[Path | None], object] = lambda _file: None

    def is_first(self) -> bool:
        """Whether no other window holds the file; the lock of a program that died counts for nothing."""
        self._lock.setStaleLockTime(0)
        return self._lock.tryLock(0)

    def call_first(self, file: Path | None = None) -> bool:
        """Asks the first window to come forward, and to look at a file; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket  # loaded for a second start only

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(WAIT)
        if heard:
            socket.write(f"{file.resolve() if file else ''}\n".encode())
            socket.waitForBytesWritten(WAIT)
        socket.disconnectFromServer()
        return heard

    def listen(self, forward: Callable[[Path | None], object]) -> None:
        """From now on a second start calls `forward`, with the file that it was to look at."""
        from PySide6.QtNetwork import QLocalServer  # loaded after the first paint

        self._forward = forward
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._called)
        self._server.listen(self._name)

    def _called(self) -> None:
        if self._server:
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda: self._heard(socket))

    def _heard(self, socket: "QLocalSocket") -> None:
        if socket.canReadLine():
            name = bytes(socket.readLine().data()).decode().rstrip("\n")
            socket.deleteLater()
            self._forward(Path(name) if name else None)

    def release(self) -> None:
        """Another window may have the file."""
        if self._server:
            self._server.close()
        self._lock.unlock()


def _fingerprint(path: Path) -> str:
    hashed = QCryptographicHash.hash(str(path).encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(hashed.toHex().data()).decode()[:24]
