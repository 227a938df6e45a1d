"""What somebody has asked for and relies on, as paper and files: the window closes after it."""

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.keeping import is_shutting_down
from desktop_app.ui.look.notice import Act

_TOPIC = "errands"


class Errands(QObject):
    """Lives as long as the window."""

    stayed = Signal()  # the window does not close after all

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._closing = False
        bench.tasks.errand_ended.connect(self._go_on)

    def may_close(self) -> bool:
        """Tell whether nothing is on its way; if not yet, the window closes once that is so."""
        if not self._bench.tasks.has_errands or is_shutting_down():
            return True
        self._closing = True
        said = self.tr("จะปิดหน้าต่างเมื่อทำงานที่สั่งไว้เสร็จ")
        acts = (Act(self.tr("ปิดเลย"), self._close_now), Act(self.tr("ไม่ปิด"), self._stay))
        self._bench.window.messages.show_notice(said, acts, topic=_TOPIC, lasting=True)
        return False

    def _go_on(self, well: bool) -> None:
        """Close, if that is wanted still: not where something failed, which people are to read."""
        if not well:
            self._stay()
        elif self._closing and not self._bench.tasks.has_errands:
            self._bench.window.close()

    def _stay(self) -> None:
        self._closing = False
        self._bench.window.messages.settle(_TOPIC)
        self.stayed.emit()

    def _close_now(self) -> None:
        self._bench.tasks.give_up_errands()
        self._bench.window.jobs.stop_all()  # a backup of what changed comes after what runs
        self._bench.window.close()
