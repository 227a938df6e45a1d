"""A report of hundreds of pages reads back in full and in order, whoever reads it."""

import pytest

from desktop_app.document.pdf import PrintedDocument
from tests.benchmarks.prose import long_report, texts_of
from tests.document.conftest import Print
from tests.document.test_reference import FURNITURE
from tests.readers import READERS, without_spaces

REPORT = long_report(220)


@pytest.fixture(scope="module")
def document(printed: Print) -> PrintedDocument:
    return printed(REPORT)


@pytest.mark.parametrize("reader", READERS)
def test_every_text_is_there_in_its_order(document: PrintedDocument, reader: str) -> None:
    assert document.page_count > 180
    read = without_spaces(FURNITURE.sub("", READERS[reader](document.pdf)))
    at = 0
    for text in texts_of(REPORT):
        found = read.find(without_spaces(text), at)
        assert found >= at, text
        at = found + len(without_spaces(text))
