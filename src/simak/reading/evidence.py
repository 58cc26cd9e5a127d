"""What the article itself tells of an unknown name.

"di Rawa Elok" is a place, "kata Sutini" a person.
One name, one thing in one article (in the manner of Gale, Church and Yarowsky 1992, "One sense per
discourse"): where a name stands alone in a telling place, that counts for its other places too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from simak.lexicon import Lexicon
from simak.reading.name_word import is_common, is_person
from simak.reading.surface import Surface
from simak.record import EntityType

COLUMNS = ("context", "shows", "weight")
SHOWS = ("place", "head", "GPE", "LOC", "ORG", "said before", "said after", "work")

_LONGEST_INITIALS = 3
_CALLED = frozenset({"berinisial", "inisial", "saudara", "saudari", "sdr"})


class Context:
    """The words beside names that tell what they name (``name_context.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.place: dict[str, float] = {}
        self.heads: set[str] = set()
        self.nouns: dict[str, EntityType] = {}
        self.said_before: set[str] = set()
        self.said_after: set[str] = set()
        self.work: set[str] = set()
        for row in lexicon.rows("name_context.tsv", COLUMNS):
            word, shows = row["context"], row.one_of("shows", SHOWS)
            if shows == "place":
                try:
                    self.place[word] = float(row["weight"])
                except ValueError as error:
                    raise row.error(f"weight is {row['weight']!r}; it must be a number") from error
            elif shows == "head":
                self.heads.add(word)
            elif shows == "said before":
                self.said_before.add(word)
            elif shows == "work":
                self.work.add(word)
            elif shows == "said after":
                self.said_after.add(word)
            else:
                self.nouns[word] = cast(EntityType, shows)


@dataclass(slots=True)
class _Tally:
    place: float = 0.0
    person: float = 0.0
    body: float = 0.0
    site: bool = False
    alone: int = 0


class Evidence:
    """The tallies of an article."""

    def __init__(self, surface: Surface, context: Context) -> None:
        self._surface = surface
        self._context = context
        self._tallies: dict[str, _Tally] = {}
        self.initials: set[str] = set()
        words = surface.words
        for index in range(1, len(words)):
            if self._initialled(index):
                self.initials.add(words[index].text)
        index = 0
        while index < len(words):
            if not self._unknown(index):
                index += 1
                continue
            last = index
            while last + 1 < len(words) and self._unknown(last + 1) and not words[last + 1].initial:
                if not surface.adjacent(last, last + 1):
                    break
                last += 1
            self._weigh(index, last)
            index = last + 1

    def _tally(self, first: int, last: int) -> _Tally:
        return self._tallies.setdefault(self._surface.join(first, last).casefold(), _Tally())

    def _unknown(self, index: int) -> bool:
        word = self._surface.words[index]
        return (
            word.capital
            and word.usable
            and not word.time
            and word.text[:1].isalpha()
            and not is_common(word.text)
        )

    def _initialled(self, index: int) -> bool:
        """Tell whether letters are called somebody's initials: "berinisial BN", "saudara BN".

        So are those that "dan" or a comma joins to them: "berinisial BN, KL dan RT".
        """
        word = self._surface.words[index]
        if not word.upper or not word.text.isalpha() or len(word.text) > _LONGEST_INITIALS:
            return False
        before = index - 1
        if self._surface.lower(before) in _CALLED:
            return True
        if self._surface.lower(before) not in ("dan", ","):
            return False
        listed = self._surface.words[before - 1] if before else None
        return listed is not None and listed.text in self.initials and not word.initial

    def _weigh(self, first: int, last: int) -> None:
        surface, words = self._surface, self._surface.words
        before = (
            surface.lower(first - 1)
            if first and words[first - 1].sentence == words[first].sentence
            else ""
        )
        after = surface.lower(last + 1)
        if last == first and words[first].upper and len(words[first].text) <= 4:
            aged = (
                after == "("
                and surface.lower(last + 2).isdigit()
                and surface.lower(last + 3) == ")"
            )
            if aged:
                self.initials.add(words[first].text)
        head = words[first - 1].text if first and surface.adjacent(first - 1, first) else ""
        of_mayor = head == "Kota" and surface.lower(first - 2) in ("wali", "wakil")
        if head in self._context.heads and not of_mayor:
            self._tally(first, first).place += 1.0
        if last - first > 1:
            return
        tally = self._tally(first, last)
        tally.alone += 1
        weight = self._context.place.get(before, 0.0)
        if last > first and before in ("pemerintah", "pemerintahan", "pasukan", "dari", "antara"):
            weight /= 2  # "pemerintahan Kim Jong Un" is named after a person
        tally.place += weight
        if (
            last == first
            and before
            and words[first - 1].text in ("Negeri", "Pertahanan", "Kerajaan", "Republik")
        ):
            tally.place += 2.0 if words[first - 1].text in ("Kerajaan", "Republik") else 0.6
        kind = self.classified(first)
        tally.place += kind in ("GPE", "LOC")
        tally.site = tally.site or kind == "LOC"
        tally.body += kind == "ORG"
        if before in self._context.said_before or after in self._context.said_after:
            tally.person += 1.0
        if last == first and is_person(words[first].text):
            tally.person += 1.5

    def classified(self, first: int) -> EntityType | None:
        """Return what a common noun right before says that the name is: "sungai ..." a LOC."""
        words = self._surface.words
        if not first or words[first - 1].sentence != words[first].sentence:
            return None
        if words[first - 1].capital and not words[first - 1].initial:
            return None
        one = self._surface.lower(first - 1)
        two = f"{self._surface.lower(first - 2)} {one}" if first > 1 else ""
        return self._context.nouns.get(two) or self._context.nouns.get(one)

    def place(self, first: int) -> tuple[int, EntityType] | None:
        """Return (last word, type) if what begins at ``first`` is a place by the article itself."""
        words = self._surface.words
        for last in (first + 1, first):
            if (
                last >= len(words)
                or not self._unknown(last)
                or not self._surface.adjacent(first, last)
            ):
                continue
            tally = self._tallies.get(self._surface.join(first, last).casefold())
            if last > first and self.person(first, last):
                continue
            if tally is not None and tally.place >= 0.6 and tally.place > tally.person + tally.body:
                return last, "LOC" if tally.site and tally.place <= 1.5 else "GPE"
        return None

    def is_work(self, first: int) -> bool:
        """Tell whether what begins here is called the title of a work: "bertajuk ..."."""
        return self._surface.lower(first - 1) in self._context.work

    def body(self, first: int, last: int) -> bool:
        """Tell whether these words name a body by the article itself."""
        tally = self._tallies.get(self._surface.join(first, last).casefold())
        return tally is not None and tally.body > tally.person + tally.place

    def body_before(self, first: int, last: int) -> bool:
        """Tell whether the first word of "Persada Budi Arga" is a body by what stands alone.

        It does so at least twice and never speaks, and a later word does alone.
        """
        words = self._surface.words
        tally = self._tallies.get(words[first].text.casefold())
        if tally is None or tally.alone < 2 or tally.person > 0:
            return False
        rest = (self._tallies.get(words[i].text.casefold()) for i in range(first + 1, last + 1))
        return any(other is not None and other.person > 0 for other in rest)

    def placed(self, words: str) -> bool:
        """Tell whether a name stands somewhere as a place does."""
        tally = self._tallies.get(words.casefold())
        return tally is not None and tally.place > 0

    def person(self, first: int, last: int) -> bool:
        """Tell whether the words or one of them alone are shown to be a person's name."""
        spans = [(first, last), *((i, i) for i in range(first, last + 1))]
        for a, b in spans:
            tally = self._tallies.get(self._surface.join(a, b).casefold())
            if (
                tally is not None
                and tally.person >= 1.0
                and tally.person > tally.place + tally.body
            ):
                return True
        return False
