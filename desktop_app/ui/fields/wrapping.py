"""Plain text whose lines end between Thai words, whatever the system's Qt knows of Thai.

Qt breaks Thai lines by libthai, where it finds one: on Windows it does not, and moves a paragraph of
Thai without a space as one word.  This layout asks for the breaks and lays each line out up to
one of them.  The document itself is left alone: no character is added for the eye's sake, and so
value, clipboard, cursor and undo are those of the text as it was typed.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from desktop_app.ui.look.lines import LineEnds, anywhere, fill, units


class WordLayout(QAbstractTextDocumentLayout):
    """Lays a document of plain paragraphs out, one below the other."""

    def __init__(
        self, document: QTextDocument, line_ends: LineEnds, has_keyboard: Callable[[], bool]
    ) -> None:
        super().__init__(document)
        self._line_ends = line_ends
        self._has_keyboard = has_keyboard
        self._height = 0.0

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Lay out anew what was changed, and move what stands below it."""
        del removed
        first = self.document().findBlock(position)
        last = self.document().findBlock(position + added)
        end = last.position() if last.isValid() else self.document().characterCount()
        block = first if first.isValid() else self.document().begin()
        while block.isValid() and block.position() <= end:
            self._lay_out(block)
            block = block.next()
        self._stack()

    def _stack(self) -> None:
        top = 0.0
        for block in self._blocks():
            block.layout().setPosition(QPointF(0, top))
            top += block.layout().boundingRect().height()
        if top != self._height:
            self._height = top
            self.documentSizeChanged.emit(self.documentSize())
        self.update.emit()

    def _lay_out(self, block: QTextBlock) -> None:
        layout = block.layout()
        text = _shown(block)
        ends = self._line_ends(text)
        width = self.document().textWidth()
        width = width if width > 0 else 1 << 20
        layout.setFont(self.document().defaultFont())
        layout.setTextOption(anywhere())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            fill(line, (*ends, units(text)), width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        block.setLineCount(layout.lineCount())

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the text, what is selected in it, and the cursor."""
        painter.setPen(context.palette.text().color())
        for block in self._blocks():
            layout = block.layout()
            area = layout.boundingRect().translated(layout.position())
            if context.clip.isValid() and not context.clip.intersects(area.adjusted(-9, -9, 9, 9)):
                continue
            layout.draw(painter, QPointF(0, 0), _selected(block, context), context.clip)
            at = _cursor_in(block, context.cursorPosition)
            if at is not None and self._has_keyboard():  # Qt may take one for shown that is not
                layout.drawCursor(painter, QPointF(0, 0), at, 1)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Return the position of the document at `point`, the nearest where any will do."""
        if isinstance(point, QPainterPath.Element):
            point = QPointF(point.x, point.y)
        if accuracy is Qt.HitTestAccuracy.ExactHit and not self._area().contains(QPointF(point)):
            return -1
        block = self._block_at(point.y())
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        if not lines:
            return block.position()
        height = point.y() - layout.position().y()
        below = (line for line in lines if line.y() + line.height() > height)
        line = next(below, lines[-1])
        return block.position() + int(line.xToCursor(point.x()))

    def _block_at(self, height: float) -> QTextBlock:
        found = self.document().begin()
        for block in self._blocks():
            if block.layout().position().y() > height:
                break
            found = block
        return found

    def _area(self) -> QRectF:
        return QRectF(QPointF(0, 0), self.documentSize())

    def documentSize(self) -> QSizeF:
        """Return the size of the whole text."""
        return QSizeF(max(self.document().textWidth(), 0.0), self._height)

    def pageCount(self) -> int:
        """Return 1: a field has no pages."""
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Return the area of the one frame that there is."""
        del frame
        return self._area()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the area of a paragraph."""
        layout = block.layout()
        size = QSizeF(self.documentSize().width(), layout.boundingRect().height())
        return QRectF(layout.position(), size)


def _shown(block: QTextBlock) -> str:
    """Return a paragraph as it is seen: with what an input method is still composing in it."""
    layout, text = block.layout(), block.text()
    composed = layout.preeditAreaText()
    if not composed:
        return text
    coded = text.encode("utf-16-le", "surrogatepass")
    at = 2 * layout.preeditAreaPosition()
    before, after = coded[:at], coded[at:]
    return (before + composed.encode("utf-16-le", "surrogatepass") + after).decode(
        "utf-16-le", "surrogatepass"
    )


def _cursor_in(block: QTextBlock, cursor: int) -> int | None:
    """Return where in a paragraph the cursor is drawn; below -1 it stands in composed text."""
    layout = block.layout()
    if cursor < -1:
        composed = bool(layout.preeditAreaText())
        return layout.preeditAreaPosition() - (cursor + 2) if composed else None
    within = block.position() <= cursor < block.position() + block.length()
    return cursor - block.position() if within else None


def _selected(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    """Return what is marked within a paragraph, as its layout wants it."""
    found = []
    for one in context.selections:
        start = max(one.cursor.selectionStart() - block.position(), 0)
        end = min(one.cursor.selectionEnd() - block.position(), block.length())
        if start < end:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = start, end - start, one.format
            found.append(marked)
    return found
