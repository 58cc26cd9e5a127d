"""Words that tell how many there are: "ribuan", "sekitar 2.000 buruh" (``quantity.tsv``)."""

from __future__ import annotations

from typing import cast

from simak.lexicon import Lexicon
from simak.reading.finding import Number
from simak.reading.name_found import Name
from simak.reading.surface import Surface

_ABOUT = frozenset(
    {"sekitar", "hampir", "sedikitnya", "setidaknya", "lebih dari", "kurang lebih", "sekurangnya"}
)


class Quantities:
    """Words that tell how many (``quantity.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        found: dict[str, set[str]] = {"plur": set(), "sing": set(), "measure": set()}
        for row in lexicon.rows("quantity.tsv", ("word", "number")):
            found[row.one_of("number", tuple(found))].add(row["word"])
        self.plural = frozenset(found["plur"])
        self.singular = frozenset(found["sing"])
        self.measures = frozenset(found["measure"])

    def before(
        self, surface: Surface, index: int, name_at: dict[int, Name]
    ) -> tuple[int, Number | None]:
        """Return where the words begin that count the noun at ``index``, and its number."""
        first, number = index, None
        while first > 0 and first > index - 5:
            before = surface.words[first - 1]
            if (
                before.sentence != surface.words[index].sentence
                or (first - 1) in name_at
                or before.time
            ):
                break
            if before.lower in self.plural or before.text.replace(".", "").isdigit():
                number = "plur"
            elif before.lower in self.singular:
                number = number or "sing"
            elif (
                before.lower in self.measures
                and first - 2 >= 0
                and (
                    surface.lower(first - 2) in self.plural
                    or surface.lower(first - 2) in self.singular
                    or surface.words[first - 2].text.isdigit()
                )
            ):
                pass
            else:
                break
            first -= 1
        if number == "plur" and first > 0 and surface.words[first].text[:1].isdigit():
            # "sekitar 2.000 buruh", "lebih dari 100 warga"
            for length in (2, 1):
                about = range(max(0, first - length), first)
                words = " ".join(surface.lower(i) for i in about)
                if words in _ABOUT and surface.adjacent(first - 1, first):
                    first -= len(about)  # at the top of a page fewer words stand there
                    break
        if number is None:
            head = surface.lower(index)
            half = head.partition("-")
            if (half[1] and half[0] == half[2]) or (
                surface.lower(index + 1) == "-" and surface.lower(index + 2) == head
            ):
                number = "plur"
        return first, cast("Number | None", number)
