"""First words of the names of bodies: "Dinas", "PT", "Komisi"."""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.name_lexicon import HEAD_COLUMNS
from simak.reading.surface import Surface


class BodyHeads:
    """First words of the names of bodies ("Dinas", "PT"), from ``name_head.tsv``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads: set[str] = set()
        self._sites: set[str] = set()
        longest = 1
        for row in lexicon.rows("name_head.tsv", HEAD_COLUMNS):
            self._sites.add(row["word"])
            if row["type"] == "ORG":
                self._heads.add(row["word"])
                longest = max(longest, len(row["word"].split()))
        self._longest = min(longest, 3)

    def at(self, surface: Surface, index: int) -> bool:
        """Tell whether the name of a body may begin at ``index``."""
        if not surface.words[index].capital:
            return False
        words = [word.text for word in surface.words[index : index + self._longest]]
        return any(" ".join(words[: n + 1]) in self._heads for n in range(len(words)))

    def named_after(self, surface: Surface, index: int) -> bool:
        """Tell whether a name at ``index`` is that of the site or body in front: "Bandara ..."."""
        if index == 0:
            return False
        word = surface.words[index - 1]
        return word.capital and word.text in self._sites and surface.adjacent(index - 1, index)

    def of_several(self, surface: Surface, index: int) -> bool:
        """Tell whether two words that begin the name of a body stand at ``index``."""
        words = [word.text for word in surface.words[index : index + 2]]
        return " ".join(words) in self._heads and len(words) == 2
