"""The line at the foot of the window that shows long work, with a way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.running.job import Job
from desktop_app.ui.running.tasks import PATIENCE

_STEPS = 1000


class JobBar(QFrame):
    """Shows the job that has been running longest, once it takes longer than half a second."""

    def __init__(self) -> None:
        super().__init__()
        play(self, Role.NOTICE)
        self.setObjectName("job_bar")
        self._jobs: list[Job] = []
        self._name = QLabel()
        self._name.setObjectName("job_name")
        self._part = QProgressBar()
        self._part.setRange(0, _STEPS)
        self._part.setTextVisible(False)
        self._part.setMaximumWidth(320)
        self._stop = Button("", Role.LINK, name="job_stop")
        self._stop.clicked.connect(self._stop_shown)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_first)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.HUGE, Space.HAIR, Space.MEDIUM, Space.HAIR)
        line.setSpacing(Space.LARGE)
        line.addWidget(self._name)
        line.addWidget(self._part, 1)
        line.addStretch(1)
        line.addWidget(self._stop)
        self.hide()

    def begin(self, name: str, *, stop: str = "") -> Job:
        """Return a new job, which is shown as `name` unless it ends soon."""
        job = Job(name, stop or self.tr("ยกเลิก"), self)
        self._jobs.append(job)
        job.moved.connect(lambda part: self._show_part(job, part))
        job.ended.connect(lambda: self._forget(job))
        if not self._patience.isActive():
            self._patience.start()
        return job

    def show_now(self, job: Job) -> None:
        """Show `job` before all others, and at once."""
        self._jobs.remove(job)
        self._jobs.insert(0, job)
        self._show_first()

    def stop_all(self) -> None:
        """Ask all that runs to stop."""
        for job in self._jobs:
            job.stop()

    def _show_first(self) -> None:
        if self._jobs:
            job = self._jobs[0]
            self._name.setText(job.name)
            self._part.setAccessibleName(job.name)
            self._stop.setText(job.stop_words)
            self._stop.setEnabled(not job.is_stopped)
            self._part.setValue(0)
        self.setVisible(bool(self._jobs))

    def _show_part(self, job: Job, part: float) -> None:
        if self._jobs[:1] == [job]:
            self._part.setValue(round(part * _STEPS))

    def _stop_shown(self) -> None:
        if self._jobs:
            self._jobs[0].stop()
            self._stop.setEnabled(False)

    def _forget(self, job: Job) -> None:
        self._jobs.remove(job)
        if self.isVisible() or not self._jobs:
            self._show_first()
