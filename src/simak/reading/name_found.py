"""The names that are found so far on a page, one behind the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simak.reading.name_ground import GOVERNMENT, Ground
from simak.record import EntityType


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name on the words ``first`` to ``last`` of the surface."""

    first: int
    last: int
    type: EntityType
    kind: Literal["name", "acronym"] = "name"
    sure: bool = True


class Found:
    """The names of one page in the order in which they were found."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._words = ground.words
        self.names: list[Name] = []

    def last_type(self) -> str:
        """Return the type of the last name, an empty string before the first."""
        return self.names[-1].type if self.names else ""

    def add(
        self, first: int, last: int, kind: EntityType, acronym: bool = False, sure: bool = True
    ) -> None:
        """Add the name on the words ``first`` to ``last``.

        "Pemerintah" in front of a place belongs to its name, and a place with the state or
        province that it lies in right behind it is two names: "Rawa Elok | Jawa Barat".
        """
        start = first
        if kind == "GPE" and first > 0:
            before = self._words[first - 1]
            if before.lower in GOVERNMENT and before.sentence == self._words[first].sentence:
                first -= 1
                acronym = False
        wider = self._ground.wider(start, last) if kind == "GPE" else None
        if wider is not None:
            self.names.append(Name(first, wider - 1, kind, sure=sure))
            first, acronym = wider, False
        self.names.append(Name(first, last, kind, "acronym" if acronym else "name", sure))
