"""Whether a window can be opened here, and how it is said that it cannot."""

import os
import sys

from desktop_app.errors import EnvironmentFault, Said


def demand_display() -> None:
    """Refuse where Qt would end the process: on Linux with no display at all."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, named)):
        raise no_window(Said("ไม่มีจอภาพ (DISPLAY)", "there is no display"))


def is_of_qt(error: ImportError) -> bool:
    """Tell whether it is Qt that could not be imported, and no module of the program."""
    return any(part in f"{error.name} {error.path}" for part in ("PySide6", "shiboken6"))


def no_window(reason: Said) -> EnvironmentFault:
    """Return the fault that says why there is no window, and what still works."""
    return EnvironmentFault(
        Said(
            f"เปิดหน้าต่างไม่ได้: {reason.th} คำสั่งอื่นยังใช้ได้ ดู suanruam --help",
            f"The window cannot open: {reason.en}. The commands still work, see suanruam --help",
        )
    )
