"""What stands around and inside a name, weighed against the model's type."""

from __future__ import annotations

from typing import cast

from simak.reading.name_ground import Ground
from simak.reading.name_word import is_common, is_person
from simak.record import EntityType


class Witness:
    """The words of one page as witnesses of what its names are."""

    def __init__(self, ground: Ground) -> None:
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._evidence = ground.evidence

    def retyped(self, first: int, last: int, kind: EntityType) -> EntityType | None:
        """Weigh the model's type against the words themselves; None for what names no actor."""
        words = self._words
        tail = self._lexicon.tails.get(words[last].text) if last > first else None
        if tail == "NONE":
            return None
        if tail is not None and kind != tail and not is_person(words[first].text):
            return cast(EntityType, tail)
        single = self._surface.join(first, last)
        place = self._lexicon.places.known(single) if kind == "ORG" else None
        if place is not None and (not words[first].upper or place.kind == "province"):
            return place.type
        if (
            kind in ("ORG", "GPE")
            and 1 <= last - first <= 2
            and not self._evidence.body(first, last)
        ):
            plain = not any(words[i].common or words[i].upper for i in range(first, last + 1))
            shown = is_person(words[first].text) or self._evidence.person(first, last)
            if plain and shown and self._lexicon.places.known(single) is None:
                return "PER"
        return kind

    def is_acronym_first(self, first: int, last: int) -> bool:
        """Tell whether an acronym stands before a person's name: "LPHN Dewi ..."."""
        word = self._words[first]
        if last == first or not word.upper or len(word.text) < 3 or not word.text.isalpha():
            return False
        return not self._words[first + 1].upper and not is_person(word.text)

    def before_rank(self, last: int) -> bool:
        """Tell whether a rank and a name follow: "Kadis Lanang dr. Nadira" names Lanang's."""
        after = self._lexicon.titles.match(self._surface, last + 1)
        if after is None or after[1] not in ("rank", "honorific"):
            return False
        same = self._words[last + 1].sentence == self._words[last].sentence
        beyond = after[0] + 1
        return same and beyond < len(self._words) and self._words[beyond].capital

    def names_holder(self, title: int, after: int) -> bool:
        """Tell whether a person's name stands behind a title: "Raja Halim", not "Raja Ampat"."""
        if after >= len(self._words) or not is_person(self._words[after].text):
            return False
        return self._lexicon.places.known(self._surface.join(title, after)) is None

    def is_reduplicated(self, index: int) -> bool:
        """Tell whether "Teka - teki" begins here: a common word with blanks at its hyphen."""
        if self._surface.lower(index + 1) != "-":
            return False
        word = self._words[index]
        if word.initial and is_common(word.text):
            return True
        return is_common(f"{word.lower}-{self._surface.lower(index + 2)}")
