"""What the operating system has to bring: the Python version, and on Linux Qt's shared libraries."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Iterable, Sequence

from first_run.layers import NEWEST, OLDEST, Layer, Place
from first_run.telling import Stop, say

if TYPE_CHECKING:
    from pathlib import Path


def check_python(version: tuple[int, int], bits: int) -> None:
    """Stop unless the locked packages have wheels for such a Python."""
    if OLDEST <= version <= NEWEST and bits == 64:
        return
    oldest, newest = (f"{major}.{minor}" for major, minor in (OLDEST, NEWEST))
    this = f"{version[0]}.{version[1]}, {bits}-bit"
    raise Stop(
        f"ต้องใช้ Python {oldest} ถึง {newest} แบบ 64 บิต (ที่ใช้อยู่คือ {this})",
        f"Python {oldest} to {newest}, 64-bit, is needed (this one is {this})",
    )


def on_linux() -> bool:
    """Return whether shared libraries and displays are Linux's."""
    return sys.platform.startswith("linux")


def loads(library: str) -> bool:
    """Return whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(layers: Iterable[Layer]) -> dict[str, str]:
    """Return what Linux lacks for `layers`, each with the Debian package that brings it."""
    if not on_linux():
        return {}
    lacking = {}
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        lacking["Python venv"] = "python{}.{}-venv".format(*sys.version_info)
    for layer in layers:
        lacking.update({name: deb for name, deb in layer.libraries.items() if not loads(name)})
        lacking.update(
            {name: deb for name, deb in layer.programs.items() if not shutil.which(name)}
        )
    return lacking


def ready_system(place: Place, layers: Iterable[Layer]) -> None:
    """Install what the system lacks when this user may; else stop with the one line to type."""
    lacking = missing(layers)
    if not lacking:
        return
    if not shutil.which("apt-get"):
        names = " ".join(lacking)
        raise Stop(
            f"เครื่องนี้ยังขาด {names} โปรดติดตั้งแล้วสั่งใหม่",
            f"this machine lacks {names}: install them, then run this again",
        )
    packages = sorted(set(lacking.values()))
    line = line_to_type(packages)
    if not is_root():
        raise Stop("โปรดพิมพ์บรรทัดนี้ก่อน แล้วสั่งใหม่", "type this line first, then run this again", line)
    say(f"กำลังติดตั้งส่วนของระบบ {len(packages)} รายการ", "installing system packages")
    if not apt_get(packages, place.log):
        raise Stop(
            f"ติดตั้งส่วนของระบบไม่ได้ โปรดตรวจเครือข่าย (ดู {place.log}) หรือพิมพ์เอง",
            "could not install system packages: check the network, or type this yourself",
            line,
        )
    importlib.invalidate_caches()


def line_to_type(packages: Sequence[str]) -> str:
    """Return what does the same by hand, for root, those who have sudo and those who have not."""
    install = f"apt-get update; apt-get install -y --no-install-recommends {' '.join(packages)}"
    if is_root():
        return install
    return f"sudo sh -c '{install}'" if shutil.which("sudo") else f"su -c '{install}'"


def is_root() -> bool:
    """Return whether apt-get would obey this user."""
    return sys.platform != "win32" and os.geteuid() == 0


def apt_get(packages: Sequence[str], log: Path) -> bool:
    """Fetch the package lists and install `packages`; return whether they are there now."""
    command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("a", encoding="utf-8") as said:
        # Not checked: a repository that fails may be one that nothing here comes from.
        subprocess.run([*command, "update"], env=quiet, stdout=said, stderr=said, check=False)
        command += ["install", "-y", "--no-install-recommends", *packages]
        done = subprocess.run(command, env=quiet, stdout=said, stderr=said, check=False)
    return done.returncode == 0


def x_server_answers() -> bool:
    """Return whether the X server that DISPLAY names lets us in; Qt aborts when it does not."""
    if not loads("libxcb.so.1"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
