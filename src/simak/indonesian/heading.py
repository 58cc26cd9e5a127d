"""Sentence ends without a mark: a heading that runs into the text behind it.

When a page is turned into text, line ends get lost: "Banjir melanda kota Hujan deras sejak pagi
membuat ...". No rule tells such a border from the capital of a name. A linear model over the words
around a capital does: logistic regression, trained on whole articles with headlines set before
their paragraphs (``training/heading.py``). A border is set only where the model is very sure, so
that articles with their line ends are left alone.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from simak.lexicon import SHIPPED, read_rows

WEIGHTS = Path(__file__).parent / "heading.tsv.gz"

# How sure the model must be, as a log-odds.
THRESHOLD = 3.0

_MARK = re.compile(r"[.?!…]+")
_CLOSERS = frozenset("\"'”’»)")
_OPENERS = frozenset("\"“‘'")
_PREDICATE = re.compile(r"(?:me|di|ber|ter)[a-z]{4,}")
_PREDICATES = frozenset(("adalah", "akan", "telah", "sudah", "tidak"))
# How far the features look, in words: so that the time stays linear in the text.
_BACK = 25
_AHEAD = 12


class HeadingEnds:
    """Finds where a heading without a full stop ends within a stretch of tokens."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    @classmethod
    def shipped(cls) -> HeadingEnds:
        """Return the one with our weights."""
        return cls(read_weights(WEIGHTS))

    def starts(
        self, texts: Sequence[str], gaps: Sequence[bool], begin: int, end: int
    ) -> Iterator[int]:
        """Yield where a sentence begins within [begin, end), first not counted.

        Args:
            texts: the tokens of the document.
            gaps: whether a space follows each token.
            begin, end: a stretch that the marks and line ends have cut out.
        """
        if not self._weights:
            return
        heading = begin
        for index in candidates(texts, gaps, begin, end):
            score = sum(
                self._weights.get(name, 0.0) for name in features(texts, heading, index, end)
            )
            if score > THRESHOLD:
                yield index
                heading = index


def read_weights(path: Path) -> dict[str, float]:
    """Return the weight of each feature from a file of "feature TAB weight" lines."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: int(value) / 100 for name, value in pairs}


def candidates(texts: Sequence[str], gaps: Sequence[bool], begin: int, end: int) -> Iterator[int]:
    """Yield the tokens in (begin, end) that may begin a sentence: a capital behind a bare word."""
    unfinished = _unfinished()
    for index in range(begin + 1, end):
        text, before = texts[index], texts[index - 1]
        if not gaps[index - 1] or before.isspace():
            continue
        if before.lower() in unfinished or (len(text) > 1 and text.isupper() and before.isupper()):
            continue  # in a line of capitals, a capital shows nothing
        closed = before in _CLOSERS and not gaps[index - 2] and index - 2 >= begin
        if not (closed or before[-1].isalnum()):
            continue
        if text[0].isupper():
            yield index
        elif text in _OPENERS and not closed and not gaps[index] and index + 1 < end:
            # 'ia berkata "Kami ...", 'berjudul "Kami ..."' go on
            goes_on = _PREDICATE.fullmatch(before) is not None
            if texts[index + 1][0].isupper() and not goes_on:
                yield index


def features(texts: Sequence[str], begin: int, index: int, end: int) -> list[str]:
    """Return the features of the border before ``index`` in the stretch that begins at ``begin``.

    The words around it, their shapes and edges, and of the stretch before: its length, the share
    of capitals, whether there is a predicate; also whether one follows.
    """
    quoted = "q" if texts[index] in _OPENERS else ""
    first = index + 1 if quoted else index
    word, before = texts[first], texts[index - 1]
    second = texts[first + 1] if first + 1 < end else "<end>"
    third = texts[first + 2] if first + 2 < end else "<end>"
    earlier = texts[index - 2] if index - 2 >= begin else "<begin>"
    low, low_before, low_second = word.lower(), before.lower(), second.lower()
    kind = ("c" if is_common(low) else "n") + ("p" if low in _words("person_word.txt.gz") else "")
    shapes = f"{_shape(before)}{_shape(word)}{kind}"
    length = _length(index - begin)
    back = texts[max(begin + 1, index - _BACK) : index]
    capitals = _capitals(back)
    comma = "," in back
    predicate = any(_PREDICATE.fullmatch(text) for text in back)
    follows = _has_predicate(texts[first + 1 : min(end, first + _AHEAD)])
    return [
        "bias" + quoted,
        f"s{quoted} {shapes}{_shape(second)}",
        f"t{quoted} {_shape(earlier)}{shapes}{_shape(second)}{_shape(third)}",
        f"w {low}",
        f"w- {low[:3]}",
        f"-w {low[-3:]}",
        f"b {low_before}",
        f"b- {low_before[:3]}",
        f"-b {low_before[-3:]}",
        f"a {earlier.lower()}",
        f"n {low_second}",
        f"n- {low_second[:3]}",
        f"-n {low_second[-3:]}",
        f"m {third.lower()}",
        f"k{quoted} {kind}{_shape(second)}",
        f"l {length}",
        f"l {length}{shapes}",
        f"c {capitals}",
        f"c {capitals}{shapes}",
        f"c {capitals}{length > 5}",
        f"p {predicate:d}{follows:d}",
        f"p {follows:d}{shapes}{_shape(second)}",
        f", {comma:d}{length > 6:d}",
    ]


def is_common(word: str) -> bool:
    """True if newspapers mostly write the word in small letters."""
    return word.lower() in _words("common_word.txt.gz")


def _shape(text: str) -> str:
    """Return d for digits, a, X, A for small, first and all capitals, or the mark itself."""
    if text[0].isdigit():
        return "d"
    if text[0].isupper():
        return "A" if len(text) > 1 and text.isupper() else "X"
    if text[0].isalpha():
        return "a"
    return text if text in ',.:;()"-' or text[0] == "<" else "o"


def _length(count: int) -> int:
    for step, bound in enumerate((2, 3, 4, 5, 7, 10, 14, 20)):
        if count < bound:
            return step
    return 8


def _capitals(texts: Sequence[str]) -> int:
    """Return the share of words with a capital, in five steps."""
    words = [text for text in texts if text[0].isalpha()]
    share = sum(text[0].isupper() for text in words) / len(words) if words else 0.5
    return 0 if not share else 1 + sum(share >= bound for bound in (0.25, 0.5, 0.8))


def _has_predicate(texts: Sequence[str]) -> bool:
    for text in texts:
        if _MARK.fullmatch(text):
            return False
        if text in _PREDICATES or _PREDICATE.fullmatch(text):
            return True
    return False


@lru_cache(maxsize=1)
def _unfinished() -> frozenset[str]:
    path = SHIPPED / "unfinished_word.tsv"
    return frozenset(row["word"] for row in read_rows(path, ("word",)))


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((SHIPPED / name).read_bytes()).decode("utf-8").split())
