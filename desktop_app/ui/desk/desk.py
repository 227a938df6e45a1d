"""Which view is open: all reports, or one; and closing so that nothing is lost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Fault
from desktop_app.report.editing import History
from desktop_app.report.location import Path
from desktop_app.report.package import Package
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.desk.bin_desk import BinDesk
from desktop_app.ui.desk.binning import Binning
from desktop_app.ui.desk.data_desk import DataDesk
from desktop_app.ui.desk.errands import Errands
from desktop_app.ui.desk.files_said import say_how_files_come_in
from desktop_app.ui.desk.history_desk import HistoryDesk
from desktop_app.ui.desk.home_desk import HomeDesk
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.desk.known_desk import KnownDesk, SpellingDesk
from desktop_app.ui.desk.paper_desk import PaperDesk
from desktop_app.ui.desk.removals import Removals
from desktop_app.ui.desk.settings_desk import SettingsDesk
from desktop_app.ui.desk.tidying import Tidying
from desktop_app.ui.desk.unsaved import Unsaved
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.editing.draft import Draft
from desktop_app.ui.editing.judging import Judge
from desktop_app.ui.editing.session import Session
from desktop_app.ui.editing.shelf import Shelf
from desktop_app.ui.fields.base import leave_field
from desktop_app.ui.home.bin_page import BinPage
from desktop_app.ui.home.home import Home
from desktop_app.ui.language import speak, words
from desktop_app.ui.photos.file_desk import FileDesk
from desktop_app.ui.preview.preview import Preview
from desktop_app.ui.running.collecting import collect_now, spare_what_is_loaded
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.settings.no_files import NoFiles
from desktop_app.ui.settings.settings_page import SettingsPage
from desktop_app.ui.window import Window
from desktop_app.ui.wizard.report_view import ReportView
from desktop_app.ui.wizard.top_bar import report_name
from desktop_app.ui.wizard.warming import Warming

if TYPE_CHECKING:
    from desktop_app.ui.office import Office

T = TypeVar("T")


class Desk(QObject):
    """Puts views into the window, each with the part of the desk that does what it asks for."""

    def __init__(self, window: Window, office: "Office", tasks: Tasks, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._bench = Bench(window, office, tasks, dialogs)
        self._binning = Binning(self._bench, self)
        self._session: Session | None = None
        self._files: FileDesk | None = None
        self._unsaved: Unsaved | None = None
        self._given_up: Draft | None = None  # what somebody closes without
        self._shelf = Shelf()
        self._warm = False
        self._errands = Errands(self._bench)
        self._keeping = Keeping(self._bench)
        self._errands.stayed.connect(self._keeping.stay)
        self._tidying = Tidying(self._bench)
        self._asked: object = None  # for which report, the last time
        self._data = DataDesk(self._bench, self._leave_first)
        self._data.left.connect(self.show_home)
        self._data.opened.connect(self.open)
        window.before_closing(self.close)
        if office.settings_notice is not None:
            window.messages.say_until_closed(words(office.settings_notice))

    def show_home(self) -> None:
        """Leave the open report, once it is saved, and show all of them."""
        self._once_saved(self._show_home)

    def _once_saved(self, then: Callable[[], None]) -> None:
        if self._unsaved is None:
            then()
        else:
            leave_field()
            if self._files is not None:
                self._files.stop()
            self._unsaved.leave(then)

    def _leave_first(self, then: Callable[[], None]) -> None:
        """Do `then` with no report open, nor one about to be, whose words it could overtake."""

        def leave() -> None:
            self._asked = None
            self._show_home()
            then()

        self._once_saved(leave)

    def _show_home(self) -> None:
        left = self._session.report.id if self._session is not None else None
        self._leave()
        home = Home()
        listing = self._serve(home)
        self._show(home)
        listing.refresh(left)

    def begin(self, home: Home) -> None:
        """Serve the view of all reports that was shown before the desk was there."""
        self._serve(home).refresh()

    def _serve(self, home: Home) -> HomeDesk:
        home.new_asked.connect(self._make_new)
        home.bin_asked.connect(self._show_bin)
        home.settings_asked.connect(self._show_settings)
        listing = HomeDesk(self._bench, self._binning, home)
        listing.opened.connect(self.open)
        listing.shown.connect(self._keeping.begin)
        listing.shown.connect(self._tidying.begin)
        listing.shown.connect(self._warm_up)
        listing.closed.connect(self._data.show_closed)
        self._data.serve(home)
        return listing

    def _show_bin(self) -> None:
        page = BinPage()
        page.left.connect(self.show_home)
        desk = BinDesk(self._bench, self._binning, page)
        self._show(page, self.tr("ถังขยะ"))
        desk.refresh()

    def _show_settings(self) -> SettingsPage:
        office = self._bench.office
        office.read_settings_again()
        page = SettingsPage(office.settings, office.place.root)
        page.left.connect(self.show_home)
        desk = SettingsDesk(self._bench, page)
        desk.language_changed.connect(self._speak)
        self._show(page, self.tr("ตั้งค่า"))
        page.begin()
        desk.begin()
        return page

    def _speak(self) -> None:
        """Speak the language that was chosen, at once."""
        speak(self._bench.office.settings.language)
        self._bench.window.retranslate()
        self._show_settings().go_to_language()

    def _show(self, view: QWidget, name: str = "") -> None:
        """Put a view into the window, and take away what was said about the one before."""
        self._bench.window.messages.leave_view()
        self._bench.window.show_view(view, name)
        self._settle_in()

    def _settle_in(self) -> None:
        """Watch over the data also where the first view was left before its list came."""
        if not self._keeping.has_begun:
            self._bench.tasks.read(self, self._bench.office.summaries, self._keeping.begin)
        self._warm_up()

    def _warm_up(self) -> None:
        if not self._warm:
            self._warm = True
            warm_up = self._bench.office.warm_up
            self._bench.tasks.read(self, warm_up, lambda _: spare_what_is_loaded())
            pages = partial(Preview, self._bench.tasks, self._bench.office.set_document)
            Warming(NoFiles(), pages, self)

    def _leave(self) -> None:
        leave_field()
        self._close_files()
        if self._session is not None:
            self._session.save()
            self._shelf.put(self._session)
            self._session.deleteLater()
            QTimer.singleShot(0, self, collect_now)
        self._session = self._unsaved = None

    def _close_files(self) -> None:
        if self._files is not None:
            self._files.close()
        self._files = None

    def open(self, report_id: UUID, path: Path | None = None) -> None:
        """Open a stored report, at `path` where that is given."""
        self._tidying.end()
        work = partial(self._bench.office.load_draft, report_id)
        self._bench.tasks.read(self, work, self._if_wanted(partial(self._show_stored, path)))

    def _make_new(self) -> None:
        self._tidying.end()
        self._bench.tasks.read(self, self._bench.office.new, self._if_wanted(self._show_new))

    def _if_wanted(self, show: Callable[[T], None]) -> Callable[[T], None]:
        """Return `show`, which does nothing where something else is to be shown by then."""
        asked = self._asked = object()

        def show_if_wanted(found: T) -> None:
            if asked is self._asked:
                show(found)

        return show_if_wanted

    def _show_new(self, package: Package) -> None:
        self._leave()
        self._show_report(package, History(Draft(package.report)))

    def _show_stored(self, path: Path | None, stored: tuple[Draft, Mapping[str, bytes]]) -> None:
        self._leave()
        self._show_report(*self._shelf.opened(*stored), path)

    def _show_report(
        self, package: Package, history: History[Draft], path: Path | None = None
    ) -> None:
        tasks, office = self._bench.tasks, self._bench.office
        session = self._session = Session(package, office, tasks, self, history)
        self._unsaved = Unsaved(self._bench, session)
        files = self._files = FileDesk(session, tasks, self._bench.dialogs, office.darkroom)
        say_how_files_come_in(self._bench.window.messages, files)
        preview = Preview(tasks, office.set_document)
        known = KnownDesk(self._bench, session)
        judge = Judge(tasks, office.places, office.check, session)
        session.changed.connect(self._entitle)
        view = ReportView(session, files, preview, judge, known.ask)
        if office.settings.spelling:
            view.take_spelling(SpellingDesk(self._bench, session))
        paper = PaperDesk(self._bench, session)
        view.left.connect(self.show_home)
        view.turned.connect(self._bench.window.messages.leave_page)
        view.activity_removed.connect(Removals(self._bench, session).say)
        view.print_asked.connect(paper.print_out)
        view.save_pdf_asked.connect(paper.save_pdf)
        view.history_asked.connect(HistoryDesk(self._bench, session).show)
        paper.check_asked.connect(view.go_check)
        paper.printed.connect(view.show_printed)
        paper.ask_printed()
        self._show(view, report_name(package.report))
        # The window lives between the frame and its page.
        QTimer.singleShot(0, view, partial(_begin, view, path))

    def _entitle(self) -> None:
        if self._session is not None:
            self._bench.window.entitle(report_name(self._session.report))

    def rescue(self) -> Fault | None:
        """Put what was typed on the disk, whatever has happened; return why that failed."""
        return self._session.flush() if self._session is not None else None

    def close(self) -> bool:
        """Put everything away; False, with a calm word, where the last words cannot be saved."""
        leave_field()
        for page in self._bench.window.findChildren(SettingsPage):
            page.flush()
        if not (self._is_safe() and self._errands.may_close()):
            self._keeping.stay()
        elif self._keeping.may_close():
            self._put_away()
            return True
        return False

    def _is_safe(self) -> bool:
        """Tell whether what was typed is on the disk, or given up; else say why it is not."""
        session, unsaved = self._session, self._unsaved
        if session is None or unsaved is None or session.draft is self._given_up:
            return True
        if self._files is not None:
            self._files.stop()
        fault = session.flush()
        if fault is not None:
            unsaved.refuse_to_close(fault, partial(self._close_without, session.draft))
        return fault is None

    def _close_without(self, draft: Draft) -> None:
        """Close though `draft` is not on the disk; what is typed after it is asked about again."""
        self._given_up = draft
        self._bench.window.close()

    def _put_away(self) -> None:
        self._bench.window.before_closing(lambda: True)
        self._close_files()
        if self._session is not None:
            self._session.deleteLater()
        self._session = self._unsaved = None
        self._tidying.end()
        self._bench.window.jobs.stop_all()
        for preview in self._bench.window.findChildren(Preview):
            preview.stop()
        self._bench.tasks.finish()
        self._keeping.put_away()
        self._data.put_away()
        self._bench.office.close()


def _begin(view: ReportView, path: Path | None) -> None:
    view.begin()
    if path is not None:
        view.jump(path)
