"""The rotating log of one person's data place: what went wrong, without what anybody typed."""

import logging
import re
from itertools import pairwise
from pathlib import Path

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


def without_personal_data(text: str) -> str:
    """Return `text` without Thai words, long numbers, quoted input and the home folder's name.

    Messages of exceptions quote the values that they complain of, and those are people's names
    and numbers; where it happened is what mends the bug.
    """
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
        return without_personal_data(super().format(record))


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
