"""Places by name, ours and the user's."""

from __future__ import annotations

from simak.gazetteer import table
from simak.gazetteer.place import GPE_KINDS, KNOWN_KINDS, LOC_KINDS, Place, Position, fold
from simak.lexicon import SHIPPED, Lexicon, Row
from simak.record import Link

PLACE_COLUMNS = ("name", "kind", "parent", "link", "latitude", "longitude")
AUTHORITIES = ("iso3166", "kemendagri", "geonames", "wikidata")

_FILE = "place.tsv"
_RANK = {"country": 0, "province": 1, "territory": 2, "regency": 3, "district": 5, "village": 6}
_LARGE = 1_000_000


class Gazetteer:
    """Places by name and identifier; the user's rows of ``place.tsv`` take the place of ours.

    Raises LexiconError (file, line) for a row that names no place.

    >>> Gazetteer().find("Teheran")[0].parent
    'IR'
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._own: dict[str, list[Row]] = {}
        self._made: dict[str, tuple[Place, ...]] = {}
        self._by_link: dict[tuple[str, str], Place] = {}
        shipped = str(SHIPPED / _FILE)
        for row in (lexicon or Lexicon()).rows(_FILE, PLACE_COLUMNS):
            check_row(row)
            if row.path != shipped:  # ours are compiled into the table
                self._own.setdefault(fold(row["name"]), []).append(row)
                authority, _, code = row["link"].partition(":")
                if row["kind"] and code:
                    self._by_link[authority, code] = place_of(row)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name, the most prominent first; () if there is none."""
        key = fold(name)
        found = self._made.get(key)
        if found is None:
            own = [self._own_place(row) for row in self._own.get(key, ())]
            if len(self._made) > 20_000:
                self._made.clear()
            found = tuple(sorted(own or table.by_key(key), key=prominence))
            self._made[key] = found
        return found

    def known(self, name: str) -> Place | None:
        """Return the prominent place of this name: no district or village, or None."""
        return next((place for place in self.find(name) if place.kind in KNOWN_KINDS), None)

    def get(self, authority: str, code: str) -> Place | None:
        """Return the place with an identifier: ``get("kemendagri", "32.73")``, or None."""
        return self._by_link.get((authority, code)) or table.by_id(authority, code)

    def at(self, link: Link | None) -> Place | None:
        """Return the place that the link of a record's entity leads to, or None."""
        return None if link is None else self.get(link.authority, link.id)

    def around(self, place: Place) -> tuple[Place, ...]:
        """Return the units around a place, the nearest first, up to the country."""
        found = []
        for code in place.above:
            unit = self.get("iso3166" if code[:1].isalpha() else "kemendagri", code)
            if unit is not None:
                found.append(unit)
        return tuple(found)

    def position(self, place: Place) -> Position | None:
        """Return where a place lies; where that is unknown, where the nearest unit around lies.

        A country's position is never taken for a place in it.
        """
        for unit in (place, *self.around(place)):
            if unit.kind == "country" and unit is not place:
                return None
            if unit.latitude is not None and unit.longitude is not None:
                return Position(unit.latitude, unit.longitude, unit is place)
        return None

    def _own_place(self, row: Row) -> Place:
        if row["kind"]:
            return place_of(row)
        authority, _, code = row["link"].partition(":")
        place = self.get(authority, code)
        if place is None:
            raise row.error(f"no place has the identifier {row['link']!r}; give its kind too")
        return place


def check_row(row: Row) -> None:
    """Raise LexiconError unless a row of ``place.tsv`` is another name or a place of its own."""
    authority, _, code = row["link"].partition(":")
    if row["link"] and (authority not in AUTHORITIES or not code):
        raise row.error(
            f"link is {row['link']!r}; it must be authority:id, "
            f"with an authority of {', '.join(AUTHORITIES)}"
        )
    if row["kind"]:
        row.one_of("kind", sorted(GPE_KINDS | LOC_KINDS))
    elif not row["link"]:
        raise row.error("give the kind of the place, or the link of a place that we have")
    for column, most in (("latitude", 90), ("longitude", 180)):
        try:
            fits = not row[column] or abs(float(row[column])) <= most
        except ValueError:
            fits = False
        if not fits:
            raise row.error(f"{column} is {row[column]!r}; it must be degrees, at most {most}")


def place_of(row: Row) -> Place:
    """Return the place that a row of its own describes."""
    authority, _, code = row["link"].partition(":")
    return Place(
        row["name"],
        authority,
        code,
        row["kind"],
        row["parent"],
        float(row["latitude"]) if row["latitude"] else None,
        float(row["longitude"]) if row["longitude"] else None,
        0,
    )


def prominence(place: Place) -> tuple[int, int, str]:
    """Return the sorting key: countries and provinces first, then Indonesian towns, then others."""
    rank = _RANK.get(place.kind, 3)
    if place.kind == "city" and place.authority == "geonames" and place.population < _LARGE:
        rank = 4
    if place.kind == "island" and place.population == 0 and place.authority == "kemendagri":
        rank = 4
    return rank, -place.population, place.id
