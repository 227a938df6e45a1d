"""Which language the command line speaks, and how its words come out on any terminal."""

import io
import locale
import os
import sys
from collections.abc import Mapping
from typing import TextIO

from desktop_app.errors import EnvironmentFault, Language, Said

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str], system: str | None = None) -> Language:
    """Return the language that LC_ALL, LC_MESSAGES or LANG, in this order, asks for.

    Where none is set, as on Windows, `system` decides: the name of the system's own locale.
    """
    asked = next(filter(None, map(environment.get, _VARIABLES)), system or "")
    return "th" if asked.lower().startswith("th") else "en"


def system_locale() -> str | None:
    """Return the name of the locale that the system runs in, where it has one."""
    return locale.getlocale(locale.LC_CTYPE)[0]


def ready_streams() -> None:
    """Let both output streams take every character, on every platform and in every locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put_out(text: str) -> None:
    """Write lines to standard output; where its reader has gone, quietly stop.

    Raises EnvironmentFault where what stands behind it cannot be written.
    """
    if not text or sys.stdout is None:
        return
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_rest(sys.stdout)
    except OSError as error:
        _discard_rest(sys.stdout)
        reason = error.strerror or str(error)
        raise EnvironmentFault(
            Said(f"แสดงผลไม่ได้: {reason}", f"Could not write the output: {reason}")
        ) from error


def people_read() -> bool:
    """Tell whether standard output goes to a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def complain(text: str) -> None:
    """Write one line to standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(" ".join(text.split()) + "\n")
        sys.stderr.flush()
    except OSError:
        _discard_rest(sys.stderr)


def _discard_rest(stream: TextIO) -> None:
    """Point a stream that cannot be written at nothing, so that closing it does not fail again."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):  # a stream with no file behind it
        return
