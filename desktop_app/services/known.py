"""What an office types again and again: offered while somebody types, from its own reports and the country's places."""

from typing import TYPE_CHECKING

from desktop_app.paths import resource
from desktop_app.report.fields import Known
from desktop_app.report.naming import agency_names
from desktop_app.report.values import Agency
from desktop_app.storage.earlier import Earlier
from desktop_app.thai.places import Gazetteer

if TYPE_CHECKING:
    from desktop_app.storage.store import Store


def gazetteer() -> Gazetteer:
    """Return the country's places as they come with the program; read when first asked."""
    return Gazetteer(resource("places", "thailand.tsv"))


def known_words(store: "Store", known: Known, agency: Agency, places: Gazetteer) -> tuple[str, ...]:
    """Return what a field may be meant to say, the likeliest first.

    Districts are those of the agency's province, where that is known.
    """
    match known:
        case Known.PROVINCE:
            return tuple(one.name for one in places.provinces())
        case Known.DISTRICT:
            return _districts(agency, places)
        case Known.AGENCY:
            found = (*agency_names(agency), *store.earlier(Earlier.AGENCY))
            return tuple(dict.fromkeys(found))
        case _:
            return store.earlier(Earlier(known.value))


def _districts(agency: Agency, places: Gazetteer) -> tuple[str, ...]:
    province = (agency.province or "").strip().removeprefix("จังหวัด")
    inside = places.districts(province)
    if inside:
        return tuple(one.name for one in inside)
    every = (one.name for here in places.provinces() for one in places.districts(here.name))
    return tuple(dict.fromkeys(every))
