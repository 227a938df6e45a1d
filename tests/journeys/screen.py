"""A desk for one journey: an X server, a window manager and a message bus of its own."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from select import select
from typing import IO, Self

from PIL import Image, ImageGrab

SIZE = (1366, 768)
"""The screen's pixels: those of the laptops that most offices have."""

LAYOUTS = ("setxkbmap", "-layout", "us,th", "-variant", "altgr-intl,")
"""Two layouts as people have them: English, whose AltGr also writes “ and ”, and Thai Kedmanee."""

PATIENCE = 60.0
"""Seconds after which something that should happen is taken for something that never will."""

_WINDOWS = """
startup_message off
set border 0
"""  # ratpoison gives the keyboard to what opens, and back to what was below once that closes

_BUS = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <auth>EXTERNAL</auth>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""  # without folders of services: nothing of this machine's desktop is started by a test


class Screen:
    """Has its own display number and ends every process that it started, by its own id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ending = ExitStack()
        self._display = ""
        self.bus = ""

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            undo.enter_context(self._ending)
            self._start()
            undo.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._ending.close()

    def _start(self) -> None:
        # Keys that repeat while held would write a letter twice whenever this machine pauses
        # between a press and its release.
        server = ["Xvfb", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        server += ["-noreset", "-r", "-s", "0", "-displayfd", _ANSWER]
        self._display = f":{self._first_line_of(server)}"
        self.run(*LAYOUTS)
        self._begin(["ratpoison", "-f", self._configuration("windows", _WINDOWS)])
        bus = ["dbus-daemon", "--nofork", f"--config-file={self._configuration('bus', _BUS)}"]
        self.bus = self._first_line_of([*bus, f"--print-address={_ANSWER}"])

    def _configuration(self, name: str, text: str) -> str:
        path = self._folder / f"{name}.conf"
        path.write_text(text.strip() + "\n", encoding="utf-8")
        return str(path)

    def _begin(self, command: Sequence[str], pass_fds: tuple[int, ...] = ()) -> None:
        name = f"{command[0]}.log"
        log = self._ending.enter_context((self._folder / name).open("wb"))
        process = subprocess.Popen(
            command, env=self.environment, stdout=log, stderr=log, pass_fds=pass_fds
        )
        self._ending.callback(_end, process)

    def _first_line_of(self, command: Sequence[str]) -> str:
        """Start what answers on a file descriptor once it is ready, and return its answer."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as answer:
            with os.fdopen(writing, "w"):
                here = [word.replace(_ANSWER, str(writing)) for word in command]
                self._begin(here, (writing,))
            return _line(answer, command[0])

    @property
    def environment(self) -> Mapping[str, str]:
        """What programs have to be given in order to appear here."""
        settings = {key: value for key, value in os.environ.items() if key not in _OF_OTHER_DESKS}
        here = {"DISPLAY": self._display, "DBUS_SESSION_BUS_ADDRESS": self.bus}
        return settings | here | {"QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: str, given: str = "") -> None:
        """Run a short command on this screen, with text to read."""
        subprocess.run(
            command,
            env=self.environment,
            input=given,
            encoding="utf-8",
            check=True,
            timeout=PATIENCE,
        )

    def close_window(self) -> None:
        """Press the window's button for closing, as far as a window without one knows."""
        self.run("ratpoison", "-c", "delete")

    def picture(self) -> Image.Image:
        """Return what the screen shows."""
        return ImageGrab.grab(xdisplay=self._display)


_ANSWER = "{answer}"
"""Stands in a command for the file descriptor that it is to answer on."""

_OF_OTHER_DESKS = ("WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")


def _line(answer: IO[str], name: str) -> str:
    ready, _, _ = select([answer], [], [], PATIENCE)
    line = answer.readline().strip() if ready else ""
    assert line, f"{name} did not start"
    return line


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
