"""What is known of a page where its offices are read: words, titles, names."""

from __future__ import annotations

from collections.abc import Mapping

from simak.reading.finding import Mention
from simak.reading.office.body_head import BodyHeads
from simak.reading.surface import Surface
from simak.reading.title import TitleList

LINKS = frozenset(
    {"dan", "&", "of", "for", "and", "/", "-", "–", "the", "de", "in", "to"} | {"on", "at"}
)
ENGLISH = frozenset({"of", "for", "and", "&", "the", "in", "to", "on", "at"})
TO_BODY = frozenset({"dari", "di", "pada", "dalam", "bagi"})
CALLED = frozenset({"pihak", "kelompok", "gerakan", "organisasi", "partai", "jaringan"})
"""Nouns that a body is called by, between an office and it."""
CALLED_SO = frozenset({"lembaga", "tim", "klub", "grup", "kantor"}) | CALLED
OWNERS = frozenset({"mereka", "kami", "kita", "nya", "beliau"})
"""Whose an office is, said by a pronoun: "pelatih mereka, Sutini Arga, ..."."""
_ALSO_RANKS = frozenset({"komisaris"})
_LONGEST_BRACKET = 8


class Ground:
    """One page. ``names`` and ``others`` are (mention, last word) by their first word.

    ``names`` are names and acronyms, ``others`` descriptions; ``pronouns`` are those for one
    person, by their word.
    """

    def __init__(
        self,
        surface: Surface,
        titles: TitleList,
        heads: BodyHeads,
        names: Mapping[int, tuple[Mention, int]],
        others: Mapping[int, tuple[Mention, int]],
        pronouns: Mapping[int, Mention] | None = None,
    ) -> None:
        self.surface = surface
        self.words = surface.words
        self.titles = titles
        self.heads = heads
        self.names = names
        self.others = others
        self.pronouns = pronouns or {}
        self.stops = frozenset(names)
        self._ends = {last for first, (_, last) in names.items() if last > first}

    def same_sentence(self, first: int, second: int) -> bool:
        """Tell whether ``second`` is a word of the sentence of ``first``."""
        words = self.words
        return second < len(words) and words[first].sentence == words[second].sentence

    def bracket(self, index: int) -> int | None:
        """Return the position of the bracket that closes the one at ``index``."""
        for position in range(index + 1, min(index + _LONGEST_BRACKET, len(self.words))):
            if self.words[position].text == ")":
                return position
        return None

    def named_after(self, index: int) -> bool:
        """Tell whether a name at ``index`` is part of a site's: "Bandara | Sutini Arga"."""
        if index - 1 in self._ends or not self.heads.named_after(self.surface, index):
            return False
        return not self._ends_title(index - 1)

    def _ends_title(self, last: int) -> bool:
        """Tell whether ``last`` is the end of an office: the "Kota" of "Wali Kota"."""
        return any(
            (found := self.titles.match(self.surface, first)) is not None
            and found[0] == last
            and found[1] == "office"
            for first in range(max(0, last - 3), last)
        )

    def is_title(self, index: int) -> bool:
        """Tell whether a rank or a form of address begins here, and no name of a body has it."""
        found = self.titles.match(self.surface, index)
        if found is None or index == 0:
            return found is not None and found[1] in ("rank", "honorific")
        before = self.words[index - 1]
        if found[1] == "office" and self.words[index].lower in _ALSO_RANKS:
            # "Polres Muara Komisaris Sutini"
            after = self.is_person(index + 1) and self.surface.adjacent(index, index + 1)
            return after and before.capital and self.titles.match(self.surface, index - 1) is None
        if found[1] not in ("rank", "honorific"):
            return False
        within = before.capital and not before.upper and self.heads.at(self.surface, index - 1)
        return found[1] == "honorific" or not within

    def is_rank(self, index: int) -> bool:
        """Tell whether a rank begins at ``index``."""
        found = self.titles.match(self.surface, index)
        return found is not None and found[1] == "rank"

    def is_person(self, index: int) -> bool:
        """Tell whether a person's name begins at ``index``."""
        found = self.names.get(index)
        return found is not None and found[0].type == "PER"

    def body_at(self, index: int) -> Mention | None:
        """Return the mention of a body or place that begins at ``index``."""
        found = self.names.get(index)
        if found is not None and found[0].type in ("ORG", "GPE", "LOC", "NORP"):
            return found[0]
        other = self.others.get(index)
        return other[0] if other is not None and is_body(other[0]) else None


def is_body(mention: Mention) -> bool:
    """Tell whether a description is that of one body: "partai itu"."""
    return mention.type in ("ORG", "GPE") and mention.number != "plur"
