"""Make ``acronym.tsv`` from acronyms counted beside their expansions in news text.

  python -m training.acronym COUNTS > src/simak/data/acronym.tsv

COUNTS is a table of acronym, expansion and how often the two stood together ("Komisi Pemilihan Umum
(KPU)"). An acronym that nearly always stands for the same is kept with it, under its most frequent
spelling; one that stands for several things is kept without. What came once is chance.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from rapidfuzz.distance import Levenshtein

_SHARE = 0.9
_SEEN = 2
_ALIKE = 0.8
_HEAD = """\
# Acronyms and short names with what they stand for, as news texts say it. An empty expansion:
# it stands for several things, so that two articles with it do not speak of the same.
# Made by training/acronym.py.
acronym\texpansion
"""


def main(path: Path) -> None:
    """Print the table."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            counts[row["acronym"]][" ".join(row["expansion"].split())] += int(row["count"])
    rows = []
    for acronym, found in counts.items():
        meanings = _meanings(found)
        total = sum(found.values())
        (expansion, most), *_ = meanings
        if total < _SEEN or "\t" in acronym or " " in acronym or len(acronym) < 2:
            continue
        rows.append((acronym, expansion if most >= _SHARE * total else ""))
    sys.stdout.write(_HEAD)
    for acronym, expansion in sorted(rows):
        sys.stdout.write(f"{acronym}\t{expansion}\n")


def _meanings(found: Counter[str]) -> list[tuple[str, int]]:
    """Return what an acronym stands for, misspellings counted with what they mean."""
    meanings: dict[str, int] = {}
    for expansion, count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        same = next(
            (
                one
                for one in meanings
                if Levenshtein.normalized_similarity(one.lower(), expansion.lower()) >= _ALIKE
            ),
            expansion,
        )
        meanings[same] = meanings.get(same, 0) + count
    return sorted(meanings.items(), key=lambda item: (-item[1], item[0]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
