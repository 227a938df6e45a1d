"""A process of its own that fills in the reference report by an input method, and then dies.

`python -m tests.journeys.composing DATA`: within the program's process, texts come in the ways
that no test from outside can take: composed and committed as Thai input methods on Windows and
Linux do, as key events that bear the letter and no key of any layout, and pasted as lines.
"""

import os
import signal
import sys
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.paths import DataPlace
from desktop_app.report.values import Activity, Text
from desktop_app.ui import app as composition
from desktop_app.ui.window import Window
from tests.journeys import reference
from tests.ui.person import (
    ALT,
    CONTROL,
    click,
    compose,
    is_seen,
    keyboard,
    paste,
    press,
    seen,
    settle,
    show,
    type_text,
    until,
)

SIGKILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # which on Windows is no less sudden


def compose_slowly(text: str) -> None:
    """Show a word while it is being composed, letter by letter, before it is committed."""
    word, space, rest = text.partition(" ")
    for end in range(1, len(word) + 1):
        event = QInputMethodEvent(word[:end], [])
        QCoreApplication.sendEvent(keyboard(), event)
        settle()
    compose(word + space + rest)


class Composer:
    """Enters texts, each in the next of the ways that there are."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._ways = cycle((compose_slowly, type_text, compose))

    def write(self, name: str, text: Text) -> None:
        """Enter a text in the field of that name, in place of what stands there."""
        seen(self._window, name, QWidget).setFocus()
        press(Qt.Key.Key_A, CONTROL)
        next(self._ways)(str(text))

    def write_rows(self, name: str, texts: tuple[Text, ...]) -> None:
        """Enter a text a row; Enter makes the next row."""
        for number, text in enumerate(texts):
            if number:
                press(Qt.Key.Key_Return)
            self.write(f"{name}_{number}", text)

    def turn(self) -> None:
        """Go to the next page."""
        press(Qt.Key.Key_Right, ALT)

    def enter(self) -> None:
        """Enter the report, and wait until it is said to be saved."""
        click(self._window, "new_report")
        until(lambda: is_seen(self._window, "agency.name"))
        report = reference.as_typed()
        self.write("agency.name", report.agency.name)
        self.write("agency.province", report.agency.province)
        self.write("fiscal_year", "๒๕๖๖")
        self.turn()
        click(self._window, "add_activity")
        self.enter_activity(report.activities[0])
        self.turn()
        for number, one in enumerate(report.signatories):
            if number:
                press(Qt.Key.Key_Return, CONTROL)
            self.write(f"role_{number}", one.role)
            self.write(f"name_{number}", one.name)
            self.write(f"position_{number}", one.position)
        label = seen(self._window, "save_state", QLabel)
        until(lambda: label.text().startswith("บันทึกแล้ว"))

    def enter_activity(self, activity: Activity) -> None:
        """Enter all clauses of the activity but the last, whose pictures come from files."""
        self.write("name", activity.name)
        self.turn()
        self.write("date_0", "๒๒/๒/๖๖")
        self.write("start_time_0", "๑๓:๓๐")
        self.turn()
        self.write("place_0", activity.sessions[0].place)
        self.turn()
        seen(self._window, "text_0", QWidget).setFocus()
        paste("\n".join(f"{number}) {text}" for number, text in enumerate(activity.issues, 1)))
        self.turn()
        self.write("participants.total", "๑๙๑")
        self.write_rows("name", tuple(group.name for group in activity.participants.groups))
        click(self._window, "external_2")
        self.turn()
        self.write_rows("text", activity.results)
        self.turn()
        self.write_rows("text", activity.improvements)
        self.turn()


def main() -> None:
    """Fill in the report in the folder of data that the command line names, and die."""
    composition.prepared(QApplication(["suanruam"]))
    hook = sys.excepthook
    window = composition.opened(DataPlace(Path(sys.argv[1])))
    sys.excepthook = hook  # what goes wrong is to end this process, not to open a dialog
    window.resize(1366, 728)
    show(window)
    until(lambda: is_seen(window, "new_report"))
    Composer(window).enter()
    os.kill(os.getpid(), SIGKILL)


if __name__ == "__main__":
    main()
