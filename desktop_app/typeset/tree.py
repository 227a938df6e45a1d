"""Stage 6, beside drawing: the tree that says what all pieces of a document are.

It gives the order in which they are read (ISO 32000-1, 14.7), as tagged PDF has it (14.8).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument

from desktop_app.typeset.ready import Ready, name_in, text_string
from desktop_app.typeset.roles import Role, Tag
from desktop_app.typeset.tags import Piece

_OWN_ROLES = f"/{Role.TITLE.value} /P /{Role.SIGNATURE.value} /Div"  # and what they come to
_ATTRIBUTES = {
    "L": "/A << /O /List /ListNumbering /Decimal >>",
    Role.HEADER.value: "/A << /O /Table /Scope /Column >>",
}


@dataclass(slots=True, eq=False)
class _Element:
    """A structure element; its kids are elements, and pieces as (page, number)."""

    kind: str
    parent: "_Element | None" = None
    alt: str = ""
    kids: "list[_Element | tuple[int, int]]" = field(default_factory=list)
    cells: "list[_Element]" = field(default_factory=list)  # of a row, among its kids
    name: str = ""  # as others call it in the file

    def child(self, kind: str, alt: str = "") -> "_Element":
        """Return a new last child."""
        made = _Element(kind, self, alt)
        self.kids.append(made)
        return made

    def below(self) -> "Iterator[_Element]":
        """Yield this and all below it, as they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, _Element):
                yield from kid.below()

    def data(self, pages: Sequence[str]) -> bytes:
        """Return the element as it stands in the file, where pages are called like this."""
        on = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), None)
        said = [f"/S /{self.kind}", f"/P {self.parent.name}" if self.parent else ""]
        said += [f"/Pg {pages[on]}"] if on is not None else []
        said += [f"/Alt {text_string(self.alt)}"] if self.alt else []
        said += [_ATTRIBUTES[self.kind]] if self.kind in _ATTRIBUTES else []
        kids = " ".join(_kid(kid, on, pages) for kid in self.kids)
        return f"<< {' '.join(said)} /K [{kids}] >>".encode("ascii")


class Tree:
    """The tree of a document, grown page by page."""

    def __init__(self) -> None:
        self._root = _Element("Document")
        self._sections: list[tuple[int, _Element]] = []
        self._open: dict[Tag, _Element] = {}
        self._owners: list[list[_Element]] = []

    def add_page(self, pieces: Sequence[Piece]) -> int:
        """Add the pieces of the next page, as they are read; return the page's number in the tree."""
        page = len(self._owners)
        owners: dict[int, _Element] = {}
        for piece in pieces:
            if piece.opens and piece.tag in self._open:
                self._open.clear()  # the same once more is something else
            element = owners[piece.number] = self._element(piece.tag)
            element.kids.append((page, piece.number))
        self._owners.append([owners[number] for number in range(len(owners))])
        return page

    def _element(self, tag: Tag) -> _Element:
        known = self._open.get(tag)
        if known is None:
            known = self._open[tag] = self._made(tag)
        return known

    def _made(self, tag: Tag) -> _Element:
        kind = tag.role.value
        parent = self._element(tag.within) if tag.within else self._section(tag.role)
        if tag.role in {Role.HEADER, Role.CELL}:
            parent.cells[tag.at].kind = kind
            return parent.cells[tag.at]
        made = (_list_in(parent) if tag.role is Role.ITEM else parent).child(kind, tag.alt)
        made.cells = [made.child(Role.CELL.value) for _ in range(tag.cells)]
        return made

    def _section(self, role: Role) -> _Element:
        """Return the section that something stands in: headings begin one, signatures end all."""
        level = 1 if role is Role.SIGNATURE else role.level
        while level and self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        around = self._sections[-1][1] if self._sections else self._root
        if not role.level:
            return around
        self._sections.append((level, around.child("Sect")))
        return self._sections[-1][1]

    def added_to(self, document: PDFDocument, pages: Sequence[str]) -> Ready:
        """Add all elements to a document, and return the root that its catalogue names.

        `pages` are the names of the document's pages as others call them.
        """
        root = Ready()
        self._root.parent = _Element("Root", name=name_in(document, root))
        written = [(element, Ready()) for element in self._root.below()]
        for element, ready in written:
            element.name = name_in(document, ready)
        for element, ready in written:
            ready.data = element.data(pages)
        owners = Ready(f"<< /Nums [{' '.join(self._owned())}] >>".encode("ascii"))
        root.data = (
            f"<< /Type /StructTreeRoot /K {self._root.name} /ParentTree {name_in(document, owners)} "
            f"/ParentTreeNextKey {len(self._owners)} /RoleMap << {_OWN_ROLES} >> >>"
        ).encode("ascii")
        return root

    def _owned(self) -> Iterator[str]:
        """Yield whose the pieces of each page are."""
        for page, owners in enumerate(self._owners):
            yield f"{page} [{' '.join(element.name for element in owners)}]"


def _kid(kid: _Element | tuple[int, int], on: int | None, pages: Sequence[str]) -> str:
    """Return how an element that stands mostly `on` a page names one of its kids."""
    if isinstance(kid, _Element):
        return kid.name
    page, number = kid
    return str(number) if page == on else f"<< /Type /MCR /Pg {pages[page]} /MCID {number} >>"


def _list_in(parent: _Element) -> _Element:
    """Return the list that an item continues, or a new one."""
    last = parent.kids[-1] if parent.kids else None
    if isinstance(last, _Element) and last.kind == "L":
        return last
    return parent.child("L")
