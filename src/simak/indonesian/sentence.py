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
from itertools import pairwise
from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from simak.indonesian.heading import HeadingEnds
from simak.lexicon import Lexicon

FACTORY = "simak_sentences"

_END = re.compile(r"[.?!…]+|\.{2,}")
_CLOSERS = frozenset("\"'”’»)]}") | {"''"}
_OPENERS = frozenset("\"'“‘«([{„") | {"``"}
_STRAIGHT = frozenset("\"'")
_QUOTES = frozenset("\"'“”‘’«»„") | {"''", "``"}
_BRACKETS = {"(": ")", "[": "]"}
# What goes on the sentence before it if no space stands between.
_GLUED = frozenset(".,;:)]}/%…")
# A bracket that is longer than this many tokens is taken for one that nobody closed.
_LONGEST_BRACKET = 40
# What begins no sentence in small letters after a full stop: the end of a torn address of a site or
# name of a file, and the words after a quotation whose closing mark was lost.
_NO_SMALL_OPENER = frozenset(
    ["com", "co", "id", "net", "org", "or", "go", "ac", "gov", "jpg", "jpeg", "png", "pdf", "html"]
) | {
    "kata",
    "ujar",
    "tutur",
    "ucap",
    "tanya",
    "jelas",
    "tulis",
    "ungkap",
    "tegas",
    "papar",
    "imbuh",
    "tambah",
    "sambung",
    "lanjut",
    "tandas",
    "tukas",
    "tutup",
    "teriak",
    "jawab",
}
_BEFORE_LIST = frozenset(":;")
# Emoji and other pictures: from here to there, and the heart.
_PICTURES = ("\U0001f000", "\U0001faff")
_LETTER = re.compile(r"[A-Z]\.?")
_TERMINAL = frozenset(".?!…:;\"'”’»)]")
# A text is wrapped if it has this many lines, and this share of them ends within a sentence.
_WRAPPED_LINES = 4
_WRAPPED_SHARE = 0.3
_WRAPPED_WIDTH = 130


