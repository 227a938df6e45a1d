"""What was worked out for the last document is at hand for the next.

While a document is edited, all but a paragraph of it is the same from one setting to the next.  A
`Recall` keeps the results of one stage by what they were made from, for as long as two
documents in a row use them, so that it never grows beyond the document.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recall(Generic[K, V]):
    """Results by what they were made from; `turn` begins the next document."""

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def turn(self) -> None:
        """Forget what the document before the last one needed and the last one did not."""
        self._before, self._now = self._now, {}

    def keep(self) -> None:
        """Forget nothing: this document was not finished."""
        self._now = self._before | self._now

    def clear(self) -> None:
        """Forget everything."""
        self._now, self._before = {}, {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the result for `key`, made only if neither this document nor the last has it."""
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
            self._now[key] = known = make() if known is None else known
        return known
