"""Contents: what is reported, the stretch of a unit that belongs to a cue, cut to what is said."""

from __future__ import annotations

from collections.abc import Sequence

from simak.reading.phrase import base
from simak.reading.statement.cue import CueLexicon
from simak.reading.statement.reference import Phrase, Reference
from simak.reading.statement.unit import Piece, Unit, Words
from simak.record import Span, StatementKind

# Words that lead on to the next clause or back to the source: ", demikian dikutip dari ...".
_LEFT_OVER = frozenset(("dan", "serta", "sambil", "namun", "tetapi", "demikian"))
# What joins a second act to one that is a cue: "menolak gugatan itu *dan menunda* sidang".
_SECOND = frozenset(("dan", "serta", "sekaligus", "lalu", "kemudian"))
# Words in brackets behind the last sentence, at the most: the desk's initials, "(bgs/wry)".
_INITIALS = 8
# What follows them behind a relative clause is the predicate: "tindakan yang ... sangat keliru".
_DEGREE = frozenset(("sangat", "terlalu", "amat"))
_TRIM = frozenset(",:;-–—.")


class Contents:
    """Cuts the content of cues among the words of one article."""

    def __init__(self, reference: Reference, cues: CueLexicon) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference
        self.cues = cues

    def end(self, first: int, last: int, unit: Unit, *, deed: bool) -> int:
        """Return the last position of the content from ``first``: tags and credits cut off.

        ``deed``: the cue names an act ("menolak ..."), whose own circumstances ("setelah ...") are
        no content.
        """
        words = self.words
        last = self._cut_tag(first, self._cut_initials(first, last, unit), unit)
        if deed:
            for k in range(first + 1, last):
                dated = words.lower[k] == "pada" and self.reference.is_time(k + 1)
                if dated and not self._inside(k + 1, last):
                    return k - 1
                quoted = any(piece.first <= k <= piece.last for piece in unit.pieces)
                if words.lower[k] in self.grammar.deed_ends and not quoted:
                    return k - 1
                if not quoted and self._second_act(first, k, last):
                    return k - 1
        return last

    def _second_act(self, first: int, joiner: int, last: int) -> bool:
        """Tell whether an act of the same subject follows the object of a cue."""
        words = self.words
        if words.lower[joiner] not in _SECOND or joiner >= last:
            return False
        follower = joiner + 1
        active = words.pos[follower] == "VERB" and words.lower[follower].startswith(("me", "ber"))
        clause = any(
            words.pos[k] in ("VERB", "AUX") or words.lower[k] in ("yang", "untuk")
            for k in range(first, joiner)
        )
        return active and not clause

    def _cut_initials(self, first: int, last: int, unit: Unit) -> int:
        """Cut the desk's initials behind a quotation that ends the article: "...” (wry)"."""
        words = self.words
        k = last
        while k > first and words.lower[k] == ".":
            k -= 1
        if words.lower[k] != ")":
            return last
        ends = {piece.last for piece in unit.pieces}
        for opening in range(k - 1, max(first, k - _INITIALS) - 1, -1):
            if words.lower[opening] == "(":
                return opening - 1 if opening - 1 in ends else last
        return last

    def _inside(self, time: int, last: int) -> bool:
        """Tell whether a list goes on behind the time: "hujan pada malam hari dan banjir"."""
        while time <= last and self.reference.is_time(time):
            time += 1
        return time <= last and self.words.lower[time] in self.grammar.joiners

    def _cut_tag(self, first: int, last: int, unit: Unit) -> int:
        """Cut ", seperti dikutip ...", ", Senin (3/4)", "saat ditemui ..." from the end."""
        words = self.words
        quoted = [(piece.first, piece.last) for piece in unit.pieces]
        k = first + 1
        skip = 0
        while k <= last:
            while skip < len(quoted) and quoted[skip][1] < k:
                skip += 1
            if skip < len(quoted) and quoted[skip][0] <= k:
                k = quoted[skip][1] + 1
                continue
            match = self.cues.tags.at(words.lower, k, last)
            if match is not None:
                length, kinds = match
                if kinds[0] == "credit":
                    if words.lower[k - 1] in (",", ")") or length > 1:
                        return k - 1
                elif not self._goes_on(k + length, last):
                    return k - 1
            k += 1
        return self._cut_date(first, last)

    def _goes_on(self, position: int, last: int) -> bool:
        """Tell whether a clause with a verb follows behind a tag phrase."""
        words = self.words
        return any(
            words.pos[k] in ("VERB", "AUX") and words.lower[k - 1] not in ("yang", "untuk")
            for k in range(position, last + 1)
        )

    def _cut_date(self, first: int, last: int) -> int:
        """Cut a date behind a comma that ends the sentence: ", Senin (3/4/2017)"."""
        words = self.words
        k = last
        while k > first and words.lower[k] in _TRIM:
            k -= 1
        while k > first and (self.reference.is_time(k) or words.lower[k] in ("malam", "siang")):
            k -= 1
        dated = k < last and k > first and words.lower[k] == "," and self.reference.is_time(k + 1)
        # "akan diistirahatkan, Sabtu (7/1) esok": a time to come is what is told.
        if dated and self.grammar.future.isdisjoint(words.lower[k + 1 : last + 1]):
            return k - 1
        return last

    def is_empty(self, first: int, unit: Unit) -> bool:
        """Tell whether nothing that can be said stands from ``first`` to the unit's end."""
        words = self.words
        if first > unit.last:
            return True
        if any(piece.first >= first for piece in unit.pieces):
            return False
        last = self.end(first - 1, unit.last, unit, deed=False)
        return not any(
            not words.tokens[q].is_punct and not self.reference.is_time(q)
            for q in range(first, last + 1)
        )

    def has_predicate(self, first: int, last: int) -> bool:
        """Tell whether a clause, not only a noun phrase, stands in [first, last]."""
        words = self.words
        last = min(last, first + 60)
        relative = False
        described = False  # the relative clause has had its verb
        for k in range(first, last + 1):
            word, pos = words.lower[k], words.pos[k]
            if word == "yang":
                relative, described = True, False
            elif word == "," or (described and word in self.grammar.demonstratives):
                relative = False
            elif described and word in _DEGREE:
                return True
            elif pos in ("VERB", "AUX") or word in self.grammar.predicates:
                if not relative or (described and word in self.grammar.predicates):
                    return True
                described = True
            elif pos == "ADJ" and k > first and not relative:
                if base(words.tokens[k].dep_) in ("ccomp", "xcomp", "parataxis", "conj", "ROOT"):
                    return True
            elif k == first and word in self.grammar.quantities:
                return True
        return False

    def is_vague(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only points back ("hal itu", "pernyataan tersebut")."""
        lower = self.words.lower
        return lower[phrase.first] in self.grammar.vague and (
            phrase.last == phrase.first or lower[phrase.last] in self.grammar.demonstratives
        )

    def points_back(self, first: int, last: int) -> bool:
        """Tell whether "hal itu" and then a circumstance follow: "mengatakan hal itu di Ambon"."""
        words = self.words
        if first + 1 > last or words.lower[first] not in ("hal", "demikian", "begitu", "itu"):
            return False
        k = first + 1
        if words.lower[first] == "hal":
            if words.lower[k] not in self.grammar.demonstratives | {"senada", "serupa"}:
                return False
            k += 1
        return k > last or (
            words.lower[k] in self.grammar.circumstances | {",", ".", "("}
            or words.pos[k] in ("ADP", "SCONJ", "PUNCT")
        )

    # -- spans ---------------------------------------------------------------------------------

    def trim(self, first: int, last: int, unit: Unit) -> tuple[int, int] | None:
        """Return the positions without punctuation at the ends, or None if nothing is left."""
        words = self.words
        edges = {piece.first for piece in unit.pieces} | {piece.last for piece in unit.pieces}
        while first <= last and words.lower[first] in _TRIM and first not in edges:
            first += 1
        while last >= first and words.lower[last] in _TRIM and last not in edges:
            last -= 1
        while last >= first and self._is_left_over(first, last):
            last -= 1
        while last >= first and words.lower[last] in _TRIM and last not in edges:
            last -= 1
        return (first, last) if first <= last else None

    def _is_left_over(self, first: int, last: int) -> bool:
        """Tell whether the last word leads on; "demikian" does behind a comma alone."""
        lower = self.words.lower
        if lower[last] == "demikian":
            return last > first and lower[last - 1] in _TRIM
        return lower[last] in _LEFT_OVER

    def spans(
        self, ranges: Sequence[tuple[int, int]], unit: Unit
    ) -> tuple[tuple[Span, ...], StatementKind]:
        """Return the content's spans and the kind of statement that they make.

        A range that is one quotation gives its inner words; all ranges so: direct; some quotation
        in them: mixed.
        """
        spans: list[Span] = []
        direct = bool(ranges)
        quoted = False
        for first, last in ranges:
            held = [p for p in unit.pieces if p.first <= last and first <= p.last]
            pieces = _whole(held, first, last, self.words)
            if pieces:
                quoted = True
                spans += [piece.quotation.inner for piece in pieces]
            else:
                direct = False
                quoted = quoted or bool(held)
                spans.append(self.words.span(first, last))
        kind: StatementKind = "direct" if direct else "mixed" if quoted else "indirect"
        return tuple(spans), kind


def _whole(held: Sequence[Piece], first: int, last: int, words: Words) -> list[Piece]:
    """Return the quotations that fill the range, with only punctuation between them."""
    if not held or held[0].first < first or held[-1].last > last:
        return []
    k = first
    for piece in held:
        if any(words.lower[q] not in _TRIM for q in range(k, piece.first)):
            return []
        k = piece.last + 1
    if any(words.lower[q] not in _TRIM for q in range(k, last + 1)):
        return []
    return list(held)
