"""The virtual environment: made once, filled from the locks, and left alone while it fits them."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import subprocess
import sys
from typing import IO, TYPE_CHECKING, Iterable, Iterator, Sequence

from first_run.system import ready_system
from first_run.telling import Stop, end_progress, say, show_progress

if TYPE_CHECKING:
    from first_run.layers import Layer, Place

WINDOWS_PATH_ROOM = 83  # characters; Windows allows 259, and Qt's longest file takes 176


def digest(place: Place, layer: Layer) -> str:
    """Return what a layer's set-up rests on, as one short text."""
    parts = [repr(layer), sys.base_prefix, platform.machine(), repr(sys.version_info[:2])]
    lock = (place.root / layer.lock).read_bytes()
    return hashlib.sha256("\n".join(parts).encode() + lock).hexdigest()


def ready_layers(place: Place) -> set[str]:
    """Return the lines of the stamp; none where the environment is incomplete or gone."""
    if not (place.python.exists() and place.stamp.exists()):
        return set()
    return set(place.stamp.read_text(encoding="utf-8").splitlines())


def set_up(place: Place, layers: Sequence[Layer]) -> None:
    """Make the environment hold `layers`, the ground first; at once when it does already."""
    wanted = [f"{layer.name} {digest(place, layer)}" for layer in layers]
    if ready_layers(place).issuperset(wanted):
        return
    with alone(place):
        held = ready_layers(place)
        if held.issuperset(wanted):  # another run made it while this one waited
            return
        say("กำลังเตรียมโปรแกรม อาจใช้เวลาหลายนาที", "setting up, this may take some minutes")
        place.log.write_text("", encoding="utf-8")
        ready_system(place, layers)
        place.stamp.unlink(missing_ok=True)  # from here until the end, nothing is ready
        if wanted[0] not in held:
            make_environment(place)
        install(place, layers)
        write_stamp(place, wanted)
        say("พร้อมแล้ว", "ready")


def write_stamp(place: Place, lines: Iterable[str]) -> None:
    """Say, in one step, that these layers are ready."""
    new = place.stamp.with_suffix(".new")
    new.write_text("\n".join(lines) + "\n", encoding="utf-8")
    new.replace(place.stamp)


@contextlib.contextmanager
def alone(place: Place) -> Iterator[None]:
    """Hold the right to set up; a second run waits until the first is through or gone."""
    with (place.root / ".venv.lock").open("a", encoding="utf-8") as lock:
        while not is_locked(lock):
            pass
        yield


def is_locked(lock: IO[str]) -> bool:
    """Wait for an exclusive hold on the file; False when the system gave up waiting, as it may."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        except OSError as fault:
            if fault.errno == errno.EDEADLK:  # ten seconds have passed
                return False
            raise
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
    return True


def make_environment(place: Place) -> None:
    """Make an empty virtual environment, whatever stood there before."""
    command = [sys.executable, "-m", "venv", "--clear", str(place.venv)]
    with place.log.open("a", encoding="utf-8") as log:
        made = subprocess.run(command, stdout=log, stderr=log, check=False)
    if made.returncode != 0 or not place.python.exists():
        raise Stop(
            f"สร้าง {place.venv} ไม่ได้ โปรดปิดโปรแกรมที่เปิดค้างอยู่แล้วสั่งใหม่ (ดู {place.log})",
            "could not make it: close the program where it is open, then run this again",
        )


def install(place: Place, layers: Sequence[Layer]) -> None:
    """Install the locked packages with pip, from where this machine's configuration says."""
    command = [str(place.python), "-I", "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--no-user", "--progress-bar", "off", "--only-binary", ":all:"]
    command += ["--require-hashes"]
    for layer in layers:
        command += ["--requirement", str(place.root / layer.lock)]
    count = sum(locked_count(place, layer) for layer in layers)
    with place.log.open("a", encoding="utf-8") as log, subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        said = follow(running.stdout or [], log, count)
    if running.returncode != 0:
        raise why_pip_failed(place, said)


def locked_count(place: Place, layer: Layer) -> int:
    """Return how many packages a lock names."""
    lock = (place.root / layer.lock).read_text(encoding="utf-8")
    return len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE))


def follow(lines: Iterable[str], log: IO[str], count: int) -> str:
    """Copy pip's words to the log, show how far it is, and return them."""
    said = []
    collected = 0
    for line in lines:
        log.write(line)
        said.append(line)
        if line.startswith("Collecting "):
            collected += 1
            show_progress(collected, count, line.split()[1].split("=")[0])
    end_progress()
    return "".join(said)


def why_pip_failed(place: Place, said: str) -> Stop:
    """Return the sentence for what pip ended with."""
    see = f"({place.log})"
    if "DO NOT MATCH THE HASHES" in said:
        return Stop(
            f"ไฟล์ที่ดาวน์โหลดมาไม่ตรงกับที่กำหนดไว้ จึงไม่ติดตั้ง {see}",
            "a downloaded file is not the one that the lock names, so it was not installed",
        )
    if "No space left" in said or "not enough space" in said:
        return Stop("เนื้อที่ดิสก์ไม่พอ ต้องมีที่ว่างประมาณ 1 GB", "the disk is full, about 1 GB is needed")
    if "Retrying (" in said:
        return Stop(
            f"ดาวน์โหลดไม่ได้ โปรดตรวจอินเทอร์เน็ตหรือการตั้งค่า pip แล้วสั่งใหม่ {see}",
            "cannot download: check the network or pip's configuration, then run this again",
        )
    if "No matching distribution" in said:
        return Stop(
            f"ไม่มีชุดติดตั้งสำหรับเครื่องแบบนี้ ({platform.platform()}) {see}",
            "the locked packages have no wheels for such a machine (Windows 10 or Linux, x86-64)",
        )
    if os.name == "nt" and len(str(place.root)) > WINDOWS_PATH_ROOM:
        return Stop(
            f"ชื่อโฟลเดอร์นี้ยาวเกินไป โปรดย้ายโปรแกรมไปไว้ที่สั้นกว่านี้: {place.root}",
            "this folder's path is too long for Windows: move the program to a shorter one",
        )
    return Stop(f"ติดตั้งไม่สำเร็จ {see}", "pip failed, its own words are in that file")
