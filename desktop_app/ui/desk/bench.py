"""What every part of the desk works with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window

if TYPE_CHECKING:
    from desktop_app.ui.office import Office

FOLDER = "data/folder"
"""Where the window remembers the folder of the files that were brought in last."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The window, the floors below, work beside the window's thread, and the system's dialogs."""

    window: Window
    office: "Office"
    tasks: Tasks
    dialogs: Dialogs
