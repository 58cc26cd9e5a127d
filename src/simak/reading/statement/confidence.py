"""Confidence: how sure a statement is, by its construction, less what casts doubt on it.

A tag behind a quotation with a person's name is the surest, a noun that reports the least sure.
"""

from __future__ import annotations

from simak.reading.statement.draft import Construction, Draft
from simak.reading.statement.reference import Reference

_CONSTRUCTION: dict[Construction, float] = {
    "behind": 0.9,
    "before": 0.9,
    "free": 0.85,
    "clause": 0.7,
    "deed": 0.7,
    "passive": 0.55,
    "relative": 0.55,
    "noun": 0.45,
}
_EXPLICIT = 0.15  # "bahwa", a comma or marks open the clause
_AGENT = 0.15  # a passive names its speaker
_NAMED = 0.05  # a person's name stands at the tag
_UNSURE = -0.1  # order and tree disagree on the subject
_NOBODY = -0.15  # no source is named
_ODD_MARK = -0.2  # a quotation is never closed


def confidence(draft: Draft, reference: Reference) -> float:
    """Return how sure a draft is, from 0.1 to 1."""
    construction, source = draft.construction, draft.source
    value = _CONSTRUCTION[construction]
    if construction == "clause" and draft.explicit:
        value += _EXPLICIT
    if construction == "passive" and source is not None:
        value += _AGENT
    if construction == "behind" and source is not None and reference.is_person(source.last):
        value += _NAMED
    if not draft.sure:
        value += _UNSURE
    if source is None and construction not in ("noun", "passive"):
        value += _NOBODY
    if any(
        not piece.quotation.closed
        and any(first <= piece.first <= last for first, last in draft.ranges)
        for piece in draft.unit.pieces
    ):
        value += _ODD_MARK
    return round(max(0.1, value), 2)
