"""Subjects: the noun phrase before an active cue.

Word order comes first, the tree second: a subject stands before its cue with only adverbs,
circumstances and brackets between. The tree is asked for what order cannot tell: where a
prepositional phrase hangs, and whom a shared subject belongs to.
"""

from __future__ import annotations

from simak.reading.phrase import base
from simak.reading.statement.adverbial import Adverbials
from simak.reading.statement.extent import REACH, Extents
from simak.reading.statement.reference import Phrase, Reference
from simak.reading.statement.speaker import Speakers

_ONE_BREATH = frozenset((",", "bahwa", ":", "-", "–", "—", "--", '"', "”", "“"))


class Subjects:
    """Finds the subjects of cues."""

    def __init__(
        self,
        reference: Reference,
        extents: Extents,
        adverbials: Adverbials,
        speakers: Speakers,
    ) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference
        self.extents = extents
        self.adverbials = adverbials
        self.speakers = speakers

    def before(self, cue: int, start: int) -> Phrase | None:
        """Return the subject that stands before the cue at position ``cue``, or None.

        ``start`` is the first position of the clause's unit.
        """
        words, grammar = self.words, self.grammar
        edge = self.adverbials.step_back(cue - 1, start)
        if edge < start:
            return self._by_tree(cue, start)
        word = words.lower[edge]
        if word == "yang":
            return self._antecedent(edge, start)
        if word in grammar.joiners or word in grammar.circumstances:
            return None
        if word in grammar.pronouns and not words.glued(edge):
            return Phrase(edge, edge, True)
        first, last = self.extents.leftward(edge, start)
        if first is None:
            return None if self._is_deed(last, start) else self._by_tree(cue, start)
        first = self._widen(first, last, cue, start)
        named = self._described(first, last, start)
        if named is not None:
            return named
        lead = words.lower[first - 1] if first > start else ""
        if lead in grammar.circumstances & grammar.governing - grammar.joiners:
            # "dalam rapat itu Wirya mengatakan": what follows "itu" is the subject.
            inner = self._behind_demonstrative(first, last)
            return Phrase(inner, last) if inner is not None else self._by_tree(cue, start)
        tree = self._tree_subject(cue)
        return Phrase(first, last, sure=tree is not None and first <= tree <= last)

    def _is_deed(self, last: int, start: int) -> bool:
        """Tell whether a deed is the subject: "Datangnya Wirya menepis isu itu"."""
        words = self.words
        k = last
        while k > start and self.reference.is_nominal(k) and words.lower[k] != "nya":
            k -= 1
        return start < k < last and words.lower[k] == "nya" and words.pos[k - 1] == "VERB"

    def _widen(self, first: int, last: int, cue: int, start: int) -> int:
        """Return an earlier start if the tree has the subject there, in the same breath.

        In "Pelatih berusia 61 tahun itu menegaskan" the run of nouns stops at "berusia".
        """
        words = self.words
        subject = self._tree_subject(cue)
        if subject is None or not start <= subject < first or first - subject > 12:
            return first
        between = words.lower[subject:first]
        if words.lower[last] == "nya" or not _ONE_BREATH.isdisjoint(between):
            return first
        if not self.grammar.joiners.isdisjoint(between) and self.reference.acts(
            Phrase(first, last)
        ):
            return first  # "melanggar aturan dan warga itu berjanji": "dan" joins two clauses
        widened, _ = self.extents.leftward(subject, start)
        return subject if widened is None else widened

    def _described(self, first: int, last: int, start: int) -> Phrase | None:
        """Return the name that a description without a second comma follows.

        "Sutinah, salah satu pedagang mengatakan ...": the name is the subject.
        """
        words = self.words
        comma = start
        while comma < first and words.lower[comma] != ",":
            comma += 1
        begin = comma + 1
        if comma in (start, first) or begin > first or words.pos[start] == "ADP":
            return None
        noun = words.pos[begin] in ("NOUN", "DET") or words.lower[begin] in self.grammar.people
        named = self.reference.is_person(begin) or self.reference.is_person(last)
        if not noun or (named and words.lower[begin] not in self.grammar.relations):
            return None
        if any(
            not (self.reference.is_nominal(k) or words.lower[k] in ("di", "dari", "pada", ","))
            or self.reference.is_time(k)
            for k in range(begin, first)
        ):
            return None
        name = range(start, comma)
        known = self.reference.is_person(comma - 1)
        if not known or not all(words.capital(k) for k in name):
            return None
        return Phrase(start, comma - 1)

    def _behind_demonstrative(self, first: int, last: int) -> int | None:
        for k in range(first, last):
            if self.words.lower[k] in self.grammar.demonstratives or self.reference.is_time(k):
                return k + 2 if self.words.lower[k + 1] == "," and k + 1 < last else k + 1
        return None

    def _antecedent(self, yang: int, start: int) -> Phrase | None:
        """Return the noun phrase that the relative clause at ``yang`` belongs to."""
        words = self.words
        edge = yang - 1
        if edge >= start and words.lower[edge] == ",":
            edge -= 1
        edge = self.adverbials.fillers(edge, start).edge
        if edge < start:
            return None
        first, last = self.extents.leftward(edge, start)
        if first is None:
            return None
        # "nota dari dinas yang menyarankan": the nearest of the nouns is meant.
        for k in range(last, first, -1):
            if words.lower[k] in ("dari", "oleh") and not self.reference.has_person(first, k):
                first = k + 1
                break
        return Phrase(first, last, relative=True)

    def lead(self, phrase: Phrase, start: int) -> str:
        """Return the word before the phrase, adverbs and times left out; "" at the start."""
        k = self.adverbials.fillers(phrase.first - 1, start).edge
        return self.words.lower[k] if k >= start else ""

    def first_subject(self, cue: int, start: int) -> Phrase | None:
        """Return the noun phrase that opens the unit, if a verb follows it before the cue."""
        words = self.words
        k = start
        for _ in range(3):
            while (
                k < cue
                and not self.reference.is_nominal(k)
                and words.lower[k] not in self.grammar.pronouns
            ):
                k += 1
            if k >= cue:
                return None
            if not self.reference.is_time(k) and (
                k == start or words.lower[k - 1] not in self.grammar.governing
            ):
                return self.speakers.after(k, cue - 1)
            # "Pada sidang itu, jaksa tetap ... dan meminta": behind the comma
            while k < cue and words.lower[k] != ",":
                k += 1
        return None

    # -- the tree ------------------------------------------------------------------------------

    def _tree_subject(self, cue: int) -> int | None:
        """Return the position of the cue's subject by the tree, or None."""
        token = self.words.tokens[cue]
        for child in token.children:
            if base(child.dep_) == "nsubj":
                return self.words.position_of.get(child.i)
        return None

    def _by_tree(self, cue: int, start: int) -> Phrase | None:
        """Return the subject that the tree gives, if it stands before the cue in the unit."""
        subject = self._tree_subject(cue)
        if subject is None or not start <= subject < cue or cue - subject > REACH:
            return None
        return self._around(subject, start, cue - 1)

    def shared(self, cue: int, start: int) -> Phrase | None:
        """Return the subject of the verb that the cue is coordinated with, by the tree."""
        words = self.words
        token = words.tokens[cue]
        for _ in range(4):
            if (
                base(token.dep_) not in ("conj", "advcl", "xcomp", "parataxis")
                or token.head.i == token.i
            ):
                break
            token = token.head
            place = words.position_of.get(token.i)
            if place is None or place < start:
                return None
            if place < cue:
                subject = self._tree_subject(place)
                if subject is not None and start <= subject < place:
                    return self._around(subject, start, place - 1)
        return None

    def _around(self, position: int, start: int, end: int) -> Phrase | None:
        if self.words.lower[position] in self.grammar.pronouns:
            return Phrase(position, position)
        last = self.extents.rightward(position, end)
        if last is None:
            return None
        first, _ = self.extents.leftward(position, start)
        if first is None or (
            first > start and self.words.lower[first - 1] in self.grammar.governing
        ):
            first = position
        apposed = self.speakers.after(position, end)
        if apposed is not None and apposed.last > last:
            last = apposed.last
        return Phrase(first, last)
