"""An activity that is removed: said, with a way back instead of a question."""

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.editing.session import Session

_TOPIC = "removed activity"


class Removals(QObject):
    """Offers the way back for as long as it is the last step; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._messages = bench.window.messages
        self._session = session
        session.changed.connect(partial(self._messages.settle, _TOPIC))

    def say(self, number: int, name: str) -> None:
        """Say which activity has just been removed."""
        named = self.tr("ลบกิจกรรมที่ {number} “{name}” แล้ว")
        nameless = self.tr("ลบกิจกรรมที่ {number} แล้ว")
        said = (named if name else nameless).format(number=number, name=name)
        self._messages.offer_back(said, self._session.undo, topic=_TOPIC)
