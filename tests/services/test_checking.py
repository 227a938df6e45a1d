"""Characters that would be printed as boxes are named, at the field that holds them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.report.checks import Severity, check
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Photo, Report
from desktop_app.services.checking import NO_GLYPH, Checking
from desktop_app.services.faces import family_of
from desktop_app.services.printing import print_document
from desktop_app.typeset.faces import Family

LOST = "\U0002a6b2"  # a rare ideograph
REPORT = Report(
    fiscal_year=2566,
    introduction="ทดสอบ café “ก” – ๒๕๖๖",
    activities=(
        Activity(
            name="ประชุม",
            issues=("ปกติ", f"ชื่อ {LOST} และ {LOST}\ue000"),
            photos=(Photo(file="photos/1.jpg", caption="ก\u200bข\u200d\ufeff\u00a0ค"),),
        ),
    ),
)


def alone(face: Path | None) -> Family:
    """Return the faces without the computer's help."""
    return replace(family_of(face), fallback=lambda _: None)


def unopened(face: Path | None) -> Family:
    pytest.fail(f"opened {face} for nothing")


def test_what_no_face_has_is_named_where_it_stands() -> None:
    problems = Checking(family=alone)(REPORT)
    assert problems[:-1] == check(REPORT)
    last = problems[-1]
    assert last.path == ("activities", 0, "issues", 1)
    assert (last.code, last.severity) == (NO_GLYPH, Severity.WARNING)
    for said in (last.message.th, last.message.en):
        assert said.count(LOST) == 1
        assert "U+2A6B2" in said
        assert "U+E000" in said


def test_the_check_says_what_the_printed_document_lacks() -> None:
    said = "".join(p.message.th for p in Checking()(REPORT) if p.code == NO_GLYPH)
    missing = print_document(Package(REPORT)).missing
    assert missing
    assert all(f"U+{ord(character):04X}" in said for character in missing)


def test_ordinary_reports_open_no_font() -> None:
    ordinary = Report(fiscal_year=2566, introduction="รายงาน (ABC) ๑๒๓ ฯ ๆ")
    assert Checking(family=unopened)(ordinary) == check(ordinary)
