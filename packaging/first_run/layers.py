"""The layers of set-up: each a lock file, and what its packages need of a Linux system."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Mapping, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)  # for these the locked packages have wheels


class Layer(NamedTuple):
    """One lock file's worth of packages."""

    name: str
    lock: str
    libraries: Mapping[str, str]  # shared library: Debian package that brings it
    programs: Mapping[str, str]  # program: Debian package that brings it


RUN = Layer(
    "run",
    "packaging/requirements.txt",
    # What Qt's wheels link to and do not carry.  Only the tops: each Debian package here depends
    # on others (libxcb-render-util0, libwayland-client0 …) that complete the list.
    {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libcups.so.2": "libcups2",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    {},
)
TEST = Layer(
    "test",
    "packaging/requirements-test.txt",
    {},
    # A desk without a screen, where tests type and look; and a second reader of printed pages.
    {
        "Xvfb": "xvfb",
        "dbus-daemon": "dbus",
        "pdftotext": "poppler-utils",
        "ratpoison": "ratpoison",
        "setxkbmap": "x11-xkb-utils",
        "xdotool": "xdotool",
    },
)


class Place(NamedTuple):
    """A checkout, and what set-up leaves in it."""

    root: Path

    @property
    def venv(self) -> Path:
        """The virtual environment; deleting it undoes set-up."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Names the layers that are ready; written last, so that a set-up cut short left none."""
        return self.venv / "ready.txt"

    @property
    def log(self) -> Path:
        """What the installers said the last time."""
        return self.root / ".venv.log"
