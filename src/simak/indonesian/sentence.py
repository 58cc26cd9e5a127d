"""Sentence ends by rule, set before the parser runs.

A rule for each thing that has a full stop and ends no sentence (abbreviation, title, initial,
list number), closing quotation marks and brackets go to the sentence that they close, a
quotation of several sentences falls into its sentences, and a paragraph always ends one. Text
with hard line ends ("wrapped" at a column) is recognised and read on over the line end.

The component sets ``is_sent_start`` for every token, so that the parser keeps to it. Reference
for what a sentence is: UD_Indonesian-CSUI and UD_Indonesian-GSD.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from simak.lexicon import Lexicon

FACTORY = "simak_sentences"

_END = re.compile(r"[.?!…]+|\.{2,}")
_CLOSERS = frozenset("\"'”’»)]}") | {"''"}
_OPENERS = frozenset("\"'“‘«([{„") | {"``"}
_STRAIGHT = frozenset("\"'")
_TERMINAL = frozenset(".?!…:;\"'”’»)]")
# A text is wrapped if this many lines have this share of ends without a full stop.
_WRAPPED_LINES = 4
_WRAPPED_SHARE = 0.6
_WRAPPED_WIDTH = 130


class SentenceSplitter:
    """spaCy component ``simak_sentences``: sets the sentence starts of a Doc by rule."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        lexicon = lexicon or Lexicon()
        self._kinds: dict[str, str] = {}
        for row in lexicon.rows("abbreviation.tsv", ("form", "kind", "meaning")):
            self._kinds[row["form"].lower()] = row["kind"]
        self._sentence_openers = {
            row["word"].lower() for row in lexicon.rows("sentence_opener.tsv", ("word",))
        }

    def __call__(self, doc: Doc) -> Doc:
        """Set ``is_sent_start`` of each token of ``doc`` and return it."""
        if not len(doc):
            return doc
        # Token.is_sent_start looks through the whole Doc at each setting; an array does not.
        marks: Any = numpy.full((len(doc), 1), -1, dtype="int64")
        marks[sorted(self.starts(doc))] = 1
        return doc.from_array([SENT_START], marks.astype("uint64"))

    def starts(self, doc: Doc) -> frozenset[int]:
        """Return the indices of the tokens that begin a sentence."""
        if not len(doc):
            return frozenset()
        texts = [token.text for token in doc]
        gaps = [bool(token.whitespace_) for token in doc]
        space = [text.isspace() for text in texts]
        wrapped = _wrapped_ends(doc.text)
        starts = {0}
        begin = 0  # where the sentence at hand begins
        index = 0
        length = len(texts)
        offsets = [token.idx for token in doc]
        while index < length:
            text = texts[index]
            following = None
            if space[index] and "\n" in text:
                if not _is_wrap(text, offsets[index], wrapped):
                    following = index + 1
            elif self._may_end(texts, gaps, index, begin):
                end = _after_closers(texts, gaps, space, index + 1)
                if self._ends(texts, gaps, space, index, end):
                    following = end
            if following is not None:
                while following < length and space[following]:
                    following += 1
                if following < length and following > begin:
                    starts.add(following)
                    begin = following
                index = max(following, index + 1)
            else:
                index += 1
        return frozenset(starts)

    def _may_end(self, texts: list[str], gaps: list[bool], index: int, begin: int) -> bool:
        """True if the token at ``index`` can be the last word of a sentence."""
        text = texts[index]
        if _END.fullmatch(text):
            # "1. Budi", "a. Umum": the number of a list item
            before = texts[index - 1] if index else ""
            if text == "." and index - begin == 1 and not gaps[index - 1]:
                return not (before.isdigit() or (len(before) == 1 and before.isalpha()))
            return True
        return len(text) > 1 and text.endswith(".") and text[0].isalpha()

    def _ends(
        self, texts: list[str], gaps: list[bool], space: list[bool], index: int, end: int
    ) -> bool:
        """True if the sentence whose last word is at ``index`` ends before ``end``."""
        follower = end
        while follower < len(texts) and space[follower]:
            follower += 1
        if follower >= len(texts):
            return False
        glued = not gaps[end - 1] and follower == end
        closed = end > index + 1
        head = follower
        while head < len(texts) - 1 and head < follower + 3 and not texts[head][0].isalnum():
            head += 1
        word = texts[head]
        if not word[0].isalnum():
            return not glued
        if word[0].islower():
            # "... ." kata X: the quotation goes on; a site or product with a small letter may not
            return False
        text = texts[index]
        if _END.fullmatch(text):
            if glued and not closed:
                # "rumah.Ia", 'Sunyi".Saat': a space was lost; but not "3.B", "..Dia"
                before = texts[index - 1] if index else ""
                ends = before[-1:].islower() or before in _CLOSERS or len(before) > 3
                return text == "." and ends and before[-1:] != "." and word[1:2].islower()
            if text == "." and word.isdigit() and texts[index - 1][-1:].isdigit():
                return len(word) != 3  # "1.354. 900 jiwa": one number, badly typed
            return not (glued and texts[follower] in ",;:)")
        if glued and not closed:
            return False
        kind = self._kinds.get(text.lower())
        if kind == "tail":
            # "PT Sinar Fajar Tbk. (SNFR)" goes on
            return self._kinds.get(word.lower()) != "tail" and texts[follower] not in "(["
        # initials and titles stand before a name
        return word.lower() in self._sentence_openers and word[:1].isupper()