class SentenceSplitter:
    """spaCy component ``simak_sentences``: sets the sentence starts of a Doc by rule.

    ``headings`` finds the ends that no mark shows; None means with our weights. ``annotation`` may
    be set to "gsd" to cut as UD_Indonesian-GSD does; "csui" is how articles are read.
    """

    annotation = "csui"

    def __init__(self, lexicon: Lexicon | None = None, headings: HeadingEnds | None = None) -> None:
        lexicon = lexicon or Lexicon()
        self._headings = headings or HeadingEnds.shipped()
        self._kinds: dict[str, str] = {}
        for row in lexicon.rows("abbreviation.tsv", ("form", "kind", "meaning")):
            self._kinds[row["form"].lower()] = row["kind"]
        self._sentence_openers = frozenset(
            row["word"].lower() for row in lexicon.rows("sentence_opener.tsv", ("word",))
        )
        self._lettered = frozenset(
            row["noun"].lower() for row in lexicon.rows("lettered_noun.tsv", ("noun",))
        )

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
        small = _is_small(doc.text)
        starts = {0}
        begin = 0  # where the sentence at hand begins
        index = 0
        length = len(texts)
        offsets = [token.idx for token in doc]
        closing = _bracket_ends(texts)
        inside = -1  # the end of a bracket within the sentence: no sentence ends before it
        while index < length:
            text = texts[index]
            following = None
            if index in closing and index > begin:
                inside = max(inside, closing[index])
            if space[index] and "\n" in text:
                if not _is_wrap(text, offsets[index], wrapped):
                    following = index + 1
            elif index > inside and self._may_end(texts, gaps, index, begin):
                end = _after_closers(texts, gaps, space, index + 1)
                if self._ends(texts, gaps, space, index, end, small):
                    following = end
                else:
                    index = end - 1  # the marks behind it end no more than it does
            if following is not None:
                while following < length and space[following]:
                    following += 1
                if following < length and following > begin:
                    starts.add(following)
                    begin = following
                index = max(following, index + 1)
            else:
                index += 1
        for begin, end in pairwise([*sorted(starts), length]):
            starts.update(self._headings.starts(texts, gaps, begin, end))
        return frozenset(starts)

    def _may_end(self, texts: list[str], gaps: list[bool], index: int, begin: int) -> bool:
        """True if the token at ``index`` can be the last word of a sentence."""
        text = texts[index]
        if _END.fullmatch(text):
            if (
                self.annotation == "gsd"
                and text == "."
                and index
                and _is_short_name(texts[index - 1])
            ):
                return False
            # "1. Budi", "a. Umum", "syarat: 1. KTP": the number of a list item
            before = texts[index - 1] if index else ""
            first = index - begin == 1 or (index > 1 and texts[index - 2] in _BEFORE_LIST)
            if text == "." and first and not gaps[index - 1]:
                numbered = before.isdigit() and len(before) < 4
                return not (numbered or (len(before) == 1 and before.isalpha()))
            return True
        if _is_picture(text):
            # "Sudah tiba 😀 Besok kami ...": in messages a picture stands for a full stop
            after = texts[index + 1] if index + 1 < len(texts) else ""
            return index > begin and after[:1].isupper() and after.lower() in self._sentence_openers
        return len(text) > 1 and text.endswith(".") and text[0].isalpha()

    def _ends(
        self,
        texts: list[str],
        gaps: list[bool],
        space: list[bool],
        index: int,
        end: int,
        small: bool,
    ) -> bool:
        """True if the sentence whose last word is at ``index`` ends before ``end``.

        ``small``: the text has no capitals to go by.
        """
        follower = end
        while follower < len(texts) and space[follower]:
            follower += 1
        if follower >= len(texts):
            return False
        glued = not gaps[end - 1] and follower == end
        closed = end > index + 1
        text = texts[index]
        if glued and texts[follower][0] in _GLUED:
            return False
        if _is_picture(text):
            return True
        if text == "." and texts[follower] in _BRACKETS and not glued:
            return True  # '... tutupnya. (abc/def)': a credit, or a sentence in brackets
        head = follower
        while head < len(texts) - 1 and head < follower + 3 and not texts[head][0].isalnum():
            head += 1
        word = texts[head]
        if not word[0].isalnum():
            return not glued
        if word.islower():  # but not "iPad"
            if small and text == "." and not glued and (head > end or closed):
                return word not in _NO_SMALL_OPENER  # 'tiba. "besok kami", '"ya." lalu ia'
            # "... ." kata X: the quotation goes on
            return (
                head == end
                and not closed
                and not glued
                and self._small(texts, gaps, index, end, small)
            )
        if _END.fullmatch(text):
            before = texts[index - 1] if index else ""
            if glued and not closed:
                # "rumah.Ia", 'Sunyi".Saat': a space was lost; but not "3.B", "..Dia"
                ends = before[-1:].islower() or before in _CLOSERS or len(before) > 3
                starts = word[0].isupper() and word[1:2].islower()
                return text == "." and ends and before[-1:] != "." and starts
            if text == "." and word.isdigit() and before[-1:].isdigit():
                return len(word) != 3  # "1.354. 900 jiwa": one number, badly typed
            if text == "." and len(before) < 5 and before[:1].isupper():
                # "gelar Ph. D. dalam", "No. XI. B. 02"
                numbered = len(before) == 1 and word[0].isdigit()
                return not (numbered or _is_letter(texts, gaps, head))
            return True
        if glued and not closed:
            return False
        if text.lower() not in self._kinds and len(text) == 2:
            before = texts[index - 1] if index else ""
            if before.lower() in self._lettered or before[:1].isdigit():
                return word[:1].isupper()  # "Serie A. Inter unggul", "1,6 L. Mesin itu"
        kind = self._kinds.get(text.lower())
        if kind == "tail":
            # "PT Sinar Fajar Tbk. (SNFR)" goes on
            return self._kinds.get(word.lower()) != "tail" and texts[follower] not in "(["
        # initials and titles stand before a name
        return word.lower() in self._sentence_openers and word[:1].isupper()

    def _small(self, texts: list[str], gaps: list[bool], index: int, end: int, small: bool) -> bool:
        """True if a sentence ends at ``index`` though the word at ``end`` has a small letter.

        News has such slips of the pen; messages have them all the time.
        """
        text = texts[index]
        before = texts[index - 1] if index else ""
        word = texts[end]
        if word in _NO_SMALL_OPENER or gaps[index - 1] or len(text) > 1:
            return False
        if small and text == ".":
            return len(before) > 1 and f"{before}.".lower() not in self._kinds
        if before in ")]":
            return text == "." and word in self._sentence_openers
        if not before.isalpha() or f"{before}.".lower() in self._kinds:
            return False
        first = before  # "rumah|nya": the word that a clitic hangs on
        if index > 1 and not gaps[index - 2] and texts[index - 2].isalpha():
            first = texts[index - 2] + before
        if text == ".":
            return len(first) > 3 + first[0].isupper() or (
                len(first) == 3 and first.islower() and word in self._sentence_openers
            )
        return text in "?!" and len(first) > 2 and first[0].islower()


