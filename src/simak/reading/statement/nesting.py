"""Nesting: which statement stands inside what another one reports."""

from __future__ import annotations

from collections.abc import Sequence

from simak.record import Span

# Open spans looked at from the innermost; deeper nesting than this is no language.
_DEEPEST = 6


def nest(cues: Sequence[int], contents: Sequence[Sequence[Span]]) -> list[int | None]:
    """Return for each statement the innermost other one whose content holds its cue.

    ``cues`` are offsets in ascending order. One sweep over all content spans in order of their
    start, with a stack of those still open.
    """
    spans = sorted(
        (start, -end, index) for index, held in enumerate(contents) for start, end in held
    )
    found: list[int | None] = []
    stack: list[tuple[int, int]] = []  # (end of a span, whose it is)
    at = 0
    for index, cue in enumerate(cues):
        while at < len(spans) and spans[at][0] <= cue:
            start, minus_end, owner = spans[at]
            while stack and stack[-1][0] <= start:
                stack.pop()
            stack.append((-minus_end, owner))
            at += 1
        while stack and stack[-1][0] <= cue:
            stack.pop()
        holders = [own for end, own in stack[-_DEEPEST:] if end > cue and own != index]
        found.append(holders[-1] if holders else None)
    return found
