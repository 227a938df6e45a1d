"""Texts break between Thai words whatever Qt knows, and nothing in them changes by that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.ui.fields.growing import GrowingText
from tests.ui.person import CONTROL, NO, SHIFT, compose, paste, press, settle, show, type_text

KEY = Qt.Key
PROSE = (
    "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจและความตระหนักให้ประชาชนในพื้นที่ยอมรับ"
    "และให้ความร่วมมือในการเฝ้าระวังดูแลรักษาไม่ให้เกิดปัญหาไฟป่าและการเผาในที่โล่ง"
)

pytestmark = pytest.mark.usefixtures("app")


def shown(text: str, width: int = 420) -> GrowingText:
    edit = GrowingText(one_line=False)
    edit.resize(width, 36)
    edit.show_text(text)
    show(edit)
    edit.setFocus()
    settle()
    return edit


def lines(edit: QTextEdit) -> list[str]:
    block = edit.document().begin()
    units = block.text().encode("utf-16-le")
    layout = block.layout()
    found = [layout.lineAt(number) for number in range(layout.lineCount())]
    spans = [(2 * one.textStart(), 2 * (one.textStart() + one.textLength())) for one in found]
    return [units[start:end].decode("utf-16-le") for start, end in spans]


BROKEN = """
import sys
from PySide6.QtWidgets import QApplication, QTextEdit
from desktop_app.ui import app as composition
from tests.ui.test_growing import PROSE, lines, shown
app = composition.prepared(QApplication(["suanruam"]))
plain = QTextEdit(PROSE)
plain.resize(420, 300)
plain.show()
app.processEvents()
print("|".join(lines(plain)))
print("|".join(lines(shown(PROSE))))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="where Qt looks for libthai")
def test_lines_end_between_words_where_qt_finds_no_libthai(tmp_path: Path) -> None:
    (tmp_path / "libthai.so.0").write_bytes(b"")  # found first, and no library
    env = os.environ | {"LD_LIBRARY_PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], env=env, capture_output=True, text=True, check=True
    )
    by_qt, ours = done.stdout.splitlines()
    assert by_qt.replace("|", "") == PROSE
    assert by_qt != ours, "libthai is not hidden"
    assert ours.replace("|", "") == PROSE
    assert ours == "|".join(lines(shown(PROSE)))
    for word in ("ประชาชน", "ความเข้าใจ", "ร่วมมือ", "พื้นที่", "ปัญหา"):
        assert word in ours


@pytest.mark.parametrize("width", range(120, 420, 7))
def test_no_line_begins_with_what_cannot_begin_a_word(width: int) -> None:
    for line in lines(shown("อาสาสมัครท้องถิ่นรักษ์โลกโดยเชิญชวนข้าราชการลูกจ้างรักษ์โลกไปด้วยกัน", width)):
        assert not line.startswith(("ษ์", "ลก", "ะ", "์"))


def test_no_character_is_added_to_what_was_typed() -> None:
    edit = shown("")
    compose(PROSE)
    assert edit.text() == PROSE
    assert len(lines(edit)) > 2
    press(KEY.Key_A, CONTROL)
    press(KEY.Key_C, CONTROL)
    other = shown("")
    press(KEY.Key_V, CONTROL)
    assert other.text() == PROSE


def test_a_word_longer_than_a_line_is_cut_between_clusters_only() -> None:
    edit = shown("กำ" * 60, 200)
    assert "".join(lines(edit)) == "กำ" * 60
    assert all(len(one) % 2 == 0 for one in lines(edit))


def test_letters_beyond_the_first_plane_move_no_line_end() -> None:
    edit = shown("😀" * 3 + PROSE)
    assert "".join(lines(edit)) == edit.text() == "😀" * 3 + PROSE
    assert "ประชาชน" in "|".join(lines(edit))


def test_control_and_arrows_go_word_by_word() -> None:
    edit = shown("การมีส่วนร่วมของประชาชน")
    press(KEY.Key_Home)
    press(KEY.Key_Right, CONTROL)
    type_text("|")
    press(KEY.Key_End)
    press(KEY.Key_Left, CONTROL | SHIFT)
    type_text("ชุมชน")
    assert edit.text() == "การ|มีส่วนร่วมของชุมชน"


def test_a_click_puts_the_cursor_where_it_is() -> None:
    edit = shown(PROSE)
    second = edit.document().begin().layout().lineAt(1)
    spot = QPoint(2, round(second.y() + second.height() / 2))
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, NO, spot)
    assert edit.textCursor().position() == second.textStart()


def test_up_and_down_go_from_line_to_line() -> None:
    edit = shown(PROSE)
    press(KEY.Key_Home, CONTROL)
    press(KEY.Key_Down)
    assert edit.textCursor().position() == edit.document().begin().layout().lineAt(1).textStart()


def test_a_text_is_entered_at_its_end() -> None:
    edit = shown("ศาลากลาง")
    type_text("จังหวัด")
    assert edit.text() == "ศาลากลางจังหวัด"


def test_no_caret_stays_where_the_keyboard_is_not() -> None:
    both = QWidget()
    first, second = GrowingText(one_line=True, parent=both), GrowingText(one_line=True, parent=both)
    second.move(0, 60)
    show(both)
    second.setFocus()
    settle()
    without = first.viewport().grab().toImage()
    first.setFocus()
    first.pasted.connect(lambda _: second.setFocus())
    paste("ก\nข")
    assert second.hasFocus()
    assert first.viewport().grab().toImage() == without
