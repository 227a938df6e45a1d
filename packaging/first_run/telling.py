"""What set-up says to the person at the terminal, in Thai and in English."""

from __future__ import annotations

import sys


class Stop(Exception):
    """What somebody has to do before set-up can go on; `line` is what to type."""

    def __init__(self, th: str, en: str, line: str = "") -> None:
        super().__init__(en)
        self.th = th
        self.en = en
        self.line = line


def say(th: str, en: str) -> None:
    """Write one line to standard error, so that the program's own output stays clean."""
    sys.stderr.write(f"{th} · {en}\n")
    sys.stderr.flush()


def show_progress(done: int, of: int, name: str) -> None:
    """Overwrite the present line with how far set-up is; nothing unless somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r  {min(done, of)}/{of} {name:<40.40}")
        sys.stderr.flush()


def end_progress() -> None:
    """Clear the line that `show_progress` wrote."""
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 60 + "\r")
