"""The pages about data: backups, going back, merging, histories, and data that will not open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtCore import Qt

from desktop_app.paths import DataPlace
from desktop_app.report.values import Activity, Agency, Report
from desktop_app.services.backups import back_up
from desktop_app.storage.store import Store
from desktop_app.ui.window import Window
from tests.looks.home_stories import at_list
from tests.looks.offices import LONGEST, MANY, PROSE, busy_office
from tests.looks.stand import Stand, Story
from tests.storage.test_history import age
from tests.ui.data.test_data_manners import every_page
from tests.ui.data.test_history_page import BEFORE
from tests.ui.data.test_merge_page import LONG, report
from tests.ui.data.ways import Answers, ask
from tests.ui.person import CONTROL, click, is_seen, pause, press, until

KEY = Qt.Key


def _filled(place: DataPlace) -> DataPlace:
    whole = BEFORE.model_copy(update={"introduction": LONG})
    with Store.open(place.database) as store:
        store.save(BEFORE)
        store.save(whole)
        for name in ("อำเภอพรหมพิราม", "อำเภอบางระกำ", LONGEST):
            store.save(report(name, activities=(Activity(name=f"ประชุม{name}"),)))
    place.backups.mkdir()
    for name in ("20230222-133000-auto", "20230301-090000-before-merge"):
        back_up(place.database, place.backups / f"suanruam-{name}.zip")
    return place


@contextmanager
def _answered() -> Iterator[Answers]:
    made = Answers()
    with mock.patch("desktop_app.ui.dialogs.Dialogs", return_value=made):
        yield made


def data(stand: Stand) -> None:
    """Every page about data, in the order of a walk through them."""
    with _answered() as answers, stand.opened(_filled(DataPlace(stand.folder / "data"))) as window:
        for view in every_page(window, answers, stand.folder):
            stand.take_whole(view)


def data_running(stand: Stand) -> None:
    """A backup of much, and a folder that is away."""
    place = busy_office(DataPlace(stand.folder / "data"))
    with _answered() as answers, stand.opened(place) as window:
        at_list(window)
        answers.chosen = stand.folder
        ask(window, "backup")
        until(lambda: is_seen(window, "begin_backup"))
        click(window, "other_folder")
        stand.take_whole("chosen")
        answers.chosen = Path("/nowhere")


def history(stand: Stand) -> None:
    """What a report was, and parts of it brought back."""
    place = busy_office(DataPlace(stand.folder / "data"))
    with Store.open(place.database) as store:
        now = store.load(MANY)
        changed = _changed(now.report)
        store.save(changed)
        store.save(changed.model_copy(update={"introduction": "ความนำใหม่"}))
    age(place.database, MANY, {1: 40, 2: 1})
    with stand.opened(place) as window:
        at_list(window).choose(MANY)
        press(KEY.Key_Return)
        until(lambda: is_seen(window, "page_title"))
        press(KEY.Key_H, CONTROL)
        until(lambda: is_seen(window, "revisions"))
        stand.take("newest")
        press(KEY.Key_End)
        pause(400)
        stand.take_whole("oldest")
        _as_pages(stand, window)


def _as_pages(stand: Stand, window: Window) -> None:
    click(window, "as_pages")
    pause(1500)
    stand.take("as-pages")


def _changed(now: Report) -> Report:
    first = now.activities[0].model_copy(update={"issues": ("ขยะ", PROSE), "results": ()})
    agency = Agency(kind=now.agency.kind, name="เทศบาลตำบลบ้านน้อย", province="พิษณุโลก")
    return now.model_copy(update={"activities": (first, *now.activities[2:]), "agency": agency})


STORIES: tuple[Story, ...] = (data, data_running, history)
