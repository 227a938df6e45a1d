"""Which language the window speaks: Qt's default locale decides, and Qt's translators follow."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop_app import paths
from desktop_app.errors import Language, Said

_CATALOGUES = {
    "th": ("qt_th",),  # the window's own words are Thai already; Qt ships no Thai catalogue
    "en": ("suanruam_en",),  # Qt's own words are English already
}


def language() -> Language:
    """Return the window's language."""
    return "th" if QLocale().language() == QLocale.Language.Thai else "en"


def words(said: Said) -> str:
    """Return a sentence as the window says it."""
    return said.to(language())


def speak(chosen: Language) -> None:
    """Let all that is said from now on be in a language; what is shown already stays as it is."""
    spoken = QLocale.Language.Thai if chosen == "th" else QLocale.Language.English
    QLocale.setDefault(QLocale(spoken, QLocale.Country.Thailand))
    app = QCoreApplication.instance()
    if app is None:
        return
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    for name in _CATALOGUES[chosen]:
        translator = QTranslator(app)
        translator.load(str(paths.resource("i18n", f"{name}.qm")))
        app.installTranslator(translator)
