"""Files to take in, and a page of clause 1.7 to take them in on."""

from pathlib import Path

import pytest
from PIL import Image

from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.running.tasks import Tasks
from tests.pictures.samples import encoded
from tests.ui.forms import Form, clause
from tests.ui.photos.album import THREE, Album, report_with


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, ...]:
    """Six small pictures of six greys, the darkest first, in as many formats."""
    paths = []
    for number, kind in enumerate(("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")):
        path = tmp_path / f"ภาพ {number}.{kind.lower()}"
        path.write_bytes(encoded(Image.new("L", (60, 40), 40 * number + 20), kind))
        paths.append(path)
    return tuple(paths)


@pytest.fixture
def album(tasks: Tasks) -> Album:
    """The page of pictures of an activity without any."""
    return Album(Form(clause(7), report_with(()), tasks, Dialogs()))


@pytest.fixture
def filled(tasks: Tasks) -> Album:
    """The page of an activity with three pictures: red and blue, then two of one grey."""
    form = Form(clause(7), report_with(tuple(THREE)), tasks, Dialogs())
    form.session.add_files(THREE)
    return Album(form)
