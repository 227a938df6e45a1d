"""What becomes of words that cannot be read where a later version takes an earlier one's place.

Nothing proves that such words were given up: they count as no edit.  So they stay where the later
version has room for them, and where it has not somebody chooses.
"""

from desktop_app.report.differing import Comparison, Difference, compare, resolved_unread
from desktop_app.report.location import Path
from desktop_app.report.sides import Both, Side
from desktop_app.report.versions import Version


def compared(earlier: Version, later: Version, unread: Both) -> Comparison:
    """Return what differs, settled for the later version as far as no words are lost by that."""
    return compare(earlier, later, earlier.report, unread)


def are_in_doubt(comparison: Comparison) -> bool:
    """Tell whether words of the earlier version would be lost."""
    return any(one.side is None and _has_words(one) for one in comparison.differences)


def has_all(comparison: Comparison) -> bool:
    """Tell whether the later version has all words of the earlier one itself."""
    return all(one.side is Side.THEIRS for one in comparison.differences if one.ours_unread)


def kept(comparison: Comparison) -> dict[Path, str]:
    """Return what cannot be read in the later version once it has the earlier one's words as well.

    ValueError where some are in doubt.
    """
    sides = {one.path: _side(one) for one in comparison.differences}
    return resolved_unread(comparison, {path: side for path, side in sides.items() if side})


def _side(one: Difference) -> Side | None:
    return one.side if _has_words(one) else Side.THEIRS


def _has_words(one: Difference) -> bool:
    return bool(one.ours_unread or one.theirs_unread)
