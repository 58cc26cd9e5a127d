"""Offices at the name of their holder: where title and body end, from the holder's side.

"Direktur Jenderal Penanganan Bencana Kementerian Wilayah Sutini Arga", "pengajar ilmu politik
Universitas Rawa Elok, Sutini Arga," and "Sutini Arga (42), salah satu pendiri Yayasan Muara Biru,"
are read as one block of words that a title opens and the holder's name or a comma closes. That the
block is closed tells what the words in it are, whatever the recogniser took them for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simak.lexicon import Lexicon
from simak.reading.finding import Mention
from simak.reading.name_lexicon import HEAD_COLUMNS
from simak.reading.name_word import is_person
from simak.reading.nominal import DEMONSTRATIVES
from simak.reading.surface import Surface, is_numeral
from simak.reading.title import Title, TitleList

_LINKS = frozenset(
    {"dan", "&", "of", "for", "and", "/", "-", "–", "the", "de", "in", "to"} | {"on", "at"}
)
_ENGLISH = frozenset({"of", "for", "and", "&", "the", "in", "to", "on", "at"})
_TO_BODY = frozenset({"dari", "di", "pada", "dalam", "bagi"})
_CALLED = frozenset({"pihak", "kelompok", "gerakan", "organisasi", "partai", "jaringan"})
_CALLED_SO = frozenset({"lembaga", "tim", "klub", "grup", "kantor"}) | _CALLED
_STATES = frozenset({"terpilih", "nonaktif", "petahana", "inkumben", "demisioner"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
# Offices that somebody has for somebody else, whose name stands behind them.
_FOR_CLIENT = frozenset({"kuasa hukum", "penasihat hukum", "tim kuasa hukum", "tim pengacara"})
_FOR_SOME = frozenset({"pengacara", "advokat", "juru bicara", "jubir"})
_CLIENTS = frozenset(
    {"keluarga", "pihak", "tersangka", "terdakwa", "korban", "terpidana", "saksi", "mantan"}
    | {"pelapor", "terlapor", "penggugat", "tergugat", "dari", "para", "almarhum", "mendiang"}
)
_LONGEST = 40
_LONGEST_BRACKET = 8
_MOST_NOUNS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A title with what stands behind it, up to the word ``last``.

    ``end`` is the last word of the title. The body is ``body`` if a mention has it, else the
    words ``first_of_body`` to ``last_of_body``, which nobody took for one name; None without.
    ``wrong`` are positions at which the names that begin are none.
    """

    title: Title
    end: int
    last: int
    body: Mention | None
    fresh: tuple[int, int] | None
    wrong: tuple[int, ...]


