"""The process that sets pages: it answers one connection, and ends with it."""

import gc
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from desktop_app.errors import Fault
from desktop_app.logs import trace_of
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.services.press.messages import (
    Answer,
    Bug,
    Job,
    Line,
    Paper,
    Refusal,
    Request,
    Spot,
    given_up,
)
from desktop_app.services.printing import bundled_press, print_document
from desktop_app.services.settings import read_settings
from desktop_app.services.words.wordlist import read_words
from desktop_app.typeset.setting import Press

_OFTEN = 0.01
"""Seconds between two looks at whether anybody waits still: looking takes a while itself."""


def serve(calls: Line[Answer, Request], place: DataPlace) -> None:
    """Set what is asked for until nobody asks any more, with the words that `place` notes.

    A bug is told to who asked, and ends the process: what it left behind is not trusted.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window decides when to end
    work = _Work(_Doubt(calls))
    with suppress(EOFError, OSError):
        with suppress(Exception):  # before anybody waits for it; who does is told what is wrong
            work.press(read_words(place), read_settings(place).settings.paper.face)
        while True:
            request = calls.recv()
            if isinstance(request, Job):  # else the pages had come already
                _answer(calls, work, request)


def _answer(calls: Line[Answer, Request], work: "_Work", job: Job) -> None:
    try:
        calls.send(work.done(job))
    except Fault as fault:
        calls.send(Refusal(type(fault), fault.said))
    except (EOFError, OSError):
        raise
    except Exception as error:
        calls.send(Bug(trace_of(error)))
        raise SystemExit(1) from error  # as it is, its message would be written to a terminal


class _Doubt:
    """Asks, while pages are set, whether anybody waits for them: else something else is said."""

    def __init__(self, calls: Line[Answer, Request]) -> None:
        self._calls = calls
        self._next = 0.0

    def __call__(self) -> None:
        """Raise GivenUp where nobody does."""
        if monotonic() >= self._next:
            self._next = monotonic() + _OFTEN
            if self._calls.poll():
                raise given_up()


class _Work:
    """The press, and the files of the report that is being set."""

    def __init__(self, between: Callable[[], None]) -> None:
        self._between = between
        self._press: Press | None = None
        self._made_with: tuple[tuple[str, ...], Path | None] | None = None
        self._files: dict[str, bytes] = {}

    def press(self, words: tuple[str, ...], face: Path | None) -> Press:
        """Return the press, made anew where words or face are others than before."""
        if self._press is None or self._made_with != (words, face):
            gc.unfreeze()
            self._press = bundled_press(words, face, between=self._between)
            self._made_with = words, face
            gc.freeze()  # what is loaded now stays, and is not searched again
        return self._press

    def done(self, job: Job) -> Paper:
        """Set a report."""
        self._files = {name: self._files[name] for name in job.kept} | dict(job.fresh)
        press = self.press(job.words, job.paper.face)
        package = Package(job.report, self._files)
        done = print_document(package, press=press, paper=job.paper, tagged=job.tagged)
        places = {path: Spot(at.page, at.top) for path, at in done.places.items()}
        return Paper(done.pdf, done.page_count, places, done.missing)
