"""The safety of the data: backups, going back to one, merging, and a database that will not open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import Fault
from desktop_app.ui.data.closed_page import ClosedPage
from desktop_app.ui.desk.backup_desk import BackupDesk
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.merge_desk import MergeDesk
from desktop_app.ui.desk.restore_desk import Leave, RestoreDesk
from desktop_app.ui.home.home import Home


class DataDesk(QObject):
    """Leads from the list of reports to the pages about data, and back."""

    left = Signal()  # back to all reports
    opened = Signal(object)  # the id of a report that was made

    def __init__(self, bench: Bench, leave: Leave) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._backup = BackupDesk(bench)
        self._restore = RestoreDesk(bench, leave)
        self._merge = MergeDesk(bench)
        self._merge.opened.connect(self.opened)
        for desk in (self._backup, self._restore, self._merge):
            desk.left.connect(self.left)
        self._restore.merge_asked.connect(self._merge_file)

    def serve(self, home: Home) -> None:
        """Do what the list of reports asks for."""
        home.backup_asked.connect(self._backup.show)
        home.restore_asked.connect(self._restore.show)
        home.merge_asked.connect(self._merge.show)

    def _merge_file(self, file: Path) -> None:
        self._merge.show((file,))

    def put_away(self) -> None:
        """Let go of files, once nothing runs any more."""
        self._merge.put_away()
        self._backup.put_away()

    def show_closed(self, fault: Fault) -> None:
        """Say why the stored reports cannot be opened, instead of showing them."""
        page = ClosedPage(fault)
        page.again_asked.connect(self.left)
        page.restore_asked.connect(self._restore.show)
        self._bench.window.show_view(page)
