"""Bodies: which "perusahaan tersebut" may be which named body."""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.actor import ActorList
from simak.reading.coreference.discourse import Discourse, Entity

_COLUMNS = ("word", "class", "where")
_OUTLET_COLUMNS = ("name", "forms", "weak", "codes", "kind", "wikidata")
_WHERE = ("noun", "first", "last", "any")
_MOST_MENTIONS = 30


class BodyClasses:
    """The classes of bodies by what they are called and by their names (``body_class.tsv``)."""

    def __init__(self, lexicon: Lexicon, actors: ActorList) -> None:
        self._actors = actors
        tables: dict[str, dict[str, str]] = {where: {} for where in _WHERE}
        for row in lexicon.rows("body_class.tsv", _COLUMNS):
            tables[row.one_of("where", _WHERE)][row["word"].lower()] = row["class"]
        self._nouns, self._first = tables["noun"], tables["first"]
        self._last, self._any = tables["last"], tables["any"]
        self._outlets = frozenset(
            name.lower()
            for row in lexicon.rows("outlet.tsv", _OUTLET_COLUMNS)
            for name in (row["name"], *row.list("forms"))
        )

    def of_noun(self, noun: str) -> str | None:
        """Return the class of what is called so, None if the noun tells none."""
        return self._nouns.get(noun)

    def of_name(self, name: str) -> str | None:
        """Return the class that a name tells: "PT Rimba Elok" is a company."""
        found = self._told(name)
        if found is not None:
            return found
        actor = self._actors.get(name)
        return self._told(actor.name) if actor is not None else None

    def _told(self, name: str) -> str | None:
        words = [word.strip("().,") for word in name.lower().split()]
        if not words:
            return None
        if " ".join(words) in self._outlets:
            return "media"
        found = self._first.get(words[0]) or self._last.get(words[-1])
        return found or next((self._any[word] for word in words if word in self._any), None)

    def of(self, discourse: Discourse, entity: Entity) -> str | None:
        """Return the class that the names of an entity tell."""
        forms = dict.fromkeys(
            discourse.words(index)
            for index in entity.mentions[:_MOST_MENTIONS]
            if discourse.mentions[index].kind in ("name", "acronym")
        )
        return next((found for form in forms if (found := self.of_name(form))), None)
