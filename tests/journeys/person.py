"""Somebody at the desk: looks at the screen, moves the mouse, presses keys, and waits to see.

Letters are typed as a person types them: one press and release of the key that bears the letter,
in the layout that has it.  No key is given another meaning on the way, which is where the usual
tricks for typing other scripts lose letters.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PIL import ImageChops

from tests.journeys.program import Program
from tests.journeys.screen import PATIENCE, Screen
from tests.journeys.sight import Control, Gone, Sight

T = TypeVar("T")

_GLANCE = 0.05
"""Seconds between two looks at the screen."""

_STILL = 0.3
"""Seconds without a change after which a picture is taken."""

_LEAST = 8
"""Pixels of a control that must be in sight for it to be pressed."""


class Person:
    """Uses one program through the screen, and does nothing before it is to be seen."""

    def __init__(self, screen: Screen, sight: Sight, program: Program, pictures: Path) -> None:
        self._screen = screen
        self._sight = sight
        self._program = program
        self._pictures = pictures

    def until(self, seen: Callable[[], T | None], what: str) -> T:
        """Wait until something is to be seen, and return it; `what` says it in words."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = seen()
            except Gone:
                found = None
            if found:
                return found
            assert self._program.runs, f"the program ended: {self._program.complaints()}"
            assert not (said := self._program.complaints()), said
            if time.monotonic() > end:
                self.picture("lost")
                raise AssertionError(f"never seen: {what}; seen: {self._said()}")
            time.sleep(_GLANCE)

    def _said(self) -> str:
        return "\n".join(f"{one.role}: {one.name}" for one in self._sight.controls())

    def all_seen(self, name: str = "", role: str = "") -> list[Control]:
        """Return the controls in the window of such a name and kind."""
        return [
            one
            for one in self._sight.controls()
            if name in {"", one.name} and role in {"", one.role}
        ]

    def find(self, name: str = "", role: str = "") -> Control:
        """Wait for a control, and return it; of several, the first."""
        return self.until(lambda: next(iter(self.all_seen(name, role)), None), f"{role} {name}")

    def find_beginning(self, name: str, role: str) -> Control:
        """Wait for a control whose name begins so."""

        def seen() -> Control | None:
            begun = (one for one in self.all_seen(role=role) if one.name.startswith(name))
            return next(begun, None)

        return self.until(seen, f"{role} {name}…")

    def click(self, control: Control) -> None:
        """Press a control with the mouse, once it can be pressed."""
        self.until(lambda: self._is_within_reach(control), f"{control.name} within reach")
        x, y = self._sight.area_of(control).centre
        self._screen.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def _is_within_reach(self, control: Control) -> bool:
        area = self._sight.area_of(control)
        return control.is_enabled and min(area.width, area.height) >= _LEAST

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as Tab or ctrl+s."""
        self._screen.run("xdotool", "key", *keys)

    def type(self, text: str) -> None:
        """Type text letter by letter, wherever the keyboard is."""
        self._screen.run("xdotool", "type", "--delay", "0", "--file", "-", given=text)

    def go_to(self, name: str, role: str = "text") -> Control:
        """Bring the keyboard to a control: by the mouse, or by Tab where it is out of sight."""
        control = self.find(name, role)
        if self._is_within_reach(control):
            self.click(control)
            return self.until_keyboard_in(name, role)
        while not (here := self.find(name, role)).has_keyboard:
            self._press_tab()
        return here

    def _press_tab(self) -> None:
        before = self.places_of_keyboard()
        self.press("Tab")
        self.until(lambda: self.places_of_keyboard() != before, "the keyboard elsewhere")

    def places_of_keyboard(self) -> set[str]:
        """Return what has the keyboard, with all that it lies in."""
        return {one.place for one in self.all_seen() if one.has_keyboard}

    def until_keyboard_in(self, name: str, role: str = "text") -> Control:
        """Wait until keys go to the control of that name, and return it."""

        def seen() -> Control | None:
            return next((one for one in self.all_seen(name, role) if one.has_keyboard), None)

        return self.until(seen, f"the keyboard in {name}")

    def write(self, name: str, text: str) -> None:
        """Type a text into the field of that name, in place of what stands there, and see it."""
        field = self.go_to(name)
        if self._sight.text_in(field):
            self.press("ctrl+a")
        self.type(text)
        self.until_reads(name, text)
        self.until(lambda: self._shows_last_letter(field), f"the last letter typed in {name}")

    def _shows_last_letter(self, field: Control) -> bool:
        return self._sight.last_letter_in(field).height >= _LEAST  # a tone mark has no width

    def choose(self, present: str, wanted: str) -> None:
        """Open the list of the combo box that shows `present`, and choose from it."""
        self.click(self.find(present, "combo box"))
        self.until(lambda: self.find(present, "combo box").is_open, "the list open")
        self.click(self.find(wanted, "list item"))
        self.find(wanted, "combo box")

    def tick(self, name: str) -> None:
        """Tick a box by the mouse."""
        self.click(self.find(name, "check box"))
        self.until(lambda: self.find(name, "check box").is_checked, f"{name} ticked")

    def add_row(self, name: str) -> None:
        """Press Enter in a row, which makes the next one; `name` is its first field."""
        self.press("Return")
        self.until_keyboard_in(name)

    def until_reads(self, name: str, text: str) -> None:
        """Wait until the field of that name holds exactly this text."""
        self.until(lambda: self.reading(name) == text, f"“{text}” in {name}")

    def reading(self, name: str) -> str:
        """Return what stands in the field of that name."""
        return self.text_in(self.find(name, "text"))

    def text_in(self, control: Control) -> str:
        """Return what stands in a field."""
        return self._sight.text_in(control)

    def words_of(self, control: Control) -> str:
        """Return what a control is called now, which a label changes as it has more to say."""
        return self._sight.name_at(control.place)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, once nothing moves on it any more."""
        end = time.monotonic() + PATIENCE / 10
        before = self._screen.picture()
        while time.monotonic() < end:
            time.sleep(_STILL)
            after = self._screen.picture()
            if ImageChops.difference(before, after).getbbox() is None:
                break
            before = after
        before.save(self._pictures / f"{name}.png")
