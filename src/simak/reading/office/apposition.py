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
_AS = frozenset({"sebagai", "menjadi", "jadi", "selaku", "seorang", "salah", "satu"})
# Verbs that give somebody an office, with "sebagai" or "menjadi" and without.
_BARE_VERBS = frozenset({"menjabat", "merupakan", "adalah", "ialah", "dijabat"})
_OFFICE_VERBS = _BARE_VERBS | {
    *("diangkat", "dilantik", "ditunjuk", "terpilih", "dipilih", "didapuk", "dipercaya", "bekerja"),
    *(
        "ditetapkan",
        "dinobatkan",
        "berprofesi",
        "bertugas",
        "dikenal",
        "dikukuhkan",
        "ditugaskan",
        "mengabdi",
    ),
}
_BETWEEN = frozenset(
    {"yang", "kini", "pernah", "telah", "sudah", "sendiri", "juga", "saat", "ini", "itu", "masih"}
    | {",", "sebelumnya", "dulu", "dahulu", "sempat", "resmi", "baru", "saja", "memang", "lalu"}
)
_FARTHEST = 8
_LONGEST_ASIDE = 7


class Appositions:
    """Finds the holders of offices on one page across commas and brackets."""

    def __init__(self, ground: Ground, holders: Holders) -> None:
        self._ground = ground
        self._holders = holders

    def before(self, first: int) -> Mention | None:
        """Return the person of whom this title is said behind the name.

        "Sutini Arga, ketua ...", "Sutini Arga selaku ketua ...", "Sutini Arga kini menjabat ketua".
        """
        return self._beside(first) or self._predicated(first)

    def _predicated(self, first: int) -> Mention | None:
        """Return the person whose name is the subject of a verb of office before this title."""
        surface, words = self._ground.surface, self._ground.words
        verb = first - 1
        while first - verb < 4 and surface.lower(verb) in _AS:
            verb -= 1
        led = verb < first - 1
        if surface.lower(verb) not in (_OFFICE_VERBS if led else _BARE_VERBS):
            return None
        for position in range(verb - 1, max(-1, verb - _FARTHEST), -1):
            word = words[position]
            if word.sentence != words[first].sentence:
                return None
            pronoun = self._ground.pronouns.get(position)
            if pronoun is not None:
                return pronoun if pronoun.number == "sing" else None
            found = next(
                (
                    known
                    for start in range(position, max(-1, position - 6), -1)
                    if (known := self._ground.names.get(start)) is not None and known[1] == position
                ),
                None,
            )
            if found is not None:
                return found[0] if found[0].type == "PER" else None
            if word.lower not in _BETWEEN and word.pos not in ("ADV", "AUX"):
                return None
        return None

    def joined(self, first: int) -> int | None:
        """Return the word that "dan pernah menjabat sebagai" joins to the title at ``first``."""
        surface = self._ground.surface
        position = first - 1
        told = False
        while first - position < _FARTHEST:
            word = surface.lower(position)
            told = told or word in _OFFICE_VERBS or word in ("menjadi", "sebagai")
            if word not in _OFFICE_VERBS | _BETWEEN | _AS or word == ",":
                break
            position -= 1
        if not told or surface.lower(position) not in ("dan", "serta", "lalu", "kemudian", ","):
            return None
        position -= 1 + (surface.lower(position - 1) == ",")
        if surface.lower(position) == ")":
            position = next(
                (i - 1 for i in range(position, position - 8, -1) if surface.lower(i) == "("),
                position,
            )
        if position < 0 or not self._ground.same_sentence(first, position):
            return None
        return position

    def _beside(self, first: int) -> Mention | None:
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
        if (aged := self._before_age(position)) is not None:
            position = aged
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

    def _before_age(self, comma: int) -> int | None:
        """Return the comma in front of an age: "Sutini Arga, 45 tahun, ketua ..."."""
        surface = self._ground.surface
        position = comma - 1 - (surface.lower(comma - 1) == "tahun")
        age = surface.lower(position)
        if surface.lower(comma) != "," or not (age.isdigit() and len(age) == 2):
            return None
        return position - 1 if surface.lower(position - 1) == "," else None

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
            if self._holders.is_told(office.title, closes, after):
                return None
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
