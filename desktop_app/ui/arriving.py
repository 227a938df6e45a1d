"""What is imported once the window is shown: its foot, what knows nothing of Qt, then the views.

Each view's step is short enough to be taken between two turns of the window's event loop; see
`running.loading` for why it is taken there.
"""


def foot() -> object:
    """Import what lies below every view, on the window's thread."""
    from desktop_app.ui import messages
    from desktop_app.ui.running import crash, job_bar, tasks

    return messages, crash, job_bar, tasks


def base_of_first() -> object:
    """Import what the list of all reports stands on; on any thread."""
    from desktop_app.report import flow
    from desktop_app.services import finding
    from desktop_app.services.words import line_ends

    return flow, finding, line_ends


def base() -> object:
    """Import what all other views stand on; on any thread."""
    import difflib
    import html

    from desktop_app.report import offers, originals
    from desktop_app.services import (
        automatic_backups,
        clock,
        history,
        holding,
        looking,
        merging,
        places,
    )
    from desktop_app.services.words import html_lists, tabled

    services = automatic_backups, clock, history, holding, looking, merging, places
    return difflib, html, offers, originals, services, html_lists, tabled


def _rows() -> object:
    from desktop_app.ui.home import home_rows

    return home_rows


def _home() -> object:
    from desktop_app.ui.home import home

    return home


def _print() -> object:
    from PySide6.QtPrintSupport import QPrinter

    return QPrinter


def _pdf() -> object:
    from PySide6.QtPdf import QPdfDocument

    return QPdfDocument


def _met_beside() -> object:
    """Let PySide make the classes that are met beside the window's thread, and named nowhere else."""
    from PySide6.QtCore import QThread
    from PySide6.QtGui import QPageRanges, QPolygonF, QRgba64
    from PySide6.QtPdf import QPdfSelection

    return QThread, QPageRanges, QPolygonF, QRgba64, QPdfSelection


def _dialogs() -> object:
    from desktop_app.ui import dialogs

    return dialogs


def _fields() -> object:
    from desktop_app.ui.fields import filed

    return filed


def _preview() -> object:
    from desktop_app.ui.preview import preview

    return preview


def _photos() -> object:
    from desktop_app.ui.photos import file_desk

    return file_desk


def _settings() -> object:
    from desktop_app.ui.settings import settings_page

    return settings_page


def _form() -> object:
    from desktop_app.ui.wizard import report_view

    return report_view


def _merging() -> object:
    from desktop_app.ui.desk import merge_desk

    return merge_desk


def _data() -> object:
    from desktop_app.ui.desk import data_desk

    return data_desk


def _history() -> object:
    from desktop_app.ui.desk import history_desk

    return history_desk


def _desk() -> object:
    from desktop_app.ui.desk import desk

    return desk


FIRST = (_rows, _home)
"""The steps to the list of all reports."""

REST = (
    _print,
    _pdf,
    _met_beside,
    _dialogs,
    _fields,
    _preview,
    _photos,
    _settings,
    _form,
    _merging,
    _data,
    _history,
    _desk,
)
"""The steps to all other views."""
