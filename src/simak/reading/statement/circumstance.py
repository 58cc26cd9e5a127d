"""Circumstances: when and where something was said, as the words around the cue tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simak.reading.statement.context import Context
from simak.reading.statement.draft import Draft, Range

# "selama 150 tahun" tells no time at which something was said.
_LASTING = frozenset(("DURATION", "SET"))


class Circumstances:
    """Finds time and place of one draft, among the words that are no content of it.

    ``drafts`` are all of the article in the order of their cues: what stands nearer to another
    cue of the unit belongs to that.
    """

    def __init__(self, context: Context, drafts: Sequence[Draft], index: int) -> None:
        self._words = context.words
        self._reference = context.reference
        self._speakers = context.speakers
        self._draft = drafts[index]
        self._tag = list(_outside(self._draft, *_reach(drafts, index)))

    def time(self) -> int | None:
        """Return the index of the time expression nearest to the cue, or None."""
        best: tuple[int, int] | None = None
        for first, last in self._tag:
            for k in range(first, last + 1):
                if self._reference.is_time(k):
                    index = self._words.page.time_at(self._words.starts[k])
                    distance = abs(k - self._draft.first)
                    if index is None or self._words.page.times[index].type in _LASTING:
                        continue
                    if best is None or distance < best[0]:
                        best = (distance, index)
        return best[1] if best else None

    def place_head(self) -> int | None:
        """Return the head token of the place behind "di", or None."""
        words, source = self._words, self._draft.source
        for first, last in self._tag:
            for k in range(first, last):
                if words.lower[k] != "di" or not self._is_name(k + 1):
                    continue
                if source and source.first <= k <= source.last:
                    continue
                phrase = self._speakers.after(k + 1, last, describing=False)
                if phrase is not None:
                    return self._reference.head(phrase)
        return None

    def _is_name(self, k: int) -> bool:
        words = self._words
        return words.pos[k] == "PROPN" or bool(words.tokens[k].ent_type_) or words.capital(k)


def _reach(drafts: Sequence[Draft], index: int) -> Range:
    """Return the positions around a cue that no neighbouring cue claims."""
    draft = drafts[index]
    low, high = draft.unit.first, draft.unit.last
    if index and drafts[index - 1].unit is draft.unit:
        before = drafts[index - 1]
        claimed = [before.last, *(end for _, end in before.ranges if end < draft.first)]
        low = max(low, *(end + 1 for end in claimed))
    if index + 1 < len(drafts) and drafts[index + 1].unit is draft.unit:
        high = min(high, drafts[index + 1].first - 1)
    return low, high


def _outside(draft: Draft, low: int, high: int) -> Iterator[Range]:
    """Yield the stretches of [low, high] that are not content of the draft."""
    at = low
    for first, last in sorted(draft.ranges):
        if last < low or first > high:
            continue
        if first > at:
            yield at, first - 1
        at = max(at, last + 1)
    if at <= high:
        yield at, high
