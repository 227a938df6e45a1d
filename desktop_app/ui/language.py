"""Which language the window speaks: Qt's default locale decides."""

from PySide6.QtCore import QLocale

from desktop_app.errors import Language, Said


def language() -> Language:
    """Return the window's language."""
    return "th" if QLocale().language() == QLocale.Language.Thai else "en"


def words(said: Said) -> str:
    """Return a sentence as the window says it."""
    return said.to(language())
