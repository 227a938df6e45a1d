"""Where something stands within a report, as a tuple of keys and indices."""

Path = tuple[str | int, ...]
"""Such as ("activities", 0, "participants", "groups", 2, "name"); () is the report itself."""


def row_of(path: Path) -> int | None:
    """Return the index of the row of a list that a path leads into; an activity is no row."""
    within = path[2:] if path[:1] == ("activities",) else path
    return next((step for step in within if isinstance(step, int)), None)


def path_text(path: Path) -> str:
    """Write a path as people read it: "activities[0].participants.groups[2].name"."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
