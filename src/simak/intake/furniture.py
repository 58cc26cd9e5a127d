"""Page furniture in the text of an article: links, adverts, captions, bylines, rights notices.

Text that was copied from a page holds words that no reporter wrote into the story ("Baca juga:
...", "[Gambas:Video]", "ADVERTISEMENT", "(Foto: ...)"). The text stays as it is; the spans found
here tell the readers which words give no rows. What furniture looks like is data
(``data/furniture.tsv``), so that a user can add the habits of another outlet.

Line by line and linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simak.lexicon import Lexicon
from simak.record import Span

_SCOPES = ("line", "colon", "whole", "bracket", "inline")
_KINDS = (
    "link", "media", "advert", "page", "caption", "author", "editor", "follow", "rights", "tag",
    "mark",
)  # fmt: skip
# A bracket or a line longer than this is running text that happens to begin so.
_LONGEST = 400
# A title is no longer than this.
_TITLE_LONGEST = 160
# How many titles in a row may hang on one "Baca juga:".
_TITLES = 5
_CLOSING = {"(": ")", "[": "]"}
_BULLET = r"[\s>*•●▪\-–—=#|]{0,8}"
_EDGE = r"(?![^\W_])"
# A colon, or a dash between spaces; "Foto - foto" is a plural, not a caption.
_COLON = r"(?:\s{0,4}[:|]|\s{1,4}[-–—]\s{1,4}(?!(?:\1)\b))"
# "(ard)", "(has/has)" after the last sentence: the initials of reporter and editor.
_INITIALS = re.compile(r"(?<=[.?!\"”’'…]) {0,2}\((?!ant\))[a-z]{2,4}(?:/[a-z]{2,4}){0,3}\)\s*$")
_INITIALS_ALONE = re.compile(r"^\s{0,8}\((?!ant\))[a-z]{2,4}(?:/[a-z]{2,4}){0,3}\)\s*$")
_SENTENCE_END = re.compile(r"[.?!…\"”'’)]\s*$")
_BREAK = re.compile(r"[a-z)\"”][.?!] [A-Z\"“]")
_NAMES_END = re.compile(r"\s*[,;|/&]\s*|\s+dan\s+|\n", re.I)


@dataclass(frozen=True)
class Furniture:
    """One piece of furniture: its ``span`` and ``kind`` ("link", "advert", "author", ...)."""

    span: Span
    kind: str


class Finder:
    """Finds page furniture by the patterns in ``lexicon`` (``furniture.tsv``).

    Raises LexiconError when a row names a scope or kind that is not known.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, dict[str, str]] = {scope: {} for scope in _SCOPES}
        for row in lexicon.rows("furniture.tsv", ("words", "scope", "kind")):
            kind = row.one_of("kind", _KINDS)
            scopes = row.list("scope")
            if not scopes or any(scope not in _SCOPES for scope in scopes):
                raise row.error(f"scope must be some of {', '.join(_SCOPES)}, divided by |")
            for scope in scopes:
                words[scope].setdefault(_key(row["words"]), kind)
        self._kinds = words
        start = rf"^{_BULLET}[\[(]?\s{{0,4}}"
        self._line = _compile(words["line"], start, _EDGE)
        self._colon = _compile(words["colon"], rf"^{_BULLET}", rf"(?:{_COLON}|\s*$)")
        self._whole = _compile(
            words["whole"], rf"^{_BULLET}[\[(]?\s{{0,4}}", r"(?:[\s\d.:…»>→/|\])-]|dari){0,24}$"
        )
        self._bracket = _compile(words["bracket"], r"[\[(]\s{0,4}", r"(?![^\W_])")
        self._inline = _compile(words["inline"], r"(?:^|(?<=[.?!\"”’')\]\s]))", _COLON)

    def find(self, text: str) -> list[Furniture]:
        """Return the furniture of ``text`` in text order; no two pieces overlap.

        >>> text = "Rapat selesai.\\nBaca juga: Jembatan Dibuka\\nWarga pulang."
        >>> [(text[slice(*found.span)], found.kind) for found in Finder(Lexicon()).find(text)]
        [('Baca juga: Jembatan Dibuka', 'link')]
        """
        found: list[Furniture] = []
        heading: str | None = None
        titles = 0
        for start, end in _lines(text):
            line = text[start:end]
            if not line.strip():
                continue
            kind = self._of_line(line)
            if kind:
                found.append(Furniture(_trim(text, start, end), kind))
                heading = kind if kind == "link" and self._alone(line) else None
                titles = 0
                continue
            if heading and titles < _TITLES and _is_title(line):
                # "Baca juga:" stands alone, its titles on the next lines.
                found.append(Furniture(_trim(text, start, end), heading))
                titles += 1
                continue
            heading = None
            found.extend(self._in_line(text, start, end))
        return found

    def bylines(self, text: str) -> list[str]:
        """Return the names of the authors that the furniture of ``text`` gives, in text order.

        >>> Finder(Lexicon()).bylines("Rapat selesai.\\nReporter: Sari Wulan\\nEditor: Budi Laut")
        ['Sari Wulan']
        """
        names: list[str] = []
        for found in self.find(text):
            if found.kind != "author":
                continue
            words = text[slice(*found.span)]
            match = self._colon.search(words)
            rest = words[match.end() :] if match else ""
            # "Penulis: A | Editor: B" on one line
            for part in _NAMES_END.split(rest):
                if ":" in part:
                    break
                name = part.strip(" .-–—()\t")
                if name and len(name) <= 60 and name not in names:
                    names.append(name)
        return names

    def _of_line(self, line: str) -> str | None:
        """Return the kind if the whole line is furniture."""
        for pattern, scope in (
            (self._whole, "whole"), (self._line, "line"), (self._colon, "colon"),
        ):  # fmt: skip
            match = pattern.search(line)
            if match and len(line) <= _LONGEST:
                kind = self._kinds[scope][_key(match[1])]
                if kind in ("author", "editor") and scope == "colon" and ":" not in match[0]:
                    continue  # "Penulis" alone heads a chapter
                opening = line[: match.start(1)].strip()
                if opening[-1:] in _CLOSING:  # a bracket that closes before the line ends
                    close = line.find(_CLOSING[opening[-1]], match.end())
                    if close != -1 and line[close + 1 :].strip(" .)]\t"):
                        continue
                return kind
        if _INITIALS_ALONE.match(line):
            return "mark"
        return None

    def _alone(self, line: str) -> bool:
        """Whether the line holds the opening words and nothing after them."""
        match = self._line.search(line) or self._colon.search(line)
        return match is not None and not line[match.end() :].strip(" :-–—|\t\xa0")

    def _in_line(self, text: str, start: int, end: int) -> Iterator[Furniture]:
        line = text[start:end]
        position = 0
        pieces: list[Furniture] = []
        while match := self._bracket.search(line, position):
            kind = self._kinds["bracket"][_key(match[1])]
            close = line.find(_CLOSING[match[0][0]], match.end(), match.start() + _LONGEST)
            position = match.end() if close == -1 else close + 1
            if close == -1:
                continue
            whole = kind == "caption" and not pieces and _captioned(line, match.start(), position)
            first = 0 if whole else match.start()
            pieces.append(Furniture(_trim(text, start + first, start + position), kind))
        for match in self._inline.finditer(line):
            # Where the title ends is known only when it ends the line; else the outlet glued its
            # text together, and the opening words alone are taken.
            rest = line[match.end() : match.end() + _TITLE_LONGEST + 1]
            span = start + match.start(1), end if _is_title(rest) else start + match.end()
            span = _trim(text, *span)
            pieces.append(Furniture(span, self._kinds["inline"][_key(match[1])]))
        initials = _INITIALS.search(line, max(0, len(line) - 40))
        if initials:
            pieces.append(Furniture(_trim(text, start + initials.start(), end), "mark"))
        last = start
        for piece in sorted(pieces, key=lambda piece: (piece.span[0], -piece.span[1])):
            if piece.span[0] >= last:
                yield piece
                last = piece.span[1]


