"""The settings at work: kept, shown, and let count at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop_app.errors import Fault
from desktop_app.report.fields import Known
from desktop_app.services import faces
from desktop_app.services.settings import Settings
from desktop_app.services.words import wordlist
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.language import words
from desktop_app.ui.settings.settings_page import SettingsPage


class SettingsDesk(QObject):
    """Does what one view of the settings asks for; lives as long as the view."""

    language_changed = Signal()

    def __init__(self, bench: Bench, page: SettingsPage) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._language = bench.office.settings.language
        page.changed.connect(self._keep)
        page.paper.face_asked.connect(self._choose_face)
        page.data.second_asked.connect(self._choose_second)
        page.data.open_asked.connect(self._open_folder)
        page.take_known(self._ask)
        page.words.words_changed.connect(self._keep_words)

    def begin(self) -> None:
        """Show what takes a while to be found: faces of this computer, and the office's words."""
        tasks, place = self._bench.tasks, self._bench.office.place
        tasks.read(self, faces.installed_faces, self._page.paper.show_faces)
        face = self._bench.office.settings.paper.face
        if face is not None:
            check = partial(faces.checked_face, face)
            tasks.read(self, check, lambda _: None, self._say_unusable)
        tasks.read(self, partial(wordlist.read_words, place), self._page.words.show_words)

    def _ask(self, asker: QObject, known: Known, then: Callable[[tuple[str, ...]], None]) -> None:
        """Hand over what a field may be meant to say; nothing where that cannot be had."""
        work = partial(self._bench.office.known_words, known, self._page.agency)
        self._bench.tasks.read(asker, work, then, lambda _: then(()))

    def _say_unusable(self, fault: Fault) -> None:
        self._page.paper.show_unusable(words(fault.said))

    def _keep(self, settings: Settings) -> None:
        work = partial(self._bench.office.keep_settings, settings)
        self._bench.tasks.write(self, work, lambda _: self._after(settings))

    def _after(self, settings: Settings) -> None:
        if settings.language != self._language:
            self._language = settings.language
            self.language_changed.emit()

    def _keep_words(self, noted: tuple[str, ...]) -> None:
        work = partial(self._bench.office.keep_words, noted)
        self._bench.tasks.write(self, work, lambda _: None)

    def _choose_face(self) -> None:
        path = self._bench.dialogs.face(self._bench.window)
        if path is not None:
            work = partial(faces.checked_face, path)
            self._bench.tasks.read(self, work, self._page.paper.take_face)

    def _choose_second(self) -> None:
        folder = self._bench.dialogs.folder(self._bench.window)
        if folder is not None:
            self._page.data.take_second(folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._bench.office.place.root)))
