"""Where the window is put together: it is shown first, and everything else is loaded after."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication

from desktop_app.logs import log_bug, start_logging
from desktop_app.paths import DataPlace
from desktop_app.services.chosen_language import chosen_language
from desktop_app.ui import arriving
from desktop_app.ui.language import speak
from desktop_app.ui.look import theme
from desktop_app.ui.running.collecting import collect_seldom, spare_what_is_loaded
from desktop_app.ui.running.crash import BugCatcher
from desktop_app.ui.running.importing import import_plainly
from desktop_app.ui.running.lasting import make_singletons_last
from desktop_app.ui.running.loading import load_in_turns
from desktop_app.ui.running.one_window import claim
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window

SWITCH = 0.0005
"""Seconds until busy threads make room for the window's; Python's own 0.005 would be felt."""

if TYPE_CHECKING:
    from desktop_app.storage.store import Store
    from desktop_app.ui.home.home import Home
    from desktop_app.ui.office import Holding, Office
    from desktop_app.ui.photos.darkroom import Darkroom


def run(place: DataPlace) -> int:
    """Open the window on the reports of `place`, and return the exit status once it is closed.

    Where a window is open on them already, it comes forward instead.
    """
    start_logging(place)
    app = prepared(QApplication(sys.argv[:1]))
    only = claim(place, app)
    if only is None:
        return 0
    window = opened(place)
    only.called.connect(window.come_forward)
    window.show()
    return app.exec()


def prepared(app: QApplication) -> QApplication:
    """Give the program its name, its look, and Thai for its language until another is chosen."""
    make_singletons_last()
    import_plainly()
    sys.setswitchinterval(SWITCH)
    collect_seldom()
    app.setApplicationName("suanruam")
    theme.dress(app)
    speak("th")
    return app


def opened(place: DataPlace) -> Window:
    """Return the window, ready to be shown; the reports come once the event loop runs."""
    speak(chosen_language(place))
    window = Window(place)
    tasks = Tasks(window)
    tasks.failed.connect(window.messages.say_fault)
    tasks.slow.connect(window.strip.setVisible)
    catcher = BugCatcher(partial(log_bug, place), window)
    catcher.fault.connect(window.messages.say_fault)
    catcher.install()
    first = partial(_show_first, window, tasks, place)
    views = partial(load_in_turns, window, arriving.FIRST, first)
    window.seen.connect(partial(tasks.read, window, arriving.base_of_first, lambda _: views()))
    return window


def _show_first(window: Window, tasks: Tasks, place: DataPlace) -> None:
    """Show all reports, as yet empty, and load the rest; what is asked for meanwhile is kept."""
    from desktop_app.ui.home.home import Home

    home = Home()
    asked: list[SignalInstance] = []
    for signal in home.early():
        signal.connect(partial(asked.append, signal))
    window.show_view(home)
    home.begin()
    begin = partial(_begin, window, tasks, home, asked)
    tasks.read(
        window,
        partial(loaded, place),
        lambda office: load_in_turns(window, arriving.REST, partial(begin, office)),
    )


def loaded(place: DataPlace) -> "Office":
    """Load what the views stand on, and return who they ask; away from the window's thread."""
    from desktop_app.services.press.room import PressRoom
    from desktop_app.ui.office import Office

    arriving.base()
    made = (partial(_store, place), PressRoom(place), _darkroom, partial(_held, place))
    return Office(place, *made)


def _held(place: DataPlace) -> "Holding":
    from desktop_app.storage.lock import DatabaseLock

    return DatabaseLock.take(place.database)


def _store(place: DataPlace) -> "Store":
    from desktop_app.storage.store import Store

    return Store.open(place.database, place.backups)


def _darkroom() -> "Darkroom":
    from desktop_app.pictures import photo

    return photo


def _begin(
    window: Window, tasks: Tasks, home: "Home", asked: list[SignalInstance], office: "Office"
) -> None:
    """Serve what is shown, and do what was asked for last while nobody could."""
    from desktop_app.ui.desk.desk import Desk
    from desktop_app.ui.dialogs import Dialogs

    spare_what_is_loaded()
    desk = Desk(window, office, tasks, Dialogs())
    for catcher in window.findChildren(BugCatcher):
        catcher.rescue = desk.rescue
    desk.begin(home)
    if asked:
        asked[-1].emit()
