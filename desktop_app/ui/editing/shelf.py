"""Reports that were open before: what was done in them can still be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from desktop_app.report.editing import History
from desktop_app.report.package import Package
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.editing.session import Session

_MOST = 6
"""Reports whose steps are kept, with the photos that a step may bring back."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Keeps the steps of reports as long as the window is open; those left last push out others."""

    _histories: dict[UUID, History[Draft]] = field(default_factory=dict)
    _files: dict[UUID, Mapping[str, bytes]] = field(default_factory=dict)

    def put(self, session: Session) -> None:
        """Keep the steps of a session that ends."""
        report_id = session.report.id
        self._take(report_id)
        self._histories[report_id] = session.history
        self._files[report_id] = session.package.files
        for oldest in list(self._histories)[:-_MOST]:
            self._take(oldest)

    def opened(self, draft: Draft, files: Mapping[str, bytes]) -> tuple[Package, History[Draft]]:
        """Return a stored report with its steps; with none where it was changed elsewhere since."""
        history, before = self._take(draft.report.id)
        if history is None or history.present != draft:
            return Package(draft.report, files), History(draft)
        return Package(draft.report, {**before, **files}), history

    def _take(self, report_id: UUID) -> tuple[History[Draft] | None, Mapping[str, bytes]]:
        return self._histories.pop(report_id, None), self._files.pop(report_id, {})
