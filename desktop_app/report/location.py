"""Where something stands within a report, as a tuple of keys and indices."""

Path = tuple[str | int, ...]
"""Such as ("activities", 0, "participants", "groups", 2, "name"); () is the report itself."""


def path_text(path: Path) -> str:
    """Write a path as people read it: "activities[0].participants.groups[2].name"."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
