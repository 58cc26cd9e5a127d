"""Wording: scare quotes and contested terms, and in whose mouth they are.

A scare quote is a short quoted phrase inside of a sentence, where the marks say that the word is
somebody else's. Full quotations are statements; the title of a work, a nickname, an official name
between marks are names. Contested terms come from ``contested_term.tsv``, which a user may replace:
each row gives a neutral name for the same thing and takes no side.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simak.lexicon import Lexicon, Row
from simak.reading.finding import Quotation, StatementFinding, WordingFinding
from simak.reading.page import Page
from simak.reading.statement.cue import Phrases
from simak.reading.statement.unit import Words
from simak.record import Span

_TERM = ("term", "neutral", "map", "note")
_WORK = ("word", "kind")
_LONGEST = 7  # words of a scare quote: more are a quotation
_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")
# "' akrab '": single marks with blanks inside, as some sites print them.
_SPACED = re.compile(
    r"(?<![^\s(])'[ \u00a0](?=[^\s'])[^'\"“”‘’\n]{1,80}(?<=\S)[ \u00a0]'(?![^\s.,;:!?)])"
)
_LIST = re.compile(r"[\s,;/]*+(?:dan|atau|serta|hingga|sampai)?+[\s,]*+")
_INSIDE_NAME = frozenset(
    ("al", "el", "bin", "binti", "ibn", "de", "van", "von", "-", "–", "'", "’")
)


@dataclass(frozen=True, slots=True)
class _Term:
    """``names``: the neutral name for some names behind the term; ``open``: it ends in a name."""

    neutral: str
    names: dict[str, str]
    open: bool


class WordingReader:
    """Finds scare quotes and contested terms, in the order of the text.

    In "Wirya menyebut rencana itu 'lelucon'" the scare quote is "'lelucon'" with its marks,
    asserted by the statement of Wirya.

    Raises LexiconError if "X" stands elsewhere than at the end of a term, or a map is no map.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms = Phrases(_term(row) for row in lexicon.rows("contested_term.tsv", _TERM))
        self._works: dict[str, str] = {}
        for row in lexicon.rows("quoted_name.tsv", _WORK):
            self._works[row["word"].lower()] = row.one_of("kind", ("work", "called"))

    def read(
        self,
        page: Page,
        quotations: Sequence[Quotation],
        statements: Sequence[StatementFinding],
    ) -> list[WordingFinding]:
        """Return the wording of the article; ``asserted_by`` is the innermost statement around."""
        holders = _Holders(statements)
        found = [
            WordingFinding(span, "scare_quote", holders.around(span))
            for span in self._scare_quotes(page, quotations, statements)
        ]
        found += [
            WordingFinding(span, "loaded_term", holders.around(span), neutral)
            for span, neutral in self._loaded(page)
        ]
        return sorted(found, key=lambda row: (row.span, row.kind))

    # -- scare quotes ------------------------------------------------------------------------

    def _scare_quotes(
        self,
        page: Page,
        quotations: Sequence[Quotation],
        statements: Sequence[StatementFinding],
    ) -> Iterator[Span]:
        said = {span for row in statements for span in row.content}
        quotations = _with_spaced(page.text, quotations)
        listed = _listed(page.text, quotations)
        for index, quotation in enumerate(quotations):
            if not quotation.closed or quotation.inner in said or index in listed:
                continue
            if page.skipped(*quotation.outer) or not self._is_phrase(page.text, quotation):
                continue
            if not self._is_name(page, quotation):
                yield quotation.outer

    def _is_phrase(self, text: str, quotation: Quotation) -> bool:
        """Tell whether the quoted words are a short phrase inside of a sentence."""
        start, end = quotation.inner
        if end - start > 40 * _LONGEST:
            return False
        words = _WORDS.findall(text[start:end])
        if not 1 <= len(words) <= _LONGEST:
            return False
        if text[start].isupper() and (
            any(mark in text[start:end] for mark in ".?!\n") or text[end] in ",.?!"
        ):
            return False  # a sentence
        before = text[max(0, quotation.outer[0] - 3) : quotation.outer[0]].rstrip(" ")
        after = text[quotation.outer[1] : quotation.outer[1] + 3].lstrip(" ")
        alone = (not before or before[-1] in ".!?\n:") and (not after or after[0] in "\n.")
        return not alone

    def _is_name(self, page: Page, quotation: Quotation) -> bool:
        """Tell whether the marks set off a title ("film “...”"), a nickname or a mere word."""
        text = page.text
        inside = page.tokens_in(quotation.inner)
        head = text[max(0, quotation.outer[0] - 60) : quotation.outer[0]].rpartition("\n")[2]
        before = [word.lower() for word in _WORDS.findall(head)][-4:]
        for distance, word in enumerate(reversed(before)):
            kind = self._works.get(word)
            if kind == "called" and distance == 0:
                return True
            if kind == "work" and text[quotation.inner[0]].isupper():
                return True
        capital = [word for word in _WORDS.findall(text[slice(*quotation.inner)]) if len(word) > 3]
        left = text[quotation.outer[0] - 2 : quotation.outer[0]].strip()
        right = text[quotation.outer[1] : quotation.outer[1] + 2].strip()
        between_names = left[-1:].isalpha() and right[:1].isupper()
        if between_names and len(capital) <= 2 and text[quotation.inner[0]].isupper():
            return True  # Budi "Kancil" Santosa
        return bool(inside) and all(token.ent_type_ for token in inside) and len(inside) < 5

    # -- contested terms ---------------------------------------------------------------------

    def _loaded(self, page: Page) -> Iterator[tuple[Span, str | None]]:
        words = Words(page)
        last = len(words) - 1
        k = 0
        while k <= last:
            match = self._terms.at(words.lower, k, last)
            reach = k
            if match is not None:
                length, terms = match
                reach = k + length - 1
                for term in sorted(terms, key=lambda term: not term.open):
                    end = _end_of_name(words, reach, last) if term.open else reach
                    if term.open and end == reach:
                        continue
                    span = words.span(k, end)
                    if not page.skipped(*span):
                        name = page.text[words.starts[min(reach + 1, last)] : span[1]]
                        yield span, _neutral(term, name) or None
                    reach = end
                    break
                else:
                    reach = k
            k = reach + 1


