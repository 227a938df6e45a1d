import zlib
from io import BytesIO

import pymupdf
import pytest
from PIL import Image, ImageCms

from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import (
    Align,
    Columns,
    Element,
    Paragraph,
    Part,
    Picture,
    PictureRow,
    Run,
    Sheet,
    Style,
)
from desktop_app.typeset.flow import Flow
from desktop_app.typeset.lines import Typesetter
from desktop_app.typeset.paragraphs import FOOT
from desktop_app.typeset.pictures import OpenPicture, UnreadablePicture, open_picture
from desktop_app.typeset.place import Placer
from desktop_app.typeset.rows import Page
from desktop_app.typeset.setting import Press

RED, BLUE = (255, 0, 0), (0, 0, 255)


def two_halves(orientation: int, kind: str = "JPEG") -> bytes:
    """Return a picture stored with red above blue, and what the camera says of its turn."""
    image = Image.new("RGB", (800, 1200), RED)
    image.paste(BLUE, (0, 600, 800, 1200))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    image.save(out, kind, exif=exif, quality=95)
    return out.getvalue()


def printed(press: Press, data: bytes) -> pymupdf.Pixmap:
    row = PictureRow((Picture(press.open_picture(data)),), 1, 300)
    done = press.set_parts([Part((row,), numbered=False)], About())
    with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
        return pdf[0].get_pixmap(dpi=72)


def colour(pixmap: pymupdf.Pixmap, x: float, y: float) -> str:
    at = (round(y) * pixmap.width + round(x)) * 3
    red, green, blue = pixmap.samples[at : at + 3]
    if min(red, green, blue) > 200:
        return "paper"
    return "red" if red > blue else "blue"


