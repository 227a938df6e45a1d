"""One declaration per field: key, labels, kind, rule, help and the clause that it fills.

The form's widget, its accessible name and tool tip, the finished report's checks, the columns
of the spreadsheet and the manual's table all come from here.  A `Section` is what one wizard
page edits and one outline row shows.  Keys are attribute names of `report.values`, joined by
dots, relative to the section's owner (the report, or one activity).
"""

from desktop_app.errors import Said
from desktop_app.report.declaring import (
    Choice,
    Field,
    Kind,
    Known,
    Need,
    Owner,
    Section,
)
from desktop_app.report.values import ActivitiesLayout, AgencyKind, PeriodKind

__all__ = [
    "ACTIVITY_NAME",
    "ACTIVITY_SECTIONS",
    "ALL_SECTIONS",
    "CLAUSES",
    "LAYOUT",
    "REPORT_DATA",
    "REPORT_SECTIONS",
    "SIGNATORIES",
    "Choice",
    "Field",
    "Kind",
    "Known",
    "Need",
    "Owner",
    "Section",
]

_AGENCY_KINDS = (
    Choice(AgencyKind.PROVINCE, Said("จังหวัด", "Province")),
    Choice(AgencyKind.DISTRICT, Said("อำเภอ", "District")),
    Choice(AgencyKind.LOCAL, Said("องค์กรปกครองส่วนท้องถิ่น", "Local government")),
    Choice(AgencyKind.OTHER, Said("หน่วยงานอื่น", "Other")),
)

_PERIOD_KINDS = (
    Choice(PeriodKind.QUARTER, Said("รอบ 3 เดือน", "3 months")),
    Choice(PeriodKind.HALF_YEAR, Said("รอบ 6 เดือน", "6 months")),
    Choice(PeriodKind.NINE_MONTHS, Said("รอบ 9 เดือน", "9 months")),
    Choice(PeriodKind.YEAR, Said("รอบ 12 เดือน", "12 months")),
    Choice(PeriodKind.CUSTOM, Said("กำหนดเอง", "Custom")),
)

_ACTIVITY_LAYOUTS = (
    Choice(ActivitiesLayout.NARRATIVE, Said("แบบเรียงข้อ", "Clause by clause")),
    Choice(ActivitiesLayout.TABLE, Said("แบบตาราง", "Table")),
)

REPORT_DATA = Section(
    "report",
    Owner.REPORT,
    Said("ข้อมูลรายงาน", "Report data"),
    Said("ข้อมูลรายงาน", "Report data"),
    (
        Field(
            "agency.kind",
            Said("ประเภทหน่วยงาน", "Kind of agency"),
            Kind.CHOICE,
            choices=_AGENCY_KINDS,
        ),
        Field(
            "agency.name",
            Said("ชื่อหน่วยงาน", "Agency"),
            Kind.LINE,
            Need.REQUIRED,
            Said("ชื่อเต็มตามที่ปรากฏบนปก เช่น จังหวัดพิษณุโลก", "As on the cover"),
            known=Known.AGENCY,
        ),
        Field(
            "agency.province",
            Said("จังหวัด", "Province"),
            Kind.LINE,
            Need.ADVISED,
            known=Known.PROVINCE,
        ),
        Field("agency.district", Said("อำเภอ", "District"), Kind.LINE, known=Known.DISTRICT),
        Field("fiscal_year", Said("ปีงบประมาณ พ.ศ.", "Fiscal year (B.E.)"), Kind.YEAR),
        Field("period.kind", Said("รอบการรายงาน", "Round"), Kind.CHOICE, choices=_PERIOD_KINDS),
        Field(
            "period.start",
            Said("ตั้งแต่วันที่", "From"),
            Kind.DATE,
            until="period.end",
            help=Said("เว้นว่างไว้เพื่อใช้วันแรกของรอบ", "Empty: the first day of the round"),
        ),
        Field(
            "period.end",
            Said("ถึงวันที่", "To"),
            Kind.DATE,
            since="period.start",
            help=Said("เว้นว่างไว้เพื่อใช้วันสุดท้ายของรอบ", "Empty: the last day of the round"),
        ),
        Field(
            "title",
            Said("ชื่อรายงาน", "Title"),
            Kind.LINE,
            help=Said("เว้นว่างไว้เพื่อใช้ชื่อมาตรฐาน", "Empty: the standard title"),
        ),
        Field(
            "introduction",
            Said("ความนำ", "Introduction"),
            Kind.PROSE,
            help=Said(
                "เว้นว่างไว้เพื่อให้โปรแกรมเขียนจากหน่วยงาน รอบ และปีงบประมาณ",
                "Empty: written from agency, round and year",
            ),
        ),
    ),
)

