"""Labels of several lines that end between Thai words, whatever the system's Qt knows of Thai."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.look.lines import height_of, lay_out, units
from desktop_app.ui.look.theme import tokens

_DRESSED = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
_WIDEST = 640
"""Pixels that a label asks for at most; it takes what it is given."""

_LEAST = 48
"""Pixels below which no line is worth reading."""


class WordLabel(QLabel):
    """Plain words on as many lines as they need; `text` is what they are, without a mark more."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}  # by width, of the words that were measured last
        self._measured = ""
        self._marks: tuple[tuple[int, int], ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setText(words)

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Let parts of the words, counted in characters, stand out."""
        self._marks = tuple(spans)
        self.update()

    def let_copy(self) -> None:
        """Let people copy the words by a menu."""
        copy = QAction(self.tr("คัดลอก"), self)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another face."""
        if event.type() in _DRESSED:
            self._heights.clear()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Tell that fewer lines are needed where there is more room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, with what stands around them."""
        if self._measured != self.text():
            self._measured = self.text()
            self._heights.clear()
        found = self._heights.get(width)
        if found is None:
            around = self.contentsMargins()
            room = width - around.left() - around.right()
            found = height_of(self._laid_out(room)) + around.top() + around.bottom()
            self._heights[width] = found
        return found

    def sizeHint(self) -> QSize:
        """Ask for one line where that is no longer than is pleasant to read."""
        metrics, around = self.fontMetrics(), self.contentsMargins()
        longest = max(map(metrics.horizontalAdvance, self.text().split("\n")))
        wide = min(longest + 2, _WIDEST) + around.left() + around.right()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and little width: the layout asks how high it is then."""
        return QSize(min(_LEAST, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines where the label's alignment puts them."""
        del event
        area = self.contentsRect()
        layout = self._laid_out(area.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = area.top() + self._above(area, height_of(layout))
        for line in _lines(layout):
            line.draw(
                painter, QPointF(area.left() + self._before(area, line.naturalTextWidth()), top)
            )
        painter.end()

    def _above(self, area: QRect, height: int) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        over = area.height() - height
        return over if self.alignment() & Qt.AlignmentFlag.AlignBottom else over / 2

    def _before(self, area: QRect, wide: float) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return max((area.width() - wide) / 2, 0)
        return max(area.width() - wide, 0) if self.alignment() & Qt.AlignmentFlag.AlignRight else 0

    def _laid_out(self, width: int) -> QTextLayout:
        """Return the lines for so many pixels."""
        words = self.text().replace("\n", "\u2028")
        layout = QTextLayout(words, self.font())
        layout.setFormats([_marked(words, *span) for span in self._marks])
        lay_out(layout, _line_ends(words), max(width, _LEAST))
        return layout


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    yield from (layout.lineAt(number) for number in range(layout.lineCount()))


def _marked(words: str, begin: int, end: int) -> QTextLayout.FormatRange:
    now, look = tokens(), QTextCharFormat()
    look.setForeground(QColor(now.text))
    look.setBackground(QColor(now.mark))
    look.setFontUnderline(True)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = units(words[:begin]), units(words[begin:end]), look
    return made


def _line_ends(words: str) -> tuple[int, ...]:
    """Return where lines may end; what knows is loaded with the first words, not with the window."""
    if words.isascii() and " " not in words:
        return ()
    from desktop_app.services.words.line_ends import line_ends

    return line_ends(words)
