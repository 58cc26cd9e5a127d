"""Adverbials: words that belong to the verb and stand beside its subject.

"Wirya *pagi itu juga* menegaskan", "Wirya *dalam jumpa pers* menegaskan", "*Sementara itu,* Wirya".
"""

from __future__ import annotations

from typing import NamedTuple

from simak.reading.phrase import base
from simak.reading.statement.extent import REACH
from simak.reading.statement.reference import Reference

# Connectives of two words that need no comma behind them.
_PAIRS = frozenset(
    ("lebih lanjut", "meski demikian", "meskipun demikian", "walau demikian", "namun demikian",
     "walaupun demikian", "kendati demikian", "meski begitu", "meskipun begitu", "walau begitu",
     "walaupun begitu", "kendati begitu", "dengan demikian", "oleh karenanya")
)  # fmt: skip
_BEFORE_TIME = frozenset(("pada", "sejak", "hingga", "sampai"))


class Fillers(NamedTuple):
    """What was stepped over: ``edge`` is the position of the first word before the adverbs.

    ``modal`` tells whether there is a modal among them, ``negation`` is the position of one that
    belongs to the cue.
    """

    edge: int
    modal: bool
    negation: int | None


class Adverbials:
    """Steps over the words between a subject and its cue, and over those that open a sentence."""

    def __init__(self, reference: Reference) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference

    def fillers(self, position: int, start: int) -> Fillers:
        """Step back over adverbs from ``position``, not beyond ``start``."""
        lower, grammar = self.words.lower, self.grammar
        modal = False
        negation: int | None = None
        k = position
        while k >= start:
            word = lower[k]
            if word in grammar.modals:
                modal = True
            elif word in grammar.negations:
                negation = k
            elif (word in grammar.pronouns and word != "nya") or not (
                self._is_adverb(k)
                or (k > start and self._in_time(k, position))
                or self._in_count(k, start, position)
            ):
                break
            k -= 1
        return Fillers(k, modal, negation)

    def _is_adverb(self, k: int) -> bool:
        words, grammar = self.words, self.grammar
        word = words.lower[k]
        if word in grammar.adverbs:
            return True
        if words.pos[k] in ("ADV", "AUX") and word not in grammar.joiners:
            return True
        particle = word in ("pun", "lah", "nya") and words.glued(k)
        return particle and words.lower[k - 1] in grammar.adverbs

    def _in_time(self, k: int, position: int) -> bool:
        """Tell whether a time, or the preposition before one, stands at ``k``."""
        word = self.words.lower[k]
        if self.reference.is_time(k):
            return word not in self.grammar.pronouns
        return word in _BEFORE_TIME and k < position and self.reference.is_time(k + 1)

    def _in_count(self, k: int, start: int, position: int) -> bool:
        """Tell whether "tiga kali" or the like stands at ``k``."""
        words = self.words
        if words.lower[k] == "kali" and k > start and words.pos[k - 1] == "NUM":
            return True
        return words.pos[k] == "NUM" and k < position and words.lower[k + 1] == "kali"

    def step_back(self, edge: int, start: int) -> int:
        """Step from a cue back to the last word of its subject, over what may stand between."""
        words = self.words
        k = self.fillers(edge, start).edge
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
            k = self.fillers(k, start).edge
        return k

    def _bracket(self, comma: int, start: int) -> int | None:
        """Return the opening comma of a circumstance between commas that ends at ``comma``."""
        words = self.words
        k = comma - 1
        while k > start and k > comma - REACH:
            if words.lower[k] == ",":
                lead = words.lower[k + 1]
                aside = comma - k <= 3 and lead in self.grammar.asides
                if lead in self.grammar.circumstances or lead == "yang":
                    return k
                if self.reference.is_time(k + 1):
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
            if word in (",", ":") or word in self.grammar.purposes:
                return None
            if word in self.grammar.joiners and k < edge - 6:
                return None
            if word in self.grammar.between and not words.capital(k):
                if k == edge:
                    return None  # "meminta maaf setelah menyebut ..."
                # Behind a comma it needs a second one ("Wirya, dalam jumpa pers, menyatakan").
                behind = self.reference.is_nominal(k - 1) or words.lower[k - 1] == ")"
                return k if behind and not self._in_subject(k) else None
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

    def leads(self, first: int, position: int) -> bool:
        """Tell whether only connectives stand before ``position``: "Padahal kata Wirya, ..."."""
        return all(
            self.words.lower[k] in self.grammar.connectives or self.words.lower[k] == ","
            for k in range(first, position)
        )

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
        if " ".join(words.lower[first : first + 2]) in _PAIRS:
            return first + 2
        if k > first and words.lower[first] in (
            "namun", "tetapi", "tapi", "sementara", "sedangkan", "dan", "adapun",
        ):  # fmt: skip
            follow = first + 1
            if words.lower[first] == "sementara" and words.lower[follow] == "itu":
                follow += 1
            return follow
        return first
