"""Where something stands in a report, in the words of the form: "กิจกรรมที่ 1 ประเด็น ลำดับที่ 2"."""

from desktop_app.errors import Said
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Field, Kind, Section
from desktop_app.report.location import Path

_ACTIVITIES = Said("กิจกรรม", "activities")


def in_words(path: Path) -> Said | None:
    """Return a place in words, as far as the form knows it; None where it does not at all."""
    if path == ("activities",):
        return _ACTIVITIES
    parts = [_numbered(path[1])] if path[:1] == ("activities",) else []
    parts += _field_in_words(*_within(path))
    if not parts:
        return None
    return Said(" ".join(one.th for one in parts), ", ".join(one.en for one in parts))


def kind_at(path: Path) -> Kind | None:
    """Return the kind of the field, or of the column of one, at a path; None where none is."""
    sections, rest = _within(path)
    field = _field_at(sections, rest)
    if field is None:
        return None
    key = rest[len(field.key.split(".")) :][1:2]
    return next((one.kind for one in field.columns if key == (one.key,)), field.kind)


def _within(path: Path) -> tuple[tuple[Section, ...], Path]:
    """Return the sections that a path leads into, and the rest of it within them."""
    if path[:1] == ("activities",):
        return tuple(ACTIVITY_SECTIONS), path[2:]
    return tuple(REPORT_SECTIONS), path


def _numbered(step: str | int) -> Said:
    number = step + 1 if isinstance(step, int) else step
    return Said(f"กิจกรรมที่ {number}", f"activity {number}")


def _field_in_words(sections: tuple[Section, ...], path: Path) -> list[Said]:
    field = _field_at(sections, path)
    if field is None:
        return []
    parts, rest = [_small(field.label)], path[len(field.key.split(".")) :]
    if rest and isinstance(rest[0], int):
        number = rest[0] + 1
        parts.append(Said(f"ลำดับที่ {number}", f"item {number}"))
        column = next((one for one in field.columns if rest[1:2] == (one.key,)), None)
        if column and column.label.th != field.label.th:
            parts.append(_small(column.label))
    return parts


def _field_at(sections: tuple[Section, ...], path: Path) -> Field | None:
    """Return the field at a path; where two share one list, the one that has the path's column."""
    found = [
        (field, path[len(key) + 1 :])
        for section in sections
        for field in section.fields
        if path[: len(key := tuple(field.key.split(".")))] == key
    ]
    for field, inner in found:
        if inner and inner[0] in {column.key for column in field.columns}:
            return field
    return found[0][0] if found else None


def _small(label: Said) -> Said:
    return Said(label.th, label.en[:1].lower() + label.en[1:])
