"""What the window says at its foot: notices below one another, and the strip of work going on."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from desktop_app.errors import Fault
from desktop_app.ui.language import words
from desktop_app.ui.look.notice import About, Act, Kind, Notice

AT_ONCE = 2
"""So many notices are seen at once; others come back as these go."""

_PLAIN = "plain"
"""The topic of what is said by the way, of which only the last is worth reading."""


class MessageBar(QFrame):
    """Says things, each with something to do about it or nothing.

    A notice takes the place of an older one of the same topic, or of the same words, and of no
    other: what offers a way back stays until its time is up, or another way back is offered.
    Leaving what it is about, a page or a view, takes it away.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message_bar")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notices: list[Notice] = []  # the oldest first
        self.hide()

    def retranslate(self) -> None:
        """Take away what was said in the language of before."""
        for notice in tuple(self._notices):
            self._remove(notice)

    def say(
        self,
        text: str,
        act: str = "",
        doing: Callable[[], object] | None = None,
        *,
        topic: str = "",
        about: About = About.VIEW,
    ) -> None:
        """Show `text` for a while, with a button that does `doing`."""
        self.show_notice(text, _acts(act, doing), topic=topic, about=about)

    def say_fault(
        self,
        fault: Fault,
        act: str = "",
        doing: Callable[[], object] | None = None,
        *,
        topic: str = "",
        about: About = About.VIEW,
    ) -> Notice:
        """Show what went wrong until it is closed, settled, or what it is about is left."""
        acts, kind = _acts(act, doing), Kind.FAULT
        return self.show_notice(
            words(fault.said), acts, topic=topic, kind=kind, about=about, lasting=True
        )

    def offer_back(
        self,
        text: str,
        undo: Callable[[], object],
        *,
        topic: str = "",
        about: About = About.VIEW,
        lasting: bool = False,
    ) -> None:
        """Show what was done with the way back from it, and take away what offered another."""
        for notice in [one for one in self._notices if one.offers_back]:
            self._remove(notice)
        acts = _acts(self.tr("เลิกทำ"), undo)
        notice = self.show_notice(text, acts, topic=topic, about=about, lasting=lasting)
        notice.offers_back = True

    def say_until_closed(self, text: str) -> None:
        """Show `text` until it is closed."""
        self.show_notice(text, lasting=True)

    def say_while_here(self, text: str) -> None:
        """Show what people should look at until it is closed, or another view is shown."""
        self.show_notice(text, kind=Kind.CAUTION, about=About.VIEW, lasting=True)

    def show_notice(
        self,
        text: str,
        acts: tuple[Act, ...] = (),
        *,
        topic: str = "",
        kind: Kind = Kind.NOTE,
        about: About = About.PROGRAM,
        lasting: bool = False,
    ) -> Notice:
        """Show `text` with what can be done about it; a `lasting` notice stays until closed."""
        topic = topic or (_PLAIN if kind is Kind.NOTE and not acts and not lasting else "")
        notice = self._place(topic, text)
        notice.about = about
        notice.offers_back = False
        notice.show_words(text, acts, kind, lasting=lasting)
        self._arrange()
        self._announce(text, kind)
        return notice

    def _place(self, topic: str, text: str) -> Notice:
        """Return the notice to be written over, or a new one."""
        for notice in self._notices:
            if (topic and notice.topic == topic) or notice.text == text:
                notice.topic = topic
                self._notices.remove(notice)
                self._notices.append(notice)
                return notice
        notice = Notice(topic)
        notice.closed.connect(lambda: self._remove(notice))
        self._notices.append(notice)
        return notice

    def _arrange(self) -> None:
        """Show what is to be read, the newest at the foot."""
        seen = self._seen()
        for notice in self._notices:
            self._column.removeWidget(notice)
        for notice in self._notices:
            self._column.addWidget(notice)
            notice.setVisible(notice in seen)
        self.setVisible(bool(self._notices))

    def _seen(self) -> list[Notice]:
        """Return the newest, and of the others rather those that are more than said by the way."""
        others = sorted(self._notices[:-1], key=lambda one: one.topic != _PLAIN)
        return [*others[1 - AT_ONCE :], *self._notices[-1:]]

    def _remove(self, notice: Notice) -> None:
        if notice in self._notices:
            notice.give_back_keyboard()
            self._notices.remove(notice)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
            self._arrange()

    def withdraw(self, text: str) -> None:
        """Take away what is no longer true."""
        for notice in [one for one in self._notices if one.text == text]:
            self._remove(notice)

    def settle(self, topic: str, *_: object) -> None:
        """Take away what was said of something that is settled; also as a signal's answer."""
        for notice in [one for one in self._notices if one.topic == topic]:
            self._remove(notice)

    def leave_view(self) -> None:
        """Take away what was said about the view that is left, and about its page."""
        for notice in [one for one in self._notices if one.about is not About.PROGRAM]:
            notice.leave()

    def leave_page(self) -> None:
        """Take away what was said about the page of the report that is left."""
        for notice in [one for one in self._notices if one.about is About.PAGE]:
            notice.leave()

    @property
    def text(self) -> str:
        """What was said last and is to be read still, or nothing."""
        return self._notices[-1].text if self._notices and self.isVisible() else ""

    def take_keyboard(self) -> None:
        """Give the keyboard to the newest notice."""
        if self._notices:
            self._notices[-1].take_keyboard()

    def _announce(self, text: str, kind: Kind) -> None:
        """Let a screen reader say it, at once if it is a fault."""
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, text)
        pressing = QAccessible.AnnouncementPoliteness.Assertive
        polite = QAccessible.AnnouncementPoliteness.Polite
        event.setPoliteness(pressing if kind is Kind.FAULT else polite)
        QAccessible.updateAccessibility(event)


def _acts(act: str, doing: Callable[[], object] | None) -> tuple[Act, ...]:
    return (Act(act, doing),) if act and doing is not None else ()


class WorkStrip(QProgressBar):
    """A thin moving strip: something takes longer than half a second."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the strip in the language that is spoken now."""
        self.setAccessibleName(self.tr("กำลังทำงาน"))