ACTIVITY_NAME = Section(
    "name",
    Owner.ACTIVITY,
    Said("ชื่อกิจกรรม/โครงการ", "Activity or project"),
    Said("ชื่อกิจกรรม", "Name"),
    (
        Field("name", Said("ชื่อกิจกรรม/โครงการ", "Activity or project"), Kind.LINE, Need.REQUIRED),
        Field(
            "organisers",
            Said("หน่วยงานที่จัด", "Organisers"),
            Kind.LINES,
            item=Said("หน่วยงาน", "organiser"),
            known=Known.UNIT,
        ),
    ),
)

CLAUSES = (
    Section(
        "when",
        Owner.ACTIVITY,
        Said("วัน/เดือน/ปี ที่ดำเนินการ", "Date of the activity"),
        Said("วันเวลา", "When"),
        (
            Field(
                "sessions",
                Said("วันและเวลา", "Dates and times"),
                Kind.ROWS,
                Need.REQUIRED,
                item=Said("วันที่จัด", "date"),
                columns=(
                    Field("date", Said("วันที่", "Date"), Kind.DATE, Need.REQUIRED, until="end_date"),
                    Field("end_date", Said("ถึงวันที่", "To"), Kind.DATE, since="date"),
                    Field("start_time", Said("เวลา", "From"), Kind.TIME, until="end_time"),
                    Field("end_time", Said("ถึงเวลา", "Until"), Kind.TIME, since="start_time"),
                ),
                beside=("place",),
            ),
        ),
        1,
    ),
    Section(
        "where",
        Owner.ACTIVITY,
        Said("สถานที่ดำเนินการ", "Place of the activity"),
        Said("สถานที่", "Where"),
        (
            Field(
                "sessions",
                Said("สถานที่", "Places"),
                Kind.ROWS,
                Need.REQUIRED,
                item=Said("สถานที่", "place"),
                columns=(
                    Field(
                        "place",
                        Said("สถานที่", "Place"),
                        Kind.LINE,
                        Need.REQUIRED,
                        known=Known.PLACE,
                    ),
                ),
                beside=("date", "end_date", "start_time", "end_time"),
                owns_rows=False,
            ),
        ),
        2,
    ),
    Section(
        "issues",
        Owner.ACTIVITY,
        Said("ประเด็น/เรื่องในการมีส่วนร่วม", "Topics of participation"),
        Said("ประเด็น", "Topics"),
        (
            Field(
                "issues",
                Said("ประเด็น/เรื่อง", "Topics"),
                Kind.LINES,
                Need.REQUIRED,
                item=Said("ประเด็น", "topic"),
            ),
        ),
        3,
    ),
    Section(
        "participants",
        Owner.ACTIVITY,
        Said("สรุปข้อมูลของผู้มีส่วนร่วม", "Participants"),
        Said("ผู้มีส่วนร่วม", "Participants"),
        (
            Field(
                "participants.total",
                Said("จำนวนผู้เข้าร่วมทั้งหมด (คน)", "Participants in all"),
                Kind.NUMBER,
                Need.REQUIRED,
            ),
            Field(
                "participants.groups",
                Said("กลุ่มผู้เข้าร่วม", "Groups of participants"),
                Kind.ROWS,
                Need.REQUIRED,
                item=Said("กลุ่ม", "group"),
                total="participants.total",
                columns=(
                    Field(
                        "name", Said("กลุ่ม", "Group"), Kind.LINE, Need.REQUIRED, known=Known.GROUP
                    ),
                    Field("count", Said("คน", "People"), Kind.NUMBER),
                    Field("external", Said("ภายนอก", "External"), Kind.FLAG),
                ),
            ),
        ),
        4,
    ),
    Section(
        "results",
        Owner.ACTIVITY,
        Said("ผลจากการมีส่วนร่วม", "Results of participation"),
        Said("ผล", "Results"),
        (
            Field(
                "results",
                Said("ผลจากการมีส่วนร่วม", "Results"),
                Kind.PASSAGES,
                Need.REQUIRED,
                item=Said("ย่อหน้า", "paragraph"),
            ),
        ),
        5,
    ),
    Section(
        "improvements",
        Owner.ACTIVITY,
        Said("การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน", "Use of the results"),
        Said("การนำผลไปปรับปรุง", "Improvements"),
        (
            Field(
                "improvements",
                Said("การนำผลไปปรับปรุงพัฒนา", "Improvements"),
                Kind.PASSAGES,
                Need.REQUIRED,
                item=Said("ข้อ", "point"),
            ),
        ),
        6,
    ),
    Section(
        "photos",
        Owner.ACTIVITY,
        Said("ประมวลภาพกิจกรรม", "Pictures of the activity"),
        Said("ภาพกิจกรรม", "Pictures"),
        (
            Field(
                "photos",
                Said("ภาพกิจกรรม", "Pictures"),
                Kind.PHOTOS,
                Need.ADVISED,
                item=Said("ภาพ", "picture"),
                columns=(Field("caption", Said("คำบรรยายภาพ", "Caption"), Kind.LINE),),
            ),
            Field(
                "links",
                Said("ลิงก์", "Links"),
                Kind.ROWS,
                item=Said("ลิงก์", "link"),
                columns=(
                    Field("label", Said("ชื่อลิงก์", "Label"), Kind.LINE),
                    Field("url", Said("ที่อยู่เว็บ", "Address"), Kind.URL, Need.REQUIRED),
                ),
            ),
            Field(
                "attachments",
                Said("เอกสารแนบ", "Attachments"),
                Kind.FILES,
                item=Said("เอกสาร", "document"),
                columns=(
                    Field("kind", Said("ประเภท", "Kind"), Kind.LINE),
                    Field("title", Said("ชื่อเอกสาร", "Title"), Kind.LINE),
                ),
            ),
        ),
        7,
    ),
)

