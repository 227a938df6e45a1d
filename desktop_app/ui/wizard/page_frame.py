"""The middle of the window: where one is, the page's title, the page, Back and Next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.report import flow
from desktop_app.report.flow import Page
from desktop_app.report.values import Report
from desktop_app.ui.language import words
from desktop_app.ui.look.buttons import Button
from desktop_app.ui.look.elided import ElidedButton, ElidedLabel
from desktop_app.ui.look.style_sheet import Role, play
from desktop_app.ui.look.tokens import Space
from desktop_app.ui.look.word_label import WordLabel


class PageFrame(QWidget):
    """Frames whichever page is open."""

    back_asked = Signal()
    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._crumb = ElidedLabel()
        self._title = WordLabel()
        self._title.setObjectName("page_title")
        self._step = QLabel()
        self._back = Button(self.tr("ย้อนกลับ"), name="back")
        self._back.setToolTip("Alt+←")
        self._next = ElidedButton("", Role.PRIMARY, name="next")
        self._next.setToolTip("Alt+→")
        self._body = QVBoxLayout()
        self._lay_out()
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.HUGE, Space.MEDIUM, Space.HUGE, Space.MEDIUM)
        column.setSpacing(0)
        for label, role in ((self._crumb, Role.QUIET), (self._title, Role.TITLE)):
            play(label, role)
            column.addWidget(label)
        column.addSpacing(Space.SMALL)
        column.addLayout(self._body, 1)
        column.addSpacing(Space.MEDIUM)
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL)
        play(self._step, Role.QUIET)
        foot.addWidget(self._step)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column.addLayout(foot)

    def show_page(self, report: Report, page: Page, body: QWidget) -> None:
        """Put `body` into the frame in place of the page before."""
        while (old := self._body.takeAt(0)) is not None:
            gone = old.widget()
            if gone is not None and gone is not body:
                gone.hide()
                gone.deleteLater()
        self._body.addWidget(body)
        body.show()
        self.show_report(report, page)

    def show_report(self, report: Report, page: Page) -> None:
        """Say where one is and what comes next."""
        self._crumb.show_words(self._where(report, page))
        self._crumb.setVisible(bool(self._crumb.text()))
        self._title.setText(words(flow.title(page)))
        every = flow.pages(report)
        step = self.tr("ขั้นที่ {here} จาก {count}")
        step = step.format(here=every.index(page) + 1, count=len(every))
        self._step.setText(step)
        self._back.setEnabled(flow.previous_page(report, page) is not None)
        after = flow.next_page(report, page)
        self._next.setVisible(after is not None)
        if after is not None:
            self._next.say(self._next_words(after))

    def _next_words(self, after: Page) -> str:
        said = words(flow.title(after))
        if after.section is not None and after.section.clause is not None and len(said) > 32:
            said = f"{said.split(' ', 1)[0]} {words(after.section.short)}"
        return self.tr("ถัดไป: {page}").format(page=said)

    def _where(self, report: Report, page: Page) -> str:
        if page.activity is None:
            return ""
        name = (report.activities[page.activity].name or "").strip()
        number = self.tr("กิจกรรมที่ {n}").format(n=page.activity + 1)
        return f"{number} · {name}" if name else number
