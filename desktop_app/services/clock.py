"""Noticing that the computer's clock was set back."""

import datetime as dt

from desktop_app.errors import ClockSetBack, Said
from desktop_app.report.moments import moment_text

_TOLERANCE = dt.timedelta(minutes=10)  # clocks that are set by a network move so much at most


def clock_fault(now: dt.datetime, latest: dt.datetime) -> ClockSetBack | None:
    """Return what to say where `now` lies before `latest`, the latest time that is stored.

    Both have their zones.  Nothing is lost by it: revisions are counted, and what is kept of
    backups doesn't depend on the clock; but dates that are written from now on will be wrong.
    """
    if now >= latest - _TOLERANCE:
        return None
    here, there = moment_text(now), moment_text(latest)
    return ClockSetBack(
        Said(
            f"นาฬิกาของเครื่องบอกเวลา {here.th} ซึ่งก่อนเวลาที่บันทึกล่าสุด ({there.th}) ข้อมูลยังอยู่ครบ "
            "โปรดตั้งวันและเวลาของเครื่องให้ถูกต้อง",
            f"The computer's clock says {here.en}, before the latest stored time ({there.en}). No data "
            "is lost; set the computer's date and time right",
        )
    )
