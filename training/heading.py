"""Learn where a heading without a full stop ends; writes src/simak/indonesian/heading.tsv.gz.

    python -m training.heading [--data FOLDER] [--out FILE] [--without FILE]

Each paragraph of many articles is an example: most of them as they are, where no capital inside a
sentence is a border, three in ten with a headline, or with a sentence that lost its full stop, set
before them. Headlines come as they are, or with the common words in small letters. The model is a
logistic regression (Adagrad, small L1 weight so that most features drop out); of the features only
names and weights are kept, rounded to hundredths.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy

from simak.indonesian import heading
from simak.indonesian.language import blank
from simak.indonesian.sentence import SentenceSplitter
from training.silver import articles

SEED = 7
ROOT = Path(__file__).resolve().parents[1]
_LEAST = 12  # a feature must occur this often
_L1 = 8e-3
_ROUNDS = 5
_ENDS = frozenset(".”\"')]")
_BATCH = 256
_SMALLEST = 0.08  # weights below this are dropped

_LONGEST = 700  # of a document of other outlets, in characters: a paragraph or two
_OTHER = (
    "clickid_detiknews", "clickid_kompas", "clickid_okezone", "clickid_sindonews",
    "clickid_tempo", "clickid_tribunnews", "leipzig_ind_newscrawl_2016_10K",
    "leipzig_ind_wikipedia_2021_10K", "tydiqa_id_wikipedia",
)  # fmt: skip

Example = tuple[list[str], bool]


def paragraphs(texts: Sequence[str]) -> list[str]:
    """Return the paragraphs of whole sentences: more than six words, with a mark at the end."""
    found = (re.sub(r" +", " ", part).strip() for text in texts for part in text.split("\n"))
    return [part for part in found if part.count(" ") > 5 and part[-1] in _ENDS]


def other(data: Path) -> list[str]:
    """Return texts of other outlets and styles, a document or sentence each, mixed."""
    lines: list[str] = []
    for name in _OTHER:
        text = (data / "raw" / f"{name}.txt").read_text(encoding="utf-8")
        lines += [line[:_LONGEST] for line in text.splitlines()]
    random.Random(SEED).shuffle(lines)
    return lines


def headlines(data: Path) -> list[str]:
    """Return headlines of three to fourteen words, mixed."""
    path = data / "raw" / "clickid_headlines.txt"
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if 2 <= line.count(" ") <= 13]
    random.Random(SEED).shuffle(lines)
    return lines


def in_small_letters(headline: str) -> str:
    """Return the headline with a capital only where a name has one, and at its beginning."""
    words = headline.split(" ")
    for place, word in enumerate(words[1:], start=1):
        bare = word.strip(".,:;!?'\"")
        if word[:1].isupper() and word[1:].islower() and heading.is_common(bare):
            words[place] = word.lower()
    return " ".join(words)


def unstopped(part: str, rng: random.Random) -> str:
    """Return the first sentence of a paragraph without its full stop, cut short if it is long."""
    sentence = part.split(". ")[0].rstrip('."”?! ')
    if len(sentence) < 120:
        return sentence
    return " ".join(sentence.split(" ")[: rng.randint(3, 9)])


def examples(
    parts: Sequence[str], lines: Sequence[str], share: float, seed: int = SEED
) -> Iterator[Example]:
    """Yield features and truth of each candidate; ``share`` of the paragraphs get a heading."""
    rng = random.Random(seed)
    nlp = blank()
    splitter = SentenceSplitter(headings=heading.HeadingEnds({}))  # by marks alone
    for part in parts:
        text, border = part, -1
        if rng.random() < share:
            title = rng.choice(lines) if rng.random() < 0.75 else unstopped(rng.choice(parts), rng)
            if rng.random() < 0.6:
                title = in_small_letters(title)
            title = title.rstrip(".?!… :;,-")
            text = f"{title} {part}"
            border = len(title) + 1
        doc = nlp.make_doc(text)
        texts = [token.text for token in doc]
        gaps = [bool(token.whitespace_) for token in doc]
        starts = [*sorted(splitter.starts(doc)), len(doc)]
        for begin, end in pairwise(starts):
            for index in heading.candidates(texts, gaps, begin, end):
                truth = doc[index].idx == border
                yield heading.features(texts, begin, index, end), truth
                if truth:
                    begin = index


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each feature that counts."""
    counts = Counter(name for names, _ in found for name in names)
    kept = [name for name, count in counts.items() if count >= _LEAST]
    number = {name: place for place, name in enumerate(kept)}
    rows: list[Any] = [
        numpy.array([number[name] for name in names if name in number]) for names, _ in found
    ]
    truth = numpy.array([float(label) for _, label in found])
    weights = numpy.zeros(len(kept))
    squares = numpy.full(len(kept), 1e-6)
    rng = numpy.random.default_rng(SEED)
    for turn in range(_ROUNDS):
        rate = 0.15 / (1 + turn / 2)
        order = rng.permutation(len(rows))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            names = numpy.concatenate([rows[place] for place in batch])
            owner = numpy.repeat(numpy.arange(len(batch)), [len(rows[place]) for place in batch])
            odds = numpy.bincount(owner, weights[names], len(batch))
            error = 1 / (1 + numpy.exp(-odds)) - truth[batch]
            used, back = numpy.unique(names, return_inverse=True)
            slope = numpy.bincount(back, error[owner])
            squares[used] += slope * slope
            step = rate / numpy.sqrt(squares[used])
            moved = weights[used] - step * slope
            weights[used] = numpy.sign(moved) * numpy.maximum(numpy.abs(moved) - step * _L1, 0)
    found_weights = {name: round(float(weights[place]), 2) for name, place in number.items()}
    return {name: value for name, value in found_weights.items() if abs(value) >= _SMALLEST}


