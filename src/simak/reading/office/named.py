"""Who and what is named where on a page, and how well a row of words is a person's name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simak.reading.actor import ActorList
from simak.reading.finding import Mention
from simak.reading.name_word import is_person
from simak.reading.surface import Surface
from simak.reading.title import TitleList
from simak.record import EntityType

LINKS = frozenset({"dan", "&", "of", "for", "and", "the", "in", "untuk", "serta"})
"""Small words inside names of bodies, never inside a person's."""

MOST_WORDS = 5
"""So many words of a name are looked at."""


class Named:
    """The names of one page as witnesses of where a person begins.

    ``said`` are words that stand before the name of a speaker: "kata".
    """

    def __init__(
        self, surface: Surface, titles: TitleList, actors: ActorList, said: Collection[str]
    ) -> None:
        self._surface = surface
        self._words = surface.words
        self._titles = titles
        self._actors = actors
        self._said = said
        self.held: dict[int, int] = {}  # names as they were found: first word, last word
        self.called: set[str] = set()  # one word that a person is called by
        self.speaking: set[str] = set()  # such a word behind "kata"
        self.full: dict[str, int] = {}  # whole names of persons, how often
        self.bodies: dict[str, int] = {}  # names of bodies and places, how often
        self.types: dict[str, EntityType] = {}  # and what they are
        self.single: dict[str, int] = {}  # capitals that stand by themselves

    def learn(self, mentions: Sequence[Mention], names: Sequence[tuple[int, int, int]]) -> None:
        """Note who and what is named where on the page."""
        for first, last, number in names:
            mention = mentions[number]
            text = self._surface.join(first, last)
            self.held[first] = last
            if mention.type == "PER":
                self.full[text] = self.full.get(text, 0) + 1
                if first == last and not self._is_after_capital(first):
                    self.called.add(text)
            else:
                self.bodies[text] = self.bodies.get(text, 0) + 1
                self.types[text] = mention.type or "ORG"
        for position in range(1, len(self._words)):
            word = self._words[position]
            if not word.capital or self._is_after_capital(position):
                continue
            after = position + 1
            alone = after >= len(self._words) or not self._words[after].capital
            if not alone:
                continue
            if not word.initial:
                self.single[word.text] = self.single.get(word.text, 0) + 1
            before = self._words[position - 1].lower
            if (before in self._said or before == "menurut") and not word.upper:
                self.called.add(word.text)
                self.speaking.add(word.text)

    def _is_after_capital(self, index: int) -> bool:
        before = self._words[index - 1] if index else None
        if before is None or not before.capital:
            return False
        return before.lower not in self._said and before.lower != "menurut"

    def known_before(self, start: int) -> int | None:
        """Return where a body that is known elsewhere begins, if it ends right before ``start``."""
        for first in range(max(0, start - MOST_WORDS), start):
            if not self._words[first].capital or self._words[first].upper:
                continue
            text = self._surface.join(first, start - 1)
            if self.bodies.get(text, 0) > (self.held.get(first) == start - 1):
                return first
            if " " in text and self._actors.get(text) is not None:
                return first
        return None

    def score(self, start: int, last: int, first: int, lowest: int) -> float:
        """Return how well ``start`` to ``last`` is a person.

        ``first`` is where it is said to begin, ``lowest`` where it may at the earliest.
        """
        words = self._words[start : last + 1]
        text = self._surface.join(start, last)
        score = 1.5 * (start == first)
        score += 3.0 * self.is_recognised(start, last)
        score += 4.0 * (len(words) > 1 and self.full.get(text, 0) > (start == first))
        score += 1.0 * (words[0].text in self.called) + 1.5 * (words[0].text in self.speaking)
        score += 4.0 * (self._surface.lower(start - 1) == ")" or self.is_ranked(start))
        score += 4.0 * (self.known_before(start) is not None)
        score -= 2.0 * (len(words) == 1)
        for word in words:
            if any(char.isdigit() for char in word.text) or word.lower in LINKS:
                score -= 6.0
            elif word.common and not is_person(word.text) and word.label != "PER":
                score -= 1.5
            elif word.upper and len(word.text) > 3:
                score -= 2.0
            if self.bodies.get(word.text, 0) > 1 or self._actors.get(word.text) is not None:
                score -= 3.0
        for position in range(lowest, start):
            word = self._words[position]
            score -= 1.5 * is_person(word.text)
            score -= 5.0 if word.text in self.speaking else 1.0 * (word.text in self.called)
            score -= 4.0 * self.is_ranked(position)
            if first <= position and word.text not in self.speaking and not is_person(word.text):
                score += min(3.5, 1.75 * self.single.get(word.text, 0))
        return score

    def is_recognised(self, start: int, last: int) -> bool:
        """Tell whether the recogniser found a person in just these words."""
        words = self._words[start : last + 1]
        if any(word.label != "PER" and word.text.isalpha() for word in words):
            return False
        return words[0].begins and not any(word.begins for word in words[1:])

    def is_ranked(self, start: int) -> bool:
        """Tell whether a rank stands right before ``start``: no "Sekretaris Jenderal"."""
        for position in range(max(0, start - 5), start):
            found = self._titles.match(self._surface, position)
            if found is not None and found[0] == start - 1:
                return found[1] == "rank"
        return False
