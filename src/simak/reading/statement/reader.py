"""StatementReader: cue by cue through the units of an article.

Reference: Krestel, Bergler & Witte (2008), Minding the Source; Pareti (2016), PARC 3.0, on source,
cue and content.
"""

from __future__ import annotations

from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.confidence import Confidence
from simak.reading.finding import Mention, Quotation, StatementFinding
from simak.reading.page import Page
from simak.reading.statement.attribution import Attributions
from simak.reading.statement.context import Context
from simak.reading.statement.cue import CueLexicon, Verb
from simak.reading.statement.draft import Draft, Passage
from simak.reading.statement.finding import findings
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.passive import Passives
from simak.reading.statement.quoted import Quoted
from simak.reading.statement.reported import Reported
from simak.reading.statement.unit import Unit, Words, units
from simak.record import Span

# Words in brackets that end a unit, at the most: the desk's initials, "(bgs/wry)".
_INITIALS = 8
_SPEECH = frozenset(("behind", "before", "clause", "free", "deed"))


class StatementReader:
    """Finds the statements of an article, in the order of their cues.

    In "“Kami siap,” ujar Wirya kepada wartawan" the cue is "ujar", the source "Wirya", the
    addressee "wartawan", the content "Kami siap".
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueLexicon(lexicon)
        self._grammar = Grammar.load(lexicon)
        self._confidence = Confidence(lexicon)

    def read(
        self, page: Page, quotations: Sequence[Quotation], mentions: Sequence[Mention]
    ) -> list[StatementFinding]:
        """Return the statements; ``mentions`` may be empty, then the tree finds the speakers."""
        words = Words(page)
        if not len(words):
            return []
        context = Context(words, mentions, self._cues, self._grammar)
        drafts = _Reading(context).drafts(_sound(quotations, words, self._cues))
        return findings(context, drafts, self._confidence)


def _sound(quotations: Sequence[Quotation], words: Words, cues: CueLexicon) -> list[Quotation]:
    """Return the quotations without odd marks that stand right before a cue: , "kata Wirya."""

    def is_stray(quotation: Quotation) -> bool:
        k = words.at_or_after(quotation.inner[0])
        if quotation.closed or k >= len(words):
            return False
        match = cues.verbs.at(words.lower, k, len(words) - 1)
        return match is not None and any(verb.voice == "after" for verb in match[1])

    return [quotation for quotation in quotations if not is_stray(quotation)]


