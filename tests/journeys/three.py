"""A report of three activities, as an office of a district writes it; the people are made up."""

import datetime as dt

from desktop_app.report.values import (
    Activity,
    Agency,
    AgencyKind,
    Group,
    Participants,
    Report,
    Session,
    Signatory,
)

WASTE = Activity(
    name="เวทีประชาคมการจัดการขยะต้นทางระดับอำเภอ",
    organisers=("ที่ทำการปกครองอำเภอนครไทย", "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"),
    sessions=(
        Session(
            date=dt.date(2022, 11, 15),
            start_time=dt.time(9, 0),
            place="หอประชุมที่ว่าการอำเภอนครไทย",
        ),
    ),
    issues=(
        "การคัดแยกขยะในครัวเรือนและถังขยะเปียกลดโลกร้อน",
        "การจัดตั้งธนาคารขยะระดับหมู่บ้าน",
    ),
    participants=Participants(
        total=86,
        groups=(
            Group(name="กำนัน ผู้ใหญ่บ้าน", count=34),
            Group(name="ผู้แทนชุมชนและอาสาสมัครท้องถิ่นรักษ์โลก", count=52, external=True),
        ),
    ),
    results=(
        "ที่ประชุมเห็นชอบให้ทุกหมู่บ้านจัดทำถังขยะเปียกครบทุกครัวเรือนภายในไตรมาสที่ 2",
        "ผู้แทนชุมชนเสนอให้กำหนดวันรับซื้อขยะรีไซเคิลเดือนละ 1 ครั้ง",
    ),
    improvements=("อำเภอจัดทำปฏิทินรับซื้อขยะรีไซเคิลและแจ้งผ่านหอกระจายข่าวทุกหมู่บ้าน",),
)

FIRE = Activity(
    name="ประชุมเตรียมความพร้อมป้องกันไฟป่าและหมอกควัน",
    organisers=("ที่ทำการปกครองอำเภอนครไทย",),
    sessions=(
        Session(
            date=dt.date(2023, 1, 18),
            start_time=dt.time(13, 30),
            place="ห้องประชุมเทศบาลตำบลนครไทย ชั้น 2",
        ),
    ),
    issues=("แผนเผชิญเหตุไฟป่าระดับตำบล", "การงดเผาในที่โล่งช่วงเดือนกุมภาพันธ์ถึงเมษายน"),
    participants=Participants(
        total=45,
        groups=(
            Group(name="เจ้าหน้าที่อุทยานแห่งชาติภูหินร่องกล้า", count=15),
            Group(name="เครือข่ายจิตอาสาดับไฟป่า", count=30, external=True),
        ),
    ),
    results=("เครือข่ายจิตอาสาขอรับการสนับสนุนเครื่องเป่าลมตำบลละ 2 เครื่อง",),
    improvements=(
        "อำเภอเสนอของบประมาณจังหวัดเพื่อจัดหาเครื่องเป่าลมให้ครบทุกตำบล",
        "กำหนดจุดเฝ้าระวังร่วมกับชุมชนจำนวน 11 จุด",
    ),
)

ROAD = Activity(
    name="รับฟังความคิดเห็นการปรับปรุงถนนสายหลักหน้าตลาด",
    organisers=("เทศบาลตำบลนครไทย",),
    sessions=(
        Session(
            date=dt.date(2023, 3, 9),
            start_time=dt.time(10, 0),
            place="ศาลาประชาคมบ้านในเมือง หมู่ที่ 5",
        ),
    ),
    issues=("แบบก่อสร้างและทางเท้าสำหรับผู้สูงอายุ", "การจัดการจราจรระหว่างก่อสร้าง"),
    participants=Participants(
        total=120,
        groups=(
            Group(name="ผู้ประกอบการในตลาด", count=70, external=True),
            Group(name="ประชาชนทั่วไป", count=50, external=True),
        ),
    ),
    results=("ผู้เข้าร่วมร้อยละ 92 เห็นด้วยกับแบบก่อสร้าง โดยขอให้เพิ่มทางลาดทุก 50 เมตร",),
    improvements=("เทศบาลแก้ไขแบบก่อสร้างให้มีทางลาดทุก 50 เมตรตามข้อเสนอ",),
)

SIGNATORIES = (
    Signatory(role="ผู้รายงาน", name="นายสมชาย ใจดี", position="ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการ)"),
    Signatory(role="ผู้รับรอง", name="นางสาวปราณี รักษ์ถิ่น", position="นายอำเภอนครไทย"),
)

THREE = Report(
    agency=Agency(
        kind=AgencyKind.DISTRICT, name="อำเภอนครไทย", province="พิษณุโลก", district="นครไทย"
    ),
    fiscal_year=2566,
    activities=(WASTE, FIRE, ROAD),
    signatories=SIGNATORIES,
)


def texts(value: object) -> list[str]:
    """Return every text of a report that somebody types, dates and numbers left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if isinstance(value, Report):
        return texts((value.agency.name, value.activities, value.signatories))
    if isinstance(value, Activity | Participants | Group | Session | Signatory):
        return [text for _, part in value for text in texts(part)]
    return []
