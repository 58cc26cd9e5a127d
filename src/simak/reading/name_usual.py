"""Persons who are called by a common word: "Bunga Sutini menolak. Kata Bunga, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from simak.reading.finding import Mention
from simak.reading.name_word import is_common
from simak.reading.surface import Surface
from simak.reading.title import TitleList


def with_usual_words(
    surface: Surface, titles: TitleList, mentions: Sequence[Mention]
) -> list[Mention]:
    """Return the mentions, with persons added who are called by a common word.

    The word begins somebody's full name; it stands alone with a capital inside a sentence, and
    nowhere in the article in lower case.
    """
    words = surface.words
    starts = {word.start: position for position, word in enumerate(words)}
    firsts: set[str] = set()
    for mention in mentions:
        first = starts.get(mention.span[0])
        if mention.type == "PER" and mention.kind == "name" and first is not None:
            text = words[first].text
            if mention.span[1] > words[first].end and is_common(text) and len(text) > 2:
                firsts.add(text)
    plain = {word.text for word in words if not word.capital}
    firsts = {w for w in firsts if w.lower() not in plain and titles.kind(w) is None}
    if not firsts:
        return list(mentions)
    taken = _taken(surface, mentions)
    places = [
        index
        for index, word in enumerate(words)
        if word.text in firsts and word.usable and not word.time and not taken[index]
        if _stands_alone(surface, index)
    ]
    shown = {words[index].text for index in places if not words[index].initial}
    added = [
        Mention(surface.span(index, index), words[index].i, "name", "PER", "sing")
        for index in places
        if words[index].text in shown
    ]
    heads = {mention.head for mention in added}
    kept = [m for m in mentions if m.kind != "description" or m.head not in heads]
    return sorted((*kept, *added), key=lambda mention: (mention.span[0], -mention.span[1]))


def _taken(surface: Surface, mentions: Sequence[Mention]) -> list[bool]:
    """Mark the words of names."""
    taken = [False] * len(surface)
    starts = {word.start: position for position, word in enumerate(surface.words)}
    for mention in mentions:
        position = starts.get(mention.span[0])
        while (
            mention.kind in ("name", "acronym")
            and position is not None
            and position < len(surface)
            and surface.words[position].end <= mention.span[1]
        ):
            taken[position] = True
            position += 1
    return taken


def _stands_alone(surface: Surface, index: int) -> bool:
    """Tell whether no word with a capital stands right beside the one at ``index``."""
    words = surface.words
    before = words[index - 1] if index and not words[index].initial else None
    if before is not None and before.capital and not before.initial:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.initial or not after.capital:
        return True
    return not surface.adjacent(index, index + 1)
