"""How far an office reaches: its title, its field and its body, up to the holder's name."""

from __future__ import annotations

import re

from simak.reading.finding import Mention
from simak.reading.noun import DEMONSTRATIVES
from simak.reading.office.ground import CALLED_SO, LINKS, OWNERS, TO_BODY, Ground, is_body
from simak.reading.office.holder import Holders
from simak.reading.surface import is_numeral
from simak.reading.title import Title

_STATES = frozenset(
    {"terpilih", "nonaktif", "petahana", "inkumben", "demisioner", "sementara", "definitif"}
)
_ORDINALS = frozenset({"pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST = 40
_MOST_NOUNS = 4
_QUOTES = frozenset("\"“”'‘’")
_LONGEST_QUOTED = 7
_DASHES = frozenset("-–—/")
_ONE_NAME = 2


class Reach:
    """Finds the last word of an office on one page."""

    def __init__(self, ground: Ground, holders: Holders) -> None:
        self._ground = ground
        self._holders = holders

    def last(self, title: Title, behind: bool = False) -> int:
        """Return the last word of the block: title, field, body, up to the holder's name.

        ``behind``: the holder stands before the title, so that no name in the block is his.
        """
        words, surface = self._ground.words, self._ground.surface
        last = index = title.last
        nouns = 0
        bodied = False
        index += 1
        while (
            index < len(words)
            and index - title.last < _LONGEST
            and self._ground.same_sentence(title.first, index)
            and surface.adjacent(index - 1, index)
        ):
            word = words[index]
            term = self._term(index)
            if term is not None:
                last, index = term - 1, term
                continue
            if word.time or word.lower in OWNERS:
                break
            if self._holders.is_holder(index) and not (
                behind and not self._ground.titles.serves(surface, title)
            ):
                break
            if self._ground.is_title(index):
                break
            found = self._ground.names.get(index)
            if found is not None:
                bodied = bodied or found[0].type != "PER"
                last = found[1]
                index = last + 1
            elif (end := self._quoted(index)) is not None:
                last = end  # 'Manajer "Elok Jaya", Sutini, ...'
                index = end + 1
            elif word.lower == "asal" and index + 1 in self._ground.names:
                last = self._ground.names[index + 1][1]  # "anggota DPR asal Muara"
                index = last + 1
            elif word.capital or (is_numeral(word.text) and not _YEAR.match(word.text)):
                bodied = bodied or self._ground.heads.at(surface, index)
                last = index
                index += 1
            elif word.text == "(":
                end = self._ground.bracket(index)
                if end is None or words[index + 1].text.isdigit():
                    break
                inner = self._ground.names.get(index + 1)
                if not behind and inner is not None and self._is_person(inner, index, end):
                    break  # "Bupati Muara (Sutini Arga)"
                last = end
                index = end + 1
            elif index == title.last + 1 and (end := self._ordinal(index)) is not None:
                last = end  # "Presiden ke-2 RI", "presiden ketiga RI"
                index = end + 1
            elif word.lower in LINKS and self._goes_on(title, index, bodied):
                index += 1
            elif not bodied and self._second_field(title, index):
                last = index + 1  # "direktur pemasaran dan bisnis | Muara"
                index += 2
            elif word.text == "," and (end := self._list(title, index)) is not None:
                last = end
                index = end + 1
            elif word.lower in TO_BODY and (start := self._led_to(index + 1)) is not None:
                bodied = True
                index = start
            elif (
                bodied
                and word.lower == "untuk"
                and self._ground.same_sentence(title.first, index + 1)
                and words[index + 1].capital
                and not self._holders.is_holder(index + 1)
            ):
                index += 1
            elif bodied and word.lower in _STATES:
                last = index
                index += 1
            elif word.lower in CALLED_SO and index + 1 in self._ground.names:
                index += 1
            elif (
                index in self._ground.others
                and not word.capital
                and is_body(self._ground.others[index][0])
                and not bodied
            ):
                last = self._ground.others[index][1]
                index = last + 1
                bodied = True
            elif (
                not bodied
                and nouns < _MOST_NOUNS
                and word.text.isalpha()
                and not word.clitic
                and surface.lower(index + 1) not in DEMONSTRATIVES
                and (self._ground.titles.is_detail(word.lower) or word.pos in _NOUNS)
                and index == last + 1
            ):
                nouns += 1
                last = index
                index += 1
            else:
                break
        return last

    @staticmethod
    def _is_person(found: tuple[Mention, int], opening: int, closing: int) -> bool:
        """Tell whether a name is a person's of several words and fills the brackets."""
        mention, last = found
        whole = last == closing - 1 and mention.kind == "name"
        return mention.type == "PER" and whole and closing - opening > _ONE_NAME

    def _quoted(self, index: int) -> int | None:
        """Return the mark that closes a short name in quotation marks at ``index``."""
        words = self._ground.words
        if words[index].text not in _QUOTES or not self._ground.same_sentence(index, index + 1):
            return None
        if not words[index + 1].capital:
            return None
        for position in range(index + 2, min(index + _LONGEST_QUOTED, len(words))):
            if words[position].text in _QUOTES:
                return position
        return None

    def _term(self, index: int) -> int | None:
        """Return where the holder is named behind "periode 2009-2014" at ``index``."""
        words = self._ground.words
        if words[index].lower not in ("periode", "masa"):
            return None
        position = index + 1 + (words[index].lower == "masa")
        first = position
        while position < len(words) and (
            words[position].text.isdigit()
            or words[position].text in _DASHES
            or words[position].time
        ):
            position += 1
        if position == first or not self._ground.same_sentence(index, position):
            return None
        return position if self._holders.touches(position) else None

    def _ordinal(self, index: int) -> int | None:
        """Return the last word of "ke-2" or "ketiga" at ``index``, if a body or a name follows."""
        surface, words = self._ground.surface, self._ground.words
        if surface.lower(index) in _ORDINALS or (
            surface.lower(index).startswith("ke-") and surface.lower(index)[3:].isdigit()
        ):
            end = index
        elif surface.lower(index) == "ke" and surface.lower(index + 1) == "-":
            end = index + 2
        else:
            return None
        if end + 1 >= len(words) or not self._ground.same_sentence(index, end + 1):
            return None
        return end if end + 1 in self._ground.names else None

    def _led_to(self, index: int) -> int | None:
        """Return where the body begins behind "dari", "dari fakultas" and the like."""
        for position in range(index, min(index + 3, len(self._ground.words))):
            if self._ground.body_at(position) is not None or self._ground.heads.at(
                self._ground.surface, position
            ):
                return position
            word = self._ground.words[position]
            if word.capital or word.pos not in _NOUNS:
                return None
        return None

    def _goes_on(self, title: Title, index: int, bodied: bool) -> bool:
        """Tell whether "dan" or "of" goes on inside an office or the name of a body."""
        after = index + 1
        if not self._ground.same_sentence(title.first, after) or not self._ground.surface.adjacent(
            index, after
        ):
            return False
        word = self._ground.words[after]
        if self._ground.words[index].text in "-–/" and not self._tight(index):
            return False
        if word.lower == "the" and after + 1 < len(self._ground.words):
            word = self._ground.words[after + 1]
        if not word.capital or self._holders.is_holder(after):
            return False
        match = self._ground.titles.match(self._ground.surface, after)
        if match is not None and match[1] in ("office", "modifier"):
            return False
        if self._ground.words[index].lower in ("dan", "/") and self._ground.heads.at(
            self._ground.surface, after
        ):
            return False
        found = self._ground.names.get(after)
        return found is None or found[0].type != "PER" or not bodied

    def _second_field(self, title: Title, index: int) -> bool:
        """Tell whether "dan" joins a field in lower case before the name of a body."""
        if self._ground.words[index].lower not in ("dan", "&") or index == title.head + 1:
            return False
        after, beyond = index + 1, index + 2
        if not self._ground.same_sentence(title.first, beyond):
            return False
        word = self._ground.words[after]
        found = self._ground.names.get(beyond)
        plain = word.pos in _NOUNS and not word.capital and not word.clitic
        title_word = self._ground.titles.match(self._ground.surface, after) is not None
        return plain and not title_word and found is not None and found[0].type == "ORG"

    def _tight(self, index: int) -> bool:
        words = self._ground.words
        return words[index - 1].end == words[index].start and words[index].end == (
            words[index + 1].start
        )

    def _list(self, title: Title, index: int) -> int | None:
        """Return the end of what goes on behind a comma: a list of fields, a greater place.

        "Ketua Divisi Hukum, Politik, dan Keamanan", "Kepala Dusun Biru, Kecamatan Muara".
        """
        words = self._ground.words
        after = index + 1
        if not self._ground.same_sentence(title.first, after) or not words[after].capital:
            return None
        found = self._ground.names.get(after)
        fields = self._fields(index)
        if fields is not None:
            return fields
        if found is not None and found[0].type == "ORG":
            beyond = found[1] + 1
            named = self._holders.is_holder(beyond) or self._ground.is_title(beyond)
            return found[1] if named and self._ground.surface.adjacent(found[1], beyond) else None
        if found is not None:
            if found[0].type == "PER":
                return None
            beyond = found[1] + 1
            if found[0].type in ("GPE", "LOC") and self._ground.surface.lower(beyond) in (",", "("):
                # a place in a chain of places, if the holder's name ends the chain
                name = beyond + 1
                person = self._ground.names.get(name)
                chained = self._ground.surface.lower(beyond) == "," and person is not None
                if chained and person is not None and person[0].type in ("PER", "GPE", "LOC"):
                    return found[1]
            return None
        return None

    def _fields(self, index: int) -> int | None:
        """Return the end of a list of fields, capitalised common words, that "dan" closes."""
        words = self._ground.words
        position, closed, end = index, False, None
        while position + 1 < len(words) and position < index + 24:
            lower = words[position].lower
            if lower == "," and words[position + 1].lower in ("dan", "serta"):
                position += 1
                lower = words[position].lower
            if lower not in (",", "dan", "serta", "&"):
                break
            first = position + 1
            if not words[first].capital or self._holders.is_holder(first) or self._is_own(first):
                break
            if not words[first].common and not words[first].upper:
                break
            title = self._ground.titles.match(self._ground.surface, first)
            if title is not None and title[1] in ("office", "modifier"):
                break
            closed = closed or lower != ","
            position = first
            while (
                position < len(words)
                and words[position].capital
                and (position == first or not self._ground.heads.at(self._ground.surface, position))
                and not self._is_own(position)
            ):
                end = position
                position += 1
            if end is None:
                break
            if closed:
                break
        return end if closed else None

    def _is_own(self, index: int) -> bool:
        """Tell whether a name begins at ``index`` that is no row of common words."""
        found = self._ground.names.get(index)
        if found is None:
            return False
        if found[0].kind != "name" or found[0].type in ("PER", "GPE"):
            return True
        return not self._ground.words[index].common
