"""A report in which everything that can stand in one stands, and small changes to it."""

import datetime as dt
from uuid import UUID

from desktop_app.report.package import Package
from desktop_app.report.values import (
    ActivitiesLayout,
    Activity,
    Agency,
    AgencyKind,
    Attachment,
    Group,
    Layout,
    Link,
    Participants,
    Period,
    PeriodKind,
    Photo,
    Report,
    Session,
    Signatory,
)

FULL = Report(
    id=UUID("7b0f0e0e-2566-4d2b-9b61-0c7d3f8e0001"),
    agency=Agency(kind=AgencyKind.DISTRICT, name="อำเภอนครไทย", province="พิษณุโลก", district=""),
    fiscal_year=2566,
    period=Period(kind=PeriodKind.CUSTOM, start=dt.date(2022, 10, 1), end=dt.date(2023, 3, 31)),
    title="รายงานผลการมีส่วนร่วม",
    introduction="บรรทัดแรก\nบรรทัดที่สอง\tและ \u200b ช่องว่างศูนย์",
    activities=(
        Activity(
            name="ประชุมผู้บริหาร",
            organisers=("สำนักงานท้องถิ่น", None, ""),
            sessions=(
                Session(
                    date=dt.date(2023, 2, 22),
                    end_date=dt.date(2023, 2, 23),
                    start_time=dt.time(13, 30),
                    end_time=dt.time(16, 0, 1, 5),
                    place="ห้องประชุม (771)",
                ),
                Session(),
            ),
            issues=("ไฟป่า หมอกควัน", "การบริหารจัดการขยะ"),
            participants=Participants(
                total=191,
                groups=(
                    Group(name="ผู้บริหาร", count=0, external=False),
                    Group(name="ประชาชน", count=None, external=True),
                ),
            ),
            results=("ที่ประชุมรับทราบ",),
            improvements=("ข้อหนึ่ง", "ข้อสอง"),
            photos=(
                Photo(file="photos/0001.jpg", caption="ภาพที่ 1"),
                Photo(file="photos/0001.jpg", caption=None),
                Photo(file="photos/ภาพ 2.jpg", caption=""),
            ),
            links=(Link(label="ข่าว", url="https://example.org/?q=1"), Link()),
            attachments=(Attachment(file="files/minutes.pdf", kind="minutes", title="รายงาน"),),
        ),
        Activity(),
    ),
    signatories=(
        Signatory(role="ผู้รายงาน", name="นางสาวก ข", position="ปลัด", date=dt.date(2023, 4, 3)),
        Signatory(),
    ),
    layout=Layout(thai_digits=True, activities=ActivitiesLayout.TABLE, photos_per_page=6),
)
FULL_FILES = {
    "photos/0001.jpg": b"\xff\xd8 one",
    "photos/ภาพ 2.jpg": bytes(range(256)) * 20,
    "files/minutes.pdf": b"%PDF-1.7 minutes",
}
FULL_PACKAGE = Package(FULL, FULL_FILES)
UNREAD = {
    ("activities", 0, "sessions", 1, "date"): "วันพุธหน้า",
    ("signatories", 1, "date"): "เมื่อ “วาน”\n",
}


def with_activity(report: Report, number: int, **changes: object) -> Report:
    """Return the report with fields of one activity changed."""
    activities = list(report.activities)
    activities[number] = activities[number].model_copy(update=changes)
    return with_fields(report, activities=tuple(activities))


def with_fields(report: Report, **changes: object) -> Report:
    """Return the report with fields of its own changed."""
    return report.model_copy(update=changes)
