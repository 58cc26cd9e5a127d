"""How far a description goes behind its noun: "delegasi | dari Rawa tersebut"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simak.reading.name_found import Name
from simak.reading.noun import DEMONSTRATIVES, KIN, Nouns
from simak.reading.quantity import Quantities
from simak.reading.surface import Surface

LINKS = frozenset({"dari", "asal"})
_FIELD = ("di", "bidang")
MODIFIER_POS = frozenset({"NOUN", "ADJ", "PROPN"})
_LONGEST = 9
_LONGEST_CLAUSE = 6
_CLAUSE_ENDS = frozenset({"dan", "bahwa", "karena", "agar", "untuk", "akan", "telah", "pada"})
# Verbs that stand behind a noun as an adjective does: "kelompok bersenjata".
_VERBAL = frozenset({"bersenjata", "bertopeng", "berseragam", "bermotor", "terlatih"})
# What is done to somebody: "pembunuhan", "penganiayaan", "kasus".
_ACTION = re.compile(r"pe\w{4,}an|kasus|perkara|kematian|keluarga")
_MEASURING = frozenset(
    {"sebesar", "senilai", "seluas", "sepanjang", "sejauh", "seberat", "setinggi", "seharga"}
    | {"sekitar", "sebanyak", "selama", "secara"}
)
_VERB_PREFIXES = ("meng", "meny", "mem")
_CALLING = frozenset({"berinisial", "bernama"})
_OWNERS = frozenset({"kami", "kita", "saya", "mereka", "dia", "beliau"})


def _is_said_of(surface: Surface, noun: int, index: int) -> bool:
    """Tell whether the tree makes a noun the subject of the word at ``index``: "sopir | emosi"."""
    token = surface.doc[surface.words[noun].i]
    return token.head.i == surface.words[index].i and token.dep_.startswith("nsubj")


class Extent:
    """Where descriptions end; ``busy`` are positions of titles in front of names."""

    def __init__(self, nouns: Nouns, quantities: Quantities) -> None:
        self._nouns = nouns
        self._quantities = quantities

    def right(
        self,
        surface: Surface,
        last: int,
        name_at: dict[int, Name],
        busy: Sequence[bool],
        first: int,
    ) -> int:
        """Return the last word of the description whose noun goes from ``first`` to ``last``."""
        words = surface.words
        start = last
        if surface.lower(last + 1) == "-" and surface.lower(last + 2) == surface.lower(last):
            last += 2
        sentence = words[start].sentence
        linked = False
        while last + 1 < len(words) and last - start < _LONGEST:
            after = last + 1
            word = words[after]
            if word.sentence != sentence or not surface.adjacent(last, after) or word.time:
                break
            if word.lower in DEMONSTRATIVES:
                return after
            if word.clitic and word.lower in ("nya", "ku", "mu"):
                return self._clause(surface, after, busy)
            if word.lower in _OWNERS and not word.capital:
                return self._clause(surface, after, busy)
            if word.lower == "yang" or word.lower in _CALLING:
                break
            if last == start and (relative := self._of_kin(surface, start, name_at, busy)):
                return relative
            if after in name_at:
                name = name_at[after]
                owned = not linked and self.belongs(surface, first, start, after)
                if name.type == "PER" and not (linked or owned):
                    break
                last = name.last
                linked = False
                if after + 1 < len(words) and surface.lower(last + 1) in DEMONSTRATIVES:
                    return last + 1
                break
            if busy[after]:
                break
            if (word.lower in LINKS and self._continues(surface, after + 1, name_at)) or (
                word.lower == _FIELD[0] and surface.lower(after + 1) == _FIELD[1]
            ):
                last, linked = after + (word.lower == "di"), True
                continue
            if word.lower in _VERBAL and last == start:
                last, linked = after, False
                continue
            if word.pos == "NOUN" and word.lower.startswith(_VERB_PREFIXES):
                break  # "2.300 warga mengungsi": the model's noun is a verb
            if word.lower in _MEASURING or _is_said_of(surface, start, after):
                break
            if word.pos in MODIFIER_POS and word.text[:1].isalpha() and not word.initial:
                if word.lower in self._quantities.plural or word.lower in self._quantities.singular:
                    break
                last, linked = after, False
                continue
            break
        while last > start and (
            words[last].lower in LINKS or words[last].lower in ("di", "bidang")
        ):
            last -= 1
        return self._clause(surface, last, busy)

    def _of_kin(
        self, surface: Surface, noun: int, name_at: dict[int, Name], busy: Sequence[bool]
    ) -> int | None:
        """Return the end of "istri aktor Wira Elok itu": whose relative somebody is."""
        after = noun + 1
        while after < len(surface) and busy[after]:
            after += 1
        name = name_at.get(after)
        if surface.lower(noun) not in KIN or name is None or name.type != "PER":
            return None
        same = surface.words[name.last].sentence == surface.words[noun].sentence
        return name.last + 1 if same and surface.lower(name.last + 1) in DEMONSTRATIVES else None

    def located(self, surface: Surface, last: int, name_at: dict[int, Name]) -> int:
        """Go over "di Desa Lanang" between those who are there and their verb."""
        name = name_at.get(last + 2)
        if surface.lower(last + 1) != "di" or name is None or name.first != last + 2:
            return last
        if name.type not in ("GPE", "LOC") or not surface.adjacent(last, last + 1):
            return last
        after = name.last + 1
        words = surface.words
        if after >= len(words) or words[after].sentence != words[last].sentence:
            return last
        return name.last if words[after].pos in ("VERB", "AUX") else last

    def joined(
        self, surface: Surface, last: int, name_at: dict[int, Name], busy: Sequence[bool]
    ) -> int:
        """Go over "dan buruh pabrik" when one quantity counts both: "ribuan sopir dan buruh"."""
        following = last + 2
        words = surface.words
        if surface.lower(last + 1) not in ("dan", "atau", "serta") or following >= len(words):
            return last
        same = words[following].sentence == words[last].sentence
        if not same or following in name_at or busy[following] or words[following].capital:
            return last
        noun = self._nouns.find(surface, following)
        if noun is None or noun[1][0] != "GROUP":
            return last
        return self.located(
            surface, self.right(surface, noun[0], name_at, busy, following), name_at
        )

    def _clause(self, surface: Surface, last: int, busy: Sequence[bool]) -> int:
        """Go over a short clause that "ini" or "itu" closes: "pria yang ramah itu".

        Any other clause is no part of the description: "ribuan sopir | yang mogok".
        """
        words = surface.words
        if surface.lower(last + 1) != "yang":
            return last
        for end in range(last + 2, min(last + 2 + _LONGEST_CLAUSE, len(words))):
            word = words[end]
            if (
                word.sentence != words[last].sentence
                or busy[end]
                or word.time
                or not surface.adjacent(end - 1, end)
            ):
                return last
            if word.lower in DEMONSTRATIVES:
                # "saksi | yang mengetahui kejadian itu": that of the event
                own = end > last + 2 and words[end - 1].pos not in ("NOUN", "PROPN", "PRON")
                return end if own else last
            if not word.text[0].isalnum() or word.lower in _CLAUSE_ENDS:
                return last
        return last

    def belongs(self, surface: Surface, first: int, noun_last: int, name: int) -> bool:
        """Tell whether the name at ``name`` owns what a description ends in, or suffered it.

        "pelaku pembunuhan keluarga Sutini", "istri Sutini"; but "pengacara senior Sutini".
        """
        if any(surface.lower(i) in LINKS for i in range(first, name)):
            return True
        if surface.join(first, noun_last).lower() in self._nouns.owned and name == noun_last + 1:
            return True
        inner = range(noun_last + 1, name)
        return any(
            surface.lower(i) in self._nouns.owned or _ACTION.fullmatch(surface.lower(i))
            for i in inner
        )

    def _continues(self, surface: Surface, index: int, name_at: dict[int, Name]) -> bool:
        if index >= len(surface):
            return False
        return index in name_at or surface.words[index].pos in MODIFIER_POS
