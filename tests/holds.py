"""How long the window's thread is held: what somebody waits who presses a key just then.

Another thread sends the window one small event after the other and takes the time until each is
answered; a key that is pressed at the same moment waits as long.  While an answer is late, it notes
where the window's thread stands.  How much of that the thread itself was at work tells apart what
the program does and what a busy machine does to it.
"""

import re
import threading
import time
from dataclasses import dataclass, field
from sys import _current_frames
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent, QObject

OFTEN = 0.004
"""Seconds between two events."""

LATE = 0.05
"""Seconds after which an answer is late: nothing may hold the window's thread for longer."""

_DEPTH = 14
_IDLE = re.compile(r"beside: (thread:\d+ _worker|threading:\d+ wait|connection:\d+ _recv)")


@dataclass(frozen=True, slots=True)
class Hold:
    """One time that the window's thread was held: when, how long, and where it stood meanwhile."""

    after: float  # seconds since the watch began
    seconds: float
    busy: float  # seconds of the processor that the thread took meanwhile
    stands: tuple[str, ...]

    def __str__(self) -> str:
        stands = "".join(f"\n      {one}" for one in self.stands)
        busy = f"{self.busy * 1000:4.0f} ms of them at work"
        return f"{self.seconds * 1000:4.0f} ms, {busy}, at {self.after:6.2f} s{stands}"


class _Answer(QObject):
    """Lives on the window's thread, and answers there."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.answered.set()
            return True
        return super().event(event)


@dataclass
class Watch:
    """Watches one thread that runs an event loop, from `start` to `stop`."""

    late: float = LATE
    longest: float = 0.0
    longest_busy: float = 0.0
    holds: list[Hold] = field(default_factory=list)

    def start(self) -> None:
        """Begin to watch the thread that calls; it must have its QCoreApplication already."""
        self._answer = _Answer()
        self._watched = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._watched)
        self._began = time.perf_counter()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(OFTEN):
            self._answer.answered.clear()
            asked, busy = time.perf_counter(), time.clock_gettime(self._clock)
            QCoreApplication.postEvent(self._answer, QEvent(QEvent.Type.User))
            stands: list[str] = []
            while not self._answer.answered.wait(self.late / 2) and not self._over.is_set():
                stands += _stands(self._watched)
            waited, worked = time.perf_counter() - asked, time.clock_gettime(self._clock) - busy
            self.longest = max(self.longest, waited)
            self.longest_busy = max(self.longest_busy, min(waited, worked))
            if waited >= self.late:
                self.holds.append(Hold(asked - self._began, waited, worked, tuple(stands)))


def _stands(thread: int) -> list[str]:
    """Return where a thread stands, and those that may keep it from its work."""
    frames = _current_frames()
    frames.pop(threading.get_ident(), None)
    own = _stand(frames.pop(thread, None))
    others = (f"beside: {_stand(frame)}" for frame in frames.values())
    return [own, *(one for one in others if not _IDLE.match(one))]


def _stand(frame: FrameType | None) -> str:
    """Return where a thread stands, the innermost place first."""
    places: list[str] = []
    while frame is not None and len(places) < _DEPTH:
        code = frame.f_code
        name = code.co_filename.rpartition("/")[2].removesuffix(".py")
        places.append(f"{name}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " < ".join(places)
