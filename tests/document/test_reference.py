"""The real report of Phitsanulok, 2566: its pages carry everything that the original carries."""

import re
from pathlib import Path

import pytest

from desktop_app.report.package import Package
from tests.document.conftest import Print
from tests.readers import READERS, without_spaces

ORIGINAL = Path(__file__).with_name("reference.txt").read_text(encoding="utf-8")
FURNITURE = re.compile(r"^\s*(?:- [0-9๐-๙]+ -\s*|/.*\.\.\.)$", re.MULTILINE)


@pytest.mark.parametrize("reader", READERS)
def test_the_pages_read_as_the_original_in_its_order(
    sample: Package, printed: Print, reader: str
) -> None:
    read = FURNITURE.sub("", READERS[reader](printed(sample).pdf))
    original = without_spaces(ORIGINAL)
    assert without_spaces(read)[: len(original)] == original


@pytest.mark.parametrize("reader", READERS)
def test_the_second_page_is_announced_by_a_catchword_and_numbered(
    sample: Package, printed: Print, reader: str
) -> None:
    read = READERS[reader](printed(sample).pdf)
    furniture = [match.strip() for match in FURNITURE.findall(read)]
    assert "- 2 -" in furniture
    assert any(line.startswith("/1.6.") for line in furniture)


@pytest.mark.parametrize("reader", READERS)
def test_thai_numerals_stand_everywhere(sample: Package, printed: Print, reader: str) -> None:
    read = READERS[reader](printed(sample, thai_digits=True).pdf)
    assert not re.search("[0-9]", read)
    assert "๑.๖.๒" in read
    assert "เวลา ๑๓.๓๐ น." in read.replace("\n", " ")
