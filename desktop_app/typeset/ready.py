"""What goes into a PDF file as it stands, without a ReportLab object for every word of it."""

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from desktop_app.typeset.normalise import on_one_line


class Ready(PDFObject):
    """An object of a document that is written as it is."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file, which it is written to once, and keep it no longer."""
        del document  # which others ask for the numbers of what they name
        data, self.data = self.data, b""
        return data


def name_in(document: PDFDocument, item: PDFObject) -> str:
    """Return how others call an object of a document: its number in the file."""
    return document.Reference(item).format(document).decode("ascii")


def text_string(text: str) -> str:
    """Return a text, on one line, as a string of PDF (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{on_one_line(text).encode('utf-16-be').hex()}>"
