"""The ways in which everything is photographed, and the desk on which that is done."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

SCREEN = (1366, 768)
"""The pixels of the notebooks that most offices have."""

BAR_OF_DESKTOP = 40
"""The pixels that the desktop's own bar leaves no window."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which the window may look."""

    scale: int = 1
    dark: bool = False
    language: str = "th"

    @property
    def name(self) -> str:
        """Name the folder of its pictures."""
        scheme = "dark" if self.dark else "light"
        return f"{scheme}-{100 * self.scale}" + ("" if self.language == "th" else self.language)


LOOKS = {
    look.name: look
    for look in (
        Look(),
        Look(dark=True),
        Look(scale=2),
        Look(scale=2, dark=True),
        Look(language="en"),
        Look(scale=2, language="en"),
    )
}


def environment(look: Look, folder: Path) -> dict[str, str]:
    """Return the settings of a process that has a desk of its own, without libthai as on Windows."""
    width, height = SCREEN
    place = {"name": "notebook", "x": 0, "y": 0, "width": width, "height": height}
    screen = {"screens": [{**place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
    desk = folder / "desk.json"
    desk.write_text(json.dumps(screen), encoding="ascii")
    hidden = folder / "hidden"
    hidden.mkdir()
    (hidden / "libthai.so.0").write_bytes(b"")  # found first, and no library
    return {
        **os.environ,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={desk}",
        "QT_SCALE_FACTOR": str(look.scale),
        "LD_LIBRARY_PATH": str(hidden),
        "LC_ALL": "C.UTF-8",
        "TZ": "ICT-7",
    }


def command(look: Look, out: Path, only: str) -> list[str]:
    """Return the command that makes the pictures of one look."""
    words = ["--look", look.name, "--out", str(out), "--only", only]
    return [sys.executable, "-m", "tests.looks", *words]
