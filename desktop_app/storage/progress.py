"""How long work tells how far it is, and is told to stop."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.errors import Said, UserFault

Progress = Callable[[int, int], bool]
"""Told how many bytes of how many are done; returns whether to go on."""


class Cancelled(UserFault):
    """The person stopped the work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(Said("ยกเลิกแล้ว ข้อมูลเดิมไม่ถูกแก้ไข", "Cancelled; nothing was changed"))


def quietly(done: int, total: int) -> bool:
    """Tell nobody, and go on."""
    del done, total
    return True


@dataclass(slots=True)
class Meter:
    """Adds up the bytes that are done."""

    total: int
    progress: Progress = quietly
    done: int = field(default=0, init=False)

    def advance(self, count: int) -> None:
        """Tell of `count` more bytes; raises Cancelled where the answer is to stop."""
        self.done = min(self.done + count, self.total)
        if not self.progress(self.done, self.total):
            raise Cancelled
