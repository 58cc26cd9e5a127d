"""Descriptions: noun phrases whose head denotes an actor or a place ("delegasi tersebut")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from simak.lexicon import Lexicon
from simak.reading.finding import Number
from simak.reading.name_found import Name
from simak.reading.nominal_extent import LINKS, MODIFIER_POS, Extent
from simak.reading.noun import DEMONSTRATIVES, Nouns
from simak.reading.quantity import Quantities
from simak.reading.surface import Surface
from simak.record import EntityType

# Bodies that belong to the body whose name follows: "anak usaha X" is not X.
_BELONGING = frozenset({"anak usaha", "anak perusahaan", "cabang", "kantor", "unit", "induk"})
_BECOMING = frozenset(
    {"sebagai", "menjadi", "jadi", "selaku", "status", "berstatus", "penetapan", "dijadikan"}
    | {"ditetapkan", "diangkat", "calon"}
)
# Governments by their short names, written with a capital though nothing is named.
_GOVERNMENTS = frozenset({"pemkot", "pemkab", "pemprov", "pemda"})
# Nouns after which a name is the name of the same thing: "kantor berita AFP", "kota Surabaya".
_SAME = {
    "PER": {"PER"},
    "GROUP": {"ORG", "PER"},
    "ORG": {"ORG"},
    "GPE": {"GPE"},
    "LOC": {"LOC", "GPE"},
    "NORP": {"ORG", "PER", "NORP"},
}


def _is_predicate(surface: Surface, index: int, types: Sequence[str]) -> bool:
    """Tell whether a noun says what somebody is or becomes: "ditetapkan sebagai tersangka"."""
    before = surface.words[index - 1] if index else None
    if before is None or before.sentence != surface.words[index].sentence:
        return False
    return before.lower in _BECOMING and bool({"PER", "GROUP"} & set(types))


def _is_inner(surface: Surface, index: int) -> bool:
    """Tell whether a noun only says of what kind the noun before it is: "informasi publik"."""
    before = surface.words[index - 1] if index else None
    if before is None or before.sentence != surface.words[index].sentence:
        return False
    return before.pos in MODIFIER_POS and surface.adjacent(index - 1, index)


@dataclass(frozen=True, slots=True)
class Description:
    """A description on the words ``first`` to ``last``; ``head`` is its noun's position."""

    first: int
    last: int
    head: int
    type: EntityType
    number: Number | None


class DescriptionFinder:
    """Finds the descriptions of a page."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._quantities = Quantities(lexicon)
        self._nouns = Nouns(lexicon, self._quantities)
        self._extent = Extent(self._nouns, self._quantities)

    def find(
        self, surface: Surface, names: Sequence[Name], busy: Sequence[bool]
    ) -> list[Description]:
        """Return the descriptions in text order; they may hold names, and one another.

        ``busy``: positions that belong to titles in front of names.
        """
        name_at: dict[int, Name] = {}
        for name in names:
            for index in range(name.first, name.last + 1):
                name_at[index] = name
        found: list[Description] = []
        index, inside = 0, -1
        while index < len(surface):
            word = surface.words[index]
            noun = (
                None
                if not word.usable or index in name_at or busy[index] or word.time
                else self._nouns.find(surface, index)
            )
            if noun is None:
                index += 1
                continue
            description = self._read(surface, index, noun, name_at, busy)
            if description is not None:
                shown = (
                    surface.lower(description.last) in DEMONSTRATIVES or description.first < index
                )
                again = bool(found) and description.first <= found[-1].first
                if index > inside or (shown and not again):
                    found.append(description)
                    inside = max(inside, description.last)
            index = noun[0] + 1
        return found

    def _read(
        self,
        surface: Surface,
        index: int,
        noun: tuple[int, tuple[str, ...], str],
        name_at: dict[int, Name],
        busy: Sequence[bool],
    ) -> Description | None:
        noun_last, types, number_word = noun
        words = surface.words
        if surface.lower(index) == "kedua" or self._is_reduplicated_apart(surface, index):
            return None
        first, number = self._quantities.before(surface, index, name_at)
        counted = number == "plur"
        if (
            first == index
            and surface.lower(index) in self._nouns.alone
            and _is_inner(surface, index)
        ):
            return None
        if first == index and _is_predicate(surface, index, types):
            return None
        last = self._extent.right(surface, noun_last, name_at, busy, index)
        if types[0] in ("GROUP", "NORP"):
            last = self._extent.located(surface, last, name_at)
            if counted:
                last = self._extent.joined(surface, last, name_at, busy)
        if number is None and number_word != "any":
            number = cast(Number, number_word)
        kind = types[0]
        if len(types) > 1:
            if number is None:
                bare = last == noun_last
                number = "plur" if types[0] == "GROUP" and bare else None
            kind = (
                next((t for t in types if (t == "PER") == (number == "sing")), types[0])
                if number
                else types[0]
            )
            if number is None and "PER" in types and surface.lower(last) in DEMONSTRATIVES:
                kind, number = "PER", "sing"
        if kind in ("PER", "GPE", "ORG") and number == "plur" and (counted or kind == "PER"):
            kind = "GROUP"
        after = name_at.get(noun_last + 1)
        if (
            after is not None
            and after.first == noun_last + 1
            and after.type in _SAME[kind]
            and not counted
            and not self._extent.belongs(surface, index, noun_last, after.first)
            and not (
                after.type == "ORG" and surface.join(index, noun_last).lower() in self._nouns.staff
            )
            and surface.adjacent(noun_last, after.first)
        ):
            return None
        if self._is_apposed(surface, index, noun_last, types[0], name_at.get(last)) and not counted:
            return None
        # "pengacara senior Budi": what ends in a person's name is that person's title.
        ending = name_at.get(last)
        following = name_at.get(last + 1)
        if "PER" in types and not (index and busy[index - 1]):
            if (
                ending is not None
                and ending.type == "PER"
                and ending.first > index
                and not self._extent.belongs(surface, index, noun_last, ending.first)
            ):
                return None
            if following is not None and following.type == "PER" and following.first == last + 1:
                return None
        if (
            words[index].capital
            and not words[index].initial
            and surface.lower(index) not in _GOVERNMENTS
            and first == index
            and (last == noun_last or all(words[i].capital for i in range(index, last + 1)))
        ) and words[index].pos == "PROPN":
            return None
        return Description(first, last, index, cast(EntityType, kind), number)

    def _is_apposed(
        self, surface: Surface, first: int, last: int, kind: str, name: Name | None
    ) -> bool:
        """Tell whether a body's name ends what describes it: "perusahaan tambang PT Cakra"."""
        if name is None or name.type != "ORG" or name.first <= last:
            return False
        noun = surface.join(first, last).lower()
        if (kind != "ORG" and noun != "kelompok") or noun in _BELONGING:
            return False
        return not any(surface.lower(i) in LINKS for i in range(last, name.first))

    def _is_reduplicated_apart(self, surface: Surface, index: int) -> bool:
        """Tell whether this is the second half of "negara - negara"."""
        return (
            index >= 2
            and surface.lower(index - 1) == "-"
            and surface.lower(index - 2) == surface.lower(index)
        )
