"""Where the name of a body ends and that of the holder of an office in it begins.

"Kepala Dinas Air Muara | Oke Sutini menolak" and "Pendiri Muaraku | Sutini Arga menolak" are one
row of capitals. What is known of the whole article tells where it divides: who is called "Sutini"
or "Muaraku" elsewhere, where the recogniser begins a person, a bracket or a rank in front.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from simak.reading.actor import ActorList
from simak.reading.finding import Mention
from simak.reading.name_word import is_person
from simak.reading.office.body_head import BodyHeads
from simak.reading.office.initial import Initials
from simak.reading.office.named import LINKS, MOST_WORDS, Named
from simak.reading.surface import Surface
from simak.reading.title import TitleList

_BETWEEN = LINKS | frozenset({"(", ")", ",", "/", "-", "–", "di", "pada", "dari", "bidang"})
_CLOSED_BY = frozenset({"VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"})
_ARTICLES = frozenset({"I", "Ni"})
_LEVEL = 1.0  # by how much another border must be better than the one that stands
_UNNAMED = 3.0  # what a person must reach whom nobody has recognised
_FARTHEST = 30


class Borders:
    """Moves the borders between bodies and persons on one page.

    ``said`` are words that stand before the name of a speaker: "kata".
    """

    def __init__(
        self,
        surface: Surface,
        titles: TitleList,
        heads: BodyHeads,
        actors: ActorList,
        said: Collection[str],
    ) -> None:
        self._surface = surface
        self._words = surface.words
        self._titles = titles
        self._heads = heads
        self._actors = actors
        self._initials = Initials(surface, titles, actors)
        self._named = Named(surface, titles, actors, said)

    def settled(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions in text order, with the borders moved."""
        mentions = self._initials.joined(mentions)
        starts = {word.start: position for position, word in enumerate(self._words)}
        ends = {word.end: position for position, word in enumerate(self._words)}
        names: list[tuple[int, int, int]] = []
        for number, mention in enumerate(mentions):
            first, last = starts.get(mention.span[0]), ends.get(mention.span[1])
            if mention.kind in ("name", "acronym") and first is not None and last is not None:
                names.append((first, last, number))
        if not any(mention.type in ("PER", "ORG", "LOC") for mention in mentions):
            return list(mentions)
        self._named.learn(mentions, names)
        found: dict[int, Mention | None] = {}
        added: list[Mention] = []
        for place, (first, last, number) in enumerate(names):
            mention = mentions[number]
            if not self._is_closed(last) or number in found:
                continue
            before = names[place - 1] if place else None
            if before is not None and before[1] != first - 1:
                before = None
            if mention.type == "PER":
                start = self._begin(first, last, before, mentions)
                if start is None or start == first:
                    self._name_body(first, before, mentions, found, added)
                    continue
                found[number] = replace(
                    mention, span=self._surface.span(start, last), head=self._words[start].i
                )
                fresh = self._named.known_before(start) if start > first else None
                fresh = min(fresh, first) if fresh is not None else None
                if fresh is not None and not self._overlaps(fresh, first - 1, before):
                    added.append(self._body(fresh, start - 1))
                if before is not None and start < first:
                    body = mentions[before[2]]
                    if start <= before[0]:
                        found[before[2]] = None
                    else:
                        span = self._surface.span(before[0], start - 1)
                        found[before[2]] = replace(body, span=span)
                        self._name_body(start, before, mentions, found, added)
                elif before is not None and start > first:
                    body = mentions[before[2]]
                    if body.type in ("ORG", "LOC") and not self._words[start - 1].upper:
                        span = self._surface.span(before[0], start - 1)
                        found[before[2]] = replace(body, span=span)
            elif mention.kind == "name" and mention.type in ("ORG", "LOC"):
                if self._behind_bracket(first, last):
                    found[number] = replace(mention, type="PER")
                    continue
                start = self._hidden(first, last)
                if start is None:
                    continue
                found[number] = replace(mention, span=self._surface.span(first, start - 1))
                added.append(
                    Mention(
                        span=self._surface.span(start, last),
                        head=self._words[start].i,
                        kind="name",
                        type="PER",
                        number="sing",
                    )
                )
        kept = [found.get(number, mention) for number, mention in enumerate(mentions)]
        revised = [mention for mention in kept if mention is not None] + added
        return sorted(revised, key=lambda mention: (mention.span[0], -mention.span[1]))

    def _name_body(
        self,
        start: int,
        before: tuple[int, int, int] | None,
        mentions: Sequence[Mention],
        found: dict[int, Mention | None],
        added: list[Mention],
    ) -> None:
        """Make or mend the name of a body right before ``start`` that is known elsewhere."""
        first = self._named.known_before(start)
        if first is None or first == start - 1 or not self._is_titled(first):
            return
        span = self._surface.span(first, start - 1)
        if before is None:
            if not any(known in self._named.held for known in range(first, start)):
                added.append(self._body(first, start - 1))
        elif first < before[0]:
            found[before[2]] = replace(mentions[before[2]], span=span, head=self._words[first].i)

    def _body(self, first: int, last: int) -> Mention:
        """Make the mention of a body, or of a place if it is one elsewhere."""
        text = self._surface.join(first, last)
        return Mention(
            span=self._surface.span(first, last),
            head=self._words[first].i,
            kind="name",
            type=self._named.types.get(text, "ORG"),
            number="sing",
        )

    def _overlaps(self, first: int, last: int, before: tuple[int, int, int] | None) -> bool:
        return before is not None and first <= before[1] and before[0] <= last

    def _is_closed(self, last: int) -> bool:
        """Tell whether a row of names ends at ``last``."""
        after = last + 1
        if after >= len(self._words) or not self._surface.adjacent(last, after):
            return True
        word = self._words[after]
        return not word.capital or word.time or word.pos in _CLOSED_BY

    def _begin(
        self,
        first: int,
        last: int,
        before: tuple[int, int, int] | None,
        mentions: Sequence[Mention],
    ) -> int | None:
        """Return where the person whose name is said to begin at ``first`` begins."""
        lowest = first
        while (
            lowest > 0
            and last - lowest < MOST_WORDS
            and self._surface.adjacent(lowest - 1, lowest)
            and self._words[lowest - 1].capital
            and not self._words[lowest - 1].time
            and self._titles.match(self._surface, lowest - 1) is None
        ):
            lowest -= 1
        if before is not None:
            known = mentions[before[2]]
            least = before[0] + 1
            whole = known.kind == "acronym" or before[0] == before[1]
            if whole and known.type != "PER" and self._may_be_name(before, known):
                least = before[0]
            else:
                least = first if known.type == "GPE" else least
            lowest = first if known.type == "PER" else max(lowest, least)
        lowest = max(lowest, first - 1)
        if not self._is_titled(min(lowest, first)):
            return None
        scores = {
            start: self._named.score(start, last, first, min(lowest, first))
            for start in range(min(lowest, first), last + 1)
            if self._may_begin(start)
        }
        if not scores:
            return None
        best = max(scores, key=lambda start: (scores[start], -start))
        whole = best > first and self._named.is_recognised(first, last)
        level = _LEVEL + 2.0 * whole
        return best if scores[best] >= scores.get(first, -9.0) + level else None

    def _may_be_name(self, before: tuple[int, int, int], known: Mention) -> bool:
        """Tell whether a whole name of one word may be the first of a person."""
        first = before[0]
        text = self._words[first].text
        led = self._surface.lower(first - 1) == ")" or self._named.is_ranked(first)
        if known.type == "GPE" and not led and self._titles.kind(self._words[first - 1].text):
            return False  # "Bupati Muara | Sutini"
        if known.kind == "acronym":
            return led and len(text) <= 3
        return led or text in self._named.speaking

    def _behind_bracket(self, first: int, last: int) -> bool:
        """Tell whether a name behind "(DNB)" is the holder's, whatever it was taken for.

        "Penyidik Dewan Nelayan Bersatu (DNB) Bunga Arga menolak".
        """
        words = self._words
        if not 1 <= last - first <= 3 or self._surface.lower(first - 1) != ")":
            return False
        inner = words[first - 2]
        if self._surface.lower(first - 3) != "(" or not inner.upper or words[first].upper:
            return False
        after = words[last + 1] if last + 1 < len(words) else None
        if after is None or after.pos not in ("VERB", "AUX") or not self._is_titled(first - 3):
            return False
        text = self._surface.join(first, last)
        known = self._actors.get(text) is not None or self._named.bodies.get(text, 0) > 1
        return not known and not self._heads.at(self._surface, first)

    def _hidden(self, first: int, last: int) -> int | None:
        """Return where a person begins at the end of what was taken for a body or a site."""
        if last - first < 2 or not self._is_titled(first) or self._surface.lower(last + 1) == "(":
            return None
        scores = {
            start: self._named.score(start, last, len(self._words), first + 1)
            + self._persons(start, last)
            for start in range(max(first + 1, last - 3), last)
            if self._may_begin(start) and self._is_shown(start, last)
        }
        if not scores:
            return None
        best = max(scores, key=lambda start: (scores[start], -start))
        return best if scores[best] >= _UNNAMED else None

    def _is_shown(self, start: int, last: int) -> bool:
        """Tell whether anything shows a person in words that were taken for something else."""
        words = self._words[start : last + 1]
        return self._named.is_recognised(start, last) or any(
            is_person(word.text) or word.text in self._named.called for word in words
        )

    def _persons(self, start: int, last: int) -> float:
        words = self._words[start : last + 1]
        return 1.0 * all(is_person(word.text) for word in words)

    def _may_begin(self, start: int) -> bool:
        word = self._words[start]
        if start and self._words[start - 1].text in _ARTICLES:
            return False
        return word.capital and not word.time and not word.text[0].isdigit()

    def _is_titled(self, first: int) -> bool:
        """Tell whether an office stands before ``first``, with only capitals between them."""
        words = self._words
        if first >= len(words):
            return False
        for position in range(first - 1, max(-1, first - _FARTHEST), -1):
            word = words[position]
            if word.sentence != words[first].sentence:
                return False
            found = self._titles.match(self._surface, position)
            if found is not None and found[1] in ("office", "rank") and found[0] < first:
                return True
            if word.capital or word.lower in _BETWEEN or word.text[0].isdigit():
                continue
            if word.pos not in ("NOUN", "ADJ", "PROPN") or word.clitic:
                return False
        return False
