"""Names of persons: where they begin and how far they go."""

from __future__ import annotations

from simak.reading.name_ground import LINKS, Ground
from simak.reading.name_word import is_person

_LONGEST = 6
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


class PersonNames:
    """The names of persons on one page."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors

    def end(self, first: int, last: int) -> int:
        """Go on over the further names of a person: "Joko" + "Widodo", "Jae" + "-" + "in"."""
        words = self._words
        while last + 1 < len(words) and last - first + 1 < _LONGEST:
            after = last + 1
            word = words[after]
            if (
                not self._surface.adjacent(last, after)
                or word.time
                or word.sentence != words[first].sentence
            ):
                break
            if self._ground.parts(first, after):
                break
            if (nicknamed := self._nicknamed(first, after)) is not None:
                last = nicknamed
                continue
            if word.text == "-" and after + 1 < len(words) and words[after + 1].text.isalpha():
                # "Jong - un", "al - Assad"
                if (
                    words[after + 1].capital
                    or words[last].lower in ("al", "el")
                    or words[after + 1].label == "PER"
                    or len(words[after + 1].text) <= 4
                ):
                    last = after + 1
                    continue
                break
            if word.lower in LINKS and word.text != "-" and after + 1 < len(words):
                beyond = words[after + 1]
                if beyond.capital or (
                    beyond.text == "-" and after + 2 < len(words) and words[after + 2].capital
                ):
                    last = after + 1 if beyond.capital else after + 2
                    continue
                break
            if (
                not word.capital
                or word.initial
                or (after in self._actors and self._actors[after][1] != "PER")
            ):
                break
            if word.label and word.label != "PER":
                break
            if word.common and word.label != "PER":
                break
            if (
                self._lexicon.titles.match(self._surface, after)
                and word.label != "PER"
                and len(word.text) > 2
            ):
                break
            if self._lexicon.head(self._surface, after):
                break
            last = after
        return last

    def _nicknamed(self, first: int, index: int) -> int | None:
        """Return where 'Sutini "Tini" Arga' goes on behind the nickname that stands inside it."""
        words = self._words
        beyond = index + 3
        if words[index].text not in _QUOTES or beyond >= len(words):
            return None
        if words[index + 2].text not in _QUOTES or words[beyond].sentence != words[first].sentence:
            return None
        inner, goes_on = words[index + 1], words[beyond]
        if not inner.capital or inner.common or not goes_on.capital or goes_on.common:
            return None
        return beyond if goes_on.label in ("", "PER") and beyond not in self._actors else None

    def starts(self, first: int, last: int, after_title: bool) -> bool:
        """Tell whether a place's name rather begins a person's: "Agung" in "Agung Laksono"."""
        words = self._words
        if words[first].label == "PER":
            return True
        if words[first].label in ("LOC", "ORG"):
            return False
        after = last + 1
        follows = (
            after < len(words)
            and words[after].capital
            and not words[after].common
            and not words[after].initial
            and words[after].label in ("", "PER")
            and after not in self._actors
            and self._surface.adjacent(last, after)
            and not self._lexicon.titles.match(self._surface, after)
            and not self._lexicon.head(self._surface, after)
        )
        if is_person(words[first].text):
            return True
        # "Gubernur Bali Sutini Arga": after a title the place comes first.
        return bool(follows) and first == last and not after_title and is_person(words[after].text)
