"""Keys of identity: what an entity of one article must share with one of another to be the same.

An entity has no keys if the article does not name it ("warga"), and else those that follow from its
own rows and the lexicon alone. Two entities are one person, body or place if a chain of shared keys
leads from one to the other; so who is who does not depend on the order in which articles came in.

- The same entry of an authority (a link) or of the lexicon of actors.
- A full name of a person (two words or more), or of a body, in any of its spellings, or the acronym
  of a body or short name of a person that stands for one thing only (``acronym.tsv``).
- One word of a person's name with the same office of the same body, if one person holds it at a
  time ("Bupati Rawa Elok Wulan"; ``sole_office.tsv``).
- Of a name that many have ("Dinas Perhubungan", "Budi" without an office, "Jalan Melati", a village
  without a link) only the article itself: it is a candidate, not the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from simak.gazetteer import Gazetteer
from simak.lexicon import Lexicon
from simak.record import Entity, Record
from simak.root import RootFinder
from simak.store.name import BodyNames, Spelling, form
from simak.store.office import Offices

_CLASS = {"PER": "PER", "POST": "PER", "ORG": "ORG", "NORP": "NORP", "GPE": "PLACE", "LOC": "PLACE"}
# A word of a name that says who somebody is, beside an office.
_TELLING = 3
# Acronyms that no table knows and that are this short stand for anything.
_SHORT = 2


def forms(entity: Entity) -> tuple[str, ...]:
    """Return the forms under which an entity is looked up: name, aliases, acronym."""
    given = (entity.name, *entity.aliases, entity.acronym or "")
    return tuple(dict.fromkeys(found for name in given if (found := form(name))))


def is_named(entity: Entity) -> bool:
    """Whether the article names the entity."""
    return entity.type in _CLASS and any(
        mention.kind in ("name", "acronym") for mention in entity.mentions
    )


class Keys:
    """Gives entities their keys, and those that the lexicon knows their names.

    Raises LexiconError when a row of ``actor.tsv``, ``acronym.tsv``, ``local_body.tsv``,
    ``local_site.tsv``, ``name_form.tsv``, ``sole_office.tsv`` or ``title_form.tsv`` is wrong.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spelling = Spelling(lexicon)
        self._bodies = BodyNames(lexicon, self._spelling)
        self._offices = Offices(lexicon, self._spelling)
        self._places = Gazetteer(lexicon)

    def of(self, record: Record, entity: Entity) -> tuple[str, ...]:
        """Return the keys of an entity of ``record``; none if it is not named."""
        if not is_named(entity):
            return ()
        found = tuple(dict.fromkeys(self._keys(record, entity)))
        return found or (own(record, entity),)

    def known_as(self, entity: Entity) -> str | None:
        """Return the name under which the lexicon or the gazetteer knows an entity.

        Of "Pemprov Jawa Barat" (with its link) "Jawa Barat"; None if they do not know it.
        """
        link = entity.link
        if link:
            if name := self._linked.get((link.authority, link.id)):
                return name
            place = self._places.at(link)
            if place is None:
                return None
            full = place.authority == "kemendagri" and place.kind in ("regency", "city")
            return place.title if full else place.name
        return self._actor(entity)

    def _keys(self, record: Record, entity: Entity) -> Iterator[str]:
        kind = _CLASS[entity.type]
        known = next(self._known(entity), None)
        if known:
            yield known
        if kind == "PER":
            yield from self._person(record, entity)
        elif kind in ("ORG", "NORP"):
            yield from self._body(kind, entity)
        elif entity.type == "LOC" and not entity.link:
            name = self._bodies.form(entity.name)
            site = name.split()[0] in self._sites if name else True
            if " " in name and not site and not self._is_common(entity.name):
                yield f"{kind}:{name}"

    def _known(self, entity: Entity) -> Iterator[str]:
        """Yield the key of what the lexicon knows, at most one."""
        if entity.link:
            yield f"{entity.link.authority}:{entity.link.id}"
        elif actor := self._actor(entity):
            yield f"actor:{actor}"

    def _person(self, record: Record, entity: Entity) -> Iterator[str]:
        person = self._spelling.person
        first = person(entity.name)
        names = [first] if first else []
        for alias in entity.aliases:
            words = person(alias)
            # What has no word in common with the name may be somebody else's.
            if words and (len(words) == 1 or not set(words).isdisjoint(first)):
                names.append(words)
        for words in names:
            if len(words) > 1:
                yield f"PER:{' '.join(words)}"
        for short in (entity.name, entity.acronym or ""):
            # "MA" of a police report is somebody's initials.
            full = person(self._bodies.expansion(short) or "") if len(short) > _SHORT else ()
            if len(full) > 1:
                yield f"PER:{' '.join(full)}"
        held = self._held(record, entity)
        for word in dict.fromkeys(word for words in names for word in words):
            if len(word) >= _TELLING:
                for office in held:
                    yield f"PER:{word}@{office}"

    def _held(self, record: Record, entity: Entity) -> list[str]:
        """Return the offices of a person that nobody else holds."""
        by_id = {one.id: one for one in record.entities}
        found: dict[str, None] = {}
        for role in entity.roles:
            body = by_id.get(role.organization) if role.organization else None
            of = None
            if body is not None:
                of = next(self._known(body), None) or next(self._body("ORG", body), None)
                if of is None:
                    continue  # "Kepala Dinas Perhubungan": of which town?
            found.update(dict.fromkeys(self._offices.of(role.title, of)))
        return sorted(found)

    def _body(self, kind: str, entity: Entity) -> Iterator[str]:
        name = self._bodies.form(entity.name)
        expansion = self._bodies.expansion(entity.name)
        unknown = expansion is None and entity.name.isupper() and len(entity.name) <= _SHORT
        # An acronym alone that stands for several things tells nothing.
        if name and not unknown and expansion != "" and not self._is_common(entity.name):
            yield f"{kind}:{name}"
        for other in entity.aliases:
            found = self._bodies.form(other)
            written = self._bodies.expansion(other)
            # "Dinas PUPR" is no other ministry's: the acronym is not the whole name.
            fits = _related(found, name) if written is None else _alike(found, name)
            if _abbreviates(name, found) or (" " in found and fits and not self._is_common(other)):
                yield f"{kind}:{found}"
        acronym = entity.acronym or ""
        if acronym and not self._is_common(acronym):
            found = self._bodies.form(acronym)
            known = self._bodies.expansion(acronym)
            if _alike(found, name) if known else known is None and len(acronym) > _SHORT:
                yield f"{kind}:{found}"

    def _is_common(self, name: str) -> bool:
        """Whether there is a body of this name in every town."""
        words = form(name).split()
        if len(words) == 1:  # an acronym, perhaps
            words = self._bodies.form(name).split()
        elif any(map(self._bodies.is_short, name.split()[1:])):
            return False  # "Polda Jabar" says which
        return bool(words) and words[0] in self._local and all(map(self._roots.root, words[1:]))

    def _actor(self, entity: Entity) -> str | None:
        """Return the row of the lexicon of actors that an entity is, None if none or several.

        An acronym alone may be anybody's: it counts if the name is it, or spells it out nearly.
        """
        kind = _CLASS[entity.type]
        name = form(entity.name)
        given = {form(one).removesuffix(" ri") for one in (entity.name, *entity.aliases)}
        acronym = form(entity.acronym or "")
        found = {actor for one in given if (actor := self._actors.get((kind, one)))}
        if acronym and not found:
            actor = self._actors.get((kind, acronym))
            if actor and _alike(form(actor), name):
                found.add(actor)
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _roots(self) -> RootFinder:
        return RootFinder(self._lexicon)

    @cached_property
    def _local(self) -> frozenset[str]:
        rows = self._lexicon.rows("local_body.tsv", ("head", "note"))
        return frozenset(row["head"].casefold() for row in rows)

    @cached_property
    def _sites(self) -> frozenset[str]:
        rows = self._lexicon.rows("local_site.tsv", ("head", "note"))
        return frozenset(row["head"].casefold() for row in rows)

    @cached_property
    def _actors(self) -> dict[tuple[str, str], str | None]:
        """Names of well-known actors by class; None where a name stands for several."""
        found: dict[tuple[str, str], str | None] = {}
        for row in self._lexicon.rows("actor.tsv", _ACTOR):
            kind = _CLASS.get(row["type"])
            if kind is None:
                raise row.error(f"type must be one of {', '.join(_CLASS)}")
            # Countries are told by their links, and a capital is the capital unless it acts.
            for name in (row["name"], *row.list("aliases"), *row.list("acronyms")):
                key = kind, form(name)
                same = found.get(key, row["name"]) == row["name"]
                found[key] = row["name"] if same else None
        return found

    @cached_property
    def _linked(self) -> dict[tuple[str, str], str]:
        """Names of well-known actors by their links."""
        found: dict[tuple[str, str], str] = {}
        for row in self._lexicon.rows("actor.tsv", _ACTOR):
            authority, colon, identifier = row["link"].partition(":")
            if colon:
                found.setdefault((authority, identifier), row["name"])
        return found


_ACTOR = ("name", "type", "aliases", "acronyms", "capitals", "neutral", "link")


def _related(one: str, other: str) -> bool:
    """Whether two names of bodies can be the same's: they share half of the shorter's words."""
    first, second = set(one.split()), set(other.split())
    return 2 * len(first & second) >= min(len(first), len(second)) > 0


def _alike(one: str, other: str) -> bool:
    """Whether two names of bodies are nearly the same: they share most of the longer's words."""
    first, second = set(one.split()), set(other.split())
    return 3 * len(first & second) >= 2 * max(len(first), len(second)) > 0


def _abbreviates(one: str, other: str) -> bool:
    """Whether one of two names is one word made of letters of the other's words, in order."""
    short, whole = sorted((one, other), key=lambda name: name.count(" "))
    words = whole.split()
    if " " in short or short in words or not len(words) <= len(short) or len(words) < 2:
        return False
    letters = iter(whole)
    return short[0] == whole[0] and all(letter in letters for letter in short)


def own(record: Record, entity: Entity) -> str:
    """Return the key of an entity that is nobody else than itself."""
    first = min(mention.span for mention in entity.mentions)
    return f"article:{record.article.id}:{first[0]}"
