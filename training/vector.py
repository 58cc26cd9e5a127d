"""floret vectors from the raw text, cut by our own tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import floret
import numpy as np
from spacy.training.initialize import convert_vectors
from spacy.util import load_model_from_path

from simak.indonesian.language import IndonesianTokenizer, blank

_DIGITS = re.compile(r"\d")


def write_tokens(raw: Path, out: Path) -> int:
    """Write the texts of ``raw/*.txt`` to ``out``, a line each, tokens divided by spaces.

    Returns the number of tokens. Lines that occur twice are written once.
    """
    tokenizer = blank().tokenizer
    assert isinstance(tokenizer, IndonesianTokenizer)
    count = 0
    seen: set[str] = set()
    with out.open("w", encoding="utf-8") as file:
        for path in sorted(raw.glob("*.txt")):
            for line in path.read_text(encoding="utf-8").split("\n"):
                if line in seen:
                    continue
                seen.add(line)
                tokens = list(_tokens(tokenizer, line))
                count += len(tokens)
                if tokens:
                    file.write(" ".join(tokens) + "\n")
    return count


def _tokens(tokenizer: IndonesianTokenizer, line: str) -> Iterator[str]:
    for start, end in tokenizer.spans(line):
        token = line[start:end]
        if not token.isspace():
            # spaCy looks vectors up by the form as written; floret must see the same.
            yield token


def train(tokens: Path, out: Path, *, rows: int, width: int, epochs: int) -> None:
    """Train floret vectors and save them as a spaCy vocabulary under ``out``."""
    model = floret.train_unsupervised(
        str(tokens),
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=rows,
        minn=4,
        maxn=5,
        minCount=5,
        dim=width,
        epoch=epochs,
        lr=0.05,
        neg=8,
        thread=1,  # floret has a fixed seed; with one thread the result is the same each time
        verbose=1,
    )
    table = out.with_suffix(".floret")
    model.save_floret_vectors(str(table))
    nlp = blank()
    convert_vectors(nlp, table, truncate=-1, prune=-1, mode="floret")
    nlp.to_disk(out)


def train_teacher(tokens: Path, out: Path) -> None:
    """Train the teacher's own vectors: whole words and pieces, a narrow window, which is syntax.

    ``out`` is a fastText binary (130 MB); it does not ship.
    """
    model = floret.train_unsupervised(
        str(tokens),
        model="skipgram",
        mode="fasttext",
        bucket=150000,
        minn=3,
        maxn=5,
        minCount=4,
        dim=128,
        ws=2,
        epoch=3,
        lr=0.05,
        neg=5,
        thread=1,
        verbose=1,
    )
    model.save_model(str(out))


def table(forms: Sequence[str], narrow: Path, wide: Path) -> Any:
    """Return a row for each form: the teacher's vectors beside those that ship, like in scale."""
    model = floret.load_model(str(narrow))
    vocab = load_model_from_path(wide).vocab
    first = np.array([model.get_word_vector(form) for form in forms])
    second = np.array([vocab[form].vector for form in forms])
    return np.concatenate([first / first.std(), second / second.std()], axis=1).astype("float16")
