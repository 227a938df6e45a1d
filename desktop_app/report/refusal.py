"""How a report file is refused: one line that names file, key and fault; and how large is too large."""

from collections.abc import Callable

from desktop_app.errors import Said, UserFault
from desktop_app.report.complaints import one_line
from desktop_app.report.location import Path, path_text
from desktop_app.report.whereabouts import in_words

# Far above any real report, far below what a computer cannot hold.
MOST_REPORT_BYTES = 32 * 2**20
MOST_FILE_BYTES = 128 * 2**20
MOST_TOTAL_BYTES = 1024 * 2**20

NOT_FOUND = Said("ไม่พบไฟล์", "there is no such file")
NOT_A_FILE = Said("ต้องเป็นไฟล์ธรรมดา", "must be an ordinary file")
TOO_LARGE = Said("มีขนาดใหญ่เกินไป", "is too large")

FOREIGN = Said(
    "ไฟล์นี้ไม่ใช่ไฟล์รายงานหรือไฟล์สำรองของโปรแกรม", "not a report file or a backup of this program"
)

Refuse = Callable[[Said], UserFault]
"""Makes the fault to raise, for a file that the caller knows by name."""


def refused(name: str, said: Said, path: Path = ()) -> UserFault:
    """Return the fault to raise for the file `name`; `path` names the key at fault, if any."""
    where = _where(path)
    file = one_line(name)
    return UserFault(Said(f"{file}: {where.th}{said.th}", f"{file}: {where.en}{said.en}"))


def _where(path: Path) -> Said:
    if not path:
        return Said("", "")
    key, words = one_line(path_text(path)), in_words(path)
    if words is None:
        return Said(f"{key}: ", f"{key}: ")
    return Said(f"{words.th} ({key}): ", f"{words.en} ({key}): ")
