"""Names that the model labels: where each ends, and of what type the words say it is."""

from __future__ import annotations

from simak.reading.name_brand import is_brand
from simak.reading.name_found import Found
from simak.reading.name_ground import CURRENCIES, OF_PLACE, Ground
from simak.reading.name_person import PersonNames
from simak.reading.name_witness import Witness
from simak.reading.name_word import is_person
from simak.reading.surface import is_numeral
from simak.record import EntityType

_LABEL_TYPES: dict[str, EntityType] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "GPE",
    "GPE": "GPE",
    "NORP": "NORP",
}


class LabelNames:
    """The entities of the model on one page, added to what is ``found``."""

    def __init__(
        self, ground: Ground, persons: PersonNames, witness: Witness, found: Found
    ) -> None:
        self._ground = ground
        self._persons = persons
        self._witness = witness
        self._found = found
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors
        self._evidence = ground.evidence

    def read(self, index: int, after_title: bool) -> int | None:
        """Read the entity of the model that begins at ``index`` (or is cut by a title before)."""
        word = self._words[index]
        if not word.label or word.label not in _LABEL_TYPES or self._witness.is_reduplicated(index):
            return None
        if word.label != "PER" and is_numeral(word.text):
            return None
        last = self._ground.trimmed(index, self._ground.cut(index, self._ground.label_end(index)))
        if word.common and word.initial and (last == index or word.label != "ORG"):
            return None
        if index and self._words[index - 1].lower in CURRENCIES:
            return None  # "dolar AS"
        ordinary = word.common and last == index and not word.upper
        if ordinary and (word.label != "LOC" or not self._lexicon.places.known(word.text)):
            return None
        # A name of the lexicon or a title inside ends what stands before it.
        for position in range(index + 1, last + 1):
            inner = self._actors.get(position)
            if inner and word.label == "PER" and inner[1] != "PER":
                last = self._ground.trimmed(index, position - 1)
                break
        kind = _LABEL_TYPES[word.label]
        if kind == "ORG" and after_title and not word.begins and not word.upper and last > index:
            kind = "PER"  # the model's "PAN Sutini Arga", cut behind the party
        classified = self._evidence.classified(index)
        if classified is not None and kind == "PER" and not is_person(word.text):
            kind = classified
        retyped = self._witness.retyped(index, last, kind)
        if retyped is None:
            return last
        kind = retyped
        if kind == "PER" and after_title and last == index and self._witness.before_rank(last):
            kind = "GPE"
        if kind == "PER" and (front := self._split_person(index, last, after_title)) is not None:
            return front
        if kind == "PER" and self._witness.is_acronym_first(index, last):
            self._found.add(index, index, "ORG", acronym=True)
            self._found.add(index + 1, self._persons.end(index + 1, last), "PER")
            return self._found.names[-1].last
        if (
            kind == "PER"
            and not after_title
            and not any(is_person(self._words[i].text) for i in range(index, last + 1))
        ):
            place = self._lexicon.places.known(self._surface.join(index, last))
            if place or self._is_district(index, last):
                self._found.add(index, last, place.type if place else "GPE")
                return last
        if kind == "PER":
            if word.upper and len(word.text) > 3 and last == index and not is_person(word.text):
                kind = "ORG"
            else:
                last = self._persons.end(index, last)
                if last > index and is_brand(word.text):
                    self._found.add(index, index, "ORG")
                    index += 1
        elif (
            after_title
            and kind == "GPE"
            and (
                is_person(word.text) or (last > index and not word.common) or self._is_holder(index)
            )
            and not self._lexicon.places.known(self._surface.join(index, last))
            and not (last > index and self._is_district(index, last))
            and not self._witness.before_rank(last)
        ):
            if (front := self._split_person(index, last, after_title)) is not None:
                return front  # "Bupati Rawa Elok Sutini Arga", all one place to the model
            kind = "PER"
        if kind == "GPE":
            found = self._lexicon.places.find(self._surface.join(index, last))
            if found:
                kind = found[0].type
            elif last == index and is_brand(word.text):
                kind = "ORG"  # "ElokJaya" is a brand
        if kind != "PER":
            last = self._ground.english(last)
        self._found.add(
            index,
            last,
            kind,
            acronym=kind == "ORG" and last == index and word.upper and len(word.text) <= 6,
        )
        return last

    def _split_person(self, first: int, last: int, after_title: bool) -> int | None:
        """Return the last word of a place or body before a person's name, if one is in front."""
        words = self._words
        if last == first or is_person(words[first].text):
            return None
        found = self._lexicon.place(self._surface, first)
        if (
            words[first - 1].text == ","
            and self._found.names
            and self._found.names[-1].last == first - 2
        ):
            return None  # "Wali Kota Muara, Bima Arga": what is governed stands before the comma
        if (
            found is not None
            and found[0] < last
            and (found[0] > first or after_title)
            and not is_person(words[found[0]].text)
        ):
            self._found.add(first, found[0], found[1])
            return found[0]
        if after_title and self._evidence.body_before(first, last):
            self._found.add(first, first, "ORG")
            return first
        return None

    def _is_holder(self, index: int) -> bool:
        """Tell whether one unknown word stands where the holder of an office is named."""
        if self._evidence.place(index) is not None:
            return False
        if self._found.names and self._found.names[-1].last == index - 1:
            return True
        return self._surface.lower(index - 1) not in OF_PLACE

    def _is_district(self, first: int, last: int) -> bool:
        """Tell whether several words name a district or village: "Elok Barat" is no person."""
        return last > first and bool(self._lexicon.places.find(self._surface.join(first, last)))
