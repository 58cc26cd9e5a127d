"""Wording: scare quotes and loaded terms, and who is said to use them."""

from __future__ import annotations

from collections.abc import Mapping

from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts, Share
from simak.evaluation.overlap import closeness, overlaps
from simak.evaluation.report import Line
from simak.record import Record


def score_wording(gold: Record, predicted: Record, told: Mapping[str, str]) -> list[Line]:
    """Return F1 of wording rows of the same kind: spans strict and relaxed; asserted_by on matched.

    ``told`` maps gold statements to predicted ones, as for events.
    """
    ours, theirs = gold.wording, predicted.wording
    near = assign(
        {
            (i, j): 1 + 1e-3 * closeness(a.span, b.span)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if a.kind == b.kind and overlaps(a.span, b.span)
        }
    )
    strict = sum(ours[i].span == theirs[j].span for i, j in near)
    asserted = sum(
        theirs[j].asserted_by
        == ("outlet" if ours[i].asserted_by == "outlet" else told.get(ours[i].asserted_by))
        for i, j in near
    )
    sizes = len(theirs), len(ours)
    return [
        Line("wording", "", Counts(strict, *sizes), "span and kind"),
        Line("wording", "relaxed", Counts(len(near), *sizes), "span relaxed, kind"),
        Line("wording", "asserted_by", Share(asserted, len(near)), "asserted by, on matched"),
    ]
