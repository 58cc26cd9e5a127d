"""Which rows count as right, and the bands that they fall into."""

from __future__ import annotations

import pytest

from evaluation.gold_case import case, replace
from simak.evaluation.calibration import Band, Deviation, judge, score_calibration
from simak.evaluation.entity import Identity
from simak.record import Record


def sure(record: Record, confidence: float) -> Record:
    """Return the record with a confidence on every row."""
    return replace(
        record,
        **{
            name: tuple(replace(row, confidence=confidence) for row in getattr(record, name))
            for name in ("statements", "events", "entities")
        },
    )


def right(gold: Record, predicted: Record, kind: str) -> list[bool]:
    judged = judge(gold, predicted, Identity(gold, predicted))
    return [row.right for row in judged if row.kind == kind]


def test_all_rows_of_the_gold_are_right() -> None:
    gold = sure(case(), 0.9)
    for kind in ("statement", "event", "entity"):
        assert set(right(gold, gold, kind)) == {True}


def test_rows_without_confidence_are_not_judged() -> None:
    assert not list(judge(case(), case(), Identity(case(), case())))


def test_another_source_makes_a_statement_wrong() -> None:
    gold = sure(case(), 0.9)
    first, *others = gold.statements
    nobody = replace(first, source=replace(first.source, entity=None))
    found = right(gold, replace(gold, statements=(nobody, *others)), "statement")
    assert found == [False, *[True] * len(others)]


def test_another_status_makes_an_event_wrong() -> None:
    gold = sure(case(), 0.9)
    first, *others = gold.events
    denied = replace(first, status="denied")
    assert right(gold, replace(gold, events=(denied, *others)), "event")[0] is False


def test_an_entity_needs_the_type_and_most_of_its_mentions() -> None:
    gold = sure(case(), 0.9)
    sari, raka, *others = gold.entities
    swapped = (
        replace(sari, type="ORG"),
        replace(raka, mentions=(raka.mentions[0], *sari.mentions)),
        *others,
    )
    assert right(gold, replace(gold, entities=swapped), "entity")[:2] == [False, False]


def test_bands_tell_share_and_mean_confidence() -> None:
    gold = sure(case(), 0.9)
    lines = score_calibration(gold, gold, Identity(gold, gold))
    figures = {
        line.key(name): value for line in lines for name, value in line.measure.figures().items()
    }
    assert figures["calibration.statement_from_90"] == 1.0
    assert figures["calibration.mean_statement_from_90"] == pytest.approx(0.9)
    assert figures["calibration.statement_deviation"] == pytest.approx(0.1)
    assert "calibration.statement_below_50" not in figures


def test_bands_add_up() -> None:
    half = Band(1, 2, 1.0) + Band(2, 2, 1.4)
    assert half.figures() == {"": 0.75, "mean": pytest.approx(0.6)}
    assert Deviation((half,)).figures() == {"": pytest.approx(0.15)}
    assert Deviation((Band(),)).figures() == {}
