"""Data of an office that has worked with the program for years."""

import datetime as dt
import io
from pathlib import Path
from uuid import UUID

from PIL import Image, ImageDraw

from desktop_app.paths import DataPlace, resource
from desktop_app.pictures.photo import prepared
from desktop_app.report.package import Package, read_package
from desktop_app.report.values import (
    Activity,
    Agency,
    AgencyKind,
    Group,
    Link,
    Participants,
    Period,
    PeriodKind,
    Photo,
    Report,
    Session,
    Signatory,
)
from desktop_app.storage.store import Store

LONGEST = "องค์การบริหารส่วนตำบลบ้านน้อยซุ้มขี้เหล็ก อำเภอเนินมะปราง จังหวัดพิษณุโลก"
PROSE = (
    "ประชาชนเสนอให้ปรับปรุงถนนสายหลักและระบบระบายน้ำของหมู่บ้าน ทั้งนี้ ที่ประชุมเห็นชอบให้จัดตั้งคณะทำงานร่วม"
    "ระหว่างอำเภอ องค์กรปกครองส่วนท้องถิ่น และผู้แทนชุมชน เพื่อสำรวจความเสียหายและจัดลำดับความสำคัญ"
)
MANY = UUID(int=71)
BARE = UUID(int=72)
WRONG = UUID(int=73)
SAMPLE = read_package(resource("samples", "phitsanulok-2566", "report.json"))

_DISTRICTS = (
    "วังทอง",
    "บางระกำ",
    "นครไทย",
    "ชาติตระการ",
    "พรหมพิราม",
    "วัดโบสถ์",
    "เนินมะปราง",
    "บางกระทุ่ม",
)
_ROUNDS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.NINE_MONTHS)


def _some(number: int) -> Package:
    """Return one of many reports; each is as far as its number says."""
    parts = SAMPLE.report.activities[: number % 4]
    bare = tuple(one.model_copy(update={"photos": (), "attachments": ()}) for one in parts)
    place = _DISTRICTS[number % len(_DISTRICTS)]
    agency = Agency(
        kind=AgencyKind.DISTRICT, name=f"อำเภอ{place}", province="พิษณุโลก", district=place
    )
    signed = SAMPLE.report.signatories if number % 3 else ()
    report = Report(
        id=UUID(int=number + 1),
        agency=agency,
        fiscal_year=2569 - number // 5,
        period=Period(kind=_ROUNDS[number % len(_ROUNDS)]),
        introduction=PROSE if number % 3 else None,
        activities=bare,
        signatories=signed,
    )
    return Package(report)


def many_rows() -> Package:
    """Return a report of long names, in which every list has many rows."""
    files = {f"photos/{number:04}.jpg": picture(number) for number in range(1, 10)}
    activity = Activity(
        name=f"โครงการเสริมสร้างการมีส่วนร่วมของประชาชนในการบริหารจัดการน้ำและป้องกันอุทกภัย ของ{LONGEST}",
        organisers=(
            f"กลุ่มงานยุทธศาสตร์และการพัฒนา {LONGEST}",
            "ที่ทำการปกครองอำเภอ",
            "สำนักงานเกษตรอำเภอ",
        ),
        sessions=tuple(_session(number) for number in range(8)),
        issues=tuple(f"{PROSE} ข้อที่ {number}" for number in range(1, 7)),
        participants=Participants(total=1234, groups=tuple(map(_group, range(16)))),
        results=(PROSE * 3, PROSE, "ขุดลอกคลอง"),
        improvements=(PROSE, PROSE),
        photos=tuple(Photo(file=name, caption=PROSE[:70]) for name in files),
        links=tuple(
            Link(label=f"ข่าวประชาสัมพันธ์ที่ {n}", url=f"https://www.phitsanulok.go.th/news/{n}")
            for n in range(3)
        ),
    )
    names = ("ลงพื้นที่", "อบรมอาสาสมัคร", "เวทีประชาคม", "ประชุมคณะกรรมการ", "รับฟังความคิดเห็น")
    others = tuple(Activity(name=f"{name}ครั้งที่ {n}") for n in (1, 2) for name in names)
    report = Report(
        id=MANY,
        agency=Agency(kind=AgencyKind.LOCAL, name=LONGEST, province="พิษณุโลก"),
        fiscal_year=2569,
        introduction=PROSE * 4,
        activities=(activity, *others),
        signatories=tuple(
            Signatory(role="ผู้รับรองรายงาน", name=f"นายสมชาย รักษ์ท้องถิ่น {n}", position=PROSE[:60])
            for n in range(4)
        ),
    )
    return Package(report, files)


