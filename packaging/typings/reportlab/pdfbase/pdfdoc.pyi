"""PDF objects and the document that holds them."""

from collections.abc import Sequence
from typing import TypeAlias

Entries: TypeAlias = dict[str, object]

class PDFObject: ...

class PDFName(PDFObject):
    def __init__(self, data: str) -> None: ...

class PDFString(PDFObject):
    def __init__(self, s: str) -> None: ...

class PDFArray(PDFObject):
    def __init__(self, sequence: Sequence[object]) -> None: ...

class PDFDictionary(PDFObject):
    dict: Entries
    def __init__(self, dict: Entries | None = None) -> None: ...

class PDFStream(PDFObject):
    filters: Sequence[object]
    def __init__(self, dictionary: PDFDictionary, content: bytes) -> None: ...

class PDFObjectReference(PDFObject): ...

class PDFDocument(PDFObject):
    idToObject: dict[str, PDFDictionary]
    def Reference(self, object: PDFObject, name: str | None = None) -> PDFObjectReference: ...
    def addForm(self, name: str, form: PDFObject) -> None: ...
    def addPage(self, page: PDFPage) -> None: ...
    def xobjDict(self, formnames: Sequence[str]) -> PDFDictionary: ...

class PDFPage(PDFObject):
    pagewidth: float
    pageheight: float
    Contents: PDFStream
    Resources: PDFResourceDictionary

class PDFResourceDictionary(PDFObject):
    XObject: PDFDictionary
    def basicFonts(self) -> None: ...
