"""Does what the window has done on other threads, and tells which of Qt's classes came to be there.

`python -m tests.ui.makes FOLDER`: a line for every class that PySide made beside the window's
thread, with the work that needed it.  PySide makes a class when it is first asked for.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resource
from desktop_app.pictures import photo
from desktop_app.services.naming import read_named
from desktop_app.services.press.messages import Paper, Spot
from desktop_app.services.printing import bundled_press, print_document
from desktop_app.services.settings import Settings
from desktop_app.ui import arriving
from desktop_app.ui.photos.image import image_of
from desktop_app.ui.preview.paper import Sheets, load
from desktop_app.ui.preview.printing import send


def classes() -> set[type]:
    """Return all of Qt's classes that there are."""
    found: set[type] = set()
    todo: list[type] = [object]
    while todo:
        new: set[type] = set(type.__subclasses__(todo.pop())) - found
        found |= new
        todo += new
    return {one for one in found if str(one.__module__).startswith(("PySide6", "Shiboken"))}


def beside(name: str, work: Callable[[], object]) -> None:
    """Do some work on another thread, and say what it made."""
    before = classes()
    thread = Thread(target=work)
    thread.start()
    thread.join()
    for made in classes() - before:
        print(name, made.__qualname__)  # noqa: T201


def main(folder: Path) -> None:
    """Do it all once, after the views have come as they do in the window."""
    QApplication(["suanruam"])
    for step in (arriving.foot, *arriving.FIRST, *arriving.REST):
        step()
    package = read_named(str(resource("samples", "phitsanulok-2566", "report.json")))
    set_ = print_document(package, press=bundled_press(), paper=Settings().paper)
    spots = {path: Spot(place.page, place.top) for path, place in set_.places.items()}
    paper = Paper(set_.pdf, set_.page_count, spots, set_.missing)
    sheets: list[Sheets] = []
    beside("load", lambda: sheets.append(load(paper)))
    (shown,) = sheets
    beside("draw", lambda: shown.drawn(0, 300))
    beside("text", lambda: shown.text(0))
    beside("boxes", lambda: shown.boxes(0, 0, 40))
    beside("photo", lambda: image_of(lambda: photo, next(iter(package.files.values())), 144))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "part.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    beside("print", lambda: send(set_.pdf, printer))
    assert (folder / "part.pdf").stat().st_size > 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
