"""Texts that were stored and cannot be read, with what is said of them."""

from collections.abc import Mapping

from desktop_app.report.location import Path
from desktop_app.report.unreadable import trouble_at
from desktop_app.ui.editing.edits import Unread
from desktop_app.ui.language import words


def as_unread(texts: Mapping[Path, str]) -> dict[Path, Unread]:
    """Return texts that were stored, with what is said of each."""
    return {at: Unread((), text, words(trouble_at(at))) for at, text in texts.items()}
