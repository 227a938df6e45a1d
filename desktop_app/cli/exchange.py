"""The commands `import` and `export`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.outcome import Outcome
from desktop_app.errors import Said
from desktop_app.report.package import Package
from desktop_app.services.exchange import (
    export_package,
    import_files,
    left_out,
    lying_beside,
    texts_without_value,
)
from desktop_app.services.reports import find_report, open_report

if TYPE_CHECKING:  # the composer has imported it where a store is needed
    from desktop_app.storage.store import Store


def import_(store: "Store", paths: Sequence[Path]) -> Outcome:
    """Store report files; one id a line."""
    ids = import_files(store, paths)
    return Outcome("\n".join(map(str, ids)), hint=_stored(len(ids)))


def export_named(store: "Store", reference: str, out: Path) -> Outcome:
    """Write a stored report as a file to carry, and say what is not in it."""
    package = open_report(store, find_report(store, reference))
    unreadable = texts_without_value(store, package.report)
    return export(package, out)._replace(note=left_out(len(unreadable)))


def export(package: Package, out: Path) -> Outcome:
    """Write the report as a file to carry."""
    export_package(package, out)
    return Outcome(hint=lying_beside(package, out))


def _stored(count: int) -> Said:
    reports = "1 report is" if count == 1 else f"{count} reports are"
    return Said(
        f"เก็บรายงานแล้ว {count} ฉบับ เปิดโปรแกรมเพื่อดูหรือแก้ไขได้ หรือใช้รหัสที่แสดงกับคำสั่ง "
        "render, check และ export (ดูรหัสทั้งหมดด้วยคำสั่ง list)",
        f"{reports} stored: open the window to read or edit, or use the id with the commands "
        "render, check and export (the command list shows all ids)",
    )
