"""A batch after ``kill -9``; in full: ``python -m tests.batch.killing 100``."""

from tests.batch import killing


def test_a_batch_that_is_killed_loses_nothing():
    there, end, _ = killing.kill(2, number=40)
    assert (0 <= there <= 40, end) == (True, 40)
