"""The shares of right rows as data: every cell there, every number one."""

from __future__ import annotations

from pathlib import Path

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.confidence import Confidence

_HEAD = "cell\tvalue\tright\trows\tunseen_right\tunseen_rows\n"


def test_a_name_behind_a_quotation_is_surer_than_a_noun_that_reports() -> None:
    shares = Confidence(Lexicon())
    assert shares.statement("behind", "name") >= 0.9
    assert shares.statement("noun", "nobody") < shares.statement("clause", "name")
    assert shares.event("verb", "planned") < shares.event("verb", "actual")
    assert shares.entity("PER", named=False) < shares.entity("PER", named=True)


@pytest.mark.parametrize(
    "row",
    [
        "statement behind nothing\t0.9\t1\t2\t0\t0",
        "statement behind name\thigh\t1\t2\t0\t0",
        "statement behind name\t1.5\t1\t2\t0\t0",
        "statement behind name\t0.9\t3\t2\t0\t0",
        "statement behind name\t0.9\t1\t2\t1\t3",
    ],
)
def test_wrong_rows_are_refused(row: str, tmp_path: Path) -> None:
    (tmp_path / "confidence.tsv").write_text(_HEAD + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"confidence\.tsv:2"):
        Confidence(Lexicon(tmp_path))


def test_the_users_own_shares_take_the_place_of_ours(tmp_path: Path) -> None:
    row = "statement behind name\t0.5\t1\t2\t0\t0\n"
    (tmp_path / "confidence.tsv").write_text(_HEAD + row, encoding="utf-8")
    assert Confidence(Lexicon(tmp_path)).statement("behind", "name") == 0.5
