"""Runs one kind of work of a campaign after another, and tells how each went."""

import sys
import traceback
from collections.abc import Callable, Sequence

from desktop_app.errors import Fault

Campaign = Callable[[str], tuple[int, str]]
"""Tries one kind of work; returns how often, and how to say what came of it."""


def run_each(name: str, works: Sequence[str], campaign: Campaign, bad_words: str) -> None:
    """Run the campaign for each of the works, print how they went, and exit with 1 if one failed."""
    total, bad = 0, 0
    for work in works:
        try:
            count, said = campaign(work)
        except (AssertionError, Fault):
            traceback.print_exc()
            bad += 1
            continue
        total += count
        sys.stdout.write(f"{work:8} {said}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{name}: {total}; {bad} of {len(works)} kinds of work {bad_words}\n")
    sys.exit(bool(bad))
