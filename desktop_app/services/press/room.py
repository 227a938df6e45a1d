"""Sets reports in a process of its own, so that setting pages never holds up whoever waits for them.

Python runs one thread at a time: pages that are set beside a window in the same process would
take its turns.  The child knows no window; it ends when its connection does, however the parent
ended, and is started again where it died.
"""

from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from threading import Event, Lock
from typing import TYPE_CHECKING

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.logs import trace_of
from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.services.press.messages import (
    Answer,
    Bug,
    Job,
    Line,
    Paper,
    PressFailed,
    Refusal,
    Request,
    Withdrawal,
    given_up,
)
from desktop_app.services.settings import read_settings
from desktop_app.services.words.wordlist import read_words

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess


_GLANCE = 0.02
"""Seconds between two glances at whether pages are wanted still."""


class PressRoom:
    """The press behind a door: one report at a time, from any thread."""

    def __init__(self, place: DataPlace) -> None:
        """Set pages with the words and on the paper that `place` notes when they are asked for."""
        self._place = place
        self._one_at_a_time = Lock()
        self._starting = Lock()
        self._child: SpawnProcess | None = None
        self._calls: Line[Request, Answer] | None = None
        self._there: dict[str, bytes] = {}
        self._closed = False

    def warm_up(self) -> None:
        """Start the child, which loads its dictionaries at once."""
        self._connection()

    def set_document(
        self, package: Package, unwanted: Event | None = None, *, tagged: bool = False
    ) -> Paper:
        """Return the report as a PDF, `tagged` where it is for more than to be looked at.

        Raises what setting it raises: a Fault, or PressFailed for a bug.  Raises GivenUp once
        the room is closed, or `unwanted` is set: then whoever waits next is served at once.
        """
        words, paper = read_words(self._place), read_settings(self._place).settings.paper
        job = Job(package.report, package.files, frozenset(), words, paper, tagged)
        with self._one_at_a_time:
            try:
                answer = self._ask(job, unwanted)
            except (EOFError, OSError):
                self._end()
                answer = self._ask_again(job, unwanted)
        if isinstance(answer, Refusal):
            raise answer.kind(answer.said)
        if isinstance(answer, Bug):
            raise PressFailed(answer.trace)
        return answer

    def _ask_again(self, job: Job, unwanted: Event | None) -> Answer:
        try:
            return self._ask(job, unwanted)
        except (EOFError, OSError) as error:
            self._end()
            raise _failed() from error

    def _ask(self, job: Job, unwanted: Event | None) -> Answer:
        """Ask for what `job` says, with those of its files that are not there yet."""
        if unwanted is not None and unwanted.is_set():
            raise given_up()
        calls = self._connection()
        there, files = self._there, job.fresh
        kept = frozenset(name for name, data in files.items() if there.get(name) is data)
        fresh = {name: data for name, data in files.items() if name not in kept}
        calls.send(replace(job, fresh=fresh, kept=kept))
        answer = _answer(calls, unwanted)
        self._there = dict(files)
        return answer

    def _connection(self) -> Line[Request, Answer]:
        with self._starting:
            if self._closed:
                raise given_up()
            if self._calls is None:
                self._calls = self._start()
            return self._calls

    def _start(self) -> Line[Request, Answer]:
        spawning = get_context("spawn")
        here, there = spawning.Pipe()
        with there:
            self._child = spawning.Process(target=_serve, args=(there, self._place), daemon=True)
            self._child.start()
        self._there = {}
        return here

    def _end(self) -> None:
        with self._starting:
            if self._calls is not None:
                self._calls.close()
            if self._child is not None:
                self._child.kill()
                self._child.join()
            self._calls = self._child = None

    def close(self) -> None:
        """End the child at once, whatever it does; who waits for pages gets GivenUp."""
        self._closed = True
        with self._starting:
            if self._child is not None:
                self._child.kill()
                self._child.join()


def _answer(calls: Line[Request, Answer], unwanted: Event | None) -> Answer:
    """Wait for an answer, and say so where nobody wants it any more."""
    while unwanted is not None and not calls.poll(_GLANCE):
        if unwanted.is_set():
            calls.send(Withdrawal())
            break
    return calls.recv()


def _failed() -> EnvironmentFault:
    return EnvironmentFault(
        Said(
            "จัดหน้าไม่สำเร็จ งานที่พิมพ์ไว้ไม่หาย ลองปิดโปรแกรมอื่นเพื่อเพิ่มหน่วยความจำว่าง",
            "The pages could not be set; your work is safe. Try closing other programs",
        )
    )


def _serve(calls: Line[Answer, Request], place: DataPlace) -> None:
    """Set what is asked for until nobody asks any more; runs in the child, which loads the press."""
    try:
        from desktop_app.services.press.work import serve
    except Exception as error:
        with suppress(EOFError, OSError):
            calls.recv()
            calls.send(Bug(trace_of(error)))
        raise SystemExit(1) from error
    serve(calls, place)
