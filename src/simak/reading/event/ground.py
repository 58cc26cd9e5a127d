"""The ground: the article as a row of words, with the parties and statements that stand at each.

Positions count the tokens that are no white space, so that the word beside a word is one step
away. Everything here is made once an article, in time linear in its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from simak.reading.event.word import WordLexicon
from simak.reading.finding import Cast, Mention, StatementFinding
from simak.reading.page import Page
from simak.record import MentionKind, Span

_FIRST_PERSON = frozenset({"saya", "aku", "kami"})
# Words of a sentence whose tree is used; a longer one is a table or a list, and costs time.
_LONGEST = 300
# Days by which a day of publication may be too early.
_LATE = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that name one referent, from the title before a name to its last word.

    Positions, both included. ``head_first`` is where the mention itself begins.
    """

    first: int
    last: int
    referent: int
    kind: MentionKind
    person: bool


class Ground:
    """Words, parties, statements and times of one article, by position."""

    def __init__(
        self, page: Page, cast: Cast, statements: list[StatementFinding], words: WordLexicon
    ) -> None:
        self.words = words
        self.page = page
        self.cast = cast
        self.statements = statements
        self.tokens: list[Token] = [token for token in page.doc if not token.is_space]
        self.lower = [token.text.lower() for token in self.tokens]
        self.position = [-1] * len(page.doc)
        for position, token in enumerate(self.tokens):
            self.position[token.i] = position
        self.sentence = self._sentences()
        size = len(self.tokens)
        self.starting: list[Unit | None] = [None] * size
        self.ending: list[Unit | None] = [None] * size
        self.cover: list[int | None] = [None] * size
        self.named = [False] * size
        self.time: list[int | None] = [None] * size
        self.inside: list[int | None] = [None] * size
        self._cues: list[int | None] = [None] * size
        self._place_times()
        self._place_units()
        self._place_statements()
        self._place_speakers()
        self.written = self._written()

    def _written(self) -> date | None:
        """Return the day of publication, or the day after it on which something was said.

        "kata Wirya, Sabtu" in what was published on Friday by the clock of another country.
        """
        published = self.page.published
        if published is None:
            return None
        indexes = (one.time for one in self.statements if one.act == "say")
        days = (self.page.times[index].begin for index in indexes if index is not None)
        near = (day for day in days if day is not None and 0 < (day - published).days <= _LATE)
        return max(near, default=published)

    def _sentences(self) -> list[tuple[int, int]]:
        """Return for each position the first and the last position of its sentence."""
        bounds: list[tuple[int, int]] = [(0, -1)] * len(self.tokens)
        first = 0
        for position, token in enumerate(self.tokens):
            last = position + 1 == len(self.tokens)
            if last or self.tokens[position + 1].is_sent_start or self._broken(token):
                for inside in range(first, position + 1):
                    bounds[inside] = (first, position)
                first = position + 1
        return bounds

    def _broken(self, token: Token) -> bool:
        """Tell whether a line end follows the token: no sentence goes across paragraphs."""
        after = token.i + 1
        return after < len(self.page.doc) and "\n" in self.page.doc[after].text

    def positions(self, span: Span) -> tuple[int, int] | None:
        """Return first and last position of the words in ``span``, or None."""
        tokens = self.page.tokens_in(span)
        if not tokens:
            return None
        return self.position[tokens[0].i], self.position[tokens[-1].i]

    def _place_times(self) -> None:
        for index, time in enumerate(self.page.times):
            bounds = self.positions(time.span)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self.time[position] = index

    def _place_units(self) -> None:
        found: list[tuple[int, int, int, Mention]] = []
        for index, referent in enumerate(self.cast.referents):
            for mention in referent.mentions:
                bounds = self.positions(mention.span)
                if bounds:
                    found.append((*bounds, index, mention))
        # The shorter come last: the innermost mention covers a word.
        for first, last, index, mention in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
            for position in range(first, min(last, first + 40) + 1):
                self.cover[position] = index
                self.named[position] = mention.kind in {"name", "acronym"}
            self._keep(Unit(first, last, index, mention.kind, self._is_person(index)))
        for index, referent in enumerate(self.cast.referents):
            for role in referent.roles:
                title, holder = self.positions(role.span), self.positions(role.holder.span)
                if not title or not holder or title[1] + 1 != holder[0]:
                    continue
                self._keep(Unit(title[0], holder[1], index, "name", self._is_person(index)))
                for position in range(title[0], title[1] + 1):
                    if self.cover[position] is None:
                        self.cover[position] = index

    def _is_person(self, index: int) -> bool:
        return self.cast.referents[index].type in {"PER", "POST"}

    def _keep(self, unit: Unit) -> None:
        """Keep the longest unit that starts, and the longest that ends, at a position."""
        if self.time[unit.first] is not None:
            return
        other = self.starting[unit.first]
        if other is None or other.last < unit.last:
            self.starting[unit.first] = unit
        other = self.ending[unit.last]
        if other is None or other.first > unit.first:
            self.ending[unit.last] = unit

    def _place_statements(self) -> None:
        spans = [
            (span, index)
            for index, statement in enumerate(self.statements)
            for span in statement.content
        ]
        for span, index in sorted(spans, key=lambda one: (one[0][0] - one[0][1], one[1])):
            bounds = self.positions(span)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self.inside[position] = index
        for index, statement in enumerate(self.statements):
            bounds = self.positions(statement.cue)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self._cues[position] = index

    def _place_speakers(self) -> None:
        """Let "saya" and "kami" in what is said stand for the speaker, if nothing else does."""
        for position, word in enumerate(self.lower):
            if word not in _FIRST_PERSON or self.cover[position] is not None:
                continue
            speaker = self.said_by(self.inside[position])
            if speaker is not None:
                self.cover[position] = speaker
                self._keep(Unit(position, position, speaker, "pronoun", person=True))

    def cue_at(self, first: int, last: int) -> int | None:
        """Return the statement whose cue shares a word with ``first`` to ``last``, or None."""
        return next(
            (index for index in self._cues[first : last + 1] if index is not None),
            None,
        )

    def said_by(self, index: int | None) -> int | None:
        """Return the referent who makes statement ``index``, or None."""
        for _ in range(8):
            if index is None:
                return None
            statement = self.statements[index]
            if statement.source_head is not None:
                return self.referent(statement.source_head)
            index = statement.same_source
        return None

    def said_to(self, index: int) -> int | None:
        """Return the referent to whom statement ``index`` is addressed, or None."""
        head = self.statements[index].addressee_head
        return None if head is None else self.referent(head)

    def referent(self, head: int) -> int | None:
        """Return the referent that the token ``head`` names or stands in the name of."""
        index = self.cast.at(head)
        if index is None and 0 <= head < len(self.position) and self.position[head] >= 0:
            index = self.cover[self.position[head]]
        return index

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from ``first`` to ``last`` (both included)."""
        end = self.tokens[last]
        return self.tokens[first].idx, end.idx + len(end)

    def around(self, first: int, last: int, before: int = 3, after: int = 9) -> str:
        """Return the words around a trigger in its sentence, lower case, with spaces outside.

        Words of a clause before the one in which it stands are none of them.
        """
        low, high = self.sentence[first]
        begin = first
        while begin > max(low, first - before) and self.lower[begin - 1] not in self.words.opener:
            begin -= 1
        words = self.lower[begin : min(high, last + after) + 1]
        return f" {' '.join(words)} "

    def children(self, token: Token) -> Iterator[Token]:
        """Yield the children of a token; none in a sentence too long to be one."""
        first, last = self.sentence[self.position[token.i]]
        if last - first < _LONGEST:
            yield from token.children
