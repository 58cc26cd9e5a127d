"""Two who are named together and taken up as one: "Sutini dan Bima ... keduanya"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from simak.reading.coreference.discourse import Discourse, Entity

_BLOCKING = ("GROUP", "NORP", "PER")


class Pairs:
    """The pairs of names of a text, a new group for each that is taken up."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._pairs = self._coordinated()
        self._pair_of: dict[tuple[int, int], Entity] = {}

    def before(self, index: int, *, both: bool) -> Entity | None:
        """Return the pair "A dan B" that is the subject of this sentence or the one before.

        ``both``: the word is "keduanya", which people and groups named since do not take.
        """
        discourse = self._discourse
        mentions = discourse.mentions
        start = mentions[index].span[0]
        end = bisect_left(self._pairs, start, key=lambda pair: mentions[pair[1]].span[1])
        if not end:
            return None
        first, second = self._pairs[end - 1]
        if discourse.sentence[index] - discourse.sentence[second] > 1:
            return None
        if not (both or discourse.is_subject(first)):
            return None
        for seen in discourse.recent(index, 1):
            kind = discourse.entities[seen.entity].type
            blocks = seen.subject and kind == "GROUP" if both else kind in _BLOCKING
            if seen.start > mentions[second].span[0] and blocks:
                return None
        a, b = discourse.of[first], discourse.of[second]
        if a is None or b is None or a == b:
            return None
        key = (min(a, b), max(a, b))
        known = self._pair_of.get(key)
        if known is None:
            known = self._pair_of[key] = discourse.new("GROUP", "plur")
            known.label = discourse.text[mentions[first].span[0] : mentions[second].span[1]]
        return known

    def _coordinated(self) -> list[tuple[int, int]]:
        """Return the pairs of names that "dan" joins, a title between them or not."""
        discourse = self._discourse
        mentions = discourse.mentions
        named = [i for i, m in enumerate(mentions) if m.kind in ("name", "acronym")]
        found = []
        for first, second in pairwise(named):
            between = discourse.text[mentions[first].span[1] : mentions[second].span[0]]
            words = between.split()
            if not words or words[0] not in ("dan", "serta") or len(words) > 4:
                continue
            if discourse.sentence[first] == discourse.sentence[second] and "," not in between:
                found.append((first, second))
        return found
