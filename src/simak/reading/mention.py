"""Mentions: all words of the page that may refer to an actor or a place."""

from __future__ import annotations

from dataclasses import dataclass

from simak.lexicon import Lexicon
from simak.reading.acronym import abbreviates, is_acronym
from simak.reading.finding import Mention
from simak.reading.name import NameFinder
from simak.reading.name_found import Name
from simak.reading.name_ground import CORPS
from simak.reading.name_word import is_common
from simak.reading.nominal import Description, DescriptionFinder
from simak.reading.noun import DEMONSTRATIVES
from simak.reading.page import Page
from simak.reading.pronoun import Pronoun, PronounFinder
from simak.reading.surface import Surface
from simak.reading.title import Title
from simak.record import EntityType

# A people named after its country: "rakyat Filipina" is one description, the country in it none.
# Bodies of one article that an unexplained acronym is compared with.
_LONGEST_LIST = 100
_LONGEST_THING = 7
_BEFORE_BODY = frozenset({"dari", "untuk", "bagi", "pihak", "pemerintah", "pemberontak", "oposisi"})
_CURRENCY = frozenset("$€£¥")
_PEOPLES = frozenset({"rakyat", "bangsa", "suku", "etnis", "umat"})


@dataclass(frozen=True, slots=True)
class _Definition:
    """ "awak mobil tangki (AMT)": the acronym at ``position`` stands for something of ``type``."""

    position: int
    type: EntityType


