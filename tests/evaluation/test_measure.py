import pytest

from simak.evaluation.measure import Balance, Counts, Mean, Share


def test_three_right_of_four_predicted_and_six_in_the_gold() -> None:
    counts = Counts(3, predicted=4, gold=6)
    assert counts.precision == 0.75
    assert counts.recall == 0.5
    assert counts.f1 == pytest.approx(0.6)


def test_counts_add_up_to_the_micro_average() -> None:
    assert (Counts(1, 1, 1) + Counts(0, 9, 9)).f1 == pytest.approx(0.1)


def test_nothing_to_measure_is_no_figure() -> None:
    assert Counts().figures() == {}
    assert Share().figures() == {}
    assert Balance().figures() == {}
    assert Mean((Balance(), Balance())).figures() == {}


@pytest.mark.parametrize("counts", [Counts(0, 3, 0), Counts(0, 0, 3)])
def test_rows_on_one_side_only_are_worth_nothing(counts: Counts) -> None:
    assert counts.figures() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_the_mean_is_taken_after_adding() -> None:
    perfect, empty = Balance(1, 1, 1, 1), Balance(0, 1, 0, 1)
    mean = Mean((perfect, empty)) + Mean((perfect, perfect))
    assert mean.figures() == {"f1": pytest.approx((1 + 0.5) / 2)}
