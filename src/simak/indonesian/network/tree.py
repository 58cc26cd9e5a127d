"""The best tree of a matrix of arcs (Chu and Liu 1965; Edmonds 1967), with a single root."""

from __future__ import annotations

from typing import Any

import numpy as np

_NEVER = -1e9


def spanning(chances: Any) -> list[int]:
    """Return the heads (1-based, 0 the root) of the likeliest tree with one root.

    Args:
        chances: array of shape (words, words + 1): the probability that word i hangs on head j,
            where head 0 is the root.
    """
    size = chances.shape[0]
    scores = np.log(chances + 1e-9)
    scores[np.arange(size), np.arange(size) + 1] = _NEVER
    heads = scores.argmax(1)
    if _is_tree(heads):
        return [int(head) for head in heads]
    best: tuple[float, list[int]] | None = None
    for root in np.argsort(-scores[:, 0], kind="stable")[:2]:
        matrix = np.full((size + 1, size + 1), _NEVER)
        matrix[1:] = scores
        matrix[1:, 0] = _NEVER
        matrix[root + 1] = _NEVER
        matrix[root + 1, 0] = 0.0
        found = [int(head) for head in _arborescence(matrix)[1:]]
        total = float(sum(scores[word, head] for word, head in enumerate(found)))
        if best is None or total > best[0]:
            best = (total, found)
    assert best is not None
    return best[1]


def _is_tree(heads: Any) -> bool:
    if (heads == 0).sum() != 1:
        return False
    for word in range(len(heads)):
        at, steps = word, 0
        while heads[at]:
            at, steps = heads[at] - 1, steps + 1
            if steps > len(heads):
                return False
    return True


def _arborescence(scores: Any) -> Any:
    """Return the best heads of a square matrix [word, head], where node 0 is the root."""
    size = scores.shape[0]
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [node for node in range(size) if node not in inside]
    place = {node: number for number, node in enumerate(rest)}
    new = len(rest)
    smaller = np.full((new + 1, new + 1), _NEVER)
    entry: dict[int, int] = {}
    leaving: dict[int, int] = {}
    weight = sum(scores[node, heads[node]] for node in cycle)
    for node in rest:
        smaller[place[node], :new] = scores[node, rest]
        leaving[node] = max(cycle, key=lambda inner: scores[node, inner])
        smaller[place[node], new] = scores[node, leaving[node]]
        entry[node] = max(
            cycle, key=lambda inner: scores[inner, node] - scores[inner, heads[inner]]
        )
        inner = entry[node]
        smaller[new, place[node]] = scores[inner, node] - scores[inner, heads[inner]] + weight
    smaller[np.arange(new + 1), np.arange(new + 1)] = _NEVER
    found = _arborescence(smaller)
    result = heads.copy()
    for node in rest:
        if node:
            head = found[place[node]]
            result[node] = leaving[node] if head == new else rest[head]
    source = rest[found[new]]
    result[entry[source]] = source
    return result


def _cycle(heads: Any) -> list[int]:
    """Return the nodes of one cycle, or nothing."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start:
            return path[path.index(node) :]
    return []
