"""A form page that lives on its own: a session over a disk in memory, and the page shown."""

import datetime as dt
from collections.abc import Mapping

from desktop_app.pictures import photo
from desktop_app.report.editing import Path
from desktop_app.report.fields import ACTIVITY_SECTIONS, Owner, Section
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Report
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.editing.session import Change, Session
from desktop_app.ui.photos.file_desk import FileDesk
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.wizard.form_page import FormPage
from tests.ui.person import settle, show


class Memory:
    """Keeps nothing; the form's tests do not save."""

    def save(
        self, report: Report, files: Mapping[str, bytes], unread: Mapping[Path, str] | None
    ) -> dt.datetime:
        del report, files, unread
        return dt.datetime.now(dt.UTC)


class Form:
    """One section's page, wired to a session as the report view wires it."""

    def __init__(
        self, section: Section, report: Report, tasks: Tasks, dialogs: Dialogs | None = None
    ) -> None:
        self.tasks = tasks
        self.session = Session(Package(report), Memory(), tasks, tasks)
        prefix = () if section.owner is Owner.REPORT else ("activities", 0)
        self.files = FileDesk(self.session, tasks, dialogs or Dialogs(), lambda: photo)
        self.page = FormPage(section, prefix, report, self.files)
        self.page.edited.connect(self.session.edit)
        self.page.unread.connect(self.session.note_unread)
        self.session.changed.connect(self._changed)
        self.page.resize(640, 560)
        show(self.page)
        self.page.go_to(())
        settle()

    def _changed(self, change: Change) -> None:
        if change.structural:
            self.page.show_report(self.session.report, self.session.unread)

    @property
    def activity(self) -> Activity:
        """The activity that the page edits."""
        return self.session.report.activities[0]

    def issues(self) -> tuple[str | None, ...]:
        """Return the topics of the activity."""
        return self.activity.issues


def clause(number: int) -> Section:
    """Return the section of clause 1.1 to 1.7."""
    return next(one for one in ACTIVITY_SECTIONS if one.clause == number)
