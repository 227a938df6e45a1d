"""What the program could fill in for somebody: values worked out from others, offered and never put."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.errors import Said
from desktop_app.report.checks import is_blank
from desktop_app.report.location import Path
from desktop_app.report.naming import agency_names, place_of
from desktop_app.report.values import Agency, Participants, Report
from desktop_app.thai.places import District, Gazetteer


@dataclass(frozen=True, slots=True)
class Offer:
    """A value for the field at `path`, and the words that offer it."""

    path: Path
    value: object
    words: Said


def offers(report: Report, places: Gazetteer) -> tuple[Offer, ...]:
    """Return what can be offered for a report."""
    return (
        *_agency_offers(report.agency, places),
        *(
            offer
            for index, activity in enumerate(report.activities)
            for offer in _total_offers(index, activity.participants)
        ),
    )


def _agency_offers(agency: Agency, places: Gazetteer) -> Iterator[Offer]:
    names = agency_names(agency)
    if is_blank(agency.name) and names and place_of(names[0], places, agency.province):
        yield _taking(("agency", "name"), names[0])
    place = place_of(agency.name or "", places, agency.province)
    if place is None:
        return
    district = place if isinstance(place, District) else None
    province = district.province if district else place.name
    if is_blank(agency.province):
        yield _taking(("agency", "province"), province)
    if is_blank(agency.district) and district:
        yield _taking(("agency", "district"), district.name)


def _taking(path: Path, text: str) -> Offer:
    return Offer(path, text, Said(f"ใช้ “{text}”", f"Use “{text}”"))


def _total_offers(index: int, people: Participants) -> Iterator[Offer]:
    """Offer the groups' sum where every group has its count."""
    groups = [group for group in people.groups if not is_blank(group)]
    counts = [group.count for group in groups if group.count is not None]
    if counts and len(counts) == len(groups) and sum(counts) != people.total:
        total = sum(counts)
        said = Said(f"ใช้ผลรวมของทุกกลุ่ม: {total:,} คน", f"Use the sum of all groups: {total:,}")
        yield Offer(("activities", index, "participants", "total"), total, said)
