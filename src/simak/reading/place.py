"""Places: the gazetteer, and from a place's name to an identifier outside.

The compiled table (``data/gazetteer.tsv.gz``, made by ``training/gazetteer.py``) is sorted by
folded name and searched by bisection, so that loading it costs one decompression and nothing is
parsed that is not asked for.
"""

from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simak.errors import LexiconError
from simak.lexicon import SHIPPED, Lexicon
from simak.record import EntityType, Link

COLUMNS = ("key", "name", "authority", "id", "kind", "parent", "lat", "lon", "population")
PLACE_COLUMNS = ("name", "kind", "parent", "english")

GPE_KINDS = frozenset(
    {"country", "province", "regency", "city", "district", "village", "territory"}
)
LOC_KINDS = frozenset({"region", "sea", "island", "mountain", "river", "site", "holy"})
# Kinds whose names are safe enough to be recognised without a word like "Desa" in front.
KNOWN_KINDS = frozenset(
    {"country", "province", "regency", "city", "territory", "region", "sea", "island", "holy",
     "mountain", "river", "site"}
)  # fmt: skip


def fold(name: str) -> str:
    """Return the key of a name: no case, no accents, one space, plain hyphens and apostrophes.

    >>> fold("São  Tomé")
    'sao tome'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace(" - ", "-").replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. ``parent`` is the id of the unit (or the country) around it."""

    name: str
    authority: str
    id: str
    kind: str
    parent: str
    lat: float | None
    lon: float | None
    population: int

    @property
    def type(self) -> EntityType:
        """GPE for what has a government, LOC for regions, waters, islands and sites."""
        return "GPE" if self.kind in GPE_KINDS else "LOC"


@lru_cache(maxsize=1)
def _shipped_lines() -> list[str]:
    path = SHIPPED / "gazetteer.tsv.gz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    if lines[0].split("\t") != list(COLUMNS):
        raise LexiconError(path, 1, f"columns must be {list(COLUMNS)}")
    return lines[1:-1]


def _key(line: str) -> str:
    return line[: line.index("\t")]


def _place(line: str) -> Place:
    _, name, authority, code, kind, parent, lat, lon, population = line.split("\t")
    return Place(
        name,
        authority,
        code,
        kind,
        parent,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(population) if population else 0,
    )


class Gazetteer:
    """Places by name.

    >>> from simak.lexicon import Lexicon
    >>> Gazetteer(Lexicon()).find("Teheran")[0].parent
    'IR'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._own: dict[str, list[Place]] = {}
        allowed = sorted(GPE_KINDS | LOC_KINDS)
        for row in lexicon.rows("place.tsv", PLACE_COLUMNS):
            kind = row.one_of("kind", allowed)
            place = Place(row["name"], "", "", kind, row["parent"], None, None, 0)
            self._own.setdefault(fold(row["name"]), []).append(place)

    @cached_property
    def _lines(self) -> Sequence[str]:
        return _shipped_lines()

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name, the most prominent first; () if there is none."""
        key = fold(name)
        found = []
        index = bisect_left(self._lines, key, key=_key)
        while index < len(self._lines) and _key(self._lines[index]) == key:
            found.append(_place(self._lines[index]))
            index += 1
        if not found:
            found = list(self._own.get(key, ()))
        return tuple(sorted(found, key=_prominence))

    def known(self, name: str) -> Place | None:
        """Return the prominent place of this name: no district or village, or None."""
        return next((place for place in self.find(name) if place.kind in KNOWN_KINDS), None)

    def link(self, names: Iterable[str], neighbours: Iterable[str] = ()) -> Link | None:
        """Return the identifier of the place that bears one of ``names``, if one alone fits.

        ``neighbours`` are ids of places named beside it in the article ("Padalarang, Bandung
        Barat"): they tell apart places of one name. A city and the regency of the same name
        ("Bandung") stay unresolved.
        """
        around = set(neighbours)
        for name in names:
            found = [place for place in self.find(name) if place.id]
            ranked = [place for place in found if place.kind in KNOWN_KINDS] or found
            if len(ranked) > 1:
                inside = [place for place in ranked if around & set(_ancestors(place))]
                ranked = inside if inside else ranked
            top = [place for place in ranked if _prominence(place)[0] == _prominence(ranked[0])[0]]
            if len({(place.authority, place.id) for place in top}) == 1:
                basis = "lexicon" if len(found) == 1 else "anchored"
                return Link(authority=top[0].authority, id=top[0].id, basis=basis)
        return None


_RANK = {"country": 0, "province": 1, "territory": 2, "regency": 3, "district": 5, "village": 6}


def _prominence(place: Place) -> tuple[int, int, str]:
    """Return the sorting key: countries and provinces first, then Indonesian towns, then others."""
    rank = _RANK.get(place.kind, 3)
    if place.kind == "city" and place.authority == "geonames" and place.population < 1_000_000:
        rank = 4
    return rank, -place.population, place.id


def _ancestors(place: Place) -> tuple[str, ...]:
    """Return the ids around a place: "32.17.08" lies in "32.17", in "32" and in "ID"."""
    if place.authority == "kemendagri":
        parts = place.id.split(".")
        return (*(".".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)), "ID")
    return (place.parent,) if place.parent else ()
