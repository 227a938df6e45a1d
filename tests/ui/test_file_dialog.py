"""Qt's own dialog of files, where no desktop brings one, speaks as the program does."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.file_dialog import FileDialog
from tests.ui.person import seen, show, until

DAY = dt.datetime(2023, 2, 22, 13, 30).astimezone()


@pytest.fixture
def parent(app: object) -> Iterator[QWidget]:
    del app
    widget = QWidget()
    yield widget
    widget.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file of 20 kB of a known day."""
    path = tmp_path / "รายงาน.zip"
    path.write_bytes(bytes(20_480))
    os.utime(path, (DAY.timestamp(), DAY.timestamp()))
    return tmp_path


def test_files_have_thai_days_and_plain_sizes(parent: QWidget, folder: Path) -> None:
    dialog = FileDialog(parent, "เลือก", str(folder))
    show(dialog)
    tree = seen(dialog, "treeView", QTreeView)
    model = tree.model()
    assert isinstance(model, QFileSystemModel)
    until(lambda: model.rowCount(tree.rootIndex()) == 1)
    said = []
    for column in range(4):
        option, index = QStyleOptionViewItem(), model.index(0, column, tree.rootIndex())
        shown = tree.itemDelegateForIndex(index)
        assert isinstance(shown, QStyledItemDelegate)
        shown.initStyleOption(option, index)
        said += [] if tree.isColumnHidden(column) else [option.text.strip()]
    assert said == ["รายงาน.zip", "20 KB", "22 ก.พ. 2566 13.30 น."]


def test_no_english_is_left_in_a_dialog_of_folders(parent: QWidget, folder: Path) -> None:
    dialog = FileDialog(parent, "เลือก", str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    show(dialog)
    assert seen(dialog, "fileTypeCombo", QComboBox).currentText() == "โฟลเดอร์"


def test_it_fits_on_the_screen(parent: QWidget, folder: Path) -> None:
    dialog = FileDialog(parent, "เลือก", str(folder))
    show(dialog)
    room = dialog.screen().availableGeometry().size()
    assert dialog.size().boundedTo(room) == dialog.size()


def test_a_suggested_file_is_what_enter_saves(
    parent: QWidget, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accepted(dialog: QFileDialog) -> QFileDialog.DialogCode:
        show(dialog)
        dialog.accept()
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(FileDialog, "exec", accepted)
    out = Dialogs().pdf_to_save(parent, str(folder / "รายงาน"))
    assert out == folder / "รายงาน.pdf"
    assert QApplication.activeModalWidget() is None
