"""The first of the mutated files; ``python -m tests.intake.fuzz 10000`` takes in all."""

from . import fuzz


def test_mutated_files_end_as_articles_or_rejections(tmp_path):
    outcomes = fuzz.run(0, 300, tmp_path)
    assert outcomes["article"] > 300
    assert len(outcomes) >= 6
    assert fuzz.FAULTS == []
