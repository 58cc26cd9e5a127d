"""Acronyms: does "IRGC" abbreviate "Korps Pengawal Revolusi Islam"?"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"dan", "of", "the", "untuk", "di", "ke", "dari", "and", "for", "bagi", "serta"})


def is_acronym(word: str) -> bool:
    """Tell whether ``word`` looks like an acronym: "IRGC", "KontraS", "Korut", not "Rahmat".

    Two or more capitals or a capital and no vowel pattern of a plain word; digits alone are none.
    """
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return 2 <= len(word) <= 15 and capitals >= 2


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of ``short`` run through the words of ``long`` in their order.

    The first letters must agree, and a letter may leave its word only for the beginning of a
    later one, as in "IRGC" for initials and "Kemenlu" for syllables. Foreign acronyms of
    translated names fail here; brackets right after a name prove those.

    >>> abbreviates("Kemenlu", "Kementerian Luar Negeri")
    True
    """
    letters = [char.lower() for char in short if char.isalnum()]
    words = [word.lower() for word in _WORD.findall(long)]
    if not letters or not words or letters[0] != words[0][0]:
        return False
    # Greedy from the left with the states (word, offset) still alive; words are few.
    states = {(0, 0)}
    for letter in letters[1:]:
        reached = set()
        for word, offset in states:
            for later in range(offset + 1, min(offset + 4, len(words[word]))):
                if words[word][later] == letter:
                    reached.add((word, later))
            skipped = 0
            for later in range(word + 1, len(words)):
                if words[later][0] == letter:
                    reached.add((later, 0))
                if words[later] not in _SMALL:
                    skipped += 1
                    if skipped > 1:
                        break
        states = reached
        if not states:
            return False
    return True
