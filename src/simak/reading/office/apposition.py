"""Persons beside an office that does not touch their names: "Sutini Arga, ketua Yayasan Muara"."""

from __future__ import annotations

from simak.reading.finding import Mention
from simak.reading.office.division import Office
from simak.reading.office.ground import Ground
from simak.reading.office.holder import Holders

_JOINS = frozenset({"dan", "sekaligus", "serta", "/", "merangkap"})
_INTRODUCING = frozenset({"selaku", "sebagai", ",", "(", "adalah", "yang"})
_ONE_OF = frozenset({"satu", "seorang", "salah", "juga"})
_BEING = frozenset({"menjabat", "sebagai", "merupakan", "menjadi", "adalah", "seorang"})
_LONGEST_ASIDE = 7


class Appositions:
    """Finds the holders of offices on one page across commas and brackets."""

    def __init__(self, ground: Ground, holders: Holders) -> None:
        self._ground = ground
        self._holders = holders

    def before(self, first: int) -> Mention | None:
        """Return the person whose name stands before "," or "selaku" and this title."""
        position = first - 1
        verb = position
        while position - verb < 2 and self._ground.surface.lower(verb) in _BEING:
            verb -= 1
        if self._ground.surface.lower(verb) in ("juga", "yang"):
            position = verb  # "Sutini Arga yang juga menjabat sebagai ketua ..."
        if self._ground.surface.lower(position) in _ONE_OF:
            position -= 1 + (self._ground.surface.lower(position - 1) == "salah")
        if self._ground.surface.lower(position) == "yang" and position < first - 1:
            position -= 1  # "Sutini Arga, yang juga ketua ..."
            if self._ground.surface.lower(position) != ",":
                position += 1
        if position < 1 or not self._ground.same_sentence(first, position):
            return None
        if self._ground.surface.lower(position) not in _INTRODUCING:
            return None
        if self._ground.surface.lower(position) == "yang" and position == first - 1:
            return None
        if self._ground.surface.lower(position - 1) == "," and position > 1:
            position -= 1
        if self._ground.surface.lower(position - 1) == ")":  # "Sutini Arga (42), ketua ..."
            opening = next(
                (
                    i
                    for i in range(position - 2, position - 8, -1)
                    if self._ground.surface.lower(i) == "("
                ),
                None,
            )
            position = opening if opening is not None and opening > 0 else position
        last = position - 1
        for start in range(last, max(-1, last - 7), -1):
            found = self._ground.names.get(start)
            if found is not None:
                mention, end = found
                return mention if mention.type == "PER" and end == last else None
        return None

    def behind(self, office: Office) -> Mention | None:
        """Return the name after a clause in commas: "pemimpin X yang sudah pergi, Y, ..."."""
        position = office.last + 1
        if office.title.kind != "office" or not self._ground.same_sentence(
            office.title.first, position
        ):
            return None
        if self._ground.surface.lower(position) == ",":
            closes = position + 1
            if not self._holders.touches(closes):
                return None
            after = self._ground.names[closes][1] + 1
            listed = self._ground.surface.lower(after) in _JOINS
            return None if listed else self._ground.names[closes][0]
        if self._ground.surface.lower(position) not in ("yang", "("):
            return None
        for index in range(position + 1, position + 1 + _LONGEST_ASIDE):
            if not self._ground.same_sentence(position, index):
                return None
            if self._ground.surface.words[index].text in (",", ")"):
                name = self._holders.touches(index + 1)
                return self._ground.names[index + 1][0] if name else None
        return None
