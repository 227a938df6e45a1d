"""One window for one person's data: the first start claims it before anything is shown.

How a further start brings that window forward is in `calling.py`, which loads what only it needs.
"""

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile

from desktop_app.paths import DataPlace


def claim(place: DataPlace) -> QLockFile | None:
    """Return the claim to be the window of `place`, to be kept; None where one is open.

    The claim ends with the process, however that ends: what a killed program leaves behind is
    cleared away.  Where the system has no place for claims, everybody has one.
    """
    lock = QLockFile(QDir.temp().filePath(f"{name_of(place)}.lock"))
    lock.setStaleLockTime(0)  # however long the window is open
    free = lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError
    return lock if free else None


def name_of(place: DataPlace) -> str:
    """Return the name by which starts on the same data of the same person find each other."""
    told = QCryptographicHash(QCryptographicHash.Algorithm.Sha256)
    told.addData(f"{Path.home()}\n{place.root.resolve()}".encode())
    return f"suanruam-{bytes(told.result().toHex().data()).decode()[:24]}"
