"""Words that do not reach the disk: neither home nor closing leaves them behind without a word."""

import sys

import pytest
from PySide6.QtCore import Qt

from desktop_app.paths import DataPlace
from desktop_app.storage.store import Store
from desktop_app.ui.desk.keeping import Keeping
from desktop_app.ui.window import Window
from tests.ui.data.ways import message, said
from tests.ui.journeys import open_new
from tests.ui.person import click, is_seen, press, settle, type_text, until


def stored(place: DataPlace) -> list[str]:
    with Store.open(place.database) as store:
        return [one.agency for one in store.summaries()]


@pytest.fixture
def bugs(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The bugs that reach the crash dialog."""
    del window
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    return caught


def broken(*_: object) -> None:
    raise ZeroDivisionError


def test_what_a_bug_kept_from_the_disk_is_not_left_unawares(
    window: Window,
    place: DataPlace,
    bugs: list[type[BaseException]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_new(window)
    press(Qt.Key.Key_Tab)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", broken)
        type_text("อำเภอ")
        until(lambda: is_seen(window, "retry_save"))
        assert said(window, "save_state") == "ยังไม่ได้บันทึก"
        assert "เพราะโปรแกรมผิดพลาด" in message(window)
        click(window, "back_home")
        until(lambda: is_seen(window, "message_act"))
        assert is_seen(window, "outline")
        window.close()
        settle()
        assert window.isVisible()
    assert bugs == [ZeroDivisionError]
    click(window, "retry_save")
    until(lambda: said(window, "save_state").startswith("บันทึกแล้ว"))
    assert stored(place) == ["อำเภอ"]


def test_a_bug_in_closing_leaves_the_window_open(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_new(window)
    with monkeypatch.context() as patch:
        patch.setattr(Keeping, "may_close", broken)
        with pytest.raises(ZeroDivisionError):
            window.close()
        assert window.isVisible()
