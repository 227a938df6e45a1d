"""newmm, with all words of a file or, for a short document, only with those that its texts hold.

nlpo3 takes a tenth of a second to load the sixty thousand words of PyThaiNLP's list, and nothing
else in the process runs meanwhile.  newmm looks up nothing but stretches of its text, so the
words that occur in a text divide it as all of them do.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile

import nlpo3

_BRIEF = 10_000
"""Letters of which the words are found in less time than it takes to load all."""

_COST_OF_TEXT = 300  # letters that cost as much as another file for nlpo3 to read
_LONG = 12  # letters; the few longer words are looked for by their beginnings


class Newmm:
    """Divides texts into the words of a file, one a line (UTF-8), by maximal matching."""

    def __init__(self, path: Path, *, brief: bool = False) -> None:
        """Load all words at once, or with `brief` not before a document has become long."""
        self._path = path
        self._left = _BRIEF if brief else 0
        self._expected, self._expected_words = "", ""
        self._loaded: set[str] = set()
        if not brief:
            self._load_all()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, read when they are first asked for."""
        return frozenset(self._path.read_text(encoding="utf-8").splitlines())

    def expect(self, texts: Iterable[str]) -> None:
        """Be ready for texts that will be asked for; a saving where all words are not loaded."""
        if self._left > 0:
            self._expected = "\n".join(texts)
            self._expected_words = self._dictionary_for(self._expected)

    def tokens(self, text: str) -> list[str]:
        """Return `text` cut into words and what is between them."""
        expected = self._left > 0 and text in self._expected
        return nlpo3.segment(text, self._expected_words if expected else self._dictionary_for(text))

    def _dictionary_for(self, text: str) -> str:
        """Return nlpo3's name of a dictionary that serves a text, loaded where it is not yet."""
        self._left -= len(text) + _COST_OF_TEXT
        if self._left > 0:
            words = "\n".join(sorted(self._words_in(text)))
            with suppress(OSError):  # where there is no room for a small file, all words serve
                return self._load_words(words)
        return self._load_all()

    def _load_all(self) -> str:
        # nlpo3 keeps dictionaries by name for the whole process; a second load changes nothing.
        name = str(self._path)
        if name not in self._loaded:
            nlpo3.load_dict(name, name)
            self._loaded.add(name)
        return name

    def _load_words(self, words: str) -> str:
        if words not in self._loaded:
            with NamedTemporaryFile("w", encoding="utf-8", delete=False) as file:
                file.write(words)
            try:
                nlpo3.load_dict(file.name, words)
            finally:
                Path(file.name).unlink()
            self._loaded.add(words)
        return words

    def _words_in(self, text: str) -> set[str]:
        """Return the words that occur in a text, at any place."""
        found: set[str] = set()
        for length in range(1, min(len(text), _LONG) + 1):
            stretches = {text[at : at + length] for at in range(len(text) - length + 1)}
            found |= stretches & self.words
            if length == _LONG:
                begun = stretches & self._long_words.keys()
                found.update(w for start in begun for w in self._long_words[start] if w in text)
        return found

    @cached_property
    def _long_words(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in [word for word in self.words if len(word) > _LONG]:
            found.setdefault(word[:_LONG], []).append(word)
        return found
