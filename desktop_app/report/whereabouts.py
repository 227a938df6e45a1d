"""Where something stands in a report, in the words of the form: "กิจกรรมที่ 1 ประเด็น ลำดับที่ 2"."""

from desktop_app.errors import Said
from desktop_app.report.fields import ACTIVITY_SECTIONS, REPORT_SECTIONS, Field, Section
from desktop_app.report.location import Path

_ACTIVITIES = Said("กิจกรรม", "activities")


def in_words(path: Path) -> Said | None:
    """Return a place in words, as far as the form knows it; None where it does not at all."""
    parts: list[Said] = []
    sections: tuple[Section, ...] = tuple(REPORT_SECTIONS)
    rest = path
    if path[:1] == ("activities",):
        if len(path) == 1:
            return _ACTIVITIES
        parts, sections, rest = [_numbered(path[1])], tuple(ACTIVITY_SECTIONS), path[2:]
    parts += _field_in_words(sections, rest)
    if not parts:
        return None
    return Said(" ".join(one.th for one in parts), ", ".join(one.en for one in parts))


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
