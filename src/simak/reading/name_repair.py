"""Names beside offices that were cut in the wrong place: body, rank and person in one name.

"Kepala | Dinas Air Muara Komisaris Besar | Sutini Arga" and "Ketua | Ikatan Nelayan Muara Sutini
Arga | menolak" each have a rank or a person inside the name of a body. An office in front and a
rank tell where the body ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simak.reading.finding import Mention
from simak.reading.name_ground import CORPS
from simak.reading.name_word import is_person
from simak.reading.office import BodyHeads
from simak.reading.surface import Surface
from simak.reading.title import TitleList

_LEAST_BODY = 2
_ARTICLES = frozenset({"I", "Ni"})
_FOLLOWS_PERSON = frozenset({"VERB", "AUX", "ADP", "ADV", "SCONJ"})


class NameRepair:
    """Cuts names of bodies before a rank or a person on one page."""

    def __init__(self, surface: Surface, titles: TitleList, heads: BodyHeads) -> None:
        self._surface = surface
        self._words = surface.words
        self._titles = titles
        self._heads = heads

    def repaired(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions in text order, with such names cut and their persons made names."""
        starts = {word.start: position for position, word in enumerate(self._words)}
        ends = {word.end: position for position, word in enumerate(self._words)}
        found: list[Mention] = []
        joined: dict[int, int] = {}  # where a person goes on: position -> index in ``found``
        for mention in mentions:
            first, last = starts.get(mention.span[0]), ends.get(mention.span[1])
            if first is None or last is None or mention.kind not in ("name", "acronym"):
                found.append(mention)
                continue
            if mention.type == "PER" and first in joined:
                known = found[joined[first]]
                found[joined[first]] = replace(known, span=(known.span[0], mention.span[1]))
                continue
            if mention.type == "PER" and found and first > 0:
                start = self._earlier(first, found, ends)
                if start is not None:
                    if self._words[start].start <= found[-1].span[0]:
                        found.pop()
                    mention = replace(mention, span=self._surface.span(start, last))
            if mention.type == "PER" or mention.kind == "acronym":
                found.append(mention)
                continue
            if self._ranked(first) and not self._heads.at(self._surface, first):
                found.append(replace(mention, type="PER"))
                continue
            cut = self._cut(first, last)
            if cut is None:
                found.append(mention)
                continue
            end, person = cut
            found.append(replace(mention, span=self._surface.span(first, end)))
            if person <= last:
                joined[last + 1] = len(found)
                found.append(
                    Mention(
                        span=self._surface.span(person, last),
                        head=self._words[person].i,
                        kind="name",
                        type="PER",
                        number="sing",
                    )
                )
        return found

    def _earlier(self, first: int, found: list[Mention], ends: dict[int, int]) -> int | None:
        """Return where a person's name begins before ``first``, if it does.

        "I | Dewa Arga"; "Wali Kota | Muara | Bima | Arga", where only one place is governed.
        """
        before = self._words[first - 1]
        if not self._surface.adjacent(first - 1, first) or before.initial or before.time:
            return None
        if before.text in _ARTICLES:
            return first - 1
        if len(found) < 2 or ends.get(found[-1].span[1]) != first - 1:
            return None
        place, person = found[-2:]
        middle = ends.get(place.span[1])
        if (
            place.type == "GPE"
            and person.type in ("GPE", "LOC")
            and person.kind == "name"
            and " " not in self._surface.text[person.span[0] : person.span[1]]
            and middle is not None
            and middle == first - 2
        ):
            for start in range(middle, max(-1, middle - 5), -1):
                if self._words[start].start == place.span[0]:
                    return first - 1 if self._titled(start) else None
        return None

    def _ranked(self, first: int) -> bool:
        """Tell whether a rank of several letters stands right before ``first``."""
        for start in range(max(0, first - 4), first):
            if self._words[start].capital and start > 0:
                found = self._titles.match(self._surface, start)
                if found and found[1] == "rank" and found[0] == first - 1:
                    return not self._heads.at(self._surface, start - 1)
        return False

    def _cut(self, first: int, last: int) -> tuple[int, int] | None:
        """Return (last word of the body, first word of the person) of a name that holds both."""
        for position in range(first + 1, last + 1):
            found = self._titles.match(self._surface, position)
            if found is None or found[1] != "rank" or len(self._words[position].text) < 3:
                continue
            if self._heads.at(self._surface, position - 1):
                continue  # "Universitas Jenderal ..."
            person = max(found[0] + 1, position + 1)
            person += person < len(self._words) and self._words[person].text in CORPS
            return position - 1, person
        after = last + 1
        if last - first < _LEAST_BODY + 1 or not self._heads.at(self._surface, first):
            return None
        if not self._titled(first) or after >= len(self._words):
            return None
        word = self._words[after]
        if word.text == "," or not (word.pos in _FOLLOWS_PERSON or word.text in (".", "(")):
            return None
        start = last
        while (
            start > first + _LEAST_BODY
            and not self._words[start - 1].common
            and is_person(self._words[start - 1].text)
        ):
            start -= 1
        if last - start < 1 or not is_person(self._words[start].text):
            return None
        if self._words[last].common or self._words[last].upper:
            return None
        return start - 1, start

    def _titled(self, first: int) -> bool:
        """Tell whether an office ends right before ``first``."""
        for start in range(max(0, first - 4), first):
            found = self._titles.match(self._surface, start)
            if found and found[1] == "office" and found[0] == first - 1:
                return True
        return False
