"""What offices are called after where they are, and where they are after what they are called."""

import re

from desktop_app.report.values import Agency, AgencyKind
from desktop_app.thai.places import CAPITAL, District, Gazetteer, Province

_OFFICES = ("", "ที่ทำการปกครอง")
_KIND = re.compile("^(?:ที่ทำการปกครอง|ศาลากลาง|สำนักงาน)?(จังหวัด|อำเภอ|เขต)?(.*)$")


def agency_names(agency: Agency) -> tuple[str, ...]:
    """Return the standard names of an office of this kind at this place; the plainest first."""
    full = _full_name(agency)
    return tuple(f"{office}{full}" for office in _OFFICES) if full else ()


def _full_name(agency: Agency) -> str:
    province = (agency.province or "").strip().removeprefix("จังหวัด")
    district = (agency.district or "").strip().removeprefix("อำเภอ").removeprefix("เขต")
    match agency.kind:
        case AgencyKind.PROVINCE if province:
            return Province(province).full_name
        case AgencyKind.DISTRICT if district:
            return District(district, province).full_name
        case _:
            return ""


def place_of(
    name: str, places: Gazetteer, province: str | None = None
) -> Province | District | None:
    """Return the province or district that an office's name tells; None where it tells none, or two.

    Districts of one name in several provinces are told apart by `province`, where that is known.

    "จังหวัดพิษณุโลก" tells the province, "ที่ทำการปกครองอำเภอนครไทย" the district and its province.
    """
    found = _KIND.match(name.strip())
    kind, place = (found[1] or "", found[2].strip()) if found else ("", "")
    if place == CAPITAL or kind == "จังหวัด":
        return next((one for one in places.provinces() if one.name == place), None)
    if not kind:
        return None
    every = (one for here in places.provinces() for one in places.districts(here.name))
    inside = [one for one in every if f"{kind}{place}" == one.full_name]
    if len(inside) > 1:
        inside = [one for one in inside if one.province == province]
    return inside[0] if len(inside) == 1 else None
