"""Where the name of a body ends and that of the holder of an office in it begins.

"Kepala Dinas Air Muara | Oke Sutini menolak" and "Pendiri Muaraku | Sutini Arga menolak" are one
row of capitals. What is known of the whole article tells where it divides: who is called "Sutini"
or "Muaraku" elsewhere, where the recogniser begins a person, a bracket or a rank in front.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from simak.reading.actor import ActorList
from simak.reading.finding import Mention
from simak.reading.name_word import is_person
from simak.reading.office.body_head import BodyHeads
from simak.reading.surface import Surface
from simak.reading.title import TitleList
from simak.record import EntityType

_LINKS = frozenset({"dan", "&", "of", "for", "and", "the", "in", "untuk", "serta"})
_BETWEEN = _LINKS | frozenset({"(", ")", ",", "/", "-", "–", "di", "pada", "dari", "bidang"})
_CLOSED_BY = frozenset({"VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"})
_ARTICLES = frozenset({"I", "Ni"})
_LEVEL = 1.0  # by how much another border must be better than the one that stands
_UNNAMED = 3.0  # what a person must reach whom nobody has recognised
_MOST_WORDS = 5
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
        self._said = said
        self._held: dict[int, int] = {}  # names as they were found: first word, last word
        self._called: set[str] = set()  # one word that a person is called by
        self._speaking: set[str] = set()  # such a word behind "kata"
        self._full: dict[str, int] = {}  # whole names of persons, how often
        self._bodies: dict[str, int] = {}  # names of bodies and places, how often
        self._types: dict[str, EntityType] = {}  # and what they are
        self._single: dict[str, int] = {}  # capitals that stand by themselves

    def settled(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions in text order, with the borders moved."""
        mentions = self._joined(mentions)
        starts = {word.start: position for position, word in enumerate(self._words)}
        ends = {word.end: position for position, word in enumerate(self._words)}
        names: list[tuple[int, int, int]] = []
        for number, mention in enumerate(mentions):
            first, last = starts.get(mention.span[0]), ends.get(mention.span[1])
            if mention.kind in ("name", "acronym") and first is not None and last is not None:
                names.append((first, last, number))
        if not any(mention.type in ("PER", "ORG", "LOC") for mention in mentions):
            return list(mentions)
        self._learn(mentions, names)
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
                fresh = self._known_before(start) if start > first else None
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
        first = self._known_before(start)
        if first is None or first == start - 1 or not self._is_titled(first):
            return
        span = self._surface.span(first, start - 1)
        if before is None:
            if not any(known in self._held for known in range(first, start)):
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
            type=self._types.get(text, "ORG"),
            number="sing",
        )

    def _overlaps(self, first: int, last: int, before: tuple[int, int, int] | None) -> bool:
        return before is not None and first <= before[1] and before[0] <= last

    def _joined(self, mentions: Sequence[Mention]) -> list[Mention]:
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

    def _learn(self, mentions: Sequence[Mention], names: Sequence[tuple[int, int, int]]) -> None:
        """Note who and what is named where on the page."""
        for first, last, number in names:
            mention = mentions[number]
            text = self._surface.join(first, last)
            self._held[first] = last
            if mention.type == "PER":
                self._full[text] = self._full.get(text, 0) + 1
                if first == last and not self._is_after_capital(first):
                    self._called.add(text)
            else:
                self._bodies[text] = self._bodies.get(text, 0) + 1
                self._types[text] = mention.type or "ORG"
        for position in range(1, len(self._words)):
            word = self._words[position]
            if not word.capital or self._is_after_capital(position):
                continue
            after = position + 1
            alone = after >= len(self._words) or not self._words[after].capital
            if not alone:
                continue
            if not word.initial:
                self._single[word.text] = self._single.get(word.text, 0) + 1
            before = self._words[position - 1].lower
            if (before in self._said or before == "menurut") and not word.upper:
                self._called.add(word.text)
                self._speaking.add(word.text)

    def _is_after_capital(self, index: int) -> bool:
        before = self._words[index - 1] if index else None
        if before is None or not before.capital:
            return False
        return before.lower not in self._said and before.lower != "menurut"

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
            and last - lowest < _MOST_WORDS
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
            start: self._score(start, last, first, min(lowest, first))
            for start in range(min(lowest, first), last + 1)
            if self._may_begin(start)
        }
        if not scores:
            return None
        best = max(scores, key=lambda start: (scores[start], -start))
        whole = best > first and self._is_recognised(first, last)
        level = _LEVEL + 2.0 * whole
        return best if scores[best] >= scores.get(first, -9.0) + level else None

    def _may_be_name(self, before: tuple[int, int, int], known: Mention) -> bool:
        """Tell whether a whole name of one word may be the first of a person."""
        first = before[0]
        text = self._words[first].text
        led = self._surface.lower(first - 1) == ")" or self._is_ranked(first)
        if known.type == "GPE" and not led and self._titles.kind(self._words[first - 1].text):
            return False  # "Bupati Muara | Sutini"
        if known.kind == "acronym":
            return led and len(text) <= 3
        return led or text in self._speaking

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
        known = self._actors.get(text) is not None or self._bodies.get(text, 0) > 1
        return not known and not self._heads.at(self._surface, first)

    def _hidden(self, first: int, last: int) -> int | None:
        """Return where a person begins at the end of what was taken for a body or a site."""
        if last - first < 2 or not self._is_titled(first) or self._surface.lower(last + 1) == "(":
            return None
        scores = {
            start: self._score(start, last, len(self._words), first + 1)
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
        return self._is_recognised(start, last) or any(
            is_person(word.text) or word.text in self._called for word in words
        )

    def _persons(self, start: int, last: int) -> float:
        words = self._words[start : last + 1]
        return 1.0 * all(is_person(word.text) for word in words)

    def _may_begin(self, start: int) -> bool:
        word = self._words[start]
        if start and self._words[start - 1].text in _ARTICLES:
            return False
        return word.capital and not word.time and not word.text[0].isdigit()

    def _score(self, start: int, last: int, first: int, lowest: int) -> float:
        """Return how well ``start`` to ``last`` is a person.

        ``first`` is where it is said to begin, ``lowest`` where it may at the earliest.
        """
        words = self._words[start : last + 1]
        text = self._surface.join(start, last)
        score = 1.5 * (start == first)
        score += 3.0 * self._is_recognised(start, last)
        score += 4.0 * (len(words) > 1 and self._full.get(text, 0) > (start == first))
        score += 1.0 * (words[0].text in self._called) + 1.5 * (words[0].text in self._speaking)
        score += 4.0 * (self._surface.lower(start - 1) == ")" or self._is_ranked(start))
        score += 4.0 * (self._known_before(start) is not None)
        score -= 2.0 * (len(words) == 1)
        for word in words:
            if any(char.isdigit() for char in word.text) or word.lower in _LINKS:
                score -= 6.0
            elif word.common and not is_person(word.text) and word.label != "PER":
                score -= 1.5
            elif word.upper and len(word.text) > 3:
                score -= 2.0
            if self._bodies.get(word.text, 0) > 1 or self._actors.get(word.text) is not None:
                score -= 3.0
        for position in range(lowest, start):
            word = self._words[position]
            score -= 1.5 * is_person(word.text)
            score -= 5.0 if word.text in self._speaking else 1.0 * (word.text in self._called)
            score -= 4.0 * self._is_ranked(position)
            if first <= position and word.text not in self._speaking and not is_person(word.text):
                score += min(3.5, 1.75 * self._single.get(word.text, 0))
        return score

    def _is_recognised(self, start: int, last: int) -> bool:
        """Tell whether the recogniser found a person in just these words."""
        words = self._words[start : last + 1]
        if any(word.label != "PER" and word.text.isalpha() for word in words):
            return False
        return words[0].begins and not any(word.begins for word in words[1:])

    def _known_before(self, start: int) -> int | None:
        """Return where a body that is known elsewhere begins, if it ends right before ``start``."""
        for first in range(max(0, start - _MOST_WORDS), start):
            if not self._words[first].capital or self._words[first].upper:
                continue
            text = self._surface.join(first, start - 1)
            if self._bodies.get(text, 0) > (self._held.get(first) == start - 1):
                return first
            if " " in text and self._actors.get(text) is not None:
                return first
        return None

    def _is_ranked(self, start: int) -> bool:
        """Tell whether a rank stands right before ``start``: no "Sekretaris Jenderal"."""
        for position in range(max(0, start - 5), start):
            found = self._titles.match(self._surface, position)
            if found is not None and found[0] == start - 1:
                return found[1] == "rank"
        return False

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
