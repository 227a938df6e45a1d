import struct
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop_app.paths import font, resource
from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import Paragraph, Part, Run
from desktop_app.typeset.faces import (
    Face,
    Family,
    Unfitness,
    UnusableFont,
    open_family,
    size_factor,
)
from desktop_app.typeset.installed import InstalledFaces
from desktop_app.typeset.setting import Press
from tests.readers import READERS, without_spaces

THAI = "ผู้ว่าราชการจังหวัดพิษณุโลก ปฏิบัติหน้าที่ที่ญี่ปุ่น น้ำ ป้ำ ก็ ๑๒๓"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
OTHERS = sorted(Path("/usr/share/fonts/truetype/tlwg").glob("*.ttf"))


def made_of(path: Path, tag: str, change: bytes, at: int, target: Path) -> Path:
    """Write a copy of a font with some bytes of a table replaced."""
    data = bytearray(path.read_bytes())
    (count,) = struct.unpack_from(">H", data, 4)
    for entry in range(12, 12 + 16 * count, 16):
        if data[entry : entry + 4] == tag.encode():
            (offset,) = struct.unpack_from(">I", data, entry + 8)
            data[offset + at : offset + at + len(change)] = change
    target.write_bytes(data)
    return target


def test_sarabun_is_drawn_at_10_55_points_for_16() -> None:
    assert 16 * size_factor(font("Sarabun-Regular.ttf")) == pytest.approx(10.547, abs=0.003)


@pytest.mark.skipif(not OTHERS, reason="no other Thai fonts are installed")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_any_thai_face_is_as_wide_as_th_sarabun_and_reads_back(path: Path) -> None:
    family = open_family(path)
    press = Press(family, resource("words", "thai-words.txt"))
    done = press.set_parts([Part((Paragraph((Run(THAI),)),), numbered=False)], About())
    for read in READERS.values():
        assert without_spaces(read(done.pdf)) == without_spaces(THAI)
    width = family.regular.points(press.setter.shaper.words(family.regular, "กขคงจ")[0].advance, 16)
    assert 0.7 < width / (5 * 16 * 0.41) < 1.3


@pytest.mark.parametrize(
    ("rights", "may_be_embedded"),
    [(0x0000, True), (0x0002, False), (0x0004, True), (0x0008, True), (0x0200, False)],
)
def test_the_licence_bits_are_respected(tmp_path: Path, rights: int, may_be_embedded: bool) -> None:
    change = struct.pack(">H", rights)
    path = made_of(font("Sarabun-Regular.ttf"), "OS/2", change, 8, tmp_path / "font.ttf")
    if may_be_embedded:
        assert size_factor(path)
    else:
        with pytest.raises(UnusableFont) as refused:
            size_factor(path)
        assert refused.value.reason is Unfitness.NO_EMBEDDING


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    for content in (b"", b"no font", font("Sarabun-Regular.ttf").read_bytes()[:3000]):
        path.write_bytes(content)
        with pytest.raises(UnusableFont, match=r"font\.ttf"):
            size_factor(path)


def test_a_face_without_thai_is_refused(tmp_path: Path) -> None:
    source = TTFont(BytesIO(font("Sarabun-Regular.ttf").read_bytes()))
    for table in source["cmap"].tables:
        table.cmap = {code: name for code, name in table.cmap.items() if code < 0x0E00}
    path = tmp_path / "latin.ttf"
    with path.open("wb") as out:
        source.save(out)
    with pytest.raises(UnusableFont) as refused:
        open_family(path)
    assert refused.value.reason is Unfitness.NO_THAI


def test_a_style_without_a_file_is_set_in_the_nearest() -> None:
    family = open_family(font("Sarabun-Regular.ttf"), font("Sarabun-Bold.ttf"))
    assert family.face(bold=False, italic=True) is family.regular
    assert family.face(bold=True, italic=True) is family.bold


def test_another_face_helps_out_with_a_character_that_is_lacking(family: Family) -> None:
    helper = Face(font("Sarabun-Bold.ttf"), 0.5)
    asked: list[str] = []

    def fallback(text: str) -> Face | None:
        asked.append(text)
        return helper if text == "漢" else None

    regular, bold = family.regular, family.bold
    helped = Family(regular, bold, family.italic, family.bold_italic, fallback)
    words = Press(helped, resource("words", "thai-words.txt")).setter.shaper.words(
        regular, "ก漢ข字"
    )
    assert [(word.text, word.face) for word in words] == [
        ("ก", regular),
        ("漢", helper),
        ("ข字", regular),
    ]
    assert asked == ["漢", "字"]


def test_installed_faces_are_looked_through_for_a_character(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "thai.ttf").write_bytes(font("Sarabun-Regular.ttf").read_bytes())
    installed = InstalledFaces([tmp_path, tmp_path / "absent"])
    face = installed.face_with("ก")
    assert face is not None
    assert face.path.name == "thai.ttf"
    assert installed.face_with("漢") is None


@pytest.mark.skipif(not DEJAVU.exists(), reason="no Arabic face is installed")
@pytest.mark.parametrize("reader", ["pdfium", "mupdf"])
def test_words_from_right_to_left_read_back_in_order(family: Family, reader: str) -> None:
    helper = Face(DEJAVU, 0.6)
    faces = (family.regular, family.bold, family.italic, family.bold_italic)
    helped = Family(*faces, fallback=lambda text: None if helper.lacks(text) else helper)
    press = Press(helped, resource("words", "thai-words.txt"))
    text = "ภาษาอาหรับ العربية และฮีบรู שלום 123"
    done = press.set_parts([Part((Paragraph((Run(text),)),), numbered=False)], About())
    assert without_spaces(READERS[reader](done.pdf)) == without_spaces(text)
