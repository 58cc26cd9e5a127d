"""Counts the words that clitics lean on: ``python -m training.lexicon ../shared/data/raw``.

Writes ``src/simak/data/clitic_host.tsv``. Run by hand when the raw text changes; the list of
exceptions beside it (``clitic_exception.tsv``) is kept by hand.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from simak.lexicon import SHIPPED

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_LEAST_HOST = 40
_LEAST_VERB = 5
# Frequent forms that are no words of their own; "bang|ku" is "bangku".
_NO_HOSTS = frozenset(
    ("bang", "war", "sang", "pas", "bar", "mak", "mek", "jam", "per", "mul", "hang", "bel", "beng")
)
# "ku" before these makes another word: "kumata", "kutilang".
_NO_VERBS = frozenset(
    ("mata", "tilang", "nar", "curi", "cing", "lit", "rang", "ras", "dus", "bur", "bik", "batas")
)
_ACTIVE = ("me", "mem", "men", "meng", "menge")
_HEADER = (
    "# Words that a clitic leans on, counted in Indonesian news and encyclopaedic text"
    " (training/lexicon.py).\n"
    "# takes: word = -ku -mu -lah -kah -pun may follow; verb = ku- and kau- may precede.\n"
    "host\ttakes\n"
)


def count(raw: Path) -> Counter[str]:
    """Return how often each word in small letters occurs in ``raw/*.txt``."""
    words: Counter[str] = Counter()
    for path in sorted(raw.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            words.update(word for word in _WORD.findall(line) if word.islower())
    return words


def hosts(words: Counter[str]) -> set[str]:
    """Return the words that are common enough to carry a clitic."""
    return {
        word
        for word, number in words.items()
        if number >= _LEAST_HOST
        and len(word) >= 3
        and word.isalpha()
        and not word.endswith("nya")
        and word not in _NO_HOSTS
    }


def verbs(words: Counter[str]) -> set[str]:
    """Return the verb stems: attested after "di-" and, with its sound changes, after "meN-"."""
    found: set[str] = set()
    for word, number in words.items():
        if not (word.startswith("di") and number >= _LEAST_VERB and len(word) >= 6):
            continue
        if not word.isalpha() or word.endswith(("nya", "lah")):
            continue
        stem = word[2:]
        active = sum(words[prefix + stem] for prefix in _ACTIVE)
        # "pakai" - "memakai", "tulis" - "menulis", "sebut" - "menyebut", "kirim" - "mengirim"
        active += sum(words[prefix + stem[1:]] for prefix in ("mem", "men", "meny", "meng"))
        if active >= _LEAST_VERB and stem not in _NO_VERBS:
            found.add(stem)
    return found


def main() -> None:
    """Count and write the list."""
    words = count(Path(sys.argv[1]))
    word_hosts, verb_hosts = hosts(words), verbs(words)
    rows = [
        f"{word}\t{'|'.join(['word'] * (word in word_hosts) + ['verb'] * (word in verb_hosts))}"
        for word in sorted(word_hosts | verb_hosts)
    ]
    (SHIPPED / "clitic_host.tsv").write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
