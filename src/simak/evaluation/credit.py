"""Credited sources: whom the article names as its origin."""

from __future__ import annotations

from collections import Counter

from simak.evaluation.measure import Counts
from simak.evaluation.overlap import normal
from simak.evaluation.report import Line
from simak.record import Record


def score_credits(gold: Record, predicted: Record) -> list[Line]:
    """Return F1 of credited sources by name (case and outer punctuation aside)."""
    ours, theirs = (
        Counter(normal(credit.name) for credit in record.article.credited_sources)
        for record in (gold, predicted)
    )
    counts = Counts((ours & theirs).total(), theirs.total(), ours.total())
    return [Line("credits", "", counts, "credited sources")]
