"""PDF objects and the document that holds them."""

from collections.abc import Sequence
from typing import TypeAlias

Entries: TypeAlias = dict[str, object]

class PDFObject:
    def format(self, document: PDFDocument) -> bytes: ...

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

class PDFObjectReference(PDFObject):
    def __init__(self, name: str) -> None: ...

class PDFCatalog(PDFObject):
    Outlines: PDFObject
    StructTreeRoot: PDFObject
    MarkInfo: PDFObject
    ViewerPreferences: PDFObject

class PDFDocument(PDFObject):
    idToObject: dict[str, PDFDictionary]
    Catalog: PDFCatalog
    Outlines: PDFObject
    Pages: PDFObject
    def __init__(
        self,
        *,
        invariant: int | None = None,
        lang: str | None = None,
        pdfVersion: tuple[int, int] = ...,
    ) -> None: ...
    def setTitle(self, title: str) -> None: ...
    def setAuthor(self, author: str) -> None: ...
    def setSubject(self, subject: str) -> None: ...
    def setCreator(self, creator: str) -> None: ...
    def Reference(self, object: PDFObject, name: str | None = None) -> PDFObjectReference: ...
    def addPage(self, page: PDFObject) -> None: ...
    def GetPDFData(self, canvas: object) -> bytes: ...
