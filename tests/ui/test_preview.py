"""The page beside the form: the newest report's, drawn sharp, scrolled to what is edited."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop_app.paths import resource
from desktop_app.report.editing import Path
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import Report
from desktop_app.services.press.messages import given_up
from desktop_app.services.printing import print_document
from desktop_app.ui.office import SAMPLE
from desktop_app.ui.preview.arranging import Fit
from desktop_app.ui.preview.page_view import PageView
from desktop_app.ui.preview.preview import Preview
from desktop_app.ui.running.tasks import Tasks
from tests.ui.person import pause, press, seen, settle, show, type_text, until


@dataclass(frozen=True)
class Spot:
    page: int
    top: float


@dataclass(frozen=True)
class Paper:
    pdf: bytes
    page_count: int
    places: Mapping[Path, Spot] = field(default_factory=dict)


def paper(pages: int, places: Mapping[Path, Spot] | None = None) -> Paper:
    """Return a document on A4 with a black band across the top of each page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(72)
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.fillRect(0, 20, 595, 40, "black")
    painter.end()
    return Paper(bytes(buffer.data().data()), pages, places or {})


def package(year: int) -> Package:
    return Package(Report(fiscal_year=year))


class Setter:
    """Sets a report as many pages as its year's last digit, when it is let, or stops, if it can."""

    def __init__(self, places: Mapping[Path, Spot] | None = None, *, stops: bool = False) -> None:
        self.stops = stops
        self.stopped: list[int] = []
        self.years: list[int] = []
        self.unwanted: list[threading.Event] = []
        self.gate = threading.Event()
        self.gate.set()
        self._places = places

    def __call__(self, wanted: Package, unwanted: threading.Event) -> Paper:
        self.unwanted.append(unwanted)
        self.years.append(wanted.report.fiscal_year)
        end = time.monotonic() + 10
        while self.stops and not self.gate.wait(0.01):
            if unwanted.is_set():
                self.stopped.append(wanted.report.fiscal_year)
                raise given_up()
            assert time.monotonic() < end
        self.gate.wait(10)
        return paper(wanted.report.fiscal_year % 10, self._places)


def shown(tasks: Tasks, setter: Callable[[Package, threading.Event], Paper]) -> Preview:
    preview = Preview(tasks, setter)
    preview.resize(420, 500)
    show(preview)
    return preview


def page_words(preview: Preview) -> str:
    return seen(preview, "preview_page", QLabel).text()


def test_only_the_newest_of_many_changes_is_set(tasks: Tasks) -> None:
    setter = Setter()
    setter.gate.clear()
    preview = shown(tasks, setter)
    preview.show_package(package(2561), at_once=True)
    until(lambda: setter.years)
    for year in (2562, 2563, 2564):
        preview.show_package(package(year), at_once=True)
    setter.gate.set()
    until(lambda: page_words(preview) == "หน้า 1 / 4")
    assert setter.years == [2561, 2564]


def test_pages_that_nobody_waits_for_make_way(tasks: Tasks) -> None:
    setter = Setter(stops=True)
    setter.gate.clear()
    preview = shown(tasks, setter)
    preview.show_package(package(2561), at_once=True)
    until(lambda: setter.years)
    preview.show_package(package(2562), at_once=True)
    until(lambda: setter.years == [2561, 2562])
    preview.show_package(package(2563), at_once=True)
    told = [one.is_set() for one in setter.unwanted]
    assert told == [True, False]  # or who never stops typing would see no page at all
    setter.gate.set()
    until(lambda: page_words(preview) == "หน้า 1 / 3")
    setter.gate.clear()
    preview.show_package(package(2564), at_once=True)
    until(lambda: 2564 in setter.years)
    preview.deleteLater()
    until(lambda: setter.stopped == [2561, 2564])


def test_a_folded_preview_sets_nothing_until_it_is_unfolded(tasks: Tasks) -> None:
    setter = Setter()
    preview = shown(tasks, setter)
    preview.hide()
    preview.show_package(package(2562), at_once=True)
    pause(50)
    assert setter.years == []
    preview.show()
    until(lambda: page_words(preview) == "หน้า 1 / 2")


def test_it_scrolls_to_what_is_edited(tasks: Tasks) -> None:
    places = {("activities", 0, "issues"): Spot(2, 400.0), ("title",): Spot(0, 100.0)}
    preview = shown(tasks, Setter(places))
    preview.show_package(package(2563), at_once=True)
    until(lambda: page_words(preview) == "หน้า 1 / 3")
    preview.follow(("activities", 0, "issues", 1))
    assert page_words(preview) == "หน้า 3 / 3"
    preview.follow(("activities", 0))
    assert page_words(preview) == "หน้า 3 / 3"
    preview.follow(("title",))
    assert page_words(preview) == "หน้า 1 / 3"


