"""Who wrote an article, out of the line that says so: "Penulis: Sari Wulan | Editor: Budi Laut".

Editors, the outlet itself ("Tim detikcom", "Redaksi") and lines of dates are nobody. When nothing
certain is left the byline is empty: no name is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from simak.lexicon import Lexicon

_ROLES = ("author", "other", "nobody", "by")
_SPLIT = re.compile(r"\s*[,;/|&·•]\s*|\s+(?:dan|and)\s+|\n|\s+[-–—]\s+|\s{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_LONGEST = 60
_MOST = 10


class BylineReader:
    """Reads bylines by the words in ``lexicon`` (``byline_word.tsv``).

    Raises LexiconError when a row names a role that is not known.

    >>> BylineReader(Lexicon()).read("Penulis: Sari Wulan | Editor: Budi Laut")
    ('Sari Wulan',)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, list[str]] = {role: [] for role in _ROLES}
        for row in lexicon.rows("byline_word.tsv", ("words", "role")):
            roles = row.list("role")
            if not roles or any(role not in _ROLES for role in roles):
                raise row.error(f"role must be some of {', '.join(_ROLES)}, divided by |")
            for role in roles:
                words[role].append(row["words"])
        self._authors = frozenset(word.lower() for word in words["author"])
        labels = _any_of(words["author"] + words["other"])
        self._label = re.compile(rf"(?<![^\W_])({labels})\s{{0,4}}:", re.IGNORECASE)
        opening = _any_of(words["by"] + words["author"])
        self._by = re.compile(rf"^\s*(?:{opening})(?![^\W_])[\s:]*", re.IGNORECASE)
        self._nobody = re.compile(rf"(?<![^\W_])(?:{_any_of(words['nobody'])})(?![^\W_])", re.I)

    def read(self, words: str, outlet: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the names of the authors; ``outlet`` are the names of the outlet itself."""
        own = _any_of(outlet)
        is_outlet = re.compile(rf"(?<![^\W_])(?:{own})(?![^\W_])", re.IGNORECASE)
        names: dict[str, None] = {}
        for part in self._parts(words[:2000]):
            for name in _SPLIT.split(part):
                name = self._by.sub("", name).strip(" .:-–—()[]\t\xa0")
                if _is_name(name) and not self._nobody.search(name) and not is_outlet.search(name):
                    names.setdefault(name)
        return tuple(names)[:_MOST]

    def _parts(self, words: str) -> list[str]:
        """Return what stands behind the labels of authors; lines without any, if none has one."""
        labelled: list[str] = []
        bare: list[str] = []
        for line in words.split("\n"):
            labels = list(self._label.finditer(line))
            if not labels:
                bare.append(line)
                continue
            ends = [label.start() for label in labels[1:]] + [len(line)]
            for label, end in zip(labels, ends, strict=True):
                if " ".join(label[1].lower().split()) in self._authors:
                    labelled.append(line[label.end() : end])
        return labelled or bare


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _LONGEST or any(c.isdigit() or c in "@<>{}=" for c in name):
        return False
    words = _WORD.findall(name)
    return bool(words) and len(words) <= 7 and not (len(words) == 1 and len(name) <= 3)


def _any_of(words: Iterable[str]) -> str:
    parts = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(r"\s{1,4}".join(map(re.escape, part.split())) for part in parts) or "(?!)"
