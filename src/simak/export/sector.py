"""Country and sector codes of actors, as PLOVER has them, from ``sector.tsv``.

What somebody is called decides: a name that the table has, the head of a body's name, the office of
a person and the body or country it is of. What is not known stays None; nobody is coded by guess.
"""

from __future__ import annotations

from typing import NamedTuple

from simak.export.country import Countries
from simak.gazetteer import Gazetteer
from simak.lexicon import Lexicon, Row
from simak.record import Entity, Record, Role

SECTORS = frozenset(
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
        "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL",
        "SOC",
    }
)  # fmt: skip

_COLUMNS = ("words", "where", "sector", "country")
_WHERE = ("name", "head", "last", "title", "former")
_LONGEST = 5
_LATER = 4
# Sectors of bodies that are of the place in their name ("Dinas Kesehatan Bandung").
_PUBLIC = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})


class Code(NamedTuple):
    """A country code and a sector code; None where it is not known."""

    country: str | None
    sector: str | None


_NOTHING = Code(None, None)


class Sectors:
    """Codes for the entities of records.

    Raises LexiconError (file, line) for a row whose place or sector there is none of.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._gazetteer = Gazetteer(lexicon)
        self._countries = Countries(lexicon)
        self._rows: dict[str, dict[str, Code]] = {where: {} for where in _WHERE}
        for row in (lexicon or Lexicon()).rows("sector.tsv", _COLUMNS):
            self._add(row)

    def _add(self, row: Row) -> None:
        where = row.one_of("where", _WHERE)
        if row["sector"]:
            row.one_of("sector", sorted(SECTORS))
        country = row["country"]
        if country and not (len(country) == 3 and country.isalpha() and country.isupper()):
            raise row.error(f"country is {country!r}; it must be three capital letters")
        self._rows[where][_key(row["words"])] = Code(country or None, row["sector"] or None)

    def codes(self, record: Record) -> dict[str, Code]:
        """Return the codes of the entities of a record, by their ids."""
        by_id = {entity.id: entity for entity in record.entities}
        return {entity.id: self._code(entity, by_id) for entity in record.entities}

    def _code(self, entity: Entity, by_id: dict[str, Entity]) -> Code:
        if entity.type == "PER" or (entity.type == "POST" and entity.roles):
            return self._person(entity, by_id)
        return self._body(entity)

    def _body(self, entity: Entity) -> Code:
        """Return the codes of a body, a country or a group."""
        if entity.type in ("GPE", "LOC"):
            place = self._gazetteer.at(entity.link)
            country = self._countries.of_place(place) if place else None
            return Code(country, "GOV" if entity.type == "GPE" else None)
        names = [entity.name, *entity.aliases, *([entity.acronym] if entity.acronym else [])]
        known = self._rows["name"]
        for name in names:
            if (found := known.get(_key(name)) or known.get(name.casefold())) is not None:
                return found
        for name in names:
            found = self._by_words(name, entity.type == "GROUP" or name[:1].islower())
            if entity.type == "POST" and found == _NOTHING:
                found = self._office(name)
            if found != _NOTHING:
                return Code(self._country_in(name, found.sector) or found.country, found.sector)
        return Code(self._country_in(entity.name, None), None)

    def _by_words(self, name: str, later: bool) -> Code:
        words = name.split()
        # "tiga perempuan", "sejumlah anggota Partai Melati": the head comes later
        starts = _LATER if later else 1
        for start in range(min(starts, len(words))):
            if (found := self._head(words[start:])) is not None:
                return found
        return _get(self._rows["last"], words[-1].strip(".,()")) or _NOTHING if words else _NOTHING

    def _head(self, words: list[str]) -> Code | None:
        for size in range(min(_LONGEST, len(words)), 0, -1):
            begin = " ".join(words[:size])
            # "KPU" begins "KPU Melati" too
            found = _get(self._rows["head"], begin) or self._rows["name"].get(_key(begin))
            if found is not None:
                return found
        return None

    def _country_in(self, name: str, sector: str | None) -> str | None:
        """Return the country that the end of a name says: "tentara Wiyasa", "Polres Bandung"."""
        words = name.replace("(", " ").replace(")", " ").split()
        for size in range(min(4, len(words) - 1), 0, -1):
            tail = " ".join(words[-size:])
            if not tail[:1].isupper():
                continue
            place = self._gazetteer.known(tail)
            if place is None or (place.kind != "country" and sector not in _PUBLIC):
                continue
            if (country := self._countries.of_place(place)) is not None:
                return country
        return None

    def _person(self, entity: Entity, by_id: dict[str, Entity]) -> Code:
        """Return the codes of a person, from the offices."""
        former, found = False, _NOTHING
        for role in entity.roles:
            words = role.title.split()
            if words and _get(self._rows["former"], words[0]) is not None:
                former = True
                found = Code(found.country or self._role(role, by_id).country, found.sector)
                continue
            code = self._role(role, by_id)
            found = Code(found.country or code.country, found.sector or code.sector)
        if former and found.sector is None:
            return Code(found.country, "ELI")
        return found

    def _role(self, role: Role, by_id: dict[str, Entity]) -> Code:
        body = by_id.get(role.organization or "")
        of = self._body(body) if body else _NOTHING
        office = self._office(role.title)
        sector = office.sector
        if body is not None and body.type not in ("GPE", "LOC"):
            # "presiden" of a club is no government
            sector = of.sector or sector
        country = of.country or self._country_in(role.title, "GOV") or office.country
        return Code(country, sector)

    def _office(self, title: str) -> Code:
        """Return the codes of an office: of a body named in it, or of the words that begin it."""
        words = [word for word in title.split() if not _get(self._rows["former"], word)]
        for size in range(min(_LONGEST, len(words)), 0, -1):
            begin = " ".join(words[:size])
            for where in ("title", "head"):
                if (found := _get(self._rows[where], begin)) is None:
                    continue
                rest = " ".join(words[size:])
                of = self._rows["name"].get(_key(rest)) or self._head(words[size:]) or _NOTHING
                return Code(of.country or found.country, of.sector or found.sector)
        return _NOTHING


def _key(words: str) -> str:
    """Return what is looked up: acronyms as written, other words without case."""
    return words if words.isupper() and len(words) > 1 else words.casefold()


def _get(rows: dict[str, Code], words: str) -> Code | None:
    return rows.get(words) or rows.get(words.casefold())