def _is_picture(text: str) -> bool:
    """True for an emoji, which goes with the sentence before it."""
    return _PICTURES[0] <= text[0] <= _PICTURES[1] or text[0] == "❤"


def _is_letter(texts: list[str], gaps: list[bool], index: int) -> bool:
    """True for a letter with a full stop that no capital follows: "D. dalam"."""
    text = texts[index]
    if not _LETTER.fullmatch(text):
        return False
    if len(text) == 1:
        if index + 1 >= len(texts) or gaps[index] or texts[index + 1] != ".":
            return False
        index += 1
    return index + 1 < len(texts) and not texts[index + 1][0].isupper()


def _bracket_ends(texts: list[str]) -> dict[int, int]:
    """Return where each bracket ends, by where it begins; only those closed in their paragraph."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for index, text in enumerate(texts):
        if "\n" in text:
            begun.clear()
        elif text in _BRACKETS:
            begun.append(index)
        elif text in ")]" and begun and _BRACKETS[texts[begun[-1]]] == text:
            begin = begun.pop()
            if index - begin <= _LONGEST_BRACKET:
                ends[begin] = index
    return ends


def _is_short_name(text: str) -> bool:
    """True for a word with a capital and up to four letters: "TNI", "Bali".

    UD_Indonesian-GSD, whose sentences were cut by a program, ends none after such a word.
    """
    return len(text) <= 4 and text[:1].isupper() and text.isalpha()


def _after_closers(texts: list[str], gaps: list[bool], space: list[bool], index: int) -> int:
    """Return the index after the quotation marks and brackets that close at ``index``."""
    length = len(texts)
    while index < length:
        text = texts[index]
        last = index + 1 == length or "\n" in texts[index + 1]
        if last and text in _QUOTES:
            return index + 1  # the wrong mark, or a space too much, at the end of a paragraph
        if space[index] and not last and texts[index + 1] in _QUOTES:
            if index + 2 == length or "\n" in texts[index + 2]:
                return index + 2
            break
        if _is_picture(text):
            index += 1  # "Sudah tiba! 😀 Besok"
            continue
        if text not in _CLOSERS and not (_END.fullmatch(text) and not gaps[index - 1]):
            break
        if gaps[index - 1] and text in _OPENERS:
            # '. "Saya': an opening mark; '. " Saya', '. ")' and '. ", kata' close
            if not last and not gaps[index] and not space[index + 1]:
                if texts[index + 1][0] not in _GLUED:
                    break
            elif text in _STRAIGHT and _is_open_before(texts, index) is False:
                break
        elif (
            text in _STRAIGHT
            and not gaps[index]
            and index + 1 < length
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
    # A line that ends within a sentence, where the next word had no room, shows wrapping; in a list
    # or a table each line begins anew.
    within = [row for row in lines if row[1][-1] not in _TERMINAL]
    small = sum(row[2][0].islower() for row in within)
    full = {
        offset
        for offset, line, following in lines
        if len(line) + 1 + len(following.split(None, 1)[0]) > 0.9 * width
    }
    if not 30 <= width <= _WRAPPED_WIDTH or len(within) < _WRAPPED_SHARE * len(lines):
        return frozenset()
    if small < max(2, 0.25 * len(within)) or sum(r[0] in full for r in within) < 0.6 * len(within):
        return frozenset()
    few = _is_small(text)
    return frozenset(
        offset
        for offset, line, following in lines
        if offset in full or (following[0].islower() and len(line) > 0.5 * width and not few)
    )


def _is_small(text: str) -> bool:
    """True for a text in small letters, such as a message: hardly a capital in it."""
    capitals = sum(map(str.isupper, text))
    return capitals * 200 < sum(map(str.islower, text))


def _is_wrap(text: str, offset: int, wrapped: frozenset[int]) -> bool:
    """True if the white space ``text`` at ``offset`` holds one line end, and it only wraps."""
    return text.count("\n") == 1 and (offset + text.index("\n")) in wrapped


@Language.factory(FACTORY, assigns=["token.is_sent_start", "doc.sents"])
def make_sentence_splitter(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component, for ``nlp.add_pipe("simak_sentences")``."""
    return SentenceSplitter()
