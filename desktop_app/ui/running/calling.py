"""How a second start calls the first window, and how that window hears of it."""

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.paths import DataPlace
from desktop_app.ui.running.one_window import name_of

PATIENCE = 5_000
"""Milliseconds in which a window that has just been claimed begins to listen."""

_AGAIN = 50
"""Milliseconds from call to call."""


class Calls(QObject):
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


def listen(place: DataPlace, parent: QObject) -> Calls:
    """Hear of further starts from now on; for whoever has the claim to be the window of `place`."""
    name = name_of(place)
    QLocalServer.removeServer(name)  # of a program that was killed
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.listen(name)
    return Calls(server)


def call(place: DataPlace, patience: int = PATIENCE) -> bool:
    """Call the window of `place`, which may be about to listen; tell whether it heard."""
    until = QDeadlineTimer(patience)
    while not _heard(name_of(place)):
        if until.hasExpired():
            return False
        QThread.msleep(_AGAIN)
    return True


def _heard(name: str) -> bool:
    caller = QLocalSocket()
    caller.connectToServer(name)
    heard = caller.waitForConnected(_AGAIN)
    caller.disconnectFromServer()
    return heard
