"""The types of names, settled over the whole article."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from simak.reading.evidence import Evidence
from simak.reading.name_found import Name
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_word import is_common, is_person
from simak.reading.surface import Surface
from simak.record import EntityType

_STATES = frozenset({"Republik", "Kerajaan", "Negara", "Kesultanan", "Emirat"})
_GOVERNMENTS = frozenset({"pemerintah", "rezim"})
_ALIKE = ("PER", "ORG")
_SHORTEST_ROW = 3
_BETWEEN = ([","], ["dan"], [",", "dan"], ["serta"], [",", "serta"], ["hingga"])
_NATURE = frozenset({"Pulau", "Gunung", "Sungai", "Danau", "Selat", "Teluk", "Hutan", "Bukit"})


def settle(
    surface: Surface, names: list[Name], lexicon: NameLexicon, evidence: Evidence
) -> list[Name]:
    """Give the same words the same type throughout the article, the most frequent one.

    A name that is part of a person's longer name is that person's; what an unknown "place" does
    ("X menang") and never is (no "di X") makes it a person; a name with a number behind it twice
    ("Snapdragon 636") is a product and dropped.
    """
    votes: dict[str, Counter[EntityType]] = {}
    parts: set[str] = set()
    bodies: set[str] = set()
    sites: set[str] = set()
    states: set[str] = set()
    acting: set[str] = set()
    numbered: Counter[str] = Counter()
    for name in names:
        words = surface.join(name.first, name.last)
        votes.setdefault(words, Counter())[name.type] += 1
        if name.type == "LOC" and surface.words[name.first].text in _NATURE:
            sites.add(surface.words[name.last].text)
        first = surface.words[name.first].text
        if first in _STATES and name.last > name.first and name.type == "GPE":
            states.add(surface.join(name.first + 1, name.last))
        governed = surface.lower(name.first - 1) in _GOVERNMENTS and name.first == name.last
        if governed and name.type in ("ORG", "LOC") and not lexicon.is_known(words):
            states.add(words)  # what has a government is a state or a town
        if name.type == "PER" and name.last > name.first:
            parts.update(surface.words[i].text for i in range(name.first, name.last + 1))
        elif name.type == "ORG" and name.last > name.first + 1:
            bodies.add(surface.join(name.first, name.last - 1))
        after = name.last + 1
        if (
            after < len(surface)
            and surface.words[after].sentence == surface.words[name.last].sentence
        ):
            word = surface.words[after]
            if word.text.isdigit() and not word.time and len(word.text) <= 4:
                numbered[words] += 1
            if word.pos in ("VERB", "AUX", "ADV") or word.lower in ("yang", "pun", "juga"):
                acting.update(surface.words[i].text for i in range(name.first, name.last + 1))
    ends = {name.last: name for name in names}
    routes = {
        surface.join(name.first, name.last) for name in names if _is_route(surface, name, ends)
    }
    result = []
    for name in names:
        words = surface.join(name.first, name.last)
        inside = [surface.words[i].text for i in range(name.first, name.last + 1)]
        if words in states and name.type != "GPE" and name.kind == "name":
            governs = surface.lower(name.first - 1) in _GOVERNMENTS
            result.append(replace(name, type="GPE", first=name.first - governs))
            continue
        if name.type == "GPE" and len(inside) == 1 and name.kind == "name":
            said = evidence.person(name.first, name.last) and not evidence.placed(words)
            if said and lexicon.is_far(words):
                result.append(replace(name, type="PER"))  # "kata Guntur", not the one abroad
                continue
        unknown = not lexicon.is_known(words) and not any(is_common(word) for word in inside)
        if unknown and words in routes and not any(is_person(word) for word in inside):
            result.append(replace(name, type="GPE"))
            continue
        if unknown and name.kind == "name" and name.type in ("ORG", "GPE", "PER"):
            if name.type == "GPE" and words in sites:
                result.append(replace(name, type="LOC"))
                continue
            if numbered[words] >= 2 and name.type != "ORG":
                continue
            if name.type != "PER" and all(word in parts or len(word) < 3 for word in inside):
                result.append(replace(name, type="PER"))
                continue
            if name.type == "PER" and len(inside) > 1 and words in bodies:
                result.append(replace(name, type="ORG"))
                continue
            acts = any(word in acting for word in inside)
            if name.type == "GPE" and acts and words not in parts and not evidence.placed(words):
                result.append(replace(name, type="PER"))
                continue
        counts = votes[words]
        best = max(counts.values())
        winner = (
            name.type
            if counts[name.type] == best
            else next(t for t, n in counts.items() if n == best)
        )
        if counts["PER"] == counts["GPE"] == best:
            winner = "GPE" if evidence.placed(words) else "PER"
        result.append(replace(name, type=winner))
    return _listed(surface, _unified(surface, result, evidence), lexicon)


def _is_route(surface: Surface, name: Name, ends: dict[int, Name]) -> bool:
    """Tell whether a known place and a hyphen stand before a name: "tol Elok - Lanang"."""
    before = ends.get(name.first - 2)
    if before is None or surface.lower(name.first - 1) not in ("-", "–"):
        return False
    return before.type == "GPE" and before.first == before.last == name.first - 2


def _listed(surface: Surface, names: list[Name], lexicon: NameLexicon) -> list[Name]:
    """Give an unknown name in a list of persons or bodies the type of the others.

    "Rimba, Elok, Cakra, Laut, dan Wira": what stands in a row with four bodies is one too.
    """
    result = list(names)
    begin = 0
    while begin < len(names):
        end = begin
        while end + 1 < len(names) and _in_row(surface, names[end], names[end + 1]):
            end += 1
        row = names[begin : end + 1]
        counts = Counter(name.type for name in row)
        kind, most = counts.most_common(1)[0]
        if len(row) >= _SHORTEST_ROW and len(row) - most <= len(row) // 3 and kind in _ALIKE:
            for position in range(begin, end + 1):
                name = names[position]
                short = len(row) == _SHORTEST_ROW and name.type != "GPE"
                if name.type != kind and not short and _may_be(surface, name, kind, lexicon):
                    result[position] = replace(name, type=kind)
        begin = end + 1
    return result


def _in_row(surface: Surface, one: Name, other: Name) -> bool:
    """Tell whether only a comma or "dan" stands between two names."""
    between = [surface.lower(i) for i in range(one.last + 1, other.first)]
    same = surface.words[one.first].sentence == surface.words[other.first].sentence
    return same and between in _BETWEEN


def _may_be(surface: Surface, name: Name, kind: EntityType, lexicon: NameLexicon) -> bool:
    words = [surface.words[i].text for i in range(name.first, name.last + 1)]
    several = name.type == "GPE" and len(words) > 1
    if not (several or name.type in _ALIKE) or lexicon.is_known(" ".join(words)):
        return False
    if kind == "PER":
        return not any(word.isupper() for word in words)
    return not any(is_person(word) for word in words)


def _unified(surface: Surface, names: list[Name], evidence: Evidence) -> list[Name]:
    """Give words that name an unknown person here and a body or place there one type."""
    votes: dict[str, Counter[EntityType]] = {}
    for name in names:
        votes.setdefault(surface.join(name.first, name.last), Counter())[name.type] += 1
    result = []
    for name in names:
        counts = votes[surface.join(name.first, name.last)]
        if len(counts) > 1 and "PER" in counts:
            best = max(counts.values())
            tied = [kind for kind, number in counts.items() if number == best]
            person = evidence.person(name.first, name.last)
            kind = (
                "PER"
                if person and "PER" in tied
                else next(t for t in tied if t != "PER" or len(tied) == 1)
            )
            name = replace(name, type=kind)
        result.append(name)
    return result
