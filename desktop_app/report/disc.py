"""Files read from disc within limits, from one folder and never from outside it."""

from pathlib import Path

from desktop_app.errors import EnvironmentFault, Said
from desktop_app.report.complaints import one_line
from desktop_app.report.refusal import NOT_A_FILE, NOT_FOUND, TOO_LARGE, Refuse

_LEAVES = Said("ไฟล์อยู่นอกโฟลเดอร์ของรายงาน", "the file is outside the report's folder")


def bytes_of(path: Path, most: int, refuse: Refuse) -> bytes:
    """Return a file's content, at most `most` bytes.

    Raises what `refuse` makes where there is no such file or it is too large; EnvironmentFault
    where the machine cannot read it.
    """
    try:
        if path.is_dir():
            raise refuse(NOT_A_FILE)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: NUL in the name
        raise refuse(NOT_FOUND) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > most:
        raise refuse(TOO_LARGE)
    return data


def inside(folder: Path, name: str, most: int, refuse: Refuse) -> bytes:
    """Return the content of the file `name` below `folder` (a resolved path), as `bytes_of` does.

    Links are followed first, so that none leads out of the folder.
    """
    try:
        target = (folder / name).resolve()
        if not target.is_relative_to(folder):
            raise refuse(_LEAVES)
        if target.exists() and not target.is_file():
            raise refuse(NOT_A_FILE)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        raise refuse(NOT_FOUND) from error
    return bytes_of(target, most, refuse)


def _unreadable(path: Path, error: OSError) -> EnvironmentFault:
    name = one_line(path.name)
    if isinstance(error, PermissionError):
        return EnvironmentFault(
            Said(
                f"{name}: ไม่มีสิทธิ์อ่านไฟล์นี้ หรือโปรแกรมอื่นกำลังใช้อยู่",
                f"{name}: no permission to read it, or another program holds it",
            )
        )
    reason = one_line(error.strerror or type(error).__name__)
    return EnvironmentFault(
        Said(
            f"{name}: เครื่องอ่านไฟล์นี้ไม่ได้ ({reason})", f"{name}: the machine cannot read it ({reason})"
        )
    )
