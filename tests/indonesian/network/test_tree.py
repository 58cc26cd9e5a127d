"""The best tree with one root, against trying all."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from simak.indonesian.network.tree import spanning


def score(chances: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(np.log(chances[word, head] + 1e-9) for word, head in enumerate(heads)))


def is_tree(heads: tuple[int, ...]) -> bool:
    def reaches_root(word: int) -> bool:
        for _ in heads:
            if heads[word] == 0:
                return True
            word = heads[word] - 1
        return False

    return heads.count(0) == 1 and all(reaches_root(word) for word in range(len(heads)))


@pytest.mark.parametrize("seed", range(60))
def test_best_of_all_trees(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = 2 + seed % 3
    chances = rng.dirichlet(np.full(size + 1, 0.5), size)
    found = tuple(spanning(chances))
    assert is_tree(found)
    # The two likeliest roots are tried, so that the best of all may have the third.
    roots = np.argsort(-chances[:, 0], kind="stable")[:2]
    best = max(
        score(chances, heads)
        for heads in product(range(size + 1), repeat=size)
        if is_tree(heads) and heads.index(0) in roots
    )
    assert score(chances, found) >= best - 1e-6


def test_one_word() -> None:
    assert spanning(np.array([[0.9, 0.1]])) == [0]
