"""Titles before names: "Kepala Bidang Politik", "Irjen Pol", "mantan Menteri Kesehatan"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from simak.lexicon import Lexicon
from simak.reading.surface import Surface, is_numeral

COLUMNS = ("title", "kind", "of")
KINDS = ("office", "rank", "honorific", "modifier", "part", "detail", "english", "field")
_LONGEST = 7
_LONGEST_CORPS = 4
# Offices that serve another office, which then is part of the title.
_SERVING = frozenset(
    {"juru bicara", "jubir", "staf khusus", "staf ahli", "utusan khusus", "utusan", "penasihat"}
    | {"penasihat khusus", "sekretaris pribadi", "tenaga ahli", "ajudan"}
)
# Parts of a body that are the field of an office in it: "Kepala Bidang Humas Polda ...".
_UNITS = frozenset(
    {"bidang", "subbidang", "bagian", "subbagian", "biro", "divisi", "subdivisi", "seksi", "unit"}
    | {"subdirektorat", "subdit", "direktorat", "urusan", "sektor", "laboratorium", "jurusan"}
    | {"subseksi", "departemen", "satuan", "program", "pusat", "region", "area"}
)
_GOVERNING = ("gubernur", "bupati", "wali kota", "walikota", "camat", "lurah", "kepala desa")
_SMALL = frozenset({"and", "&", "of"})
_MINISTERS = ("menteri", "wakil menteri", "menko", "wamen")
# "Kehutanan", "Pertahanan": what is derived so is no name of a person.
AFFIXED = re.compile(r"(?:ke|per|pe)\w{3,}an$")


@dataclass(frozen=True, slots=True)
class Title:
    """Words ``first`` to ``last`` (positions on the surface) are a title.

    ``head`` is the position of the office without "mantan" and the like. ``must``: said
    alone in lower case it is no office.
    """

    first: int
    last: int
    head: int
    kind: str
    must: bool


class TitleList:
    """The lexicon of titles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds: dict[str, tuple[str, str]] = {}
        self._details: set[str] = set()
        self._fields: set[str] = set()
        self._english: set[str] = set()
        for row in lexicon.rows("title.tsv", COLUMNS):
            kind = row.one_of("kind", KINDS)
            of = row.one_of("of", ("any", "none", "must", ""))
            if kind == "detail":
                self._details.add(row["title"].lower())
                continue
            if kind == "field":
                self._fields.add(row["title"].lower())
                self._details.add(row["title"].lower())
                continue
            if kind == "english":
                self._english.add(row["title"].lower())
                kind = "office"
            self._kinds[row["title"].lower()] = (kind, of)
        self.ranks = frozenset(
            title for title, (kind, _) in self._kinds.items() if kind in ("rank", "honorific")
        )
        self._heads: dict[str, int] = {}
        for title in self._kinds:
            words = title.split()
            self._heads[words[0]] = max(self._heads.get(words[0], 0), len(words))

    def is_detail(self, word: str) -> bool:
        """Tell whether a word in lower case may specify the office before it: "senior"."""
        return word in self._details

    def is_field(self, word: str) -> bool:
        """Tell whether a word in lower case stands in English titles: "marketing"."""
        return word in self._fields

    def is_english(self, word: str) -> bool:
        """Tell whether a word in lower case is an English title: "manager"."""
        return word in self._english

    @staticmethod
    def is_unit(word: str) -> bool:
        """Tell whether a word in lower case names a part of a body: "bidang"."""
        return word in _UNITS

    @staticmethod
    def governs(surface: Surface, title: Title) -> bool:
        """Tell whether a title is of a place and never of a body: a governor's."""
        return surface.join(title.head, title.last).lower().endswith(_GOVERNING)

    @staticmethod
    def serves(surface: Surface, title: Title) -> bool:
        """Tell whether an office is had for another office or a person: "juru bicara"."""
        return surface.join(title.head, title.last).lower() in _SERVING

    @staticmethod
    def takes_body(surface: Surface, title: Title) -> bool:
        """Tell whether an unknown name behind a title may be that of a body: not a minister's."""
        return not surface.join(title.head, title.last).lower().startswith(_MINISTERS)

    def kind(self, words: str) -> str | None:
        """Return the kind of a title in any case, None if it is none."""
        found = self._kinds.get(" ".join(words.lower().split()))
        return found[0] if found else None

    def match(self, surface: Surface, first: int) -> tuple[int, str, str] | None:
        """Return (last, kind, of) of the longest title of the list that begins at ``first``."""
        found = self._listed(surface, first)
        english = self._in_english(surface, first)
        if english is not None and (found is None or english > found[0]):
            return english, "office", "any"
        return found

    def _in_english(self, surface: Surface, first: int) -> int | None:
        """Return the last word of an English title with its field: "Senior Brand Manager"."""
        words = surface.words
        if first >= len(words) or not words[first].capital:
            return None
        last, position = None, first
        while (
            position < min(first + _LONGEST, len(words))
            and words[position].sentence == words[first].sentence
        ):
            word = words[position]
            known = word.lower in self._fields
            if word.lower in self._english and word.capital:
                last = position
            elif not known or not (word.capital or (position > first and word.lower in _SMALL)):
                break
            position += 1
        if last == first and words[first].lower in self._fields:
            return None  # "Communications" alone is no office
        return last

    def _listed(self, surface: Surface, first: int) -> tuple[int, str, str] | None:
        longest = self._heads.get(surface.lower(first))
        if longest is None:
            return None
        for length in range(min(longest, _LONGEST), 0, -1):
            last = first + length - 1
            if (
                last >= len(surface)
                or surface.words[last].sentence != surface.words[first].sentence
            ):
                continue
            words = " ".join(surface.words[i].lower for i in range(first, last + 1))
            found = self._kinds.get(words)
            if found:
                return last, *found
        return None

    def head(
        self, surface: Surface, first: int, stops: frozenset[int] | set[int] = frozenset()
    ) -> Title | None:
        """Return the title that begins at ``first``, without the words that specify an office.

        ``stops`` are positions at which a name begins, which no title goes over.
        """
        position = first
        found = self.match(surface, position)
        while found and found[1] == "modifier":
            inner = found[0] + 1
            if found[2] == "any" and surface.words[position].capital:
                beyond = self.match(surface, inner) if inner < len(surface) else None
                if beyond is None or beyond[1] not in ("modifier", "office"):
                    return Title(first, found[0], position, "office", True)
            position = inner
            if surface.lower(position) == "(" and surface.lower(position + 2) == ")":
                position += 3  # "Pejabat Sementara (Pjs) Gubernur"
            if position >= len(surface) or position in stops:
                return None
            found = self.match(surface, position)
        if not found or found[1] in ("modifier", "part"):
            return None
        last, kind, of = found
        if kind == "rank":
            while (more := self._part(surface, last + 1)) is not None:
                last = more
        return Title(first, last, position, kind, of == "must")

    def read(
        self, surface: Surface, first: int, stops: frozenset[int] | set[int] = frozenset()
    ) -> Title | None:
        """Return the title that begins at ``first``, with the words that specify it.

        ``stops`` are positions at which a name begins, which no title goes over.
        """
        title = self.head(surface, first, stops)
        if title is None or title.kind != "office":
            return title
        last = self._specified(surface, title.head, title.last, stops)
        return replace(title, last=last)

    def _part(self, surface: Surface, index: int) -> int | None:
        """Return the last word of a part of a rank at ``index``: "(Purn)", "Pol", "TNI"."""
        bracket = surface.lower(index) == "("
        inner = index + bracket
        if bracket and self._is_corps(surface, inner):
            return inner + 1  # "Kolonel (Inf) Sutini", "Serda (K) Sutini"
        if self.kind(surface.lower(inner)) != "part" and self.kind(surface.lower(inner)) != "rank":
            return None
        if not bracket:
            after = inner + 1
            if self._abbreviated(surface, inner):
                return after  # "Kombes Pol. Sutini"
            return inner
        return inner + 1 if surface.lower(inner + 1) == ")" else None

    @staticmethod
    def _is_corps(surface: Surface, index: int) -> bool:
        """Tell whether the word in brackets behind a rank abbreviates a corps: "(Inf)", "(K)"."""
        words = surface.words
        if surface.lower(index + 1) != ")" or index + 2 >= len(words):
            return False
        word, after = words[index], words[index + 2]
        short = word.capital and len(word.text) <= _LONGEST_CORPS and word.text.isalpha()
        return short and after.capital and after.sentence == word.sentence

    @staticmethod
    def _abbreviated(surface: Surface, index: int) -> bool:
        """Tell whether a full stop that ends no sentence follows the word at ``index``."""
        words = surface.words
        if surface.lower(index + 1) != "." or index + 2 >= len(words):
            return False
        stop, after = words[index + 1], words[index + 2]
        tight = words[index].end == stop.start and len(words[index].text) <= 4
        return tight and after.capital and after.sentence == words[index].sentence

    def _specified(
        self, surface: Surface, head: int, last: int, stops: frozenset[int] | set[int]
    ) -> int:
        """Return the last word of an office with what specifies it: "Kepala Bidang Politik"."""
        words = surface.words
        shown = words[head].capital and (len(words) <= head + 1 or not words[head].initial or True)
        limit = min(len(words), last + 12)
        rules = surface.join(head, last).lower().endswith(_GOVERNING)
        while last + 1 < limit:
            after = last + 1
            word = words[after]
            if after in stops or not surface.adjacent(last, after) or word.time:
                break
            bound = word.capital and is_bound(word.lower)
            person = word.label == "PER" and not AFFIXED.match(word.lower)
            if rules and word.common and not bound:
                break  # "Wali Kota | Bandar Elok"
            if shown and (bound or (word.capital and word.common and not person)):
                inner = self.match(surface, after)
                serves = surface.join(head, last).lower() in _SERVING
                if inner and inner[1] == "office" and serves:
                    return inner[0]  # "Juru Bicara Presiden"
                if inner and not is_bound(word.lower):
                    break
                last = after
            elif word.upper and words[head].lower == "menteri" and surface.adjacent(last, after):
                last = after  # "Menteri ESDM"
            elif word.lower in self._details and not word.capital:
                last = after
            elif shown and word.lower == "bidang" and after + 1 < len(words):
                if not (words[after + 1].capital and words[after + 1].common):
                    break
                last = after + 1
            elif shown and (end := self._fields_listed(surface, after, stops)) is not None:
                last = end
            else:
                break
        return last

    def _fields_listed(
        self, surface: Surface, index: int, stops: frozenset[int] | set[int]
    ) -> int | None:
        """Return the end of ", Hukum, dan Keamanan" or "dan Perikanan" that begins at ``index``."""
        words = surface.words
        position, last, closed = index, None, False
        while position + 1 < len(words) and position < index + 10:
            join = words[position].lower
            if join == "," and words[position + 1].lower in ("dan", "serta"):
                position += 1
                join = words[position].lower
            if join not in (",", "dan", "serta", "&") or position + 1 >= len(words):
                break
            item = words[position + 1]
            inner = self.match(surface, position + 1)
            if inner is not None and inner[1] != "part" and not is_bound(item.lower):
                break
            if not (item.capital and item.common) or position + 1 in stops or item.time:
                break
            closed = closed or join != ","
            position += 2
            while (
                position < len(words)
                and words[position].capital
                and words[position].common
                and position not in stops
                and not is_numeral(words[position].text)
            ):
                position += 1
            last = position - 1
            if closed:
                break
        return last if closed else None


def is_bound(word: str) -> bool:
    """Tell whether a title word may also specify another: "Sekretaris Jenderal", "Staf Ahli"."""
    return word in {"umum", "utama", "ahli", "humas", "hukum", "tim", "anggota"}
