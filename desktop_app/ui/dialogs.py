"""The dialogs of the system: which files to take, where to save, how to print."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from desktop_app.ui.file_dialog import FileDialog
from desktop_app.ui.print_dialog import PrintDialog

_PICTURES = " ".join(
    f"*.{ending}"
    for ending in ["jpg", "jpeg", "png", "heic", "heif", "webp", "bmp", "tif", "tiff", "gif"]
)


class Dialogs:
    """Asks people for files and printers; tests answer in its place."""

    def photos(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the pictures to add; none where the dialog was left."""
        kinds = _said("ภาพ ({kinds})").format(kinds=_PICTURES)
        return _several(FileDialog(parent, _said("เพิ่มภาพ"), _folder("Pictures"), kinds))

    def files(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the attachments to add; none where the dialog was left."""
        title = _said("เพิ่มเอกสารแนบ")
        return _several(FileDialog(parent, title, _folder("Documents"), _said("ทุกไฟล์ (*)")))

    def report_files(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the report files to open; none where the dialog was left."""
        title, kinds = _said("นำเข้ารายงาน"), _said("ไฟล์รายงาน (*.json *.zip)")
        return _several(FileDialog(parent, title, _folder("Documents"), kinds))

    def backup_file(self, parent: QWidget, folder: str = "") -> Path | None:
        """Return the backup to go back to, looked for in `folder`; None where the dialog was left."""
        title, where = _said("เลือกไฟล์ข้อมูลสำรอง"), folder or _folder("Documents")
        return _one(FileDialog(parent, title, where, _said("ทุกไฟล์ (*)")))

    def files_to_merge(self, parent: QWidget, folder: str = "") -> tuple[Path, ...]:
        """Return backups and report files of `folder` to merge; none where the dialog was left."""
        title, where = _said("เลือกไฟล์ที่จะรวม"), folder or _folder("Documents")
        kinds = _said("ข้อมูลสำรองและไฟล์รายงาน (*.zip *.json);;ทุกไฟล์ (*)")
        return _several(FileDialog(parent, title, where, kinds))

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:
        """Return where to save a PDF that is suggested to be called `name`."""
        folder, kinds = _folder("Documents"), _said("เอกสาร PDF (*.pdf)")
        dialog = FileDialog(parent, _said("บันทึกเป็น PDF"), folder, kinds)
        dialog.suggest(str(Path(folder) / name))
        path = _one(dialog)
        if path is None or path.suffix.lower() == ".pdf":
            return path
        return path.with_name(f"{path.name}.pdf")

    def report_to_save(self, parent: QWidget, name: str) -> Path | None:
        """Return where to save a report file that is suggested to be called `name`, no ending."""
        whole, beside = _said("ไฟล์เดียวพร้อมภาพ (*.zip)"), _said("ข้อมูลพร้อมโฟลเดอร์ภาพ (*.json)")
        folder = _folder("Documents")
        dialog = FileDialog(parent, _said("ส่งออกรายงาน"), folder, f"{whole};;{beside}")
        dialog.suggest(str(Path(folder) / f"{name}.zip"))
        path, kind = _one(dialog), dialog.selectedNameFilter()
        if path is None or path.suffix.lower() in {".zip", ".json"}:
            return path
        return path.with_name(path.name + (".json" if kind == beside else ".zip"))

    def face(self, parent: QWidget) -> Path | None:
        """Return the font file to set reports in; None where the dialog was left."""
        title, kinds = _said("เลือกไฟล์ตัวอักษร"), _said("ตัวอักษร TrueType (*.ttf)")
        return _one(FileDialog(parent, title, _folder("Documents"), kinds))

    def folder(self, parent: QWidget) -> Path | None:
        """Return a folder; None where the dialog was left."""
        dialog = FileDialog(parent, _said("เลือกโฟลเดอร์"), _folder("Documents"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _first(dialog.asked())

    def agrees(self, parent: QWidget, question: str, act: str) -> bool:
        """Ask before what cannot be undone; True where people chose to `act`."""
        box = QMessageBox(QMessageBox.Icon.Warning, _said("ส่วนร่วม"), question, parent=parent)
        doing = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
        leaving = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(leaving)
        box.exec()
        return box.clickedButton() is doing

    def printer(self, parent: QWidget, printer: QPrinter) -> bool:
        """Let people choose a printer, pages and copies; False where the dialog was left."""
        dialog = PrintDialog(printer, parent)
        dialog.setWindowTitle(_said("พิมพ์"))
        return dialog.exec() == QDialog.DialogCode.Accepted


def _one(dialog: FileDialog) -> Path | None:
    if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _first(dialog.asked())


def _first(chosen: list[str]) -> Path | None:
    return Path(chosen[0]) if chosen else None


def _several(dialog: FileDialog) -> tuple[Path, ...]:
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return tuple(Path(name) for name in dialog.asked())


def _folder(kind: str) -> str:
    places = QStandardPaths.StandardLocation
    place = places.PicturesLocation if kind == "Pictures" else places.DocumentsLocation
    return QStandardPaths.writableLocation(place)


def _said(words: str) -> str:
    return QCoreApplication.translate("Dialogs", words)
