"""The dialogs of the system: which files to take, where to save, how to print."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

_PICTURES = " ".join(
    f"*.{ending}"
    for ending in ["jpg", "jpeg", "png", "heic", "heif", "webp", "bmp", "tif", "tiff", "gif"]
)


class Dialogs:
    """Asks people for files and printers; tests answer in its place."""

    def photos(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the pictures to add; none where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileNames(
            parent,
            _said("เพิ่มภาพ"),
            _folder("Pictures"),
            _said("ภาพ ({kinds})").format(kinds=_PICTURES),
        )
        return tuple(Path(name) for name in chosen)

    def files(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the attachments to add; none where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileNames(
            parent, _said("เพิ่มเอกสารแนบ"), _folder("Documents"), _said("ทุกไฟล์ (*)")
        )
        return tuple(Path(name) for name in chosen)

    def report_files(self, parent: QWidget) -> tuple[Path, ...]:
        """Return the report files to open; none where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileNames(
            parent, _said("นำเข้ารายงาน"), _folder("Documents"), _said("ไฟล์รายงาน (*.json *.zip)")
        )
        return tuple(Path(name) for name in chosen)

    def backup_file(self, parent: QWidget, folder: str = "") -> Path | None:
        """Return the backup to go back to, looked for in `folder`; None where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileName(
            parent, _said("เลือกไฟล์ข้อมูลสำรอง"), folder or _folder("Documents"), _said("ทุกไฟล์ (*)")
        )
        return Path(chosen) if chosen else None

    def files_to_merge(self, parent: QWidget, folder: str = "") -> tuple[Path, ...]:
        """Return backups and report files of `folder` to merge; none where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileNames(
            parent,
            _said("เลือกไฟล์ที่จะรวม"),
            folder or _folder("Documents"),
            _said("ข้อมูลสำรองและไฟล์รายงาน (*.zip *.json);;ทุกไฟล์ (*)"),
        )
        return tuple(Path(name) for name in chosen)

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:
        """Return where to save a PDF that is suggested to be called `name`."""
        suggested = str(Path(_folder("Documents")) / name)
        chosen, _ = QFileDialog.getSaveFileName(
            parent, _said("บันทึกเป็น PDF"), suggested, _said("เอกสาร PDF (*.pdf)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def report_to_save(self, parent: QWidget, name: str) -> Path | None:
        """Return where to save a report file that is suggested to be called `name`, no ending."""
        whole, beside = _said("ไฟล์เดียวพร้อมภาพ (*.zip)"), _said("ข้อมูลพร้อมโฟลเดอร์ภาพ (*.json)")
        suggested = str(Path(_folder("Documents")) / f"{name}.zip")
        chosen, kind = QFileDialog.getSaveFileName(
            parent, _said("ส่งออกรายงาน"), suggested, f"{whole};;{beside}"
        )
        if not chosen:
            return None
        path, ending = Path(chosen), ".json" if kind == beside else ".zip"
        return (
            path if path.suffix.lower() in {".zip", ".json"} else path.with_name(path.name + ending)
        )

    def face(self, parent: QWidget) -> Path | None:
        """Return the font file to set reports in; None where the dialog was left."""
        chosen, _ = QFileDialog.getOpenFileName(
            parent, _said("เลือกไฟล์ตัวอักษร"), _folder("Documents"), _said("ตัวอักษร TrueType (*.ttf)")
        )
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget) -> Path | None:
        """Return a folder; None where the dialog was left."""
        chosen = QFileDialog.getExistingDirectory(
            parent, _said("เลือกโฟลเดอร์"), _folder("Documents")
        )
        return Path(chosen) if chosen else None

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
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_said("พิมพ์"))
        return dialog.exec() == QDialog.DialogCode.Accepted


def _folder(kind: str) -> str:
    places = QStandardPaths.StandardLocation
    place = places.PicturesLocation if kind == "Pictures" else places.DocumentsLocation
    return QStandardPaths.writableLocation(place)


def _said(words: str) -> str:
    return QCoreApplication.translate("Dialogs", words)
