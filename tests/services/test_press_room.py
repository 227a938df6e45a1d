"""Pages come from a process of their own, which ends with its window and is started again."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Event, Timer
from types import SimpleNamespace

import pymupdf
import pytest
from PIL import Image

from desktop_app.errors import EnvironmentFault
from desktop_app.logs import log_bug, log_file
from desktop_app.paths import DataPlace, resource
from desktop_app.report.editing import with_value
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import Photo
from desktop_app.services import settings
from desktop_app.services.press.messages import GivenUp, PressFailed
from desktop_app.services.press.room import PressRoom
from desktop_app.services.printing import print_document
from desktop_app.services.settings import Margins, Settings, write_settings
from desktop_app.services.words.wordlist import write_words
from tests.benchmarks.prose import long_report
from tests.readers import by_pdfium
from tests.storage.samples import FULL, FULL_FILES

SAMPLE = read_package(resource("samples", "phitsanulok-2566", "report.json"))

WORD = "รับมือสถานการณ์"  # which the end of a line parts, as long as nobody calls it one word

IMAGE = b"/Subtype /Image"

WINDOW = """
import multiprocessing, sys, time
from pathlib import Path
from desktop_app.paths import DataPlace
from desktop_app.services.press.room import PressRoom

if __name__ == "__main__":
    room = PressRoom(DataPlace(Path(sys.argv[1])))
    room.warm_up()
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    return DataPlace(tmp_path / "ข้อมูล")


@pytest.fixture
def room(place: DataPlace) -> Iterator[PressRoom]:
    made = PressRoom(place)
    yield made
    made.close()


def children() -> list[int]:
    return [one.pid for one in multiprocessing.active_children() if one.pid is not None]


def with_photo(colour: str) -> Package:
    """Return the sample with a photo of one colour."""
    data = BytesIO()
    Image.new("RGB", (300, 200), colour).save(data, "JPEG")
    report = with_value(SAMPLE.report, ("activities", 0, "photos"), (Photo(file="photos/1.jpg"),))
    return Package(report, {"photos/1.jpg": data.getvalue()})


def grey_dots(pdf: bytes) -> int:
    """Return how much of the last page is grey, as the grey photo is."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return document[len(document) - 1].get_pixmap().samples.count(128)


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    """Tell whether a process has ended; one that nobody has asked after yet counts as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_the_pages_are_those_that_are_set_here(room: PressRoom) -> None:
    there, here = room.set_document(SAMPLE), print_document(SAMPLE)
    assert by_pdfium(there.pdf) == by_pdfium(here.pdf)
    assert there.page_count == here.page_count
    assert {path: tuple(spot) for path, spot in there.places.items()} == {
        path: (at.page, at.top) for path, at in here.places.items()
    }
    assert there.missing == here.missing == frozenset()


def test_files_that_stay_are_there_for_the_next_setting(room: PressRoom) -> None:
    grey, black = with_photo("grey"), with_photo("black")
    assert room.set_document(grey).pdf.count(IMAGE) == 1
    assert room.set_document(Package(grey.report, dict(grey.files))).pdf.count(IMAGE) == 1
    assert room.set_document(SAMPLE).pdf.count(IMAGE) == 2
    assert room.set_document(grey).pdf.count(IMAGE) == 1
    assert grey_dots(room.set_document(black).pdf) < grey_dots(room.set_document(grey).pdf) / 9


def test_a_dead_press_is_started_again(room: PressRoom) -> None:
    room.set_document(Package(FULL, FULL_FILES))
    (pid,) = children()
    os.kill(pid, signal.SIGTERM)
    assert room.set_document(Package(FULL, FULL_FILES)).page_count > 0
    assert children() != [pid]


def test_a_fault_keeps_its_words(room: PressRoom, place: DataPlace) -> None:
    place.words.mkdir(parents=True)
    with pytest.raises(EnvironmentFault) as caught:
        room.set_document(SAMPLE)
    assert "words.txt" in caught.value.said.th
    place.words.rmdir()
    assert room.set_document(SAMPLE).page_count == 3


@pytest.fixture
def _own_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the program's logger as it was when the test ends."""
    logger = logging.getLogger("desktop_app")
    for name, value in (("handlers", []), ("level", 0), ("propagate", False)):
        monkeypatch.setattr(logger, name, value)


@pytest.mark.usefixtures("_own_log")
def test_a_bug_is_logged_with_where_it_was_there_and_without_the_report(
    room: PressRoom, place: DataPlace, capfd: pytest.CaptureFixture[str]
) -> None:
    quoting = SimpleNamespace(strip=partial(int, "Somchai Jaidee"))
    broken = FULL.model_copy(update={"introduction": quoting})
    with pytest.raises(PressFailed) as caught:
        room.set_document(Package(broken, FULL_FILES))
    assert room.set_document(SAMPLE).page_count == 3
    log_bug(place, caught.value)
    logged = log_file(place).read_text(encoding="utf-8")
    for part in ("PressFailed", "press/work.py", "document/sentences.py", "ValueError(str)"):
        assert part in logged
    assert "Jaidee" not in logged + str(caught.value) + capfd.readouterr().err


@pytest.mark.usefixtures("_own_log")
def test_a_press_that_cannot_be_loaded_is_a_bug_too(
    room: PressRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "uharfbuzz.py").write_text("1 / 0", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)  # which the child is given
    with pytest.raises(PressFailed, match=r"uharfbuzz[^$]*ZeroDivisionError"):
        room.set_document(SAMPLE)


def test_words_and_paper_count_at_the_next_setting_by_the_same_child(
    room: PressRoom, place: DataPlace
) -> None:
    plain = room.set_document(SAMPLE)
    before = children()
    write_words(place, [WORD])
    worded = room.set_document(SAMPLE)
    assert by_pdfium(worded.pdf) != by_pdfium(plain.pdf)
    write_words(place, [])
    margins = Margins(left=60, right=60)
    write_settings(place, Settings(paper=settings.Paper(margins=margins)))
    assert room.set_document(SAMPLE).page_count > plain.page_count
    write_settings(place, Settings())
    assert by_pdfium(room.set_document(SAMPLE).pdf) == by_pdfium(plain.pdf)
    assert children() == before


def test_a_closed_room_sets_nothing_more(room: PressRoom) -> None:
    room.warm_up()
    assert len(children()) == 1
    room.close()
    assert children() == []
    with pytest.raises(GivenUp):
        room.set_document(SAMPLE)


def test_who_waits_next_need_not_wait_for_pages_that_are_unwanted(room: PressRoom) -> None:
    room.set_document(SAMPLE)
    before, unwanted = children(), Event()
    soon = Timer(0.05, unwanted.set)
    soon.start()
    with pytest.raises(GivenUp):
        room.set_document(Package(long_report(100), {}), unwanted)
    assert room.set_document(SAMPLE).page_count == 3
    assert children() == before


def test_what_is_unwanted_before_its_turn_is_not_begun(room: PressRoom) -> None:
    unwanted = Event()
    unwanted.set()
    with pytest.raises(GivenUp):
        room.set_document(SAMPLE, unwanted)
    assert room.set_document(SAMPLE, Event()).page_count == 3


@pytest.mark.skipif(sys.platform == "win32", reason="asks /proc after a process")
def test_the_press_ends_with_a_window_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    root = Path(__file__).parents[2]
    window = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert window.stdout is not None
    pid = int(window.stdout.readline())
    assert not is_gone(pid)
    window.kill()
    _, said = window.communicate(timeout=30)
    until(lambda: is_gone(pid))
    assert said == ""
