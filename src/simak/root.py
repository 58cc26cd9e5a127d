"""The root of a derived Indonesian word: "tangkap" for "menangkap", "ditangkap", "penangkapan".

A derived word hides its root ("mengecam" - "kecam", "menyita" - "sita", "memukul" - "pukul"), and
which sound was lost cannot be seen without knowing the roots. simplemma's dictionary is asked
first; then the affixes are undone, and the root is taken that is a known word.

No spaCy: the pipeline takes its lemmas from here, the store its index of words.
Reference: sound changes after Alwi et al., Tata Bahasa Baku Bahasa Indonesia.
"""

from __future__ import annotations

from collections.abc import Iterator

from simplemma.strategies import DictionaryLookupStrategy

from simak.lexicon import Lexicon

# Prefix as written, and the first letters of the root that it may have swallowed ("" = none).
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("menge", ("",)),
    ("meny", ("s",)),
    ("meng", ("", "k")),
    ("mem", ("", "p")),
    ("men", ("", "t")),
    ("me", ("",)),
    ("penge", ("",)),
    ("peny", ("s",)),
    ("peng", ("", "k")),
    ("pem", ("", "p")),
    ("pen", ("", "t")),
    ("per", ("",)),
    ("pe", ("",)),
    ("ber", ("",)),
    ("be", ("",)),
    ("ter", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
)
_SECOND = ("per", "ber", "ke", "pe")
_SUFFIXES = ("kan", "an", "i")
_LONGEST = 40


class RootFinder:
    """Finds the root of a word.

    >>> RootFinder(Lexicon()).root("mengecam")
    'kecam'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._dictionary = DictionaryLookupStrategy()
        self._verbs: set[str] = set()
        self._words: set[str] = set()
        for row in lexicon.rows("clitic_host.tsv", ("host", "takes")):
            target = self._verbs if "verb" in row.list("takes") else self._words
            target.add(row["host"].lower())
        self._memory: dict[str, str | None] = {}

    def root(self, word: str) -> str | None:
        """Return the root of ``word``, or None if neither dictionary nor rule knows it."""
        form = word.lower()
        if form not in self._memory:
            if len(self._memory) > 50_000:
                self._memory.clear()
            self._memory[form] = self._find(form)
        return self._memory[form]

    def is_root_of(self, root: str, form: str) -> bool:
        """True if ``root`` is a known word, and ``form`` can be made from it."""
        return (root in self._verbs or root in self._words) and root in _strip(form)

    def _find(self, form: str) -> str | None:
        if not 3 <= len(form) <= _LONGEST:
            return None
        first, _, second = form.partition("-")
        if second and second.isalpha() and (first == second or first in second):
            return self._find(first) or first  # "negara-negara", "buku-bukuan"
        if found := self._lookup(form):
            return found
        if not form.isalpha():
            return None
        # The shortest root that is a verb wins, then the shortest word: "bantah" for "membantah".
        candidates = sorted(set(_strip(form)), key=lambda root: (len(root), root))
        for known in (self._verbs, self._words):
            for root in candidates:
                if len(root) >= 3 and root in known:
                    return self._lookup(root) or root
        return None

    def _lookup(self, form: str) -> str | None:
        found: str | None = self._dictionary.get_lemma(form, "id")
        return found.lower() if found else None


def _strip(form: str) -> Iterator[str]:
    """Yield what may be the root of ``form`` when its affixes are undone."""
    stems = [form]
    stems += [form[: -len(suffix)] for suffix in _SUFFIXES if form.endswith(suffix)]
    for stem in stems:
        for prefix, lost in _PREFIXES:
            if not stem.startswith(prefix):
                continue
            rest = stem[len(prefix) :]
            for letter in lost:
                if letter and rest[:1] not in "aeiou":
                    continue  # a sound is lost before a vowel only: "memukul", but "membantah"
                yield letter + rest
                for second in _SECOND:
                    if not letter and rest.startswith(second):
                        yield rest[len(second) :]
