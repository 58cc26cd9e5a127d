"""The surface of a page: its words as plain Python values, for readers that go left to right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from simak.indonesian.clitic import is_clitic
from simak.reading.name_word import is_common
from simak.record import Span

_OPENING = "\"“‘'«(["
_CLOSING = "\"”’'»"
_BEFORE_SENTENCE = frozenset({":", "•", "-", "--", "—", "–", "*"})
_ROMAN = frozenset("IVXLC")
# What the readers know of the model's labels: places are one kind, peoples are left to nouns.
_LABEL = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}
_ARTICLE = re.compile(r"(?:a[ldnrst]|el|ash?|sh)-[A-Z]")


@dataclass(slots=True)
class Word:
    """One token that is no space. ``i`` is its index in the Doc.

    ``initial``: a sentence, a quotation or a line begins here, so that a capital tells nothing.
    ``label``: the model's PER, ORG or LOC, "" without; ``begins``: the entity begins here.
    """

    i: int
    text: str
    lower: str
    start: int
    end: int
    capital: bool
    upper: bool
    common: bool
    initial: bool
    clitic: bool
    usable: bool
    time: bool
    pos: str
    label: str
    begins: bool
    sentence: int


class Surface:
    """The words of a page. ``at[i]`` is the position of Doc token ``i`` among them, or -1.

    ``lines`` are the spans of the text's lines, ``skip`` those of its furniture in order;
    ``timed`` tells whether an offset lies in a time expression.
    """

    def __init__(
        self,
        doc: Doc,
        text: str,
        lines: Sequence[Span],
        skip: Sequence[Span],
        timed: Callable[[int], bool],
    ) -> None:
        self.doc = doc
        self.text = text
        self.words: list[Word] = []
        self.at = [-1] * len(doc)
        shouted = _shouted(text, lines)
        line = 0
        furniture = iter(skip)
        hole = next(furniture, None)
        initial, sentence = True, -1
        for token in doc:
            form = token.text
            if token.is_sent_start or sentence < 0:
                sentence += 1
                initial = True
            if token.is_space:
                if "\n" in form:
                    initial = True
                continue
            start = token.idx
            end = start + len(form)
            while hole is not None and hole[1] <= start:
                hole = next(furniture, None)
            while line < len(shouted) and shouted[line][1] <= start:
                line += 1
            loud = line < len(shouted) and shouted[line][0] <= start
            usable = not (hole is not None and start < hole[1] and hole[0] < end) and not loud
            letter = next((char for char in form[:3] if char.isalpha()), "")
            self.at[token.i] = len(self.words)
            alpha = bool(letter)
            capital = letter.isupper() or bool(_ARTICLE.match(form))
            self.words.append(
                Word(
                    token.i,
                    form,
                    form.lower(),
                    start,
                    end,
                    capital,
                    capital and len(form) > 1 and form.isupper(),
                    capital and is_common(form),
                    initial,
                    is_clitic(token),
                    usable,
                    timed(start),
                    token.pos_,
                    _LABEL.get(token.ent_type_, "") if usable else "",
                    token.ent_iob_ == "B",
                    sentence,
                )
            )
            if alpha or form[0].isdigit():
                initial = False
            elif form[0] in _OPENING or form in _BEFORE_SENTENCE or form[-1] in ".?!":
                initial = True

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words ``first`` to ``last``, both included."""
        return self.words[first].start, self.words[last].end

    def join(self, first: int, last: int) -> str:
        """Return the text of the words ``first`` to ``last``, both included."""
        return self.text[self.words[first].start : self.words[last].end]

    def adjacent(self, left: int, right: int) -> bool:
        """Tell whether no line end stands between two neighbouring words."""
        return "\n" not in self.text[self.words[left].end : self.words[right].start]

    def lower(self, index: int) -> str:
        """Return the word at ``index`` in lower case, "" outside the page."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""


def _shouted(text: str, lines: Sequence[Span]) -> list[Span]:
    """Return the lines in capitals: there a capital letter tells nothing of names."""
    found = []
    for start, end in lines:
        letters = [char for char in text[start : min(end, start + 400)] if char.isalpha()]
        capitals = sum(char.isupper() for char in letters)
        if len(letters) > 12 and capitals > 0.7 * len(letters):
            found.append((start, end))
    return found


def is_numeral(word: str) -> bool:
    """Tell whether ``word`` is a number or a Roman numeral: "88", "III"."""
    return word.isdigit() or (0 < len(word) < 6 and all(char in _ROMAN for char in word))
