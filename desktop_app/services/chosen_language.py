"""The language that somebody chose, known before anything slow is loaded."""

import json

from desktop_app.errors import Language
from desktop_app.paths import DataPlace

KEY = "language"
"""Where `settings.py` keeps it in the settings' file."""


def chosen_language(place: DataPlace) -> Language:
    """Return the window's language: Thai, unless the settings say English."""
    try:
        kept = json.loads(place.settings.read_bytes())
    except (OSError, ValueError, RecursionError):
        return "th"
    return "en" if isinstance(kept, dict) and kept.get(KEY) == "en" else "th"
