"""Corpora of names (IOB lines) as words with labels PER, ORG, LOC."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from spacy.vocab import Vocab

from simak.indonesian.clitic import ENCLITICS
from simak.indonesian.language import IndonesianTokenizer

LABELS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC",
    "PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC",
    "PPL": "PER", "PLC": "LOC",
}  # fmt: skip
_LEVELS = ("provinsi", "kabkota", "kecamatan")

Row = tuple[str, str]
# form, IOB tag, is a space after it
Labelled = tuple[str, str, bool]


def read(path: Path) -> Iterator[list[Row]]:
    """Yield sentences as (token, IOB tag) with our three labels; other labels become O."""
    sentence: list[Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) < 2:
            if sentence:
                yield sentence
            sentence = []
            continue
        mark, _, label = cells[-1].partition("-")
        known = LABELS.get(label)
        sentence.append((cells[0], f"{mark}-{known}" if known else "O"))


def words(sentence: list[Row], cutter: IndonesianTokenizer) -> list[Labelled]:
    """Return (form, tag, space after) of the words that our tokenizer makes of the tokens.

    Marks and clitics at the edge of a name take no part in it: "Golkarnya" is the ORG "Golkar" and
    "nya", "(DPR)" the ORG "DPR" in brackets.
    """
    text = " ".join(form for form, _ in sentence)
    pieces = [(a, b) for a, b in cutter.spans(text) if not text[a:b].isspace()]
    tags = ["O"] * len(pieces)
    ends = list(accumulate(len(form) + 1 for form, _ in sentence))
    for first, end, label in spans([(form, tag, True) for form, tag in sentence]):
        begin, stop = ends[first] - len(sentence[first][0]) - 1, ends[end - 1]
        inside = [index for index, (a, _) in enumerate(pieces) if begin <= a < stop]
        while inside and not text[pieces[inside[0]][0]].isalnum():
            inside.pop(0)
        while inside and _is_edge(text, *pieces[inside[-1]]):
            inside.pop()
        for number, index in enumerate(inside):
            tags[index] = f"{'I' if number else 'B'}-{label}"
    unknown = [
        (e - len(f) - 1, e) for e, (f, tag) in zip(ends, sentence, strict=True) if tag == "?"
    ]
    for index, (a, _) in enumerate(pieces):
        if any(begin <= a < stop for begin, stop in unknown):
            tags[index] = "?"
    return [
        (text[a:b], tag, text[b : b + 1] == " ") for (a, b), tag in zip(pieces, tags, strict=True)
    ]


def _is_edge(text: str, start: int, end: int) -> bool:
    """True for a mark, and for a clitic that leans on the word before it."""
    if not text[start].isalnum():
        return True
    return text[start - 1 : start].isalnum() and text[start:end] in ENCLITICS


def recase(sentence: list[Labelled], case: dict[str, str]) -> list[Labelled]:
    """Give a lower-cased sentence its capitals back, names by tag, other words by ``case``.

    NERP labels no organisations: words with a capital but no label stay open ("?").
    """
    result: list[Labelled] = []
    for index, (form, tag, space) in enumerate(sentence):
        usual = case.get(form, form)
        if tag != "O":
            written = usual if usual != form else form[:1].upper() + form[1:]
        else:
            written = usual
            if written[:1].isupper():
                tag = "?"
        if index == 0 or (index == 1 and not sentence[0][0][0].isalnum()):
            written = written[:1].upper() + written[1:]
        result.append((written, tag, space))
    return result


def common_words(sentence: list[Row], cutter: IndonesianTokenizer) -> list[Labelled]:
    """Return a sentence tagged with parts of speech as one where only common words are known.

    A word that is no NNP is no name; what an NNP is stays open ("?").
    """
    rows = [(form, "O" if tag not in ("NNP", "FW") else "?") for form, tag in sentence]
    return words(rows, cutter)


class Inventory:
    """The names of the corpora and the gazetteers, to put other names in the place of a name.

    A recogniser trained so leans less on the names that it saw.
    """

    def __init__(self, sentences: list[list[Labelled]], data: Path) -> None:
        self._names: dict[str, list[list[str]]] = {"PER": [], "ORG": [], "LOC": []}
        for sentence in sentences:
            for start, end, label in spans(sentence):
                self._names[label].append([form for form, _, _ in sentence[start:end]])
        places = (data / "gazetteer" / "wilayah_kemendagri_2025.tsv").read_text(encoding="utf-8")
        rows = [line.split("\t") for line in places.split("\n")[1:] if line]
        # villages are left out: 83,000 names, many of them common words
        names = sorted({row[2] for row in rows if len(row) > 2 and row[1] in _LEVELS})
        self._names["LOC"] += [_place(place).split() for place in names]

    def words(self) -> set[str]:
        """Return all words of the names."""
        return {form for names in self._names.values() for forms in names for form in forms}

    def exchange(self, sentence: list[Labelled], rng: random.Random) -> list[Labelled]:
        """Return the sentence with its names exchanged for others of the same kind."""
        result: list[Labelled] = []
        position = 0
        for start, end, label in spans(sentence):
            if label not in self._names:
                continue
            result += sentence[position:start]
            other = rng.choice(self._names[label])
            last_space = sentence[end - 1][2]
            for number, form in enumerate(other):
                mark = "B" if number == 0 else "I"
                space = True if number < len(other) - 1 else last_space
                result.append((form, f"{mark}-{label}", space))
            position = end
        return result + sentence[position:]


def _place(name: str) -> str:
    """Return a name of the gazetteer as news writes it ("KAB. ACEH" is "Aceh")."""
    words = name.split()
    if words and words[0].lower().rstrip(".") in ("kabupaten", "kab", "kota", "adm", "provinsi"):
        words = words[1:] or words
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)


def spans(sentence: list[Labelled]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the names of a sentence."""
    found: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for index, (_, tag, _) in enumerate([*sentence, ("", "O", False)]):
        begins = tag.startswith("B-") or (tag.startswith("I-") and tag[2:] != label)
        if start >= 0 and (begins or tag in ("O", "?")):
            found.append((start, index, label))
            start, label = -1, ""
        if begins:
            start, label = index, tag[2:]
    return found


def cutter() -> IndonesianTokenizer:
    """Return the tokenizer that articles are read with."""
    return IndonesianTokenizer(Vocab())
