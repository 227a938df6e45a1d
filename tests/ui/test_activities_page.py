"""The list of activities: also a long one comes whole, and the keyboard goes through it in order."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop_app.report.values import Activity, Report, Session
from desktop_app.ui.editing.edits import Edit, edited
from desktop_app.ui.wizard.activities_page import PATH, ActivitiesPage
from tests.ui.person import CONTROL, is_seen, keyboard, press, seen, settle, show, until

pytestmark = pytest.mark.usefixtures("app")
KEY = Qt.Key


class Listed:
    """The page over a report that its edits change."""

    def __init__(self, count: int) -> None:
        activities = tuple(Activity(name=f"กิจกรรม {number}") for number in range(count))
        self.report = Report(fiscal_year=2566, activities=activities)
        self.page = ActivitiesPage(self.report)
        self.page.edited.connect(self._edit)
        self.page.resize(640, 480)
        show(self.page)
        until(lambda: not count or is_seen(self.page, f"activity_{count - 1}"))
        settle()

    def _edit(self, path: object, field: object, edit: Edit) -> None:
        del path, field
        self.report = edited(self.report, PATH, edit)
        self.page.show_report(self.report)

    def focus_order(self) -> list[str]:
        """Return what Tab reaches from the first activity to the button that adds one."""
        seen(self.page, "activity_0", QWidget).setFocus()
        names = [keyboard().objectName()]
        while names[-1] != "add_activity_in_list":
            press(KEY.Key_Tab)
            names.append(keyboard().objectName())
        return names


def expected(count: int) -> list[str]:
    order: list[str] = []
    for number in range(count):
        order.append(f"activity_{number}")
        order += [f"up_activity_{number}"] * (number > 0)
        order += [f"down_activity_{number}"] * (number + 1 < count)
        order += [f"copy_activity_{number}", f"remove_activity_{number}"]
    return [*order, "add_activity_in_list"]


@pytest.mark.parametrize("count", [3, 30])
def test_tab_goes_through_the_list_line_by_line(count: int) -> None:
    listed = Listed(count)
    assert listed.focus_order() == expected(count)


def test_the_keyboard_stays_with_what_it_moves_far_down_a_long_list() -> None:
    listed = Listed(30)
    seen(listed.page, "activity_28", QPushButton).setFocus()
    press(KEY.Key_Down, CONTROL)
    until(lambda: is_seen(listed.page, "activity_29"))
    settle()
    assert keyboard().objectName() == "activity_29"
    assert listed.report.activities[29].name == "กิจกรรม 28"
    assert listed.focus_order() == expected(30)


def test_the_last_one_removed_leaves_the_invitation() -> None:
    listed = Listed(1)
    seen(listed.page, "activity_0", QPushButton).setFocus()
    press(KEY.Key_Delete)
    assert listed.report.activities == ()
    assert not is_seen(listed.page, "activity_0")
    assert is_seen(listed.page, "add_activity_in_list")


def test_of_a_sitting_of_several_days_both_ends_are_shown() -> None:
    days = [
        (dt.date(2023, 7, 24), dt.date(2023, 7, 26), "24–26 ก.ค. 2566"),
        (dt.date(2023, 7, 31), dt.date(2023, 8, 1), "31 ก.ค. 2566 – 1 ส.ค. 2566"),
        (dt.date(2023, 7, 24), None, "24 ก.ค. 2566"),
    ]
    activities = tuple(
        Activity(sessions=(Session(date=first, end_date=end),)) for first, end, _ in days
    )
    page = ActivitiesPage(Report(fiscal_year=2566, activities=activities))
    show(page)
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert shown == [said for *_, said in days]
