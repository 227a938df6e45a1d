"""Words that fields are completed with, and how words are spelt, beside the window's thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.errors import Fault
from desktop_app.report.fields import Known
from desktop_app.services.words.spelling import Doubt
from desktop_app.ui.desk.bench import Bench
from desktop_app.ui.editing.session import Session


class KnownDesk(QObject):
    """Fetches what was typed before; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench
        self._session = session

    def ask(self, asker: QObject, known: Known, then: Callable[[tuple[str, ...]], None]) -> None:
        """Hand over the known words; where they cannot be had, nothing is offered."""
        agency = self._session.report.agency
        work = partial(self._bench.office.known_words, known, agency)
        self._bench.tasks.read(asker, work, then, partial(_pass_over, then))


class SpellingDesk(QObject):
    """Looks texts through, and learns words; lives as long as the session."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(session)
        self._bench = bench

    def look(self, asker: QObject, text: str, then: Callable[[tuple[Doubt, ...]], None]) -> None:
        """Hand over the doubted words of a text."""
        work = partial(self._bench.office.doubts, text)
        self._bench.tasks.read(asker, work, then)

    def learn(self, word: str) -> None:
        """Take a word into the user's own."""
        work = partial(self._bench.office.learn_word, word)
        said = self.tr("เพิ่ม “{word}” ในคำของฉันแล้ว").format(word=word)
        self._bench.tasks.write(self, work, lambda _: self._bench.window.messages.say(said))


def _pass_over(then: Callable[[tuple[str, ...]], None], fault: Fault) -> None:
    """Offer nothing: whoever types needs no help so much as to be told of a fault for it."""
    del fault
    then(())
