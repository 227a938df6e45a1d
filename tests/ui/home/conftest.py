"""A data place with three reports of two fiscal years, and dialogs that are answered at once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.paths import DataPlace
from desktop_app.report.package import Package
from desktop_app.report.values import Activity, Agency, Group, Participants, Report
from desktop_app.storage.store import Store
from desktop_app.ui.dialogs import Dialogs

WANG_THONG = Report(
    fiscal_year=2566,
    agency=Agency(name="อำเภอวังทอง"),
    activities=(
        Activity(
            name="ประชุมประชาคม",
            issues=("น้ำท่วมซ้ำซาก", "ไฟป่า ปี ๒๕๖๖"),
            participants=Participants(groups=(Group(name="ผู้ใหญ่บ้าน"),)),
            results=("ขุดลอกคลอง",),
        ),
    ),
)
BANG_RAKAM = Report(fiscal_year=2566, agency=Agency(name="อำเภอบางระกำ"))
NAKHON_THAI = Report(fiscal_year=2565, agency=Agency(name="อำเภอนครไทย"))
EVERY = (WANG_THONG, BANG_RAKAM, NAKHON_THAI)


@pytest.fixture
def place(tmp_path: Path) -> DataPlace:
    """Where three reports are stored."""
    made = DataPlace(tmp_path / "data")
    with Store.open(made.database) as store:
        store.add([Package(report, {}) for report in EVERY])
    return made


class Answers(Dialogs):
    """Answers the system's dialogs."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.chosen: tuple[Path, ...] = ()
        self.agreed: list[str] = []

    def report_files(self, parent: QWidget) -> tuple[Path, ...]:
        del parent
        return self.chosen

    def report_to_save(self, parent: QWidget, name: str) -> Path | None:
        del parent
        return self.out / f"{name}.zip"

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:
        del parent
        return self.out / name

    def agrees(self, parent: QWidget, question: str, act: str) -> bool:
        del parent, act
        self.agreed.append(question)
        return True


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Answer the dialogs of the window that is opened after this."""
    made = Answers(tmp_path)
    monkeypatch.setattr("desktop_app.ui.dialogs.Dialogs", lambda: made)
    return made
