"""The rotating log of one person's data place: what went wrong, without what anybody typed."""

import dis
import errno
import logging
import re
import traceback
from collections.abc import Iterator
from copy import copy
from itertools import pairwise
from pathlib import Path, PurePath
from textwrap import indent

from desktop_app.paths import DataPlace

_LOG_BYTES = 500_000
_OLD_LOGS = (1, 2, 3)

logger = logging.getLogger("desktop_app")


def log_file(place: DataPlace) -> Path:
    """Return the path of the log; older ones stand beside it with .1, .2, .3 behind the name."""
    return place.logs / "suanruam.log"


def start_logging(place: DataPlace) -> None:
    """Send the program's log records to the log file of `place`, and nowhere else.

    The file and its folder are made by the first record, so that a command which has nothing
    to log leaves no trace.
    """
    _attach(place)


def log_bug(place: DataPlace, error: BaseException) -> Path | None:
    """Log `error` with its traceback; return the log's path, or None where it can't be written."""
    handler = _attach(place)
    logger.error("A bug in the program", exc_info=error)
    return None if handler.failed else handler.path


class BugElsewhere(Exception):
    """A bug that another process met; carries what `trace_of` says of it there."""

    def __init__(self, trace: str) -> None:
        super().__init__(trace)
        self.trace = trace


def trace_of(error: BaseException) -> str:
    """Return where an error was raised, and those that led to it, without what anybody typed.

    Messages of exceptions quote the values that they complain of, and those are people's names
    and numbers; where it happened is what mends the bug.  So a message is told only where Python
    itself wrote it, of the program's own names.
    """
    traces = "\nand then:\n\n".join(map(_trace, reversed(tuple(_with_causes(error)))))
    return without_personal_data(traces)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        yield one
        seen.add(id(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _trace(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    told = [
        traceback.FrameSummary(_short(one.filename), one.lineno, one.name, line=one.line)
        for one in frames
    ]
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    within = [error.trace] if isinstance(error, BugElsewhere) else map(_trace, inner)
    grouped = "".join(indent(one, "  | ") for one in within)
    return f"{''.join(traceback.format_list(told))}{_named(error)}\n{grouped}"


def _short(path: str) -> str:
    """Return the end of a path: where a program lies tells whose computer it is."""
    parts = PurePath(path).parts
    begins = [n for n, part in enumerate(parts) if part in _ROOTS]
    return PurePath(*parts[max(begins, default=len(parts) - 2) :][-_MOST_PARTS:]).as_posix()


def _named(error: BaseException) -> str:
    kind = type(error)
    given = ", ".join(type(one).__name__ for one in error.args)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    code = _code_of(error)
    said = _own_words(error) if kind in _OF_PYTHON and _is_raised_by_python(error) else ""
    return f"{name}({given}){f' {code}' if code else ''}{f': {said}' if said else ''}"


def _code_of(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        return errno.errorcode.get(error.errno, str(error.errno))
    return str(getattr(error, "sqlite_errorname", ""))


def _is_raised_by_python(error: BaseException) -> bool:
    """Tell that no statement raised the error with words of its own."""
    found = error.__traceback__
    while found is not None and found.tb_next is not None:
        found = found.tb_next
    if found is None:
        return False
    return dis.opname[found.tb_frame.f_code.co_code[found.tb_lasti]] not in _RAISING


def _own_words(error: BaseException) -> str:
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    known = {name for one in frames for name in (*one.f_code.co_names, *one.f_code.co_varnames)}

    def told(quoted: re.Match[str]) -> str:
        return quoted[0] if quoted[2] or quoted[1] in known else "…"

    return _QUOTED.sub(told, _PATHS.sub("", str(error)))


_ROOTS = ("desktop_app", "tests", "site-packages")
_MOST_PARTS = 6
_OF_PYTHON = (
    AttributeError,
    ImportError,
    IndexError,
    ModuleNotFoundError,
    NameError,
    RecursionError,
    TypeError,
    UnboundLocalError,
    ZeroDivisionError,
)
_RAISING = ("RAISE_VARARGS", "RERAISE")
_PATHS = re.compile(r" \([^)]*[/\\][^)]*\)")  # where a module lies
_QUOTED = re.compile(r"['\"]([^'\"]*)['\"](?=( object\b)?)")


def without_personal_data(text: str) -> str:
    """Return `text` without Thai words, long numbers, quoted input and the home folder's name."""
    text = text.replace(str(Path.home()), "~")
    for pattern, substitute in _PERSONAL:
        text = pattern.sub(substitute, text)
    return text


_PERSONAL = (
    (re.compile(r"input_value=.*?(?=, input_type)", re.DOTALL), "input_value=…"),
    (re.compile(r"[^\x00-\x7f]+(?:[\s.,/-]*[^\x00-\x7f]+)*"), "…"),
    (re.compile(r"\d(?:[\d\s-]*\d){5,}"), "…"),
)


def _attach(place: DataPlace) -> "_LogFile":
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    log = _LogFile(log_file(place))
    logger.addHandler(log)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return log


class _WithoutPersonalData(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text, its traceback included."""
        plain = copy(record)
        plain.exc_info = plain.exc_text = None
        text = without_personal_data(super().format(plain))
        error = record.exc_info[1] if record.exc_info else None
        return text if error is None else f"{text}\n{trace_of(error)}"


class _LogFile(logging.Handler):
    """A rotating log file that is made by its first record and never stops the program.

    The file is open only while a record is written, so that the window and a command can share
    it, and Windows lets it be renamed.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.failed = False
        self.setFormatter(_WithoutPersonalData("{asctime} {levelname} {message}", style="{"))

    def emit(self, record: logging.LogRecord) -> None:
        """Append one record; where that can't be done, note it and go on."""
        try:
            self._append(self.format(record) + "\n")
        except OSError:
            self.failed = True

    def _append(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size >= _LOG_BYTES:
            self._rotate()
        with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)

    def _rotate(self) -> None:
        names = [self.path, *(self.path.with_name(f"{self.path.name}.{n}") for n in _OLD_LOGS)]
        for younger, older in reversed(tuple(pairwise(names))):
            if younger.exists():
                younger.replace(older)
