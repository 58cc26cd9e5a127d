"""Keys of identity: what an entity of one article must share with one of another to be the same.

An entity has no keys if the article does not name it ("warga"), and else those that follow from its
own rows alone. Two entities are one person, body or place if a chain of shared keys leads from one
to the other; so who is who does not depend on the order in which articles came in.

- The same entry of an authority (a link) or of the lexicon of actors.
- A full name of a person (two words or more), or of a body.
- One word of a person's name with the same office of the same body ("Presiden Raisi" of Iran).
- Of a name that many have ("Dinas Perhubungan", "Budi" without an office, a village without a
  link) only the article itself: it is a candidate, not the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from simak.lexicon import Lexicon
from simak.record import Entity, Record
from simak.root import RootFinder

_WORD = re.compile(r"[^\W_]+")
_CLASS = {"PER": "PER", "POST": "PER", "ORG": "ORG", "NORP": "NORP", "GPE": "PLACE", "LOC": "PLACE"}


def form(name: str) -> str:
    """Return a name as it is compared: small letters, no accents, dots or hyphens.

    >>> form("Korps Pengawal Revolusi-Islam")
    'korps pengawal revolusi islam'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


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
    """Gives entities their keys.

    Raises LexiconError when a row of ``actor.tsv`` or ``local_body.tsv`` is wrong.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, record: Record, entity: Entity) -> tuple[str, ...]:
        """Return the keys of an entity of ``record``; none if it is not named."""
        if not is_named(entity):
            return ()
        found = tuple(dict.fromkeys(self._keys(record, entity)))
        return found or (own(record, entity),)

    def _keys(self, record: Record, entity: Entity) -> Iterator[str]:
        kind = _CLASS[entity.type]
        if entity.link:
            yield f"{entity.link.authority}:{entity.link.id}"
        elif actor := self._actor(kind, forms(entity)):
            yield f"actor:{actor}"
        if kind == "PER":
            yield from self._person(record, entity)
        elif kind in ("ORG", "NORP"):
            yield from self._body(kind, entity)
        elif not entity.link and entity.type == "LOC" and " " in form(entity.name):
            yield f"{kind}:{form(entity.name)}"

    def _person(self, record: Record, entity: Entity) -> Iterator[str]:
        names = [found for name in (entity.name, *entity.aliases) if (found := form(name))]
        for name in names:
            if " " in name:
                yield f"PER:{name}"
        offices = sorted(_offices(record, entity))
        words = dict.fromkeys(word for name in names for word in name.split() if len(word) > 2)
        for word in words:
            for office in offices:
                yield f"PER:{word}@{office}"

    def _body(self, kind: str, entity: Entity) -> Iterator[str]:
        for name in (entity.name, *entity.aliases):
            found = form(name)
            if (
                found
                and not self._is_common(found)
                and (" " in found or found == form(entity.name))
            ):
                yield f"{kind}:{found}"

    def _is_common(self, name: str) -> bool:
        """Whether there is a body of this name in every town."""
        head, *rest = name.split()
        return head in self._local and all(self._roots.root(word) for word in rest)

    def _actor(self, kind: str, names: Iterable[str]) -> str | None:
        """Return the row of the lexicon of actors that one of the names is."""
        found = {self._actors[kind, name] for name in names if (kind, name) in self._actors}
        found.discard(None)
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _roots(self) -> RootFinder:
        return RootFinder(self._lexicon)

    @cached_property
    def _local(self) -> frozenset[str]:
        rows = self._lexicon.rows("local_body.tsv", ("head", "note"))
        return frozenset(row["head"].casefold() for row in rows)

    @cached_property
    def _actors(self) -> dict[tuple[str, str], str | None]:
        """Names of well-known actors by class; None where a name stands for several."""
        found: dict[tuple[str, str], str | None] = {}
        columns = ("name", "type", "aliases", "acronyms", "capitals", "neutral", "link")
        for row in self._lexicon.rows("actor.tsv", columns):
            kind = _CLASS.get(row["type"])
            if kind is None:
                raise row.error(f"type must be one of {', '.join(_CLASS)}")
            # Countries are told by their links, and a capital is the capital unless it acts.
            for name in (row["name"], *row.list("aliases"), *row.list("acronyms")):
                key = kind, form(name)
                same = found.get(key, row["name"]) == row["name"]
                found[key] = row["name"] if same else None
        return found


def own(record: Record, entity: Entity) -> str:
    """Return the key of an entity that is nobody else than itself."""
    first = min(mention.span for mention in entity.mentions)
    return f"article:{record.article.id}:{first[0]}"


def _offices(record: Record, entity: Entity) -> Iterator[str]:
    names = {one.id: one.name for one in record.entities}
    for role in entity.roles:
        if role.organization in names:
            yield f"{form(role.title)}/{form(names[role.organization])}"
