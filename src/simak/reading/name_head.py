"""Names that begin with a word for what is named: "Badan", "Sungai", "Kabupaten"."""

from __future__ import annotations

from typing import cast

from simak.reading.name_body import BodyNames
from simak.reading.name_found import Found
from simak.reading.name_ground import Ground
from simak.reading.name_thing import Things
from simak.reading.name_word import is_person
from simak.record import EntityType


class HeadNames:
    """The names behind a head of the lexicon on one page, added to what is ``found``."""

    def __init__(self, ground: Ground, bodies: BodyNames, things: Things, found: Found) -> None:
        self._ground = ground
        self._bodies = bodies
        self._things = things
        self._found = found
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words

    def read(self, index: int, after_title: bool) -> int | None:
        """Read a name that begins with "Badan", "Sungai", "Kabupaten"; nothing for a mere head."""
        found = self._lexicon.head(self._surface, index)
        if found is None:
            return None
        head_last, kind = found
        word = self._words[index]
        if word.label == "PER" and is_person(word.text):
            return None
        if word.text == "Kota" and self._surface.lower(index - 1) == "ibu":
            return index  # "Ibu Kota Elok": the capital of Elok
        inner = (
            self._lexicon.head(self._surface, head_last + 1)
            if self._goes_on_at(head_last)
            else None
        )
        if kind == "LOC" and inner is not None and inner[1] == "ORG":
            return head_last  # "Dirjen Perhubungan Laut | Kementerian ..."
        needs = self._surface.join(index, head_last) in self._lexicon.needing
        if kind == "NONE":
            return (
                self._bodies.end(head_last, after_title, kind)
                if not word.initial or not word.common or self._goes_on(head_last + 1)
                else head_last
            )
        end = self._bodies.end(head_last, after_title, kind, needs)
        if kind == "ORG":
            end = self._bodies.closed(index, end)
        labelled = word.label in ("ORG", "LOC") and word.begins
        if labelled and not after_title and kind in ("ORG", "GPE"):
            reach = self._ground.cut(index, self._ground.label_end(index))
            for position in range(index + 1, reach + 1):
                if self._lexicon.titles.kind(self._words[position].text) == "rank":
                    reach = position - 1
                    break
            end = max(end, self._ground.trimmed(index, reach))
        if self._things.series(head_last, end):
            return end
        if end == head_last:
            if needs and kind == "GPE":
                return end  # "Pemkot" alone is no name
            if word.upper and kind == "ORG" and len(word.text) > 2 and not word.common:
                self._found.add(index, end, "ORG", acronym=len(word.text) <= 6)
                return end
            if end > index and kind == "ORG" and not needs:
                self._found.add(index, end, "ORG")  # "Satpol PP", "Palang Merah"
                return end
            return None if word.label and end == index else end
        if word.initial and word.common and end == index + 1 and not self._words[end].capital:
            return None  # "Kelompok 88" at the beginning of a sentence may be anything
        self._found.add(index, end, cast(EntityType, kind))
        return end

    def _goes_on_at(self, last: int) -> bool:
        """Tell whether a word of the same sentence follows on the line."""
        words = self._words
        if last + 1 >= len(words) or not self._surface.adjacent(last, last + 1):
            return False
        return words[last + 1].sentence == words[last].sentence

    def _goes_on(self, index: int) -> bool:
        """Tell whether a word in the middle of a sentence is a common one with a capital."""
        word = self._words[index] if index < len(self._words) else None
        return word is not None and word.capital and word.common and not is_person(word.text)
