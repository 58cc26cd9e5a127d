"""Proper names: where they begin and end, and what they name.

The model's PER, ORG and LOC are one witness of three. The lexicon of actors and the gazetteer
know names (:mod:`simak.reading.name_lexicon`), the grammar of names knows where they end
(:mod:`simak.reading.name_scan`), and the article itself shows what the unknown ones are
(:mod:`simak.reading.evidence`, :mod:`simak.reading.name_type`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from simak.lexicon import Lexicon
from simak.reading.evidence import Context, Evidence
from simak.reading.name_found import Name
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_scan import Scan
from simak.reading.name_type import settle
from simak.reading.name_word import is_common
from simak.reading.page import Page
from simak.reading.surface import Surface, Word
from simak.record import EntityType


class NameFinder:
    """Finds the proper names of a page."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = NameLexicon(lexicon)
        self._context = Context(lexicon)

    def find(self, page: Page) -> list[Name]:
        """Return the names, in text order, none overlapping another."""
        surface = page.surface
        evidence = Evidence(surface, self._context)
        names = Scan(self.lexicon, page, evidence).run()
        names = self._spread(surface, names)
        names = settle(surface, names, self.lexicon, evidence)
        return [
            self._sited(surface, self._with_initial(surface, name))
            for name in names
            if not _in_time(surface, name) and not self._is_degree(surface, name)
        ]

    def _with_initial(self, surface: Surface, name: Name) -> Name:
        """Let a person's name begin with the initial before it: "R. Sutini Arga"."""
        first = name.first - 1
        if name.type != "PER" or first < 0:
            return name
        word = surface.words[first]
        initial = len(word.text) == 2 and word.text[1] == "." and word.text[0].isupper()
        same = word.sentence == surface.words[name.first].sentence
        if not (initial and same and surface.adjacent(first, name.first)):
            return name
        if self.lexicon.titles.kind(word.text) is not None or word.time:
            return name
        return replace(name, first=first)

    def _is_degree(self, surface: Surface, name: Name) -> bool:
        """Tell whether a "name" is a degree behind one: "Sutini Arga, M.Si."."""
        if surface.lower(name.first - 1) != ",":
            return False
        return surface.join(name.first, name.last) in self.lexicon.degrees

    def _sited(self, surface: Surface, name: Name) -> Name:
        """Make a house that stands for a government a place after "di": "di Gedung Putih"."""
        if name.type != "ORG" or surface.lower(name.first - 1) not in ("di", "ke", "menuju"):
            return name
        place = self.lexicon.places.known(surface.join(name.first, name.last))
        return replace(name, type="LOC") if place and place.type == "LOC" else name

    def _spread(self, surface: Surface, names: list[Name]) -> list[Name]:
        """Add later occurrences of names that were recognised elsewhere in the article."""
        taken = [False] * len(surface)
        parts: dict[str, EntityType] = {}
        wholes: dict[str, EntityType] = {}
        for name in names:
            for index in range(name.first, name.last + 1):
                taken[index] = True
            words = surface.words[name.first : name.last + 1]
            if name.type == "PER":
                for word in words:
                    if len(word.text) >= 3 and word.capital and not is_common(word.text):
                        parts.setdefault(word.text, "PER")
            elif len(words) == 1 and not is_common(words[0].text):
                wholes.setdefault(words[0].text, name.type)
        found = list(names)
        index = 0
        while index < len(surface):
            word = surface.words[index]
            if taken[index] or not word.capital or not word.usable or word.time:
                index += 1
                continue
            last = index
            if word.text in parts and self.lexicon.places.known(word.text) is None:
                while (
                    last + 1 < len(surface)
                    and not taken[last + 1]
                    and surface.words[last + 1].text in parts
                    and surface.words[last + 1].sentence == word.sentence
                ):
                    last += 1
                found.append(Name(index, last, "PER"))
            elif word.text in wholes:
                kind = "acronym" if word.upper and len(word.text) <= 6 else "name"
                found.append(
                    Name(index, last, wholes[word.text], cast(Literal["name", "acronym"], kind))
                )
            index = last + 1
        return sorted(found, key=lambda name: name.first)


def _in_time(surface: Surface, name: Name) -> bool:
    words: list[Word] = surface.words[name.first : name.last + 1]
    return all(word.time for word in words)
