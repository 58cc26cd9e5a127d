"""Findings: from the drafts of all units to the statements of the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simak.reading.confidence import Confidence
from simak.reading.finding import StatementFinding
from simak.reading.statement.circumstance import Circumstances
from simak.reading.statement.confidence import confidence
from simak.reading.statement.context import Context
from simak.reading.statement.draft import Draft
from simak.reading.statement.nesting import nest
from simak.reading.statement.reference import Phrase
from simak.record import Span, StatementKind

# How many statements back the one is looked for that has the same subject.
_SHARED_WITHIN = 5


def findings(
    context: Context, drafts: Iterable[Draft], shares: Confidence
) -> list[StatementFinding]:
    """Return the statements in the order of their cues."""
    ordered = sorted(drafts, key=lambda draft: (draft.first, draft.last))
    return _Assembly(context, ordered, shares).rows()


class _Assembly:
    """Turns drafts, in the order of their cues, into findings."""

    def __init__(self, context: Context, drafts: Sequence[Draft], shares: Confidence) -> None:
        self._shares = shares
        self._context = context
        self._words = context.words
        self._drafts = drafts

    def rows(self) -> list[StatementFinding]:
        contents = [self._content(draft) for draft in self._drafts]
        cues = [self._words.starts[draft.last] for draft in self._drafts]
        within = nest(cues, [spans for spans, _ in contents])
        return [self._row(index, *content, within[index]) for index, content in enumerate(contents)]

    def _content(self, draft: Draft) -> tuple[tuple[Span, ...], StatementKind]:
        spans, kind = self._context.contents.spans(draft.ranges, draft.unit)
        if draft.joined:
            kind = "direct" if kind == "direct" else "mixed"
        elif draft.unit.inside is not None and kind == "indirect" and self._performs(draft):
            kind = "direct"
        return _in_order((*spans, *draft.joined)), kind

    def _row(
        self, index: int, spans: tuple[Span, ...], kind: StatementKind, within: int | None
    ) -> StatementFinding:
        draft = self._drafts[index]
        circumstances = Circumstances(self._context, self._drafts, index)
        return StatementFinding(
            kind=kind,
            act=draft.act,
            cue=self._words.span(draft.first, draft.last),
            cue_head=self._cue_head(draft),
            content=spans,
            source=self._span(draft.source),
            source_head=self._head(draft.source),
            same_source=self._same_source(index) if draft.shares else None,
            addressee=self._span(draft.addressee),
            addressee_head=self._head(draft.addressee),
            within=within,
            time=circumstances.time(),
            place_head=circumstances.place_head(),
            confidence=confidence(
                draft, self._context.reference, self._context.grammar, self._shares
            ),
        )

    def _span(self, phrase: Phrase | None) -> Span | None:
        return self._words.span(phrase.first, phrase.last) if phrase else None

    def _head(self, phrase: Phrase | None) -> int | None:
        return self._context.reference.head(phrase) if phrase else None

    def _performs(self, draft: Draft) -> bool:
        """Tell whether the speaker of a quotation does the act by saying so: "Kami mengecam"."""
        source = draft.source
        first_person = self._context.grammar.first_person
        return source is not None and self._words.lower[source.first] in first_person

    def _cue_head(self, draft: Draft) -> int:
        """Return the token of the cue's verb, behind a negation."""
        k = draft.first
        while k < draft.last and self._words.lower[k] in self._context.grammar.negations:
            k += 1
        return self._words.tokens[k].i

    def _same_source(self, index: int) -> int | None:
        """Return the index of the earlier statement with the same source span."""
        draft = self._drafts[index]
        for earlier in range(index - 1, max(-1, index - 1 - _SHARED_WITHIN), -1):
            other = self._drafts[earlier]
            if other.unit is draft.unit and other.source == draft.source:
                return earlier
        return None


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans in order, each once; of two that overlap the first."""
    ordered: list[Span] = []
    for span in sorted(spans):
        if not ordered or span[0] >= ordered[-1][1]:
            ordered.append(span)
    return tuple(ordered)
