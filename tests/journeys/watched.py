"""The program as it is, with a watch on how long its window's thread is held.

`python -m tests.journeys.watched --data-dir DIR …` takes the words of the program itself, and leaves
what the watch saw in the file that HOLDS names.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.holds import Watch

HOLDS = "SUANRUAM_TEST_HOLDS"
"""The setting that names the file."""


def main() -> int:
    """Run the program, and return its exit status."""
    from desktop_app.cli.main import main as run
    from desktop_app.ui import app as composition

    watch, begun = Watch(), composition.begun

    def watched(app: QApplication) -> QApplication:
        watch.start()
        return begun(app)

    composition.begun = watched
    try:
        return run()
    finally:
        watch.stop()
        seen = {
            "longest": watch.longest,
            "busiest": watch.longest_busy,
            "holds": [str(one) for one in watch.holds],
        }
        Path(os.environ[HOLDS]).write_text(json.dumps(seen), encoding="utf-8")


if __name__ == "__main__":  # and not in the process that sets pages, which is started from this one
    sys.exit(main())
