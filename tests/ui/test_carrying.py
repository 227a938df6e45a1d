"""Rows are carried to another place by the mouse, and what happens on the way is to be seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from desktop_app.report.fields import SIGNATORIES, Section
from desktop_app.report.values import (
    Activity,
    Group,
    Participants,
    Photo,
    Report,
    Signatory,
)
from desktop_app.report.values import Session as Sitting
from desktop_app.ui.look.carrying import Handle
from desktop_app.ui.look.tokens import LIGHT
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.window import Window
from desktop_app.ui.wizard.activities_page import ActivitiesPage
from tests.ui.forms import Form, clause
from tests.ui.journeys import go_to_page, open_sample
from tests.ui.person import (
    CONTROL,
    SHIFT,
    click,
    is_seen,
    press,
    seen,
    settle,
    show,
    type_text,
    until,
)

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
HELD = QPoint(8, 8)
NAMES = ("หนึ่ง", "สอง", "สาม")


class Hand:
    """A mouse that has taken hold of the handle of one row."""

    def __init__(self, where: QWidget, index: int) -> None:
        self.where = where
        self.handle = handles(where)[index]
        QTest.mousePress(self.handle, LEFT, pos=HELD)

    def go_before(self, index: int) -> int:
        """Carry what is held onto the upper part of another row; return the height there."""
        return self.go_to(place_of(self.where, handles(self.where)[index]).top() + 2)

    def go_to(self, height: int) -> int:
        """Carry what is held to a height of the page."""
        start = self.handle.mapTo(self.where, HELD)
        for part in (1, 2, 3):
            at = QPoint(start.x(), start.y() + (height - start.y()) * part // 3)
            QTest.mouseMove(self.handle, self.handle.mapFrom(self.where, at))
        settle()
        return height

    def let_go(self) -> None:
        QTest.mouseRelease(self.handle, LEFT, pos=HELD)
        settle()


def handles(where: QWidget) -> list[Handle]:
    """Return the handles that are to be seen, from top to bottom."""
    every = [one for one in where.findChildren(Handle) if one.isVisible()]
    return sorted(every, key=lambda one: one.mapTo(where, QPoint()).y())


def place_of(where: QWidget, what: QWidget) -> QRect:
    return QRect(what.mapTo(where, QPoint()), what.size())


def named(where: QWidget, name: str) -> QRect:
    """Return where what is called `name` is to be seen."""
    return place_of(where, seen(where, name, QWidget))


def form(tasks: Tasks, section: Section, report: Report, rows: int) -> Form:
    shown = Form(section, report, tasks)
    until(lambda: len(handles(shown.page)) == rows)
    settle()
    return shown


def topics(tasks: Tasks, names: tuple[str, ...] = NAMES) -> Form:
    report = Report(fiscal_year=2566, activities=(Activity(issues=names),))
    return form(tasks, clause(3), report, len(names))


def is_something_carried(where: QWidget) -> bool:
    return any(is_seen(where, one) for one in ("lifted_picture", "empty_place", "insertion_line"))


def test_a_line_stands_where_the_row_will_land(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 0)
    assert not is_something_carried(shown.page), "a mere press lifts nothing"
    hand.go_before(2)
    line = named(shown.page, "insertion_line")
    second, third = (place_of(shown.page, handles(shown.page)[n]) for n in (1, 2))
    assert second.bottom() < line.center().y() < third.top()
    drawn = shown.page.grab().toImage().pixelColor(line.center())
    assert drawn == QColor(LIGHT.accent)
    hand.let_go()
    assert not is_something_carried(shown.page)
    assert shown.issues() == ("สอง", "หนึ่ง", "สาม")


def test_a_picture_of_the_row_goes_with_the_pointer(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 2)
    height = hand.go_before(1)
    picture = named(shown.page, "lifted_picture")
    assert picture.top() < height < picture.bottom()
    assert named(shown.page, "empty_place").contains(place_of(shown.page, hand.handle).center())
    hand.let_go()


def test_where_the_row_would_stay_there_is_no_line(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 1)
    hand.go_before(2)
    assert is_seen(shown.page, "lifted_picture")
    assert not is_seen(shown.page, "insertion_line")
    hand.let_go()
    assert shown.session.history.undo_label is None


def test_escape_leaves_everything_as_it_was(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 0)
    hand.go_before(2)
    press(KEY.Key_Delete, CONTROL | SHIFT)
    press(KEY.Key_Escape)
    assert not is_something_carried(shown.page)
    hand.go_before(1)
    assert not is_something_carried(shown.page), "until it is taken hold of anew"
    hand.let_go()
    assert shown.issues() == NAMES
    assert shown.session.history.undo_label is None
    type_text("!")
    assert shown.issues() == ("หนึ่ง!", "สอง", "สาม"), "the keyboard types again, where it was"


def test_the_mouse_that_passes_over_a_handle_lifts_nothing(tasks: Tasks) -> None:
    shown = topics(tasks)
    for at in (QPoint(4, 4), QPoint(9, 9), QPoint(9, 30)):
        QTest.mouseMove(handles(shown.page)[0], at)
    settle()
    assert not is_something_carried(shown.page)


def test_a_window_that_is_left_lets_go_of_the_row(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 0)
    hand.go_before(2)
    other = QWidget()
    show(other)
    assert not is_something_carried(shown.page)
    hand.let_go()
    assert shown.issues() == NAMES


def test_a_move_by_hand_is_one_step_back(tasks: Tasks) -> None:
    shown = topics(tasks)
    hand = Hand(shown.page, 2)
    hand.go_before(0)
    hand.let_go()
    assert shown.issues() == ("สาม", "หนึ่ง", "สอง")
    label = shown.session.history.undo_label
    assert label is not None
    assert label.th == "ย้ายประเด็นที่ 3"
    shown.session.undo()
    assert shown.issues() == NAMES


def test_a_long_list_scrolls_at_its_edge(tasks: Tasks) -> None:
    shown = topics(tasks, tuple(f"ประเด็น {number}" for number in range(30)))
    bar = shown.page.verticalScrollBar()
    hand = Hand(shown.page, 0)
    hand.go_to(shown.page.height() - 4)
    until(lambda: bar.maximum() and bar.value() == bar.maximum())
    assert shown.page.rect().contains(named(shown.page, "lifted_picture"))
    hand.let_go()
    until(lambda: shown.issues()[0] == "ประเด็น 1")
    assert shown.issues().index("ประเด็น 0") > 20


THREE = Report(
    fiscal_year=2566,
    activities=(
        Activity(
            sessions=tuple(Sitting(place=one) for one in NAMES),
            participants=Participants(groups=tuple(Group(name=one) for one in NAMES)),
            results=NAMES,
            photos=tuple(Photo(file=f"photos/{one}.jpg", caption=one) for one in NAMES),
        ),
    ),
    signatories=tuple(Signatory(name=one) for one in NAMES),
)
LISTS: list[tuple[Section, int, Callable[[Report], list[str | None]]]] = [
    (clause(2), 3, lambda report: [one.place for one in report.activities[0].sessions]),
    (clause(4), 3, lambda report: [one.name for one in report.activities[0].participants.groups]),
    (clause(5), 3, lambda report: [*report.activities[0].results]),
    (clause(7), 4, lambda report: [one.caption for one in report.activities[0].photos]),
    (SIGNATORIES, 3, lambda report: [one.name for one in report.signatories]),
]


@pytest.mark.parametrize(("section", "rows", "order"), LISTS)
def test_every_kind_of_row_is_carried(
    tasks: Tasks, section: Section, rows: int, order: Callable[[Report], list[str | None]]
) -> None:
    shown = form(tasks, section, THREE, rows)
    hand = Hand(shown.page, 0)
    hand.go_before(2)
    assert is_seen(shown.page, "insertion_line")
    hand.let_go()
    assert order(shown.session.report) == ["สอง", "หนึ่ง", "สาม"]


def three_activities(window: Window) -> QWidget:
    """Show the list of the sample's activity and two more."""
    open_sample(window)
    for name in ("กิจกรรมที่สอง", "กิจกรรมที่สาม"):
        press(KEY.Key_N, CONTROL | SHIFT)
        type_text(name)
    go_to_page(window, "กิจกรรม (3)")
    until(lambda: len(handles(window)) == 3)
    settle()
    return window


