"""What an office or a person has chosen once and for all; one plain file of the data place.

Both front ends read it.  A file that is damaged, in whole or in part, never stands in the way of
work: what can be read counts, defaults stand in for the rest, and the file is set aside.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from desktop_app.errors import EnvironmentFault, Language, Said
from desktop_app.paths import DataPlace
from desktop_app.report.values import Agency, Layout, Signatory, Value
from desktop_app.whole_file import make_folder, write_faults, write_whole

__all__ = [
    "USUAL",
    "Alignment",
    "Margins",
    "Paper",
    "ReadSettings",
    "Settings",
    "read_settings",
    "write_settings",
]

Millimetres = Annotated[int, Field(ge=5, le=60)]
Minutes = Annotated[int, Field(ge=0, le=1440)]


class Alignment(StrEnum):
    """How the lines of a paragraph end."""

    THAI = "thai"  # both edges straight, the last line left
    LEFT = "left"


class Margins(Value):
    """The paper's margins, in millimetres; the defaults are the correspondence rules'."""

    left: Millimetres = 30
    right: Millimetres = 20
    top: Millimetres = 25
    bottom: Millimetres = 20


class Paper(Value):
    """How every report of the office is set; `face` None is Sarabun, which comes along."""

    face: Path | None = None
    margins: Margins = Margins()
    alignment: Alignment = Alignment.THAI


class Settings(Value):
    """Everything that can be chosen.

    `agency`, `signatories` and `layout` are what a new report begins with; `paper` counts for
    every report that is set.  `second_folder` takes the latest automatic backup as well;
    `backup_minutes` is the time between two, and 0 means only when the program is closed.
    """

    language: Language = "th"
    agency: Agency = Agency()
    signatories: tuple[Signatory, ...] = ()
    layout: Layout = Layout()
    paper: Paper = Paper()
    spelling: bool = True
    second_folder: Path | None = None
    backup_minutes: Minutes = 60


_TRIES, _PAUSE = 3, 0.1  # seconds between two

USUAL: Final = Settings()
"""What counts while nothing is chosen."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings that count, and what is to be said where some could not be read.

    `unread` tells that a file is there and was not to be had: others may count in truth, and
    these are not to be kept in their place.
    """

    settings: Settings
    notice: Said | None = None
    unread: bool = False


def read_settings(place: DataPlace) -> ReadSettings:
    """Return what is kept; defaults where nothing is, or where it cannot be read."""
    try:
        data = _data(place.settings)
    except OSError as error:
        return ReadSettings(Settings(), _unread(place.settings, error), unread=True)
    if data is None:
        return ReadSettings(Settings())
    found = _object(data)
    if found is None:
        return ReadSettings(Settings(), _set_aside(place.settings, data))
    good = {key: value for key, value in found.items() if _fits(key, value)}
    whole = all(key in good for key in found if key in Settings.model_fields)
    notice = None if whole else _set_aside(place.settings, data)
    return ReadSettings(Settings.model_validate_json(json.dumps(good)), notice)


def write_settings(place: DataPlace, settings: Settings) -> None:
    """Keep the settings, durably, in place of those before, and what a newer program added.

    Raises EnvironmentFault, also where what is there cannot be read; nothing is written then.
    """
    with write_faults(place.settings):
        make_folder(place.root)
        there = _object(_data(place.settings) or b"") or {}
    newer = {key: value for key, value in there.items() if key not in Settings.model_fields}
    kept = {**settings.model_dump(mode="json", exclude_defaults=True), **newer}
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    write_whole(place.settings, f"{text}\n".encode())


def _data(path: Path) -> bytes | None:
    """Return what is in a file, None where there is none; OSError where that stays unknown."""
    for _ in range(_TRIES):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:  # on Windows perhaps a scanner, which has it for a moment
            time.sleep(_PAUSE)
    return path.read_bytes()


def _object(data: bytes) -> Mapping[str, object] | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _fits(key: str, value: object) -> bool:
    """Tell whether one setting is known here and can be used; a newer program may have more."""
    if key not in Settings.model_fields:
        return False
    try:
        Settings.model_validate_json(json.dumps({key: value}))
    except ValueError:
        return False
    return True


def _set_aside(path: Path, data: bytes) -> Said:
    """Keep what could not be read beside the settings, before they are next written."""
    aside = path.with_suffix(".damaged.json")
    try:
        write_whole(aside, data)
    except EnvironmentFault:
        aside = path
    return Said(
        f"อ่านการตั้งค่าบางส่วนไม่ได้ จึงใช้ค่าเริ่มต้นแทน ไฟล์เดิมเก็บไว้ที่ {aside}",
        f"Some settings could not be read; defaults stand in for them. What was there is in {aside}",
    )


def _unread(path: Path, error: OSError) -> Said:
    reason = error.strerror or str(error)
    return Said(
        f"อ่านการตั้งค่า {path} ไม่ได้ จึงใช้ค่าเริ่มต้นแทนไปก่อน ค่าที่ตั้งไว้ยังอยู่ครบ: {reason}",
        f"Could not read the settings {path}; defaults stand in for them for now, and what was "
        f"chosen is still there: {reason}",
    )
