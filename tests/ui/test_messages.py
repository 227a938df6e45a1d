"""What the window says at its foot: nothing is lost, faults look like faults, stale words go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.ui.look.notice import FRESH, SHOWN, About, Act, Kind, Notice
from desktop_app.ui.messages import AT_ONCE, MessageBar
from tests.ui.person import press, settle, show, until

FULL = EnvironmentFault(Said("ดิสก์เต็ม", "The disk is full"))


@pytest.fixture
def ground(app: object) -> Iterator[QWidget]:
    """A window with a field, which has the keyboard, above the bar."""
    del app
    made = QWidget()
    made.resize(700, 300)
    column = QVBoxLayout(made)
    field = QLineEdit()
    column.addWidget(field)
    column.addWidget(MessageBar())
    show(made)
    field.setFocus()
    yield made
    made.close()


@pytest.fixture
def bar(ground: QWidget) -> MessageBar:
    return ground.findChildren(MessageBar)[0]


def read(bar: MessageBar) -> list[str]:
    """Return what is to be read, from above."""
    settle()
    shown = [one for one in bar.findChildren(QLabel, "message_text") if one.isVisible()]
    return [one.text() for one in sorted(shown, key=lambda one: one.mapTo(bar, one.pos()).y())]


def buttons(bar: MessageBar) -> list[QPushButton]:
    return [one for one in bar.findChildren(QPushButton) if one.isVisible()]


def test_a_way_back_is_not_lost_to_what_is_said_next(bar: MessageBar) -> None:
    done: list[str] = []
    bar.offer_back("ลบแล้ว", lambda: done.append("back"))
    bar.say("บันทึกแล้ว")
    assert read(bar) == ["ลบแล้ว", "บันทึกแล้ว"]
    bar.say("ทำสำเนาแล้ว")
    bar.say_fault(FULL)
    assert read(bar) == ["ลบแล้ว", "ดิสก์เต็ม"], "two at once, rather than what is said by the way"
    buttons(bar)[0].click()
    assert done == ["back"]
    assert read(bar) == ["ทำสำเนาแล้ว", "ดิสก์เต็ม"]


def test_one_way_back_is_offered_at_a_time(bar: MessageBar) -> None:
    bar.offer_back("ลบรายงานแล้ว", bar.hide, lasting=True)
    bar.offer_back("ลบกิจกรรมแล้ว", bar.hide, topic="activity")
    assert read(bar) == ["ลบกิจกรรมแล้ว"]
    assert [one.text() for one in buttons(bar) if one.text()] == ["เลิกทำ"]
    bar.leave_view()
    assert read(bar) == []


def test_the_same_is_not_said_twice(bar: MessageBar) -> None:
    for _ in range(3):
        bar.say_fault(FULL, "ลองอีกครั้ง", lambda: None)
    assert read(bar) == ["ดิสก์เต็ม"]


def test_what_has_no_room_comes_back(bar: MessageBar) -> None:
    faults = [f"เสีย {number}" for number in range(AT_ONCE + 2)]
    for said in faults:
        bar.say_fault(EnvironmentFault(Said(said, said)))
    assert read(bar) == faults[-AT_ONCE:]
    bar.withdraw(faults[-1])
    assert read(bar) == faults[-AT_ONCE - 1 : -1]


def test_a_fault_looks_different_from_good_news(bar: MessageBar) -> None:
    bar.say("บันทึกแล้ว")
    bar.say_fault(FULL)
    bar.say_while_here("ไฟล์เสีย 1 ไฟล์")
    looks = [one.property("role") for one in bar.findChildren(Notice)]
    assert sorted(looks) == ["caution", "fault", "notice"]
    bar.grab()
    icons = [one.findChildren(QLabel)[0].pixmap().toImage() for one in bar.findChildren(Notice)]
    assert icons[0] != icons[1] != icons[2]


def test_what_is_settled_is_taken_away(bar: MessageBar) -> None:
    bar.say_fault(FULL).topic = "unsaved"
    bar.show_notice("ยังต้องแก้ไข", lasting=True, topic="open")
    bar.settle("unsaved")
    assert read(bar) == ["ยังต้องแก้ไข"]


def test_what_is_said_goes_when_what_it_is_about_is_left(
    bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.look.notice.FRESH", 0)
    bar.say_until_closed("ข้อมูลทั้งหมด")
    bar.say_fault(FULL)
    bar.show_notice("ภาพเสีย", kind=Kind.CAUTION, about=About.PAGE, lasting=True)
    assert read(bar) == ["ดิสก์เต็ม", "ภาพเสีย"]
    bar.leave_page()
    assert read(bar) == ["ข้อมูลทั้งหมด", "ดิสก์เต็ม"]
    bar.leave_view()
    assert read(bar) == ["ข้อมูลทั้งหมด"]


def test_what_nobody_can_have_read_yet_stays_its_time(
    bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.look.notice.SHOWN", 30)
    bar.say_while_here("ภาพเสีย")
    bar.show_notice("ยังต้องแก้ไข", (Act("พิมพ์เลย", bar.hide),), about=About.VIEW, lasting=True)
    bar.leave_view()
    assert read(bar) == ["ภาพเสีย"], "and nothing is offered to be done about what is left"
    until(lambda: read(bar) == [])
    assert FRESH > 1_000


def test_good_news_goes_by_itself_and_faults_stay(
    bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.look.notice.SHOWN", 30)
    bar.say("บันทึกแล้ว")
    bar.say_fault(FULL)
    until(lambda: read(bar) == ["ดิสก์เต็ม"])
    assert SHOWN > 5_000


def test_acts_are_reached_and_left_by_keyboard(ground: QWidget, bar: MessageBar) -> None:
    (field,) = ground.findChildren(QLineEdit)
    done: list[str] = []
    acts = (
        Act("ตรวจก่อน", lambda: done.append("check")),
        Act("พิมพ์เลย", lambda: done.append("print")),
    )
    bar.show_notice("ยังต้องแก้ไข 2 จุด", acts, kind=Kind.CAUTION)
    bar.take_keyboard()
    press(Qt.Key.Key_Escape)
    assert read(bar) == []
    assert field.hasFocus()
    bar.show_notice("ยังต้องแก้ไข 2 จุด", acts, kind=Kind.CAUTION)
    bar.take_keyboard()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert done == ["print"]
    assert field.hasFocus()


def test_nothing_that_is_said_takes_the_keyboard(ground: QWidget, bar: MessageBar) -> None:
    (field,) = ground.findChildren(QLineEdit)
    bar.say_fault(FULL, "ลองอีกครั้ง", lambda: None)
    QTest.keyClick(field, Qt.Key.Key_7)
    assert field.text() == "7"


def test_what_is_said_is_told_to_screen_readers(
    bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, object]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.message(), event.politeness())),
    )
    politeness = QAccessible.AnnouncementPoliteness
    bar.say("บันทึกแล้ว")
    bar.say_fault(FULL)
    assert told == [("บันทึกแล้ว", politeness.Polite), ("ดิสก์เต็ม", politeness.Assertive)]


def test_long_words_are_whole(bar: MessageBar) -> None:
    bar.say_while_here("ไฟล์เสีย " * 60)
    settle()
    (text,) = [one for one in bar.findChildren(QLabel, "message_text") if one.isVisible()]
    assert text.height() >= text.heightForWidth(text.width())
    assert isinstance(text.parent(), QFrame)
