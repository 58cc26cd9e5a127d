"""CoNLL-U to sentences: words with clitics as words of their own, trees, features, lemmas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# The features that are universal; others are rare or kept differently in the two treebanks.
FEATURES = (
    "Abbr", "Definite", "Degree", "Foreign", "NumType", "Number", "Person", "Polarity", "Polite",
    "PronType", "Reflex", "Voice",
)  # fmt: skip


@dataclass
class Word:
    """One syntactic word of a sentence. ``head`` is 1-based, 0 for the root, as in CoNLL-U."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass
class Sentence:
    """A sentence of a treebank; ``source`` names the file that it comes from."""

    id: str
    text: str
    words: list[Word]
    source: str

    def is_whole(self) -> bool:
        """True if the words spell the text (a few contractions of the treebanks do not)."""
        spelt = "".join(word.form + " " * word.space for word in self.words)
        return spelt.strip() == self.text.strip()


def read(path: Path, source: str) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; enhanced and empty nodes are skipped."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words: list[Word] = []
        meta: dict[str, str] = {}
        joined_until = 0
        joined_space = True
        for line in block.split("\n"):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                meta[key.strip()] = value.strip()
                continue
            cells = line.split("\t")
            if len(cells) != 10 or "." in cells[0]:
                continue
            space = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                joined_until = int(cells[0].split("-")[1])
                joined_space = space
                continue
            number = int(cells[0])
            if number <= joined_until:
                space = joined_space if number == joined_until else False
            words.append(
                Word(
                    form=cells[1],
                    lemma="" if cells[2] == "_" and cells[1] != "_" else cells[2],
                    upos=cells[3],
                    feats=_features(cells[5]),
                    head=int(cells[6]),
                    deprel=cells[7],
                    space=space,
                )
            )
        if words:
            yield Sentence(meta.get("sent_id", ""), meta.get("text", ""), words, source)


def _features(cell: str) -> str:
    kept = [part for part in cell.split("|") if part.split("=")[0] in FEATURES]
    return "|".join(sorted(kept))


def is_held_out(number: int) -> bool:
    """True for the sentences held out for scoring: 12 % of each treebank, in blocks of 12 of 100.

    Blocks, since neighbouring sentences come from one article.
    """
    return number % 100 >= 88
