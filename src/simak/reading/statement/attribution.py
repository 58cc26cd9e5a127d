"""Attribution without a verb: "Menurut Wirya, ...", "Tuntutan pertama adalah agar ..."."""

from __future__ import annotations

from simak.reading.statement.context import Construction, Context
from simak.reading.statement.cue import Noun, Preposition
from simak.reading.statement.draft import Draft, Passage, Range
from simak.reading.statement.opening import SO_THAT, THAT
from simak.reading.statement.quoted import Quoted
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Unit

# Words that the relative clause of a source may have.
_RELATIVE = 16
_POINTED = frozenset(("yang", "itu", "ini", "tersebut", "tadi"))


class Attributions(Construction):
    """Reads prepositions and nouns that report."""

    def __init__(self, context: Context, quoted: Quoted) -> None:
        super().__init__(context)
        self.quoted = quoted

    def read_preposition(self, k: int, last: int, cue: Preposition, passage: Passage) -> bool:
        """Read "Menurut Wirya, ...", "..., menurut Wirya, ..." and "... menurut Wirya."."""
        words, unit = self.words, passage.unit
        at = last + 1
        if at > unit.last or words.lower[at] in self.grammar.no_source:
            return False
        source = self.speakers.clitic(at, unit.last) or self.speakers.after(
            at, unit.last, enclosed=True
        )
        if source is None:
            return False
        draft = Draft(cue.act, k, last, unit, "free", source)
        if not cue.free:
            return self._behind(draft, source, passage)
        behind = source.last + 1
        if behind <= unit.last and words.lower[behind] == "yang":
            behind = self._behind_relative(behind, unit)
        at = behind  # "Menurut politisi itu juga, ..."
        while at < unit.last and words.lower[at] in self.grammar.particles:
            at += 1
        behind = at if words.lower[min(at, unit.last)] == "," else behind
        comma = behind <= unit.last and words.lower[behind] == ","
        if not comma and not (behind > unit.last or words.tokens[behind].is_punct):
            source = self.reference.first_name(source)
            draft.source = source
            behind = source.last + 1
        ranges: list[Range] = []
        start = self.adverbials.skip_connectives(unit.first, k)
        if self.adverbials.leads(unit.first, k):
            start = k  # "Sebab menurut Wirya, ..."
        nested = any(d.open_from is not None and d.open_from < k for d in passage.drafts)
        if k > start and not nested:
            ranges.append((start, k - 1))
        rest = behind + 1 if comma else behind
        goes_on = k <= start or comma or not ranges or words.lower[k - 1] == ","
        # "solusinya menurut mereka bisa dicapai": a pronoun ends by itself.
        if words.lower[source.last] in self.grammar.pronouns and behind <= unit.last:
            predicate = words.lower[behind] in self.grammar.predicates
            goes_on = goes_on or predicate or words.pos[behind] == "AUX"
        if (
            goes_on
            and rest <= unit.last
            and not self.contents.is_empty(rest, unit)
            and self._tells(rest, unit)
        ):
            ranges.append((rest, unit.last))
        if not ranges:
            return False
        draft.explicit = True
        draft.report(ranges)
        passage.drafts.append(draft)
        return True

    def _behind_relative(self, yang: int, unit: Unit) -> int:
        """Return the comma that ends a relative clause: "menurut warga yang melihat, ..."."""
        words = self.words
        for k in range(yang + 1, min(unit.last, yang + _RELATIVE) + 1):
            if words.lower[k] == ",":
                return k
        return yang

    def _behind(self, draft: Draft, source: Phrase, passage: Passage) -> bool:
        """Read a cue that must stand behind what was said: "“...,” demikian Wirya"."""
        unit = passage.unit
        piece = self.quoted.piece_before(draft.first, unit)
        if piece is not None:
            draft.construction = "behind"
            draft.ranges = self.quoted.ranges_before(piece, passage)
        elif (
            not passage.drafts
            and self.words.lower[draft.first - 1] == ","
            and self.reference.speaks(source, named=True)
        ):
            start = self.adverbials.skip_connectives(unit.first, draft.first)
            draft.ranges = [(start, draft.first - 1)]
        else:
            return False
        draft.addressee = self.speakers.addressee_soon(source.last + 1, unit.last)
        passage.drafts.append(draft)
        return True

    def _tells(self, first: int, unit: Unit) -> bool:
        """Tell whether more than a date or a place follows up to the unit's end."""
        words = self.words
        return unit.last - first > 6 or any(
            words.pos[q] in ("VERB", "AUX", "ADJ") and not self.reference.is_time(q)
            for q in range(first, unit.last + 1)
        )

    def read_noun(self, k: int, last: int, noun: Noun, passage: Passage) -> bool:
        """Read "Tuntutan pertama adalah agar ...", "dengan klaim ..."."""
        words, unit = self.words, passage.unit
        q = last + 1
        if q <= unit.last and words.lower[q] in _POINTED:
            return False  # "dengan tuntutan yang ...": a known one
        limit = min(unit.last, last + 6)
        while q <= limit:
            word = words.lower[q]
            if word in THAT | SO_THAT:
                source = self._owner(last + 1, q - 1)
                return self._named(Draft(noun.act, k, last, unit, "noun", source), q + 1, passage)
            if word == "terkait" and noun.free and k == unit.first:
                return self._named(Draft(noun.act, k, last, unit, "noun"), q, passage)
            if words.pos[q] == "VERB" or word in (",", "."):
                break
            q += 1
        if noun.free and k > unit.first and words.lower[k - 1] == "dengan" and last < unit.last:
            source = self.subjects.first_subject(k, self.adverbials.skip_connectives(unit.first, k))
            if source is not None and not self.reference.acts(source):
                return False
            return self._named(Draft(noun.act, k, last, unit, "noun", source), last + 1, passage)
        return False

    def _owner(self, first: int, last: int) -> Phrase | None:
        """Return whose words the noun names: "pernyataan Wirya bahwa", "tuntutannya agar"."""
        source = self.speakers.clitic(first, last)
        if source is None and first <= last:
            source = self.speakers.after(first, last, describing=False)
            if source is None or not (
                self.reference.speaks(source, named=True) or self.reference.mentioned(source)
            ):
                return None
        return source

    def _named(self, draft: Draft, start: int, passage: Passage) -> bool:
        draft.report([(start, passage.unit.last)])
        passage.drafts.append(draft)
        return True
