"""Units: the stretches of text in which a cue and what it reports stand together.

A unit is a sentence as a reader of news sees it: a full stop inside a quotation does not end it
("“Kami datang. Kami pulang,” kata Wirya." is one unit). What stands inside a quotation makes units
of its own, one level down, so that a quotation can hold statements.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from simak.reading.finding import Quotation
from simak.reading.page import Page
from simak.record import Span

# A text without full stops is cut after so many words and quotations: no sentence is so long.
_LONGEST = 400
_ENDS = frozenset((".", "!", "?", "…", "!!", "??", "...", "....", "?!"))


class Words:
    """The tokens of an article without white space and furniture, addressed by position."""

    def __init__(self, page: Page) -> None:
        text = page.text
        self.page = page
        self.tokens: list[Token] = [
            token
            for token in page.doc
            if not token.is_space and not page.skipped(token.idx, token.idx + len(token))
        ]
        self.lower: list[str] = [token.lower_ for token in self.tokens]
        self.pos: list[str] = [token.pos_ for token in self.tokens]
        self.starts: list[int] = [token.idx for token in self.tokens]
        self.ends: list[int] = [token.idx + len(token) for token in self.tokens]
        self.position_of: dict[int, int] = {token.i: k for k, token in enumerate(self.tokens)}
        edges = zip(self.ends, self.starts[1:], strict=False)
        self.line_ends: list[bool] = [text.find("\n", a, b) >= 0 for a, b in edges]
        self.line_ends.append(True)

    def __len__(self) -> int:
        return len(self.tokens)

    def at_or_after(self, offset: int) -> int:
        """Return the position of the first token that starts at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def holding(self, offset: int) -> int:
        """Return the position of the last token that starts at ``offset`` or earlier."""
        return bisect_right(self.starts, offset) - 1

    def span(self, first: int, last: int) -> Span:
        """Return the code points of positions ``first`` to ``last``, both included."""
        return self.starts[first], self.ends[last]

    def glued(self, position: int) -> bool:
        """Tell whether the token stands without space behind the one before (a clitic)."""
        return position > 0 and self.starts[position] == self.ends[position - 1]

    def asks(self, piece: Piece) -> bool:
        """Tell whether a quotation ends with a question mark."""
        return self.page.text[piece.quotation.inner[1] - 1] == "?"

    def capital(self, position: int) -> bool:
        """Tell whether the token starts with a capital letter."""
        return self.tokens[position].text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation as positions: ``first`` and ``last`` are its marks, or what stands for them."""

    index: int
    first: int
    last: int
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Unit:
    """Positions ``first`` to ``last`` (both included) and the quotations that lie in them.

    ``inside`` is the index of the quotation whose inner words these are; None at the top.
    """

    first: int
    last: int
    pieces: tuple[Piece, ...] = ()
    inside: int | None = None


def units(words: Words, quotations: Sequence[Quotation]) -> list[Unit]:
    """Return the units of the article in reading order, each before those inside of it."""
    children: dict[int | None, list[Piece]] = {}
    stack: list[int] = []
    pieces: list[Piece] = []
    for index, quotation in enumerate(quotations):
        first = words.at_or_after(quotation.outer[0])
        last = words.holding(quotation.outer[1] - 1)
        pieces.append(Piece(index, first, last, quotation))
        if last <= first:
            continue
        while stack and quotations[stack[-1]].outer[1] < quotation.outer[1]:
            stack.pop()
        children.setdefault(stack[-1] if stack else None, []).append(pieces[-1])
        stack.append(index)
    found: list[Unit] = []
    dateline = words.page.dateline
    top = words.at_or_after(dateline.span[1]) if dateline else 0
    work: list[tuple[int, int, int | None]] = [(top, len(words) - 1, None)]
    while work:
        first, last, inside = work.pop()
        for unit in _cut(words, first, last, children.get(inside, []), inside):
            found.append(unit)
            for piece in unit.pieces:
                inner = piece.quotation.inner
                work.append((words.at_or_after(inner[0]), words.holding(inner[1] - 1), piece.index))
    found.sort(key=lambda unit: (unit.first, -unit.last))
    return found


def _cut(
    words: Words, first: int, last: int, pieces: Sequence[Piece], inside: int | None
) -> Iterator[Unit]:
    start = position = first
    length = 0
    held: list[Piece] = []
    waiting = iter(pieces)
    piece = next(waiting, None)
    while position <= last:
        ends = False
        while piece is not None and piece.first < position:
            piece = next(waiting, None)
        if piece is not None and position == piece.first:
            held.append(piece)
            position = piece.last
            follower = position + 1
            ends = follower <= last and _ends_inside(words, piece) and words.capital(follower)
            piece = next(waiting, None)
        elif words.lower[position] in _ENDS:
            ends = position == last or not words.tokens[position + 1].text[:1].islower()
            # A closing bracket or a stray mark belongs to the sentence that it closes.
            opens = piece is not None and piece.first == position + 1
            closes = position < last and words.lower[position + 1] in (")", "]", "”", "’")
            ends = ends and (opens or not closes)
        length += 1
        if ends or words.line_ends[position] or position >= last or length >= _LONGEST:
            yield Unit(start, min(position, last), tuple(held), inside)
            start = position + 1
            length = 0
            held = []
        position += 1


def _ends_inside(words: Words, piece: Piece) -> bool:
    """Tell whether the quotation's last sentence is closed before its closing mark."""
    before = piece.last - 1 if piece.quotation.closed else piece.last
    return words.lower[before] in _ENDS
