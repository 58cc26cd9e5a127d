"""What names are made of: heads, last words, things, and whatever else tells a name from words."""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.actor import ActorList
from simak.reading.place import Gazetteer
from simak.reading.pronoun import COLUMNS as PRONOUN_COLUMNS
from simak.reading.surface import Surface
from simak.reading.title import TitleList
from simak.record import EntityType

HEAD_COLUMNS = ("word", "type", "needs")
HEAD_TYPES = ("ORG", "GPE", "LOC", "NONE")
_LAW = "LAW"


class NameLexicon:
    """The data files that names are read with.

    ``needing`` are heads that name nothing without a proper name behind them ("Polres ..."),
    ``laws`` are heads of laws, ``tails`` last words that tell the type ("... Airlines"), ``things``
    acronyms of no actor.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.actors = ActorList(lexicon)
        self.places = Gazetteer(lexicon)
        self.titles = TitleList(lexicon)
        self._heads: dict[str, str] = {}
        self._head_lengths: dict[str, int] = {}
        self.needing: set[str] = set()
        self.laws: set[str] = set()
        for row in lexicon.rows("name_head.tsv", HEAD_COLUMNS):
            kind = row.one_of("type", (*HEAD_TYPES, _LAW))
            if kind == _LAW:
                self.laws.add(row["word"])
            self._heads[row["word"]] = "NONE" if kind == _LAW else kind
            if row.one_of("needs", ("name", "")):
                self.needing.add(row["word"])
            words = row["word"].split()
            self._head_lengths[words[0]] = max(self._head_lengths.get(words[0], 0), len(words))
        self.degrees = frozenset(
            row["form"]
            for row in lexicon.rows("abbreviation.tsv", ("form", "kind", "meaning"))
            if row["kind"] == "tail" and row["form"][0].isupper()
        )
        self.things = frozenset(row["word"] for row in lexicon.rows("thing.tsv", ("word", "note")))
        self.tails = {
            row["word"]: row.one_of("type", HEAD_TYPES)
            for row in lexicon.rows("name_tail.tsv", ("word", "type"))
        }
        self.pronouns = frozenset(
            row["word"] for row in lexicon.rows("pronoun.tsv", PRONOUN_COLUMNS)
        )

    def is_known(self, name: str) -> bool:
        """Tell whether a name needs no witness: an actor, a place, or begun by a head."""
        if name.split(" ")[0] in self._head_lengths:
            return True
        return self.actors.get(name) is not None or self.places.known(name) is not None

    def is_far(self, name: str) -> bool:
        """Tell whether a place of this name is known only as a town abroad, no capital."""
        if self.actors.get(name) is not None or self.actors.of_capital(name) is not None:
            return False
        place = self.places.known(name)
        return place is not None and place.kind == "city" and place.authority == "geonames"

    def head(self, surface: Surface, first: int) -> tuple[int, str] | None:
        """Return (last word, type) of the name head that begins at ``first``: "Badan", "Sungai"."""
        word = surface.words[first]
        longest = self._head_lengths.get(word.text)
        if longest is None:
            return None
        for length in range(longest, 0, -1):
            last = first + length - 1
            if last >= len(surface):
                continue
            text = " ".join(surface.words[i].text for i in range(first, last + 1))
            kind = self._heads.get(text)
            if kind:
                return last, kind
        return None

    def place(self, surface: Surface, first: int) -> tuple[int, EntityType] | None:
        """Return (last word, type) of the longest known place's name at ``first``."""
        limit = min(len(surface), first + 4)
        last = first
        while (
            last + 1 < limit
            and (surface.words[last + 1].capital or surface.words[last + 1].text == "-")
            and surface.adjacent(last, last + 1)
        ):
            last += 1
        for end in range(last, first - 1, -1):
            if surface.words[end].text == "-":
                continue
            found = self.places.known(surface.join(first, end))
            if found and not (
                end == first
                and surface.words[first].upper
                and len(found.name) > 3
                and found.kind == "city"
            ):
                return end, found.type
        return None
