"""What is found wrong with the open report beside the window's thread."""

from PySide6.QtCore import Qt

from desktop_app.services.checking import NO_GLYPH
from desktop_app.ui.window import Window
from tests.ui.journeys import go_to_page, open_new
from tests.ui.person import is_seen, press, type_text, until


def test_a_character_that_no_face_has_is_named_before_it_is_printed(window: Window) -> None:
    open_new(window)
    press(Qt.Key.Key_Tab)
    type_text("อำเภอ\ue000")
    go_to_page(window, "ตรวจสอบ")
    until(lambda: is_seen(window, f"problem_{NO_GLYPH}"))
