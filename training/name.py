"""Corpora of names (IOB lines) to spaCy Docs with PER, ORG, LOC."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from simak.indonesian.clitic import CliticSplitter
from simak.lexicon import Lexicon

LABELS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC",
    "PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC",
    "PPL": "PER", "PLC": "LOC",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%”’…")
_NO_SPACE_AFTER = frozenset("([{“‘$")

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


def words(sentence: list[Row], clitics: CliticSplitter) -> list[Labelled]:
    """Return (form, tag, space after) with clitics cut off and the spaces guessed.

    A clitic takes no part in a name: "Golkarnya" is the ORG "Golkar" and "nya".
    """
    result: list[Labelled] = []
    open_quote = False
    for index, (form, tag) in enumerate(sentence):
        space = True
        following = sentence[index + 1][0] if index + 1 < len(sentence) else ""
        if form in "\"'" or form in ("``", "''"):
            open_quote = not open_quote
            space = not open_quote
        if form in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE or not following:
            space = False
        if following in ('"', "'", "''") and open_quote:
            space = False
        if following and form in ("-", "/"):
            space = True
        cuts = clitics.cuts(form)
        borders = [0, *cuts, len(form)]
        for number in range(len(borders) - 1):
            part = form[borders[number] : borders[number + 1]]
            last = number == len(borders) - 2
            part_tag = tag if number == 0 or not cuts else "O"
            result.append((part, part_tag, space if last else False))
    return result


def to_doc(vocab: Vocab, sentence: list[Labelled], missing: list[int] | None = None) -> Doc:
    """Return the gold Doc of one sentence; nothing is known of the tokens in ``missing``."""
    doc = Doc(
        vocab,
        words=[form for form, _, _ in sentence],
        spaces=[space for _, _, space in sentence],
    )
    entities = [Span(doc, start, end, label=label) for start, end, label in spans(sentence)]
    doc.set_ents(entities, missing=[doc[index : index + 1] for index in missing or ()])
    return doc


def recase(sentence: list[Labelled], case: dict[str, str]) -> tuple[list[Labelled], list[int]]:
    """Give a lower-cased sentence its capitals back, names by tag, other words by ``case``.

    NERP labels no organisations: words with a capital but no label are returned as missing.
    """
    result: list[Labelled] = []
    missing: list[int] = []
    for index, (form, tag, space) in enumerate(sentence):
        usual = case.get(form, form)
        if tag != "O":
            written = usual if usual != form else form[:1].upper() + form[1:]
        else:
            written = usual
            if written[:1].isupper():
                missing.append(index)
        if index == 0 or (index == 1 and not sentence[0][0][0].isalnum()):
            written = written[:1].upper() + written[1:]
        result.append((written, tag, space))
    return result, missing


def common_words(sentence: list[Row], splitter: CliticSplitter) -> tuple[list[Labelled], list[int]]:
    """Return a sentence tagged with parts of speech as one where only common words are known.

    A word that is no NNP is no name; what an NNP is stays open (missing).
    """
    rows = [(form, "O" if tag not in ("NNP", "FW") else "?-?") for form, tag in sentence]
    labelled = words(rows, splitter)
    missing = [index for index, (_, tag, _) in enumerate(labelled) if tag != "O"]
    return [(form, "O", space) for form, _, space in labelled], missing


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

    def exchange(self, sentence: list[Labelled], rng: random.Random) -> list[Labelled]:
        """Return the sentence with its names exchanged for others of the same kind."""
        result: list[Labelled] = []
        position = 0
        for start, end, label in spans(sentence):
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
        if start >= 0 and (begins or tag == "O"):
            found.append((start, index, label))
            start, label = -1, ""
        if begins:
            start, label = index, tag[2:]
    return found


def splitter() -> CliticSplitter:
    """Return the splitter that the tokenizer uses."""
    return CliticSplitter(Lexicon())
