"""Text read back from a PDF by the three readers that people's programs are built on."""

import subprocess
from collections.abc import Callable
from contextlib import closing

import pymupdf
import pypdfium2

Reader = Callable[[bytes], str]


def by_poppler(pdf: bytes) -> str:
    """Read as Evince and Okular do."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def by_pdfium(pdf: bytes) -> str:
    """Read as Chromium and Edge do."""
    texts = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                texts.append(text.get_text_range())
    return "\n".join(texts)


def by_mupdf(pdf: bytes) -> str:
    """Read as SumatraPDF does."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return "\n".join(page.get_text() for page in document)


READERS: dict[str, Reader] = {"poppler": by_poppler, "pdfium": by_pdfium, "mupdf": by_mupdf}


def without_spaces(text: str) -> str:
    """Return `text` without white space, which no reader keeps as it was."""
    return "".join(text.split())
