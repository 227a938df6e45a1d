"""A report as frozen, validated values, in the shape of the report file (format version 1).

Every list may be empty and every text may be empty or null, since a draft is a report too;
`checks` says what a finished report still lacks.  Values are never changed in place: `editing`
makes the next `Report` from the last.  Numbers, letters and catchwords of the printed page are
not here: they are made when the page is set.
"""

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID, uuid4

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

from desktop_app.errors import Said

_SURROGATES = re.compile("[\ud800-\udfff]")


class Unfit(ValueError):
    """Why a value may not stand in a report, where its type alone does not say it."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


HALF_CHARACTER = Said(
    "มีอักขระที่ขาดไปครึ่งหนึ่ง (surrogate)", "has half of a character (a lone surrogate)"
)
_NOT_WITHIN = Said(
    "ต้องเป็นที่อยู่ไฟล์ภายในชุดรายงาน เช่น photos/0001.jpg",
    "must be the path of a file within the package, such as photos/0001.jpg",
)
_REPORT_ITSELF = Said("ต้องไม่ใช่ตัวรายงานเอง", "must not be the report itself")
_ZONED = Said("ต้องเป็นเวลาที่ไม่ระบุเขตเวลา", "must be a time without a zone")


def _writable(value: str) -> str:
    # Half of a character cannot be saved in any file, so it may not come this far.
    if _SURROGATES.search(value):
        raise Unfit(HALF_CHARACTER)
    return value


Text = Annotated[str, AfterValidator(_writable)] | None
"""What somebody typed, exactly; null and the empty text both mean that nothing is there yet."""

_UNSAFE_IN_NAMES = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def _within_package(value: str) -> str:
    parts = _writable(value).split("/")
    climbs = any(not part or part[-1] in ". " or _DEVICES.fullmatch(part) for part in parts)
    if climbs or _UNSAFE_IN_NAMES.search(value) or len(value) > 240:
        raise Unfit(_NOT_WITHIN)
    if value.casefold() == "report.json":
        raise Unfit(_REPORT_ITSELF)
    return value


FilePath = Annotated[str, AfterValidator(_within_package)]
"""A relative path with forward slashes that cannot leave the package, on any system."""


def _clock(value: dt.time) -> str:
    return value.isoformat("minutes" if not (value.second or value.microsecond) else "auto")


def _of_the_wall(value: dt.time) -> dt.time:
    if value.tzinfo is not None:
        raise Unfit(_ZONED)
    return value


ClockTime = Annotated[
    dt.time, AfterValidator(_of_the_wall), PlainSerializer(_clock, when_used="json")
]
"""A time of day; written as HH:MM where it has no seconds."""

BuddhistYear = Annotated[int, Field(ge=2400, le=2999)]
"""A year of the Buddhist era, as people say it; the range keeps Gregorian years out."""

HeadCount = Annotated[int, Field(ge=0, le=999_999_999)]


class Value(BaseModel):
    """The manner of every value: frozen, strict about types, and no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class AgencyKind(StrEnum):
    """What sort of office reports."""

    PROVINCE = "province"
    DISTRICT = "district"
    LOCAL = "local"
    OTHER = "other"


class PeriodKind(StrEnum):
    """The round that a report covers."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    CUSTOM = "custom"


class ActivitiesLayout(StrEnum):
    """How activities stand on paper: clause by clause, or one row of a table each."""

    NARRATIVE = "narrative"
    TABLE = "table"


class Agency(Value):
    """The office that reports."""

    kind: AgencyKind = AgencyKind.PROVINCE
    name: Text = None
    province: Text = None
    district: Text = None


class Period(Value):
    """The round within the fiscal year; `start` and `end` are worked out unless given."""

    kind: PeriodKind = PeriodKind.HALF_YEAR
    start: dt.date | None = None
    end: dt.date | None = None


class Session(Value):
    """One sitting of an activity: when (clause 1.1) and where (clause 1.2)."""

    date: dt.date | None = None
    end_date: dt.date | None = None
    start_time: ClockTime | None = None
    end_time: ClockTime | None = None
    place: Text = None


class Group(Value):
    """One group of participants; `external` tells those from outside the office."""

    name: Text = None
    count: HeadCount | None = None
    external: bool = False


class Participants(Value):
    """Who took part (clause 1.4); `total` is people, and need not equal the groups' sum."""

    total: HeadCount | None = None
    groups: tuple[Group, ...] = ()


class Photo(Value):
    """One picture (clause 1.7); `file` is its path within the report's package."""

    file: FilePath
    caption: Text = None


class Link(Value):
    """An address of the web that documents the activity."""

    label: Text = None
    url: Text = None


class Attachment(Value):
    """A file that goes with the activity; `file` is its path within the report's package."""

    file: FilePath
    kind: Text = None
    title: Text = None


class Activity(Value):
    """One activity or project, clauses 1.1 to 1.7."""

    name: Text = None
    organisers: tuple[Text, ...] = ()
    sessions: tuple[Session, ...] = ()
    issues: tuple[Text, ...] = ()
    participants: Participants = Participants()
    results: tuple[Text, ...] = ()
    improvements: tuple[Text, ...] = ()
    photos: tuple[Photo, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Signatory(Value):
    """One who signs: the role (ผู้รายงาน), the full name and the position."""

    role: Text = None
    name: Text = None
    position: Text = None
    date: dt.date | None = None


class Layout(Value):
    """How this report is printed."""

    thai_digits: bool = False
    activities: ActivitiesLayout = ActivitiesLayout.NARRATIVE
    photos_per_page: Literal[1, 2, 4, 6] = 4


class Report(Value):
    """One report of one office for one round of a fiscal year."""

    format: Literal["participation-report"] = "participation-report"
    version: Literal[1] = 1
    id: UUID = Field(default_factory=uuid4)
    agency: Agency = Agency()
    fiscal_year: BuddhistYear
    period: Period = Period()
    title: Text = None
    introduction: Text = None
    activities: tuple[Activity, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    layout: Layout = Layout()
