"""Parts that are made when they are first needed, on whichever thread needs them."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """Makes its part once; where making fails, the next one who needs it tries again.

    Parts whose making imports packages share one lock: on Python 3.11, two threads that import
    what hangs together can wait for each other for ever (CPython issue 106176).
    """

    def __init__(self, make: Callable[[], T], making: Lock) -> None:
        self._make = make
        self._made: list[T] = []
        self._making = making

    def get(self) -> T:
        """Return the part; raises what making it raises."""
        with self._making:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    def made(self) -> T | None:
        """Return the part if it is there already."""
        return self._made[0] if self._made else None

    def forget(self) -> T | None:
        """Return the part if it is there; whoever needs one next gets a new one."""
        with self._making:
            return self._made.pop() if self._made else None
