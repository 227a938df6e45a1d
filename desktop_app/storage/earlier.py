"""What kinds of earlier entries are offered while somebody types; apart from the tables."""

from enum import StrEnum


class Earlier(StrEnum):
    """What was typed in earlier reports and may be meant again."""

    AGENCY = "agency"
    PLACE = "place"
    GROUP = "group"  # of participants
    UNIT = "unit"  # that held an activity
    PERSON = "person"  # who signs
    POSITION = "position"  # of who signs
