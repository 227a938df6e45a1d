"""How to name the photos, files and reports that a backup could not take, as they are damaged."""

from collections.abc import Sequence

from desktop_app.storage.manifest import Lacking

__all__ = ["Lacking", "named"]

_MOST_NAMED = 3
_WHOLE_REPORT = "รายงานทั้งฉบับ"


def named(lacking: Sequence[Lacking], most: int = _MOST_NAMED) -> str:
    """Return the names of the first of them, with what stands below each and whose it is."""
    names = ", ".join(map(_name, lacking[:most]))
    return f"{names} …" if len(lacking) > most else names


def _name(one: Lacking) -> str:
    words = f" “{one.words}”" if one.words else ""
    what = one.path or _WHOLE_REPORT
    return f"{what}{words} ({one.agency} {one.fiscal_year})"
