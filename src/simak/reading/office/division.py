"""Where title and body of an office divide: "Kepala Bidang Humas | Dinas Air Muara"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simak.reading.finding import Mention
from simak.reading.office.ground import CALLED_SO, ENGLISH, LINKS, TO_BODY, Ground, is_body
from simak.reading.surface import is_numeral
from simak.reading.title import Title

# Organs of parties and unions, whose name goes on behind them: "DPD | Partai Muara".
_ORGANS = frozenset({"DPP", "DPD", "DPW", "DPC", "DPN", "DPRa", "MPP", "PP", "PB", "PW", "PC"})

_OPENING = frozenset("(\"“‘'")


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its organisation; ``last`` is the last word of both.

    ``fresh`` are the first and last word of a body that is no mention yet, ``wrong`` the words at
    which mentions begin that are none.
    """

    title: Title
    body: Mention | None
    last: int
    fresh: tuple[int, int] | None = None
    wrong: tuple[int, ...] = ()


class Division:
    """Divides the words of offices on one page."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def office(self, title: Title, last: int) -> Office:
        """Divide the words up to ``last`` that ``title`` opens into title and body."""
        words = self._ground.words
        first = title.last + 1
        start = self._body_start(title, first, last)
        if start is None:
            wrong = self._wrong(first, last, None)
            return Office(
                replace(title, last=self._title_end(title, last)), None, last, None, wrong
            )
        end = start - 1
        for index in range(end, max(title.last, end - 3), -1):
            if words[index].lower in TO_BODY:
                end = index
                break
        while end > title.last and (
            words[end].lower in TO_BODY | CALLED_SO | LINKS or words[end].text == ","
        ):
            end -= 1
        if words[end].text == ")":
            opening = next((i for i in range(end, title.last, -1) if words[i].text == "("), end)
            end = opening - 1 if opening - 1 == title.last else end
        title = replace(title, last=end)
        found = self._ground.names.get(start)
        other = self._ground.others.get(start)
        close = self._body_end(start, last)
        if found is not None and found[0].type in ("ORG", "GPE", "LOC", "NORP", "GROUP"):
            longer = found[1] < close and self._swallows(title, found)
            if not longer:
                wrong = self._wrong(first, last, start, found[1])
                return Office(title, found[0], last, None, wrong)
        elif other is not None and found is None:
            return Office(title, other[0], last, None, self._wrong(first, last, start))
        return Office(title, None, last, (start, close), self._wrong(first, last, start, close))

    def _swallows(self, title: Title, found: tuple[Mention, int]) -> bool:
        """Tell whether a body's name is longer than what was found: "Muara | Hotel Club"."""
        after = found[1] + 1
        if self._ground.surface.lower(after) in ENGLISH:
            return True
        following = self._ground.names.get(after)
        if found[0].kind == "acronym" and self._ground.words[after - 1].text in _ORGANS:
            return following is not None and following[0].type == "ORG"
        if found[0].type == "ORG":
            word = self._ground.words[after]
            if following is None:
                return (word.capital and not self._ground.titles.is_unit(word.lower)) or (
                    word.lower in ("dan", "&", "/", "-")
                )
            return following[0].type in ("PER", "LOC", "ORG") and not self._ground.heads.at(
                self._ground.surface, after
            )
        return (
            following is not None
            and following[0].type in ("LOC", "ORG")
            and not self._ground.titles.governs(self._ground.surface, title)
        )

    def _title_end(self, title: Title, last: int) -> int:
        """Return the last word of a title that names no body."""
        words = self._ground.words
        while last > title.last and (words[last].lower in LINKS or words[last].text in "),"):
            last -= 1
        for index in range(title.last + 1, last + 1):
            if words[index].text in _OPENING or words[index].lower == "asal":
                return index - 1
        return last

    def _body_end(self, start: int, last: int) -> int:
        """Return the last word of a body's own name, without brackets and places behind commas."""
        words = self._ground.words
        for index in range(start + 1, last + 1):
            if words[index].text == "(":
                return index - 1
            if (
                words[index].text == ","
                and self._ground.names.get(index + 1, (None,))[0] is not None
            ):
                return index - 1
        return last

    def _body_start(self, title: Title, first: int, last: int) -> int | None:
        """Return where the body begins in the words behind a title."""
        words, surface = self._ground.words, self._ground.surface
        english = self._ground.titles.is_english(words[title.last].lower)
        fallback: int | None = None
        place: int | None = None
        index = first
        while index <= last:
            found = self._ground.names.get(index)
            if words[index].lower == "asal" and index < last:
                after = self._ground.names.get(index + 1)
                index = (after[1] if after is not None else index) + 1
                continue  # where somebody is from is no body
            if words[index].text == "(":
                end = self._ground.bracket(index)
                index = (end or index) + 1
                continue
            if found is not None and found[0].type in ("ORG", "NORP", "GROUP"):
                listed = words[index - 1].lower in ("dan", "&") and found[0].kind == "name"
                if (
                    self._is_field(index, found[1], last)
                    or self._is_listed(first, index, last)
                    or (listed and index > first and not self._ground.heads.at(surface, index))
                ):
                    index += 1
                    continue
                return index
            if self._ground.heads.at(surface, index) and not (
                self._is_field(index, index, last) or self._is_listed(first, index, last)
            ):
                return index
            if found is not None and found[0].type in ("GPE", "LOC") and place is None:
                place = index
            other = self._ground.others.get(index)
            if (
                found is None
                and other is not None
                and not words[index].capital
                and is_body(other[0])
            ):
                return index
            if (
                fallback is None
                and words[index].capital
                and (not words[index].common or english)
                and not self._ground.titles.is_field(words[index].lower)
                and not self._ground.titles.kind(words[index].text)
                and not self._ground.named_after(index)
                and not is_numeral(words[index].text)
                and words[index].text[0].isalpha()
                and (not words[index].upper or index == last)
            ):
                fallback = index
            index = (found[1] if found is not None and found[0].type != "PER" else index) + 1
        if place is not None:
            return place
        if title.kind != "office" or not self._ground.titles.takes_body(surface, title):
            return None
        return fallback

    def _is_listed(self, first: int, index: int, last: int) -> bool:
        """Tell whether "dan" closes a list of fields with the word at ``index``.

        "Direktur Musik, Film, dan Media | Dinas Laut"
        """
        words = self._ground.words
        if words[index - 1].lower not in ("dan", "serta"):
            return False
        if not any(words[position].text == "," for position in range(first, index)):
            return False
        return any(
            self._ground.heads.at(self._ground.surface, position)
            for position in range(index + 1, last + 1)
        )

    def _is_field(self, start: int, end: int, last: int) -> bool:
        """Tell whether what looks like a body is the field of an office inside a greater body."""
        if end >= last or not self._ground.titles.is_unit(self._ground.words[start].lower):
            return False
        if self._ground.heads.of_several(self._ground.surface, start):
            return False
        index = start + 1
        while index <= last:
            if self._ground.words[index].text == "(":
                index = (self._ground.bracket(index) or index) + 1
                continue
            found = self._ground.names.get(index)
            if found is not None and found[0].kind == "acronym" and found[0].type == "ORG":
                return True
            if self._ground.heads.at(
                self._ground.surface, index
            ) and not self._ground.titles.is_unit(self._ground.words[index].lower):
                return True
            index += 1
        return False

    def _wrong(
        self, first: int, last: int, start: int | None, end: int | None = None
    ) -> tuple[int, ...]:
        """Return where names begin that are words of the title, or of a longer body's name."""
        wrong = []
        for index in range(first, last + 1):
            found = self._ground.names.get(index)
            if found is None or index == start:
                if index == start and found is not None and end is not None and found[1] < end:
                    wrong.append(index)
                continue
            if found[0].type == "PER" or (
                start is not None
                and end is not None
                and (start < index <= end or index < start <= found[1])
            ):
                wrong.append(index)
        return tuple(wrong)
