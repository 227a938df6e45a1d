"""Puts the command line together: its words, the parts each command needs, and how it ends.

Parts are imported by the command that needs them, since start-up counts: `list` needs no
typesetting, `render FILE` no database, and only the window needs Qt.
"""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.cli import words
from desktop_app.cli.display import demand_display, is_of_qt, no_window
from desktop_app.cli.language import (
    complain,
    language_of,
    people_read,
    put_out,
    ready_streams,
    system_locale,
)
from desktop_app.cli.outcome import CALL_IS_WRONG, WORK_SAYS_NO, Outcome
from desktop_app.cli.reading import Asked, WrongCall, read
from desktop_app.cli.usage import help_text
from desktop_app.errors import Fault, Language, Said
from desktop_app.logs import log_bug
from desktop_app.paths import DataPlace, data_place
from desktop_app.report.location import Path as Place
from desktop_app.report.package import Package
from desktop_app.services.naming import (
    NamesNothing,
    demand_other_file,
    demand_pdf,
    names_a_file,
    read_named,
)

if TYPE_CHECKING:
    from desktop_app.storage.store import Store


@dataclass(slots=True)
class Call:
    """One call: its language, and the data place that its words name."""

    language: Language
    place: DataPlace


def main(arguments: list[str] | None = None) -> int:
    """Run one call of the command line and return its exit status.

    A bug passes as the exception that it is; at the top of the process it becomes one line that
    says where the log is.
    """
    atexit.register(gc.freeze)  # else all that is about to go is looked through once more
    ready_streams()
    call = Call(language_of(os.environ, system_locale()), data_place(None))
    sys.excepthook = partial(_report_bug, call)
    try:
        outcome = _outcome(sys.argv[1:] if arguments is None else arguments, call)
        put_out(outcome.text)
        if outcome.note is not None:
            complain(outcome.note.to(call.language))
        if outcome.hint is not None and people_read():
            complain(outcome.hint.to(call.language))
    except Fault as fault:
        complain(fault.said.to(call.language))
        return CALL_IS_WRONG if isinstance(fault, NamesNothing | WrongCall) else WORK_SAYS_NO
    except KeyboardInterrupt:
        return 130
    return outcome.status


def _outcome(arguments: Sequence[str], call: Call) -> Outcome:
    """Return what comes of what the words of a call ask for."""
    everywhere, asked = read(arguments)
    call.place = data_place(everywhere.path_if_any(words.DATA))
    for part in (everywhere, asked):
        if part and part.has(words.HELP):
            return Outcome(help_text(part.command, call.language))
    if everywhere.has(words.VERSION):
        return Outcome(f"suanruam {__version__}")
    return _open_window(call) if asked is None else _WORK[asked.command.name](call, asked)


def _render(call: Call, asked: Asked) -> Outcome:
    with _without_collector():
        from desktop_app.cli.rendering import render
        from desktop_app.services.settings import read_settings
        from desktop_app.services.words.wordlist import read_words

        reference, out = asked.text(words.REPORT), asked.path(words.OUT)
        demand_other_file(reference, out)
        demand_pdf(out)
        package, own = _package(call, reference), read_words(call.place)
        return render(
            package,
            out,
            own,
            read_settings(call.place).settings.paper,
            thai_digits=asked.has(words.THAI_DIGITS),
            deterministic=asked.has(words.SAME_BYTES),
        )


def _import(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.exchange import import_

    with _store(call) as store:
        return import_(store, asked.paths(words.REPORTS))


def _export(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.exchange import export, export_named

    reference, out = asked.text(words.REPORT), asked.path(words.OUT)
    if names_a_file(reference):
        return export(_package(call, reference), out)
    with _store(call) as store:
        return export_named(store, reference, out)


def _list(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.listing import list_

    with _store(call) as store:
        return list_(store, call.language, as_json=asked.has(words.JSON))


def _check(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.checking import check_report
    from desktop_app.services.settings import read_settings

    face = read_settings(call.place).settings.paper.face
    package, unread = _typed(call, asked.text(words.REPORT))
    as_json = asked.has(words.JSON)
    return check_report(package, unread, call.language, face, as_json=as_json)


def _backup(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.backups import backup

    _store(call).close()  # makes the database, or brings it up to date
    out, passphrase = asked.path(words.WRITTEN), asked.path_if_any(words.PASSPHRASE)
    return backup(call.place, out, passphrase, call.language)


def _verify(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.backups import verify

    file, passphrase = asked.path(words.BACKUP), asked.path_if_any(words.PASSPHRASE)
    return verify(call.place, file, passphrase, call.language)


def _restore(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.backups import restore_
    from desktop_app.storage.lock import DatabaseLock

    file, passphrase = asked.path(words.BACKUP), asked.path_if_any(words.PASSPHRASE)
    with DatabaseLock.take(call.place.database):
        return restore_(call.place, file, passphrase, call.language)


def _merge(call: Call, asked: Asked) -> Outcome:
    from desktop_app.cli.merging import merge

    dry_run, as_json = asked.has(words.DRY_RUN), asked.has(words.JSON)
    files, passphrase = asked.paths(words.TAKEN), asked.path_if_any(words.PASSPHRASE)
    with _store(call) as store:
        return merge(store, files, passphrase, call.language, dry_run=dry_run, as_json=as_json)


_WORK: Mapping[str, Callable[[Call, Asked], Outcome]] = {
    "render": _render,
    "import": _import,
    "export": _export,
    "list": _list,
    "check": _check,
    "backup": _backup,
    "verify": _verify,
    "restore": _restore,
    "merge": _merge,
}


def _store(call: Call) -> "Store":
    from desktop_app.storage.lock import demand_not_elsewhere
    from desktop_app.storage.store import Store

    demand_not_elsewhere(call.place.database)
    return Store.open(call.place.database)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare short work that makes next to no cycles the search for them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _package(call: Call, reference: str) -> Package:
    if names_a_file(reference):
        return read_named(reference)
    from desktop_app.services.exchange import load_reference

    with _store(call) as store:
        return load_reference(store, reference)


def _typed(call: Call, reference: str) -> "tuple[Package, Mapping[Place, str]]":
    """Return a report, and of a stored one also what was typed in it and cannot be read."""
    if names_a_file(reference):
        return read_named(reference), {}
    from desktop_app.services.exchange import load_reference, texts_without_value

    with _store(call) as store:
        package = load_reference(store, reference)
        return package, texts_without_value(store, package.report)


def _open_window(call: Call) -> Outcome:
    demand_display()
    try:
        from desktop_app.ui.app import run
    except ImportError as error:
        if not is_of_qt(error):
            raise
        raise no_window(Said(f"ใช้ Qt ไม่ได้ ({error})", f"Qt cannot be used ({error})")) from error
    return Outcome(status=run(call.place))


def report_bug(
    place: DataPlace,
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    """Log a bug, and say in one line where the log is; to be put in place of Python's own hook."""
    call = Call(language_of(os.environ, system_locale()), place)
    _report_bug(call, kind, error, traceback)


def _report_bug(
    call: Call,
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    where = log_bug(call.place, error.with_traceback(traceback))
    said = Said(
        f"โปรแกรมขัดข้อง เป็นข้อผิดพลาดของโปรแกรมเอง รายละเอียดอยู่ที่ {where}",
        f"A bug in the program stopped it; the details are in {where}",
    )
    if where is None:
        said = Said(
            "โปรแกรมขัดข้อง เป็นข้อผิดพลาดของโปรแกรมเอง และบันทึกรายละเอียดไม่ได้",
            "A bug in the program stopped it, and the details could not be logged",
        )
    complain(said.to(call.language))
