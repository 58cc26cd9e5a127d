"""CoNLL-U to spaCy Docs: words with clitics as tokens of their own, trees, features, lemmas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

# The features that the readers use; the others are rare or kept differently in the two treebanks.
FEATURES = ("Foreign", "Number", "Person", "Polarity", "Polite", "PronType", "Voice")


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


def lemma(word: Word) -> str:
    """Return the lemma in one style: a name keeps its form, any other word is in small letters."""
    if word.upos == "PROPN" or not word.lemma:
        return word.form if word.upos == "PROPN" else ""
    return word.lemma.lower()


def to_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """Return the gold Doc of one sentence."""
    words = sentence.words
    spaces = [word.space for word in words]
    spaces[-1] = False
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[lemma(word) for word in words],
        heads=[word.head - 1 if word.head else index for index, word in enumerate(words)],
        deps=["ROOT" if word.head == 0 else word.deprel for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )


def is_held_out(number: int) -> bool:
    """True for the sentences held out for scoring: 12 % of each treebank, in blocks of 12 of 100.

    Blocks, since neighbouring sentences come from one article.
    """
    return number % 100 >= 88
