"""One pass over the words of a page: where names begin and end.

A title ends where the name of a person begins, "Badan" begins a body, and "Dewan Keamanan Nasional
Iran" ends before "Ali Akbar".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from simak.reading.evidence import Evidence
from simak.reading.masthead import mastheads
from simak.reading.name_body import BodyNames
from simak.reading.name_brand import BrandNames, is_brand
from simak.reading.name_ground import CORPS, CURRENCIES, Ground
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_person import PersonNames
from simak.reading.name_thing import Things
from simak.reading.name_witness import Witness
from simak.reading.name_word import is_person
from simak.reading.page import Page
from simak.reading.surface import is_numeral
from simak.record import EntityType, Span

_LABEL_TYPES: dict[str, EntityType] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "GPE",
    "GPE": "GPE",
    "NORP": "NORP",
}
_GOVERNMENT = frozenset({"pemerintah", "rezim"})
_LONGEST_PLACE = 3
_OF_PLACE = frozenset(
    {"bupati", "gubernur", "kota", "camat", "lurah", "kades", "desa", "kapolres", "kapolda"}
    | {"kapolsek", "besar", "presiden", "raja", "dandim", "dubes", "menteri", "negeri", "menlu"}
    | {"wabup", "wagub", "kanselir", "emir", "kapolresta", "kades", "wakapolres", "walikota"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name on the words ``first`` to ``last`` of the surface."""

    first: int
    last: int
    type: EntityType
    kind: Literal["name", "acronym"] = "name"
    sure: bool = True


