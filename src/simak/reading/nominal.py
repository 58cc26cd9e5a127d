"""Descriptions: noun phrases whose head denotes an actor or a place ("delegasi tersebut")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from simak.lexicon import Lexicon
from simak.reading.finding import Number
from simak.reading.name_found import Name
from simak.reading.surface import Surface
from simak.record import EntityType

COLUMNS = ("noun", "type", "number", "kind")
TYPES = ("PER", "ORG", "GPE", "LOC", "NORP", "GROUP")
NUMBERS = ("sing", "plur", "any")
KINDS = ("", "government", "alone", "owned", "staff")

DEMONSTRATIVES = frozenset({"itu", "ini", "tersebut", "tadi", "termaksud"})
_LINKS = frozenset({"dari", "asal"})
_FIELD = ("di", "bidang")
_MODIFIER_POS = frozenset({"NOUN", "ADJ", "PROPN"})
_LONGEST = 9
_LONGEST_CLAUSE = 6
_CLAUSE_ENDS = frozenset({"dan", "bahwa", "karena", "agar", "untuk", "akan", "telah", "pada"})
# Verbs that stand behind a noun as an adjective does: "kelompok bersenjata".
_VERBAL = frozenset({"bersenjata", "bertopeng", "berseragam", "bermotor", "terlatih"})
# Bodies that belong to the body whose name follows: "anak usaha X" is not X.
_BELONGING = frozenset({"anak usaha", "anak perusahaan", "cabang", "kantor", "unit", "induk"})
# What is done to somebody: "pembunuhan", "penganiayaan", "kasus".
_ACTION = re.compile(r"pe\w{4,}an|kasus|perkara|kematian|keluarga")
_MEASURING = frozenset(
    {"sebesar", "senilai", "seluas", "sepanjang", "sejauh", "seberat", "setinggi", "seharga"}
    | {"sekitar", "sebanyak", "selama", "secara"}
)
_VERB_PREFIXES = ("meng", "meny", "mem")
_ABOUT = frozenset(
    {"sekitar", "hampir", "sedikitnya", "setidaknya", "lebih dari", "kurang lebih", "sekurangnya"}
)
_BECOMING = frozenset(
    {"sebagai", "menjadi", "jadi", "selaku", "status", "berstatus", "penetapan", "dijadikan"}
    | {"ditetapkan", "diangkat", "calon"}
)
# Governments by their short names, written with a capital though nothing is named.
_GOVERNMENTS = frozenset({"pemkot", "pemkab", "pemprov", "pemda"})
KIN = frozenset(
    {"istri", "suami", "anak", "putra", "putri", "ibu", "ayah", "adik", "kakak", "menantu"}
    | {"mertua", "cucu", "keponakan", "kekasih", "tunangan", "sahabat", "teman", "rekan"}
)
_CALLING = frozenset({"berinisial", "bernama"})
_OWNERS = frozenset({"kami", "kita", "saya", "mereka", "dia", "beliau"})
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


def _is_said_of(surface: Surface, noun: int, index: int) -> bool:
    """Tell whether the tree makes a noun the subject of the word at ``index``: "sopir | emosi"."""
    token = surface.doc[surface.words[noun].i]
    return token.head.i == surface.words[index].i and token.dep_.startswith("nsubj")


def _is_inner(surface: Surface, index: int) -> bool:
    """Tell whether a noun only says of what kind the noun before it is: "informasi publik"."""
    before = surface.words[index - 1] if index else None
    if before is None or before.sentence != surface.words[index].sentence:
        return False
    return before.pos in _MODIFIER_POS and surface.adjacent(index - 1, index)


class Quantities:
    """Words that tell how many (``quantity.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        found: dict[str, set[str]] = {"plur": set(), "sing": set(), "measure": set()}
        for row in lexicon.rows("quantity.tsv", ("word", "number")):
            found[row.one_of("number", tuple(found))].add(row["word"])
        self.plural = frozenset(found["plur"])
        self.singular = frozenset(found["sing"])
        self.measures = frozenset(found["measure"])


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
        self._nouns: dict[str, tuple[tuple[str, ...], str]] = {}
        kinds: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._longest: dict[str, int] = {}
        for row in lexicon.rows("noun.tsv", COLUMNS):
            types = row.list("type")
            for kind in types:
                if kind not in TYPES:
                    raise row.error(f"type is {kind!r}; it must be one of {', '.join(TYPES)}")
            noun = row["noun"].lower()
            self._nouns[noun] = types, row.one_of("number", NUMBERS)
            kinds[row.one_of("kind", KINDS)].add(noun)
            first = noun.split()[0]
            self._longest[first] = max(self._longest.get(first, 0), len(noun.split()))
        self._alone, self._owned = frozenset(kinds["alone"]), frozenset(kinds["owned"])
        self._staff = frozenset(kinds["staff"])

    def noun(self, surface: Surface, index: int) -> tuple[int, tuple[str, ...], str] | None:
        """Return (last word, types, number) of the longest noun of the list at ``index``."""
        longest = self._longest.get(surface.lower(index))
        if longest is None:
            lower = surface.lower(index)
            word = surface.words[index]
            counted = index and surface.lower(index - 1) in ("para", "seorang")
            quantities = self._quantities.plural | self._quantities.singular
            if counted and lower.isalpha() and not word.capital and lower not in quantities:
                return index, ("GROUP", "PER"), "any"
            first, hyphen, second = lower.partition("-")
            if hyphen and first == second and first in self._nouns:
                return index, self._nouns[first][0], "plur"
            return None
        for length in range(longest, 0, -1):
            last = index + length - 1
            if last >= len(surface):
                continue
            found = self._nouns.get(" ".join(surface.lower(i) for i in range(index, last + 1)))
            if found:
                return last, *found
        return None

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
                else self.noun(surface, index)
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
        first, number = self._left(surface, index, name_at)
        counted = number == "plur"
        if first == index and surface.lower(index) in self._alone and _is_inner(surface, index):
            return None
        if first == index and _is_predicate(surface, index, types):
            return None
        last = self._right(surface, noun_last, name_at, busy, index)
        if types[0] in ("GROUP", "NORP"):
            last = self._located(surface, last, name_at)
            if counted:
                last = self._joined(surface, last, name_at, busy)
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
            and not self._belongs(surface, index, noun_last, after.first)
            and not (after.type == "ORG" and surface.join(index, noun_last).lower() in self._staff)
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
                and not self._belongs(surface, index, noun_last, ending.first)
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

    def _belongs(self, surface: Surface, first: int, noun_last: int, name: int) -> bool:
        """Tell whether the name at ``name`` owns what a description ends in, or suffered it.

        "pelaku pembunuhan keluarga Sutini", "istri Sutini"; but "pengacara senior Sutini".
        """
        if any(surface.lower(i) in _LINKS for i in range(first, name)):
            return True
        if surface.join(first, noun_last).lower() in self._owned and name == noun_last + 1:
            return True
        inner = range(noun_last + 1, name)
        return any(
            surface.lower(i) in self._owned or _ACTION.fullmatch(surface.lower(i)) for i in inner
        )

    def _is_apposed(
        self, surface: Surface, first: int, last: int, kind: str, name: Name | None
    ) -> bool:
        """Tell whether a body's name ends what describes it: "perusahaan tambang PT Cakra"."""
        if name is None or name.type != "ORG" or name.first <= last:
            return False
        noun = surface.join(first, last).lower()
        if (kind != "ORG" and noun != "kelompok") or noun in _BELONGING:
            return False
        return not any(surface.lower(i) in _LINKS for i in range(last, name.first))

    def _is_reduplicated_apart(self, surface: Surface, index: int) -> bool:
        """Tell whether this is the second half of "negara - negara"."""
        return (
            index >= 2
            and surface.lower(index - 1) == "-"
            and surface.lower(index - 2) == surface.lower(index)
        )

    def _left(
        self, surface: Surface, index: int, name_at: dict[int, Name]
    ) -> tuple[int, Number | None]:
        first, number = index, None
        while first > 0 and first > index - 5:
            before = surface.words[first - 1]
            if (
                before.sentence != surface.words[index].sentence
                or (first - 1) in name_at
                or before.time
            ):
                break
            if before.lower in self._quantities.plural or before.text.replace(".", "").isdigit():
                number = "plur"
            elif before.lower in self._quantities.singular:
                number = number or "sing"
            elif (
                before.lower in self._quantities.measures
                and first - 2 >= 0
                and (
                    surface.lower(first - 2) in self._quantities.plural
                    or surface.lower(first - 2) in self._quantities.singular
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

    def _right(
        self,
        surface: Surface,
        last: int,
        name_at: dict[int, Name],
        busy: Sequence[bool],
        first: int,
    ) -> int:
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
                owned = not linked and self._belongs(surface, first, start, after)
                if name.type == "PER" and not (linked or owned):
                    break
                last = name.last
                linked = False
                if after + 1 < len(words) and surface.lower(last + 1) in DEMONSTRATIVES:
                    return last + 1
                break
            if busy[after]:
                break
            if (word.lower in _LINKS and self._continues(surface, after + 1, name_at)) or (
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
            if word.pos in _MODIFIER_POS and word.text[:1].isalpha() and not word.initial:
                if word.lower in self._quantities.plural or word.lower in self._quantities.singular:
                    break
                last, linked = after, False
                continue
            break
        while last > start and (
            words[last].lower in _LINKS or words[last].lower in ("di", "bidang")
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

    def _located(self, surface: Surface, last: int, name_at: dict[int, Name]) -> int:
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

    def _joined(
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
        noun = self.noun(surface, following)
        if noun is None or noun[1][0] != "GROUP":
            return last
        return self._located(
            surface, self._right(surface, noun[0], name_at, busy, following), name_at
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

    def _continues(self, surface: Surface, index: int, name_at: dict[int, Name]) -> bool:
        if index >= len(surface):
            return False
        return index in name_at or surface.words[index].pos in _MODIFIER_POS
