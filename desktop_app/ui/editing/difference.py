"""Where two reports differ first, so that undo can show what it changed."""

from desktop_app.report.editing import Path
from desktop_app.report.values import Value


def first_difference(before: object, after: object, above: Path = ()) -> Path:
    """Return the path of the innermost value that holds everything up to the first difference.

    A list of another length is itself the difference.
    """
    if isinstance(before, Value) and type(before) is type(after):
        for key, part in before:
            other = getattr(after, key)
            if part != other:
                return first_difference(part, other, (*above, key))
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        changed = [
            n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]
        ]
        if len(changed) == 1:
            return first_difference(before[changed[0]], after[changed[0]], (*above, changed[0]))
    return above
