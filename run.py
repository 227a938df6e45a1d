#!/usr/bin/env python3
"""Set Suanruam up where it lies and start it: `python3 run.py`, on Windows `py run.py`.

run.py                   opens the window; where there is no display, sets the sample as a PDF
run.py test [ARGUMENT…]  runs the tests; arguments go to pytest
run.py ARGUMENT…         the command line, as in `run.py render report.json -o report.pdf`

All that is set up lies in `.venv` beside this file.  The standard library only, in words that
Python 3.8 still reads, so that an old one can be told so.
"""

from __future__ import annotations

import contextlib
import io
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence

sys.path.insert(0, str(Path(__file__).resolve().parent / "packaging"))

from first_run.environment import set_up
from first_run.layers import RUN, TEST, Place
from first_run.system import check_python, on_linux, x_server_answers
from first_run.telling import Stop, say

ROOT = Path(__file__).resolve().parent
SAMPLE = ROOT / "resources" / "samples" / "phitsanulok-2566" / "report.json"
SAMPLE_PDF = "suanruam-sample.pdf"
PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); sys.argv[:2] = ['suanruam']; "
    "from desktop_app.cli.start import main; sys.exit(main())"
)


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether a window can open here."""
    if not on_linux():
        return True
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    return bool(environment.get("DISPLAY")) and x_server_answers()


def program(place: Place, arguments: Sequence[str]) -> list[str]:
    """Return the command for the program's command line; without arguments, for its window."""
    return [str(place.python), "-I", "-X", "utf8", "-c", PROGRAM, str(place.root), *arguments]


def become(command: list[str]) -> int:
    """Run `command` in this one's stead; return its exit status where the system has no exec."""
    if os.name != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as child:
        while True:
            # Ctrl+C reaches the child as well, which decides what it means.
            with contextlib.suppress(KeyboardInterrupt):
                return child.wait()


def set_sample(place: Place) -> int:
    """Set the sample report as a PDF in the current folder, and say where it is."""
    out = Path.cwd() / SAMPLE_PDF
    status = subprocess.call(program(place, ["render", str(SAMPLE), "-o", str(out)]))
    if status == 0:
        say("ไม่มีจอภาพ จึงทำรายงานตัวอย่างเป็น PDF", f"no display, so the sample was set: {out}")
    return status


def run(place: Place, arguments: Sequence[str]) -> int:
    """Set up what `arguments` need, then do what they say; return the exit status."""
    if arguments[:1] == ["test"]:
        set_up(place, [RUN, TEST])
        os.chdir(place.root)
        return become([str(place.python), "-m", "pytest", *arguments[1:]])
    set_up(place, [RUN])
    if not arguments and not has_display(os.environ):
        return set_sample(place)
    return become(program(place, arguments))


def main() -> int:
    """Run; turn what stops it into one sentence and exit status 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        check_python(sys.version_info[:2], struct.calcsize("P") * 8)
        return run(Place(ROOT), sys.argv[1:])
    except Stop as stop:
        say(stop.th, stop.en)
        sys.stderr.write(f"\n    {stop.line}\n\n" if stop.line else "")
    except KeyboardInterrupt:
        say("หยุดแล้ว สั่งใหม่เพื่อทำต่อ", "stopped: run this again to go on")
    except OSError as fault:
        say(f"เตรียมโปรแกรมใน {ROOT} ไม่ได้", f"cannot set up here: {fault}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
