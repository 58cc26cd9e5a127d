"""Offices read from their title on: with the body or country right behind it."""

from __future__ import annotations

from simak.reading.office.division import Office
from simak.reading.office.ground import CALLED, Ground
from simak.reading.office.holder import Holders
from simak.reading.title import Title

_BEFORE_BODY = frozenset({"dari", "untuk", "bagi", "di"})


class PlainOffices:
    """Reads offices on one page whose holder is not named behind them."""

    def __init__(self, ground: Ground, holders: Holders) -> None:
        self._ground = ground
        self._holders = holders

    def read(self, title: Title) -> Office:
        """Return the title with the body or country that stands after it."""
        words = self._ground.surface.words
        last = title.last
        if title.kind != "office":
            return Office(title, None, last)
        position = last + 1
        if (
            self._ground.surface.lower(position) == "("
            and self._ground.surface.lower(position + 2) == ")"
            and self._ground.same_sentence(title.first, position + 3)
        ):
            position += 3  # "Kepala Pusat Penerangan Hukum (Kapuspenkum) ..."
        if self._ground.surface.lower(position) in _BEFORE_BODY and not words[position].time:
            position += 1
        if not self._ground.same_sentence(title.first, position):
            return Office(title, None, last)
        if self._ground.surface.lower(position) in CALLED and position not in self._ground.others:
            position += position + 1 in self._ground.names  # "Emir kelompok X"
        found = self._ground.names.get(position)
        if found is None and position in self._ground.others:
            found = self._ground.others[position]
            if found[0].type not in ("ORG", "GPE", "GROUP") or (
                found[0].number == "plur"
                and (
                    found[0].type != "GROUP"
                    or (position == last + 1 and self._ground.surface.lower(position) not in CALLED)
                )
            ):
                found = None
        if found is None or found[0].type not in ("ORG", "GPE", "GROUP", "LOC", "NORP"):
            return Office(title, None, last)
        if not self._ground.surface.adjacent(last, position):
            return Office(title, None, last)
        body, last = found
        bracket = self._ground.names.get(last + 2)
        if (
            self._ground.surface.lower(last + 1) == "("
            and bracket is not None
            and self._ground.surface.lower(bracket[1] + 1) == ")"
        ):
            last = bracket[1] + 1
        if self._ground.surface.lower(last + 1) == "untuk" and title.kind == "office":
            beyond = self._ground.names.get(last + 2)
            if (
                beyond is not None
                and beyond[0].type == "GPE"
                and not self._holders.touches(last + 2)
            ):
                last = beyond[1]  # "Duta Besar X untuk Y"
        # "Ketua Dewan Kehormatan Partai ...": a second body right after belongs to the first.
        while (more := self._ground.names.get(last + 1)) is not None and more[0].type in (
            "ORG",
            "GPE",
        ):
            if not self._ground.surface.adjacent(last, last + 1):
                break
            last = more[1]
        return Office(title, body, last)