def listed(window: QWidget) -> list[str]:
    """Return the activities as their list shows them."""
    shown = window.findChildren(QPushButton)
    names = {
        one.objectName(): one.accessibleName()
        for one in shown
        if one.isVisible() and one.objectName().startswith("activity_")
    }
    return [names[one] for one in sorted(names)]


def test_an_activity_is_carried_in_the_list_of_activities(window: Window) -> None:
    three_activities(window)
    hand = Hand(window, 2)
    hand.go_before(1)
    line = named(window, "insertion_line")
    first, second = (place_of(window, handles(window)[n]) for n in (0, 1))
    assert first.bottom() < line.center().y() < second.top()
    hand.let_go()
    assert listed(window)[1] == "2. กิจกรรมที่สาม"
    press(KEY.Key_Z, CONTROL)
    assert listed(window)[1] == "2. กิจกรรมที่สอง"


def test_the_list_made_anew_keeps_its_round_corners(window: Window) -> None:
    three_activities(window)
    click(window, "down_activity_0")
    (listing,) = (one for one in window.findChildren(ActivitiesPage) if one.isVisible())
    corner = listing.viewport().mapTo(window, QPoint())
    assert window.grab().toImage().pixelColor(corner) == QColor(LIGHT.ground)


def test_escape_leaves_the_activities_in_their_order(window: Window) -> None:
    three_activities(window)
    before = listed(window)
    hand = Hand(window, 0)
    hand.go_before(2)
    assert is_seen(window, "insertion_line")
    press(KEY.Key_Escape)
    hand.let_go()
    assert listed(window) == before
    assert not is_something_carried(window)


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_an_activity_is_copied_and_removed_and_comes_back(window: Window, hand: str) -> None:
    three_activities(window)
    if hand == "mouse":
        click(window, "copy_activity_1")
    else:
        seen(window, "activity_1", QPushButton).setFocus()
        press(KEY.Key_D, CONTROL)
    assert listed(window)[1:] == ["2. กิจกรรมที่สอง", "3. กิจกรรมที่สอง", "4. กิจกรรมที่สาม"]
    if hand == "mouse":
        click(window, "undo")
        click(window, "remove_activity_1")
    else:
        press(KEY.Key_Z, CONTROL)
        seen(window, "activity_1", QPushButton).setFocus()
        press(KEY.Key_Delete)
    assert listed(window)[1:] == ["2. กิจกรรมที่สาม"]
    assert window.messages.text == "ลบกิจกรรมที่ 2 “กิจกรรมที่สอง” แล้ว"
    if hand == "mouse":
        click(window, "message_act")
    else:
        press(KEY.Key_F6)
        press(KEY.Key_Return)
    assert listed(window)[1:] == ["2. กิจกรรมที่สอง", "3. กิจกรรมที่สาม"]
    assert window.messages.text == ""


def test_the_way_back_of_a_removal_goes_with_the_next_step(window: Window) -> None:
    three_activities(window)
    click(window, "remove_activity_2")
    click(window, "down_activity_0")
    assert window.messages.text == "", "it would take back the move"


def test_an_activity_is_carried_in_the_outline(window: Window) -> None:
    three_activities(window)
    rows = seen(window, "outline", QListWidget)
    port = rows.viewport()

    def head(words: str) -> QRect:
        (item,) = rows.findItems(words, Qt.MatchFlag.MatchContains)
        return rows.visualItemRect(item)

    start, end = head("1. ").center(), head("3. ").topLeft() + QPoint(20, 4)
    QTest.mousePress(port, LEFT, pos=start)
    for at in ((start + end) / 2, end):
        QTest.mouseMove(port, at)
    settle()
    line = named(port, "insertion_line")
    assert abs(line.center().y() - head("3. ").top()) <= 2
    press(KEY.Key_Escape)
    QTest.mouseRelease(port, LEFT, pos=end)
    assert not is_something_carried(window)
    assert "2. กิจกรรมที่สอง" in listed(window)
