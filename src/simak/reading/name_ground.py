"""The ground that names are read on: a page's words with all that is known of them beforehand."""

from __future__ import annotations

from simak.reading.acronym import abbreviates, is_acronym
from simak.reading.evidence import Evidence
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_word import is_common, is_person
from simak.reading.page import Page
from simak.reading.surface import Word
from simak.reading.title import AFFIXED
from simak.record import EntityType

CURRENCIES = frozenset({"dolar", "dollar", "won", "yuan", "rupee", "peso"})
"""Words before a state's name that make it a currency: "dolar AS"."""

CORPS = frozenset(
    {"Inf", "Kav", "Arm", "Arh", "Czi", "Cba", "Cpl", "Chb", "Ckm", "Cku", "Cpm", "Chk", "Caj"}
    | {"Ctp", "Mar", "Pnb", "Nav", "Tek", "Lek", "Pom", "Adm", "Kes", "Sus"}
)
"""Branches of the forces in short, between a rank and a name: "Kolonel Inf Sutini Arga"."""

GOVERNMENT = frozenset({"pemerintah", "rezim"})
"""Words before a state's name that make it a government."""

OF_PLACE = frozenset(
    {"bupati", "gubernur", "kota", "camat", "lurah", "kades", "desa", "kapolres", "kapolda"}
    | {"kapolsek", "besar", "presiden", "raja", "dandim", "dubes", "menteri", "negeri", "menlu"}
    | {"wabup", "wagub", "kanselir", "emir", "kapolresta", "kades", "wakapolres", "walikota"}
)
"""Words behind which a place is named, not a person: "Bupati Rawa Elok"."""

_DASHES = frozenset({"-", "–", "/"})
_PART, _SYLLABLE = 3, 5
# Foreign given names of which a hyphen makes one.
_DOUBLED = frozenset(
    {"Jean", "Anne", "Marie", "Mary", "Hans", "Karl", "Carl", "Klaus", "Abdel", "Abdul", "Abdur"}
    | {"Pierre", "Louis", "Paul", "Rose", "Ann", "Eva", "Per", "Lars", "Jan", "Juan", "Saint"}
)
LINKS = frozenset(
    {"bin", "binti", "al", "el", "de", "van", "der", "von", "da", "dos", "aan", "den", "ibn", "-"}
    | {"ul"}
)
"""Small words inside names of persons: "Salman bin Abdulaziz", "Bashar al-Assad"."""

_ENGLISH_LINKS = frozenset({"of", "for", "and", "&", "'s", "’s", "de", "aan", "upon"})
_SMALL = frozenset({"dan", "untuk", "bagi", "serta", "di", "the"}) | LINKS | _ENGLISH_LINKS
_COMPASS = frozenset(
    {"Utara", "Selatan", "Barat", "Timur", "Tengah", "Tenggara", "Raya", "Pusat", "Laut", "Daya"}
)
_LONGEST_THING = 8
# Heads of what lies in a province; "Republik Islam" and "Kerajaan" stand before the state's name.
_UNITS_OF_PLACE = frozenset({"Kota", "Kabupaten", "Kecamatan", "Kelurahan", "Desa", "Distrik"})
# Heads of units inside an office: "Kepala Biro Humas" is one title.
_UNITS = frozenset({"Biro", "Divisi Humas", "Bagian Humas", "Unit", "Subdit"})


