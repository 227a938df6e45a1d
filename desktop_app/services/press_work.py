"""The process that sets pages: it answers one connection, and ends with it."""

import gc
import signal
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection

from desktop_app.errors import Fault
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.report.values import Report
from desktop_app.services.press_words import Bug, Job, Paper, Refusal, Spot
from desktop_app.services.printing import bundled_press, print_document
from desktop_app.services.settings import USUAL, read_settings
from desktop_app.services.wordlist import read_words
from desktop_app.typeset.setting import Press


def serve(calls: Connection, place: DataPlace) -> None:
    """Set what is asked for until nobody asks any more, with the words that `place` notes.

    A bug is told to who asked, and ends the process: what it left behind is not trusted.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window decides when to end
    work = _Work(place)
    with suppress(EOFError, OSError):
        with suppress(Fault):
            work.press()  # before anybody waits for it
        while True:
            _answer(calls, work)


def _answer(calls: Connection, work: "_Work") -> None:
    job: Job = calls.recv()
    try:
        calls.send(work.done(job))
    except Fault as fault:
        calls.send(Refusal(type(fault), fault.said))
    except (EOFError, OSError):
        raise
    except Exception:
        calls.send(Bug(traceback.format_exc()))
        raise


class _Work:
    """The press, and the files of the report that is being set."""

    def __init__(self, place: DataPlace) -> None:
        self._place = place
        self._press: Press | None = None
        self._paper = USUAL.paper
        self._files: dict[str, bytes] = {}

    def press(self) -> Press:
        """Return the press, made when it is first needed."""
        if self._press is None:
            self._paper = read_settings(self._place).settings.paper
            self._press = bundled_press(read_words(self._place), self._paper.face)
            gc.freeze()  # what is loaded now stays, and is not searched again
        return self._press

    def done(self, job: Job) -> Paper:
        """Set a report."""
        self._files = {name: self._files[name] for name in job.kept} | dict(job.fresh)
        return self._set(job.report, tagged=job.tagged)

    def _set(self, report: Report, *, tagged: bool) -> Paper:
        press = self.press()
        package = Package(report, self._files)
        done = print_document(package, press=press, paper=self._paper, tagged=tagged)
        places = {path: Spot(at.page, at.top) for path, at in done.places.items()}
        return Paper(done.pdf, done.page_count, places, done.missing)