def write(weights: dict[str, float], path: Path) -> None:
    """Write the weights, sorted, in hundredths; the same bytes each time."""
    lines = [f"{name}\t{round(100 * value)}\n" for name, value in sorted(weights.items())]
    text = (
        "# Logistic regression of training/heading.py: feature, weight in hundredths. Licence:\n"
        "# CC BY-SA 4.0, as the model's. Trained on IndoSum (CC BY-SA 4.0), CLICK-ID and Leipzig\n"
        "# Corpora Collection (CC BY 4.0), TyDi QA (CC BY-SA).\n"
    )
    path.write_bytes(gzip.compress((text + "".join(lines)).encode("utf-8"), mtime=0))


def measure(weights: dict[str, float], parts: Sequence[str], lines: Sequence[str]) -> str:
    """Return how often the model errs on paragraphs as they are, and what it finds of headings."""

    def share(found: Sequence[Example], truth: bool) -> float:
        scores = [sum(weights.get(n, 0.0) for n in names) for names, t in found if t is truth]
        return sum(score > heading.THRESHOLD for score in scores) / max(1, len(parts))

    false = share(list(examples(parts, lines, 0.0)), False)
    found = share(list(examples(parts, lines, 1.0)), True)
    return f"false borders in 1000 paragraphs: {1000 * false:.1f}; headings found: {found:.1%}"


def main() -> None:
    """Read the command line, learn, write, report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=heading.WEIGHTS)
    parser.add_argument("--without", type=Path, help="a JSON list of texts that measure us")
    options = parser.parse_args()
    measuring = [
        json.loads(path.read_text(encoding="utf-8"))["article"]["text"]
        for path in sorted((options.data.parent / "gold").rglob("*.json"))
    ]
    if options.without:
        measuring += json.loads(options.without.read_text(encoding="utf-8"))
    texts = articles(options.data, 100_000, measuring)
    lines = headlines(options.data)
    more = other(options.data)
    kept = paragraphs(texts[300:]) + paragraphs(more[2000:])
    aside = paragraphs(texts[:300]) + paragraphs(more[:2000])
    weights = fit(list(examples(kept, lines[1000:], 0.3)))
    write(weights, options.out)
    print(len(kept), "paragraphs;", len(weights), "features;", options.out.stat().st_size, "bytes")
    print(measure(weights, aside, lines[:1000]))


if __name__ == "__main__":
    main()
