"""Ways through the whole window that several tests go."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from tests.ui.person import ALT, click, is_seen, pause, press, seen, settle, until


def open_new(window: Window) -> None:
    """Make a new report."""
    click(window, "new_report")
    until(lambda: is_seen(window, "page_title") and title(window))


def open_sample(window: Window) -> None:
    """Open the sample from the empty list."""
    until(lambda: is_seen(window, "open_sample"))
    click(window, "open_sample")
    until(lambda: is_seen(window, "page_title") and title(window))


def title(window: Window) -> str:
    """Return the title of the page that is open."""
    return seen(window, "page_title", QLabel).text()


def page_of_preview(window: Window) -> str:
    """Return which page the preview says that it shows."""
    return seen(window, "preview_page", QLabel).text()


def go_to_page(window: Window, row: str) -> None:
    """Choose a row of the outline by keyboard."""
    rows = seen(window, "outline", QListWidget)
    until(lambda: rows.findItems(row, Qt.MatchFlag.MatchContains))
    (item,) = rows.findItems(row, Qt.MatchFlag.MatchContains)
    rows.setFocus()
    rows.setCurrentItem(item)
    press(Qt.Key.Key_Return)


def until_idle(window: Window) -> None:
    """Let the window live until all that it asked for beside its thread has come back.

    The last of it is told by a signal; what came back may have asked for more, so this asks twice.
    """
    (tasks,) = window.findChildren(Tasks)
    for _ in range(2):
        told: list[bool] = []
        tasks.slow.connect(told.append)
        tasks.read(tasks, lambda: None, lambda _: None)
        until(partial(_is_over, told))
        tasks.slow.disconnect(told.append)
        settle()


def _is_over(told: Sequence[bool]) -> bool:
    return bool(told) and not told[-1]


def is_at_rest(window: Window) -> bool:
    """Whether everything has its place: fields of a page and rows of a list come a few at a time."""
    before = _sizes(window)
    pause(20)
    return _sizes(window) == before


def _sizes(window: Window) -> list[tuple[int, int]]:
    widgets = window.findChildren(QWidget)
    return [(one.width(), one.height()) for one in widgets if one.isVisible()]


def every_view(window: Window) -> Iterator[str]:
    """Go through the beginning, every page of the sample, and the list; yield each one's name."""
    until(lambda: is_seen(window, "open_sample"))
    yield "beginning"
    open_sample(window)
    until(lambda: not is_seen(window, "preview_page") or page_of_preview(window))
    while True:
        until(lambda: is_at_rest(window))
        yield title(window)
        if not is_seen(window, "next"):
            break
        press(Qt.Key.Key_Right, ALT)
    click(window, "back_home")
    until(lambda: is_seen(window, "reports"))
    yield "list"
