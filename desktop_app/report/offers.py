"""What the program could fill in for somebody: values worked out from others, offered and never put."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.errors import Said
from desktop_app.report.checks import groups_of, is_blank
from desktop_app.report.location import Path
from desktop_app.report.naming import agency_names, place_of
from desktop_app.report.sums import sum_in
from desktop_app.report.values import Agency, Participants, Report
from desktop_app.thai.places import District, Gazetteer


@dataclass(frozen=True, slots=True)
class Offer:
    """A value for the field at `path`, and the words that offer it."""

    path: Path
    value: object
    words: Said
    drops: Path | None = None  # a row whose place this is, and which goes


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
    """Offer the sum that a row says, or else that of the groups where every one has its count."""
    path: Path = ("activities", index, "participants")
    counts = [group.count for group in groups_of(people)]
    sums = [at for at, group in enumerate(people.groups) if sum_in(group) is not None]
    if sums:
        yield _row_offer(path, sums[-1], people)
    elif (total := _whole(counts)) is not None and total != people.total:
        yield Offer((*path, "total"), total, _using(total))


def _whole(counts: list[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _using(total: int) -> Said:
    return Said(f"ใช้ผลรวม {total:,}", f"Use the sum, {total:,}")


def _row_offer(path: Path, at: int, people: Participants) -> Offer:
    """Offer to make the total of a row that is no group, or where it is that, to drop the row."""
    row = people.groups[at]
    total, name = sum_in(row), (row.name or "").strip()
    said = Said(
        f"ใช้ {total:,} จากแถว “{name}” เป็นจำนวนทั้งหมด",
        f"Take {total:,} of row “{name}” as the total",
    )
    if total == people.total:
        said = Said(f"นำแถว “{name}” ออกจากกลุ่ม", f"Take row “{name}” out of the groups")
    return Offer((*path, "total"), total, said, drops=(*path, "groups", at))
