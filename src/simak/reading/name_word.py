"""Words and names: which words are ordinary, which are mostly names of persons.

Compiled by ``training/name_word.py`` from counts; see there.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from simak.lexicon import SHIPPED


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((SHIPPED / name).read_bytes()).decode("utf-8").split())


def is_common(word: str) -> bool:
    """Tell whether newspapers mostly write this word in lower case: "keamanan"."""
    lower = word.lower()
    words = _words("common_word.txt.gz")
    if lower in words:
        return True
    # "negara-negara", "Badan-badan": a reduplication of a common word.
    first, hyphen, second = lower.partition("-")
    return bool(hyphen) and first in words and (second in words or second == first)


def is_person(word: str) -> bool:
    """Tell whether this word mostly stands in names of persons: "Budi"."""
    return word.lower() in _words("person_word.txt.gz")
