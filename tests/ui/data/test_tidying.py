"""The database is tidied once in a while, and never under somebody who has a report open."""

import datetime as dt
from functools import partial

import pytest

from desktop_app.paths import DataPlace
from desktop_app.report.originals import Treatment, treated_name
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.storage.store import Store
from desktop_app.ui import app as composition
from desktop_app.ui.desk import tidying
from desktop_app.ui.desk.tidying import Tidying
from desktop_app.ui.window import Window
from tests.ui.journeys import open_new
from tests.ui.person import is_seen, until

ORIGINAL = "photos/0001.jpg"
TURNED = treated_name(ORIGINAL, Treatment(turn=90))
FILES = {ORIGINAL: b"as it was taken", TURNED: b"turned"}
REPORT = Report(fiscal_year=2566, activities=(Activity(photos=(Photo(file=TURNED),)),))
HOURS = 10_000_000


@pytest.fixture
def printed(place: DataPlace) -> DataPlace:
    """Two reports are stored; the photo of the one that was printed needs its original no longer."""
    with Store.open(place.database) as store:
        store.save(Report(fiscal_year=2567))
        store.save(REPORT, FILES)
        store.note_printed(REPORT, dt.datetime.now(dt.UTC))
    return place


def shown(place: DataPlace) -> tuple[Window, Tidying]:
    window = composition.opened(place)
    window.resize(1366, 728)
    window.show()
    window.activateWindow()
    until(lambda: is_seen(window, "reports"))
    (found,) = window.findChildren(Tidying)
    return window, found


def close(window: Window) -> None:
    window.close()
    until(lambda: not window.isVisible())


def is_under_way(one: Tidying) -> bool:
    return one.is_under_way


def files(place: DataPlace) -> set[str]:
    with Store.open(place.database) as store:
        return set(store.load(REPORT.id).files)


def test_what_nothing_needs_goes_once_a_week(
    app: object, printed: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    monkeypatch.setattr(tidying, "QUIET", 0)
    window, _ = shown(printed)
    until(partial(window.remembered, "data/tidied"))
    assert files(printed) == {TURNED}
    close(window)
    monkeypatch.setattr(tidying, "QUIET", HOURS)
    window, again = shown(printed)
    again.begin()
    assert not is_under_way(again)
    week_ago = dt.datetime.now().astimezone().date() - tidying.EVERY
    window.remember("data/tidied", week_ago.isoformat())
    again.begin()
    assert is_under_way(again)
    close(window)


def test_whoever_opens_a_report_is_left_alone(
    app: object, printed: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    monkeypatch.setattr(tidying, "QUIET", 0)
    monkeypatch.setattr(tidying, "BETWEEN", HOURS)
    window, begun = shown(printed)
    until(lambda: begun.is_under_way)
    open_new(window)
    begun.begin()
    assert not begun.is_under_way
    assert files(printed) == set(FILES)
    assert window.remembered("data/tidied") == ""
    close(window)
