"""Report files in and out, and nothing overwritten that was not asked for."""

import zipfile
from pathlib import Path
from uuid import uuid4

import pytest

from desktop_app.errors import Fault, UserFault
from desktop_app.report.package import Package, json_bytes, read_package, zip_bytes
from desktop_app.services.exchange import (
    export_package,
    import_file,
    import_files,
    load_reference,
)
from desktop_app.services.naming import NamesNothing
from desktop_app.storage.store import Store
from tests.storage.samples import FULL, FULL_FILES, FULL_PACKAGE, with_activity, with_fields


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where files are exported to."""
    made = tmp_path / "ส่งออก"
    made.mkdir()
    return made


def zipped(path: Path, package: Package = FULL_PACKAGE) -> Path:
    path.write_bytes(zip_bytes(package))
    return path


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["รายงาน.json", "รายงาน.zip", "REPORT.ZIP"])
def test_what_is_exported_reads_the_same(folder: Path, name: str) -> None:
    export_package(FULL_PACKAGE, folder / name)
    assert read_package(folder / name) == FULL_PACKAGE


def test_a_json_file_has_its_photos_beside_it(folder: Path) -> None:
    export_package(FULL_PACKAGE, folder / "a.json")
    assert content(folder) == {"a.json": json_bytes(FULL), **FULL_FILES}


def test_the_same_report_is_exported_again_with_a_photo_changed(folder: Path) -> None:
    export_package(FULL_PACKAGE, folder / "a.json")
    changed = Package(FULL, {**FULL_FILES, "photos/0001.jpg": b"turned"})
    export_package(changed, folder / "a.json")
    assert read_package(folder / "a.json") == changed


def test_photos_of_another_report_are_not_overwritten(folder: Path) -> None:
    export_package(FULL_PACKAGE, folder / "a.json")
    before = content(folder)
    other = Package(FULL, {**FULL_FILES, "photos/0001.jpg": b"other"})
    with pytest.raises(UserFault) as fault:
        export_package(other, folder / "b.json")
    assert "0001.jpg" in fault.value.said.th
    assert content(folder) == before


def test_reports_that_share_a_photo_stand_side_by_side(folder: Path) -> None:
    export_package(FULL_PACKAGE, folder / "a.json")
    export_package(FULL_PACKAGE, folder / "b.json")
    assert read_package(folder / "b.json") == FULL_PACKAGE


def test_a_folder_link_does_not_lead_photos_away(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "photos").symlink_to(outside, target_is_directory=True)
    with pytest.raises(UserFault):
        export_package(FULL_PACKAGE, folder / "a.json")
    assert content(outside) == {}
    assert not (folder / "a.json").exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docx", UserFault),
        ("a.xlsx", UserFault),
        ("a.csv", UserFault),
        ("a.pdf", NamesNothing),
        ("a", NamesNothing),
    ],
)
def test_other_endings_are_refused_by_name(folder: Path, name: str, kind: type[Fault]) -> None:
    with pytest.raises(kind) as fault:
        export_package(FULL_PACKAGE, folder / name)
    assert type(fault.value) is kind
    assert name in fault.value.said.th
    assert content(folder) == {}


def test_what_is_imported_is_stored(store: Store, folder: Path) -> None:
    assert import_file(store, zipped(folder / "a.zip")) == FULL.id
    assert store.load(FULL.id) == FULL_PACKAGE


def test_importing_twice_changes_nothing(store: Store, folder: Path) -> None:
    path = zipped(folder / "a.zip")
    import_file(store, path)
    before = store.summaries()
    assert import_files(store, [path, path]) == (FULL.id, FULL.id)
    assert store.summaries() == before


def test_other_content_under_a_stored_id_is_refused(store: Store, folder: Path) -> None:
    import_file(store, zipped(folder / "a.zip"))
    changed = with_activity(FULL, 0, issues=("อื่น",))
    with pytest.raises(UserFault) as fault:
        import_file(store, zipped(folder / "b.zip", Package(changed, FULL_FILES)))
    for part in ("b.zip", str(FULL.id), "อำเภอนครไทย"):
        assert part in fault.value.said.th
    assert store.load(FULL.id) == FULL_PACKAGE


def test_other_photos_under_a_stored_id_are_refused(store: Store, folder: Path) -> None:
    import_file(store, zipped(folder / "a.zip"))
    other = Package(FULL, {**FULL_FILES, "photos/0001.jpg": b"other"})
    with pytest.raises(UserFault):
        import_file(store, zipped(folder / "b.zip", other))
    assert store.load(FULL.id) == FULL_PACKAGE


def test_two_contents_of_one_id_in_one_import_are_refused(store: Store, folder: Path) -> None:
    changed = Package(with_fields(FULL, title="อื่น"), FULL_FILES)
    paths = [zipped(folder / "a.zip"), zipped(folder / "b.zip", changed)]
    with pytest.raises(UserFault) as fault:
        import_files(store, paths)
    assert "b.zip" in fault.value.said.th
    assert store.summaries() == ()


def test_a_deleted_report_comes_back_by_import(store: Store, folder: Path) -> None:
    path = zipped(folder / "a.zip")
    import_file(store, path)
    store.delete(FULL.id)
    import_file(store, path)
    assert [summary.id for summary in store.summaries()] == [FULL.id]


@pytest.mark.parametrize("bad", ["cut.zip", "text.json", "none.zip", "a.txt", "a.docx"])
def test_one_bad_file_of_several_changes_nothing(store: Store, folder: Path, bad: str) -> None:
    good = zipped(folder / "a.zip", Package(with_fields(FULL, id=uuid4()), FULL_FILES))
    (folder / "cut.zip").write_bytes(zip_bytes(FULL_PACKAGE)[:-300])
    (folder / "text.json").write_text("{}", encoding="utf-8")
    (folder / "a.txt").write_text("รายงานผล", encoding="utf-8")
    with zipfile.ZipFile(folder / "a.docx", "w") as made:
        made.writestr("word/document.xml", "<w/>")
    with pytest.raises(UserFault) as fault:
        import_files(store, [good, folder / bad])
    assert bad in fault.value.said.th
    assert store.summaries() == ()


def test_a_reference_is_a_path_or_an_id(store: Store, folder: Path) -> None:
    path = zipped(folder / "a.zip")
    assert load_reference(None, str(path)) == FULL_PACKAGE
    store.save(FULL, FULL_FILES)
    assert load_reference(store, str(path)) == FULL_PACKAGE
    assert load_reference(store, "7B0F") == FULL_PACKAGE


def test_a_file_that_looks_like_an_id_is_meant(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(FULL, FULL_FILES)
    other = Package(with_fields(FULL, id=uuid4()), FULL_FILES)
    zipped(folder / "7b0f", other)
    (folder / "7b").mkdir()
    monkeypatch.chdir(folder)
    assert load_reference(store, "7b0f") == other
    assert load_reference(store, "7b") == FULL_PACKAGE


@pytest.mark.parametrize("reference", ["no.json", "รายงาน", "abc", "x" * 300])
def test_a_reference_to_nothing_is_named(store: Store, reference: str) -> None:
    with pytest.raises(NamesNothing) as fault:
        load_reference(store, reference)
    assert reference in fault.value.said.th
