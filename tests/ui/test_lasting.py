"""The process outlives very many calls of Qt."""

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app.ui.app import prepared

class Sender(QObject):
    sent = Signal(bool)

app = prepared(QApplication([]))
widget, sender = QWidget(), Sender()
sender.sent.connect(lambda _: None)
for _ in range(50_000):
    widget.setEnabled(True)
    sender.sent.emit(True)
print("alive")
"""


def test_many_calls_and_signals_end_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
