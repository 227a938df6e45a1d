"""The design tokens: every colour, distance, radius and type size that the window uses."""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as #RRGGBB; text on ground and surface has 4.5:1 or more."""

    ground: str
    surface: str
    line: str  # quiet rules and the edges of cards
    edge: str  # the edges of what can be typed in or pressed
    text: str
    quiet: str
    accent: str
    on_accent: str
    accent_pressed: str
    soft: str  # the accent's soft companion: where one stands
    warning: str
    error: str
    good: str
    desk: str  # what sheets of paper lie on
    mark: str  # behind what was searched for
    name: str  # which of the two-coloured icon files to take


LIGHT = Tokens(
    ground="#F5F6F4",
    surface="#FFFFFF",
    line="#DDE1DC",
    edge="#7C8780",
    text="#1D2420",
    quiet="#5C665F",
    accent="#1B6B57",
    on_accent="#FFFFFF",
    accent_pressed="#145443",
    soft="#E4F0EB",
    warning="#985A00",
    error="#B3261E",
    good="#2B782F",
    desk="#E8EAE7",
    mark="#FBE7A6",
    name="light",
)

DARK = Tokens(
    ground="#171A18",
    surface="#1F2321",
    line="#343A36",
    edge="#76827A",
    text="#E7ECE8",
    quiet="#A3ADA6",
    accent="#5CC2A3",
    on_accent="#10201B",
    accent_pressed="#86D6BE",
    soft="#1D3A31",
    warning="#F0B35A",
    error="#F2887F",
    good="#7BC67F",
    desk="#101211",
    mark="#5A4A12",
    name="dark",
)


BAR_HEIGHT = 52
"""The height of the bar at the window's top, in device-independent pixels."""


class Space(IntEnum):
    """Distances, in device-independent pixels."""

    HAIR = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    HUGE = 24


class Radius(IntEnum):
    """Corner radii, in device-independent pixels."""

    FIELD = 6
    CARD = 10


class Type(IntEnum):
    """Type sizes, in points."""

    QUIET = 10
    BODY = 11
    BAR = 13
    TITLE = 17


FIELD = 36
"""The height of a field of one line, in device-independent pixels."""

TARGET = 32
"""The least height of what can be pressed, in device-independent pixels."""
