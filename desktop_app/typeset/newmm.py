"""newmm, with all words of a file or, for a short document, only with those that its texts hold.

nlpo3 takes a tenth of a second to load the sixty thousand words of PyThaiNLP's list, and nothing
else in the process runs meanwhile.  newmm looks up nothing but stretches of its text, so the
words that occur in a text divide it as all of them do.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import nlpo3

_BRIEF = 10_000
"""Letters of which the words are found in less time than it takes to load all."""

_COST_OF_TEXT = 300  # letters that cost as much as another file for nlpo3 to read
_PART = 3  # letters by which words are found: few have the same
_LAST_LETTER = chr(sys.maxunicode)


class _Loaded(NamedTuple):
    """Words that nlpo3 has loaded, and its name for them."""

    name: str
    words: AbstractSet[str]


class Newmm:
    """Divides texts into the words of a file, one a line (UTF-8), by maximal matching."""

    def __init__(self, path: Path, *, brief: bool = False) -> None:
        """Load all words at once, or with `brief` not before a document has become long."""
        self._path = path
        self._left = _BRIEF if brief else 0
        self._names: set[str] = set()
        self._expected = ""
        self._for_expected = _Loaded("", frozenset())
        if not brief:
            self._load(str(path), path)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, read when they are first asked for."""
        return frozenset(self._listed)

    @cached_property
    def _listed(self) -> list[str]:
        words = self._path.read_bytes().decode().splitlines()  # far quicker than as a text file
        words.sort()  # they are, but for a list from elsewhere
        return words

    def expect(self, texts: Iterable[str]) -> None:
        """Be ready for texts that will be asked for; a saving where not all words are loaded."""
        if self._left > 0:
            self._expected = "\n".join(texts)
            self._for_expected = self._loaded_for(self._expected)

    def divided(self, text: str) -> tuple[list[str], AbstractSet[str]]:
        """Return `text` cut into words and what is between them, and words that may occur in it.

        Among the latter are all that do.
        """
        expected = self._left > 0 and text in self._expected
        loaded = self._for_expected if expected else self._loaded_for(text)
        return nlpo3.segment(text, loaded.name), loaded.words

    def _loaded_for(self, text: str) -> _Loaded:
        self._left -= len(text) + _COST_OF_TEXT
        if self._left > 0:
            words = self._words_for(text)
            with suppress(OSError):  # where there is no room for a small file, all words serve
                return _Loaded(self._load_words("\n".join(sorted(words))), words)
        name = str(self._path)
        self._load(name, self._path)
        return _Loaded(name, self.words)

    def _load_words(self, words: str) -> str:
        if words not in self._names:
            with NamedTemporaryFile("w", encoding="utf-8", delete=False) as file:
                file.write(words)
            try:
                self._load(words, Path(file.name))
            finally:
                Path(file.name).unlink()
        return words

    def _load(self, name: str, path: Path) -> None:
        # nlpo3 keeps dictionaries by name for the whole process; a second load changes nothing.
        if name not in self._names:
            nlpo3.load_dict(str(path), name)
            self._names.add(name)

    def _words_for(self, text: str) -> set[str]:
        """Return words among which are all that occur in a text, at any place, and few others."""
        short = {text[at : at + length] for length in range(1, _PART) for at in range(len(text))}
        parts = {text[at : at + _PART] for at in range(len(text) - _PART + 1)}
        found = {stretch for stretch in short if self._is_word(stretch)}
        for part in parts:
            found.update(
                word
                for word in self._beginning_with(part)
                if word[-_PART:] in parts
                and (len(word) < 2 * _PART or word[_PART : 2 * _PART] in parts)
            )
        return found

    def _is_word(self, stretch: str) -> bool:
        at = bisect_left(self._listed, stretch)
        return self._listed[at : at + 1] == [stretch]

    def _beginning_with(self, start: str) -> list[str]:
        words = self._listed
        first = bisect_left(words, start)
        return words[first : bisect_left(words, start + _LAST_LETTER, first)]
