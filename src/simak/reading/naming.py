"""Which names name the same: "Joko Widodo", "Widodo", "Jokowi"; "Partai Golkar", "Golkar"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from simak.lexicon import Lexicon
from simak.reading.acronym import abbreviates
from simak.reading.actor import Actor, ActorList
from simak.reading.finding import Mention
from simak.reading.name_lexicon import HEAD_COLUMNS
from simak.reading.name_spelling import (
    is_familiar,
    is_short_for,
    is_slip,
    same_person,
    sound,
)
from simak.reading.place import Gazetteer, Place, fold

_PARTS = re.compile(r"[^\W_]+")
_OPENING = re.compile(r"\((?:[A-Z]\w{1,4} )?$")
_ALIAS = re.compile(
    r"[\s,(–-]*(?:alias|(?:yang |yg )?(?:(?:akrab|biasa|kerap|sering|lebih dikenal) )?"
    r"(?:disapa|dipanggil|dijuluki|dikenal(?: sebagai)?)|sapaan(?: akrab)?|panggilan(?: akrab)?)"
    r" ?[\"“'‘]?(?:[A-Z]\w{1,4} )?"
)
_LONGEST_ALIAS = 50
_GOVERNMENTS = ("pemerintah ", "rezim ")
_LEGAL_FORMS = frozenset({"tbk", "persero"})
_LOOK_BACK = 60
_LONGEST_CLUB = 3
_BEFORE_PLACE = frozenset(
    {"di", "ke", "dari", "kota", "kabupaten", "provinsi", "menuju", "asal", "wilayah", "polda"}
)
_STATES = frozenset({"Republik", "Kerajaan", "Kesultanan", "Negara"})
_UNITS = {
    "kota": "city",
    "pemkot": "city",
    "kabupaten": "regency",
    "kab": "regency",
    "kab.": "regency",
    "pemkab": "regency",
}


class NameClusters:
    """Groups the names of an article by whom they name."""

    def __init__(self, lexicon: Lexicon, actors: ActorList, places: Gazetteer) -> None:
        self._actors = actors
        self._places = places
        self._generic = frozenset(
            row["word"] for row in lexicon.rows("name_generic.tsv", ("word", "note"))
        )
        self._heads = frozenset(
            fold(row["word"]) for row in lexicon.rows("name_head.tsv", HEAD_COLUMNS)
        )

    def actor(self, text: str) -> Actor | None:
        """Return the well-known actor of a name, "pemerintah" and "RI" left out."""
        return self._actors.get(text) or self._actors.get(plain(text))

    def group(self, text: str, mentions: Sequence[Mention]) -> list[int]:
        """Return for each mention the number of its group, -1 for those that are no name."""
        groups = _Groups(len(mentions))
        named = [i for i, m in enumerate(mentions) if m.kind in ("name", "acronym")]
        self._bodies(text, mentions, named, groups)
        self._persons(text, mentions, named, groups)
        self._brackets(text, mentions, named, groups)
        _by_another_name(text, mentions, named, groups)
        result = [-1] * len(mentions)
        for index in sorted({*named, *groups.touched}):
            result[index] = groups.root(index)
        return result

    def _bodies(
        self, text: str, mentions: Sequence[Mention], named: Sequence[int], groups: _Groups
    ) -> None:
        by_key: dict[str, int] = {}
        longer: dict[str, int] = {}
        units: dict[str, dict[str, None]] = {}
        for index in named:
            words = text[mentions[index].span[0] : mentions[index].span[1]]
            place = self.unit(words)
            if place is not None:
                units.setdefault(fold(self._bare(words)), {})[_place_key(place)] = None
        for index in named:
            mention = mentions[index]
            if mention.type == "PER":
                continue
            words = text[mention.span[0] : mention.span[1]]
            key = self.key(words, mention)
            alike = units.get(fold(self._bare(plain(words))), {})
            if len(alike) == 1 and mention.type == "GPE":
                key = next(iter(alike))  # "Kabupaten Elok", then "Elok"
            if key in by_key:
                groups.join(by_key[key], index)
            else:
                by_key[key] = index
        # "DPRD" after "DPRD Rawa Elok": a head alone is the body last named in full.
        for index in named:
            mention = mentions[index]
            if mention.type != "ORG":
                continue
            parts = fold(text[mention.span[0] : mention.span[1]]).split()
            if len(parts) > 1:
                longer[parts[0]] = index
            elif parts and parts[0] in self._heads and parts[0] in longer:
                groups.join(longer[parts[0]], index)
        # An acronym that nobody explained: the body whose name it abbreviates, if one alone does.
        full = [
            (index, text[mentions[index].span[0] : mentions[index].span[1]])
            for index in by_key.values()
            if mentions[index].type == "ORG"
            and mentions[index].span[1] - mentions[index].span[0] > 8
        ]
        full = full[:_LOOK_BACK]
        for key, index in by_key.items():
            mention = mentions[index]
            words = text[mention.span[0] : mention.span[1]]
            if key.startswith("actor:") or mention.type != "ORG" or not words.isupper():
                continue
            fits = [other for other, long in full if other != index and abbreviates(words, long)]
            if len({groups.root(other) for other in fits}) == 1:
                groups.join(fits[0], index)

        self._short(text, mentions, named, groups)

    def _short(
        self, text: str, mentions: Sequence[Mention], named: Sequence[int], groups: _Groups
    ) -> None:
        """Join "Elok" or "Laut" to "Laut Elok": a body by its first or last word, if one fits.

        Not where the word is a head ("Dewan"), or a known body of its own ("DPP Partai Melati").
        """
        first: dict[str, list[int]] = {}
        last: dict[str, list[int]] = {}
        shorts: list[tuple[int, str]] = []
        for index in named:
            mention = mentions[index]
            if mention.type != "ORG":
                continue
            words = text[mention.span[0] : mention.span[1]]
            parts = fold(words).split()
            if not parts or parts[0] in self._heads:
                continue
            if len(parts) == 1:
                if not words.isupper() and self.actor(words) is None:
                    shorts.append((index, parts[0]))
            elif len(parts) <= _LONGEST_CLUB:
                first.setdefault(parts[0], []).append(index)
                last.setdefault(parts[-1], []).append(index)
        for index, word in shorts:
            fits = first.get(word) or last.get(word) or []
            roots = {groups.root(other) for other in fits[:_LOOK_BACK]}
            if len(roots) == 1:
                groups.join(fits[0], index)

    def key(self, words: str, mention: Mention) -> str:
        """Return what all names of one body or place share."""
        actor = self.actor(words)
        if actor is not None and actor.type != "PER":
            return f"actor:{actor.name}"
        bare = plain(words)
        if mention.type in ("GPE", "LOC"):
            state = self._actors.get(self._bare(bare))
            if state is not None and state.type == "GPE" and bare.split()[0] in _STATES:
                return f"actor:{state.name}"  # "Republik Elok"
            place = (
                self.unit(bare) or self._places.known(bare) or self._places.known(self._bare(bare))
            )
            if place is not None and place.id:
                return _place_key(place)
        return "name:" + fold(self._bare(bare))

    def unit(self, name: str) -> Place | None:
        """Return the town or regency that a name tells by its head: "Kota Elok", "Pemkab Elok"."""
        kind = _UNITS.get(name.split(" ")[0].lower())
        if kind is None:
            return None
        found = self._places.find(self._bare(name))
        fits = [p for p in found if p.kind == kind and p.authority == "kemendagri"]
        return fits[0] if len(fits) == 1 else None

    def _bare(self, name: str) -> str:
        """Return a name without the heads that newspapers leave out."""
        words = name.split()
        while len(words) > 1 and words[0].lower() in self._generic:
            words = words[1:]
        while len(words) > 1 and words[-1].lower().strip("().") in _LEGAL_FORMS:
            words = words[:-1]
        return " ".join(words)

    def _persons(
        self, text: str, mentions: Sequence[Mention], named: Sequence[int], groups: _Groups
    ) -> None:
        persons: list[tuple[list[str], int]] = []
        by_part: dict[str, list[int]] = {}
        order: dict[int, int] = {}
        actors: dict[str, int] = {}
        familiar: dict[str, int] = {}
        for count, index in enumerate(named):
            mention = mentions[index]
            if mention.type != "PER":
                continue
            words = text[mention.span[0] : mention.span[1]]
            parts = [part.casefold() for part in _PARTS.findall(words)]
            if not parts:
                continue
            actor = self._actors.get(words)
            best: int | None = None
            if actor is not None and actor.name in actors:
                best = actors[actor.name]
            if best is None and len(parts) == 1:
                best = familiar.get(parts[0])
                if best is None and sound(parts[0]) not in by_part:
                    near = [
                        p
                        for p, (known, _) in enumerate(persons[-_LOOK_BACK:])
                        if any(is_slip(parts[0], part) for part in known)
                    ]
                    if len(near) == 1:
                        best = near[0] + max(0, len(persons) - _LOOK_BACK)
                        familiar[parts[0]] = best
                if best is None and is_familiar(text, mention.span[0]):
                    longer = [
                        p
                        for p, (known, _) in enumerate(persons[-_LOOK_BACK:])
                        if is_short_for(parts[0], known[0])
                    ]
                    if len(longer) == 1 and sound(parts[0]) not in by_part:
                        # "Pak Sandi" after "Sandiaga Arga"
                        best = longer[0] + max(0, len(persons) - _LOOK_BACK)
                        familiar[parts[0]] = best
            candidates = {p for part in parts[:4] for p in by_part.get(sound(part), [])[-8:]}
            for person in sorted(candidates, key=lambda p: -order[p]):
                if best is None and same_person(persons[person][0], parts):
                    best = person
            if best is None:
                best = len(persons)
                persons.append((parts, index))
            else:
                groups.join(persons[best][1], index)
                if len(parts) > len(persons[best][0]):
                    persons[best] = parts, persons[best][1]
            if actor is not None and actor.type == "PER":
                actors.setdefault(actor.name, best)
            order[best] = count
            for part in parts:
                known = by_part.setdefault(sound(part), [])
                if best not in known:
                    known.append(best)
        for word, others in self._one_word(text, mentions, named).items():
            full = [
                p
                for p in by_part.get(sound(word), [])
                if word in (persons[p][0][0], persons[p][0][-1])
            ]
            if len(full) == 1:
                start = mentions[persons[full[0]][1]].span[0]
                if mentions[others[0]].span[0] > start:  # short forms come behind the full one
                    for index in others:
                        groups.join(persons[full[0]][1], index)

    def _brackets(
        self, text: str, mentions: Sequence[Mention], named: Sequence[int], groups: _Groups
    ) -> None:
        """Join "Korps ... (IRGC)": a name in brackets right behind what it is short for."""
        names: dict[int, int] = {}
        descriptions: dict[int, int] = {}
        for index, mention in enumerate(mentions):
            if mention.kind in ("name", "acronym"):
                names[mention.span[1]] = index
            elif mention.kind == "description":
                descriptions.setdefault(mention.span[1], index)
        by_text: dict[str, int] = {}
        for index in named:
            mention = mentions[index]
            start, end = mention.span
            words = text[start:end]
            opens = _OPENING.search(text, max(0, start - 8), start)
            if opens and text[end : end + 1] == ")":
                before = opens.start()
                while before > 0 and text[before - 1] == " ":
                    before -= 1
                other = names.get(before)
                if other is None or not self._stands_for(text, mention, mentions[other]):
                    other = descriptions.get(before)
                    if other is None or not self._may_be_called(words, mention, mentions[other]):
                        continue
                groups.join(other, index)
                by_text.setdefault(words, index)
            elif words in by_text:
                groups.join(by_text[words], index)

    def _stands_for(self, text: str, short: Mention, full: Mention) -> bool:
        """Tell whether a name in brackets may be the one before them in short.

        Not where the lexicon knows both apart ("Panitia Angket Komisi Elok (KE)" for the
        commission), nor a place's, unless it has the place's letters.
        """
        if short.type != full.type:
            return False
        words = text[short.span[0] : short.span[1]]
        long = text[full.span[0] : full.span[1]]
        known = self.actor(words)
        if short.type == "PER" or abbreviates(words, long):
            return True
        if known is not None:
            parts = long.split()
            rests = (" ".join(parts[first:]) for first in range(1, len(parts)))
            other = self.actor(long)
            return other is known or (
                other is None and all(self.actor(rest) is not known for rest in rests)
            )
        return short.kind != "acronym" or short.type not in ("GPE", "LOC")

    def _may_be_called(self, words: str, short: Mention, described: Mention) -> bool:
        """Tell whether a name in brackets may name what is described before them."""
        if self.actor(words) is not None and described.type != short.type:
            return False
        return described.type == short.type or {described.type, short.type} == {"GROUP", "ORG"}

    def _one_word(
        self, text: str, mentions: Sequence[Mention], named: Sequence[int]
    ) -> dict[str, list[int]]:
        """Return the names of one word that were taken for a place or body, but stand for neither.

        "Sentosa" may be a town of that name; where the article has a Wira Sentosa and nobody is
        "di Sentosa", it is he.
        """
        found: dict[str, list[int]] = {}
        places: set[str] = set()
        for index in named:
            mention = mentions[index]
            words = text[mention.span[0] : mention.span[1]]
            if mention.type in ("PER", "GROUP") or " " in words or words.isupper():
                continue
            if self.actor(words) is not None:
                continue
            before = text[max(0, mention.span[0] - 20) : mention.span[0]].split()
            if before and before[-1].lower() in _BEFORE_PLACE:
                places.add(words.casefold())
            found.setdefault(words.casefold(), []).append(index)
        return {word: where for word, where in found.items() if word not in places}


class _Groups:
    """Union-find: which mentions are one."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self.touched: list[int] = []

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, first: int, second: int) -> None:
        self.touched += (first, second)
        a, b = self.root(first), self.root(second)
        self._parent[max(a, b)] = min(a, b)


def _place_key(place: Place) -> str:
    return f"place:{place.authority}:{place.id}"


def plain(name: str) -> str:
    """Return a name without "pemerintah" in front and "RI" behind."""
    lower = name.lower()
    for government in _GOVERNMENTS:
        if lower.startswith(government):
            name = name[len(government) :]
            break
    return name[:-3] if name.endswith(" RI") else name


def _by_another_name(
    text: str, mentions: Sequence[Mention], named: Sequence[int], groups: _Groups
) -> None:
    """Join "Sutini Arga, yang akrab disapa Tini" and "Tini, sapaan akrab Sutini Arga"."""
    for first, second in pairwise(named):
        if mentions[first].type != "PER" or mentions[second].type != "PER":
            continue
        start, end = mentions[first].span[1], mentions[second].span[0]
        if end - start <= _LONGEST_ALIAS and _ALIAS.fullmatch(text, start, end):
            groups.join(first, second)
