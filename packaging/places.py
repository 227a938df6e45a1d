"""Make resources/places/thailand.tsv anew: `python packaging/places.py`.

Needs the package `geothai`, whose data are those of the Department of Provincial Administration; the
program itself reads the file only.  Run it when districts or subdistricts change, and put the
version that it prints into the LICENSE beside the file.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geothai

TARGET = Path(__file__).resolve().parent.parent / "resources" / "places" / "thailand.tsv"
DISTRICTS, SUBDISTRICTS = 928, 7400
"""At least so many there are; fewer, and the package has lost some."""


def plain(name: str) -> str:
    """Return a name without the word for its kind and without its other spelling in brackets."""
    return re.sub(r"^เขต|\s*\(.*\)$", "", name)


def lines() -> Iterator[str]:
    """Yield one line a district: province, district, its subdistricts parted by spaces."""
    for province in geothai.provinces():
        for district in geothai.districts(province.code):
            inside = (plain(one.name_th) for one in geothai.subdistricts(district.code))
            yield "\t".join((plain(province.name_th), plain(district.name_th), " ".join(inside)))


def main() -> None:
    """Write the file, or nothing where names are missing."""
    made = list(lines())
    inside = sum(line.count(" ") + 1 for line in made)
    if len(made) < DISTRICTS or inside < SUBDISTRICTS:
        raise SystemExit(f"only {len(made)} districts and {inside} subdistricts: nothing written")
    TARGET.write_text("\n".join(made) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(made)} districts, {inside} subdistricts of {geothai.DATA_VERSION}\n")


if __name__ == "__main__":
    main()