ACTIVITY_SECTIONS = (ACTIVITY_NAME, *CLAUSES)

SIGNATORIES = Section(
    "signatories",
    Owner.REPORT,
    Said("ผู้ลงนาม", "Signatories"),
    Said("ผู้ลงนาม", "Signatories"),
    (
        Field(
            "signatories",
            Said("ผู้ลงนาม", "Signatories"),
            Kind.ROWS,
            Need.REQUIRED,
            item=Said("ผู้ลงนาม", "signatory"),
            columns=(
                Field("role", Said("ฐานะ", "Role"), Kind.LINE, Need.ADVISED),
                Field(
                    "name",
                    Said("ชื่อ-นามสกุล", "Full name"),
                    Kind.LINE,
                    Need.ADVISED,
                    known=Known.PERSON,
                ),
                Field(
                    "position",
                    Said("ตำแหน่ง", "Position"),
                    Kind.LINE,
                    Need.ADVISED,
                    known=Known.POSITION,
                ),
                Field("date", Said("วันที่ลงนาม", "Date"), Kind.DATE),
            ),
        ),
    ),
)

LAYOUT = Section(
    "layout",
    Owner.REPORT,
    Said("รูปแบบเอกสาร", "Layout"),
    Said("รูปแบบเอกสาร", "Layout"),
    (
        Field("layout.thai_digits", Said("ใช้เลขไทย", "Thai numerals"), Kind.FLAG),
        Field(
            "layout.activities",
            Said("การแสดงกิจกรรม", "Activities"),
            Kind.CHOICE,
            choices=_ACTIVITY_LAYOUTS,
        ),
        Field(
            "layout.photos_per_page",
            Said("จำนวนภาพต่อหน้า", "Pictures a page"),
            Kind.CHOICE,
            choices=tuple(Choice(n, Said(f"{n} ภาพ", str(n))) for n in (1, 2, 4, 6)),
        ),
    ),
)

REPORT_SECTIONS = (REPORT_DATA, SIGNATORIES, LAYOUT)
ALL_SECTIONS = (REPORT_DATA, *ACTIVITY_SECTIONS, SIGNATORIES, LAYOUT)
