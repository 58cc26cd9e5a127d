"""The page: the article as every reader sees it, read once and never changed."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from simak.reading.credit import CreditFinding
from simak.reading.dateline import DatelineFinding
from simak.reading.surface import Surface
from simak.reading.time import TimeFinding
from simak.record import Span


@dataclass(frozen=True)
class Page:
    """Text, tree and what was found on the plain text.

    ``skip`` are the spans of page furniture, which give no rows: in order, none overlapping.
    """

    doc: Doc
    skip: tuple[Span, ...] = ()
    times: tuple[TimeFinding, ...] = ()
    dateline: DatelineFinding | None = None
    published: datetime.date | None = None
    credits: tuple[CreditFinding, ...] = ()

    @cached_property
    def text(self) -> str:
        """The article's text; all spans point into it. Kept: a Doc joins it anew each time."""
        return self.doc.text

    def skipped(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` touches a part that gives no rows."""
        index = bisect_left(self._skip_ends, start + 1)
        return index < len(self.skip) and self.skip[index][0] < end

    @cached_property
    def _skip_ends(self) -> list[int]:
        return [end for _, end in self.skip]

    def sentences(self) -> Iterator[SpacySpan]:
        """Yield the sentences that give rows.

        The reader parses furniture apart, so a sentence lies wholly inside it or wholly outside.
        """
        for sentence in self.doc.sents:
            if not self.skipped(sentence.start_char, sentence.end_char):
                yield sentence

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Spans of the paragraphs: what stands between line ends."""
        edges = [-1, *(i for i, char in enumerate(self.text) if char == "\n"), len(self.text)]
        return tuple((a + 1, b) for a, b in pairwise(edges) if self.text[a + 1 : b].strip())

    def paragraph(self, offset: int) -> int:
        """Return the index of the paragraph that holds ``offset`` (the one before, in between)."""
        starts = self._paragraph_starts
        return max(0, bisect_right(starts, offset) - 1)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def surface(self) -> Surface:
        """The words as plain values, for readers that go from left to right."""
        return Surface(
            self.doc,
            self.text,
            self.paragraphs,
            self.skip,
            lambda start: self.time_at(start) is not None,
        )

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def token_at(self, offset: int) -> Token:
        """Return the token that holds ``offset`` (the one before it, for a space)."""
        return self.doc[max(0, bisect_right(self._token_starts, offset) - 1)]

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens that lie wholly inside ``span``, spaces left out."""
        first = max(0, bisect_right(self._token_starts, span[0]) - 1)
        found = []
        for index in range(first, len(self.doc)):
            token = self.doc[index]
            if token.idx >= span[1]:
                break
            if token.idx >= span[0] and token.idx + len(token) <= span[1] and not token.is_space:
                found.append(token)
        return found

    def time_at(self, offset: int) -> int | None:
        """Return the index of the time expression that holds ``offset``, or None."""
        starts = self._time_starts
        index = bisect_right(starts, offset) - 1
        if index >= 0 and offset < self.times[index].span[1]:
            return index
        return None

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span[0] for time in self.times]