class Ground:
    """The words of a page; ``actors`` are the lexicon's names that stand at a position.

    ``defined`` are the acronyms that brackets introduce, ``stops`` the positions at which a title
    or a body in front must end.
    """

    def __init__(self, lexicon: NameLexicon, page: Page, evidence: Evidence) -> None:
        self.lexicon = lexicon
        self.surface = page.surface
        self.words = self.surface.words
        self.evidence = evidence
        self.by_start = {word.start: position for position, word in enumerate(self.words)}
        self.by_end = {word.end: position for position, word in enumerate(self.words)}
        self.actors = self._actors()
        self.defined = {
            self.words[i].text
            for i in range(2, len(self.words) - 1)
            if self.words[i - 1].text == "("
            and self.words[i + 1].text == ")"
            and self.words[i].upper
            and is_acronym(self.words[i].text)
            and self.words[i].text not in lexicon.things
            and self.words[i - 2].capital
            and not self._abbreviates_thing(i)
        }
        self.stops = set(self.actors)
        self.stops.update(i for i, word in enumerate(self.words) if self._begins(i, word))

    def _actors(self) -> dict[int, tuple[int, EntityType, bool]]:
        found: dict[int, tuple[int, EntityType, bool]] = {}
        for match in self.lexicon.actors.find(self.surface.text):
            first, last = self.by_start.get(match.start), self.by_end.get(match.end)
            if first is None or last is None:
                continue
            word = self.words[first]
            bracketed = first > 0 and self.words[first - 1].text == "("
            plain = word.initial and not bracketed and is_common(word.text) and not word.upper
            if first == last and plain:
                continue  # "Antara ..." at the beginning of a sentence
            if self.surface.lower(first - 1) in CURRENCIES:
                continue
            found[first] = last, match.actor.type, match.acronym
        return found

    def _abbreviates_thing(self, index: int) -> bool:
        """Tell whether the acronym in brackets at ``index`` stands for a thing or a contest."""
        last = index - 2
        if self.lexicon.tails.get(self.words[last].text) == "NONE":
            return True
        for first in range(last, max(-1, last - _LONGEST_THING), -1):
            word = self.words[first]
            if word.sentence != self.words[last].sentence:
                return False
            head = self.lexicon.head(self.surface, first) if word.capital else None
            if head is not None and head[1] == "NONE":
                return abbreviates(self.words[index].text, self.surface.join(first, last))
        return False

    def _begins(self, index: int, word: Word) -> bool:
        """Tell whether a person or a body begins here, by label or head."""
        derived = AFFIXED.match(word.lower) is not None
        if word.label == "PER" and word.begins and not word.common and not derived:
            return not self.lexicon.titles.match(self.surface, index) or is_person(word.text)
        if not word.capital or word.initial:
            return False
        head = self.lexicon.head(self.surface, index)
        return (
            head is not None
            and head[1] in ("ORG", "GPE")
            and self.surface.join(index, head[0]) not in _UNITS
        )

    def place(self, index: int) -> tuple[int, EntityType] | None:
        """Return (last, type) of a place's name at ``index``, known or shown by the article."""
        if self.words[index].common:
            return None
        return self.lexicon.place(self.surface, index) or self.evidence.place(index)

    def compass(self, last: int) -> int:
        """Go over "Utara" or "Raya" behind a place's name."""
        after = last + 1
        if (
            after < len(self.words)
            and self.words[after].text in _COMPASS
            and self.surface.adjacent(last, after)
        ):
            return after
        return last

    def english(self, last: int) -> int:
        """Go over "'s Army" and "aan Zee" in a foreign name."""
        words = self.words
        while last + 2 < len(words) and words[last + 1].lower in _ENGLISH_LINKS:
            beyond = words[last + 2]
            if not beyond.capital or beyond.common or beyond.initial or last + 2 in self.stops:
                break
            last += 2
        return last

    def label_end(self, index: int) -> int:
        """Return the last word of the model's entity that begins at or holds ``index``."""
        label, last = self.words[index].label, index
        while (
            last + 1 < len(self.words)
            and self.words[last + 1].label == label
            and not self.words[last + 1].begins
        ):
            last += 1
        return last

    def cut(self, first: int, last: int) -> int:
        """Return where an entity of the model ends at the latest: at a bracket or a dash."""
        for index in range(first + 1, last + 1):
            text = self.words[index].text
            if text == "," and self.lexicon.titles.match(self.surface, index + 1):
                return index - 1  # "Kementerian Laut, Direktur Wira"
            if text in ("(", ")", "--", "–", "—", ":", ";", '"', "“", "”"):
                return index - 1
            if self.words[first].label == "PER" and self.parts(first, index):
                return index - 1
            spaced = self.words[index].start > self.words[index - 1].end
            joins = self.words[first].label == "PER" and not (
                index < last and self.words[index + 1].capital
            )
            if text == "-" and spaced and index < last and not joins:
                return index - 1
            word = self.words[index]
            if word.text.islower() and word.text not in _SMALL and is_common(word.text):
                return index - 1
        return last

    def parts(self, first: int, index: int) -> bool:
        """Tell whether a dash parts two persons on one ticket: "Sutini Arga - Wira Elok".

        It does not in "Kim Jong - un", "Jean - Pierre" and "Hamad al - Thani".
        """
        if self.words[index].text not in _DASHES or not first < index < len(self.words) - 1:
            return False
        left, right = self.words[index - 1], self.words[index + 1]
        if not (left.capital and right.capital) or min(len(left.text), len(right.text)) < _PART:
            return False
        if not (left.text.isalpha() and right.text.isalpha()) or left.text in _DOUBLED:
            return False
        syllables = max(len(left.text), len(right.text)) <= _SYLLABLE and index - first > 1
        beyond = self.words[index + 2] if index + 2 < len(self.words) else None
        goes_on = beyond is not None and beyond.capital and beyond.label == "PER"
        return goes_on or not syllables  # "Kim Jong - Nam" ends there

    def trimmed(self, first: int, last: int) -> int:
        """Return ``last`` without punctuation, clitics and small words at the end of a name."""
        while last > first:
            word = self.words[last]
            if word.clitic or (not word.capital and not word.text[0].isdigit()) or word.time:
                last -= 1
            elif len(word.text) == 1 and self.surface.lower(last + 1) == "-":
                last -= 1  # "AFC U - 23"
            else:
                break
        return last

    def unknown_run(self, index: int) -> int:
        """Return how many capitalised unknown words follow one another from ``index``."""
        end = index
        while end < len(self.words) and self.words[end].capital and not self.words[end].common:
            if end > index and not self.surface.adjacent(end - 1, end):
                break
            end += 1
        return end - index

    def wider(self, first: int, last: int) -> int | None:
        """Return where the state or province begins that stands right behind a place in it.

        "Rawa Elok Jawa Barat" are two places, "Bandung Barat" and "Papua Nugini" are one.
        """
        if last == first or self.lexicon.places.known(self.surface.join(first, last)):
            return None
        for split in range(first + 1, last + 1):
            beyond = self.lexicon.places.known(self.surface.join(split, last))
            if beyond is None or beyond.kind not in ("country", "province"):
                continue
            inner = self.words[first:split]
            plain = all(word.capital and not word.common for word in inner)
            headed = self.lexicon.head(self.surface, first) is not None
            unit = self.words[first].text in _UNITS_OF_PLACE and split > first + 1
            named = unit or (plain and not headed)
            return split if named else None
        return None
