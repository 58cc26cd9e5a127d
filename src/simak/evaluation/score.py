"""Scoring a predicted record against a gold record of the same text."""

from __future__ import annotations

from collections.abc import Iterable

from simak.errors import RecordError
from simak.evaluation.calibration import score_calibration
from simak.evaluation.coreference import score_coreference
from simak.evaluation.credit import score_credits
from simak.evaluation.entity import Identity, score_entities
from simak.evaluation.event import score_events
from simak.evaluation.place import score_places
from simak.evaluation.pronoun import score_pronouns
from simak.evaluation.report import Report, total
from simak.evaluation.role import score_roles
from simak.evaluation.statement import good_matches, match_statements, score_statements
from simak.evaluation.time import score_times
from simak.evaluation.wording import score_wording
from simak.record import Record

SINGLETONS = "Coreference counts entities with one mention, as the gold has them."


def same_text(gold: str, predicted: str, name: str) -> None:
    """Raise RecordError unless a record's text is the text that it was read from."""
    if gold != predicted:
        at = next(
            (index for index, (a, b) in enumerate(zip(gold, predicted, strict=False)) if a != b),
            min(len(gold), len(predicted)),
        )
        raise RecordError(
            f"{name}: the text changed in reading, first at character {at}; spans cannot be "
            "compared. Score a record against the gold record of the same text."
        )


def score_record(gold: Record, predicted: Record) -> Report:
    """Return the report on one article. Raises RecordError if the two texts differ."""
    same_text(gold.article.text, predicted.article.text, f"article {gold.article.id}")
    identity = Identity(gold, predicted)
    told = good_matches(match_statements(gold, predicted))
    lines = (
        *score_statements(gold, predicted, identity),
        *score_events(gold, predicted, identity, told),
        *score_entities(gold, predicted),
        *score_coreference(gold, predicted),
        *score_pronouns(gold, predicted, identity),
        *score_roles(gold, predicted, identity),
        *score_places(gold, predicted, identity),
        *score_times(gold.times, predicted.times),
        *score_wording(gold, predicted, told),
        *score_credits(gold, predicted),
        *score_calibration(gold, predicted, identity),
    )
    return Report(lines, 1, (SINGLETONS,))


def score_records(pairs: Iterable[tuple[Record, Record]]) -> Report:
    """Return the report over pairs (gold, predicted), each row of the same weight (micro)."""
    return total(score_record(gold, predicted) for gold, predicted in pairs)
