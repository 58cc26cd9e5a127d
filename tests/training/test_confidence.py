"""Shares of right rows, counted on an example."""

from __future__ import annotations

from pathlib import Path

from simak.lexicon import Lexicon
from simak.reading.confidence import Confidence
from training import confidence

GOLD = sorted((Path(__file__).parents[2] / "examples" / "gold").glob("*.json"))


def test_the_table_is_counted_and_loads(tmp_path: Path) -> None:
    counts = confidence.count(GOLD[:1], GOLD[1:2])
    assert 0 < sum(counts.unseen_rows.values()) < sum(counts.rows.values())
    assert all(counts.right[cell] <= counts.rows[cell] for cell in counts.rows)
    found = confidence.values(counts)
    assert all(0 < value < 1 for value in found.values())
    confidence.write(tmp_path / "confidence.tsv", found, counts)
    Confidence(Lexicon(tmp_path))


def test_few_rows_give_a_careful_value() -> None:
    cell = "statement behind name"
    few, many = confidence.Counts(), confidence.Counts()
    for counts, number in ((few, 2), (many, 200)):
        for table in (counts.rows, counts.right, counts.unseen_rows, counts.unseen_right):
            table[cell] = number
    assert confidence.values(few)[cell] < confidence.values(many)[cell]
