"""Compile two word lists that tell names from words: common_word.txt.gz and person_word.txt.gz.

    python training/name_word.py [--data FOLDER] [--out FOLDER]

A common word is one that Indonesian news mostly writes in lower case ("keamanan"): capitalised in
a run of names it belongs to an office or a body, not to a person ("Dewan Keamanan Nasional Iran
Ali ..."). A person word mostly stands inside names of persons in the NER training sets, or is in
the list of Indonesian given and family names. Only counts leave the corpora.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|[.!?:\"“”‘’()\n]")
AFFIXED = re.compile(r"(?:ke|per|pe)\w{3,}an$|\w{4,}(?:isme|asi|isasi|isme|logi|ika)$")
PERSON_TAGS = ("PER", "PERSON", "PPL")


def casing(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Count each word in lower case, and capitalised where no sentence begins."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                before = "."
                for match in WORD.finditer(line):
                    word = match.group()
                    if word[0].isalpha():
                        if word.islower():
                            lower[word] += 1
                        elif word[0].isupper() and before[-1].isalpha():
                            capital[word.lower()] += 1
                    before = word
    return lower, capital


def tagged(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (word, tag) of a NER file whose last column is the tag."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.split()
            if len(cells) >= 2:
                yield cells[0], cells[-1].upper()


def person_words(data: Path, lower: Counter[str]) -> set[str]:
    """Return the words that stand mostly inside names of persons."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for name in ("idner-train.txt", "nergrit-train.txt"):
        for word, tag in tagged(data / "ner" / name):
            if word[0].isupper() and len(word) > 2 and word.isalpha():
                here = inside if any(tag.endswith(t) for t in PERSON_TAGS) else outside
                here[word.lower()] += 1
    found = {w for w, n in inside.items() if n >= 2 and n >= 5 * outside[w]}
    lists = json.loads((data / "names/faker-id.json").read_text(encoding="utf-8"))
    for key in ("first_names", "last_names"):
        found.update(name.lower() for name in lists[key] if name.isalpha() and len(name) > 2)
    return {word for word in found if lower[word] < 20}


def write(path: Path, words: Iterable[str]) -> None:
    """Write one word a line, sorted; the same words give the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="") as packed:
        packed.write(("\n".join(sorted(words)) + "\n").encode("utf-8"))
    path.write_bytes(buffer.getvalue())
    print(f"{path.name}: {len(set(words))} words, {len(buffer.getvalue())} bytes")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--out", type=Path, default=ROOT / "src/simak/data")
    options = parser.parse_args()
    lower, capital = casing(options.data / "raw")
    common = {w for w, n in lower.items() if n >= 8 and n >= 0.5 * capital[w] and len(w) > 1}
    # "kehutanan" is mostly part of an office's name, but the affixes show an ordinary word.
    common |= {
        w for w, n in lower.items() if n >= 8 and n >= 0.05 * capital[w] and AFFIXED.match(w)
    }
    write(options.out / "common_word.txt.gz", common)
    write(options.out / "person_word.txt.gz", person_words(options.data, lower))


if __name__ == "__main__":
    main()
