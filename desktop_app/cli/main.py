"""Puts the command line together: its words, the parts each command needs, and how it ends.

Parts are imported by the command that needs them, since start-up counts: `list` needs no
typesetting, `render FILE` no database, and only the window needs Qt.
"""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, cast

import typer
from typer.core import TyperGroup

from desktop_app import __version__
from desktop_app.cli.display import demand_display, is_of_qt, no_window
from desktop_app.cli.language import (
    complain,
    language_of,
    put_out,
    ready_streams,
    system_locale,
)
from desktop_app.cli.outcome import CALL_IS_WRONG, WORK_SAYS_NO, Outcome
from desktop_app.cli.usage import both, help_text, speak, usage_fault
from desktop_app.cli.words import (
    COMMANDS,
    BackupWord,
    JsonWord,
    OutWord,
    PassphraseWord,
    ReportWord,
)
from desktop_app.errors import Fault, Language, Said
from desktop_app.logs import log_bug
from desktop_app.paths import DataPlace, data_place
from desktop_app.report.location import Path as Place
from desktop_app.report.package import Package
from desktop_app.services.naming import (
    NamesNothing,
    demand_other_file,
    names_a_file,
    read_named,
)

if TYPE_CHECKING:
    from desktop_app.storage.store import Store

Work = Callable[[], Outcome]
"""What a call asks for, once its words have been understood."""


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
        outcome = _understood(arguments, call)()
        put_out(outcome.text)
        if outcome.warning is not None:
            complain(outcome.warning.to(call.language))
    except Fault as fault:
        complain(fault.said.to(call.language))
        return CALL_IS_WRONG if isinstance(fault, NamesNothing) else WORK_SAYS_NO
    except typer.TyperException as error:
        complain(usage_fault(error).to(call.language))
        return CALL_IS_WRONG
    except KeyboardInterrupt:
        return 130
    return outcome.status


def _understood(arguments: list[str] | None, call: Call) -> Work:
    """Return what the words of a call ask for; Typer's own output, help and version, included."""
    group = cast("TyperGroup", typer.main.get_command(_program()))
    speak(group, call.language)
    with redirect_stdout(StringIO()) as shown:
        asked = group.main(arguments, prog_name="suanruam", standalone_mode=False, obj=call)
    if callable(asked):
        return cast("Work", asked)
    return partial(Outcome, help_text(shown.getvalue(), call.language), int(asked or 0))


def _program() -> typer.Typer:
    program = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        help=both(
            "ส่วนร่วม: รายงานการมีส่วนร่วมของบุคคลภายนอก ไม่ระบุคำสั่งคือเปิดหน้าต่างโปรแกรม",
            "Suanruam: participation reports of Thai offices. Without a command, the window opens.",
        ),
    )
    program.callback()(_everywhere)
    for name, command in _commands().items():
        program.command(name, help=COMMANDS[name])(command)
    return program


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"suanruam {__version__}")
        raise typer.Exit


def _everywhere(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help=both(
                "โฟลเดอร์เก็บข้อมูลทั้งหมดของผู้ใช้: ฐานข้อมูล การตั้งค่า บันทึกการทำงาน ข้อมูลสำรอง",
                "Keep all of a user's data here: database, settings, logs, backups.",
            ),
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_show_version,
            help=both("แสดงรุ่นของโปรแกรมแล้วจบ", "Show the version and exit."),
        ),
    ] = False,
) -> Work | None:
    del version  # its callback has answered
    call: Call = context.obj
    call.place = data_place(data_dir)
    return None if context.invoked_subcommand else partial(_open_window, call)


def _render(
    context: typer.Context,
    report: ReportWord,
    out: OutWord,
    thai_digits: Annotated[
        bool, typer.Option("--thai-digits", help=both("ใช้เลขไทย", "Use Thai numerals."))
    ] = False,
    deterministic: Annotated[
        bool,
        typer.Option(
            "--deterministic",
            help=both("ให้ผลเหมือนกันทุกไบต์ทุกครั้ง", "Give the same bytes every time."),
        ),
    ] = False,
) -> Work:
    def work() -> Outcome:
        with _without_collector():
            from desktop_app.cli.rendering import render
            from desktop_app.services.settings import read_settings
            from desktop_app.services.words.wordlist import read_words

            call: Call = context.obj
            demand_other_file(report, out)
            package, words = _package(call, report), read_words(call.place)
            paper = read_settings(call.place).settings.paper
            return render(
                package, out, words, paper, thai_digits=thai_digits, deterministic=deterministic
            )

    return work


def _import(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help=both("ไฟล์รายงาน .json หรือ .zip", "Report files.")),
    ],
) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.exchange import import_

        with _store(context.obj) as store:
            return import_(store, files)

    return work


def _export(context: typer.Context, report: ReportWord, out: OutWord) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.exchange import export, export_named

        if names_a_file(report):
            return export(_package(context.obj, report), out)
        with _store(context.obj) as store:
            return export_named(store, report, out)

    return work


def _list(context: typer.Context, json: JsonWord = False) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.listing import list_

        call: Call = context.obj
        with _store(call) as store:
            return list_(store, call.language, as_json=json)

    return work


def _check(context: typer.Context, report: ReportWord, json: JsonWord = False) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.checking import check_report
        from desktop_app.services.settings import read_settings

        call: Call = context.obj
        face = read_settings(call.place).settings.paper.face
        package, unread = _typed(call, report)
        return check_report(package, unread, call.language, face, as_json=json)

    return work


def _backup(
    context: typer.Context,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help=both("ไฟล์ที่จะเขียน", "The file to write."))
    ],
    passphrase_file: PassphraseWord = None,
) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.backups import backup

        call: Call = context.obj
        _store(call).close()  # makes the database, or brings it up to date
        return backup(call.place, out, passphrase_file, call.language)

    return work


def _verify(
    context: typer.Context, file: BackupWord, passphrase_file: PassphraseWord = None
) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.backups import verify

        call: Call = context.obj
        return verify(call.place, file, passphrase_file, call.language)

    return work


def _restore(
    context: typer.Context, file: BackupWord, passphrase_file: PassphraseWord = None
) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.backups import restore_
        from desktop_app.storage.lock import DatabaseLock

        call: Call = context.obj
        with DatabaseLock.take(call.place.database):
            return restore_(call.place, file, passphrase_file, call.language)

    return work


def _merge(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help=both("ไฟล์ข้อมูลสำรองหรือไฟล์รายงาน", "Backups or report files."),
        ),
    ],
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=both("แสดงผลโดยไม่รวมจริง", "Show, and change nothing.")),
    ] = False,
    json: JsonWord = False,
) -> Work:
    def work() -> Outcome:
        from desktop_app.cli.merging import merge

        call: Call = context.obj
        with _store(call) as store:
            return merge(store, files, call.language, dry_run=dry_run, as_json=json)

    return work


def _commands() -> Mapping[str, Callable[..., Work]]:
    return {
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
        return read_named(Path(reference))
    from desktop_app.services.exchange import load_reference

    with _store(call) as store:
        return load_reference(store, reference)


def _typed(call: Call, reference: str) -> "tuple[Package, Mapping[Place, str]]":
    """Return a report, and of a stored one also what was typed in it and cannot be read."""
    if names_a_file(reference):
        return read_named(Path(reference)), {}
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
