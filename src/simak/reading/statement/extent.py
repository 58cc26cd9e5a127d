"""Extents: how far a noun phrase reaches, rightward from its first word, leftward from its last.

Word order and word classes decide, not the tree: one wrong arc would lose half of a name.
"""

from __future__ import annotations

from simak.reading.phrase import base
from simak.reading.statement.reference import Reference

# Positions that a noun phrase reaches at the most.
REACH = 40
# Letters of a first part that a loose hyphen joins: "Co - Founder", "Sub - Direktorat", "PK - BH".
_SHORT = 3
# Words of one part of an office's list: "Bidang Politik, *Hukum*, dan Keamanan".
_PART = 2
DASHES = frozenset(("-", "–", "—", "--"))
_JOINING = frozenset(("-", "–", "—", "--", "/", "&", "dan", "atau", "serta"))


class Extents:
    """Finds the ends of noun phrases."""

    def __init__(self, reference: Reference) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference

    # -- to the right --------------------------------------------------------------------------

    def rightward(self, position: int, end: int) -> int | None:
        """Return the last position of the run of nominal words from ``position``."""
        words = self.words
        last: int | None = None
        k = position
        limit = min(end, position + REACH)
        while k <= limit:
            word = words.lower[k]
            if self.reference.is_time(k):
                break
            if word == "(":
                close = self._short_bracket(k, limit)
                if close is None or last is None:
                    break
                last = k = close
            elif word in self.grammar.joiners:
                if last is None or k == limit or not self._joins(k, limit):
                    break
            elif word == ",":
                if last is None or not self._lists(position, k, limit):
                    break
            elif word in DASHES:
                begins = last is None and k > position
                if k == limit or (not begins and (last is None or self._divides(k))):
                    break
            elif word in ("/", "&"):
                if last is None or k == limit:
                    break
            elif word in self.grammar.inner:
                # "al-Saleh", "Al Saleh" may begin a name; other prepositions may not.
                begins = last is None and k < limit
                named = begins and words.capital(k) and words.capital(k + 1)
                begins = begins and (words.lower[k + 1] in DASHES or named)
                if not begins and (
                    last is None or k == limit or not self.reference.is_nominal(k + 1)
                ):
                    break
            elif word in self.grammar.demonstratives:
                return k if last is not None else None
            elif words.pos[k] == "PRON" and word in self.grammar.pronouns:
                if word != "nya" or last is None:
                    break
                last = k
            elif word == "yang" or not (self.reference.is_nominal(k) or self._modifies(k, last)):
                break
            else:
                last = k
            k += 1
        return last

    def _short_bracket(self, opening: int, limit: int) -> int | None:
        """Return the ")" of brackets that hold an acronym or the like, no verb, number or time."""
        words = self.words
        for k in range(opening, min(opening + 5, limit + 1)):
            if words.lower[k] == ")":
                return k
            if words.pos[k] in ("VERB", "NUM") or self.reference.is_time(k):
                return None
        return None

    def _modifies(self, position: int, last: int | None) -> bool:
        """Tell whether a verb form describes the noun before it ("keterangan tertulis")."""
        token = self.words.tokens[position]
        if last != position - 1:
            return False
        by_tree = base(token.dep_) == "amod" and token.head.i == self.words.tokens[last].i
        return by_tree or self.words.lower[position] in self.grammar.describing

    def _divides(self, dash: int) -> bool:
        """Tell whether a dash parts two phrases ("AMBON - Wirya") and is no hyphen ("Jae - in")."""
        words = self.words
        if words.lower[dash] != "-" or dash + 1 >= len(words) or not dash:
            return True
        if words.glued(dash) and words.glued(dash + 1):
            return False
        if self.reference.is_person(dash - 1) and self.reference.is_person(dash + 1):
            return False
        if len(words.lower[dash - 1]) <= _SHORT and words.capital(dash - 1):
            return False
        return words.capital(dash + 1)

    def _joins(self, position: int, limit: int) -> bool:
        """Tell whether "dan" at ``position`` joins two names or titles, not two clauses."""
        nxt = position + 1
        if nxt > limit or not self.reference.is_nominal(nxt):
            return False
        follower = self._end_of_run(nxt, limit)
        return follower > limit or self.words.pos[follower] != "VERB" or self.words.capital(nxt)

    def _end_of_run(self, position: int, limit: int) -> int:
        while position <= limit and self.reference.is_nominal(position):
            position += 1
        return position

    def _lists(self, first: int, comma: int, limit: int) -> bool:
        """Tell whether a comma divides parts of an office ("Bidang Politik, Hukum, dan ...")."""
        words = self.words
        if self.reference.has_person(first, comma - 1):
            return False
        k = comma + 1
        stop = min(limit, comma + 10)
        while k <= stop and (self.reference.is_nominal(k) or words.lower[k] == ","):
            if self.reference.is_person(k) or self.reference.is_time(k):
                return False
            if words.lower[k] == "," and k < stop and words.lower[k + 1] in ("dan", "serta"):
                return k + 2 <= limit and words.capital(k + 2)
            k += 1
        return (
            k < stop
            and words.lower[k] in ("dan", "serta")
            and words.capital(k + 1)
            and words.capital(comma + 1)
            and k - comma <= 4
            and not self.reference.is_person(k + 1)
        )

    # -- to the left ---------------------------------------------------------------------------

    def leftward(self, edge: int, start: int) -> tuple[int | None, int]:
        """Return first and last position of the noun phrase that ends at ``edge``.

        A relative clause at its end is left out ("Wirya yang tiba pagi itu" is "Wirya"), unless a
        demonstrative closes it or a name follows.
        """
        words = self.words
        first: int | None = None
        last = edge
        k = edge
        limit = max(start, edge - REACH)
        while k >= limit:
            word = words.lower[k]
            step = self._bracketed(k, limit)
            if step is None and word == ",":
                step = self._over_comma(k, limit, first, last)
                if step is None:
                    break
            elif step is None and (word in self.grammar.inner or word in _JOINING):
                step = self._over_joiner(k, limit, first)
            elif step is None and (
                self.reference.is_nominal(k)
                or (word == "nya" and k > limit and words.glued(k))
                or (first is not None and k > limit and self._describing(k, last))
            ):
                if self.reference.is_time(k) and not self.reference.is_person(k):
                    break
                if first is not None and word in self.grammar.demonstratives | self.grammar.places:
                    break  # "kali ini pemerintah", "dari situ Wirya": the phrase before ends
                first = k
                step = k - 1
            if step is None:
                opening = self._relative(k, limit)
                if opening is None or (first is not None and self.reference.is_time(k)):
                    break
                closed = words.lower[last] in self.grammar.demonstratives
                named = self.reference.has_person(opening + 1, last)
                before = opening - 2 if words.lower[opening - 1] == "," else opening - 1
                if self.reference.is_person(before) or not (closed or named):
                    last = opening - 1
                    if last >= limit and words.lower[last] == ",":
                        last -= 1
                step = opening - 1
                first = None if last < opening else first
            k = step
        while first is not None and first < last and not self.reference.is_nominal(first):
            first += 1
        if first is not None and words.lower[first] == "nya" and words.glued(first):
            return None, last  # "menggantinya", "datangnya Wirya": nobody is named
        return first, last

    def _describing(self, position: int, last: int) -> bool:
        """Tell whether a form with "ter-" stands between noun and "itu": "desa terisolasi itu"."""
        words = self.words
        form = words.lower[position].startswith("ter") and last == position + 1
        closed = words.lower[last] in self.grammar.demonstratives
        return form and closed and self.reference.is_nominal(position - 1)

    def _bracketed(self, position: int, limit: int) -> int | None:
        """Return the position before the "(" of a ")" at ``position``, or None."""
        lower = self.words.lower
        if lower[position] != ")":
            return None
        for k in range(position - 1, max(limit, position - 8) - 1, -1):
            if lower[k] == "(":
                return k - 1
        return None

    def _over_comma(self, comma: int, limit: int, first: int | None, last: int) -> int | None:
        """Return where a noun phrase goes on to the left of a comma inside of it, or None."""
        words = self.words
        enclosed = last + 1 < len(words) and words.lower[last + 1] == ","
        named = first is not None and (
            self.reference.has_person(comma + 1, last)
            or self._looks_named(comma + 1, last, enclosed)
        )
        if not (named or self._listed(comma, limit, last)):
            return None
        if self.reference.is_time(comma - 1):
            return None
        if self._parts(comma, last):
            return comma - 1
        opening = self._relative(comma - 1, limit)
        if opening is not None:
            return opening - 1
        if named and not self._describes(comma - 1, limit):
            return None
        return comma - 1

    def _parts(self, comma: int, last: int) -> bool:
        """Tell whether the comma stands in an office's list: "Politik, Hukum, dan Keamanan"."""
        words = self.words

        def is_part(k: int) -> bool:
            return (
                words.capital(k)
                and not self.reference.is_person(k)
                and words.tokens[k].ent_type_ not in ("LOC", "GPE")
            )

        if not is_part(comma - 1):
            return False
        k = begin = comma + 1
        while k < last and is_part(k):
            k += 1
        closes = k - begin <= _PART and words.lower[k] == ","
        if k > begin and closes and self._parts(k, last):
            return True
        closes = k == begin or words.lower[k - 1] == ","
        return closes and words.lower[k] in ("dan", "serta") and k < last and is_part(k + 1)

    def _over_joiner(self, position: int, limit: int, first: int | None) -> int | None:
        """Return the position before "dan", "dari", a hyphen inside of a noun phrase, or None."""
        words = self.words
        word = words.lower[position]
        if first is None or position == limit or (word in DASHES and self._divides(position)):
            return None
        before = position - 1
        if not self.reference.is_nominal(before) and words.lower[before] not in (",", ")"):
            return None
        if word in self.grammar.joiners and self._is_clause(before, limit):
            return None
        return before

    def _looks_named(self, first: int, last: int, enclosed: bool) -> bool:
        """Tell whether the words are proper nouns, of no known place or body unless enclosed."""
        words = self.words
        return all(
            words.pos[k] == "PROPN"
            and (enclosed or words.tokens[k].ent_type_ not in ("LOC", "GPE", "ORG"))
            for k in range(first, last + 1)
        )

    def _relative(self, edge: int, limit: int) -> int | None:
        """Return the position of the "yang" whose clause ends at ``edge``, or None."""
        words = self.words
        for k in range(edge, max(limit, edge - 18), -1):
            word = words.lower[k]
            if word == "yang":
                return k if k > limit else None
            if word in (",", "bahwa", '"', "”", ":"):
                return None
        return None

    def _describes(self, edge: int, limit: int) -> bool:
        """Tell whether a description without a name ends at ``edge`` ("Ketua KPU, Wirya,")."""
        if edge < limit or not self.reference.is_nominal(edge) or self.reference.is_time(edge):
            return False
        lower = self.words.lower
        k = edge
        nouns = 0
        while k >= limit and (
            self.reference.is_nominal(k)
            or lower[k] in self.grammar.inner
            or lower[k] in self.grammar.joiners
            or lower[k] == ","
        ):
            nouns += self.words.pos[k] != "ADJ" and not self.reference.is_person(k)
            k -= 1
        if not nouns or (k >= limit and lower[k] in self.grammar.subordinators):
            return False  # "Meski sibuk, Wirya ...", "rumah Sekar dan Tono, Wirya ..."
        if lower[k + 1] in ("untuk", "bagi", "dari"):
            return False  # "Untuk harga beras, Wirya mendesak ...": a phrase put in front
        governed = lower[k] in self.grammar.governing
        return k < limit or not (governed or self.words.pos[k] in ("VERB", "AUX"))

    def _listed(self, comma: int, limit: int, last: int) -> bool:
        """Tell whether the comma divides parts of an office, or names in a list."""
        words = self.words
        if comma + 1 <= last and words.lower[comma + 1] in ("dan", "serta"):
            return words.capital(comma - 1) and comma - 1 >= limit
        for k in range(comma + 1, min(last, comma + 8)):
            if words.lower[k] in ("dan", "serta"):
                return words.capital(comma + 1) and words.capital(comma - 1)
            if not self.reference.is_nominal(k) and words.lower[k] != ",":
                return False
        return False

    def _is_clause(self, edge: int, limit: int) -> bool:
        """Tell whether what ends at ``edge`` is the object of a verb: "dan" then joins clauses."""
        words = self.words
        k = edge
        while k >= limit and (self.reference.is_nominal(k) or words.lower[k] in self.grammar.inner):
            k -= 1
        opens = k == limit and words.lower[k] == "adalah"  # "Adalah Wirya dan Sekar yang ..."
        return k >= limit and words.pos[k] in ("VERB", "AUX") and not opens
