"""Settings come back as they were kept, and a damaged file stands in nobody's way."""

import json
from pathlib import Path

import pytest

from desktop_app.errors import EnvironmentFault
from desktop_app.paths import DataPlace
from desktop_app.report.values import Agency, AgencyKind, Layout, Signatory
from desktop_app.services.chosen_language import chosen_language
from desktop_app.services.settings import (
    Alignment,
    Margins,
    Paper,
    ReadSettings,
    Settings,
    read_settings,
    write_settings,
)

CHOSEN = Settings(
    language="en",
    agency=Agency(kind=AgencyKind.DISTRICT, name="อำเภอวังทอง", province="พิษณุโลก"),
    signatories=(Signatory(role="ผู้รายงาน", name="นายก ข"),),
    layout=Layout(thai_digits=True, photos_per_page=2),
    paper=Paper(face=Path("x.ttf"), margins=Margins(left=25), alignment=Alignment.LEFT),
    spelling=False,
    second_folder=Path("stick"),
    backup_minutes=15,
)


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    return DataPlace(tmp_path / "data")


def test_nothing_kept_is_the_defaults(place: DataPlace) -> None:
    read = read_settings(place)
    assert (read.settings, read.notice) == (Settings(), None)
    assert chosen_language(place) == "th"


def test_what_is_kept_comes_back(place: DataPlace) -> None:
    write_settings(place, CHOSEN)
    read = read_settings(place)
    assert (read.settings, read.notice) == (CHOSEN, None)
    assert chosen_language(place) == "en"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[1]", b'{"language": ', b"[" * 100_000])
def test_a_damaged_file_is_set_aside(place: DataPlace, data: bytes) -> None:
    place.root.mkdir()
    place.settings.write_bytes(data)
    read = read_settings(place)
    assert read.settings == Settings()
    assert read.notice is not None
    aside = place.root / "settings.damaged.json"
    assert aside.read_bytes() == data
    assert str(aside) in read.notice.th
    assert chosen_language(place) == "th"


def test_one_damaged_setting_does_not_take_the_others_along(place: DataPlace) -> None:
    write_settings(place, CHOSEN)
    kept = json.loads(place.settings.read_text(encoding="utf-8"))
    kept["paper"]["margins"]["left"] = 4000
    place.settings.write_text(json.dumps(kept), encoding="utf-8")
    read = read_settings(place)
    assert read.settings == CHOSEN.model_copy(update={"paper": Paper()})
    assert read.notice is not None


def test_what_a_newer_program_added_is_passed_over(place: DataPlace) -> None:
    place.root.mkdir()
    place.settings.write_text('{"spelling": false, "colour": "blue"}', encoding="utf-8")
    read = read_settings(place)
    assert (read.settings, read.notice) == (Settings(spelling=False), None)


def test_what_a_newer_program_added_stays(place: DataPlace) -> None:
    place.root.mkdir()
    place.settings.write_text('{"spelling": false, "colour": "น้ำเงิน"}', encoding="utf-8")
    write_settings(place, Settings(language="en"))
    kept = json.loads(place.settings.read_text(encoding="utf-8"))
    assert kept == {"language": "en", "colour": "น้ำเงิน"}


def busy(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Let a file be another program's the next so many times that it is read."""
    read, left = Path.read_bytes, iter(range(times))

    def read_bytes(path: Path) -> bytes:
        if next(left, None) is None:
            return read(path)
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def test_a_file_that_is_busy_for_a_moment_is_read(
    place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(place, CHOSEN)
    busy(monkeypatch, 2)
    assert read_settings(place) == ReadSettings(CHOSEN)


def test_a_file_that_cannot_be_read_is_not_written_over(
    place: DataPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(place, CHOSEN)
    with monkeypatch.context() as held:
        busy(held, 100)
        assert read_settings(place).unread
        with pytest.raises(EnvironmentFault):
            write_settings(place, Settings())
    assert read_settings(place) == ReadSettings(CHOSEN)


def test_a_folder_in_the_way_is_a_notice_to_read_and_a_fault_to_write(place: DataPlace) -> None:
    place.settings.mkdir(parents=True)
    read = read_settings(place)
    assert read.settings == Settings()
    assert read.notice is not None
    with pytest.raises(EnvironmentFault):
        write_settings(place, CHOSEN)
