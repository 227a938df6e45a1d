"""Make the lock files anew from pyproject.toml: `python packaging/lock.py [--upgrade]`.

Needs `uv`.  A lock names each package, its version and the hashes of its wheels for every
platform, and no host: where packages come from is the configuration of the machine that installs.
`requirements.txt` is the program; `-test` and `-lint` hold only what they add to it.
"""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
OLDEST_PYTHON = "3.11"
HEADER = "# Made by packaging/lock.py from pyproject.toml; not edited by hand.\n"
LAYERS = ("requirements.txt", "requirements-test.txt", "requirements-lint.txt")
GROUPS = {"requirements-test.txt": "test", "requirements-lint.txt": "lint"}


def entries(lock: str) -> dict[str, str]:
    """Return the entries of a lock by their first line up to the hashes (`name==version ; marker`)."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in lock.splitlines():
        if line and not line.startswith((" ", "#")):
            lines = found.setdefault(line.rstrip(" \\"), [])
        if not line.startswith("#"):
            lines.append(line)
    return {name: "\n".join(lines).rstrip() + "\n" for name, lines in found.items()}


def compile_layer(name: str, below: list[Path], *, upgrade: bool) -> str:
    """Return uv's resolution of the program with the group of the lock called `name`."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--no-config", "--quiet"]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"]
    command += ["--only-binary", ":all:", "--no-header", "--no-annotate", "--no-emit-index-url"]
    for lock in below:
        command += ["--constraint", str(lock)]
    if name in GROUPS:
        command += ["--group", GROUPS[name]]
    if not upgrade and (FOLDER / name).exists():
        command += ["--constraint", str(FOLDER / name)]
    # Extra indexes and wheel folders of this machine would bring in hashes that others can't match.
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))}
    made = subprocess.run(
        command, cwd=FOLDER.parent, env=plain, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return made.stdout


def main() -> None:
    """Write the three locks, each without what the locks before it already hold."""
    below: list[Path] = []
    held: set[str] = set()
    for name in LAYERS:
        found = entries(compile_layer(name, below, upgrade="--upgrade" in sys.argv[1:]))
        added = {key: text for key, text in found.items() if key not in held}
        path = FOLDER / name
        path.write_text(HEADER + "".join(added.values()), encoding="utf-8", newline="\n")
        below.append(path)
        held |= added.keys()
        sys.stdout.write(f"{path.name}: {len(added)} packages\n")


if __name__ == "__main__":
    main()
