"""Brands and clubs: "GO - JEK", "AS Roma", "OnlinePajak"."""

from __future__ import annotations

from simak.reading.name_ground import Ground
from simak.reading.name_word import is_person

_LONGEST_PART = 5


class BrandNames:
    """The names on one page that are made of an acronym and more."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors

    def hyphened(self, index: int) -> int | None:
        """Return the last word of "GO - JEK", of which neither part is a name of its own."""
        words = self._words
        if index + 2 >= len(words) or words[index + 1].text != "-":
            return None
        parts = words[index], words[index + 2]
        for position, word in ((index, parts[0]), (index + 2, parts[1])):
            if not word.upper or not word.text.isalpha() or position in self._actors:
                return None
            if word.text in self._ground.defined or word.text in self._lexicon.things:
                return None
            if self._lexicon.places.known(word.text) or self._lexicon.titles.kind(word.text):
                return None
        if "ORG" not in (parts[0].label, parts[1].label):
            return None
        near = self._surface.adjacent(index, index + 1) and parts[0].sentence == parts[1].sentence
        return index + 2 if near and len(parts[0].text) <= _LONGEST_PART else None

    def club(self, last: int) -> int | None:
        """Return the end of "AS Roma": an acronym and a foreign town are a club."""
        after = last + 1
        if after >= len(self._words) or not self._surface.adjacent(last, after):
            return None
        word = self._words[after]
        if not word.capital or word.common or after in self._actors or is_person(word.text):
            return None
        place = self._lexicon.places.known(word.text)
        abroad = place is not None and place.kind == "city" and place.authority == "geonames"
        return after if abroad else None


def is_brand(word: str) -> bool:
    """Tell whether a word has capitals inside ("OnlinePajak"): a body's name before a person's."""
    return (
        word[1:] != word[1:].lower()
        and not word.isupper()
        and word.isalpha()
        and not word.startswith(("Mc", "Mac"))
    )
