"""Qt's own dialog of files, which Linux shows where no desktop brings one: readable, and in Thai.

The dialogs of Windows and of desktops are theirs, and are left as they are.
"""

import datetime as dt

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop_app.ui.days import day_said, time_said
from desktop_app.ui.look.buttons import Tone
from desktop_app.ui.look.framing import take_room
from desktop_app.ui.look.icons import Icon, tinted

_SIZE = QSize(860, 520)
_NAME, _SIZES, _KIND, _TIME = range(4)
_KILO = 1024
_ICONS = {
    "backButton": Icon.BACK,
    "forwardButton": Icon.FORWARD,
    "toParentButton": Icon.UP,
    "newFolderButton": Icon.ADD,
}
_LEFT_OUT = ("listModeButton", "detailModeButton")  # files are best known by their dates

Index = QModelIndex | QPersistentModelIndex


class FileDialog(QFileDialog):
    """Asks for files; in Qt's own dress it has room, our icons, and dates of the Buddhist era."""

    def __init__(self, parent: QWidget, title: str, folder: str, kinds: str = "") -> None:
        super().__init__(parent, title, folder, kinds)
        tree = self.findChild(QTreeView, "treeView")
        if tree is not None:
            self._dress(tree)

    def _dress(self, tree: QTreeView) -> None:
        self.setViewMode(QFileDialog.ViewMode.Detail)
        tree.hideColumn(_KIND)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        cells = _Cells(self)
        for column, wide in ((_SIZES, 88), (_TIME, 172)):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            tree.header().resizeSection(column, wide)
            tree.setItemDelegateForColumn(column, cells)
        colour = QGuiApplication.palette().color(Tone.WindowText)
        for name, icon in _ICONS.items():
            for button in self.findChildren(QToolButton, name):
                button.setIcon(tinted(icon, colour))
        for name in _LEFT_OUT:
            for button in self.findChildren(QToolButton, name):
                button.hide()
        for side in self.findChildren(QListView, "sidebar"):
            side.setMinimumWidth(168)
            side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            side.setTextElideMode(Qt.TextElideMode.ElideRight)
        take_room(self, _SIZE)

    def suggest(self, path: str) -> None:
        """Ask where to save, and suggest a file."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.selectFile(path)

    def asked(self) -> list[str]:
        """Return what was chosen; nothing where the dialog was left."""
        chosen = self.selectedFiles() if self.exec() == QFileDialog.DialogCode.Accepted else []
        self.deleteLater()
        return chosen


class _Cells(QStyledItemDelegate):
    """Says sizes and times of files as the rest of the program does."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, QFileSystemModel):
            at = model.index(index.row(), _NAME, index.parent())
            option.text = _time(model, at) if index.column() == _TIME else f"{_size(model, at)}  "


def _time(model: QFileSystemModel, at: QModelIndex) -> str:
    when = dt.datetime.fromtimestamp(model.lastModified(at).toSecsSinceEpoch()).astimezone()
    return f"{day_said(when.date())} {time_said(when)}"


def _size(model: QFileSystemModel, at: QModelIndex) -> str:
    if model.isDir(at):
        return ""
    size = model.size(at) / _KILO
    return f"{max(1, round(size)):,} KB" if size < _KILO else f"{size / _KILO:,.1f} MB"
