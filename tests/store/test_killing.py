"""The store after ``kill -9``; in full: ``python -m tests.store.killing 100``."""

from tests.store import killing


def test_a_run_that_is_killed_loses_nothing():
    there, end = killing.kill(3, number=60)
    assert (0 <= there <= 60, end) == (True, 60)
