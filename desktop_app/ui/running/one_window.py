"""One window for one person's data: a second start brings the first window forward."""

import hashlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.paths import DataPlace

_PATIENCE = 500
"""Milliseconds to wait for a window that may be there."""


class OneWindow(QObject):
    """Hears of every further start on the same data."""

    called = Signal()

    def __init__(self, server: QLocalServer) -> None:
        super().__init__(server)
        self._server = server
        server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().close()
        self.called.emit()


def claim(place: DataPlace, parent: QObject) -> OneWindow | None:
    """Return the claim to be the window of `place`; None where one is open, which is told.

    The claim ends with the process, however that ends: what a killed program leaves behind
    answers nobody, and is cleared away.
    """
    name = f"suanruam-{hashlib.sha256(str(place.root.resolve()).encode()).hexdigest()[:24]}"
    caller = QLocalSocket()
    caller.connectToServer(name)
    if caller.waitForConnected(_PATIENCE):
        caller.disconnectFromServer()
        return None
    QLocalServer.removeServer(name)
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.listen(name)
    return OneWindow(server)
