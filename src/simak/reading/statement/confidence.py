"""What a statement's confidence rests on: its construction, and what names its source."""

from __future__ import annotations

from simak.reading.confidence import Confidence, Naming
from simak.reading.statement.draft import Draft
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.reference import Reference

_ODD_MARK = 0.75  # of the confidence is left where a quotation is never closed


def confidence(draft: Draft, reference: Reference, grammar: Grammar, shares: Confidence) -> float:
    """Return how sure a draft is, 0 to 1."""
    value = shares.statement(draft.construction, _naming(draft, reference, grammar))
    odd = any(
        not piece.quotation.closed
        and any(first <= piece.first <= last for first, last in draft.ranges)
        for piece in draft.unit.pieces
    )
    return value * _ODD_MARK if odd else value


def _naming(draft: Draft, reference: Reference, grammar: Grammar) -> Naming:
    source = draft.source
    if source is None:
        return "nobody"
    word = reference.words.lower[source.first]
    if word in grammar.first_person:
        return "speaker"
    if word in grammar.pronouns:
        return "pronoun"
    return "name" if reference.has_person(source.first, source.last) else "words"
