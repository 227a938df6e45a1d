"""A moment as people read it here: "22 ก.พ. 2566 13.30", or in English 2023-02-22 13:30."""

import datetime as dt

from desktop_app.errors import Said
from desktop_app.thai.calendar import abbreviated_date


def moment_text(moment: dt.datetime) -> Said:
    """Return a moment, which has a zone, by the clock of this computer's own."""
    here = moment.astimezone()
    return Said(f"{abbreviated_date(here.date())} {here:%H.%M}", f"{here:%Y-%m-%d %H:%M}")
