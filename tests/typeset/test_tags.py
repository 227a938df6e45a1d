import pymupdf

from desktop_app.typeset.draw import About
from desktop_app.typeset.elements import (
    Columns,
    Element,
    Paragraph,
    Part,
    Picture,
    PictureRow,
    Run,
    Style,
    Table,
    TableRow,
)
from desktop_app.typeset.pictures import OpenPicture
from desktop_app.typeset.roles import Role
from desktop_app.typeset.setting import Press, SetDocument
from tests.structure import Element as Structure
from tests.structure import structure

LONG = "องค์กรปกครองส่วนท้องถิ่นดำเนินการสร้างความเข้าใจ และความตระหนักให้ประชาชนในพื้นที่ " * 60
GREY = OpenPicture(4, 3, (4, 3), (1, 0, 0, 1, 0, 0), b"", "FlateDecode", "DeviceGray")


def said(text: str, role: Role = Role.PARAGRAPH, label: str = "") -> Paragraph:
    return Paragraph((Run(text),), label=Run(label) if label else None, role=role)


def set_tagged(press: Press, *elements: Element) -> SetDocument:
    return press.set_parts([Part(elements)], About())


def root_of(press: Press, *elements: Element) -> Structure:
    (page,) = structure(set_tagged(press, *elements).pdf)
    (root,) = page.roots
    return root


def kinds_in_file(pdf: bytes) -> list[str]:
    """Return the kinds of all structure elements of a document."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        kinds = (document.xref_get_key(at, "S") for at in range(1, document.xref_length()))
        return [name.removeprefix("/") for kind, name in kinds if kind == "name"]


def test_headings_hold_what_follows_and_lists_their_items(press: Press) -> None:
    root = root_of(
        press,
        said("รายงาน", Role.TITLE),
        said("กิจกรรม", Role.HEADING_1, "1."),
        said("ประเด็น", Role.HEADING_2, "1.1"),
        said("ไฟป่า", Role.ITEM, "1)"),
        said("ขยะ", Role.ITEM, "2)"),
        said("ผล", Role.HEADING_2, "1.2"),
        said("ดี"),
        said("กิจกรรมอื่น", Role.HEADING_1, "2."),
        Columns(((said("(ลงชื่อ)"),), (said("(ลงชื่อ)"),))),
    )
    assert root.outline == (
        "Document(P Sect(H1 Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody))) Sect(H2 P)) Sect(H1)"
        " Div(P) Div(P))"
    )


def test_every_row_of_a_table_has_all_its_cells(press: Press) -> None:
    full = TableRow(((said("1"),), (said("ไฟป่า", Role.ITEM, "1)"), said("ดี"))))
    empty = TableRow(((), (said("มี"),)))
    table = Table((1, 3), (said("ที่"), said("ชื่อ")), (full, empty))
    pdf = set_tagged(press, table).pdf
    (root,) = structure(pdf)[0].roots  # without what has nothing on the page
    rows = "TR(TH(P) TH(P)) TR(TD(P) TD(L(LI(Lbl LBody)) P)) TR(TD(P))"
    assert root.outline == f"Document(Table({rows}))"
    assert kinds_in_file(pdf).count("TD") == 4


def test_a_header_is_read_once_and_a_row_that_goes_on_is_one_row(press: Press) -> None:
    table = Table((1, 1), (said("ที่"), said("ชื่อ")), (TableRow(((said(LONG),), (said("สั้น"),))),))
    pdf = set_tagged(press, table).pdf
    first, *others = structure(pdf)
    assert others
    assert [element.kind for element in first.all()].count("TH") == 2
    for page in others:
        assert "ชื่อ" in page.loose
        assert "TH" not in {element.kind for element in page.all()}
    assert [kinds_in_file(pdf).count(kind) for kind in ("Table", "TR", "TD")] == [1, 2, 2]


def test_a_paragraph_over_two_pages_is_one(press: Press) -> None:
    done = set_tagged(press, said(LONG), said("จบ"))
    assert done.page_count > 1
    assert kinds_in_file(done.pdf).count("P") == 2


def test_the_same_twice_is_two_things(press: Press) -> None:
    row = TableRow(((said("ก"),), (said("ข"),)))
    table = Table((1, 1), (said("ที่"), said("ชื่อ")), (row, row))
    root = root_of(press, said("เหมือนกัน"), said("เหมือนกัน"), table, table)
    whole = "Table(TR(TH(P) TH(P)) TR(TD(P) TD(P)) TR(TD(P) TD(P)))"
    assert root.outline == f"Document(P P {whole} {whole})"


def test_pictures_are_read_in_their_order_with_what_they_show(press: Press) -> None:
    tall = OpenPicture(3, 9, (3, 9), GREY.turn, b"", GREY.filter, GREY.space)
    pictures = (Picture(GREY, said("ภาพที่ 1")), Picture(tall, said("ภาพที่ 2")), Picture(GREY))
    root = root_of(press, said("ก่อน"), PictureRow(pictures, 3, 200), said("หลัง"))
    assert root.outline == "Document(P Figure(Caption) Figure(Caption) Figure P)"
    figures = [element for element in root.below() if element.kind == "Figure"]
    assert [figure.alt for figure in figures] == ["ภาพที่ 1", "ภาพที่ 2", ""]
    assert all(figure.pieces for figure in figures)


def test_a_text_in_place_of_a_picture_stands_in_the_figure(press: Press) -> None:
    root = root_of(press, PictureRow((Picture(said("เปิดไม่ได้"), said("ภาพที่ 1")),), 1, 200))
    assert root.outline == "Document(Figure(P Caption))"


def test_the_document_says_that_it_is_tagged_and_shows_its_title(press: Press) -> None:
    for tagged in (True, False):
        done = press.set_parts([Part((said("ก"),))], About(title="ก", tagged=tagged))
        with pymupdf.open(stream=done.pdf, filetype="pdf") as pdf:
            catalogue = pdf.pdf_catalog()
            marked = pdf.xref_get_key(catalogue, "MarkInfo/Marked")
            shown = pdf.xref_get_key(catalogue, "ViewerPreferences/DisplayDocTitle")
        assert (marked[1] == "true", shown[1] == "true") == (tagged, tagged)
        assert bool(structure(done.pdf)[0].roots) == tagged


def test_catchwords_and_page_numbers_are_furniture(press: Press) -> None:
    pages = structure(set_tagged(press, Paragraph((Run(LONG),), Style())).pdf)
    assert "..." in pages[0].loose
    assert "- 2 -" in pages[1].loose