def _neutral(term: _Term, name: str) -> str:
    if not term.open:
        return term.neutral
    return term.names.get(name.lower(), term.neutral.replace("X", name))


def _end_of_name(words: Words, position: int, last: int) -> int:
    """Return the last position of the name behind ``position``, or ``position`` if none stands."""
    k = position + 1
    end = position
    while k <= min(last, position + 8) and not words.line_ends[k - 1]:
        if words.capital(k):
            end = k
        elif words.lower[k - 1] in "-–" and end < k - 1 <= end + 1 and len(words.lower[k]) < 5:
            end = k  # Kim Jong-un
        elif end == position or words.lower[k] not in _INSIDE_NAME:
            return end
        k += 1
    return end


def _with_spaced(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations, and those with blanks inside of single marks, in order."""
    taken = {edge for row in quotations if row.single for edge in (row.outer[0], row.outer[1] - 1)}
    spaced = [
        Quotation((start, end), (start + 2, end - 2), single=True)
        for start, end in (match.span() for match in _SPACED.finditer(text))
        if start not in taken and end - 1 not in taken
    ]
    return sorted([*quotations, *spaced], key=lambda row: row.outer) if spaced else [*quotations]


def _listed(text: str, quotations: Sequence[Quotation]) -> set[int]:
    """Return the indexes of three or more quotations in a row: a list of words."""
    listed: set[int] = set()
    run: list[int] = []
    for index, quotation in enumerate(quotations):
        if run:
            gap = (quotations[run[-1]].outer[1], quotation.outer[0])
            if not (0 < gap[1] - gap[0] < 20 and _LIST.fullmatch(text, *gap)):
                run = []
        run = [*run[-2:], index]
        if len(run) == 3:
            listed.update(run)
    return listed


def _term(row: Row) -> tuple[str, _Term]:
    words = row["term"].split()
    if "X" in words[:-1] or words == ["X"]:
        raise row.error("X must be the last of several words of a term")
    names: dict[str, str] = {}
    for pair in row.list("map"):
        name, _, neutral = (part.strip() for part in pair.partition("="))
        if not name or not neutral:
            raise row.error(f"map has {pair!r}; it must be name=neutral, divided by |")
        names[name.lower()] = neutral
    if words[-1] == "X":
        return " ".join(words[:-1]), _Term(row["neutral"], names, True)
    return " ".join(words), _Term(row["neutral"], names, False)


class _Holders:
    """Finds the innermost statement whose content holds a span, by one sweep over all contents."""

    def __init__(self, statements: Sequence[StatementFinding]) -> None:
        edges: list[tuple[int, int, int, int]] = []
        for index, row in enumerate(statements):
            for start, end in row.content:
                edges.append((start, 1, -end, index))
                edges.append((end, 0, 0, index))
        edges.sort()
        self._starts: list[int] = []
        self._holder: list[int | None] = []
        stack: list[int] = []
        for offset, opens, _, index in edges:
            if opens:
                stack.append(index)
            else:
                at = next(at for at in reversed(range(len(stack))) if stack[at] == index)
                del stack[at]
            self._starts.append(offset)
            self._holder.append(stack[-1] if stack else None)

    def around(self, span: Span) -> int | None:
        """Return the index of the innermost statement around ``span``, None for the outlet."""
        at = bisect_right(self._starts, span[0]) - 1
        holder = self._holder[at] if at >= 0 else None
        if holder is None:
            # the marks of a quotation stand before what is said in it
            at = bisect_right(self._starts, span[0] + 1) - 1
            holder = self._holder[at] if at >= 0 else None
        return holder
