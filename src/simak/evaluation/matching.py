"""One-to-one matching of gold rows and predicted rows.

The matching has the greatest total weight (the assignment problem), found by the Hungarian
method: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in the shortest
augmenting path form of Jonker and Volgenant, 1987. Rows that cannot meet are solved apart, so an
article of hundreds of rows costs little. Ties go to the rows that come first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Pair = tuple[int, int]


def assign(weights: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs (gold index, predicted index) of greatest total weight, in gold order.

    ``weights`` has an entry for each pair that may be matched; entries of 0 or less are ignored.

    >>> assign({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.0})
    [(0, 1), (1, 0)]
    """
    edges = {pair: weight for pair, weight in sorted(weights.items()) if weight > 0}
    pairs: list[Pair] = []
    for rows, columns in _components(edges):
        if len(rows) == len(columns) == 1:
            pairs.append((rows[0], columns[0]))
            continue
        # The method wants no more rows than columns; turn the matrix over if need be.
        turned = len(rows) > len(columns)
        if turned:
            costs = [[-edges.get((row, column), 0.0) for row in rows] for column in columns]
        else:
            costs = [[-edges.get((row, column), 0.0) for column in columns] for row in rows]
        for a, b in enumerate(_hungarian(costs)):
            pair = (rows[b], columns[a]) if turned else (rows[a], columns[b])
            if pair in edges:
                pairs.append(pair)
    return sorted(pairs)


def _components(edges: Mapping[Pair, float]) -> list[tuple[list[int], list[int]]]:
    """Split the pairs into groups of rows and columns that have nothing to do with each other."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in edges:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    done: set[int] = set()
    groups: list[tuple[list[int], list[int]]] = []
    for first in by_row:
        if first in done:
            continue
        rows, columns, queue = {first}, set[int](), [first]
        while queue:
            for column in by_row[queue.pop()]:
                if column in columns:
                    continue
                columns.add(column)
                fresh = [row for row in by_column[column] if row not in rows]
                rows.update(fresh)
                queue.extend(fresh)
        done |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _hungarian(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row its column, at the least total cost; rows must not outnumber columns.

    Rows are added one at a time; each time the shortest augmenting path is found with potentials
    that keep all reduced costs at 0 or more. Index 0 of the inner arrays stands for "none".
    """
    height, width = len(costs), len(costs[0])
    row_potential = [0.0] * (height + 1)
    column_potential = [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0] = row
        column = 0
        least = [float("inf")] * (width + 1)
        before = [0] * (width + 1)
        seen = [False] * (width + 1)
        while owner[column]:
            seen[column] = True
            current, step, following = owner[column], float("inf"), 0
            for candidate in range(1, width + 1):
                if seen[candidate]:
                    continue
                reduced = (
                    costs[current - 1][candidate - 1]
                    - row_potential[current]
                    - column_potential[candidate]
                )
                if reduced < least[candidate]:
                    least[candidate], before[candidate] = reduced, column
                if least[candidate] < step:
                    step, following = least[candidate], candidate
            for candidate in range(width + 1):
                if seen[candidate]:
                    row_potential[owner[candidate]] += step
                    column_potential[candidate] -= step
                else:
                    least[candidate] -= step
            column = following
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    columns = [0] * height
    for column in range(1, width + 1):
        if owner[column]:
            columns[owner[column] - 1] = column - 1
    return columns