class BodyHeads:
    """First words of the names of bodies ("Dinas", "PT"), from ``name_head.tsv``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads: set[str] = set()
        self._sites: set[str] = set()
        longest = 1
        for row in lexicon.rows("name_head.tsv", HEAD_COLUMNS):
            self._sites.add(row["word"])
            if row["type"] == "ORG":
                self._heads.add(row["word"])
                longest = max(longest, len(row["word"].split()))
        self._longest = min(longest, 3)

    def at(self, surface: Surface, index: int) -> bool:
        """Tell whether the name of a body may begin at ``index``."""
        if not surface.words[index].capital:
            return False
        words = [word.text for word in surface.words[index : index + self._longest]]
        return any(" ".join(words[: n + 1]) in self._heads for n in range(len(words)))

    def named_after(self, surface: Surface, index: int) -> bool:
        """Tell whether a name at ``index`` is that of the site or body in front: "Bandara ..."."""
        if index == 0:
            return False
        word = surface.words[index - 1]
        return word.capital and word.text in self._sites and surface.adjacent(index - 1, index)

    def of_several(self, surface: Surface, index: int) -> bool:
        """Tell whether two words that begin the name of a body stand at ``index``."""
        words = [word.text for word in surface.words[index : index + 2]]
        return " ".join(words) in self._heads and len(words) == 2


class OfficeBlocks:
    """Reads blocks on one page. ``names`` are (mention, last word) by their first word."""

    def __init__(
        self,
        surface: Surface,
        titles: TitleList,
        heads: BodyHeads,
        names: Mapping[int, tuple[Mention, int]],
        others: Mapping[int, tuple[Mention, int]],
    ) -> None:
        self._surface = surface
        self._words = surface.words
        self._titles = titles
        self._heads = heads
        self._names = names
        self._others = others
        self._ends = {last for first, (_, last) in names.items() if last > first}

    def is_body(self, index: int) -> bool:
        """Tell whether the "person" at ``index`` may be a body, or its last word.

        So it is in "Sutini Arga, ketua Yayasan | Jaya, ..." and "Sutini Arga, pendiri | Muaraku".
        """
        found = self._names[index]
        if not any(is_person(word.text) for word in self._words[index : found[1] + 1]):
            return True
        return found[1] == index and any(
            known[1] == index - 1 and known[0].type == "ORG"
            for start in range(index - 1, max(-1, index - 8), -1)
            if (known := self._names.get(start)) is not None
        )

    def before(self, title: Title) -> tuple[Block, int] | None:
        """Return the block that ``title`` opens and a person's name closes, and where that begins.

        ``title`` is a mere title (:meth:`TitleList.head`). A rank or a second office may stand in
        the name's place; a comma before the name must have its fellow behind it.
        """
        last = self._reach(title)
        position = last + 1
        if not self._same(title.first, position):
            return None
        if self.is_holder(position) and (named := self._beyond_body(title, position)) is not None:
            return self._block(title, self._names[position][1]), named
        if self.is_holder(position) and title.must and self._is_loose(title, last):
            return None  # "anggota baru keluarga Sutini"
        if self.is_holder(position) or self._is_title(position):
            return self._block(title, last), position
        if self._surface.lower(position) == ",":
            name = position + 1
            if self._is_title(name) and self._ranked_name(name):
                return self._block(title, last), name
            found = self._names.get(name)
            if found is None or found[0].type != "PER" or not self._same(title.first, name):
                return None
            after = found[1] + 1
            while self._surface.lower(after) == "(" and (end := self._bracket(after)) is not None:
                after = end + 1
            if self._closes(after):
                return self._block(title, last), name
        return None

    def _is_loose(self, title: Title, last: int) -> bool:
        """Tell whether only words in lower case stand between an office and a name."""
        words = self._words[title.head : last + 1]
        return last > title.last and not any(word.capital for word in words)

    def _ranked_name(self, index: int) -> bool:
        """Tell whether the rank at ``index`` stands before a name that a comma or a verb closes."""
        rank = self._titles.head(self._surface, index)
        if rank is None or rank.kind != "rank":
            return False
        found = self._names.get(rank.last + 1)
        return found is not None and found[0].type == "PER" and self._closes(found[1] + 1)

    def _beyond_body(self, title: Title, index: int) -> int | None:
        """Return where the holder is named, if the name at ``index`` is a body's for all its look.

        "Direktur Eksekutif Muaraku, Sutini Arga, ..."
        """
        inside = self._words[index : self._names[index][1] + 1]
        if self._titles.serves(self._surface, title) or any(is_person(w.text) for w in inside):
            return None
        comma = self._names[index][1] + 1
        holder = self._names.get(comma + 1)
        if self._surface.lower(comma) == "," and self._is_title(comma + 1):
            return comma + 1 if self._ranked_name(comma + 1) else None
        if self._surface.lower(comma) != "," or holder is None or holder[0].type != "PER":
            return None
        words = self._words[comma + 1 : holder[1] + 1]
        named = len(words) > 1 and any(is_person(word.text) for word in words)
        return comma + 1 if named and self._closes(holder[1] + 1) else None

    def client(self, title: Title) -> tuple[Block, int | None] | None:
        """Return the block of an office with a person whom it serves, and where its holder is.

        "kuasa hukum keluarga Sutini Arga, Wayan Murti, ...": None as the holder's place where
        nobody is named behind it.
        """
        words, surface = self._words, self._surface
        office = surface.join(title.head, title.last).lower()
        if office not in _FOR_CLIENT | _FOR_SOME:
            return None
        index = title.last + 1
        while index < title.last + 4 and surface.lower(index) in _CLIENTS:
            index += 1
        found = self._names.get(index)
        if found is None or found[0].type != "PER" or not self._same(title.first, index):
            return None
        last = found[1]
        if surface.lower(last + 1) in ("dan", "&") and last + 2 in self._names:
            last = self._names[last + 2][1]
        block = Block(title, title.last, last, None, None, ())
        name = last + 2
        if surface.lower(last + 1) in (",", "yakni", "yaitu") and self._same(title.first, name):
            if words[name].lower in ("yakni", "yaitu"):
                name += 1
            holder = self._names.get(name)
            if holder is not None and holder[0].type == "PER" and self._closes(holder[1] + 1):
                return block, name
        if office in _FOR_SOME and index == title.last + 1:
            return None  # "pengacara Sutini Arga" may be she herself
        return block, None

    def behind(self, title: Title) -> Block:
        """Return the block that ``title`` opens behind the name of its holder."""
        last = self._reach(title, behind=True)
        return self._block(title, last)

    def _closes(self, index: int) -> bool:
        """Tell whether a name between commas ends here: ",", a verb, the end of the sentence."""
        if index >= len(self._words):
            return True
        word = self._words[index]
        return (
            word.text in (",", ".", ";", ":", "”", '"', "?", "!", "(")
            or word.pos in ("VERB", "AUX", "ADP", "ADV", "SCONJ")
            or word.lower in ("yang", "saat", "ketika", "kepada", "di", "pada", "dalam", "juga")
        )

    def _same(self, first: int, second: int) -> bool:
        words = self._words
        return second < len(words) and words[first].sentence == words[second].sentence

    def named_after(self, index: int) -> bool:
        """Tell whether a name at ``index`` is part of a site's: "Bandara | Sutini Arga"."""
        return index - 1 not in self._ends and self._heads.named_after(self._surface, index)

    def _is_title(self, index: int) -> bool:
        """Tell whether a rank or a form of address begins here, and no name of a body has it."""
        found = self._titles.match(self._surface, index)
        if found is None or found[1] not in ("rank", "honorific"):
            return False
        return found[1] == "honorific" or not self._heads.at(self._surface, index - 1)

    def _is_rank(self, index: int) -> bool:
        found = self._titles.match(self._surface, index)
        return found is not None and found[1] == "rank"

    def is_holder(self, index: int) -> bool:
        """Tell whether the name of the holder begins here, and no word of the office or body."""
        found = self._names.get(index)
        if found is None or found[0].type != "PER":
            return False
        inside = self._words[index : found[1] + 1]
        if self._words[index].lower in _LINKS or any(c.isdigit() for w in inside for c in w.text):
            return False
        if index > 1 and self._is_rank(index - 1) and self._heads.at(self._surface, index - 2):
            return False  # "Universitas Jenderal Sutini"
        if self.named_after(index):
            return False
        if index == found[1] and self._titles.is_unit(self._surface.lower(index - 1)):
            return False  # "Kepala Bagian | Litigasi"
        after = found[1] + 1
        if not self._same(index, after) or not self._surface.adjacent(found[1], after):
            return True
        following = self._names.get(after)
        if following is not None and (
            following[0].type in ("ORG", "PER") or not any(is_person(w.text) for w in inside)
        ):
            return False
        word = self._words[after]
        if following is None and word.capital and not (word.upper or word.time or word.initial):
            return False  # a name that goes on is a body's
        if self._surface.lower(after) in _LINKS and after + 1 < len(self._words):
            # "... Institute | for Policy | Sutini Arga": a person's name has no such word
            return self._surface.lower(after) not in _ENGLISH
        return not (self._heads.at(self._surface, after) or self._is_title(after))

    def _bracket(self, index: int) -> int | None:
        """Return the position of the bracket that closes the one at ``index``."""
        for position in range(index + 1, min(index + _LONGEST_BRACKET, len(self._words))):
            if self._words[position].text == ")":
                return position
        return None

    def _reach(self, title: Title, behind: bool = False) -> int:
        """Return the last word of the block: title, field, body, up to the holder's name.

        ``behind``: the holder stands before the title, so that no name in the block is his.
        """
        words, surface = self._words, self._surface
        last = index = title.last
        nouns = 0
        bodied = False
        index += 1
        while (
            index < len(words)
            and index - title.last < _LONGEST
            and self._same(title.first, index)
            and surface.adjacent(index - 1, index)
            and not words[index].time
        ):
            word = words[index]
            if self.is_holder(index) and not (behind and not self._titles.serves(surface, title)):
                break
            if self._is_title(index):
                break
            found = self._names.get(index)
            if found is not None:
                bodied = bodied or found[0].type != "PER"
                last = found[1]
                index = last + 1
            elif word.capital or is_numeral(word.text):
                bodied = bodied or self._heads.at(surface, index)
                last = index
                index += 1
            elif word.text == "(":
                end = self._bracket(index)
                if end is None or words[index + 1].text.isdigit():
                    break
                last = end
                index = end + 1
            elif word.lower in _LINKS and self._goes_on(title, index, bodied):
                index += 1
            elif word.text == "," and (end := self._list(title, index)) is not None:
                last = end
                index = end + 1
            elif word.lower in _TO_BODY and (start := self._led_to(index + 1)) is not None:
                bodied = True
                index = start
            elif (
                bodied
                and word.lower == "untuk"
                and self._same(title.first, index + 1)
                and words[index + 1].capital
                and not self.is_holder(index + 1)
            ):
                index += 1
            elif bodied and word.lower in _STATES:
                last = index
                index += 1
            elif word.lower in _CALLED_SO and index + 1 in self._names:
                index += 1
            elif (
                index in self._others
                and not word.capital
                and self._is_body(self._others[index][0])
                and not bodied
            ):
                last = self._others[index][1]
                index = last + 1
                bodied = True
            elif (
                not bodied
                and nouns < _MOST_NOUNS
                and word.text.isalpha()
                and not word.clitic
                and surface.lower(index + 1) not in DEMONSTRATIVES
                and (self._titles.is_detail(word.lower) or word.pos in _NOUNS)
                and index == last + 1
            ):
                nouns += 1
                last = index
                index += 1
            else:
                break
        return last

    def _is_body(self, mention: Mention) -> bool:
        return mention.type in ("ORG", "GPE") and mention.number != "plur"

    def _body_at(self, index: int) -> Mention | None:
        found = self._names.get(index)
        if found is not None and found[0].type in ("ORG", "GPE", "LOC", "NORP"):
            return found[0]
        other = self._others.get(index)
        return other[0] if other is not None and self._is_body(other[0]) else None

    def _led_to(self, index: int) -> int | None:
        """Return where the body begins behind "dari", "dari fakultas" and the like."""
        for position in range(index, min(index + 3, len(self._words))):
            if self._body_at(position) is not None or self._heads.at(self._surface, position):
                return position
            word = self._words[position]
            if word.capital or word.pos not in _NOUNS:
                return None
        return None

    def _goes_on(self, title: Title, index: int, bodied: bool) -> bool:
        """Tell whether "dan" or "of" goes on inside an office or the name of a body."""
        after = index + 1
        if not self._same(title.first, after) or not self._surface.adjacent(index, after):
            return False
        word = self._words[after]
        if self._words[index].text in "-–/" and not self._tight(index):
            return False
        if word.lower == "the" and after + 1 < len(self._words):
            word = self._words[after + 1]
        if not word.capital or self.is_holder(after):
            return False
        match = self._titles.match(self._surface, after)
        if match is not None and match[1] in ("office", "modifier"):
            return False
        if self._words[index].lower in ("dan", "/") and self._heads.at(self._surface, after):
            return False
        found = self._names.get(after)
        return found is None or found[0].type != "PER" or not bodied

    def _tight(self, index: int) -> bool:
        words = self._words
        return words[index - 1].end == words[index].start and words[index].end == (
            words[index + 1].start
        )

    def _list(self, title: Title, index: int) -> int | None:
        """Return the end of what goes on behind a comma: a list of fields, a greater place.

        "Ketua Divisi Hukum, Politik, dan Keamanan", "Kepala Dusun Biru, Kecamatan Muara".
        """
        words = self._words
        after = index + 1
        if not self._same(title.first, after) or not words[after].capital:
            return None
        found = self._names.get(after)
        if found is not None and found[0].type == "ORG":
            beyond = found[1] + 1
            named = self.is_holder(beyond) or self._is_title(beyond)
            return found[1] if named and self._surface.adjacent(found[1], beyond) else None
        if found is not None:
            if found[0].type == "PER":
                return None
            beyond = found[1] + 1
            if found[0].type in ("GPE", "LOC") and self._surface.lower(beyond) in (",", "("):
                # a place in a chain of places, if the holder's name ends the chain
                name = beyond + 1
                person = self._names.get(name)
                chained = self._surface.lower(beyond) == "," and person is not None
                if chained and person is not None and person[0].type in ("PER", "GPE", "LOC"):
                    return found[1]
            return None
        # Fields: capitalised common words, closed by "dan".
        position, closed, end = index, False, None
        while position + 1 < len(words) and position < index + 24:
            lower = words[position].lower
            if lower == "," and words[position + 1].lower in ("dan", "serta"):
                position += 1
                lower = words[position].lower
            if lower not in (",", "dan", "serta", "&"):
                break
            first = position + 1
            if not words[first].capital or self.is_holder(first) or first in self._names:
                break
            if not words[first].common and not words[first].upper:
                break
            closed = closed or lower != ","
            position = first
            while (
                position < len(words)
                and words[position].capital
                and not self._heads.at(self._surface, position)
                and position not in self._names
            ):
                end = position
                position += 1
            if end is None:
                break
            if closed:
                break
        return end if closed else None

    def _block(self, title: Title, last: int) -> Block:
        """Divide the words of a block into title and body."""
        words = self._words
        first = title.last + 1
        start = self._body_start(title, first, last)
        if start is None:
            wrong = self._wrong(first, last, None)
            return Block(title, self._title_end(title, last), last, None, None, wrong)
        end = start - 1
        for index in range(end, max(title.last, end - 3), -1):
            if words[index].lower in _TO_BODY:
                end = index
                break
        while end > title.last and (
            words[end].lower in _TO_BODY | _CALLED_SO | _LINKS or words[end].text == ","
        ):
            end -= 1
        if words[end].text == ")":
            opening = next((i for i in range(end, title.last, -1) if words[i].text == "("), end)
            end = opening - 1 if opening - 1 == title.last else end
        found = self._names.get(start)
        other = self._others.get(start)
        close = self._body_end(start, last)
        if found is not None and found[0].type in ("ORG", "GPE", "LOC", "NORP", "GROUP"):
            longer = found[1] < close and self._swallows(title, found)
            if not longer:
                return Block(
                    title, end, last, found[0], None, self._wrong(first, last, start, found[1])
                )
        elif other is not None and found is None:
            return Block(title, end, last, other[0], None, self._wrong(first, last, start))
        return Block(title, end, last, None, (start, close), self._wrong(first, last, start, close))

    def _swallows(self, title: Title, found: tuple[Mention, int]) -> bool:
        """Tell whether a body's name is longer than what was found: "Muara | Hotel Club"."""
        after = found[1] + 1
        if self._surface.lower(after) in _ENGLISH:
            return True
        following = self._names.get(after)
        if found[0].type == "ORG":
            word = self._words[after]
            if following is None:
                return (word.capital and not self._titles.is_unit(word.lower)) or (
                    word.lower in ("dan", "&", "/", "-")
                )
            return following[0].type in ("PER", "LOC", "ORG") and not self._heads.at(
                self._surface, after
            )
        return (
            following is not None
            and following[0].type in ("LOC", "ORG")
            and not self._titles.governs(self._surface, title)
        )

    def _title_end(self, title: Title, last: int) -> int:
        """Return the last word of a title that names no body."""
        words = self._words
        while last > title.last and (words[last].lower in _LINKS or words[last].text in "),"):
            last -= 1
        for index in range(title.last + 1, last + 1):
            if words[index].text == "(":
                return index - 1
        return last

    def _body_end(self, start: int, last: int) -> int:
        """Return the last word of a body's own name, without brackets and places behind commas."""
        words = self._words
        for index in range(start + 1, last + 1):
            if words[index].text == "(":
                return index - 1
            if words[index].text == "," and self._names.get(index + 1, (None,))[0] is not None:
                return index - 1
        return last

    def _body_start(self, title: Title, first: int, last: int) -> int | None:
        """Return where the body begins in the words behind a title."""
        words, surface = self._words, self._surface
        english = self._titles.is_english(words[title.last].lower)
        fallback: int | None = None
        place: int | None = None
        index = first
        while index <= last:
            found = self._names.get(index)
            if words[index].text == "(":
                end = self._bracket(index)
                index = (end or index) + 1
                continue
            if found is not None and found[0].type in ("ORG", "NORP", "GROUP"):
                listed = words[index - 1].lower in ("dan", "&") and found[0].kind == "name"
                if self._is_field(index, found[1], last) or (
                    listed and index > first and not self._heads.at(surface, index)
                ):
                    index += 1
                    continue
                return index
            if self._heads.at(surface, index) and not self._is_field(index, index, last):
                return index
            if found is not None and found[0].type in ("GPE", "LOC") and place is None:
                place = index
            other = self._others.get(index)
            if (
                found is None
                and other is not None
                and not words[index].capital
                and self._is_body(other[0])
            ):
                return index
            if (
                fallback is None
                and words[index].capital
                and (not words[index].common or english)
                and not self._titles.is_field(words[index].lower)
                and not self._titles.kind(words[index].text)
                and not self.named_after(index)
                and not is_numeral(words[index].text)
                and words[index].text[0].isalpha()
                and (not words[index].upper or index == last)
            ):
                fallback = index
            index = (found[1] if found is not None and found[0].type != "PER" else index) + 1
        if place is not None:
            return place
        if title.kind != "office" or not self._titles.takes_body(surface, title):
            return None
        return fallback

    def _is_field(self, start: int, end: int, last: int) -> bool:
        """Tell whether what looks like a body is the field of an office inside a greater body."""
        if end >= last or not self._titles.is_unit(self._words[start].lower):
            return False
        if self._heads.of_several(self._surface, start):
            return False
        index = start + 1
        while index <= last:
            if self._words[index].text == "(":
                index = (self._bracket(index) or index) + 1
                continue
            found = self._names.get(index)
            if found is not None and found[0].kind == "acronym" and found[0].type == "ORG":
                return True
            if self._heads.at(self._surface, index) and not self._titles.is_unit(
                self._words[index].lower
            ):
                return True
            index += 1
        return False

    def _wrong(
        self, first: int, last: int, start: int | None, end: int | None = None
    ) -> tuple[int, ...]:
        """Return where names begin that are words of the title, or of a longer body's name."""
        wrong = []
        for index in range(first, last + 1):
            found = self._names.get(index)
            if found is None or index == start:
                if index == start and found is not None and end is not None and found[1] < end:
                    wrong.append(index)
                continue
            if found[0].type == "PER" or (
                start is not None and end is not None and start < index <= end
            ):
                wrong.append(index)
        return tuple(wrong)
