"""What was typed in a report and cannot be read as a value: kept beside the report, word for word.

A report file has no place for a date that is none, and yet no word may be lost.  One small JSON
file a report (UTF-8) holds these texts by the paths of their fields; it is gone when none is left.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from uuid import UUID

from desktop_app.report.location import Path
from desktop_app.whole_file import make_folder, write_faults, write_whole


@dataclass(frozen=True, slots=True)
class UnreadText:
    """What was typed, and what was said about it."""

    text: str
    said: str


@dataclass(frozen=True, slots=True)
class UnreadTexts:
    """The unreadable texts of all reports, in one folder."""

    folder: FilePath

    def keep(self, report_id: UUID, texts: Mapping[Path, UnreadText]) -> None:
        """Put `texts` in place of those of a report, durably; raises EnvironmentFault."""
        file = self._file(report_id)
        with write_faults(file):
            if not texts:
                file.unlink(missing_ok=True)
                return
            make_folder(self.folder)
        found = [
            {"path": list(path), "text": one.text, "said": one.said} for path, one in texts.items()
        ]
        write_whole(file, json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8"))

    def of(self, report_id: UUID) -> dict[Path, UnreadText]:
        """Return the texts of a report; none where there are none, or their file is damaged."""
        try:
            found = json.loads(self._file(report_id).read_bytes())
            return {
                tuple(one["path"]): UnreadText(str(one["text"]), str(one["said"])) for one in found
            }
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def _file(self, report_id: UUID) -> FilePath:
        return self.folder / f"{report_id}.json"
