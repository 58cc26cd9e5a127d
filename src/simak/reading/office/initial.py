"""Names that initials, ranks and English offices cut: "Sutini Arga | SP | Murti" is one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simak.reading.actor import ActorList
from simak.reading.finding import Mention
from simak.reading.surface import Surface
from simak.reading.title import TitleList


class Initials:
    """Makes names whole on one page."""

    def __init__(self, surface: Surface, titles: TitleList, actors: ActorList) -> None:
        self._surface = surface
        self._words = surface.words
        self._titles = titles
        self._actors = actors

    def joined(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions with persons whole whose initials cut them: "Arga | SP | Murti"."""
        starts = {word.start: position for position, word in enumerate(self._words)}
        ends = {word.end: position for position, word in enumerate(self._words)}
        taken = {m.span[0] for m in mentions if m.kind in ("name", "acronym")}
        found: list[Mention] = []
        ranks = self._inside_ranks()
        for mention in mentions:
            first, last = starts.get(mention.span[0]), ends.get(mention.span[1])
            if first is None or last is None or mention.kind not in ("name", "acronym"):
                found.append(mention)
                continue
            if first in ranks and last in ranks and mention.kind == "name":
                continue  # the Purn of "Letjen TNI (Purn)"
            if mention.type == "ORG" and mention.kind == "name":
                inner = self._titles.match(self._surface, first)
                end = inner[0] if inner is not None and inner[1] == "office" else last
                if end < last and self._titles.is_english(self._words[end].lower):
                    first = end + 1  # "CIO | Muaraku"
                    span = self._surface.span(first, last)
                    mention = replace(mention, span=span, head=self._words[first].i)
            if mention.type == "PER":
                while len(found) > 1 and self._is_initial(found[-1], first, ends):
                    middle = ends[found[-1].span[1]]
                    if found[-2].type != "PER" or ends.get(found[-2].span[1]) != middle - 1:
                        break
                    mention = replace(
                        found[-2], span=self._surface.span(starts[found[-2].span[0]], last)
                    )
                    del found[-2:]
                    first = starts[mention.span[0]]
                after = last + 1
                if len(self._words[last].text.rstrip(".")) == 1 and after < len(self._words):
                    word = self._words[after]
                    goes = word.capital and not word.time and self._surface.adjacent(last, after)
                    if goes and word.start not in taken and not word.upper:
                        mention = replace(mention, span=(mention.span[0], word.end))
            found.append(mention)
        return found

    def _inside_ranks(self) -> set[int]:
        """Return the words of ranks of several words, but for their first."""
        inside: set[int] = set()
        for position, word in enumerate(self._words):
            if word.capital and position not in inside and self._titles.kind(word.text):
                title = self._titles.head(self._surface, position)
                if title is not None and title.kind == "rank":
                    inside.update(range(title.head + 1, title.last + 1))
        return inside

    def _is_initial(self, mention: Mention, after: int, ends: Mapping[int, int]) -> bool:
        """Tell whether a mention is two capitals right before ``after``."""
        last = ends.get(mention.span[1])
        if last is None or last != after - 1 or not self._surface.adjacent(last, after):
            return False
        word = self._words[last]
        if mention.type != "ORG" or self._actors.get(word.text) is not None:
            return False
        return mention.span == (word.start, word.end) and word.upper and len(word.text) == 2
