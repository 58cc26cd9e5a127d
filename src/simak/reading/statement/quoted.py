"""Quoted words and the cue around them: "“...,” kata Wirya", "Wirya: “...”", ", kata Wirya."."""

from __future__ import annotations

from simak.reading.statement.context import Construction
from simak.reading.statement.cue import Verb
from simak.reading.statement.draft import Draft, Passage, Range
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Piece, Unit

_BEFORE_QUOTE = frozenset((".", ",", ":", ";", "!", "?", '"', "”", ")", "-", "–"))
_MARKS = frozenset(('"', "“", "”", "''", "``", "«", "»"))


class Quoted(Construction):
    """Reads cues that stand behind what was said."""

    def piece_before(self, k: int, unit: Unit) -> Piece | None:
        """Return the quotation that ends right before position ``k``, or None."""
        q = k - 1
        while q > unit.first and self.words.lower[q] in self.grammar.qualifiers:
            q -= 1
        return next((piece for piece in unit.pieces if piece.last == q), None)

    def ranges_before(self, piece: Piece, passage: Passage) -> list[Range]:
        """Return what was said before the cue: the quotation with those right before it.

        Words before the quotation belong to it where the quotation is a part of a sentence.
        """
        words, unit = self.words, passage.unit
        floor = max([unit.first, *(draft.last + 1 for draft in passage.drafts)])
        first = piece.first
        earlier = [p for p in unit.pieces if p.last < piece.first and p.first >= floor]
        ranges = [(piece.first, piece.last)]
        for other in reversed(earlier):
            if any(not words.tokens[q].is_punct for q in range(other.last + 1, first)):
                break
            if words.asks(other):
                return ranges  # "“Kapan rapat itu?” “Besok,” kata Wirya": he answers
            ranges.insert(0, (other.first, other.last))
            first = other.first
        if floor == unit.first and first > floor:
            start = self.adverbials.skip_connectives(floor, first - 1)
            plain = [q for q in range(start, first) if not words.tokens[q].is_punct]
            if plain and words.lower[first - 1] not in (",", ":"):
                return [(start, piece.last)]
        return ranges

    def read(self, k: int, last: int, verb: Verb, passage: Passage) -> bool:
        """Read "..., kata Wirya": the cue behind a quotation, or behind a comma."""
        words, unit, drafts = self.words, passage.unit, passage.drafts
        piece = self.piece_before(k, unit)
        if piece is None and verb.voice != "after":
            return False
        at = last + 1
        if at <= unit.last and words.lower[at] == "oleh":
            at += 1
        source = self.speakers.clitic(at, unit.last)
        if source is None and at <= unit.last and words.lower[at] != "nya":
            source = self.speakers.after(at, unit.last)
        if piece is None:
            return self._behind_comma(k, last, verb, source, passage)
        if source is None and verb.voice == "after":
            source = self._odd_name(at, unit)
        if source is None:
            if verb.voice == "after" and at <= unit.last and not words.tokens[at].is_punct:
                return False
            if drafts and drafts[-1].takes(piece):
                return False
        draft = Draft(verb.act, k, last, unit, "behind", source)
        owner = next((d for d in drafts if d.takes(piece)), None)
        if owner is not None and owner.open_from is not None:
            return True  # "Wirya mengatakan, “...,” ujarnya": one statement, one cue
        draft.ranges = self.ranges_before(piece, passage)
        draft.addressee = self.speakers.addressee_soon(
            (source.last if source else last) + 1, unit.last
        )
        for follower in unit.pieces:
            if follower.first <= last:
                continue
            if words.lower[follower.first - 1] not in _BEFORE_QUOTE:
                break  # “...,” kata warga yang “...” itu: a phrase in the tag
            if self._has_cue(draft.last + 1, follower.first - 1):
                break
            draft.ranges.append((follower.first, follower.last))
        passage.drafts.append(draft)
        return True

    def _odd_name(self, position: int, unit: Unit) -> Phrase | None:
        """Return a name that is a word of another class: "“...,” tutur Lalu."."""
        words = self.words
        if position > unit.last or not words.capital(position):
            return None
        alone = position == unit.last or words.tokens[position + 1].is_punct
        return Phrase(position, position) if alone else None

    def _behind_comma(
        self,
        k: int,
        last: int,
        verb: Verb,
        source: Phrase | None,
        passage: Passage,
    ) -> bool:
        """Read "Harga naik, kata Wirya." and "Kata Wirya, harga naik." without marks."""
        words, unit, drafts = self.words, passage.unit, passage.drafts
        if source is None:
            return False
        if unit.inside is not None and words.lower[k : source.first + 1] == ["kata", "nya"]:
            return False  # "“Sudah aman, katanya.”": hearsay
        ambiguous = words.lower[k] in self.grammar.ambiguous_cues
        known = not ambiguous and self.reference.mentioned(source)
        if not (known or self.reference.speaks(source, named=ambiguous)):
            return False
        stop = k - 1
        if stop > unit.first and words.lower[stop] in _MARKS:
            stop -= 1  # a stray mark: ..., "kata Wirya
        opens = self.adverbials.skip_connectives(unit.first, k) == k  # "Lebih lanjut kata dia, ..."
        opens = opens or self.adverbials.leads(unit.first, k)  # "Padahal kata dia, ..."
        before = "" if opens else words.lower[stop]
        if opens and not self._may_open(k, source, unit):
            return False
        if not opens and before not in (",", "demikian", "begitu"):
            return False
        ranges: list[Range] = []
        if not opens:
            start = self.adverbials.skip_connectives(
                max([unit.first, *(d.last + 1 for d in drafts if d.open_from is None)]), k - 1
            )
            owner = passage.open_draft
            if owner is not None:
                if owner.open_from is not None and owner.open_from > stop - 1:
                    return False  # "Menurut Wirya, perintah itu ...": nothing is said before it
                owner.open_to = min(owner.open_to, k - 1)
                return True
            ranges.append((start, stop))
        behind = source.last + 1
        if behind <= unit.last and words.lower[behind] == ",":
            rest = self._after_apposition(behind, unit)
            if rest is not None:
                ranges.append((rest, unit.last))
        elif not opens and behind < unit.last and self._goes_on(behind):
            ranges.append((behind, unit.last))  # "Panitia, lanjut Wirya telah memesan pasir"
        elif opens or not ranges or ranges[0][0] > ranges[0][1]:
            source = self.reference.first_name(source)
            ranges.append((source.last + 1, unit.last))
        ranges = [(first, end) for first, end in ranges if first <= end]
        if not ranges:
            return False
        draft = Draft(verb.act, k, last, unit, "free", source)
        draft.report(ranges)
        passage.drafts.append(draft)
        return True

    def _may_open(self, k: int, source: Phrase, unit: Unit) -> bool:
        """Tell whether the form is a cue at the head of a sentence, and no noun or adverb.

        "Kata Wirya, ..." but not "Kisah Wirya ...", "Lebih lanjut Wirya ...", "Jadi jelas ia ...".
        """
        words = self.words
        if words.lower[k] not in self.grammar.fronted:
            return False
        plain = words.lower[k] not in self.grammar.ambiguous_cues
        if plain or k == unit.first or words.lower[k - 1] == ",":
            return True
        behind = source.last + 1
        apart = behind <= unit.last and words.lower[behind] == ","
        return apart or words.lower[source.first] == "nya"

    def _goes_on(self, position: int) -> bool:
        """Tell whether a predicate follows behind a tag without a comma."""
        words = self.words
        return words.pos[position] == "AUX" or words.lower[position] in self.grammar.predicates

    def _after_apposition(self, comma: int, unit: Unit) -> int | None:
        """Return where a sentence goes on behind a tag that ends at ``comma``, or None."""
        words = self.words
        k = comma + 1
        if k > unit.last or self.reference.is_time(k):
            return None
        has_verb = any(
            words.pos[q] in ("VERB", "AUX") for q in range(k, min(unit.last, k + 60) + 1)
        )
        return k if has_verb else None

    def _has_cue(self, first: int, last: int) -> bool:
        """Tell whether a cue with a speaker of its own stands in [first, last]."""
        words = self.words
        for k in range(first, last + 1):
            match = self.cues.verbs.at(words.lower, k, last)
            if match is not None and any(verb.voice == "active" and verb.said for verb in match[1]):
                return True
        return False

    def read_colon(self, passage: Passage) -> None:
        """Read "Wirya: “...”"."""
        words, unit = self.words, passage.unit
        if passage.drafts or not unit.pieces:
            return
        piece = unit.pieces[0]
        colon = piece.first - 1
        if colon <= unit.first or words.lower[colon] != ":":
            return
        source = self.speakers.after(unit.first, colon - 1)
        if (
            source is None
            or source.last != colon - 1
            or not self.reference.speaks(source, named=True)
        ):
            return
        draft = Draft("say", colon, colon, unit, "before", source)
        draft.ranges = [(p.first, p.last) for p in unit.pieces]
        passage.drafts.append(draft)
