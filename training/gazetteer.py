"""Compile the gazetteer: one compressed table of places, sorted by folded name.

    python training/gazetteer.py [--data FOLDER] [--out FILE]

``FOLDER`` holds the tables described in ``src/simak/data/SOURCES.md`` (administrative units and
islands of Indonesia, GeoNames places, CLDR territories). The output has a line a name:
folded key, then the place's own name, authority, id, kind, parent, latitude, longitude (degrees,
to 0.001), population; :mod:`simak.gazetteer.table` finds a name by bisection. The same input gives
the same bytes.

The ministry's table has no coordinates; GeoNames has no codes. They are joined by name within a
province: a district where the name is there once in both, else where one of several lies near the
middle of its regency; villages likewise. A regency or city without a namesake lies in the middle
(median) of its districts, a province in the middle of its regencies and cities; what is left was
written by hand (``unit_middle.tsv``, ``country_middle.tsv``).
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from simak.gazetteer import KNOWN_KINDS, PLACE_COLUMNS, Place, fold  # noqa: E402
from simak.gazetteer.gazetteer import check_row, place_of  # noqa: E402
from simak.gazetteer.table import COLUMNS  # noqa: E402
from simak.lexicon import read_rows  # noqa: E402

# CLDR codes that are no country: groupings, pseudo-locales, "unknown".
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
# Names of CLDR that newspapers do not use.
USUAL = {
    "CD": "Republik Demokratik Kongo", "CG": "Republik Kongo", "CI": "Pantai Gading",
    "GB": "Inggris", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Makau", "PS": "Palestina",
}  # fmt: skip
LEVELS = {"provinsi": "province", "kecamatan": "district", "desa_kelurahan": "village"}
KINDS = (
    ("Kabupaten Administrasi ", "regency"),
    ("Kabupaten ", "regency"),
    ("Kota Administrasi ", "city"),
    ("Kota ", "city"),
)
# English names that GeoNames uses and Indonesian newspapers do not.
SKIP_FOREIGN = {"Of", "Bar", "Man", "Ham", "Bari", "Mali", "Hama", "Kan", "Central", "Media"}
# GeoNames codes of provinces; Papua and the Riau islands were divided after many of its rows.
PAPUA = ("91", "92", "93", "94", "95", "96")
PROVINCES = {
    "01": ("11",), "02": ("51",), "03": ("17",), "04": ("31",), "05": ("15",), "07": ("33",),
    "08": ("35",), "10": ("34",), "11": ("61",), "12": ("63",), "13": ("62",), "14": ("64", "65"),
    "15": ("18",), "17": ("52",), "18": ("53",), "21": ("72",), "22": ("74",), "24": ("13",),
    "26": ("12",), "28": ("81",), "29": ("82",), "30": ("32",), "31": ("71",), "32": ("16",),
    "33": ("36",), "34": ("75",), "35": ("19",), "36": PAPUA, "37": ("14", "21"), "38": ("73",),
    "39": PAPUA, "40": ("21",), "41": ("76",), "42": ("65",), "PD": PAPUA, "PE": PAPUA,
    "PS": PAPUA, "PT": PAPUA,
}  # fmt: skip
# A village or district this many degrees from the middle of its regency bears the name by chance;
# so does a place without a count of people this far from the middle of the districts.
NEAR = 0.45
FAR = 0.2
# People in a place of GeoNames that newspapers name without "Desa".
TOWN = 9_000
# First parts of names of towns that are written with or without a blank behind them.
FIRST_PARTS = (
    "Bandar", "Banjar", "Batang", "Bukit", "Gunung", "Kulon", "Labuhan", "Lubuk", "Muara", "Padang",
    "Pagar", "Palangka", "Pangkal", "Pematang", "Prabu", "Rejang", "Sawah", "Tanjung", "Tebing",
)  # fmt: skip
GEONAMES_ENDINGS = (" City", " city")

Point = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A place of GeoNames in Indonesia."""

    id: str
    name: str
    point: Point
    population: int
    provinces: tuple[str, ...]


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table with a header line."""
    with path.open(encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(header, line.rstrip("\n").split("\t"), strict=False))


def countries(data: Path) -> Iterator[Place]:
    """Yield the countries under their Indonesian names, with the middle of each."""
    middle = {
        row["code"]: (float(row["latitude"]), float(row["longitude"]))
        for row in read_rows(
            ROOT / "training/country_middle.tsv", ("code", "latitude", "longitude")
        )
    }
    for row in table(data / "cldr_territories_id.tsv"):
        code = row["code"]
        if code.isalpha() and code not in NO_COUNTRY:
            lat, lon = middle.get(code, (None, None))
            yield Place(USUAL.get(code, row["id"]), "iso3166", code, "country", "", lat, lon, 0)


def world(data: Path) -> Iterator[Place]:
    """Yield the large cities abroad."""
    for row in table(data / "geonames_world_100k.tsv"):
        name = row["name"]
        if row["country"] == "ID" or name in SKIP_FOREIGN or len(name) < 3:
            continue
        point = float(row["lat"]), float(row["lon"])
        people = int(row["population"] or 0)
        yield Place(name, "geonames", row["geonameid"], "city", row["country"], *point, people)


def spots(data: Path) -> tuple[list[Spot], dict[str, list[Spot]]]:
    """Return the places of GeoNames in Indonesia, and by folded name and alternate name."""
    found = []
    by_name: dict[str, list[Spot]] = defaultdict(list)
    for row in table(data / "geonames_cities500_ID.tsv"):
        name = row["name"]
        for ending in GEONAMES_ENDINGS:
            name = name.removesuffix(ending)
        point = float(row["lat"]), float(row["lon"])
        provinces = PROVINCES.get(row["admin1"], ())
        spot = Spot(row["geonameid"], name, point, int(row["population"] or 0), provinces)
        found.append(spot)
        names = [name, *row["alternatenames"].split("|")]
        for key in dict.fromkeys(joined(one) for one in names if one):
            by_name[key].append(spot)
    return found, by_name


def joined(name: str) -> str:
    """Return the key by which both tables are compared: blanks and marks differ between them."""
    return fold(name).replace(" ", "").replace("'", "")


def units(data: Path) -> list[Place]:
    """Return provinces, regencies, cities, districts and villages with their official codes."""
    found = []
    for row in table(data / "wilayah_kemendagri_2025.tsv"):
        code, level, name = row["kode"], row["level"], row["nama"].strip()
        kind = LEVELS.get(level, "")
        if not kind:
            prefix, kind = next(pair for pair in KINDS if name.startswith(pair[0]))
            name = name.removeprefix(prefix).strip()
        found.append(Place(name, "kemendagri", code, kind, "", None, None, 0))
    return found


def islands(data: Path) -> Iterator[Place]:
    """Yield the islands of Indonesia. Their table counts degrees to the south."""
    for row in table(data / "pulau_kemendagri_2025.tsv"):
        south, east = (cell.strip("' ") for cell in row["rest"].split(",")[:2])
        try:
            point = -float(south), float(east)
        except ValueError:
            continue
        yield Place(row["nama"].strip(), "kemendagri", row["kode"], "island", "", *point, 0)


def _distance(one: Point, other: Point) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _middle(points: Sequence[Point]) -> Point | None:
    if not points:
        return None
    return median(p[0] for p in points), median(p[1] for p in points)


def by_hand() -> dict[str, Point]:
    """Return the positions written by hand, by code."""
    columns = ("id", "latitude", "longitude", "name")
    return {
        row["id"]: (float(row["latitude"]), float(row["longitude"]))
        for row in read_rows(ROOT / "training/unit_middle.tsv", columns)
    }


class Locator:
    """Gives the units of Indonesia the coordinates of their namesakes."""

    def __init__(self, places: Sequence[Place], by_name: dict[str, list[Spot]]) -> None:
        self._places = places
        self._spots = by_name
        self._point: dict[str, Point] = {}
        self._people: dict[str, int] = {}
        self._count: dict[tuple[str, str, str], int] = defaultdict(int)
        for place in places:
            self._count[place.kind, place.id[:2], joined(place.name)] += 1

    def located(self) -> Iterator[Place]:
        """Yield the units with their coordinates, as far as they are known."""
        districts = [place for place in self._places if place.kind == "district"]
        self._namesakes(districts)
        towns = [place for place in self._places if place.kind in ("regency", "city")]
        cities = {(place.id[:2], place.name) for place in towns if place.kind == "city"}
        self._point.update(by_hand())
        for place in towns:
            if place.id in self._point:
                continue
            shared = place.kind == "regency" and (place.id[:2], place.name) in cities
            spot = None if shared else self._town(place)
            inside = self._inside(place.id)
            if spot and not spot.population and inside and _distance(spot.point, inside) > FAR:
                spot = None  # a village that bears the regency's name
            point = spot.point if spot else inside
            if point:
                self._point[place.id] = point
            if spot and place.kind == "city":
                self._people[place.id] = spot.population
        self._near(districts)
        self._near([place for place in self._places if place.kind == "village"])
        for place in self._places:
            if place.kind == "province":
                point = self._inside(place.id)
                if point:
                    self._point[place.id] = point
        for place in self._places:
            lat, lon = self._point.get(place.id, (None, None))
            people = self._people.get(place.id, 0)
            yield replace(place, latitude=lat, longitude=lon, population=people)

    def _candidates(self, place: Place) -> list[Spot]:
        spots = self._spots.get(joined(place.name), ())
        return [spot for spot in spots if place.id[:2] in spot.provinces]

    def _town(self, place: Place) -> Spot | None:
        found = self._candidates(place)
        return max(found, key=lambda spot: (spot.population, spot.id)) if found else None

    def _namesakes(self, places: Iterable[Place]) -> None:
        """Locate what bears a name that its province has once in both tables."""
        for place in places:
            found = self._candidates(place)
            if len(found) == 1 and self._count[place.kind, place.id[:2], joined(place.name)] == 1:
                self._point[place.id] = found[0].point

    def _near(self, places: Iterable[Place]) -> None:
        """Locate what has one namesake near its regency; drop what lies far from it."""
        for place in places:
            middle = self._point.get(".".join(place.id.split(".")[:2]))
            if middle is None:
                continue
            near = [s for s in self._candidates(place) if _distance(s.point, middle) < NEAR]
            self._point.pop(place.id, None)
            if len(near) == 1:
                self._point[place.id] = near[0].point

    def _inside(self, code: str) -> Point | None:
        depth = code.count(".") + 1
        points = [
            point
            for place, point in self._point.items()
            if place.startswith(f"{code}.") and place.count(".") == depth
        ]
        return _middle(points)


def further(found: Sequence[Spot], taken: set[str]) -> Iterator[Place]:
    """Yield the places of GeoNames in Indonesia whose name is no unit's: towns and villages."""
    for spot in found:
        if joined(spot.name) in taken or not spot.provinces:
            continue
        kind = "city" if spot.population >= TOWN else "village"
        # A province that was divided since its rows were made does not say in which part it lies.
        parent = spot.provinces[0] if len(spot.provinces) == 1 else "ID"
        yield Place(spot.name, "geonames", spot.id, kind, parent, *spot.point, spot.population)


