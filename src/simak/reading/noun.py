"""Nouns that denote actors and places, and the words that point at them (``noun.tsv``)."""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.quantity import Quantities
from simak.reading.surface import Surface

COLUMNS = ("noun", "type", "number", "kind")
TYPES = ("PER", "ORG", "GPE", "LOC", "NORP", "GROUP")
NUMBERS = ("sing", "plur", "any")
KINDS = ("", "government", "alone", "owned", "staff")

DEMONSTRATIVES = frozenset({"itu", "ini", "tersebut", "tadi", "termaksud"})
KIN = frozenset(
    {"istri", "suami", "anak", "putra", "putri", "ibu", "ayah", "adik", "kakak", "menantu"}
    | {"mertua", "cucu", "keponakan", "kekasih", "tunangan", "sahabat", "teman", "rekan"}
)


class Nouns:
    """The nouns of the list.

    ``alone`` denote nobody behind another noun, ``owned`` belong to the name behind them, and
    ``staff`` are the people of the body behind them.
    """

    def __init__(self, lexicon: Lexicon, quantities: Quantities) -> None:
        self._quantities = quantities
        self._nouns: dict[str, tuple[tuple[str, ...], str]] = {}
        kinds: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._longest: dict[str, int] = {}
        for row in lexicon.rows("noun.tsv", COLUMNS):
            types = row.list("type")
            for kind in types:
                if kind not in TYPES:
                    raise row.error(f"type is {kind!r}; it must be one of {', '.join(TYPES)}")
            noun = row["noun"].lower()
            self._nouns[noun] = types, row.one_of("number", NUMBERS)
            kinds[row.one_of("kind", KINDS)].add(noun)
            first = noun.split()[0]
            self._longest[first] = max(self._longest.get(first, 0), len(noun.split()))
        self.alone, self.owned = frozenset(kinds["alone"]), frozenset(kinds["owned"])
        self.staff = frozenset(kinds["staff"])

    def find(self, surface: Surface, index: int) -> tuple[int, tuple[str, ...], str] | None:
        """Return (last word, types, number) of the longest noun of the list at ``index``."""
        longest = self._longest.get(surface.lower(index))
        if longest is None:
            lower = surface.lower(index)
            word = surface.words[index]
            counted = index and surface.lower(index - 1) in ("para", "seorang")
            quantities = self._quantities.plural | self._quantities.singular
            if counted and lower.isalpha() and not word.capital and lower not in quantities:
                return index, ("GROUP", "PER"), "any"
            first, hyphen, second = lower.partition("-")
            if hyphen and first == second and first in self._nouns:
                return index, self._nouns[first][0], "plur"
            return None
        for length in range(longest, 0, -1):
            last = index + length - 1
            if last >= len(surface):
                continue
            found = self._nouns.get(" ".join(surface.lower(i) for i in range(index, last + 1)))
            if found:
                return last, *found
        return None
