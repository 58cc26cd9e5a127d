from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from simak.evaluation.matching import assign


def test_the_greatest_total_wins_over_the_greatest_pair() -> None:
    assert assign({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.0}) == [(0, 1), (1, 0)]


def test_ties_go_to_the_first() -> None:
    assert assign({(i, j): 1.0 for i in range(3) for j in range(3)}) == [(0, 0), (1, 1), (2, 2)]


def test_pairs_without_weight_are_never_matched() -> None:
    assert assign({(0, 0): 0.0, (1, 1): -1.0, (2, 0): 0.5}) == [(2, 0)]
    assert assign({}) == []


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 4)), st.integers(1, 9)))
def test_no_other_matching_weighs_more(weights: dict[tuple[int, int], int]) -> None:
    pairs = assign({pair: float(weight) for pair, weight in weights.items()})
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    best = max(
        sum(weights.get((i, j), 0) for i, j in enumerate(columns))
        for columns in permutations(range(5), 4)
    )
    assert sum(weights[pair] for pair in pairs) == best


def test_many_rows_that_hardly_meet_are_quick() -> None:
    chain = {(i, i + step): 1.0 + step for i in range(0, 4000, 4) for step in (0, 1)}
    assert len(assign(chain)) == 1000
