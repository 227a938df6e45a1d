"""Days and times as the window writes them, in the Buddhist era in either language."""

import datetime as dt

from desktop_app.thai.calendar import abbreviated_date, buddhist_year, full_time
from desktop_app.ui.language import language


def day_said(day: dt.date) -> str:
    """Return a day: 22 ก.พ. 2566, and in English 22 Feb 2566."""
    if language() == "th":
        return abbreviated_date(day)
    return f"{day.day} {day:%b} {buddhist_year(day.year)}"


def time_said(moment: dt.datetime) -> str:
    """Return a time of day where the computer stands: 13.45 น., and in English 13:45."""
    here = moment.astimezone()
    return full_time(here.time()) if language() == "th" else f"{here:%H:%M}"