# Where the stored top comes to stand, by the Exif standard.
TURNS = {1: "top", 2: "top", 3: "bottom", 4: "bottom", 5: "left", 6: "right", 7: "right", 8: "left"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize(("orientation", "side"), TURNS.items())
def test_a_picture_stands_as_the_camera_held_it(
    press: Press, orientation: int, side: str, kind: str
) -> None:
    data = two_halves(orientation, kind)
    opened = open_picture(data)
    upright = side in {"top", "bottom"}
    assert (opened.width, opened.height) == ((800, 1200) if upright else (1200, 800))
    sheet = Sheet()
    width, height = (200.0, 300.0) if upright else (sheet.measure, sheet.measure / 1.5)
    if not upright and height > 300:
        width, height = 450.0, 300.0
    left, top = sheet.left + (sheet.measure - width) / 2, sheet.top
    pixmap = printed(press, data)
    probes = {
        "top": (left + width / 2, top + height * 0.1),
        "bottom": (left + width / 2, top + height * 0.9),
        "left": (left + width * 0.1, top + height / 2),
        "right": (left + width * 0.9, top + height / 2),
    }
    opposite = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
    assert colour(pixmap, *probes[side]) == "red"
    assert colour(pixmap, *probes[opposite[side]]) == "blue"


@pytest.mark.parametrize("kind", ["JPEG", "MPO"])
def test_a_jpeg_goes_into_the_file_as_it_is(kind: str) -> None:
    out = BytesIO()
    first, second = Image.new("RGB", (80, 60), RED), Image.new("RGB", (40, 30), BLUE)
    first.save(
        out, kind, **({"save_all": True, "append_images": [second]} if kind == "MPO" else {})
    )
    data = out.getvalue()
    opened = open_picture(data)
    assert opened.data is data
    assert opened.stored == (80, 60)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_any_colours_are_drawn(press: Press, mode: str) -> None:
    out = BytesIO()
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    Image.new(mode, (400, 300)).save(out, kind)
    pixmap = printed(press, out.getvalue())
    sheet = Sheet()
    drawn = colour(pixmap, sheet.left + sheet.measure / 2, sheet.top + 50)
    assert drawn == ("paper" if mode in {"LA", "RGBA", "CMYK"} else "blue")


@pytest.mark.parametrize("adobe", [True, False])
def test_a_jpeg_of_printing_inks_keeps_its_colours(press: Press, adobe: bool) -> None:
    """Adobe's programs store inks upside down, and say so by a segment of their own."""
    out = BytesIO()
    blue = Image.new("CMYK", (400, 300), (255, 255, 0, 0))
    blue.paste((0, 255, 255, 0), (0, 150, 400, 300))
    blue.save(out, "JPEG", quality=95)
    data = out.getvalue()
    assert b"\xff\xee" in data
    if not adobe:
        data = without_segment(inverted_inks(), b"\xff\xee")
    pixmap = printed(press, data)
    sheet = Sheet()
    middle = sheet.left + sheet.measure / 2
    colours = [colour(pixmap, middle, sheet.top + depth) for depth in (50, 200)]
    assert colours == ["blue", "red"]


def inverted_inks() -> bytes:
    """Return the same picture, stored the way that it is meant."""
    out = BytesIO()
    image = Image.new("CMYK", (400, 300), (0, 0, 255, 255))
    image.paste((255, 0, 0, 255), (0, 150, 400, 300))
    image.save(out, "JPEG", quality=95)
    return out.getvalue()


def without_segment(jpeg: bytes, marker: bytes) -> bytes:
    at = jpeg.index(marker)
    return jpeg[:at] + jpeg[at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big") :]


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePicture):
        open_picture(data)


@pytest.mark.parametrize("kind", ["JPEG", "MPO", "PNG", "TIFF"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_picture_of_which_the_end_is_missing_is_refused(kind: str, kept: float) -> None:
    out = BytesIO()
    Image.effect_noise((240, 160), 60).convert("RGB").save(out, kind)
    data = out.getvalue()
    open_picture(data)
    with pytest.raises(UnreadablePicture):
        open_picture(data[: int(len(data) * kept)])


def swapped_colours() -> bytes:
    """Return a profile in which red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swap = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    tags = int.from_bytes(profile[128:132], "big")
    table = b"".join(
        swap.get(profile[at : at + 4], profile[at : at + 4]) + profile[at + 4 : at + 12]
        for at in range(132, 132 + 12 * tags, 12)
    )
    other = profile[:132] + table + profile[132 + 12 * tags :]
    return other.replace(b"sRGB", b"aRGB").replace(
        "sRGB".encode("utf-16-be"), "aRGB".encode("utf-16-be")
    )


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "P")])
def test_colours_are_those_that_the_pictures_profile_means(
    press: Press, kind: str, mode: str
) -> None:
    out = BytesIO()
    image = Image.new("RGB", (400, 300), RED).convert(mode)
    image.save(out, kind, icc_profile=swapped_colours(), quality=95)
    sheet = Sheet()
    at = sheet.left + sheet.measure / 2, sheet.top + 50
    assert colour(printed(press, out.getvalue()), *at) == "blue"
    out = BytesIO()
    image.save(out, kind, quality=95)
    assert colour(printed(press, out.getvalue()), *at) == "red"


def test_pictures_that_share_a_profile_bring_it_once(press: Press) -> None:
    pictures = []
    for width in (60, 80):
        out = BytesIO()
        Image.new("RGB", (width, 60), RED).save(out, "JPEG", icc_profile=swapped_colours())
        pictures.append(Picture(press.open_picture(out.getvalue())))
    row = PictureRow(tuple(pictures), 2, 300)
    done = press.set_parts([Part((row,), numbered=False)], About())
    assert done.pdf.count(b"/ICCBased") == 2
    assert done.pdf.count(b"/N 3") == 1


@pytest.mark.parametrize("profile", [b"", b"no profile" * 30, b"\0" * 36 + b"acsp" + b"\0" * 90])
def test_what_is_no_profile_is_left_out(profile: bytes) -> None:
    out = BytesIO()
    Image.new("RGB", (80, 60), RED).save(out, "JPEG", icc_profile=profile)
    assert not open_picture(out.getvalue()).profile


def test_the_usual_profile_is_not_carried_along() -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = BytesIO()
    Image.new("RGB", (80, 60), RED).save(out, "JPEG", icc_profile=usual)
    assert not open_picture(out.getvalue()).profile


def test_a_picture_that_would_not_fit_in_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UnreadablePicture):
        open_picture(two_halves(1, "PNG"))


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    out = BytesIO()
    Image.new("I;16", (40, 30), 0x4000).save(out, "PNG")
    opened = open_picture(out.getvalue())
    assert (opened.space, set(zlib.decompress(opened.data))) == ("DeviceGray", {0x40})


def grey(width: int, height: int) -> OpenPicture:
    out = BytesIO()
    Image.new("L", (width, height)).save(out, "PNG")
    return open_picture(out.getvalue())


@pytest.mark.parametrize("signers", [1, 3])
@pytest.mark.parametrize("height", [200.0, 660.0])
def test_signatures_stand_below_the_last_picture(
    setter: Typesetter, height: float, signers: int
) -> None:
    heading = Paragraph((Run("ประมวลภาพ"),), Style(keep_with_next=True))
    caption = Paragraph((Run("ภาพที่ 1"),), Style(align=Align.CENTRE))
    picture = PictureRow((Picture(grey(30, 80), caption),), 1, height)
    signature = Columns(((Paragraph((Run("(ลงชื่อ)"),)),) * 4,), before=42)
    elements: tuple[Element, ...] = (heading, picture, *(signature,) * signers)
    pages = Placer(setter, Flow(setter)).pages([Part(elements)])
    last = [placed.line.text for placed in pages[-1].lines]
    assert last.count("(ลงชื่อ)") == 4 * signers
    assert {"ประมวลภาพ", "ภาพที่ 1"} <= set(last)


@pytest.mark.parametrize("words", [0, 1, 12, 200, 3000])
@pytest.mark.parametrize("size", [(30, 40), (40, 30), (1, 900), (900, 1), (1, 1)])
def test_pictures_and_captions_stay_on_the_page(
    setter: Typesetter, size: tuple[int, int], words: int
) -> None:
    text = "พิธีเปิด " * words
    caption = Paragraph((Run(text),), Style(align=Align.CENTRE))
    row = PictureRow((Picture(grey(*size), caption),) * 2, 2, 320)
    sheet = Sheet()
    pages = Placer(setter, Flow(setter)).pages([Part((row, row))])
    for page in pages:
        text_ends = sheet.height - sheet.bottom
        for picture in page.pictures:
            assert picture.x >= sheet.left - 1e-6
            assert picture.x + picture.width <= sheet.left + sheet.measure + 1e-6
            assert picture.top + picture.height <= text_ends
        assert all(placed.baseline <= text_ends for placed in page.lines)
    shown = [placed.line.text for page in pages for placed in page.lines]
    said = "".join(text for text in shown if not text.startswith("/"))
    assert said.count("พิธีเปิด") == 4 * words


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (1, 2), (2, 2), (2, 3)])
def test_a_page_full_of_pictures_is_evenly_filled(
    setter: Typesetter, columns: int, rows: int
) -> None:
    most = columns * rows
    row = PictureRow((Picture(grey(400, 300)),) * columns, columns, 210, most=most)
    *full, _ = Placer(setter, Flow(setter)).pages([Part((row,) * (2 * rows + 1))])
    sheet = Sheet()
    assert [len(page.pictures) for page in full] == [most, most]
    for page in full:
        above = min(p.top for p in page.pictures) - sheet.top
        below = sheet.top + sheet.depth - FOOT - max(p.top + p.height for p in page.pictures)
        assert above == pytest.approx(below)


def beside(
    setter: Typesetter, *sizes: tuple[int, int], above: int = 0, height: float = 330
) -> Page:
    """Return the page with pictures of these sizes in one row, below some lines."""
    captions = [Paragraph((Run(f"ภาพที่ {number}"),)) for number in (1, 2)]
    shown = [Picture(grey(*size), said) for size, said in zip(sizes, captions, strict=True)]
    lines = [Paragraph((Run("ก"),))] * above
    row = PictureRow(tuple(shown), 2, height)
    (page,) = Placer(setter, Flow(setter)).pages([Part((*lines, row))])
    return page


@pytest.mark.parametrize("above", [0, 22])
def test_pictures_beside_each_other_have_one_middle_and_captions_one_line(
    setter: Typesetter, above: int
) -> None:
    page = beside(setter, (600, 800), (800, 600), above=above)
    tall, wide = page.pictures
    assert tall.height > wide.height + 20
    assert wide.top + wide.height / 2 == pytest.approx(tall.top + tall.height / 2)
    first, second = page.lines[-2:]
    assert first.baseline == second.baseline > tall.top + tall.height


def test_a_tall_picture_does_not_tower_over_a_wide_one(setter: Typesetter) -> None:
    tall, wide = beside(setter, (500, 1000), (1200, 800)).pictures
    assert tall.height <= 1.5 * wide.height + 1e-6
    towering, low = beside(setter, (400, 1600), (2000, 400)).pictures
    assert low.width == pytest.approx(Sheet().measure / 2, abs=20)
    assert towering.height > 140


def test_a_picture_of_few_dots_makes_no_other_smaller(setter: Typesetter) -> None:
    small, large = beside(setter, (40, 30), (600, 800)).pictures
    alike, same = beside(setter, (800, 600), (600, 800)).pictures
    assert small.width < alike.width
    assert large.height == pytest.approx(same.height)


def test_a_small_picture_is_not_blown_up(setter: Typesetter) -> None:
    row = PictureRow((Picture(grey(40, 30)),), 1, 300)
    ((picture,),) = (page.pictures for page in Placer(setter, Flow(setter)).pages([Part((row,))]))
    assert (picture.width, picture.height) == (30, 22.5)


@pytest.mark.parametrize(("above", "together"), [(4, True), (14, True), (23, False)])
def test_a_tall_picture_shrinks_rather_than_leave_half_a_page_empty(
    setter: Typesetter, above: int, together: bool
) -> None:
    tall = Picture(open_picture(two_halves(1)), Paragraph((Run("ภาพที่ 1"),)))
    heading = Paragraph((Run("ประมวลภาพ"),), Style(keep_with_next=True))
    lines = [Paragraph((Run("ก"),))] * above
    part = Part((*lines, heading, PictureRow((tall,), 1, 500)))
    first, *others = Placer(setter, Flow(setter)).pages([part])
    assert bool(first.pictures) == together
    assert len(others) == (not together)
    (shown,) = (picture for page in (first, *others) for picture in page.pictures)
    assert shown.width / shown.height == pytest.approx(800 / 1200)
    assert shown.height >= 250
    assert shown.top + shown.height <= Sheet().height - Sheet().bottom
    if together:
        caption = first.lines[-1]
        assert caption.line.text == "ภาพที่ 1"
        assert caption.baseline > shown.top + shown.height