class Scan:
    """One pass over a surface, left to right, each word looked at a bounded number of times."""

    def __init__(self, lexicon: NameLexicon, page: Page, evidence: Evidence) -> None:
        ground = Ground(lexicon, page, evidence)
        self._ground = ground
        self._persons = PersonNames(ground)
        self._bodies = BodyNames(ground, self._persons)
        self._brands = BrandNames(ground)
        self._things = Things(ground)
        self._witness = Witness(ground)
        self._lexicon = lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors
        self._defined = ground.defined
        self._stops = ground.stops
        self._evidence = evidence
        self._given = self._found_elsewhere(page)
        self._ranked = -1  # where somebody is named by his rank: "AKP Bima"
        self.names: list[Name] = []

    def _found_elsewhere(self, page: Page) -> dict[int, tuple[int, EntityType]]:
        """Return the names that the readers of datelines and credits have found."""
        found: dict[int, tuple[int, EntityType]] = {}
        dateline = page.dateline
        given: list[tuple[Span | None, EntityType]] = [(c.span, "ORG") for c in page.credits]
        if dateline is not None:
            given += [(dateline.place_span, "GPE"), (dateline.outlet_span, "ORG")]
        by_start, by_end = self._ground.by_start, self._ground.by_end
        for span, kind in given:
            if span is not None and span[0] in by_start and span[1] in by_end:
                found[by_start[span[0]]] = by_end[span[1]], kind
        if dateline is None or dateline.outlet_span is None:
            for first, last in mastheads(self._surface):
                if self._lexicon.place(self._surface, first) is None and first not in self._actors:
                    found.setdefault(first, (last, "ORG"))
        return found

    def run(self) -> list[Name]:
        """Return the names in text order."""
        index, after_title = 0, False
        while index < len(self._words):
            word = self._words[index]
            if index in self._given:
                index, after_title = self._step(index, False)
                continue
            if not word.usable or word.clitic or word.time:
                index, after_title = index + 1, False
                continue
            end = self._things.work(index) if word.capital else self._things.law(index)
            if end is not None:
                index, after_title = end + 1, False
                continue
            if not word.capital and index not in self._actors:
                after_title = after_title and word.text in "(),"
                index += 1
                after_title = after_title or self._title_before(index)
                continue
            index, after_title = self._step(index, after_title)
        return self.names

    def _title_before(self, index: int) -> bool:
        """Tell whether a title in lower case ends right before ``index``: "pelatih ..."."""
        if index >= len(self._words) or index == 0:
            return False
        return self._lexicon.titles.kind(self._words[index - 1].text) in (
            "office",
            "rank",
            "honorific",
        )

    def _step(self, index: int, after_title: bool) -> tuple[int, bool]:
        """Read what begins at ``index``; return where to go on, and if a title stands before."""
        lexicon, words = self._lexicon, self._words
        word = words[index]
        if index in self._given:
            end, kind = self._given[index]
            self._add(index, end, kind)
            return end + 1, False
        if (part := self._brands.hyphened(index)) is not None:
            self._add(index, part, "ORG", acronym=True)
            return part + 1, after_title
        if word.text in self._defined and index not in self._actors:
            self._add(index, index, "ORG", acronym=True)
            return index + 1, after_title
        if word.text in self._evidence.initials:
            self._add(index, index, "PER")
            return index + 1, False
        if word.text in lexicon.things:
            return index + 1, False
        if (number := self._things.number(index)) is not None:
            return number + 1, False
        if (reach := self._by_actor(index)) is not None:
            last_name = self.names[-1]
            return reach + 1, after_title and last_name.type != "PER"
        if word.lower in lexicon.pronouns:
            return index + 1, False
        if (
            word.lower in _GOVERNMENT
            and index + 1 < len(words)
            and words[index + 1].capital
            and (index + 1 in self._actors or self._ground.place(index + 1) is not None)
        ):
            return index + 1, after_title
        if word.text != "-" and word.capital:
            title = lexicon.titles.read(self._surface, index, self._stops - {index})
            if title and self._is_title(index, title.last, title.kind):
                self._ranked = title.last + 1 if title.kind == "rank" else -1
                return title.last + 1, True
            if after_title and word.text in CORPS and word.label != "ORG":
                self._ranked = index + 1
                return index + 1, True
            if self._of_rank(index) and (reach := self._by_run(index, True)) is not None:
                return reach + 1, False
            if after_title and (reach := self._governed(index)) is not None:
                return reach + 1, True
            if (reach := self._by_head(index, after_title)) is not None:
                return reach + 1, after_title and self._last_type() in ("ORG", "GPE")
            if (reach := self._by_evidence(index)) is not None:
                return reach + 1, after_title
            if (reach := self._by_label(index, after_title)) is not None:
                return reach + 1, after_title and self._last_type() != "PER"
            place = None if word.common else lexicon.place(self._surface, index)
            if place is not None and not self._persons.starts(index, place[0], after_title):
                end = self._ground.compass(place[0])
                self._add(index, end, place[1])
                return end + 1, after_title
            if (reach := self._by_run(index, after_title)) is not None:
                return reach + 1, False
        return index + 1, False

    def _of_rank(self, index: int) -> bool:
        """Tell whether the name of a place behind a rank is a person's: "AKP Bima"."""
        word = self._words[index]
        if index != self._ranked or word.common or word.upper or index in self._actors:
            return False
        return self._lexicon.place(self._surface, index) is not None

    def _governed(self, index: int) -> int | None:
        """Read an unknown place between its office and who holds it: "Bupati Rawa Elok | Sari".

        None where the first word may be a person's, or where no person's name follows.
        """
        words = self._words
        if self._surface.lower(index - 1) not in _OF_PLACE or index in self._actors:
            return None
        first = words[index]
        if first.label in ("PER", "ORG") or is_person(first.text) or first.upper:
            return None
        if self._lexicon.place(self._surface, index) or self._lexicon.head(self._surface, index):
            return None
        for at in range(index + 1, min(index + _LONGEST_PLACE + 1, len(words))):
            word = words[at]
            if not word.capital or word.upper or word.initial or at in self._actors:
                return None
            if not self._surface.adjacent(at - 1, at) or word.sentence != first.sentence:
                return None
            begins = word.label == "PER" and word.begins
            goes_on = at + 1 < len(words) and words[at + 1].capital
            if goes_on and (begins or (is_person(word.text) and word.label != "PER")):
                self._add(index, at - 1, "GPE")
                return at - 1
            if word.label == "PER" or self._lexicon.head(self._surface, at):
                return None
        return None

    def _last_type(self) -> str:
        return self.names[-1].type if self.names else ""

    def _add(
        self, first: int, last: int, kind: EntityType, acronym: bool = False, sure: bool = True
    ) -> None:
        start = first
        if kind == "GPE" and first > 0:
            before = self._words[first - 1]
            if before.lower in _GOVERNMENT and before.sentence == self._words[first].sentence:
                first -= 1
                acronym = False
        wider = self._ground.wider(start, last) if kind == "GPE" else None
        if wider is not None:
            self.names.append(Name(first, wider - 1, kind, sure=sure))
            first, acronym = wider, False
        self.names.append(Name(first, last, kind, "acronym" if acronym else "name", sure))

    def _is_title(self, first: int, last: int, kind: str) -> bool:
        """Tell whether a title's words are one here: "Model" or "H" may be a name's part."""
        word = self._words[first]
        if word.label in ("ORG", "LOC") and word.begins and first == last and word.common:
            after = last + 1
            if self._witness.names_holder(first, after):
                return True
            if self._ground.label_end(first) > last and after not in self._stops:
                return self._words[after].upper
        return not (word.label == "PER" and kind == "office" and is_person(word.text))

    def _by_actor(self, index: int) -> int | None:
        """Read a name of the lexicon, or a longer one that begins with it."""
        found = self._actors.get(index)
        if found is None:
            return None
        last, kind, acronym = found
        words = self._words
        if (
            words[index].text in self._lexicon.needing
            and last == index
            and (end := self._by_head(index, True)) is not None
        ):
            return end
        if kind in ("GPE", "ORG") and words[index].label == "ORG" and words[index].begins:
            reach = self._ground.trimmed(
                index, self._ground.cut(index, self._ground.label_end(index))
            )
            inside = range(last + 1, reach + 1)
            if reach > last and not acronym and not any(is_person(words[i].text) for i in inside):
                self._add(index, reach, "ORG")
                return reach
        if kind == "GPE" and acronym and (club := self._brands.club(last)) is not None:
            self._add(index, club, "ORG")
            return club
        place = self._lexicon.place(self._surface, index) if words[index].capital else None
        if place and place[0] > last:
            self._add(index, place[0], place[1])
            return place[0]
        if kind == "GPE" and not acronym:
            end = self._ground.compass(last)
            if end > last:
                self._add(index, end, "LOC")
                return end
        if kind == "PER":
            last = self._persons.end(index, last)
        elif kind == "ORG":
            last = self._bodies.branch(self._bodies.tail(last))
        self._add(index, last, kind, acronym and last == found[0])
        return last

    def _goes_on_at(self, last: int) -> bool:
        """Tell whether a word of the same sentence follows on the line."""
        words = self._words
        if last + 1 >= len(words) or not self._surface.adjacent(last, last + 1):
            return False
        return words[last + 1].sentence == words[last].sentence

    def _goes_on(self, index: int) -> bool:
        """Tell whether a word in the middle of a sentence is a common one with a capital."""
        word = self._words[index] if index < len(self._words) else None
        return word is not None and word.capital and word.common and not is_person(word.text)

    def _by_head(self, index: int, after_title: bool) -> int | None:
        """Read a name that begins with "Badan", "Sungai", "Kabupaten"; nothing for a mere head."""
        found = self._lexicon.head(self._surface, index)
        if found is None:
            return None
        head_last, kind = found
        word = self._words[index]
        if word.label == "PER" and is_person(word.text):
            return None
        if word.text == "Kota" and self._surface.lower(index - 1) == "ibu":
            return index  # "Ibu Kota Elok": the capital of Elok
        inner = (
            self._lexicon.head(self._surface, head_last + 1)
            if self._goes_on_at(head_last)
            else None
        )
        if kind == "LOC" and inner is not None and inner[1] == "ORG":
            return head_last  # "Dirjen Perhubungan Laut | Kementerian ..."
        needs = self._surface.join(index, head_last) in self._lexicon.needing
        if kind == "NONE":
            return (
                self._bodies.end(head_last, after_title, kind)
                if not word.initial or not word.common or self._goes_on(head_last + 1)
                else head_last
            )
        end = self._bodies.end(head_last, after_title, kind, needs)
        if kind == "ORG":
            end = self._bodies.closed(index, end)
        labelled = word.label in ("ORG", "LOC") and word.begins
        if labelled and not after_title and kind in ("ORG", "GPE"):
            reach = self._ground.cut(index, self._ground.label_end(index))
            for position in range(index + 1, reach + 1):
                if self._lexicon.titles.kind(self._words[position].text) == "rank":
                    reach = position - 1
                    break
            end = max(end, self._ground.trimmed(index, reach))
        if self._things.series(head_last, end):
            return end
        if end == head_last:
            if needs and kind == "GPE":
                return end  # "Pemkot" alone is no name
            if word.upper and kind == "ORG" and len(word.text) > 2 and not word.common:
                self._add(index, end, "ORG", acronym=len(word.text) <= 6)
                return end
            if end > index and kind == "ORG" and not needs:
                self._add(index, end, "ORG")  # "Satpol PP", "Palang Merah"
                return end
            return None if word.label and end == index else end
        if word.initial and word.common and end == index + 1 and not self._words[end].capital:
            return None  # "Kelompok 88" at the beginning of a sentence may be anything
        self._add(index, end, cast(EntityType, kind))
        return end

    def _by_evidence(self, index: int) -> int | None:
        """Read a place that the article itself shows: "di Rawa Elok"."""
        word = self._words[index]
        if word.common or (word.upper and len(word.text) <= 4):
            return None
        found = self._evidence.place(index)
        if found is None:
            return None
        last, kind = found
        reach = self._ground.label_end(index) if word.label else index
        if word.label == "ORG" and word.begins and reach >= last:
            return None
        longer = self._ground.trimmed(index, reach)
        if longer > last and self._lexicon.places.find(self._surface.join(index, longer)):
            last = longer
        known = self._lexicon.place(self._surface, index)
        if known is not None and known[0] >= last:
            last, kind = known
        last = self._ground.english(last)
        if self._lexicon.tails.get(self._words[last].text) == "ORG":
            kind = "ORG"
        self._add(index, last, kind)
        return last

    def _is_holder(self, index: int) -> bool:
        """Tell whether one unknown word stands where the holder of an office is named."""
        if self._evidence.place(index) is not None:
            return False
        if self.names and self.names[-1].last == index - 1:
            return True
        return self._surface.lower(index - 1) not in _OF_PLACE

    def _is_district(self, first: int, last: int) -> bool:
        """Tell whether several words name a district or village: "Elok Barat" is no person."""
        return last > first and bool(self._lexicon.places.find(self._surface.join(first, last)))

    def _split_person(self, first: int, last: int, after_title: bool) -> int | None:
        """Return the last word of a place or body before a person's name, if one is in front."""
        words = self._words
        if last == first or is_person(words[first].text):
            return None
        found = self._lexicon.place(self._surface, first)
        if words[first - 1].text == "," and self.names and self.names[-1].last == first - 2:
            return None  # "Wali Kota Muara, Bima Arga": what is governed stands before the comma
        if (
            found is not None
            and found[0] < last
            and (found[0] > first or after_title)
            and not is_person(words[found[0]].text)
        ):
            self._add(first, found[0], found[1])
            return found[0]
        if after_title and self._evidence.body_before(first, last):
            self._add(first, first, "ORG")
            return first
        return None

    def _by_label(self, index: int, after_title: bool) -> int | None:
        """Read the entity of the model that begins at ``index`` (or is cut by a title before)."""
        word = self._words[index]
        if not word.label or word.label not in _LABEL_TYPES or self._witness.is_reduplicated(index):
            return None
        if word.label != "PER" and is_numeral(word.text):
            return None
        last = self._ground.trimmed(index, self._ground.cut(index, self._ground.label_end(index)))
        if word.common and word.initial and (last == index or word.label != "ORG"):
            return None
        if index and self._words[index - 1].lower in CURRENCIES:
            return None  # "dolar AS"
        ordinary = word.common and last == index and not word.upper
        if ordinary and (word.label != "LOC" or not self._lexicon.places.known(word.text)):
            return None
        # A name of the lexicon or a title inside ends what stands before it.
        for position in range(index + 1, last + 1):
            inner = self._actors.get(position)
            if inner and word.label == "PER" and inner[1] != "PER":
                last = self._ground.trimmed(index, position - 1)
                break
        kind = _LABEL_TYPES[word.label]
        if kind == "ORG" and after_title and not word.begins and not word.upper and last > index:
            kind = "PER"  # the model's "PAN Sutini Arga", cut behind the party
        classified = self._evidence.classified(index)
        if classified is not None and kind == "PER" and not is_person(word.text):
            kind = classified
        retyped = self._witness.retyped(index, last, kind)
        if retyped is None:
            return last
        kind = retyped
        if kind == "PER" and after_title and last == index and self._witness.before_rank(last):
            kind = "GPE"
        if kind == "PER" and (front := self._split_person(index, last, after_title)) is not None:
            return front
        if kind == "PER" and self._witness.is_acronym_first(index, last):
            self._add(index, index, "ORG", acronym=True)
            self._add(index + 1, self._persons.end(index + 1, last), "PER")
            return self.names[-1].last
        if (
            kind == "PER"
            and not after_title
            and not any(is_person(self._words[i].text) for i in range(index, last + 1))
        ):
            place = self._lexicon.places.known(self._surface.join(index, last))
            if place or self._is_district(index, last):
                self._add(index, last, place.type if place else "GPE")
                return last
        if kind == "PER":
            if word.upper and len(word.text) > 3 and last == index and not is_person(word.text):
                kind = "ORG"
            else:
                last = self._persons.end(index, last)
                if last > index and is_brand(word.text):
                    self._add(index, index, "ORG")
                    index += 1
        elif (
            after_title
            and kind == "GPE"
            and (
                is_person(word.text) or (last > index and not word.common) or self._is_holder(index)
            )
            and not self._lexicon.places.known(self._surface.join(index, last))
            and not (last > index and self._is_district(index, last))
            and not self._witness.before_rank(last)
        ):
            if (front := self._split_person(index, last, after_title)) is not None:
                return front  # "Bupati Rawa Elok Sutini Arga", all one place to the model
            kind = "PER"
        if kind == "GPE":
            found = self._lexicon.places.find(self._surface.join(index, last))
            if found:
                kind = found[0].type
            elif last == index and is_brand(word.text):
                kind = "ORG"  # "ElokJaya" is a brand
        if kind != "PER":
            last = self._ground.english(last)
        self._add(
            index,
            last,
            kind,
            acronym=kind == "ORG" and last == index and word.upper and len(word.text) <= 6,
        )
        return last

    def _by_run(self, index: int, after_title: bool) -> int | None:
        """Read a run of capitalised words that no witness names: a person if a word says so."""
        word = self._words[index]
        if (
            word.common
            or word.time
            or self._witness.is_reduplicated(index)
            or is_numeral(word.text)
            or (len(word.text) < 2 and not word.text.isalpha())
        ):
            return None
        last = self._persons.end(index, index)
        inside = self._words[index : last + 1]
        persons = sum(is_person(one.text) for one in inside)
        if word.text[-1:] == "." and len(word.text) == 2:  # "T. Sutini Arga"
            persons += any(one.label == "PER" for one in inside)
        classified = self._evidence.classified(index)
        if classified is not None and not persons:
            self._add(index, last, classified)
        elif self._witness.is_acronym_first(index, last):
            self._add(index, index, "ORG", acronym=True)
            self._add(index + 1, last, "PER")
        elif after_title and not persons and self._witness.before_rank(last):
            self._add(index, last, "GPE")
        elif after_title and not word.upper:
            if last > index and is_brand(word.text):
                self._add(index, index, "ORG")
                index += 1
            self._add(index, last, "PER")
        elif persons and last > index:
            self._add(index, last, "PER")
        elif persons and not word.initial:
            self._add(index, last, "PER", sure=False)
        else:
            return last
        return last
