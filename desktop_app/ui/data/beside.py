"""Reports of a backup beside those that are here, row by row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.data.page import text
from desktop_app.ui.data.wording import moment, note_name, summary_name
from desktop_app.ui.look.style_sheet import Role
from desktop_app.ui.look.tokens import Space

if TYPE_CHECKING:
    from desktop_app.storage.manifest import ReportNote
    from desktop_app.storage.summary import Summary

_WIDTHS = (10, 5, 5, 7)


class _Row:
    def __init__(self, name: str, inside: str, here: str, said: str, role: Role) -> None:
        self.parts = ((name, None), (inside, Role.QUIET), (here, Role.QUIET), (said, role))


def reports_beside(inside: "Sequence[ReportNote]", here: "Sequence[Summary]") -> QWidget:
    """Return each report once: when it was edited there and here, and what restoring would do."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    heads = (_said("รายงาน"), _said("ในไฟล์"), _said("ในเครื่อง"), _said("หลังคืนข้อมูล"))
    for column, head in enumerate(heads):
        grid.addWidget(text(head, Role.QUIET), 0, column)
        grid.setColumnStretch(column, _WIDTHS[column])
    for number, row in enumerate(_rows(inside, here), 1):
        for column, (said, role) in enumerate(row.parts):
            cell = text(said, role, name=f"beside_{number}_{column}")
            grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
    return made


def _rows(inside: "Sequence[ReportNote]", here: "Sequence[Summary]") -> list[_Row]:
    present = {one.id: one for one in here}
    rows = [_both(note, present.pop(note.id, None)) for note in inside]
    only_here = _said("จะไม่มีในเครื่อง (อยู่ในไฟล์ที่สำรองไว้ก่อน)")
    rows += [
        _Row(summary_name(one, gap="\n"), "–", moment(one.edited), only_here, Role.WARNING)
        for one in present.values()
    ]
    return rows


def _both(note: "ReportNote", one: "Summary | None") -> _Row:
    inside = moment(note.edited)
    if one is None:
        return _Row(note_name(note, gap="\n"), inside, "–", _said("กลับมา"), Role.QUIET)
    name, here = summary_name(one, gap="\n"), moment(one.edited)
    if note.edited == one.edited:
        return _Row(name, inside, here, _said("เหมือนเดิม"), Role.QUIET)
    if note.edited > one.edited:
        return _Row(name, inside, here, _said("เป็นฉบับใหม่กว่าในไฟล์"), Role.QUIET)
    return _Row(name, inside, here, _said("เป็นฉบับเก่ากว่าในไฟล์"), Role.WARNING)


def _said(words: str) -> str:
    return QCoreApplication.translate("BackupBeside", words)
