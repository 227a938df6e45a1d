"""The user's own words and names, which no line parts: a plain text file that any editor opens.

One word a line; a line that begins with `#` is a comment.  The program writes UTF-8 with the mark
that old Windows editors know it by, and reads Windows-874 and UTF-16 as well.
"""

import codecs
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.paths import DataPlace
from desktop_app.whole_file import make_folder, write_faults, write_whole

_COMMENT = "#"
_SHORTEST, _LONGEST = 2, 100  # letters of a word
_HEADING = "# คำและชื่อที่ไม่ให้ตัดท้ายบรรทัด บรรทัดละหนึ่งคำ"
_NO_CHARACTERS = frozenset({"Cc", "Cn", "Cs", "Co"})


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of the file in their order, each once, and how many lines could not be used."""

    words: tuple[str, ...] = ()
    ignored: int = 0


def read_words(place: DataPlace) -> tuple[str, ...]:
    """Return the user's words, none where there is no file.

    Raises EnvironmentFault where the machine refuses to read it.
    """
    return word_list(place).words


def word_list(place: DataPlace) -> WordList:
    """Return the user's words and the number of lines that hold none; see `read_words`."""
    words: dict[str, None] = {}
    ignored = 0
    for line in _lines(place):
        word = _word(line)
        if word:
            words[word] = None
        elif line is None or (line.strip() and not _is_comment(line)):
            ignored += 1
    return WordList(tuple(words), ignored)


def write_words(place: DataPlace, words: Iterable[str]) -> None:
    """Put `words` in place of the user's words, durably; comments stay, at the head of the file.

    What `word_list` would ignore is left out.  Raises EnvironmentFault.
    """
    comments = [line.rstrip() for line in _lines(place) if line and _is_comment(line)]
    kept = dict.fromkeys(word for word in map(_word, words) if word)
    lines = (*(comments or [_HEADING]), *kept)
    with write_faults(place.words):
        make_folder(place.root)
    write_whole(place.words, "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig"))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith(_COMMENT)


def _word(line: str | None) -> str:
    """Return the word of a line, "" where it has none that can be used."""
    word = " ".join((line or "").split())
    strange = any(unicodedata.category(letter) in _NO_CHARACTERS for letter in word)
    if strange or _is_comment(word) or not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    return word


def _lines(place: DataPlace) -> Iterator[str | None]:
    """Yield the lines of the file; None stands for one that is no text."""
    data = _bytes(place)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from data.decode("utf-16", "replace").splitlines()
        return
    for line in data.removeprefix(codecs.BOM_UTF8).splitlines():
        yield _decoded(line)


def _bytes(place: DataPlace) -> bytes:
    try:
        return place.words.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentFault(
            Said(
                f"อ่านรายการคำ {place.words} ไม่ได้: {reason}",
                f"Could not read the word list {place.words}: {reason}",
            )
        ) from error


def _decoded(line: bytes) -> str | None:
    for encoding in ("utf-8", "cp874"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
