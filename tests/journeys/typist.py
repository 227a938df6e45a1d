"""Somebody with a keyboard and no mouse: every stroke is counted, and looking costs nothing."""

import time
from dataclasses import dataclass, field
from functools import partial

from tests.journeys.person import Person


@dataclass
class Typist:
    """Types through one person's hands, with a word for every stroke that is no letter of a text."""

    person: Person
    letters: int = 0
    others: dict[str, int] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    @property
    def strokes(self) -> int:
        """How often a key was pressed, or several at once."""
        return self.letters + sum(self.others.values())

    @property
    def extra(self) -> int:
        """How many strokes were no letter of a text."""
        return sum(self.others.values())

    @property
    def seconds(self) -> float:
        """How long it has taken."""
        return time.monotonic() - self.began

    def press(self, *keys: str) -> None:
        """Press keys one after the other; those held together are one stroke."""
        for key in keys:
            self.others[key] = self.others.get(key, 0) + 1
        self.person.press(*keys)

    def type(self, text: str) -> None:
        """Type a text wherever the keyboard is."""
        self.letters += len(text)
        self.person.type(text)

    def fill(self, name: str, text: str) -> None:
        """Type a text into the field of that name, which the keyboard has come to already."""
        self.person.until_keyboard_in(name)
        self.type(text)
        self.person.until_reads(name, text)

    def _has_left(self, before: set[str]) -> bool:
        return self.person.places_of_keyboard() != before

    def tab_to(self, name: str, role: str = "text") -> None:
        """Press Tab until the keyboard is in a control of that name."""
        for _ in range(40):
            if any(one.has_keyboard for one in self.person.all_seen(name, role)):
                return
            before = self.person.places_of_keyboard()
            self.press("Tab")
            self.person.until(partial(self._has_left, before), "the keyboard elsewhere")
        raise AssertionError(f"Tab never came to {role} {name}")
