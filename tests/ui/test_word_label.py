"""Words of several lines end between Thai words, also where Qt knows none of them."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.services.words.line_ends import line_ends
from desktop_app.ui.look.lines import lay_out
from desktop_app.ui.look.word_label import WordLabel
from tests.ui.person import show

SAID = "บันทึกสิ่งที่พิมพ์ล่าสุดไม่ได้ที่บันทึกไว้ก่อนหน้านี้ยังอยู่ครบโปรดลองอีกครั้ง"


def lines(words: str, width: int) -> list[str]:
    layout = QTextLayout(words, QApplication.font())
    lay_out(layout, line_ends(words), width)
    found = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [words[one.textStart() :][: one.textLength()] for one in found]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("width", [120, 200, 333])
def test_lines_end_where_words_end(width: int) -> None:
    parts = lines(SAID, width)
    assert len(parts) > 1
    assert "".join(parts) == SAID
    ends = [len("".join(parts[:number])) for number in range(1, len(parts))]
    assert set(ends) <= set(line_ends(SAID))


@pytest.mark.usefixtures("app")
def test_a_label_is_as_high_as_its_lines() -> None:
    label = WordLabel(SAID)
    show(label)
    line = label.fontMetrics().height()
    wide = label.fontMetrics().horizontalAdvance(SAID)
    assert label.heightForWidth(wide + 2) == line
    assert label.heightForWidth(wide // 2 + 40) == 2 * line
    label.setText("สั้น")
    assert label.heightForWidth(wide // 2) == line, "not that of the words before"
    assert label.text() == "สั้น"


@pytest.mark.usefixtures("app")
def test_words_can_be_copied() -> None:
    label = WordLabel(SAID)
    label.let_copy()
    menu = QMenu()
    menu.addActions(label.actions())
    menu.actions()[0].trigger()
    assert QApplication.clipboard().text() == SAID
