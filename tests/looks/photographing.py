"""All pictures of one look, one story after the other; a story that fails does not end the rest."""

import logging
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui import app as composition
from tests.looks import data_stories, dialog_stories, home_stories, report_stories, window_stories
from tests.looks.looks import Look
from tests.looks.stand import Stand, Story

_LOG = logging.getLogger("looks")

STORIES: tuple[Story, ...] = (
    *home_stories.STORIES,
    *report_stories.STORIES,
    *data_stories.STORIES,
    *window_stories.STORIES,
    *dialog_stories.STORIES,
)


def photograph(look: Look, out: Path, only: str) -> int:
    """Tell the stories that have `only` in their names; return how many failed."""
    out.mkdir(parents=True, exist_ok=True)
    app = composition.prepared(QApplication(["suanruam"]))
    if look.dark:
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    return sum(_told(story, app, look, out) for story in STORIES if only in story.__name__)


def _told(story: Story, app: QApplication, look: Look, out: Path) -> int:
    hooks = sys.excepthook
    with tempfile.TemporaryDirectory() as folder:
        stand = Stand(app, look, out, Path(folder))
        stand.story = story.__name__
        for old in out.glob(f"{story.__name__}-*.png"):
            old.unlink()
        try:
            story(stand)
        except AssertionError:  # something never happened, or is not to be seen
            _LOG.exception("%s: %s", look.name, story.__name__)
            return 1
        finally:
            sys.excepthook = hooks
    sys.stdout.write(f"{look.name}: {story.__name__}\n")
    sys.stdout.flush()
    return 0
