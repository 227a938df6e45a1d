"""The commands `import` and `export`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.outcome import Outcome
from desktop_app.report.package import Package
from desktop_app.services.exchange import export_package, export_stored, import_files
from desktop_app.services.reports import find_report

if TYPE_CHECKING:  # the composer has imported it where a store is needed
    from desktop_app.storage.store import Store


def import_(store: "Store", paths: Sequence[Path]) -> Outcome:
    """Store report files; one id a line."""
    return Outcome("\n".join(map(str, import_files(store, paths))))


def export_named(store: "Store", reference: str, out: Path) -> Outcome:
    """Write a stored report as a file to carry, and warn of what is not in it."""
    return Outcome(warning=export_stored(store, find_report(store, reference), out))


def export(package: Package, out: Path) -> Outcome:
    """Write the report as a file to carry."""
    export_package(package, out)
    return Outcome()
