"""A place of the gazetteer, and the key under which its names are found."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

GPE_KINDS = frozenset(
    {"country", "province", "regency", "city", "district", "village", "territory"}
)
LOC_KINDS = frozenset({"region", "sea", "island", "mountain", "river", "site", "holy"})
# Kinds whose names are safe enough to be recognised without a word like "Desa" in front.
KNOWN_KINDS = (GPE_KINDS | LOC_KINDS) - {"district", "village"}

_LEVELS = ("Provinsi", "", "Kecamatan", "")
_TOWNS = {"regency": "Kabupaten", "city": "Kota"}


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return the key of a name: no case, no accents, one space, plain hyphens and apostrophes.

    >>> fold("São  Tomé")
    'sao tome'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace(" - ", "-").replace("-", " ").split())


class Position(NamedTuple):
    """Degrees north and east (WGS 84). ``exact`` is False if it is that of a unit around."""

    latitude: float
    longitude: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    ``authority`` is "iso3166" (countries, and parts of them as in "US-CA"), "kemendagri" (codes of
    the Indonesian Ministry of Home Affairs: "32" a province, "32.73" a regency or city,
    "32.73.01" a district, "32.73.01.1001" a village, "51.00.40001" an island), "geonames" or
    "wikidata"; it and ``id`` are empty for a place that none of them is known to have. ``parent``
    is the id of the unit around it, the country's ISO 3166 code for what lies abroad, and empty
    for what lies in several countries or is contested. ``population`` is 0 where unknown.
    """

    name: str
    authority: str
    id: str
    kind: str
    parent: str
    latitude: float | None
    longitude: float | None
    population: int

    @property
    def type(self) -> Literal["GPE", "LOC"]:
        """GPE for what has a government, LOC for regions, waters, islands and sites."""
        return "GPE" if self.kind in GPE_KINDS else "LOC"

    @property
    def title(self) -> str:
        """The name with the level of an Indonesian unit: "Kabupaten Bandung", "Kota Bandung"."""
        level = None
        if self.authority == "kemendagri" and self.kind in GPE_KINDS:
            depth = self.id.count(".")
            level = _LEVELS[depth] if depth != 1 else _TOWNS.get(self.kind)
        return f"{level} {self.name}" if level else self.name

    @property
    def above(self) -> tuple[str, ...]:
        """The ids around it, the nearest first: "32.17", "32", "ID" for district "32.17.08"."""
        if self.authority == "kemendagri":
            parts = self.id.split(".")[:-1]
            if parts[1:] == ["00"]:
                parts = parts[:1]  # an island that several regencies share
        elif self.parent[:1].isdigit():
            parts = self.parent.split(".")
        else:
            return (self.parent,) if self.parent else ()
        return (*(".".join(parts[:size]) for size in range(len(parts), 0, -1)), "ID")
