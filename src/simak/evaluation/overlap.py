"""When two spans, or two lists of spans, are about the same words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from simak.record import Span

_WORD = re.compile(r"\w+")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def overlaps(a: Span | None, b: Span | None) -> bool:
    """Return whether two spans share a character; two absent spans count as the same.

    >>> overlaps((0, 5), (4, 9)), overlaps((0, 5), (5, 9)), overlaps(None, None)
    (True, False, True)
    """
    if a is None or b is None:
        return a is b
    return a[0] < b[1] and b[0] < a[1]


def closeness(a: Span, b: Span) -> float:
    """Return the Dice coefficient of the characters of two spans, 0 to 1."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * common / (a[1] - a[0] + b[1] - b[0]) if common > 0 else 0.0


def normal(words: str) -> str:
    """Return words for comparing: lower case, single spaces, no punctuation at the edges.

    >>> normal(' "Bank  Sentral Raya", ')
    'bank sentral raya'
    """
    return _EDGE.sub("", " ".join(words.casefold().split()))


class Words:
    """The words of a text by position: runs of letters and digits; punctuation is no word."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the indices of the words that the spans touch."""
        indices: set[int] = set()
        for start, end in spans:
            first = bisect_right(self._ends, start)
            indices.update(range(first, bisect_left(self._starts, end)))
        return frozenset(indices)


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the Dice coefficient 2|a and b| / (|a| + |b|) of two sets of words, 0 to 1."""
    total = len(a) + len(b)
    return 2 * len(a & b) / total if total else 0.0
