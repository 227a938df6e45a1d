"""Pictures are dropped, pasted and chosen, many at once, in their order, as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from desktop_app.report.values import Activity, Attachment
from desktop_app.ui.desk.files_said import say_ended, say_progress
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.editing.edits import Moved, Removed
from desktop_app.ui.messages import MessageBar
from desktop_app.ui.running.tasks import Tasks
from desktop_app.ui.wizard.activities_page import ACTIVITIES
from tests.ui.forms import Form, clause
from tests.ui.person import click, is_seen, press, seen, settle, until
from tests.ui.photos.album import Album, drop, mime, report_with

KEY = Qt.Key


def list_of(album: Album, name: str) -> QWidget:
    return seen(album.form.page, f"field_{name}", QWidget)


def test_pictures_dropped_on_the_list_come_in_their_order(
    album: Album, pictures: tuple[Path, ...]
) -> None:
    assert drop(list_of(album, "photos"), mime(*pictures))
    album.until_told()
    assert album.greys() == pytest.approx([20, 60, 100, 140, 180, 220], abs=3)
    assert album.told == [(6, 6, ())]


def test_many_pictures_are_one_step(album: Album, pictures: tuple[Path, ...]) -> None:
    drop(list_of(album, "photos"), mime(*pictures))
    album.until_told()
    label = album.session.history.undo_label
    assert label is not None
    assert label.th == "เพิ่ม 6 ภาพ"
    album.session.undo()
    assert album.photos == ()
    album.session.redo()
    assert len(album.photos) == 6


def test_what_is_no_picture_is_named_and_stops_no_other(
    album: Album, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    bad, cut = tmp_path / "บันทึก.docx", tmp_path / "ครึ่ง.jpg"
    bad.write_bytes(b"PK")
    cut.write_bytes(pictures[0].read_bytes()[:300])
    gone = tmp_path / "หายไป.jpg"
    drop(list_of(album, "photos"), mime(bad, pictures[0], gone, cut, pictures[5]))
    album.until_told()
    assert album.greys() == pytest.approx([20, 220], abs=3)
    ((added, count, faults),) = album.told
    assert (added, count) == (2, 5)
    assert [fault.split(":")[0] for fault in faults] == [bad.name, gone.name, cut.name]


def test_what_is_dropped_on_the_page_goes_where_it_belongs(
    album: Album, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    minutes = tmp_path / "รายงานการประชุม.PDF"
    minutes.write_bytes(b"%PDF")
    assert drop(album.form.page.viewport(), mime(minutes, pictures[0]))
    album.until_told(2)
    assert len(album.photos) == 1
    filed = album.form.activity.attachments
    assert filed == (Attachment(file="files/0002.pdf", title="รายงานการประชุม"),)
    assert album.session.file("files/0002.pdf") == b"%PDF"


def test_words_are_not_dropped(album: Album) -> None:
    data = QMimeData()
    data.setText("ข้อความ")
    assert not drop(album.form.page.viewport(), data)
    assert not drop(list_of(album, "photos"), data)


def test_a_copied_picture_is_pasted(album: Album) -> None:
    image = QImage(30, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 200, 200))
    album.go_to("add_photos")
    album.paste(image)
    album.until_told()
    assert album.size(0) == (30, 20)
    assert album.greys() == pytest.approx([200], abs=3)


def test_copied_files_are_pasted_also_where_words_are_typed(
    filled: Album, pictures: tuple[Path, ...]
) -> None:
    filled.go_to("caption_1")
    filled.paste(mime(*pictures[:2]))
    filled.until_told()
    assert len(filled.photos) == 5
    assert filled.photos[1].caption == "คำบรรยาย 2"


def test_words_are_pasted_into_the_words(filled: Album) -> None:
    data = QMimeData()
    data.setText("ใหม่")
    filled.go_to("caption_0")
    press(KEY.Key_End)
    filled.paste(data)
    assert filled.photos[0].caption == "คำบรรยาย 1ใหม่"
    assert filled.told == []


def test_stopping_keeps_what_is_done(album: Album, pictures: tuple[Path, ...]) -> None:
    bar = MessageBar()
    album.form.files.progress.connect(lambda *of: say_progress(bar, album.form.files, *of))
    shown: list[str] = []
    album.form.files.progress.connect(lambda *of: shown.append(f"{of[0]}/{of[1]}"))

    def stop_at(done: int, count: int) -> None:
        if (done, count) == (12, 60):
            bar.show()
            click(bar, "message_act")

    album.form.files.progress.connect(stop_at)
    drop(list_of(album, "photos"), mime(*pictures * 10))
    album.until_told()
    assert shown == [f"{number}/60" for number in range(13)]
    assert album.told == [(12, 60, ())]
    assert album.greys() == pytest.approx([20, 60, 100, 140, 180, 220] * 2, abs=3)


def test_every_row_comes_in_the_end(album: Album, pictures: tuple[Path, ...]) -> None:
    drop(list_of(album, "photos"), mime(*pictures * 4))
    album.until_told()
    assert len(album.photos) == 24
    album.form.page.go_to(("activities", 0, "photos", 20))
    until(lambda: is_seen(album.form.page, "caption_23"))
    assert album.control("caption_20").hasFocus()


def test_the_bar_says_how_it_ended(app: object, album: Album, tmp_path: Path) -> None:
    del app
    bar = MessageBar()
    album.form.files.ended.connect(lambda *of: say_ended(bar, *of))
    drop(list_of(album, "photos"), mime(*(tmp_path / f"{n}.jpg" for n in range(8))))
    album.until_told()
    text = bar.text
    assert text.startswith("เพิ่มแล้ว 0 จาก 8 ไฟล์")
    assert "5.jpg: เปิดไฟล์ไม่ได้" in text
    assert text.endswith("และอีก 2 ไฟล์")


def test_leaving_keeps_what_is_done(album: Album, pictures: tuple[Path, ...]) -> None:
    drop(list_of(album, "photos"), mime(*pictures))
    album.form.files.close()
    assert len(album.told) == 1
    assert len(album.photos) == album.told[0][0]


def test_pictures_follow_their_activity(tasks: Tasks, pictures: tuple[Path, ...]) -> None:
    report = report_with(()).model_copy(update={"activities": (Activity(), Activity(name="สอง"))})
    album = Album(Form(clause(7), report, tasks))
    drop(list_of(album, "photos"), mime(*pictures))
    album.session.edit(("activities",), ACTIVITIES, Moved(0, 1))
    album.until_told()
    first, second = album.session.report.activities
    assert (first.name, len(first.photos), len(second.photos)) == ("สอง", 0, 6)


def test_pictures_of_an_activity_that_is_gone_go_nowhere(
    tasks: Tasks, pictures: tuple[Path, ...]
) -> None:
    report = report_with(()).model_copy(update={"activities": (Activity(), Activity(name="สอง"))})
    album = Album(Form(clause(7), report, tasks))
    drop(list_of(album, "photos"), mime(*pictures))
    album.session.edit(("activities",), ACTIVITIES, Removed(0))
    album.until_told()
    assert [len(one.photos) for one in album.session.report.activities] == [0]


class Chooser(Dialogs):
    """Chooses what it was given."""

    def __init__(self, chosen: tuple[Path, ...]) -> None:
        self.chosen = chosen

    def photos(self, parent: QWidget) -> tuple[Path, ...]:
        del parent
        return self.chosen


def test_pictures_are_chosen_by_the_button(tasks: Tasks, pictures: tuple[Path, ...]) -> None:
    album = Album(Form(clause(7), report_with(()), tasks, Chooser(pictures[:2])))
    album.go_to("add_photos")
    press(KEY.Key_Return)
    album.until_told()
    settle()
    assert len(album.photos) == 2
