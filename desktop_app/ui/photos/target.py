"""The list that files are on their way to, wherever its activity is moved meanwhile."""

from PySide6.QtCore import QObject

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field
from desktop_app.report.values import Activity
from desktop_app.ui.editing.session import Session


class Target(QObject):
    """Follows one activity of the open report: what is not edited of a report is the same value."""

    def __init__(self, session: Session, field: Field, path: Path) -> None:
        super().__init__(session)
        self.field = field
        self._session = session
        self._rest = path[2:]
        self._index: int | None = int(path[1])
        self._seen: Activity = session.report.activities[self._index]
        self._count = len(session.report.activities)
        session.changed.connect(self._follow)

    @property
    def path(self) -> Path | None:
        """Where the list stands now; None while its activity is gone."""
        return None if self._index is None else ("activities", self._index, *self._rest)

    def _follow(self) -> None:
        now = self._session.report.activities
        self._index = self._found(now)
        self._count = len(now)
        if self._index is not None:
            self._seen = now[self._index]

    def _found(self, now: tuple[Activity, ...]) -> int | None:
        here = self._index
        if here is not None and here < len(now):
            if now[here] is self._seen:
                return here
            moved = next((n for n, one in enumerate(now) if one is self._seen), None)
            return here if moved is None and len(now) == self._count else moved
        return next((n for n, one in enumerate(now) if one is self._seen), None)
