"""Labels of names as a chain: begin, inside, end, single (BIES), and what may follow what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

KINDS = ("PER", "ORG", "LOC", "GPE", "NORP")
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BIES"))
_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
# What each corpus of names knows. "news" is what an article is read with.
SCHEMES = ("news", "idner", "nergrit", "nerp")
_KINDS_OF = {
    "news": KINDS,
    "idner": ("PER", "ORG", "LOC"),
    "nergrit": ("PER", "ORG", "LOC"),
    "nerp": ("PER", "LOC"),
}
_NEVER = -1e4


def allowed(scheme: str) -> Any:
    """Return for each tag whether the scheme has it."""
    return np.array([tag == "O" or tag[2:] in _KINDS_OF[scheme] for tag in TAGS])


def steps_allowed() -> tuple[Any, Any, Any]:
    """Return which tag may follow which, which may begin and which may end a sentence."""
    inside = np.array([tag[0] in "BI" for tag in TAGS])  # the name goes on after it
    goes_on = np.array([tag[0] in "IE" for tag in TAGS])  # the name began before it
    kinds = np.array([tag[2:] for tag in TAGS])
    same = kinds[:, None] == kinds[None]
    may = np.where(inside[:, None], goes_on[None] & same, ~goes_on[None])
    return may, ~goes_on, ~inside


def to_tags(tags: Sequence[str], unknown: str) -> list[list[int] | None]:
    """Return the numbers of the tags that each IOB tag stands for; None where it is unknown.

    Beside a word of which nothing is known a name may be longer than it is written.
    """
    result: list[list[int] | None] = []
    for index, tag in enumerate(tags):
        if tag == unknown:
            result.append(None)
            continue
        if tag == "O":
            result.append([0])
            continue
        before = tags[index - 1] if index else "O"
        after = tags[index + 1] if index + 1 < len(tags) else "O"
        kind = tag[2:]
        begins = tag[0] == "B" or before[2:] != kind
        goes_on = after == f"I-{kind}"
        mark = "BSIE"[2 * (not begins) + (not goes_on)]
        result.append([_NUMBER[f"{mark}-{kind}"]])
    return result


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (first, end, kind) of the names in a chain of tags.

    >>> spans(["S-PER", "O", "B-ORG", "E-ORG"])
    [(0, 1, 'PER'), (2, 4, 'ORG')]
    """
    found = []
    begin = 0
    for index, tag in enumerate(tags):
        if tag[0] in "BS":
            begin = index
        if tag[0] in "ES":
            found.append((begin, index + 1, tag[2:]))
    return found


def viterbi(scores: Any, lengths: Sequence[int], steps: Any, first: Any) -> list[list[int]]:
    """Return the best chain of each sentence (Viterbi 1967).

    Args:
        scores: array of shape (sentences, words, tags).
        lengths: the number of words of each sentence.
        steps: score of each step from tag to tag. first: score of each tag at the beginning.
    """
    _, longest, _ = scores.shape
    _, _, ends = steps_allowed()
    ending = np.where(ends, 0.0, _NEVER)
    best = scores[:, 0] + first
    back = np.zeros(scores.shape, dtype="int64")
    bests = [best]
    for place in range(1, longest):
        each = best[:, :, None] + steps
        back[:, place] = each.argmax(1)
        best = each.max(1) + scores[:, place]
        bests.append(best)
    result: list[list[int]] = []
    for row, length in enumerate(lengths):
        if not length:
            result.append([])
            continue
        tag = int((bests[length - 1][row] + ending).argmax())
        path = [tag]
        for place in range(length - 1, 0, -1):
            tag = int(back[row, place, tag])
            path.append(tag)
        result.append(path[::-1])
    return result
