"""What the office makes late: one part at a time, also what is made anew."""

import threading
from typing import NoReturn, cast

import pytest

from desktop_app.paths import DataPlace
from desktop_app.services.press.room import PressRoom
from desktop_app.services.settings import Alignment, Paper, Settings
from desktop_app.ui import office as module
from desktop_app.ui.office import Office
from desktop_app.ui.photos.darkroom import Darkroom


def never() -> NoReturn:
    raise AssertionError("nothing of this is needed")


def test_what_is_made_anew_waits_for_what_is_being_made(
    place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, made = threading.Event(), threading.Event(), list[str]()

    def darkroom() -> Darkroom:
        begun.set()
        go.wait(10)
        made.append("darkroom")
        return cast("Darkroom", None)

    def speller(*_: object) -> object:
        made.append("speller")
        raise LookupError

    monkeypatch.setattr(module, "speller", speller)
    office = Office(place, never, PressRoom(place), darkroom, never)
    office.keep_words(["ทับยายเชียง"])
    office.keep_settings(Settings(paper=Paper(alignment=Alignment.LEFT)))
    other = threading.Thread(target=office.darkroom)
    other.start()
    assert begun.wait(10)
    threading.Timer(0.2, go.set).start()
    with pytest.raises(LookupError):
        office.doubts("คำ")
    other.join()
    assert made == ["darkroom", "speller"]