def line(name: str, place: Place) -> str:
    """Return the line of one name of a place. Codes tell the parents of Indonesian units."""

    def degrees(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")

    parent = "" if place.authority == "kemendagri" else place.parent
    cells = (
        fold(name), place.name, place.authority, place.id, place.kind, parent,
        degrees(place.latitude), degrees(place.longitude), str(place.population or ""),
    )  # fmt: skip
    return "\t".join(cells)


def spellings(name: str) -> Iterator[str]:
    """Yield the other ways in which newspapers write the name of a regency or city.

    >>> list(spellings("Gunungkidul")), list(spellings("Tanjung Pinang"))
    (['Gunung Kidul'], ['Tanjungpinang'])
    """
    first, _, rest = name.partition(" ")
    if rest and " " not in rest and (first in FIRST_PARTS or first == rest):
        yield first + rest.lower()
    for part in FIRST_PARTS:
        if name.startswith(part) and name[len(part) :].isalpha() and len(name) > len(part) + 2:
            yield f"{part} {name[len(part) :].capitalize()}"
    if name.startswith("Kep. "):
        yield name.replace("Kep. ", "Kepulauan ")


def compile_lines(data: Path) -> list[str]:
    """Return the lines of the gazetteer, sorted, each place once a name."""
    found, by_name = spots(data)
    official = units(data)
    taken = {joined(place.name) for place in official} | {"jakarta", "southtangerang"}
    places = {
        (place.authority, place.id): place
        for source in (
            countries(data),
            world(data),
            Locator(official, by_name).located(),
            islands(data),
            further(found, taken),
        )
        for place in source
    }
    names = {(place.name, key) for key, place in places.items()}
    keys = {fold(name) for name, key in names if places[key].kind in KNOWN_KINDS}
    for key, place in places.items():
        if place.authority == "kemendagri" and place.kind in ("regency", "city"):
            names |= {(name, key) for name in spellings(place.name) if fold(name) not in keys}
    loose: list[str] = []
    named: set[tuple[str, str]] = set()
    rows = list(read_rows(ROOT / "src/simak/data/place.tsv", PLACE_COLUMNS))
    for row in sorted(rows, key=lambda one: not one["kind"]):  # places before their other names
        check_row(row)
        authority, _, code = row["link"].partition(":")
        key = (authority, code)
        if row["kind"]:  # a place of its own takes the place of the tables' entry
            place = place_of(row)
            if not code:
                loose.append(line(row["name"], place))
                continue
            people = places[key].population if key in places else 0
            places[key] = replace(place, population=people)
        elif key not in places:
            raise row.error(f"no place has the identifier {row['link']!r}; give its kind too")
        elif authority == "geonames" and key not in named and places[key].parent != "ID":
            places[key] = replace(places[key], name=row["name"])  # its Indonesian name
        named.add(key)
        names.add((row["name"], key))
    return sorted({*loose, *(line(name, places[key]) for name, key in names)})


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/gazetteer")
    parser.add_argument("--out", type=Path, default=ROOT / "src/simak/data/gazetteer.tsv.gz")
    options = parser.parse_args()
    lines = compile_lines(options.data)
    text = "\n".join(("\t".join(COLUMNS), *lines)) + "\n"
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.encode("utf-8"))
    options.out.write_bytes(buffer.getvalue())
    print(f"{options.out.name}: {len(lines)} names, {len(buffer.getvalue())} bytes")


if __name__ == "__main__":
    main()
