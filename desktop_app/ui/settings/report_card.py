"""What a new report begins with, entered in the fields of a report's own form."""

from collections.abc import Sequence
from functools import partial

from desktop_app.report.editing import Path, value_at
from desktop_app.report.fields import LAYOUT, REPORT_DATA, SIGNATORIES, Field
from desktop_app.report.values import Agency, Report
from desktop_app.services.settings import Settings
from desktop_app.ui.editing.edits import Edit, Put, edited
from desktop_app.ui.fields.base import Ask, FieldWidget
from desktop_app.ui.fields.factory import field_widget
from desktop_app.ui.fields.files import Files
from desktop_app.ui.settings.card import Card

AGENCY_FIELDS = tuple(field for field in REPORT_DATA.fields if field.key.startswith("agency."))
SIGNATORY_FIELDS = SIGNATORIES.fields
LAYOUT_FIELDS = LAYOUT.fields

_ANY_YEAR = 2566


class ReportCard(Card):
    """Enters some fields of a report that is never stored, and gives them to the settings."""

    def __init__(
        self, title: str, said: str, fields: Sequence[Field], settings: Settings, files: Files
    ) -> None:
        super().__init__(title, said)
        self._draft = Report(
            fiscal_year=_ANY_YEAR,
            agency=settings.agency,
            signatories=settings.signatories,
            layout=settings.layout,
        )
        self._entered: list[tuple[Field, FieldWidget]] = []
        self._part = fields[0].key.split(".", maxsplit=1)[0]
        for field in fields:
            self._add(field, tuple(field.key.split(".")), files)

    def _add(self, field: Field, path: Path, files: Files) -> None:
        widget = field_widget(field, path, files)
        widget.set_value(value_at(self._draft, path))
        widget.changed.connect(partial(self._edit, widget, path))
        self._entered.append((field, widget))
        self.add_field(field, widget)

    def take_known(self, ask: Ask) -> None:
        """Offer in the fields what was typed in such fields before, and the country's places."""
        for field, widget in self._entered:
            widget.take_known(field, ask)

    @property
    def agency(self) -> Agency:
        """The agency that is shown, if it is this card's to show."""
        return self._draft.agency

    def _edit(self, widget: FieldWidget, path: Path, edit: Edit) -> None:
        self._draft = edited(self._draft, path, edit)
        if not isinstance(edit, Put):
            widget.set_value(value_at(self._draft, path))
        self.changed.emit()

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with the part that this card enters."""
        return settings.model_copy(update={self._part: getattr(self._draft, self._part)})
