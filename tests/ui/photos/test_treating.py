"""Photos are turned and cut from the original, step by step, and undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from desktop_app.ui.look.tokens import TARGET
from desktop_app.ui.photos.cut_view import CutView
from desktop_app.ui.photos.turning import WHOLE, turned
from tests.pictures.samples import BLUE, RED, decoded, is_near
from tests.ui.person import CONTROL, SHIFT, click, press, seen, settle, show, until
from tests.ui.photos.album import THREE, Album

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
FIRST = "photos/0001.jpg"


def pixel(album: Album, x: int, y: int) -> object:
    return decoded(album.session.file(album.photos[0].file) or b"").getpixel((x, y))


def turn_right(album: Album, times: int = 1) -> None:
    """Press the keys so often in a row, and wait for all of it."""
    album.go_to("caption_0")
    before = album.photos[0].file
    for _ in range(times):
        press(KEY.Key_R, CONTROL)
    until(lambda: album.photos[0].file != before)


def dialog() -> QDialog:
    (found,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "cut_dialog")
    assert isinstance(found, QDialog)
    return found


def open_cutter(album: Album, row: int = 0) -> CutView:
    show(album.form.page)
    album.go_to(f"caption_{row}")
    press(KEY.Key_T, CONTROL)
    until(lambda: any(one.objectName() == "cut_dialog" for one in QApplication.topLevelWidgets()))
    shown = dialog()
    shown.activateWindow()
    until(lambda: isinstance(QApplication.focusWidget(), CutView))
    return seen(shown, "cut_view", CutView)


def close_cutter(name: str) -> None:
    click(dialog(), name)
    settle()


def test_a_photo_is_turned_by_its_keys(filled: Album) -> None:
    turn_right(filled)
    assert filled.photos[0].file == "photos/0001~r90.jpg"
    assert filled.photos[0].caption == "คำบรรยาย 1"
    assert filled.size(0) == (40, 80)
    assert is_near(pixel(filled, 20, 10), RED, 12)
    assert is_near(pixel(filled, 20, 70), BLUE, 12)


def test_a_photo_is_turned_by_its_button(filled: Album) -> None:
    buttons = filled.form.page.findChildren(QToolButton)
    (left,) = (one for one in buttons if one.accessibleName() == "หมุนภาพที่ 1ไปทางซ้าย")
    assert "Ctrl+L" in left.toolTip()
    left.click()
    until(lambda: filled.photos[0].file == "photos/0001~r270.jpg")
    assert is_near(pixel(filled, 20, 10), BLUE, 12)


def test_turns_pressed_faster_than_they_are_made_add_up(filled: Album) -> None:
    filled.go_to("caption_0")
    for _ in range(3):
        press(KEY.Key_R, CONTROL)
    until(lambda: filled.photos[0].file == "photos/0001~r270.jpg")
    press(KEY.Key_R, CONTROL)
    until(lambda: filled.photos[0].file == FIRST)
    assert filled.session.file(FIRST) == THREE[FIRST], "the original itself, not a copy of a copy"


def test_a_turn_is_undone_by_its_name(filled: Album) -> None:
    turn_right(filled)
    label = filled.session.history.undo_label
    assert label is not None
    assert label.th == "หมุนภาพที่ 1"
    filled.session.undo()
    assert filled.photos[0].file == FIRST
    filled.session.redo()
    assert filled.size(0) == (40, 80)


def test_the_row_shows_the_photo_turned(filled: Album) -> None:
    row = filled.control("file_0")
    until(lambda: not row.grab().toImage().isNull())
    turn_right(filled)

    def is_red_above() -> bool:
        shown = row.grab().toImage()
        top = shown.pixelColor(shown.width() // 2, 12)
        return top.red() > 200 > top.blue()

    until(is_red_above)


def test_a_photo_is_cut_by_keyboard(filled: Album) -> None:
    view = open_cutter(filled)
    for _ in range(10):
        press(KEY.Key_Left, SHIFT | CONTROL)
    close_cutter("cut_accept")
    until(lambda: filled.photos[0].file != FIRST)
    assert view.box == (0, 0, 5000, 10_000)
    assert filled.photos[0].file == "photos/0001~c0-0-5000-10000.jpg"
    assert filled.size(0) == (40, 40)
    assert is_near(pixel(filled, 20, 20), RED, 12)
    label = filled.session.history.undo_label
    assert label is not None
    assert label.th == "ครอบตัดภาพที่ 1"
    filled.session.undo()
    assert filled.photos[0].file == FIRST


def test_enter_cuts_and_escape_leaves(filled: Album) -> None:
    open_cutter(filled)
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Escape)
    settle()
    assert filled.photos[0].file == FIRST
    open_cutter(filled)
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Return)
    until(lambda: filled.photos[0].file == "photos/0001~c0-0-9900-10000.jpg")


def test_what_was_cut_off_is_still_there_to_be_had_back(filled: Album) -> None:
    turn_right(filled)
    view = open_cutter(filled)
    press(KEY.Key_Up, SHIFT | CONTROL)
    close_cutter("cut_accept")
    until(lambda: "~c" in filled.photos[0].file)
    assert filled.photos[0].file == "photos/0001~c0-0-9500-10000r90.jpg", "cut as it was seen"
    view = open_cutter(filled)
    assert view.box == (0, 0, 10_000, 9500)
    close_cutter("cut_nothing")
    assert view.box == WHOLE
    close_cutter("cut_accept")
    until(lambda: filled.photos[0].file == "photos/0001~r90.jpg")


def test_leaving_the_cutter_changes_nothing(filled: Album) -> None:
    open_cutter(filled)
    press(KEY.Key_Right, SHIFT)
    close_cutter("cut_leave")
    assert filled.photos[0].file == FIRST
    assert filled.session.history.undo_label is None


@pytest.mark.usefixtures("app")
def test_the_part_is_pulled_by_its_corners() -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    view = CutView(image, WHOLE)
    view.resize(432, 232)  # the picture and a margin
    show(view)
    drag(view, QPoint(16, 16), QPoint(116, 66))
    assert view.box == pytest.approx((2500, 2500, 10_000, 10_000), abs=60)
    drag(view, QPoint(416, 141), QPoint(316, 141))
    assert view.box == pytest.approx((2500, 2500, 7500, 10_000), abs=60)
    drag(view, QPoint(216, 150), QPoint(2, 2))
    assert view.box == pytest.approx((0, 0, 5000, 7500), abs=60)
    drag(view, QPoint(116, 166), QPoint(116, -400))
    assert view.box[3] - view.box[1] >= 500, "something always stays"


def drag(view: CutView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    settle()


def test_a_photo_whose_original_is_gone_is_its_own_original(filled: Album) -> None:
    turn_right(filled)
    name = filled.photos[0].file
    filled.session.add_files({FIRST: b""})
    press(KEY.Key_R, CONTROL)
    until(lambda: filled.photos[0].file != name)
    assert filled.photos[0].file == "photos/0001~r90~r90.jpg"
    assert is_near(pixel(filled, 20, 20), BLUE, 16)


def test_a_damaged_photo_is_not_treated(filled: Album) -> None:
    filled.session.add_files({FIRST: b"nothing"})
    told: list[object] = []
    filled.form.tasks.failed.connect(told.append)
    filled.go_to("caption_0")
    press(KEY.Key_R, CONTROL)
    until(lambda: told)
    assert filled.photos[0].file == FIRST


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_part_turned_and_back_is_where_it_was(turn: int) -> None:
    box = (1000, 2000, 3000, 9000)
    assert turned(turned(box, turn), -turn) == box
    assert turned(WHOLE, turn) == WHOLE
    assert turned((0, 0, 5000, 10_000), 90) == (0, 0, 10_000, 5000)


def test_the_cutter_has_good_manners(filled: Album) -> None:
    open_cutter(filled)
    shown = dialog()
    reached: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in reached:
        reached.append(focus)
        press(KEY.Key_Tab)
    names = [one.objectName() for one in reached]
    assert names == ["cut_view", "cut_nothing", "cut_leave", "cut_accept"], "as the eye goes"
    assert all(one.accessibleName() or one.property("text") for one in reached)
    assert all(one.height() >= TARGET for one in reached)
    assert shown.windowTitle() == "ครอบตัดภาพ"
    close_cutter("cut_leave")
