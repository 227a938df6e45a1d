"""Any part of what a report was is brought back without touching the rest."""

import pytest

from desktop_app.report.fields import ACTIVITY_NAME, CLAUSES, REPORT_DATA, SIGNATORIES, Section
from desktop_app.report.package import Package, file_paths
from desktop_app.report.values import Report
from desktop_app.services.history import (
    Past,
    look_back,
    revisions,
    with_activity_back,
    with_section_back,
)
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, with_activity, with_fields

RESULTS = next(section for section in CLAUSES if section.key == "results")
PHOTOS = next(section for section in CLAUSES if section.key == "photos")


def later(store: Store, report: Report) -> tuple[Package, Past]:
    """Save the full report and then another state; return what is there now, and what was."""
    store.save(FULL, FULL_FILES)
    return later_than(store, report)


def later_than(store: Store, report: Report) -> tuple[Package, Past]:
    store.save(report)
    first = revisions(store, FULL.id)[-1]
    return store.load(FULL.id), look_back(store, FULL.id, first.number)


@pytest.mark.parametrize("section", [RESULTS, PHOTOS, ACTIVITY_NAME])
def test_a_section_of_an_activity_comes_back_alone(store: Store, section: Section) -> None:
    first, second = FULL.activities
    changed = first.model_copy(
        update={
            "name": "อื่น",
            "organisers": (),
            "results": (),
            "photos": (),
            "links": (),
            "attachments": (),
        }
    )
    store.save(FULL, FULL_FILES)
    store.save(with_fields(FULL, activities=(second, first)))
    now, past = later_than(store, with_fields(FULL, title="อื่น", activities=(second, changed)))
    back = with_section_back(now, past, section, 0)
    keys = {field.key.split(".")[0] for field in section.fields}
    expected = changed.model_copy(update={key: getattr(first, key) for key in keys})
    assert back.report == with_fields(now.report, activities=(second, expected))
    store.save(back.report, back.files)
    assert store.load(FULL.id) == Package(
        back.report, {p: FULL_FILES[p] for p in file_paths(back.report)}
    )


@pytest.mark.parametrize("section", [REPORT_DATA, SIGNATORIES])
def test_a_section_of_the_report_comes_back_alone(store: Store, section: Section) -> None:
    other = with_activity(with_fields(FULL, title="อื่น", signatories=()), 0, name="อื่น")
    now, past = later(store, other)
    back = with_section_back(now, past, section).report
    assert back.activities == other.activities
    assert (back.title == FULL.title) is (section is REPORT_DATA)
    assert (back.signatories == FULL.signatories) is (section is SIGNATORIES)


def test_an_activity_that_is_gone_comes_back_whole(store: Store) -> None:
    first, second = FULL.activities
    now, past = later(store, with_fields(FULL, activities=(second,)))
    with pytest.raises(LookupError):
        with_section_back(now, past, RESULTS, 0)
    back = with_activity_back(now, past, 0)
    assert back.report.activities == (second, first)
    store.save(back.report)
    assert store.load(FULL.id).files == FULL_FILES


def test_an_activity_that_is_there_is_replaced(store: Store) -> None:
    now, past = later(store, with_activity(FULL, 0, issues=(), name="อื่น"))
    assert with_activity_back(now, past, 0).report == FULL


def test_a_photo_of_then_does_not_overwrite_the_one_that_has_its_path_now(store: Store) -> None:
    store.save(FULL, FULL_FILES)
    store.save(FULL, {"photos/0001.jpg": b"turned"})
    now = store.load(FULL.id)
    past = look_back(store, FULL.id, 1)
    back = with_section_back(now, past, PHOTOS, 0)
    photos = back.report.activities[0].photos
    assert [back.files[photo.file] for photo in photos] == [
        FULL_FILES[photo.file] for photo in FULL.activities[0].photos
    ]
    store.save(back.report, back.files)
    assert store.load(FULL.id).files[photos[0].file] == FULL_FILES["photos/0001.jpg"]
    assert look_back(store, FULL.id, 2).package.files["photos/0001.jpg"] == b"turned"
