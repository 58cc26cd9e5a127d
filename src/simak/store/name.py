"""Names as they are compared across articles: what differs only in writing is the same.

Indonesian names are spelt in several ways at the same time ("Soekarno", "Sukarno"; "Syihab",
"Shihab"), given names are cut to a letter or left out ("M. Tito", "Muhammad Tito"), and names of
bodies come whole, with acronyms inside ("Kementerian PUPR") or as an acronym alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from simak.lexicon import Lexicon

_APOSTROPHES = "'’‘`ʼ"
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_TWICE = re.compile(r"(\w)\1+")
_FORM = ("spelling", "given", "small", "title")


def form(name: str) -> str:
    """Return a name as it is looked up: small letters, no accents, dots, hyphens or apostrophes.

    >>> form("Korps Pengawal Revolusi-Islam")
    'korps pengawal revolusi islam'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in plain if c not in _APOSTROPHES and not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))


class Spelling:
    """How names are written in several ways.

    Raises LexiconError when a row of ``name_form.tsv`` is wrong.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        rows = list(lexicon.rows("name_form.tsv", ("kind", "written", "becomes")))
        of: dict[str, dict[str, str]] = {kind: {} for kind in _FORM}
        for row in rows:
            if not row["written"]:
                raise row.error("what is written is empty")
            of[row.one_of("kind", _FORM)][row["written"]] = row["becomes"]
        self._letters = of["spelling"]
        self.small = frozenset(of["small"])
        self.titles = of["title"]
        self._given = frozenset(self.word(name) for name in of["given"])

    def word(self, word: str) -> str:
        """Return a word of a person's name (a form) in one spelling.

        >>> spelling = Spelling(Lexicon())
        >>> spelling.word("soekarno") == spelling.word("sukarno")
        True
        """
        for old, new in self._letters.items():
            word = word.replace(old, new)
        return _TWICE.sub(r"\1", word)

    def person(self, name: str) -> tuple[str, ...]:
        """Return the words of a person's name in one spelling, without what is often left out.

        >>> spelling = Spelling(Lexicon())
        >>> spelling.person("M. Tito Laut") == spelling.person("Muhammad Tito Laut")
        True
        """
        words = [self.word(word) for word in form(name).split()]
        while len(words) > 2 and words[0] in self._given:
            del words[0]
        if sum(len(word) > 1 for word in words) >= 2:
            words = [word for word in words if len(word) > 1]
        return tuple(words)


class BodyNames:
    """Names of bodies in one form. Raises LexiconError when a row of ``acronym.tsv`` is wrong."""

    def __init__(self, lexicon: Lexicon, spelling: Spelling) -> None:
        self._lexicon = lexicon
        self._small = spelling.small

    def expansion(self, name: str) -> str | None:
        """Return what an acronym stands for: "" if for several things, None if it is not known."""
        name = " ".join(name.split())
        return self._expansions.get(name, self._expansions.get(name.upper()))

    def is_short(self, word: str) -> bool:
        """Whether a word of a name is an acronym or short form: "Jabar", "KPU"."""
        return word in self._expansions

    def form(self, name: str) -> str:
        """Return a body's name with its acronyms written out and without small words.

        >>> names = BodyNames(Lexicon(), Spelling(Lexicon()))
        >>> names.form("Polda Jatim") == names.form("Polda Jawa Timur")
        True
        """
        words: list[str] = []
        for word in _BETWEEN.findall(unicodedata.normalize("NFKC", name)):
            words += form(self._expansions.get(word) or word).split()
        if words[-2:] == ["republik", "indonesia"] and len(words) > 3:
            del words[-2:]
        elif words[-1:] == ["ri"] and len(words) > 1:
            del words[-1]
        kept = [word for word in words if word not in self._small]
        return " ".join(kept or words)

    @cached_property
    def _expansions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in self._lexicon.rows("acronym.tsv", ("acronym", "expansion")):
            if not row["acronym"]:
                raise row.error("the acronym is empty")
            found[row["acronym"]] = row["expansion"]
        return found
