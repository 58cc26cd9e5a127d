"""What the network of names learns from: each corpus in a scheme of its own, and silver articles.

The scheme "news" is what articles are read with. It learns idner-news-2k with countries left open
that carry no label there, NERGRIT, common words of the part-of-speech corpus, and whole articles
that a first network labelled and ``silver`` made consistent; places and peoples are told apart by
``name_kind``.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training import name, name_kind
from training.name import Labelled

_COMMON = 9000  # sentences of the part-of-speech corpus that are drawn from
# Sentences of each kind in an epoch.
_NERP, _COMMON_SHARE, _SILVER = 2500, 1500, 5000


OPEN = "?"  # a word of which it is not known whether it belongs to a name


@dataclass
class Item:
    """A sentence of a corpus of names: words and IOB labels; "?" where nothing is known."""

    scheme: str
    words: list[str]
    tags: list[str]


@dataclass
class Corpora:
    """Sentences by where they come from; ``news`` is what the scheme "news" learns by hand."""

    idner: list[list[Labelled]]
    nergrit: list[list[Labelled]]
    nerp: list[list[Labelled]]
    common: list[list[Labelled]]
    news: list[list[Labelled]]
    names: name.Inventory
    silver: list[list[Labelled]] = field(default_factory=list)
    # silver sentences in the scheme of idner-news-2k
    silver_idner: list[list[Labelled]] = field(default_factory=list)

    @classmethod
    def read(cls, data: Path, seed: int) -> Corpora:
        """Read the corpora below ``data`` that may be trained on."""
        cutter = name.cutter()
        idner, nergrit = (
            [name.words(rows, cutter) for rows in name.read(data / "ner" / f"{part}-train.txt")]
            for part in ("idner", "nergrit")
        )
        case = usual_case(data)
        nerp = [
            name.recase(name.words(rows, cutter), case)
            for rows in name.read(data / "ner" / "nerp-train.txt")
        ]
        tagged = list(_tagged(data / "pos" / "kumparan-pos.txt"))
        drawn = random.Random(seed).sample(tagged, min(_COMMON, len(tagged)))
        common = [name.common_words(rows, cutter) for rows in drawn]
        news = [name_kind.divide(name_kind.open_countries(rows)) for rows in idner]
        news += [name_kind.divide(rows) for rows in nergrit]
        return cls(idner, nergrit, nerp, common, news, name.Inventory(idner * 2 + nergrit, data))

    def sentences(self) -> Iterator[list[str]]:
        """Yield the words of all sentences."""
        for part in (self.idner, self.nergrit, self.nerp, self.common, self.silver):
            for rows in part:
                yield [form for form, _, _ in rows]

    def forms(self) -> list[str]:
        """Return all words that an epoch may hold."""
        found = {form for words in self.sentences() for form in words}
        return sorted(found | self.names.words())

    def epoch(self, rng: random.Random) -> list[Item]:
        """Return the sentences of one round, some of them with other names in their place."""
        half = len(self.nergrit) // 2
        items = [item("idner", rows) for rows in self.idner * 2]
        items += [item("idner", self.names.exchange(rows, rng)) for rows in self.idner]
        items += [item("nergrit", rows) for rows in self.nergrit]
        drawn = rng.sample(self.nergrit, half)
        items += [item("nergrit", self.names.exchange(rows, rng)) for rows in drawn]
        items += [item("nerp", rows) for rows in _some(self.nerp, _NERP, rng)]
        items += [item("news", rows) for rows in _some(self.common, _COMMON_SHARE, rng)]
        items += [item("news", rows) for rows in self.news]
        drawn = rng.sample(self.news, len(self.news) // 3)
        items += [item("news", self.names.exchange(rows, rng)) for rows in drawn]
        items += [item("news", rows) for rows in _some(self.silver, _SILVER, rng)]
        items += [item("idner", rows) for rows in _some(self.silver_idner, _SILVER // 2, rng)]
        return items


def _some(rows: list[list[Labelled]], count: int, rng: random.Random) -> list[list[Labelled]]:
    return rng.sample(rows, min(count, len(rows)))


def item(scheme: str, rows: Iterable[Labelled]) -> Item:
    """Return a labelled sentence for the network."""
    rows = list(rows)
    return Item(scheme, [form for form, _, _ in rows], [tag for _, tag, _ in rows])


def checks(data: Path) -> dict[str, list[Item]]:
    """Return the sentences that are held out, to watch a training by."""
    cutter = name.cutter()
    return {
        scheme: [
            item(scheme, name.words(rows, cutter))
            for rows in name.read(data / "ner" / f"{part}.txt")
        ]
        for scheme, part in (("idner", "idner-dev"), ("nergrit", "nergrit-valid"))
    }


def _tagged(path: Path) -> Iterator[list[name.Row]]:
    """Yield the sentences of kumparan's part-of-speech corpus, clitics joined to their word."""
    sentence: list[name.Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) == 2:
            if cells[0] in ("nya", "lah", "kah") and sentence and sentence[-1][0].isalpha():
                form, tag = sentence.pop()
                sentence.append((form + cells[0], tag))
            else:
                sentence.append((cells[0], cells[1]))
        elif sentence:
            yield sentence
            sentence = []


_WORD = re.compile(r"(?<=[\w,] )[^\W\d_]+(?:-[^\W\d_]+)*")


def usual_case(data: Path) -> dict[str, str]:
    """Return for each word how it is mostly written inside a sentence."""
    counts: dict[str, Counter[str]] = {}
    for path in sorted((data / "raw").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for form in _WORD.findall(line):
                counts.setdefault(form.lower(), Counter())[form] += 1
    return {
        word: min(forms.items(), key=lambda item: (-item[1], item[0]))[0]
        for word, forms in counts.items()
        if sum(forms.values()) > 1
    }


def measuring(data: Path) -> list[str]:
    """Return the texts of the gold articles beside the data, which no training may see."""
    paths = sorted((data.parent / "gold").rglob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8"))["article"]["text"] for path in paths]
