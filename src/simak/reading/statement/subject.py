"""Subjects: the noun phrase before an active cue.

Word order comes first, the tree second: a subject stands before its cue with only adverbs,
circumstances and brackets between. The tree is asked for what order cannot tell: where a
prepositional phrase hangs, and whom a shared subject belongs to.
"""

from __future__ import annotations

from simak.reading.phrase import base
from simak.reading.statement.extent import REACH, Extents
from simak.reading.statement.reference import Phrase, Reference
from simak.reading.statement.speaker import Speakers

_BEFORE_TIME = frozenset(("pada", "sejak", "hingga", "sampai"))
_ONE_BREATH = frozenset((",", "bahwa", ":", "-", "–", "—", "--", '"', "”", "“"))


class Subjects:
    """Finds the subjects of cues."""

    def __init__(self, reference: Reference, extents: Extents, speakers: Speakers) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference
        self.extents = extents
        self.speakers = speakers

    def before(self, cue: int, start: int) -> Phrase | None:
        """Return the subject that stands before the cue at position ``cue``, or None.

        ``start`` is the first position of the clause's unit.
        """
        words = self.words
        edge = self._step_back(cue - 1, start)
        if edge < start:
            return self._by_tree(cue, start)
        if words.lower[edge] == "yang":
            return self._antecedent(edge, start)
        if (
            words.lower[edge] in self.grammar.joiners
            or words.lower[edge] in self.grammar.circumstances
        ):
            return None
        if words.lower[edge] in self.grammar.pronouns and not words.glued(edge):
            return Phrase(edge, edge, True)
        first, last = self.extents.leftward(edge, start)
        if first is None:
            return self._by_tree(cue, start)
        first = self._widen(first, last, cue, start)
        phrase = Phrase(first, last)
        if (
            first > start
            and words.lower[first - 1] in self.grammar.circumstances - self.grammar.joiners
        ):
            lead = words.lower[first - 1]
            if lead in self.grammar.governing:
                # "dalam rapat itu Wirya mengatakan": what follows "itu" is the subject.
                inner = self._behind_demonstrative(first, last)
                if inner is not None:
                    return Phrase(inner, last)
                return self._by_tree(cue, start)
        tree = self._tree_subject(cue)
        sure = tree is not None and phrase.first <= tree <= phrase.last
        return Phrase(first, last, sure)

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
        widened, _ = self.extents.leftward(subject, start)
        return subject if widened is None else widened

    def _behind_demonstrative(self, first: int, last: int) -> int | None:
        for k in range(first, last):
            if self.words.lower[k] in self.grammar.demonstratives or self.reference.is_time(k):
                return k + 1
        return None

    def _antecedent(self, yang: int, start: int) -> Phrase | None:
        """Return the noun phrase that the relative clause at ``yang`` belongs to."""
        words = self.words
        edge = yang - 1
        if edge >= start and words.lower[edge] == ",":
            edge -= 1
        edge, _, _ = self.fillers(edge, start)
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
        k, _, _ = self.fillers(phrase.first - 1, start)
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

    def skip_connectives(self, first: int, last: int) -> int:
        """Return the first position behind "Sementara itu," and the like."""
        words = self.words
        k = first
        while k < last and (
            words.lower[k] in self.grammar.connectives
            or (self.reference.is_time(k) and k - first < 8)
        ):
            k += 1
        if k <= last and k > first and words.lower[k] == ",":
            return k + 1
        if words.lower[first : first + 2] == ["lebih", "lanjut"]:
            return first + 2
        if k > first and words.lower[first] in (
            "namun", "tetapi", "tapi", "sementara", "sedangkan", "dan", "adapun",
        ):  # fmt: skip
            follow = first + 1
            if words.lower[first] == "sementara" and words.lower[follow] == "itu":
                follow += 1
            return follow
        return first

    # -- what may stand between subject and cue ------------------------------------------------

    def fillers(self, position: int, start: int) -> tuple[int, bool, int | None]:
        """Step back over adverbs from ``position``.

        Returns (position of the first word that is no adverb, whether a modal was passed, position
        of a negation that belongs to the cue).
        """
        words = self.words
        modal = False
        negation: int | None = None
        k = position
        while k >= start:
            word = words.lower[k]
            if word in self.grammar.modals:
                modal = True
            elif word in self.grammar.negations:
                negation = k
            elif word in self.grammar.pronouns and word != "nya":
                break
            elif (
                word in self.grammar.adverbs
                or (words.pos[k] in ("ADV", "AUX") and word not in self.grammar.joiners)
                or (
                    self.reference.is_time(k)
                    and k > start
                    and words.lower[k] not in self.grammar.pronouns
                )
                or (
                    word in _BEFORE_TIME
                    and k < position
                    and self.reference.is_time(k + 1)
                    and k > start
                )
                or (word == "kali" and k > start and words.pos[k - 1] == "NUM")
                or (words.pos[k] == "NUM" and k < position and words.lower[k + 1] == "kali")
                or (
                    word in ("pun", "lah", "nya")
                    and words.glued(k)
                    and words.lower[k - 1] in self.grammar.adverbs
                )
            ):
                pass
            else:
                break
            k -= 1
        return k, modal, negation

    def _step_back(self, edge: int, start: int) -> int:
        """Step from a cue back to the last word of its subject, over what may stand between."""
        words = self.words
        k, _, _ = self.fillers(edge, start)
        for _ in range(4):
            if k < start or words.lower[k] == "yang":
                return k
            if words.lower[k] == ",":
                opening = self._bracket(k, start)
                k = opening - 1 if opening is not None else k - 1
            elif words.lower[k] == ")":
                opening = next(
                    (q for q in range(k, max(start, k - 14) - 1, -1) if words.lower[q] == "("), None
                )
                if opening is None or not any(self.reference.is_time(q) for q in range(opening, k)):
                    return k
                k = opening - 1
            else:
                adjunct = self._adjunct(k, start)
                if adjunct is None:
                    return k
                k = adjunct - 1
            k, _, _ = self.fillers(k, start)
        return k

    def _bracket(self, comma: int, start: int) -> int | None:
        """Return the opening comma of a circumstance between commas that ends at ``comma``."""
        words = self.words
        k = comma - 1
        while k > start and k > comma - REACH:
            if words.lower[k] == ",":
                lead = words.lower[k + 1]
                aside = comma - k <= 3 and lead in self.grammar.asides
                if (
                    lead in self.grammar.circumstances
                    or self.reference.is_time(k + 1)
                    or lead == "yang"
                ):
                    return k
                # "Wirya, pemilik bengkel itu, mengatakan": the name before it is the subject.
                named = (
                    self.reference.is_person(k - 1)
                    and words.pos[k + 1] == "NOUN"
                    and not self.reference.has_person(k + 1, comma - 1)
                )
                return k if aside or named else None
            k -= 1
        return None

    def _adjunct(self, edge: int, start: int) -> int | None:
        """Return where a circumstance between subject and verb begins, or None.

        In "Wirya dalam jumpa pers menyatakan" this is "dalam"; a person's name at the end means
        that the phrase is part of a title ("Duta Besar di Praha Wirya menyatakan").
        """
        words = self.words
        if self.reference.is_person(edge) and not self.reference.is_time(edge):
            return None
        k = edge
        while k > start and k > edge - 14:
            word = words.lower[k]
            if word in (",", ":") or (word in self.grammar.joiners and k < edge - 6):
                return None
            if word in self.grammar.purposes:
                return None
            if word in self.grammar.between and not words.capital(k):
                # Behind a comma it needs a second one ("Wirya, dalam jumpa pers, menyatakan").
                if k == start or not (
                    self.reference.is_nominal(k - 1) or words.lower[k - 1] == ")"
                ):
                    return None
                if self._in_subject(k):
                    return None
                return k
            k -= 1
        return None

    def _in_subject(self, preposition: int) -> bool:
        """Tell whether the tree hangs the phrase of ``preposition`` on the noun before it."""
        words = self.words
        token = words.tokens[preposition]
        noun = token.head
        if base(token.dep_) not in ("case", "mark") or noun.i == token.i:
            return False
        return base(noun.dep_) in ("nmod", "appos") and words.lower[preposition] in ("di", "pada")

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
        return Phrase(first, last)
