"""Photographs every view, popup and dialog: `python -m tests.looks [--look NAME] [--only WORD] [--out DIR]`.

Each look (light and dark, 100 % and 200 % of a screen of 1366 × 768, Thai and English) is a process
of its own, since Qt takes scale and screen once.  What fails is named at the end; the rest goes on.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.looks.looks import LOOKS, command, environment

_OUT = Path(__file__).parents[1] / "artefacts" / "looks"
_HERE = "SUANRUAM_LOOK"


def main() -> int:
    """Make the pictures, and return how many looks failed."""
    reader = argparse.ArgumentParser(prog="python -m tests.looks")
    reader.add_argument("--look", choices=[*LOOKS], help="only this look")
    reader.add_argument("--only", default="", help="only what has this in its name")
    reader.add_argument("--out", type=Path, default=_OUT, help=f"where they are kept ({_OUT})")
    asked = reader.parse_args()
    if os.environ.get(_HERE):
        from tests.looks.photographing import photograph

        return photograph(LOOKS[asked.look], asked.out / asked.look, asked.only)
    chosen = [asked.look] if asked.look else [*LOOKS]
    return sum(_made(name, asked.out, asked.only) for name in chosen)


def _made(name: str, out: Path, only: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        settings = environment(LOOKS[name], Path(folder)) | {_HERE: name}
        done = subprocess.run(command(LOOKS[name], out, only), env=settings, check=False)
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
