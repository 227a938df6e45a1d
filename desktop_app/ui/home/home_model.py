"""The rows of the first view's list: headings of fiscal years, and the reports below them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.report.rounds import round_said
from desktop_app.services.finding import Place
from desktop_app.storage.summary import State, Summary
from desktop_app.ui.days import day_said, time_said
from desktop_app.ui.language import words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A fiscal year (B.E.), and how many reports stand below it."""

    year: int
    count: int


Row = Heading | Summary

SAMPLE = UUID("5a1c6f0e-2566-4d2b-9b61-0c7d3f8e2566")
"""The report that comes with the program."""


class HomeModel(QAbstractListModel):
    """Holds thousands of rows as the values that they are; each is put into words when seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[UUID, Place | None] = {}

    def show_summaries(self, summaries: Sequence[Summary]) -> None:
        """Show these, of which the latest fiscal years come first."""
        self.beginResetModel()
        self._rows = tuple(_with_headings(summaries))
        self._places = {}
        self.endResetModel()

    def show_places(self, places: Mapping[UUID, Place | None]) -> None:
        """Show where in these reports something was found."""
        self._places.update(places)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, index: Index) -> Row:
        """Return the value of a row."""
        return self._rows[index.row()]

    def summary(self, index: Index) -> Summary | None:
        """Return the report of a row, if it is no heading."""
        row = self.row(index) if index.isValid() else None
        return row if isinstance(row, Summary) else None

    def place(self, summary: Summary) -> Place | None:
        """Return where in a report something was found, as far as that is known."""
        return self._places.get(summary.id)

    def is_placed(self, summary: Summary) -> bool:
        """Tell whether it is known where in a report something was found."""
        return summary.id in self._places

    def index_of(self, report_id: UUID) -> QModelIndex:
        """Return the row of a report; an invalid index where it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Summary) and row.id == report_id:
                return self.index(number)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the row of the first report."""
        return self.index(1) if len(self._rows) > 1 else QModelIndex()

    def near(self, number: int) -> QModelIndex:
        """Return the row of the report at a place, or of one beside it."""
        for candidate in (number, number + 1, number - 1, number - 2):
            index = self.index(candidate)
            if self.summary(index) is not None:
                return index
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let reports be chosen, and headings not."""
        if self.summary(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's name, and all that it says to whoever cannot see it."""
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading_of(row) if isinstance(row, Heading) else title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heading_of(row) if isinstance(row, Heading) else self._whole(row)
        return None

    def _whole(self, one: Summary) -> str:
        place = self.place(one)
        parts = [*filter(None, (title_of(one), mark_of(one))), state_of(one), known_of(one)]
        if place is not None:
            parts.append(f"{words(place.clause)}: {place.text}")
        return ", ".join(parts)


def _with_headings(summaries: Iterable[Summary]) -> Iterator[Row]:
    years: dict[int, list[Summary]] = {}
    for one in summaries:
        years.setdefault(one.fiscal_year, []).append(one)
    for year in sorted(years, reverse=True):
        yield Heading(year, len(years[year]))
        yield from years[year]


def heading_of(row: Heading) -> str:
    """Return what a heading says."""
    return _said("ปีงบประมาณ {year}").format(year=row.year)


def title_of(one: Summary) -> str:
    """Return a stored report's name: agency and round."""
    return f"{one.agency or _said('ยังไม่ได้ระบุหน่วยงาน')}  ·  {words(round_said(one.period))}"


def mark_of(one: Summary) -> str:
    """Return what a report is marked as beside its name, if it is."""
    return _said("ตัวอย่าง") if one.id == SAMPLE else ""


def state_of(one: Summary) -> str:
    """Return how far a report is."""
    if one.state is State.COMPLETE:
        return _said("ครบถ้วน")
    return _said("ร่าง {percent}%").format(percent=int(one.completeness * 100))


def known_of(one: Summary) -> str:
    """Return what else is known of a report; printed is one that is on paper as it is now."""
    said = _said("{count} กิจกรรม  ·  แก้ไขล่าสุด {when}").format(
        count=one.activities, when=moment(one.edited)
    )
    if one.printed is None or not one.is_on_paper:
        return said
    return _said("{known}  ·  พิมพ์แล้ว {day}").format(known=said, day=day(one.printed))


def day(when: dt.datetime) -> str:
    """Return a day as the window's language writes it."""
    return day_said(when.astimezone().date())


def moment(when: dt.datetime) -> str:
    """Return a day and a time as the window's language writes them."""
    return f"{day(when)} {time_said(when)}"


def _said(text: str) -> str:
    return QCoreApplication.translate("HomeModel", text)
