"""An open report: outline, form and page side by side, all told by its session."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.report import flow
from desktop_app.report.editing import Path
from desktop_app.report.fields import ACTIVITY_NAME, Field, Section
from desktop_app.report.flow import Page, Step
from desktop_app.report.values import Activity
from desktop_app.ui.editing.edits import Added, Edit, Moved, Removed, moved_along
from desktop_app.ui.editing.judging import Judge, Judgement
from desktop_app.ui.editing.session import Change, Session
from desktop_app.ui.fields.base import Ask, Spelling, leave_field
from desktop_app.ui.look.tab_order import follow_layout
from desktop_app.ui.photos.file_desk import FileDesk
from desktop_app.ui.preview.preview import Preview
from desktop_app.ui.wizard.activities_page import ACTIVITIES, PATH, ActivitiesPage
from desktop_app.ui.wizard.check_page import CheckPage
from desktop_app.ui.wizard.form_page import FormPage
from desktop_app.ui.wizard.outline import Outline
from desktop_app.ui.wizard.page_frame import PageFrame
from desktop_app.ui.wizard.panes import Panes
from desktop_app.ui.wizard.print_page import PrintPage
from desktop_app.ui.wizard.top_bar import TopBar

Body = FormPage | ActivitiesPage | CheckPage | PrintPage


class ReportView(QWidget):
    """Opens one page of the report at a time and passes on what it asks for."""

    left = Signal()  # back to all reports
    turned = Signal()  # to another page
    activity_removed = Signal(int, str)  # its number and name
    print_asked = Signal()
    save_pdf_asked = Signal()
    history_asked = Signal()

    def __init__(
        self, session: Session, desk: FileDesk, preview: Preview, judge: Judge, ask_known: Ask
    ) -> None:
        super().__init__()
        self._spelling: Spelling | None = None
        self._ask_known = ask_known
        self._session = session
        self._files = desk
        self._preview = preview
        self._judge = judge
        self._judgement: Judgement | None = None
        self._bar = TopBar()
        self._outline = Outline()
        self._frame = PageFrame()
        self._page = flow.pages(session.report)[0]
        self._body: Body | None = None
        self._printed: dt.datetime | None = None
        self._changed_since = False
        self._lay_out()
        self._wire()
        self._add_shortcuts()
        self._bar.show_report(session.report)

    def take_spelling(self, spelling: Spelling) -> None:
        """Underline doubted words on the pages to come."""
        self._spelling = spelling

    def begin(self) -> None:
        """Open the first page, once the view is in its window."""
        self._preview.show_package(self._session.package, at_once=True)
        self.open_page(self._page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._panes = Panes(self._outline, self._frame, self._preview)
        column.addWidget(self._panes, 1)
        self._preview.add_shortcuts(self._panes)

    def _wire(self) -> None:
        session, bar = self._session, self._bar
        session.changed.connect(self._show_change)
        session.unread_changed.connect(self._show_troubles)
        session.saving.connect(bar.show_saving)
        session.saved.connect(bar.show_saved)
        session.save_failed.connect(bar.show_save_failed)
        bar.back_asked.connect(self.left)
        bar.undo_asked.connect(session.undo)
        bar.redo_asked.connect(session.redo)
        bar.history_asked.connect(self.history_asked)
        bar.retry_asked.connect(session.save)
        bar.fold_asked.connect(self._panes.fold)
        bar.print_asked.connect(self._go_print)
        self._outline.chosen.connect(self.open_page)
        self._outline.add_asked.connect(self._add_activity)
        self._outline.move_asked.connect(self._move_activity)
        self._frame.back_asked.connect(partial(self._turn, flow.previous_page))
        self._frame.next_asked.connect(partial(self._turn, flow.next_page))
        self._preview.jump_asked.connect(self.jump)
        self._preview.tear_asked.connect(self._panes.tear)
        self._judge.judged.connect(self._show_judgement)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self._session.undo),
            ("Ctrl+Y", self._session.redo),
            ("Ctrl+Shift+Z", self._session.redo),
            ("Alt+Left", partial(self._turn, flow.previous_page)),
            ("Alt+Right", partial(self._turn, flow.next_page)),
            ("Ctrl+PgUp", partial(self._turn, flow.previous_page)),
            ("Ctrl+PgDown", partial(self._turn, flow.next_page)),
            ("Ctrl+S", self._session.save),
            ("Ctrl+P", self.print_asked.emit),
            ("Ctrl+Shift+S", self.save_pdf_asked.emit),
            ("Ctrl+Shift+N", self._add_activity),
            ("Alt+Home", self.left.emit),
            ("Ctrl+H", self.history_asked.emit),
            ("F9", self._panes.fold),
            ("Ctrl+F", self._panes.look_for),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._page

    def open_page(self, page: Page, path: Path | None = None) -> None:
        """Open a page, with the keyboard at `path` or at its first control."""
        leave_field()
        report = self._session.report
        self._session.save()
        before, self._page = self._page, flow.nearest_page(report, page)
        if self._page != before:
            self.turned.emit()
        self._body = self._made(self._page)
        self._frame.show_page(report, self._page, self._body)
        self._outline.show_page(report, self._page)
        self._show_troubles()
        self._judge.ask(self._session.draft, at_once=True)
        self._bar.show_history(self._session.history)
        follow_layout(self)
        self._body.go_to(path if path is not None else ())
        self._preview.follow(path or self._landmark())

    def _landmark(self) -> Path:
        """Return the path that the preview shows for the page as a whole."""
        section = self._page.section
        prefix = flow.prefix(self._page)
        return prefix if section is None else (*prefix, *section.fields[0].key.split("."))

    def jump(self, path: Path) -> None:
        """Open the page of what stands at `path`, and go there."""
        self.open_page(flow.page_of(self._session.report, path), path)

    def _made(self, page: Page) -> Body:
        if page.step is Step.ACTIVITIES:
            return self._activities_page()
        if page.section is None:
            checking = CheckPage()
            checking.jump_asked.connect(self.jump)
            return checking
        form = self._form(page, page.section)
        return self._print_page(form) if page.step is Step.PRINT else form

    def _activities_page(self) -> ActivitiesPage:
        listing = ActivitiesPage(self._session.report)
        listing.edited.connect(self._edit)
        listing.opened.connect(self._open_activity)
        return listing

    def _form(self, page: Page, section: Section) -> FormPage:
        form = FormPage(section, flow.prefix(page), self._session.report, self._files)
        form.edited.connect(self._edit)
        form.unread.connect(self._session.note_unread)
        form.entered.connect(self._preview.follow)
        form.take_known(self._ask_known)
        if self._spelling is not None:
            form.take_spelling(self._spelling)
        form.show_report(self._session.report, self._session.unread)
        return form

    def _print_page(self, form: FormPage) -> PrintPage:
        printing = PrintPage(form)
        printing.print_asked.connect(self.print_asked)
        printing.save_asked.connect(self.save_pdf_asked)
        printing.check_asked.connect(self.go_check)
        printing.show_printed(self._printed, changed=self._changed_since)
        return printing

    def _edit(self, path: Path, field: Field, edit: Edit) -> None:
        before = self._session.report.activities
        self._session.edit(path, field, edit)
        if field is ACTIVITIES and isinstance(edit, Removed):
            name = (before[edit.index].name or "").strip()
            self.activity_removed.emit(edit.index + 1, name)

    def _add_activity(self) -> None:
        index = len(self._session.report.activities)
        self._session.edit(PATH, ACTIVITIES, Added(index, (Activity(),)))
        self._open_activity(index)

    def _move_activity(self, index: int, to: int) -> None:
        """Move an activity from the outline; the page that is open goes with its activity."""
        moved = Moved(index, to)
        self._session.edit(PATH, ACTIVITIES, moved)
        here = self._page
        if here.activity is not None:
            place = moved_along((here.activity,), (), moved)
            here = Page(here.step, here.section, int(place[0]) if place else None)
        self.open_page(here)
        self._outline.show_moved(self._session.report, moved, here)

    def _open_activity(self, index: int) -> None:
        self.open_page(Page(Step.ACTIVITY, ACTIVITY_NAME, index))

    def go_check(self) -> None:
        """Open the page that says what is wrong."""
        self.open_page(Page(Step.CHECK, None, None))

    def show_printed(self, when: dt.datetime, changed: bool) -> None:
        """Say when the report was printed last, and whether it was `changed` since."""
        self._printed, self._changed_since = when, changed
        if isinstance(self._body, PrintPage):
            self._body.show_printed(when, changed=changed)

    def _go_print(self) -> None:
        self.open_page(flow.pages(self._session.report)[-1])

    def _turn(self, way: "Callable[..., Page | None]") -> None:
        page = way(self._session.report, self._page)
        if page is not None:
            self.open_page(page)

    def _show_change(self, change: Change) -> None:
        """Bring the views up to date; what was typed in a field is there already."""
        self._changed_since = True
        self._bar.show_history(self._session.history)
        self._preview.show_package(self._session.package)
        if not change.from_form:
            self._show_step(change.path)
        elif change.structural:
            self._show_values()
        self._judge.ask(self._session.draft)

    def _show_step(self, path: Path) -> None:
        """Show what undo or redo changed, on its own page."""
        report = self._session.report
        page = flow.nearest_page(report, flow.page_of(report, path))
        if page == self._page and isinstance(self._body, FormPage):
            self._show_values()
            self._body.go_to(path)
        else:
            self.open_page(page, path)

    def _show_values(self) -> None:
        report = self._session.report
        if isinstance(self._body, FormPage):
            self._body.show_report(report, self._session.unread)
        elif isinstance(self._body, PrintPage):
            self._body.form.show_report(report, self._session.unread)
        elif isinstance(self._body, ActivitiesPage):
            self._body.show_report(report)

    def _show_judgement(self, judgement: Judgement) -> None:
        """Bring marks, names and messages up to date, unless the report has moved on since."""
        if judgement.report is not self._session.report:
            return
        self._judgement = judgement
        self._page = flow.nearest_page(judgement.report, self._page)
        self._bar.show_report(judgement.report)
        self._frame.show_report(judgement.report, self._page)
        self._outline.show_states(judgement.report, judgement.states)
        self._show_troubles()

    def _show_troubles(self) -> None:
        """Show what is wrong on the page; what cannot be read is known also before a judgement."""
        report, unread = self._session.report, self._session.troubling
        judged = self._judgement is not None and self._judgement.report is report
        problems = self._judgement.problems if judged and self._judgement else None
        if isinstance(self._body, FormPage):
            self._body.show_troubles(problems, unread)
            if judged and self._judgement:
                self._body.show_offers(self._judgement.offers)
        elif isinstance(self._body, PrintPage):
            self._body.form.show_troubles(problems, unread)
            if problems is not None:
                self._body.show_problems(problems)
        elif isinstance(self._body, CheckPage) and problems is not None:
            self._body.show_problems(report, problems)
