"""What a command comes to: the text for standard output and the exit status."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.errors import Said

DONE, WORK_SAYS_NO, CALL_IS_WRONG = 0, 1, 2
"""Exit statuses; the work says no where a report has errors or a file is bad."""


class Outcome(NamedTuple):
    """Lines for standard output, without the last line's end, and the exit status.

    Of a work that is done, `note` is for standard error: what it left out. So is `hint`, what to
    do next, and only for people: a program that reads the output sees none.
    """

    text: str = ""
    status: int = DONE
    note: Said | None = None
    hint: Said | None = None


def json_text(rows: Sequence[Mapping[str, object]]) -> str:
    """Return rows as one JSON array, Thai readable."""
    return json.dumps(rows, ensure_ascii=False, indent=2)
