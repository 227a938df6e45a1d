"""Pasted text as the items of a list: one a line, without the numbers it carried."""

import re

_NUMBER = re.compile(
    r"""^\s*(?:
        [•·▪◦‣–—*-]\s+                     # a bullet
        | \(?[0-9๐-๙]{1,3}[.)]\)?(?![0-9๐-๙])\s*   # 1) 1. (1)
        | [0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){2,}[.)]?\s+  # 1.6.2, but not the time 13.30
        | [ก-ฮ][.)]\s+                      # ก. ข)
    )""",
    re.VERBOSE,
)


def pasted_items(text: str) -> tuple[str, ...]:
    """Return the lines of pasted text that say something, their own numbering taken off."""
    lines = (line.strip() for line in text.splitlines())
    items = (_NUMBER.sub("", line, count=1).strip() for line in lines)
    return tuple(item for item in items if item)
