"""Qt's own dialogs, as the program opens them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget

from desktop_app.paths import DataPlace
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.window import Window
from tests.looks.home_stories import at_list
from tests.looks.offices import busy_office
from tests.looks.stand import Stand, Story


def dialogs(stand: Stand) -> None:
    """Files and folders to open and to save, printers, a question."""
    _files(Path.home() / "Documents")
    with stand.opened(busy_office(DataPlace(stand.folder / "data"))) as window:
        at_list(window)
        for name, ask in _every(Dialogs(), window).items():
            stand.while_asked(ask, partial(stand.take, name))
        stand.while_asked(
            lambda: Dialogs().printer(window, QPrinter()), partial(_print_options, stand)
        )


def _print_options(stand: Stand) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    (more,) = (one for one in dialog.findChildren(QPushButton) if ">>" in one.text())
    more.click()
    stand.take("print-options")
    for tabs in dialog.findChildren(QTabWidget):
        tabs.setCurrentIndex(1)
    stand.take("print-options-2")


def _files(folder: Path) -> None:
    for name in ("รูปกิจกรรม", "รายงานปี 2568", "หนังสือเข้า"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in ("รายงาน ปี 2568.zip", "อำเภอวังทอง.zip", "report.json", "สำรอง.zip"):
        (folder / name).write_bytes(b"x" * 20_000)


def _every(dialogs: Dialogs, window: Window) -> dict[str, Callable[[], object]]:
    return {
        "open-files": lambda: dialogs.report_files(window),
        "open-folder": lambda: dialogs.folder(window),
        "save-pdf": lambda: dialogs.pdf_to_save(window, "รายงาน จังหวัดพิษณุโลก 2566.pdf"),
        "save-report": lambda: dialogs.report_to_save(window, "รายงาน จังหวัดพิษณุโลก 2566"),
        "print": lambda: dialogs.printer(window, QPrinter()),
        "question": lambda: dialogs.agrees(
            window, "ลบ “จังหวัดพิษณุโลก  ·  รอบ 6 เดือน” ถาวรหรือไม่ นำกลับมาไม่ได้อีก", "ลบถาวร"
        ),
    }


STORIES: tuple[Story, ...] = (dialogs,)
