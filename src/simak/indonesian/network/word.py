"""What the networks see of a word: numbers of its pieces, and its vector.

Pieces are the small letters of the whole word, its beginnings, its endings and its shape; a
number for each piece that training met often enough, 0 for all others. The vector is floret's
(hashed n-grams), so that no word is unknown: one table with a wide window, which is about topics,
and one with a narrow window, which is about syntax.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from spacy.strings import StringStore
from spacy.vectors import Vectors

# Forms whose numbers and vectors are kept at hand; when it is full it starts anew.
_MEMORY = 12_000


def shape(word: str) -> str:
    """Return the shape of a word: "Rp1.500" is "Xxd.dd"."""
    result = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if result[-2:] != kind * 2:
            result += kind
    return result[:8]


# The width of the embedding of each piece, and how it is cut from the word.
PIECES: tuple[tuple[int, Callable[[str], str]], ...] = (
    (64, str.lower),
    (24, lambda word: word[:3].lower()),
    (24, lambda word: word[-3:].lower()),
    (16, lambda word: word[:2].lower()),
    (16, lambda word: word[-2:].lower()),
    (16, shape),
)


class Floret:
    """Tables of floret vectors side by side."""

    def __init__(self, tables: Sequence[Vectors]) -> None:
        self.tables = tables
        self.width = sum(table.data.shape[1] for table in tables)
        self._memory: dict[str, Any] = {}

    def rows(self, forms: Sequence[str]) -> Any:
        """Return an array of shape (forms, width)."""
        memory = self._memory
        unknown = sorted({form for form in forms if form not in memory})
        if unknown:
            if len(memory) + len(unknown) > _MEMORY:
                memory.clear()
                unknown = sorted(set(forms))
            found = np.concatenate([table.get_batch(unknown) for table in self.tables], axis=1)
            memory.update(zip(unknown, found, strict=True))
        return np.array([memory[form] for form in forms], dtype="float32")


def table(data: Any, *, hash_count: int, least: int, most: int, seed: int) -> Vectors:
    """Return a table of floret vectors; ``least`` and ``most`` are the lengths of n-grams."""
    return Vectors(
        strings=StringStore(),
        mode="floret",
        data=data,
        hash_count=hash_count,
        hash_seed=seed,
        minn=least,
        maxn=most,
        bow="<",
        eow=">",
    )


# The width of the embedding of a word's class.
CLASS_WIDTH = 12


class Vocabulary:
    """The pieces that a network knows; ``pieces`` has a list for each row of ``PIECES``.

    ``classes`` gives words in small letters a class (``training.word_class`` says which); with it
    the class is one more piece.
    """

    def __init__(
        self, pieces: Sequence[Sequence[str]], classes: Mapping[str, str] | None = None
    ) -> None:
        self.pieces = [list(known) for known in pieces]
        self.classes = dict(classes or {})
        self._class_number = {
            name: number for number, name in enumerate(sorted(set(self.classes.values())), start=1)
        }
        self._numbers = [
            {piece: number for number, piece in enumerate(known, start=1)} for known in pieces
        ]
        self._memory: dict[str, tuple[int, ...]] = {}

    @classmethod
    def count(
        cls,
        sentences: Iterable[Sequence[str]],
        least: int,
        classes: Mapping[str, str] | None = None,
    ) -> Vocabulary:
        """Return the pieces that occur ``least`` times in the words of the sentences."""
        forms: dict[str, int] = {}
        for words in sentences:
            for word in words:
                forms[word] = forms.get(word, 0) + 1
        pieces = []
        for _, cut in PIECES:
            counts: dict[str, int] = {}
            for form, count in forms.items():
                piece = cut(form)
                counts[piece] = counts.get(piece, 0) + count
            pieces.append(sorted(piece for piece, count in counts.items() if count >= least))
        return cls(pieces, classes)

    def sizes(self) -> list[tuple[int, int]]:
        """Return the number of pieces and the width of the embedding of each kind."""
        found = [
            (len(known) + 1, width) for known, (width, _) in zip(self.pieces, PIECES, strict=True)
        ]
        return [*found, (len(self._class_number) + 1, CLASS_WIDTH)] if self.classes else found

    def numbers(self, forms: Sequence[str]) -> Any:
        """Return an array of shape (forms, pieces)."""
        memory = self._memory
        if len(memory) > _MEMORY:
            memory.clear()
        rows = []
        for form in forms:
            row = memory.get(form)
            if row is None:
                row = memory[form] = self._row(form)
            rows.append(row)
        return np.array(rows, dtype="int64").reshape(len(forms), -1)

    def _row(self, form: str) -> tuple[int, ...]:
        row = tuple(
            known.get(cut(form), 0) for known, (_, cut) in zip(self._numbers, PIECES, strict=True)
        )
        if not self.classes:
            return row
        return (*row, self._class_number.get(self.classes.get(form.lower(), ""), 0))
