"""Long compounds of the dictionary, and where they may be parted when a line would gape otherwise.

องค์กรปกครองส่วนท้องถิ่น is one word of the dictionary and a quarter of a line.  Between its parts a
line may end in need, after องค์กร and ปกครอง, but never inside a part: ท้อง|ถิ่น.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_LONG = 12  # letters from which a compound counts as long
_SHORTEST_PART = 5


@dataclass(frozen=True)
class Compounds:
    """The words of a dictionary file (one a line, UTF-8), read when the first is asked for."""

    dictionary: Path

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.dictionary.read_text(encoding="utf-8").split())

    def joints(self, word: str, candidates: Sequence[int]) -> list[int]:
        """Return those of `candidates`, offsets in `word`, that part it into words, the most parts.

        Nothing where `word` is short or cannot be parted.
        """
        if len(word) < _LONG:
            return []
        ends = [*candidates, len(word)]
        best: dict[int, list[int]] = {0: []}
        for end in ends:
            found = [
                [*best[start], end]
                for start in best
                if end - start >= _SHORTEST_PART and word[start:end] in self._words
                if end - start < len(word)
            ]
            if found:
                best[end] = max(found, key=len)
        return best.get(len(word), [])[:-1]
