"""The one place where a field's declaration becomes its widget."""

from collections.abc import Callable

from desktop_app.report.editing import Path
from desktop_app.report.fields import Field, Kind
from desktop_app.ui.fields.base import FieldWidget
from desktop_app.ui.fields.blank import blank_item
from desktop_app.ui.fields.cell import Cell
from desktop_app.ui.fields.chosen import ChoiceField, FlagField
from desktop_app.ui.fields.dated import DateField
from desktop_app.ui.fields.file_cells import FileName, Thumbnail
from desktop_app.ui.fields.filed import FiledRows
from desktop_app.ui.fields.files import Files
from desktop_app.ui.fields.linked import LinkField
from desktop_app.ui.fields.readings import NUMBER, TIME, YEAR
from desktop_app.ui.fields.rows import RowList
from desktop_app.ui.fields.text import TextField
from desktop_app.ui.fields.typed import TypedField
from desktop_app.ui.language import words


def field_widget(field: Field, path: Path, files: Files) -> FieldWidget:
    """Return the widget that enters `field`, whose value stands at `path`, with its names set."""
    widget = _list_of(field, path, files) or _SINGLE[field.kind](field, False)
    widget.name(words(field.label), words(field.help))
    widget.setObjectName(f"field_{field.key}")
    if widget.entry().objectName() == "":
        widget.entry().setObjectName(field.key)
    return widget


_SINGLE: dict[Kind, Callable[[Field, bool], FieldWidget]] = {
    Kind.LINE: lambda _, in_rows: TextField(one_line=True, in_rows=in_rows),
    Kind.PROSE: lambda _, in_rows: TextField(one_line=False, in_rows=in_rows),
    Kind.URL: lambda _, in_rows: LinkField(in_rows=in_rows),
    Kind.NUMBER: lambda *_: TypedField(NUMBER),
    Kind.YEAR: lambda *_: TypedField(YEAR),
    Kind.DATE: lambda *_: DateField(),
    Kind.TIME: lambda *_: TypedField(TIME),
    Kind.FLAG: lambda field, _: FlagField(words(field.label)),
    Kind.CHOICE: lambda field, _: ChoiceField(field.choices),
}


def _list_of(field: Field, path: Path, files: Files) -> FieldWidget | None:
    match field.kind:
        case Kind.LINES:
            return RowList(
                field, lambda: _text_cell(field, one_line=True), lambda: blank_item(path)
            )
        case Kind.PASSAGES:
            return RowList(
                field, lambda: _text_cell(field, one_line=False), lambda: blank_item(path)
            )
        case Kind.ROWS:
            return RowList(field, lambda: _cells(field), lambda: blank_item(path))
        case Kind.PHOTOS:
            return FiledRows(field, path, lambda: _photo_cells(field, files), files)
        case Kind.FILES:
            return FiledRows(field, path, lambda: _file_cells(field), files)
        case _:
            return None


def _text_cell(field: Field, *, one_line: bool) -> tuple[Cell, ...]:
    return (Cell((), field, TextField(one_line=one_line, in_rows=True, empty="")),)


def _cells(field: Field) -> tuple[Cell, ...]:
    return tuple(Cell((one.key,), one, _SINGLE[one.kind](one, True)) for one in field.columns)


def _photo_cells(field: Field, files: Files) -> tuple[Cell, ...]:
    return (Cell(("file",), field, Thumbnail(files)), *_cells(field))


def _file_cells(field: Field) -> tuple[Cell, ...]:
    return (Cell(("file",), field, FileName()), *_cells(field))