def _after_closers(texts: list[str], gaps: list[bool], space: list[bool], index: int) -> int:
    """Return the index after the quotation marks and brackets that close at ``index``."""
    while index < len(texts):
        text = texts[index]
        if text not in _CLOSERS and not (_END.fullmatch(text) and not gaps[index - 1]):
            break
        if gaps[index - 1] and text in _OPENERS:
            # '. "Saya': an opening mark; '. " Saya' and '. ")' close
            if index + 1 < len(texts) and not gaps[index] and not space[index + 1]:
                break
            if text in _STRAIGHT and _is_open_before(texts, index) is False:
                break
        elif (
            text in _STRAIGHT
            and not gaps[index]
            and index + 1 < len(texts)
            and texts[index + 1][0].isalnum()
            and _is_open_before(texts, index) is False
        ):
            break  # '."Saya': a space was lost before an opening mark
        index += 1
    return index


def _is_open_before(texts: list[str], index: int) -> bool:
    """True if an odd number of the same marks stands in the 200 tokens of the paragraph before."""
    mark = texts[index]
    count = 0
    for position in range(index - 1, max(-1, index - 200), -1):
        text = texts[position]
        if "\n" in text:
            break
        count += text == mark
    return count % 2 == 1


def _wrapped_ends(text: str) -> frozenset[int]:
    """Return the offsets of the line ends that only wrap a line; empty if none do."""
    if text.count("\n") < _WRAPPED_LINES:
        return frozenset()
    lines: list[tuple[int, str, str]] = []
    offset = 0
    rows = text.split("\n")
    for number, line in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else ""
        offset += len(line)
        if line.strip() and following.strip():
            lines.append((offset, line.rstrip(), following.lstrip()))
        offset += 1
    if len(lines) < _WRAPPED_LINES:
        return frozenset()
    width = sorted(len(line) for _, line, _ in lines)[len(lines) * 9 // 10]
    open_ended = sum(line[-1] not in _TERMINAL for _, line, _ in lines)
    small = sum(following[0].islower() for _, _, following in lines)
    if width > _WRAPPED_WIDTH or width < 30 or open_ended < _WRAPPED_SHARE * len(lines):
        return frozenset()
    if small < 0.3 * len(lines):
        return frozenset()  # a list or a table: each line begins anew
    return frozenset(
        offset
        for offset, line, following in lines
        if len(line) > width * 0.55 or following[0].islower()
    )


def _is_wrap(text: str, offset: int, wrapped: frozenset[int]) -> bool:
    """True if the white space ``text`` at ``offset`` holds one line end, and it only wraps."""
    return text.count("\n") == 1 and (offset + text.index("\n")) in wrapped


@Language.factory(FACTORY, assigns=["token.is_sent_start", "doc.sents"])
def make_sentence_splitter(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component, for ``nlp.add_pipe("simak_sentences")``."""
    return SentenceSplitter()