def find(text: str, lexicon: Lexicon | None = None) -> list[Span]:
    """Return the spans of page furniture in ``text``, in text order, not overlapping."""
    return [found.span for found in Finder(lexicon or Lexicon()).find(text)]


def bylines(text: str, lexicon: Lexicon | None = None) -> list[str]:
    """Return the authors that ``text`` names in lines such as "Reporter: Sari Wulan"."""
    return Finder(lexicon or Lexicon()).bylines(text)


def _is_title(line: str) -> bool:
    """Whether a line looks like a title: short, and without the end of a sentence."""
    return (
        len(line) <= _TITLE_LONGEST and not _SENTENCE_END.search(line) and not _BREAK.search(line)
    )


def _captioned(line: str, start: int, end: int) -> bool:
    """Whether a line is a caption that ends in its "(Foto: ...)": short, and no sentence before."""
    before = line[:start].rstrip()
    return len(before) <= 150 and not _SENTENCE_END.search(before) and not line[end:].strip(" .")


def _key(words: str) -> str:
    return " ".join(words.replace("_", " ").lower().split())


def _compile(words: dict[str, str], before: str, after: str) -> re.Pattern[str]:
    """Return a pattern for any of ``words``, longest first, with group 1 around the words."""
    parts = sorted(words, key=lambda word: (-len(word), word))
    any_of = "|".join(r"[\s_]{1,4}".join(map(re.escape, part.split())) for part in parts)
    return re.compile(rf"{before}({any_of or '(?!)'}){after}", re.IGNORECASE)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end == -1 else end
        yield start, end
        start = end + 1


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends. The text in it is not blank."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
