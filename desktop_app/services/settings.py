"""What an office or a person has chosen once and for all; one plain file of the data place.

Both front ends read it.  A file that is damaged, in whole or in part, never stands in the way of
work: what can be read counts, defaults stand in for the rest, and the file is set aside.
"""

import json
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


USUAL: Final = Settings()
"""What counts while nothing is chosen."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings that count, and what is to be said where some could not be read."""

    settings: Settings
    notice: Said | None = None


def read_settings(place: DataPlace) -> ReadSettings:
    """Return what is kept; defaults where nothing is, or where it cannot be read."""
    try:
        data = place.settings.read_bytes()
    except FileNotFoundError:
        return ReadSettings(Settings())
    except OSError as error:
        return ReadSettings(Settings(), _unread(place.settings, error))
    found = _object(data)
    if found is None:
        return ReadSettings(Settings(), _set_aside(place.settings, data))
    good = {key: value for key, value in found.items() if _fits(key, value)}
    whole = all(key in good for key in found if key in Settings.model_fields)
    notice = None if whole else _set_aside(place.settings, data)
    return ReadSettings(Settings.model_validate_json(json.dumps(good)), notice)


def write_settings(place: DataPlace, settings: Settings) -> None:
    """Keep the settings, durably, in place of those before.  Raises EnvironmentFault."""
    text = settings.model_dump_json(indent=2, exclude_defaults=True)
    with write_faults(place.settings):
        make_folder(place.root)
    write_whole(place.settings, f"{text}\n".encode())


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
        f"อ่านการตั้งค่า {path} ไม่ได้ จึงใช้ค่าเริ่มต้นแทน: {reason}",
        f"Could not read the settings {path}; defaults stand in for them: {reason}",
    )
