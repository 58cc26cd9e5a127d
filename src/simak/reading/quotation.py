"""Quotations: what stands between quotation marks.

Indonesian news sets marks in every manner: “…”, "…", ‘…’, '…', «…», „…“, and also ”…” with one mark
for both ends. Marks are paired inside a paragraph by what stands on either side of them, so that
one odd mark spoils only its own paragraph. A paragraph that ends inside a quotation and is followed
by one that opens with a mark is a quotation over several paragraphs: each gives one piece.

Reference: Pedoman Umum Ejaan Bahasa Indonesia (PUEBI), III.K-L: tanda petik, tanda petik tunggal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simak.lexicon import Lexicon
from simak.reading.finding import Quotation
from simak.reading.page import Page
from simak.record import Span

# "''" and "``" are what old typesetting makes of double marks.
_MARK = re.compile("''|``|[\"“”„‟«»'‘’‚‛`]")
# What the desk adds behind the last sentence: "... sudah aman. (Antara)".
_CREDIT = re.compile(r"(?<=[.!?])\s{0,3}[(\[][^()\[\]\n]{1,40}[)\]]\Z")
_LONGEST_CREDIT = 60
_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "«", "»", "''", "``"))
_ONLY_OPENS = frozenset("„‚‘")
_OPENING_BRACKETS = frozenset("([{-–—/")
_CLOSING_PUNCTUATION = frozenset(".,;:!?)]}-–—/…")

_Side = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    side: _Side
    sign: str = ""
    leads: bool = False  # it closes by its neighbours, but stands like "menyebutkan,” Kami ..."


class QuotationReader:
    """Finds the quotations of an article, in the order of their opening marks.

    In ``“Kami datang,” kata Wirya`` the outer span has both marks, the inner one is "Kami datang".
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, page: Page) -> list[Quotation]:
        """Return the quotations outside of page furniture; nested ones follow the one around."""
        found: list[Quotation] = []
        paragraphs = list(_without_furniture(page))
        opens_again = [_opens(page.text, span) for span in paragraphs]
        for index, span in enumerate(paragraphs):
            goes_on = index + 1 < len(paragraphs) and opens_again[index + 1]
            found += _in_paragraph(page.text, span, goes_on)
        return found


def _without_furniture(page: Page) -> Iterator[Span]:
    """Yield the paragraphs, what is furniture in them cut out: "...,” kata Wirya. (bgs)"."""
    furniture = iter(page.skip)
    hole = next(furniture, None)
    for start, end in page.paragraphs:
        while hole is not None and hole[0] < end:
            if hole[1] > start:
                if hole[0] > start:
                    yield start, hole[0]
                start = min(end, hole[1])
                if hole[1] > end:
                    break
            hole = next(furniture, None)
        if start < end:
            yield start, end


def _opens(text: str, paragraph: Span) -> bool:
    """Tell whether the first thing of the paragraph is a mark."""
    start = paragraph[0]
    while start < paragraph[1] and text[start].isspace():
        start += 1
    return _MARK.match(text, start, paragraph[1]) is not None


def _in_paragraph(text: str, paragraph: Span, goes_on: bool) -> list[Quotation]:
    """Pair the marks of one paragraph: a closing mark ends the last one that opened.

    ``goes_on``: the next paragraph opens with a mark, so that a quotation may be left open here.
    """
    found: list[Quotation] = []
    waiting: list[_Mark] = []  # double marks that have opened, outermost first
    single: _Mark | None = None
    stray: _Mark | None = None  # a closing mark that nothing opened
    for mark in _marks(text, paragraph):
        if mark.single:
            # A single mark that never closes is an apostrophe ("'kan", "'98"), no fault.
            if mark.side == "opens" or (mark.side == "either" and single is None):
                single = mark
            elif single is not None:
                _add(found, text, single, mark)
                single = None
        elif mark.side == "opens" or (mark.side == "either" and not waiting):
            waiting.append(mark)
            single = None
        elif waiting:
            _add(found, text, waiting.pop(), mark)
            single = stray = None
        elif stray is not None and stray.sign == mark.sign:
            # "menyebutkan,” Kami siap.”": the same mark at both ends, glued to the wrong word.
            _add(found, text, stray, mark)
            stray = None
        elif mark.leads:
            stray = mark
    if waiting:
        # The innermost odd mark that no closed quotation follows reaches the paragraph's end.
        first = waiting[0]
        followed = any(quotation.outer[0] > first.end for quotation in found)
        if not followed:
            end = paragraph[1]
            while end > first.end and text[end - 1].isspace():
                end -= 1
            credit = _CREDIT.search(text, max(first.end, end - _LONGEST_CREDIT), end)
            if credit is not None:
                end = credit.start()
            inner = _inner(text, first.end, end)
            if inner is not None:
                closed = goes_on and len(waiting) == 1
                found.append(Quotation((first.start, end), inner, closed=closed))
    found.sort(key=lambda quotation: (quotation.outer[0], -quotation.outer[1]))
    return found


def _add(found: list[Quotation], text: str, opening: _Mark, closing: _Mark) -> None:
    inner = _inner(text, opening.end, closing.start)
    if inner is not None:
        found.append(Quotation((opening.start, closing.end), inner, single=opening.single))


def _inner(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space and without the comma or full stop at its end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start:
        char = text[end - 1]
        # An ellipsis is said; a single full stop only ends the sentence.
        full_stop = char == "." and text[max(start, end - 2) : end - 1] not in ("", ".")
        if not (char.isspace() or char == "," or full_stop):
            break
        end -= 1
    return (start, end) if start < end else None


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, *paragraph):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > paragraph[0] else " "
        after = text[match.end()] if match.end() < paragraph[1] else " "
        if sign in _DOUBLE:
            behind = text[match.end() : match.end() + 2].strip()
            leads = before in ",:" and after.isspace() and behind[:1].isupper()
            side = _side(sign, before, after)
            marks.append(_Mark(match.start(), match.end(), False, side, sign, leads))
        elif not _is_apostrophe(text, match.end(), before, after):
            marks.append(_Mark(match.start(), match.end(), True, _side(sign, before, after)))
    return marks


def _is_apostrophe(text: str, end: int, before: str, after: str) -> bool:
    """Tell whether a single mark belongs to a word ("Ma'ruf", "People 's", "Jum ' at")."""
    if before.isalnum() and after.isalnum():
        return True
    if before.isspace() and after.isspace():
        return True
    if before.isspace() and after == "s":
        follower = text[end + 1 : end + 2]
        return not follower.isalnum()
    return False


def _side(sign: str, before: str, after: str) -> _Side:
    """Tell from its neighbours whether a mark opens or closes."""
    if sign in _ONLY_OPENS:
        return "opens"
    free_before = before.isspace() or before in _OPENING_BRACKETS or _MARK.match(before) is not None
    free_after = after.isspace() or after in _CLOSING_PUNCTUATION or _MARK.match(after) is not None
    if free_before and not free_after:
        return "opens"
    if free_after and not free_before:
        return "closes"
    if sign == "“":
        return "either" if before in _CLOSING_PUNCTUATION else "opens"
    if sign == "”" and not before.isspace():
        return "closes"
    return "either"
