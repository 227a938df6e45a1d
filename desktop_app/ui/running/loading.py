"""How views are imported once the window is shown: on its thread, and without holding it.

On Python 3.11 PySide (up to 6.12 at least, in `PepType_SOTP`) keeps what belongs to each class of
Qt's kind in one table without a lock, and Qt reads it through `QObject.metaObject` on the
window's thread without Python's lock: a class that is made on another thread in that moment ends
the process.  So what makes such classes is imported on the window's thread, a step in each turn
of the event loop, and only what knows nothing of Qt is imported beside it.  PySide makes a class
of its own when it is first met: those are met here too before other threads use them.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer


def load_in_turns(
    owner: QObject, steps: Sequence[Callable[[], object]], then: Callable[[], None]
) -> None:
    """Take each step in a turn of its own; whatever else there is to do is done between two.

    Then `then` is called; nothing more happens where `owner` is gone before.
    """
    if not steps:
        then()
        return
    steps[0]()
    QTimer.singleShot(0, owner, partial(load_in_turns, owner, steps[1:], then))
