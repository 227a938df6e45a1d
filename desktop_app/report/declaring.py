"""How a field, and the section that it stands in, is declared; what is declared stands in `fields`."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from desktop_app.errors import Said


class Kind(Enum):
    """What sort of thing a field holds, and so which widget enters it."""

    LINE = "line"  # Text: one line
    PROSE = "prose"  # Text: a paragraph or more
    URL = "url"  # Text: the address of a page of the web
    NUMBER = "number"  # int or None
    YEAR = "year"  # a Buddhist-era year
    DATE = "date"  # datetime.date or None
    TIME = "time"  # datetime.time or None
    FLAG = "flag"  # bool
    CHOICE = "choice"  # one of `choices`
    LINES = "lines"  # a tuple of Text, each one line
    PASSAGES = "passages"  # a tuple of Text, each a paragraph
    ROWS = "rows"  # a tuple of values whose fields are `columns`
    PHOTOS = "photos"  # a tuple of Photo
    FILES = "files"  # a tuple of Attachment


class Need(Enum):
    """What a finished report demands of a field; typing is never blocked by it."""

    OPTIONAL = "optional"
    ADVISED = "warning"
    REQUIRED = "error"


class Owner(Enum):
    """The value that a section's keys are relative to."""

    REPORT = "report"
    ACTIVITY = "activity"


class Known(StrEnum):
    """Words that a field is completed with; the first six are those of earlier reports."""

    AGENCY = "agency"
    PLACE = "place"
    GROUP = "group"
    UNIT = "unit"
    PERSON = "person"
    POSITION = "position"
    PROVINCE = "province"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a CHOICE field may hold, with the words shown for it."""

    value: str | int
    label: Said


@dataclass(frozen=True, slots=True)
class Field:
    """The declaration of one field."""

    key: str
    label: Said
    kind: Kind
    need: Need = Need.OPTIONAL
    help: Said = Said("", "")
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
    item: Said = Said("", "")  # what one row is called, as in "เพิ่มกลุ่ม"
    known: Known | None = None  # what it is completed with while one types
    beside: tuple[str, ...] = ()  # parts of a row that another page edits, to be shown with it
    until: str = ""  # the field, or column, that takes the end where a span is typed in this one
    since: str = ""  # the one that takes the beginning, where a span is typed in this one
    total: str = ""  # the field that takes the sum, where one is pasted below the rows of this one
    owns_rows: bool = True  # or else removing one here leaves those parts where they are


@dataclass(frozen=True, slots=True, eq=False)  # each is declared once, so it is only itself
class Section:
    """What one wizard page edits: a clause of the document, or a part beside the clauses."""

    key: str
    owner: Owner
    title: Said  # as on paper, without its number
    short: Said  # for the outline
    fields: tuple[Field, ...]
    clause: int | None = None  # 1 to 7 within an activity: printed as "<activity>.<clause>"
