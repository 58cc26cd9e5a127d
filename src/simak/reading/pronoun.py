"""Pronouns and clitics that stand for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from simak.lexicon import Lexicon
from simak.reading.finding import Number
from simak.reading.reporting import said_behind
from simak.reading.surface import Surface, Word
from simak.record import EntityType

COLUMNS = ("word", "kind", "person", "number", "type")
_HOST_COLUMNS = ("host", "why")
_LONGEST = 3
_BEHIND_SPEECH = frozenset({",", '"', "”", "“", "'", "’", "?", "!"})
# "Katanya" that opens a sentence is what people say; "per bulannya" is of nobody.
_HEARSAY = frozenset({"kata", "menurut", "konon"})
_EACH = frozenset({"per", "setiap", "tiap"})
_NO_HOST = frozenset({"ADJ", "ADV", "NUM", "DET", "SCONJ", "CCONJ", "PART"})


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
    """Finds the pronouns and the clitics that refer to somebody.

    A "nya" that makes a noun definite or makes a noun of an adjective refers to nobody:
    "besarnya", "akibatnya", "ambruknya harga". The hosts that do so are listed
    (``clitic_determiner.tsv``); besides, only nouns, passives ("dialaminya"), reporting words
    behind what was said, and the verbs done to somebody (``clitic_object.tsv``) carry a clitic
    that refers.
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
        self._object = frozenset(
            row["verb"].lower() for row in lexicon.rows("clitic_object.tsv", ("verb",))
        )
        self._said = said_behind(lexicon)

    def find(self, surface: Surface, taken: set[int]) -> Iterator[Pronoun]:
        """Yield the pronouns in text order; ``taken`` are positions inside names."""
        index = 0
        while index < len(surface):
            word = surface.words[index]
            if index in taken or not word.usable:
                index += 1
                continue
            found = self._at(surface, index, taken)
            if found is None:
                index += 1
                continue
            yield found
            index = found.last + 1

    def _at(self, surface: Surface, index: int, taken: set[int]) -> Pronoun | None:
        word = surface.words[index]
        if word.clitic:
            form = self._words.get(word.lower)
            if form is None or form.kind != "clitic" or not self._refers(surface, index, taken):
                return None
            return Pronoun(index, index, "clitic", form.person, form.number, form.type)
        if word.upper:
            return None  # "IA-CEPA": where not all is in capitals, they make an acronym
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

    def _refers(self, surface: Surface, index: int, taken: set[int]) -> bool:
        if index == 0:
            return True
        host = surface.words[index - 1]
        if surface.lower(index) != "nya":
            return not host.text.isalpha() or host.lower not in self._empty
        if host.lower in self._said and self._behind_speech(surface, index - 1):
            return True
        if host.lower in self._said and host.initial and host.lower not in _HEARSAY:
            return True
        if surface.lower(index - 2) in _EACH:
            return False
        if host.lower in self._empty or host.pos in _NO_HOST:
            return False
        if host.lower.startswith("se") and host.lower.endswith(("an", "lum", "sudah")):
            return False
        if _is_verb(host, "me"):
            return host.lower in self._object
        if _is_verb(host, "di"):
            return not self._names_what(surface, index)
        if host.pos == "VERB" and host.lower.startswith(("ber", "ter")):
            return False
        return not self._opens_noun(surface, index, taken)

    def _behind_speech(self, surface: Surface, position: int) -> bool:
        return position > 0 and surface.words[position - 1].text[-1:] in _BEHIND_SPEECH

    def _names_what(self, surface: Surface, index: int) -> bool:
        """Tell whether a passive is made a noun: "ditetapkannya Sutini sebagai tersangka"."""
        after = index + 1
        if after >= len(surface) or not surface.adjacent(index, after):
            return False
        word = surface.words[after]
        if word.sentence != surface.words[index].sentence or word.time or word.text == "Rp":
            return False
        return word.pos in ("PROPN", "NOUN") and word.text[:1].isalpha()

    def _opens_noun(self, surface: Surface, index: int, taken: set[int]) -> bool:
        """Tell whether the noun is of what stands right behind: "jatuhnya kota itu"."""
        after = index + 1
        host, words = surface.words[index - 1], surface.words
        if after >= len(words) or words[after].sentence != host.sentence or words[after].time:
            return False
        follows = words[after].pos in ("NOUN", "PROPN") and words[after].text[:1].isalpha()
        return follows and host.pos in ("VERB", "ADJ") and surface.adjacent(index, after)


def _is_verb(word: Word, prefix: str) -> bool:
    """Tell whether a word is a verb with that prefix; a tag may err, so its ending counts too."""
    if not word.lower.startswith(prefix) or len(word.lower) < 5:
        return False
    return word.pos == "VERB" or (word.pos != "PROPN" and word.lower.endswith("kan"))
