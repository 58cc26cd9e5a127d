"""What tables and raw text say of a word, as a piece that the network of names sees beside others.

A word's class is a string of letters: f given name, l family name, p Indonesian place, w country or
foreign town, q part of a place's name, a acronym, o body or state among well-known actors, r part
of one, c mostly written in small letters, m written both ways. "bandung" is "p", "rizal" "fl".
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from simak.lexicon import Lexicon

_WORD = re.compile(r"(?<=[\w,] )[^\W\d_]+(?:-[^\W\d_]+)*")
_LEVELS = ("provinsi", "kabkota", "kecamatan")
_GENERIC = frozenset(
    ["kabupaten", "kota", "kab.", "provinsi", "kepulauan", "pulau", "adm.", "administrasi", "dan"]
)
_TOWN = 50_000  # people, below which a foreign or Indonesian town is left out
_OFTEN = 30  # occurrences in raw text from which its case is told


def table(data: Path) -> dict[str, str]:
    """Return the class of each word in small letters, from the tables below ``data``."""
    marks: dict[str, set[str]] = {}

    def mark(words: Iterable[str], letter: str) -> None:
        for word in words:
            if len(word) > 1:
                marks.setdefault(word.lower(), set()).add(letter)

    def name(text: str, whole: str, part: str) -> None:
        words = [word for word in text.split() if word.lower() not in _GENERIC]
        mark(words, whole if len(words) == 1 else part)

    people = json.loads((data / "names" / "faker-id.json").read_text(encoding="utf-8"))
    mark(people["first_names"], "f")
    mark(people["last_names"], "l")
    folder = data / "gazetteer"
    for row in _rows(folder / "wilayah_kemendagri_2025.tsv"):
        if row["level"] in _LEVELS:
            name(row["nama"], "p", "q")
    for row in _rows(folder / "geonames_cities500_ID.tsv"):
        if int(row["population"] or 0) >= _TOWN:
            name(row["name"], "p", "q")
    for row in _rows(folder / "cldr_territories_id.tsv"):
        name(row["id"], "w", "q")
    for row in _rows(folder / "geonames_world_100k.tsv"):
        name(row["name"], "w", "q")
    for row in _rows(data / "lexicons" / "acronyms.tsv"):
        if int(row["count"]) >= 3:
            mark([row["acronym"]], "a")
    columns = ("name", "type", "aliases", "acronyms", "capitals", "neutral", "link")
    for actor in Lexicon().rows("actor.tsv", columns):
        if actor["type"] in ("ORG", "GPE"):
            for text in (actor["name"], *actor.list("aliases"), *actor.list("acronyms")):
                name(text, "o", "r")
    for word, letter in _cases(data / "raw").items():
        mark([word], letter)
    return {word: "".join(sorted(letters)) for word, letters in sorted(marks.items())}


def _cases(folder: Path) -> dict[str, str]:
    """Return "c" for words mostly in small letters inside a sentence, "m" for those with both."""
    total: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for form in _WORD.findall(line):
                word = form.lower()
                total[word] += 1
                small[word] += form == word
    found = {}
    for word, count in total.items():
        if count >= _OFTEN and small[word] > 0.1 * count:
            found[word] = "c" if small[word] > 0.8 * count else "m"
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
