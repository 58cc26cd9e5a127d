"""Well-known actors: states, bodies, parties and movements by any of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import ahocorasick_rs

from simak.lexicon import Lexicon
from simak.reading.place import fold
from simak.record import EntityType, Link

COLUMNS = ("name", "type", "aliases", "acronyms", "capitals", "neutral", "link")
TYPES = ("PER", "ORG", "GPE", "LOC", "NORP")
AUTHORITIES = ("iso3166", "wikidata", "geonames", "kemendagri")


@dataclass(frozen=True, slots=True)
class Actor:
    """One row of ``actor.tsv``. ``name`` identifies it."""

    name: str
    type: EntityType
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    capitals: tuple[str, ...]
    neutral: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """An actor's name in a text, ``[start, end)`` in code points."""

    start: int
    end: int
    actor: Actor
    acronym: bool


class ActorList:
    """The lexicon of actors, searched all at once.

    >>> from simak.lexicon import Lexicon
    >>> [m.actor.name for m in ActorList(Lexicon()).find("Menlu AS tiba di Korut.")]
    ['Amerika Serikat', 'Korea Utara']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, tuple[Actor, bool]] = {}
        self._capitals: dict[str, Actor] = {}
        self._by_fold: dict[str, Actor] = {}
        for row in lexicon.rows("actor.tsv", COLUMNS):
            authority, _, code = row["link"].partition(":")
            if row["link"] and (authority not in AUTHORITIES or not code):
                raise row.error(
                    f"link is {row['link']!r}; it must be authority:id, "
                    f"with an authority of {', '.join(AUTHORITIES)}"
                )
            actor = Actor(
                row["name"],
                cast(EntityType, row.one_of("type", TYPES)),
                row.list("aliases"),
                row.list("acronyms"),
                row.list("capitals"),
                row["neutral"],
                Link(authority=authority, id=code, basis="lexicon") if code else None,
            )
            for form in (actor.name, *actor.aliases):
                self._forms[form] = (actor, form in actor.acronyms)
            for form in actor.acronyms:
                self._forms[form] = (actor, True)
            for form in (actor.name, *actor.aliases, *actor.acronyms):
                self._by_fold.setdefault(fold(form), actor)
            for capital in actor.capitals:
                self._capitals.setdefault(fold(capital), actor)
        self._patterns = list(self._forms)
        self._automaton: Any = ahocorasick_rs.AhoCorasick(
            self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> Iterator[ActorMatch]:
        """Yield the names that stand as whole words in ``text``, left to right."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if _is_inner(text, start, end):
                continue
            actor, acronym = self._forms[self._patterns[index]]
            yield ActorMatch(start, end, actor, acronym)

    def get(self, name: str) -> Actor | None:
        """Return the actor of this name, whatever its case, or None."""
        return self._by_fold.get(fold(name))

    def of_capital(self, name: str) -> Actor | None:
        """Return the state whose capital bears this name, or None."""
        return self._capitals.get(fold(name))


def _is_inner(text: str, start: int, end: int) -> bool:
    """Tell whether ``[start, end)`` lies inside a longer word ("Irannya" is no longer word)."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "@#/"):
        return True
    if start > 1 and text[start - 1] in "-." and text[start - 2].isalnum():
        return True
    after = text[end : end + 4]
    if not after[:1].isalnum():
        return after[:1] == "." and after[1:2].isalnum() and after[1:2].islower()
    return not (after[:3] in ("nya", "lah", "kah", "pun") and not after[3:4].isalnum())