class MentionReader:
    """Finds names, acronyms, descriptions, pronouns and clitics, one mention a head token.

    Titles said alone are found by :class:`simak.reading.role.RoleReader`, which sees which titles
    stand at a name.

    >>> from simak import indonesian
    >>> from simak.lexicon import Lexicon
    >>> doc = indonesian.load()("Bupati Rawa Elok Sutini Arga bertemu warga.")  # doctest: +SKIP
    >>> MentionReader(Lexicon()).read(Page(doc))                                # doctest: +SKIP
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = NameFinder(lexicon)
        self.titles = self._names.lexicon.titles
        self._descriptions = DescriptionFinder(lexicon)
        self._pronouns = PronounFinder(lexicon)

    def read(self, page: Page) -> list[Mention]:
        """Return the candidate mentions of ``page`` in text order."""
        surface = page.surface
        names = [name for name in self._names.find(page) if not _is_money(surface, name)]
        busy = self._title_words(surface, names)
        descriptions = self._descriptions.find(surface, names, busy)
        names = self._with_acronyms(surface, names, descriptions)
        names = _without_peoples(surface, names, descriptions)
        inside = {i for name in names for i in range(name.first, name.last + 1)}
        descriptions = [d for d in descriptions if d.head not in inside]
        pronouns = list(self._pronouns.find(surface, inside))
        taken = {p.first for p in pronouns}
        mentions = [_of_name(page, surface, name) for name in names]
        mentions += [_of_description(surface, d) for d in descriptions if d.head not in taken]
        mentions += [_of_pronoun(surface, p) for p in pronouns]
        heads: set[int] = set()
        found = []
        for mention in sorted(mentions, key=lambda m: (m.span[0], -m.span[1])):
            if mention.head not in heads:
                heads.add(mention.head)
                found.append(mention)
        return found

    def _is_thing(self, surface: Surface, name: Name) -> bool:
        """Tell whether what an acronym stands for is a thing: "Pajak Barang Tambahan (PBT)".

        Nothing but common words, and the first of them no word for a body.
        """
        words = surface.words[name.first : name.last + 1]
        if len(words) < 2 or self._names.lexicon.is_known(surface.join(name.first, name.last)):
            return False
        return all(is_common(word.text) or word.upper for word in words)

    def _may_abbreviate(self, surface: Surface, short: str, full: Name) -> bool:
        """Tell whether an acronym in brackets may stand for the name right before them.

        A place's own acronym has its letters ("Jawa Tengah (Jateng)"), or the lexicon knows it; in
        "pemberontak Rawa Elok (PPRE)" the brackets belong to more than the name.
        """
        long = surface.join(full.first, full.last)
        actor = self._names.lexicon.actors.get(short)
        if abbreviates(short, long) or (full.type not in ("GPE", "LOC") and actor is None):
            return True
        return actor is not None and self._names.lexicon.actors.get(long) is actor

    def _belongs_to_more(self, surface: Surface, short: str, inner: Description) -> bool:
        """Tell whether an acronym spells a thing that a description only ends."""
        if abbreviates(short, surface.join(inner.first, inner.last)):
            return False
        return self._spells_thing(surface, inner.last, short, placed=True)

    def _spells_thing(self, surface: Surface, last: int, short: str, *, placed: bool) -> bool:
        """Tell whether the capitalised words that end at ``last`` spell ``short``, a thing.

        ``placed``: they end in a place's name, so that what they name is none if more spell it.
        """
        for first in range(last - 1, max(-1, last - _LONGEST_THING), -1):
            if not surface.words[first].capital or not surface.adjacent(first, first + 1):
                break
            thing = Name(first, last, "ORG")
            if not abbreviates(short, surface.join(first, last)):
                continue
            head = self._names.lexicon.head(surface, first)
            if self._is_thing(surface, thing) or (
                placed and head is not None and head[1] == "NONE"
            ):
                return True
        return False

    def _title_words(self, surface: Surface, names: list[Name]) -> list[bool]:
        """Mark the words of titles that stand at the name of a person, or begin with a capital."""
        busy = [False] * len(surface)
        starts = {name.first for name in names}
        inside = {i for name in names for i in range(name.first, name.last + 1)}
        persons = {name.first for name in names if name.type == "PER"}
        ends = {name.first: name for name in names}
        index = 0
        while index < len(surface):
            if index in inside or not surface.words[index].usable:
                index += 1
                continue
            title = self.titles.read(surface, index, starts)
            if title is None:
                index += 1
                continue
            if title_holder(surface, title, ends, persons) is not None:
                for position in range(title.first, title.last + 1):
                    busy[position] = True
            index = title.last + 1
        return busy

    def _with_acronyms(
        self, surface: Surface, names: list[Name], descriptions: list[Description]
    ) -> list[Name]:
        """Type acronyms by what they are defined as, and find them where nothing else did."""
        ends = {name.last: name for name in names}
        described = {d.last: d for d in descriptions}
        defined: dict[str, EntityType | None] = {}
        empty: set[int] = set()
        for index in range(2, len(surface) - 1):
            if surface.words[index - 1].text != "(" or surface.words[index + 1].text != ")":
                continue
            word = surface.words[index]
            if not word.usable or not word.capital or not is_acronym(word.text):
                continue
            before = index - 2
            full = ends.get(before)
            if full is not None and not self._may_abbreviate(surface, word.text, full):
                full = None
                ends_place = True
            else:
                ends_place = False
            if full is not None:
                kind: EntityType | None = full.type
                if full.type == "ORG" and self._is_thing(surface, full):
                    kind = None
                    empty.add(full.first)
            elif self._names.lexicon.actors.get(word.text) is not None:
                continue  # "utusan bagi pengungsi (UNHCR)"
            elif before in described and self._belongs_to_more(
                surface, word.text, described[before]
            ):
                kind = None  # "Peraturan Menteri Laut (PML)"
            elif before in described:
                kind = described[before].type
                if kind == "GROUP" and defined.get(word.text) == "ORG":
                    continue
            elif word.text in defined:
                continue
            elif self._spells_thing(surface, before, word.text, placed=ends_place):
                kind = None  # "Pajak Barang Tambahan (PBT)", "Festival Danau Elok (FDE)"
            elif index in ends:
                continue
            elif _spelled(surface, before, word.text):
                kind = None  # "rudal balistik antarbenua (ICBM)": no actor
            else:
                continue
            if defined.get(word.text) == "GROUP" and kind == "ORG":
                defined[word.text] = kind
            defined.setdefault(word.text, kind)
        result = []
        known: set[int] = set()
        for name in names:
            text = surface.join(name.first, name.last)
            if name.first in empty:
                continue
            if text in defined:
                kind = defined[text]
                if kind is None:
                    continue
                name = Name(name.first, name.last, kind, "acronym" if kind != "PER" else "name")
            elif (
                name.type == "ORG"
                and name.kind == "name"
                and name.first == name.last
                and len(text) <= 6
            ):
                word = surface.words[name.first]
                if word.upper and any(
                    other.type == "ORG"
                    and other.last - other.first > 0
                    and abbreviates(text, surface.join(other.first, other.last))
                    for other in names[:40]
                ):
                    name = Name(name.first, name.last, name.type, "acronym")
            result.append(name)
            known.update(range(name.first, name.last + 1))
        longer = sorted(
            {
                surface.join(name.first, name.last)
                for name in names
                if name.type == "ORG" and name.last - name.first > 0
            }
        )[:_LONGEST_LIST]
        shorts: dict[str, EntityType | None] = dict(defined)
        for index, word in enumerate(surface.words):
            if index in known or not word.usable or not word.upper or word.time:
                continue
            if word.text in self._names.lexicon.things:
                continue
            if word.text not in shorts:
                fits = 3 <= len(word.text) <= 8 and any(
                    abbreviates(word.text, long) for long in longer
                )
                shorts[word.text] = "ORG" if fits else None
            kind = shorts[word.text]
            if kind is not None:
                result.append(Name(index, index, kind, "acronym" if kind != "PER" else "name"))
        return sorted(result, key=lambda name: name.first)


def _is_money(surface: Surface, name: Name) -> bool:
    """Tell whether a name is the head of an amount: "US$ 150"."""
    after = surface.words[name.last].end
    return surface.text[after : after + 1] in _CURRENCY and after < len(surface.text)


def title_holder(
    surface: Surface, title: Title, names: dict[int, Name], persons: set[int]
) -> tuple[Name, Name | None] | None:
    """Return (holder, organisation) of a title that stands before the name of a person.

    "Kepala Bidang Politik | Hamas | Ismail Haniyeh", "Panglima | Korps ... | (IRGC) | ...". A rank
    may stand between; a comma may not. ``names`` are the names by their first word.
    """
    position, body = title.last + 1, None
    words = surface.words
    for _ in range(8):
        if position >= len(words) or words[position].sentence != words[title.first].sentence:
            return None
        name = names.get(position)
        if name is not None and position in persons:
            return name, body
        if name is not None:
            if body is not None and words[position - 1].text != "(":
                # "Ketua DPP Partai ... Jakarta": the last body before the person is not a new one
                position = name.last + 1
                continue
            body = body or name
            position = name.last + 1
        elif words[position].text in ("(", ")", *CORPS) or (
            body is None and words[position].lower in _BEFORE_BODY
        ):
            position += 1
        else:
            return None
    return None


def _spelled(surface: Surface, last: int, short: str) -> bool:
    """Tell whether the words that end at ``last`` are no name but may spell an acronym."""
    return not surface.words[last].capital and surface.words[last].text.isalpha() and len(short) > 1


def _without_peoples(
    surface: Surface, names: list[Name], descriptions: list[Description]
) -> list[Name]:
    inside = {
        i
        for d in descriptions
        if d.type == "NORP" and surface.lower(d.head) in _PEOPLES
        for i in range(d.head + 1, d.last + 1)
    }
    return [name for name in names if name.first not in inside]


def _of_name(page: Page, surface: Surface, name: Name) -> Mention:
    first, last = surface.words[name.first].i, surface.words[name.last].i
    head = first
    for index in range(first, last + 1):
        above = page.doc[index].head.i
        if not first <= above <= last:
            head = index
            break
    return Mention(
        span=surface.span(name.first, name.last),
        head=head,
        kind=name.kind,
        type=name.type,
        number="plur" if name.type == "GROUP" else "sing",
    )


def _of_description(surface: Surface, description: Description) -> Mention:
    return Mention(
        span=surface.span(description.first, description.last),
        head=surface.words[description.head].i,
        kind="description",
        type=description.type,
        number=description.number,
    )


def _of_pronoun(surface: Surface, pronoun: Pronoun) -> Mention:
    return Mention(
        span=surface.span(pronoun.first, pronoun.last),
        head=surface.words[pronoun.first].i,
        kind=pronoun.kind,
        type=pronoun.type,
        number=pronoun.number,
        person=pronoun.person,
    )


__all__ = ["DEMONSTRATIVES", "MentionReader", "title_holder"]
