"""What a window shows, as a screen reader is told it: AT-SPI over the desk's own bus.

Where a control is, what it is called and what stands in it is thus read from outside the program,
by the words that people see and hear, and does not depend on how the window is built.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self, cast

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection

from tests.journeys.screen import PATIENCE

_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_CONTROL = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_PROPERTIES = "org.freedesktop.DBus.Properties"

_ACTIVE, _CHECKED, _ENABLED, _OPEN, _FOCUSED, _SHOWING = (1 << bit for bit in (1, 4, 8, 10, 12, 25))


class Gone(LookupError):
    """A control left the window while it was looked at."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def within(self, other: "Area") -> "Area":
        """Return what of this rectangle lies in another one."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        return Area(x, y, max(right - x, 0), max(bottom - y, 0))

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Control:
    """One control as it was seen: its kind and its name, and whether the keyboard is in it."""

    place: str
    role: str
    name: str
    state: int
    around: tuple[str, ...]  # the places of what it lies in, which may show only a part of it

    @property
    def has_keyboard(self) -> bool:
        """Whether keys go to this control."""
        return bool(self.state & _FOCUSED)

    @property
    def is_enabled(self) -> bool:
        """Whether it can be pressed."""
        return bool(self.state & _ENABLED)

    @property
    def is_checked(self) -> bool:
        """Whether a box is ticked."""
        return bool(self.state & _CHECKED)

    @property
    def is_open(self) -> bool:
        """Whether its list is open."""
        return bool(self.state & _OPEN)


class Sight:
    """Looks at one program at a time; a program that starts announces itself."""

    def __init__(self, bus: str) -> None:
        self._bus = open_dbus_connection(bus)
        self._bus.send_and_get_reply(message_bus.RequestName(_REGISTRY), timeout=PATIENCE)
        self._program = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._bus.close()

    def meet(self) -> None:
        """Wait for a program to announce itself, and answer as a desktop's registry does."""
        while True:
            call = self._bus.receive(timeout=PATIENCE)
            match _member(call):
                case "Embed":
                    self._bus.send(new_method_return(call, "(so)", ((_REGISTRY, _ROOT),)))
                    self._program = cast("str", call.header.fields[HeaderFields.sender])
                    return
                case "GetRegisteredEvents":
                    self._bus.send(new_method_return(call, "a(ss)", ([],)))

    def controls(self) -> tuple[Control, ...]:
        """Return what the window shows that has the keyboard; nothing where none has it."""
        windows = [self._control(place, ()) for place in self._children(_ROOT)]
        active = [one for one in windows if one is not None and one.state & _ACTIVE]
        return tuple(one for window in active for one in self._inside(window))

    def _inside(self, control: Control) -> Iterator[Control]:
        yield control
        # The list of a combo box opens above everything that the box lies in.
        around = () if control.role == "combo box" else (*control.around, control.place)
        try:
            places = self._children(control.place)
        except Gone:
            return
        for place in places:
            part = self._control(place, around)
            if part is not None:
                yield from self._inside(part)

    def _control(self, place: str, around: tuple[str, ...]) -> Control | None:
        """Return the control at `place`, or None where it is not to be seen."""
        try:
            (states,) = self._ask(place, _CONTROL, "GetState")
            state = cast("list[int]", states)[0]
            if not state & _SHOWING:
                return None
            (role,) = self._ask(place, _CONTROL, "GetRoleName")
            return Control(place, cast("str", role), self.name_at(place), state, around)
        except Gone:
            return None

    def name_at(self, place: str) -> str:
        """Return what the control at `place` is called now; a label is called what it says."""
        (name,) = self._ask(place, _PROPERTIES, "Get", "ss", (_CONTROL, "Name"))
        return cast("tuple[str, str]", name)[1]

    def text_in(self, control: Control) -> str:
        """Return the text that stands in a field."""
        (text,) = self._ask(control.place, _TEXT, "GetText", "ii", (0, -1))
        return cast("str", text)

    def area_of(self, control: Control) -> Area:
        """Return the part of the screen where a control can be seen and pressed."""
        return self._part_in_sight(self._whole_area(control.place), control)

    def last_letter_in(self, control: Control) -> Area:
        """Return what can be seen of the last letter in a field."""
        last = max(len(self.text_in(control)) - 1, 0)
        extents = self._ask(control.place, _TEXT, "GetCharacterExtents", "iu", (last, 0))
        letter = Area(*cast("tuple[int, int, int, int]", extents))
        return self._part_in_sight(letter, control)

    def _part_in_sight(self, area: Area, control: Control) -> Area:
        for place in control.around:
            area = area.within(self._whole_area(place))
        return area

    def _whole_area(self, place: str) -> Area:
        (extents,) = self._ask(place, "org.a11y.atspi.Component", "GetExtents", "u", (0,))
        return Area(*cast("tuple[int, int, int, int]", extents))

    def _children(self, place: str) -> list[str]:
        (children,) = self._ask(place, _CONTROL, "GetChildren")
        return [where for _, where in cast("list[tuple[str, str]]", children)]

    def _ask(
        self,
        place: str,
        interface: str,
        question: str,
        signature: str | None = None,
        words: tuple[object, ...] = (),
    ) -> tuple[object, ...]:
        address = DBusAddress(place, self._program, interface)
        call = new_method_call(address, question, signature, words)
        reply = self._bus.send_and_get_reply(call, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise Gone(f"{place} says to {question}: {reply.body}")
        return reply.body


def _member(message: Message) -> object:
    is_call = message.header.message_type is MessageType.method_call
    return message.header.fields.get(HeaderFields.member) if is_call else None