class _Reading:
    """The reading of one article."""

    def __init__(self, context: Context) -> None:
        self._words = context.words
        self._cues = context.cues
        self._contents = context.contents
        self._reference = context.reference
        self._quoted = Quoted(context)
        self._reported = Reported(context, self._quoted)
        self._passives = Passives(context)
        self._attributions = Attributions(context, self._quoted)

    def drafts(self, quotations: Sequence[Quotation]) -> list[Draft]:
        """Return the drafts of all units.

        Quotations that fill a unit belong to the statement before them, or else to the cue behind
        a quotation with which the next unit begins.
        """
        words = self._words
        found: list[Draft] = []
        previous: list[Draft] = []  # of the last unit at the top that had words of its own
        waiting: list[Span] = []  # quotations that the next unit's cue may claim
        for unit in units(words, quotations):
            top = unit.inside is None
            if top and unit.pieces and self._only_quotes(unit):
                inner = [piece.quotation.inner for piece in unit.pieces]
                speech = [draft for draft in previous if draft.construction in _SPEECH]
                if speech and not self._is_answered(speech[-1]):
                    speech[-1].joined += inner
                else:
                    waiting += inner
                continue
            drafts = self._unit(unit)
            if top:
                if drafts or not self._goes_on(unit, previous):
                    previous = drafts
                behind = [draft for draft in drafts if draft.construction == "behind"]
                if behind and unit.pieces and unit.pieces[0].first == unit.first:
                    behind[0].joined += [span for span in waiting if not self._asked(span, unit)]
                waiting = []
            found += drafts
        return found

    def _is_answered(self, draft: Draft) -> bool:
        """Tell whether a quotation behind the statement is somebody's answer to its question."""
        held = [piece for piece in draft.unit.pieces if draft.takes(piece)]
        return draft.act == "ask" and bool(held) and self._words.asks(held[-1])

    def _asked(self, span: Span, unit: Unit) -> bool:
        """Tell whether a quotation is the question that the unit beside it answers."""
        page = self._words.page
        beside = page.paragraph(span[0]) == page.paragraph(self._words.starts[unit.first])
        return beside and page.text[span[1] - 1] == "?"

    def _goes_on(self, unit: Unit, previous: Sequence[Draft]) -> bool:
        """Tell whether a sentence without a cue goes on from the speaker before.

        It stands in the same paragraph, and names nobody else.
        """
        if not previous or unit.pieces:
            return False
        page, words = self._words.page, self._words
        here = page.paragraph(words.starts[unit.first])
        there = page.paragraph(words.starts[previous[-1].unit.first])
        return here == there and not self._reference.has_person(unit.first, unit.last)

    def _only_quotes(self, unit: Unit) -> bool:
        """Tell whether the unit is quotations and nothing else."""
        words = self._words
        quoted_to = {piece.first: piece.last for piece in unit.pieces}
        k = unit.first
        while k <= unit.last:
            if k in quoted_to:
                k = quoted_to[k]
            elif words.lower[k] == "(" and words.lower[unit.last] in (")", "."):
                return unit.last - k <= _INITIALS
            elif not words.tokens[k].is_punct:
                return False
            k += 1
        return True

    def _unit(self, unit: Unit) -> list[Draft]:
        """Return the drafts of one unit, in the order of their cues."""
        passage = Passage(unit)
        pieces = list(unit.pieces)
        k = unit.first
        while k <= unit.last:
            if pieces and k >= pieces[0].first:
                k = max(k, pieces.pop(0).last) + 1
            else:
                k += max(1, self._cue(k, passage))
        self._quoted.read_colon(passage)
        for draft in passage.drafts:
            self._close(draft)
        return [draft for draft in passage.drafts if draft.ranges]

    def _cue(self, k: int, passage: Passage) -> int:
        """Try the cues that start at position ``k``; return how many words were taken."""
        lower, end = self._words.lower, passage.unit.last
        prepositions = self._cues.prepositions.at(lower, k, end)
        if prepositions is not None:
            length, entries = prepositions
            if self._attributions.read_preposition(k, k + length - 1, entries[0], passage):
                return length
        verbs = self._cues.verbs.at(lower, k, end)
        if verbs is not None:
            length, forms = verbs
            for verb in sorted(forms, key=lambda form: form.voice != "after"):
                if self._verb(k, k + length - 1, verb, passage):
                    return length
        nouns = self._cues.nouns.at(lower, k, end)
        if nouns is not None:
            length, named = nouns
            if self._attributions.read_noun(k, k + length - 1, named[0], passage):
                return length
        return 0

    def _verb(self, k: int, last: int, verb: Verb, passage: Passage) -> bool:
        if verb.voice == "active":
            return self._reported.read(k, last, verb, passage)
        if self._quoted.read(k, last, verb, passage):
            return True
        return verb.voice == "passive" and self._passives.read(k, last, verb, passage)

    def _close(self, draft: Draft) -> None:
        """Cut the open range to its content, and punctuation from all."""
        ranges = list(draft.ranges)
        if draft.open_from is not None and draft.open_to >= draft.open_from:
            last = self._contents.end(draft.open_from, draft.open_to, draft.unit, deed=draft.deed)
            ranges.append((draft.open_from, last))
        trimmed = (self._contents.trim(first, last, draft.unit) for first, last in ranges)
        draft.ranges = [positions for positions in trimmed if positions is not None]