def _session(number: int) -> Session:
    day = dt.date(2026, 2, 5) + dt.timedelta(days=7 * number)
    times = (dt.time(8, 30), dt.time(16, 30))
    end = day + dt.timedelta(days=1) if number % 2 else None
    return Session(
        date=day,
        end_date=end,
        start_time=times[0],
        end_time=times[1],
        place=f"ศาลาอเนกประสงค์หมู่ที่ {number + 1} ตำบลบ้านน้อยซุ้มขี้เหล็ก อำเภอเนินมะปราง",
    )


def _group(number: int) -> Group:
    return Group(
        name=f"ผู้แทนกลุ่มสตรีแม่บ้านเกษตรกรหมู่ที่ {number + 1}", count=number * 3 + 4, external=True
    )


def wrong() -> Package:
    """Return a report in which much is to be mended."""
    activity = Activity(
        name="ประชุมประชาคม",
        sessions=(Session(date=dt.date(2026, 5, 5), end_date=dt.date(2026, 5, 1)), Session()),
        issues=("ขยะ", ""),
        participants=Participants(total=10, groups=(Group(name="ผู้ใหญ่บ้าน", count=40), Group())),
    )
    period = Period(kind=PeriodKind.CUSTOM, start=dt.date(2026, 5, 5), end=dt.date(2025, 10, 1))
    agency = Agency(kind=AgencyKind.DISTRICT, name="อำเภอวังทอง")
    signed = (Signatory(role="ผู้รายงาน"), Signatory(name="นางสาวสมศรี ใจดี"))
    return Package(
        Report(
            id=WRONG,
            agency=agency,
            fiscal_year=2569,
            period=period,
            activities=(activity,),
            signatories=signed,
        )
    )


def bare() -> Package:
    """Return a report of which only the activity has been added."""
    return Package(Report(id=BARE, fiscal_year=2569, activities=(Activity(),)))


def picture(number: int, width: int = 1600, height: int = 1200) -> bytes:
    """Return a photo as the program keeps it."""
    data = io.BytesIO()
    _drawn(number, width, height).save(data, "JPEG")
    return prepared(data.getvalue(), f"{number}.jpg")


def _drawn(number: int, width: int, height: int) -> Image.Image:
    sky = (120 + 12 * (number % 9), 170, 220)
    image = Image.new("RGB", (width, height), sky)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 2 // 3, width, height), fill=(90, 140, 70 + 10 * (number % 9)))
    side = width // 8
    for place in range(1, 6):
        left = place * width // 6 - side // 2
        pen.ellipse((left, height // 2 - side, left + side, height // 2), fill=(220, 170, 130))
        pen.rectangle(
            (left, height // 2, left + side, height * 5 // 6), fill=(60, 70 + 30 * place, 140)
        )
    return image


def camera_files(folder: Path, count: int) -> tuple[Path, ...]:
    """Write pictures as large as a telephone's."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / f"IMG_{number:04}.jpg" for number in range(count))
    for number, path in enumerate(paths):
        _drawn(number, 4000, 3000).save(path)
    return paths


def busy_office(place: DataPlace) -> DataPlace:
    """Fill a data place with reports of some years, in every state, and of the bin."""
    with Store.open(place.database) as store:
        store.add([_some(number) for number in range(18)])
        store.add([SAMPLE, many_rows(), wrong(), bare()])
        for number in (7, 11, 14):
            report = store.load(UUID(int=number + 1)).report
            store.note_printed(report, dt.datetime.now().astimezone())
        for number in (15, 16, 17):
            store.delete(UUID(int=number + 1))
    return place