def test_a_click_on_the_page_leads_to_what_stands_there(tasks: Tasks) -> None:
    preview = shown(tasks, Setter({("title",): Spot(0, 50.0), ("agency", "name"): Spot(0, 300.0)}))
    preview.show_package(package(2561), at_once=True)
    until(lambda: page_words(preview))
    paths: list[Path] = []
    preview.jump_asked.connect(paths.append)
    view = seen(preview, "page_view", PageView)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 320))
    assert paths == [("title",), ("agency", "name")]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_the_page_is_drawn_at_every_zoom(tasks: Tasks, zoom: float) -> None:
    preview = shown(tasks, Setter())
    preview.show_package(package(2561), at_once=True)
    until(lambda: page_words(preview))
    view = seen(preview, "page_view", PageView)
    view.set_zoom(zoom)
    view.verticalScrollBar().setValue(0)
    view.horizontalScrollBar().setValue(0)

    def band_is_there() -> bool:
        settle()
        image = view.viewport().grab().toImage()
        y = round(12 + 40 * zoom * view.logicalDpiY() / 72)
        return image.pixelColor(image.width() // 2, y).lightness() < 60

    until(band_is_there)
    assert seen(preview, "zoom", QPushButton).text() == f"{zoom:.0%}"


def test_a_page_fits_by_its_width_or_as_a_whole(tasks: Tasks) -> None:
    preview = shown(tasks, Setter())
    preview.resize(900, 500)
    preview.show_package(package(2562), at_once=True)
    until(lambda: page_words(preview))
    view = seen(preview, "page_view", PageView)
    assert 595 * view.part * view.logicalDpiX() / 72 == pytest.approx(
        view.viewport().width(), abs=30
    )
    view.set_zoom(Fit.PAGE)
    whole = 842 * view.part * view.logicalDpiX() / 72
    assert whole == pytest.approx(view.viewport().height(), abs=30)


def test_one_page_at_a_time_turns_whole_pages(tasks: Tasks) -> None:
    preview = shown(tasks, Setter())
    preview.show_package(package(2563), at_once=True)
    until(lambda: page_words(preview))
    view = seen(preview, "page_view", PageView)
    view.set_zoom(Fit.PAGE)
    view.set_one_by_one(True)
    view.setFocus()
    for said in ("หน้า 2 / 3", "หน้า 3 / 3", "หน้า 3 / 3"):
        press(Qt.Key.Key_PageDown)
        assert page_words(preview) == said
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    press(Qt.Key.Key_PageUp)
    assert page_words(preview) == "หน้า 2 / 3"


def test_the_label_names_the_page_of_what_is_marked(tasks: Tasks) -> None:
    """Even where most of the view shows the page before."""
    preview = shown(tasks, Setter({("title",): Spot(1, 5.0)}))
    preview.show_package(package(2562), at_once=True)
    until(lambda: page_words(preview) == "หน้า 1 / 2")
    view = seen(preview, "page_view", PageView)
    view.set_zoom(0.5)
    view.verticalScrollBar().setValue(150)
    assert page_words(preview) == "หน้า 1 / 2"
    preview.follow(("title",))
    assert page_words(preview) == "หน้า 2 / 2"


@pytest.fixture(scope="module")
def reference() -> Paper:
    """The sample as it is printed, whose words can be looked for."""
    done = print_document(read_package(resource(*SAMPLE)))
    return Paper(done.pdf, done.page_count)


def looked_for(preview: Preview, text: str) -> str:
    """Type what is looked for, and return what the strip says of it."""
    field = seen(preview, "find_words", QLineEdit)
    field.selectAll()
    said = seen(preview, "find_count", QLabel)
    said.setText("")
    type_text(text)
    until(said.text)
    return said.text()


def test_words_are_found_as_people_read_them(tasks: Tasks, reference: Paper) -> None:
    preview = shown(tasks, lambda *_: reference)
    preview.show_package(package(2563), at_once=True)
    until(lambda: page_words(preview) == "หน้า 1 / 3")
    preview.look_for()
    assert looked_for(preview, "771").endswith(" / 1")
    assert looked_for(preview, "๗๗๑").endswith(" / 1")
    assert page_words(preview) == "หน้า 2 / 3"
    assert looked_for(preview, "นํ้ามันเครื่องบิน") == "ไม่พบ"
    # A line of the paper ends within these words.
    assert looked_for(preview, "ความตระหนักให้ประชาชน") == "1 / 1"


def test_f3_goes_round_what_was_found(tasks: Tasks, reference: Paper) -> None:
    preview = shown(tasks, lambda *_: reference)
    preview.show_package(package(2563), at_once=True)
    until(lambda: page_words(preview))
    preview.look_for()
    assert looked_for(preview, "จังหวัดพิษณุโลก").startswith("1 / ")
    said = seen(preview, "find_count", QLabel)
    count = int(said.text().split(" / ")[1])
    preview.look_for_next(-1)
    assert said.text() == f"{count} / {count}"
    preview.look_for_next(1)
    assert said.text() == f"1 / {count}"
    press(Qt.Key.Key_Escape)
    assert not said.isVisible()
    assert seen(preview, "page_view", PageView).hasFocus()
