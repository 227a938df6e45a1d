"""How the window speaks, and whether it looks at spelling."""

from desktop_app.errors import Said
from desktop_app.report.fields import Choice, Field, Kind
from desktop_app.services.settings import Settings
from desktop_app.ui.fields.chosen import ChoiceField, FlagField
from desktop_app.ui.settings.card import Card

_LANGUAGE = Field(
    "language",
    Said("ภาษาของหน้าต่าง", "Language of the window"),
    Kind.CHOICE,
    help=Said(
        "เปลี่ยนทันที รายงานที่พิมพ์เป็นภาษาไทยเสมอ", "Changes at once; reports are always printed in Thai"
    ),
    choices=(Choice("th", Said("ไทย", "ไทย")), Choice("en", Said("English", "English"))),
)


class WindowCard(Card):
    """Chooses the language; turns the marks under misspelt words on and off."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(self.tr("หน้าต่าง"))
        self._language = ChoiceField(_LANGUAGE.choices)
        self._language.set_value(settings.language)
        self._language.name(self.tr("ภาษาของหน้าต่าง"))
        self._language.entry().setObjectName("language")
        self._language.changed.connect(lambda _: self.changed.emit())
        self.add_field(_LANGUAGE, self._language)
        self._spelling = FlagField(self.tr("ขีดเส้นใต้คำที่อาจสะกดผิด"))
        self._spelling.set_value(settings.spelling)
        self._spelling.entry().setObjectName("spelling")
        self._spelling.changed.connect(lambda _: self.changed.emit())
        self.column.addWidget(self._spelling)

    def go_to_language(self) -> None:
        """Give the keyboard to the language."""
        self._language.entry().setFocus()

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with language and spelling as chosen."""
        chosen = {"language": self._language.value(), "spelling": self._spelling.value()}
        return settings.model_copy(update=chosen)
