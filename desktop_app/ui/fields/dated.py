"""The field of a date: typed as one is used to, or picked from a Thai calendar."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.fields.readings import DATE, Spans, date_within, today
from desktop_app.ui.fields.thai_calendar import ThaiCalendar
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.look.buttons import Tone
from desktop_app.ui.look.icons import Icon, tinted


class DateField(TypedField):
    """Enters a date; Alt+Down or F4 opens the calendar."""

    def __init__(self) -> None:
        super().__init__(DATE)
        where = QLineEdit.ActionPosition.TrailingPosition
        self._open = self._edit.addAction(self._icon(), where)
        self._edit.setTextMargins(-3, 0, -8, 0)  # a long date reaches the button just so
        said = self.tr("เลือกจากปฏิทิน (Alt+↓)")
        self._open.setText(said)
        self._open.setToolTip(said)
        self._open.triggered.connect(self.open_calendar)
        self._edit.installEventFilter(self)

    def take_days(self, spans: Spans) -> None:
        """Read a day without a year as one that lies where the report has its days."""
        self._reading = date_within(spans)

    def _icon(self) -> QIcon:
        colour = QGuiApplication.palette().color(Tone.PlaceholderText)
        return tinted(Icon.CALENDAR, colour)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the icon anew when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._open.setIcon(self._icon())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by its keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and alt):
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """Show the calendar at the date of the field."""
        calendar = ThaiCalendar(self, today())
        calendar.picked.connect(self._picked)
        day = self.value()
        calendar.open_below(self._edit, day if isinstance(day, dt.date) else None)

    def _picked(self, day: dt.date) -> None:
        self.take_value(day)
        self._edit.setFocus()
