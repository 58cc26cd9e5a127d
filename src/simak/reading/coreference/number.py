"""How many a description counts: "dua tersangka", "ketiga tersangka itu", "keempatnya"."""

from __future__ import annotations

_DIGITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_NUMBERS = {word: str(value) for value, word in enumerate(_DIGITS, 1)} | {"sepuluh": "10"}
_SCALES = frozenset({"belas", "puluh", "ratus", "ribu", "juta"})
_LEAST = 2
# Words that take up as many as were counted before: "ketiga tersangka".
TAKEN_UP = {f"ke{word}": value for word, value in _NUMBERS.items() if int(value) >= _LEAST}


def count(words: str) -> str:
    """Return the number in a description in digits, "" without.

    >>> count("88 orang warga"), count("ketiga tersangka"), count("dua puluh warga")
    ('88', '3', '')
    """
    parts = words.lower().split()
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if part[0].isdigit():
            return part
        number = _NUMBERS.get(part) or TAKEN_UP.get(part) or TAKEN_UP.get(part.removesuffix("nya"))
        if number is not None:
            return "" if after in _SCALES or int(number) < _LEAST else number
    return ""


__all__ = ["TAKEN_UP", "count"]
