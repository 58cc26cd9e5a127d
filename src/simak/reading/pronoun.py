"""Pronouns and clitics that stand for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from simak.lexicon import Lexicon
from simak.reading.finding import Number
from simak.reading.surface import Surface
from simak.record import EntityType

COLUMNS = ("word", "kind", "person", "number", "type")
_HOST_COLUMNS = ("host", "why")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun or clitic on the words ``first`` to ``last``."""

    first: int
    last: int
    kind: Literal["pronoun", "clitic"]
    person: int
    number: Number | None
    type: EntityType | None


class PronounFinder:
    """Finds the pronouns and the clitics that refer.

    A "nya" that makes a noun definite or makes a noun of an adjective refers to nobody:
    "besarnya", "akibatnya", "meningkatnya". The hosts that do so are listed; besides, only nouns,
    verbs with an object and reporting words carry a clitic that refers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, Pronoun] = {}
        for row in lexicon.rows("pronoun.tsv", COLUMNS):
            kind = cast(Literal["pronoun", "clitic"], row.one_of("kind", ("pronoun", "clitic")))
            person = int(row.one_of("person", ("1", "2", "3")))
            number = cast("Number | None", row.one_of("number", ("sing", "plur", "")) or None)
            of = cast("EntityType | None", row.one_of("type", ("PER", "GROUP", "ORG", "")) or None)
            self._words[row["word"].lower()] = Pronoun(0, 0, kind, person, number, of)
        self._empty = frozenset(
            row["host"].lower() for row in lexicon.rows("clitic_determiner.tsv", _HOST_COLUMNS)
        )

    def find(self, surface: Surface, taken: set[int]) -> Iterator[Pronoun]:
        """Yield the pronouns in text order; ``taken`` are positions inside names."""
        index = 0
        while index < len(surface):
            word = surface.words[index]
            if index in taken or not word.usable:
                index += 1
                continue
            found = self._at(surface, index)
            if found is None:
                index += 1
                continue
            yield found
            index = found.last + 1

    def _at(self, surface: Surface, index: int) -> Pronoun | None:
        word = surface.words[index]
        if word.clitic:
            form = self._words.get(word.lower)
            if form is None or form.kind != "clitic" or not self._refers(surface, index):
                return None
            return Pronoun(index, index, "clitic", form.person, form.number, form.type)
        if (
            word.capital
            and not word.initial
            and word.lower not in ("anda", "beliau", "kami", "kita", "saya")
        ):
            return None
        joined = word.lower
        for last in range(min(index + _LONGEST, len(surface)) - 1, index - 1, -1):
            joined = surface.join(index, last).lower()
            form = self._words.get(joined)
            if form is not None and form.kind == "pronoun":
                return Pronoun(index, last, "pronoun", form.person, form.number, form.type)
        return None

    def _refers(self, surface: Surface, index: int) -> bool:
        if (
            surface.lower(index) == "ku"
            and not surface.words[index - 1 if index else 0].text.isalpha()
        ):
            return True
        if index == 0:
            return True
        host = surface.words[index - 1]
        lower = host.lower
        if host.clitic or lower in self._empty or surface.lower(index) != "nya":
            return lower not in self._empty
        if host.pos in ("ADJ", "ADV", "NUM", "DET", "SCONJ", "CCONJ", "PART"):
            return False
        if lower.startswith("se") and lower.endswith(("an", "lum", "sudah")):
            return False
        if host.pos == "VERB" and lower.startswith(("me", "di", "ber", "ter")):
            return lower.endswith(("kan", "i")) and lower.startswith(("me", "di"))
        return True
