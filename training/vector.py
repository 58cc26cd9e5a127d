"""floret vectors from the raw text, cut by our own tokenizer.

Two tables: with a wide window, where words of one topic are alike, and with a narrow one, where
words of one grammar are. They are kept in bytes, with a scale for each row.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import floret
import numpy as np

from simak.indonesian.language import IndonesianTokenizer, blank
from simak.indonesian.network import weight

# floret hashes n-grams with this seed; it cannot be set.
_SEED = 2166136261
_HASHES = 2
TABLES: tuple[dict[str, Any], ...] = (
    {"name": "wide", "least": 4, "most": 5, "window": 5, "epochs": 4, "negative": 8, "count": 5},
    {"name": "narrow", "least": 3, "most": 5, "window": 2, "epochs": 3, "negative": 5, "count": 4},
)
_ROWS = 40_000
_WIDTH = 96


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
            # Vectors are looked up by the form as written; floret must see the same.
            yield token


def train(tokens: Path, out: Path) -> list[dict[str, Any]]:
    """Train both tables and write ``out``; return how their n-grams are hashed."""
    arrays: dict[str, Any] = {}
    facts = []
    for table in TABLES:
        name = table["name"]
        model = floret.train_unsupervised(
            str(tokens),
            model="skipgram",
            mode="floret",
            hashCount=_HASHES,
            bucket=_ROWS,
            minn=table["least"],
            maxn=table["most"],
            minCount=table["count"],
            dim=_WIDTH,
            ws=table["window"],
            epoch=table["epochs"],
            lr=0.05,
            neg=table["negative"],
            thread=1,  # floret has a fixed seed; with one thread the result is the same each time
            verbose=1,
        )
        path = out.with_name(f"{name}.floret")
        model.save_floret_vectors(str(path))
        rows = _read(path)
        path.unlink()
        arrays[f"{name}.rows"], arrays[f"{name}.scales"] = weight.quantise(rows / rows.std())
        facts.append(
            {
                "name": name,
                "hash_count": _HASHES,
                "least": table["least"],
                "most": table["most"],
                "seed": _SEED,
            }
        )
    weight.write(out, arrays)
    return facts


def _read(path: Path) -> Any:
    """Return the rows of a table that floret wrote as text."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return np.array([line.split()[1:] for line in lines], dtype="float32")
