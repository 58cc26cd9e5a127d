"""Mastheads: the unknown outlet before the dash of a dateline ("Kota Rawa, Gema Rawa -- ...").

:mod:`simak.reading.dateline` knows outlets by name and shape; here, whatever else stands between
the line's beginning and its dash is taken for an outlet, if every word of it may be a name's.
"""

from __future__ import annotations

from collections.abc import Iterator

from simak.reading.surface import Surface, Word

_DASHES = ("-", "--", "—", "–")
_LINES = 3
_LONGEST = 12


def mastheads(surface: Surface) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of what may be an outlet's name in the article's first lines."""
    words = surface.words
    line = 0
    for index in range(min(len(words), 200)):
        if index:
            if surface.adjacent(index - 1, index):
                continue
            line += 1
            if line >= _LINES:
                return
        end = _dash(surface, index)
        if end is None or not all(_may_belong(words[i]) for i in range(index, end)):
            continue
        first, found = index, None
        for position in range(index, end + 1):
            if position == end or words[position].text in (",", "(", ")", "/", ":"):
                if position > first and not words[first].time:
                    found = first, position - 1
                first = position + 1
        if found is not None:
            yield found


def _dash(surface: Surface, begin: int) -> int | None:
    """Return the position of the dash with blanks around it that ends a dateline, if one does."""
    words = surface.words
    for end in range(begin + 1, min(begin + _LONGEST, len(words))):
        if not surface.adjacent(end - 1, end):
            return None
        if words[end].text in _DASHES:
            spaced = words[end].start > words[end - 1].end
            following = end + 1 < len(words) and words[end + 1].start > words[end].end
            if following and len(words[end - 1].text) == 1 and words[end + 1].text.isdigit():
                return None  # "Tim U - 23 ..."
            return end if spaced and following else None
    return None


def _may_belong(word: Word) -> bool:
    return word.capital or "." in word.text or len(word.text) <= 3 or word.time
