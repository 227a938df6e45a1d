"""The real program as a process of its own, with what it says on its standard error."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self
from uuid import uuid4

from desktop_app.logs import log_file
from desktop_app.paths import DataPlace
from tests.journeys.screen import PATIENCE

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "desktop_app", "--data-dir")
WATCHED = (sys.executable, "-m", "tests.journeys.watched", "--data-dir")

LOUD = {
    "PYTHONWARNINGS": "default",
    "PYTHONFAULTHANDLER": "1",
    "QT_FORCE_STDERR_LOGGING": "1",
}
"""Settings that let everything that Python and Qt find wrong be said on the standard error."""


_ASKED_TOO_LATE = "qt.accessibility.atspi: Could not find accessible on path:"
"""How Qt answers who looks at a control that has just gone: the onlooker's doing."""


class Program:
    """Runs the window for one person until it is killed or closed.

    All of the person's is in `folder`: the program's data, and a home with the usual folders.
    """

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        bus: str,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._data = folder / "data"
        self._errors = folder / f"errors-{uuid4().hex}.txt"
        settings = {**environment, **LOUD, "HOME": str(folder), "AT_SPI_BUS_ADDRESS": bus}
        with self._errors.open("wb") as said:
            self._process = subprocess.Popen(
                [*command, str(self._data)], cwd=ROOT, env=settings, stderr=said
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.kill()

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it at once, as a power cut does; it learns nothing of it."""
        self._process.kill()
        self._process.wait()

    def closed(self) -> int:
        """Wait until it has ended by itself, and return its exit status."""
        return self._process.wait(PATIENCE)

    def complaints(self) -> str:
        """Return what it has said on its standard error, and what it wrote into its log."""
        log = log_file(DataPlace(self._data))
        logged = log.read_text(encoding="utf-8") if log.exists() else ""
        said = self._errors.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        return "".join(line for line in said if not line.startswith(_ASKED_TOO_LATE)) + logged


def run_command(data: Path, *words: str) -> str:
    """Run the command line on a folder of data, and return what it prints."""
    done = subprocess.run(
        [*COMMAND, str(data), *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    assert done.stderr == ""
    return done.stdout
