"""Reads the time expressions of an article's text."""

from __future__ import annotations

import dataclasses
import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.time.candidate import Candidate
from simak.reading.time.finding import TimeFinding
from simak.reading.time.grammar import FIRST, NUMBER, Rule, blocks, rules
from simak.reading.time.guard import Guard
from simak.reading.time.normalization import normalize
from simak.reading.time.vocabulary import Vocabulary
from simak.record import Span

_MARK = re.compile(r"[\"“”«»\n]")


class TimeReader:
    """Finds TIMEX3 expressions (TimeML 1.2.1) in Indonesian news.

    Raises LexiconError, with file and line, if a data file holds a wrong value.

    >>> found, = TimeReader(Lexicon()).read("Rapat itu digelar Rabu (21/6/2023) malam.", None)
    >>> found.span, found.type, found.value
    ((18, 40), 'TIME', '2023-06-21TNI')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Vocabulary(lexicon)
        self._guard = Guard(self._words)
        self._blocks = blocks()
        by_first: dict[str, list[Rule]] = {}
        for rule in rules(self._words):
            for first in sorted(rule.first):
                by_first.setdefault(first, []).append(rule)
        self._rules = {first: tuple(found) for first, found in by_first.items()}

    def read(
        self, text: str, published: datetime.date | None, skip: Sequence[Span] = ()
    ) -> list[TimeFinding]:
        """Return the time expressions of ``text`` in order; none overlaps another or ``skip``.

        ``published`` is the day on which the article appeared: "20 Juni" takes the year nearest
        before it, "kemarin" the day before it. Without it such values stay partial
        (``XXXX-06-20``). Never raises on any text; takes time linear in its length.
        """
        blocked = _merge([*(match.span() for match in self._blocks.finditer(text)), *skip])
        starts = [span[0] for span in blocked]
        quotes, lines = _quotations(text)
        chosen: list[Candidate] = []
        position = 0
        while first := FIRST.search(text, position):
            position = first.end()
            match, name = self._longest(text, first)
            if match is None:
                continue
            before = bisect_right(starts, match.end() - 1) - 1
            if before >= 0 and blocked[before][1] > match.start():
                position = max(position, min(blocked[before][1], len(text)))
                continue
            inside = bisect_right(quotes, match.start()) % 2 == 1
            line = bisect_left(lines, match.start())
            chosen.append(Candidate(name, match, len(chosen), inside, line))
            position = max(position, match.end())
        found = _join(text, normalize(self._words, text, published, chosen))
        return [time for time in found if not _is_figure(time, quotes)]

    def _longest(self, text: str, first: re.Match[str]) -> tuple[re.Match[str] | None, str]:
        """Return the longest match that begins at ``first`` and means a time there."""
        word = first.group()
        key = NUMBER if word.isdecimal() else word.lower()
        best: re.Match[str] | None = None
        name = ""
        for rule in self._rules.get(key, ()):
            match = rule.pattern.match(text, first.start())
            if match is None or (best is not None and match.end() <= best.end()):
                continue
            if self._guard.admits(rule.name, match):
                best, name = match, rule.name
        return best, name


# A quotation of no more characters is a turn of phrase, no sentence.
_PHRASE = 60
_PART_OF_NO_DAY = re.compile(r"XXXX-XX-XXT[A-Z]")


def _is_figure(time: TimeFinding, quotes: Sequence[int]) -> bool:
    """Whether a part of no known day stands in a quoted turn of phrase: "tikaman tengah malam"."""
    if not _PART_OF_NO_DAY.match(time.value):
        return False
    before = bisect_right(quotes, time.span[0])
    return (
        before % 2 == 1 and before < len(quotes) and quotes[before] - quotes[before - 1] <= _PHRASE
    )


def _join(text: str, found: list[TimeFinding]) -> list[TimeFinding]:
    """Return the findings, "besok, Jumat (2/6)" as one: a day named again right behind itself."""
    joined: list[TimeFinding] = []
    for time in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.type, last.value) == (time.type, time.value)
            and last.type == "DATE"
            and last.begin is not None
            and last.begin == last.end
            and text[last.span[1] : time.span[0]] in (" ", ", ")
        ):
            joined[-1] = dataclasses.replace(time, span=(last.span[0], time.span[1]))
        else:
            joined.append(time)
    return joined


def _merge(spans: Sequence[Span]) -> list[Span]:
    """Return the same stretches of text as spans that are in order and do not overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _quotations(text: str) -> tuple[list[int], list[int]]:
    """Return where quotations open and close in turn, and where lines end.

    A quotation that is never closed ends with its line.
    """
    marks: list[int] = []
    lines: list[int] = []
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark == "\n":
            lines.append(match.start())
        if mark in ('"”»\n' if len(marks) % 2 else '"“«'):
            marks.append(match.start())
    return marks, lines
