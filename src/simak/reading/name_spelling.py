"""How names of persons are spelt: short forms, old spellings, misprints."""

from __future__ import annotations

from collections.abc import Sequence

_SHORTEST_MISPRINT = 5
_SHORTEST_SOUND = 4
_SHORTEST_SLIP = 7
_FAMILIAR = frozenset({"pak", "bu", "bang", "mas", "mbak", "cak", "kang", "gus", "kak", "mang"})
_SPELLINGS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("ck", "k"), ("ch", "h"), ("ph", "f"), ("c", "k"),
    ("q", "k"), ("y", "i"), ("v", "f"), ("z", "s"), ("x", "ks"), ("sh", "s"), ("th", "t"),
)  # fmt: skip


def same_person(known: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two names may be one person's: one is part of the other, in its order.

    >>> same_person(["ismail", "haniyeh"], ["haniyeh"])
    True
    >>> same_person(["budi", "santoso"], ["budi", "hartono"])
    False
    """
    if len(known) == len(new) > 1:
        apart = [(a, b) for a, b in zip(known, new, strict=True) if a != b]
        if len(apart) == 1 and _misprint(*apart[0]):
            return True
    short, long = sorted((list(known), list(new)), key=len)
    rest = iter(long)
    return all(any(_same_part(part, other) for other in rest) for part in short)


def _same_part(part: str, other: str) -> bool:
    """Tell whether parts of names agree: an initial with its name, "Viktor" with "Victor"."""
    if part == other or (len(part) == 1 and other.startswith(part)):
        return True
    return min(len(part), len(other)) >= _SHORTEST_MISPRINT and sound(part) == sound(other)


def is_slip(one: str, other: str) -> bool:
    """Tell whether a long part of a name is another's misprint."""
    return min(len(one), len(other)) >= _SHORTEST_SLIP and _misprint(one, other)


def is_short_for(short: str, part: str) -> bool:
    """Tell whether a name in short may be a longer part of one: "Sandi" of "Sandiaga"."""
    return len(short) >= _SHORTEST_SOUND and len(part) > len(short) + 1 and part.startswith(short)


def is_familiar(text: str, start: int) -> bool:
    """Tell whether the word before a name is one that goes with short forms: "Pak Sandi"."""
    before = text[max(0, start - 10) : start].split()
    return bool(before) and before[-1].lower() in _FAMILIAR


def _misprint(one: str, other: str) -> bool:
    """Tell whether two parts of a name may be one, spelt twice: letters moved, or one lost.

    >>> _misprint("masitha", "mashita"), _misprint("sholeh", "soleh"), _misprint("budi", "rudi")
    (True, True, False)
    >>> _misprint("victor", "viktor"), _misprint("soekarno", "sukarno")
    (True, True)
    """
    if sound(one) == sound(other) and min(len(one), len(other)) >= _SHORTEST_SOUND:
        return True
    if min(len(one), len(other)) < _SHORTEST_MISPRINT or one[0] != other[0]:
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :]


def sound(part: str) -> str:
    """Return a name's part in one spelling: the old one and foreign letters made new."""
    for old, new in _SPELLINGS:
        part = part.replace(old, new)
    return part
