"""What a value accepts, and what it refuses whoever makes it."""

import datetime as dt

import pytest
from hypothesis import given
from pydantic import ValidationError

from desktop_app.report.values import Group, Link, Photo, Report, Session, Value
from tests.report.strategies import photo_paths


def test_a_draft_needs_nothing_but_its_year() -> None:
    report = Report(fiscal_year=2566)
    assert (report.title, report.activities, report.agency.name) == (None, (), None)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        (Report(fiscal_year=2566), {"fiscal_year": 2023}),
        (Group(), {"count": -1}),
        (Session(), {"start_time": dt.time(13, 30, tzinfo=dt.UTC)}),
        (Session(), {"place": "\ud800"}),
        (Link(), {"url": "ก\udfff"}),
        (Session(), {"weather": "fine"}),
    ],
)
def test_what_could_not_be_saved_or_printed_is_no_value(
    value: Value, change: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        type(value).model_validate({**dict(value), **change})


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/etc/hostname",
        "../a.jpg",
        "photos/../../a.jpg",
        "photos/./a.jpg",
        "photos//a.jpg",
        "photos/",
        "photos\\a.jpg",
        "C:/a.jpg",
        "c:a.jpg",
        "a.jpg:stream",
        "photos/a.jpg ",
        "photos/a.",
        "photos/a\0.jpg",
        "photos/a\n.jpg",
        "NUL",
        "photos/com1.jpg",
        "report.json",
        "Report.JSON",
        "x" * 241,
    ],
)
def test_no_picture_has_a_path_that_leads_elsewhere_on_any_system(path: str) -> None:
    with pytest.raises(ValidationError):
        Photo(file=path)


@given(photo_paths)
def test_ordinary_names_are_paths_of_pictures(path: str) -> None:
    assert Photo(file=path).file == path
    assert Photo(file="ภาพ กิจกรรม/วันที่ 1.jpg").file == "ภาพ กิจกรรม/วันที่ 1.jpg"
