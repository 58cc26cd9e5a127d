"""One pass over the words of a page: where names begin and end.

A title ends where the name of a person begins, "Badan" begins a body, and "Dewan Keamanan Nasional
Iran" ends before "Ali Akbar".
"""

from __future__ import annotations

from simak.reading.evidence import Evidence
from simak.reading.masthead import mastheads
from simak.reading.name_body import BodyNames
from simak.reading.name_brand import BrandNames, is_brand
from simak.reading.name_found import Found, Name
from simak.reading.name_ground import CORPS, GOVERNMENT, OF_PLACE, Ground
from simak.reading.name_head import HeadNames
from simak.reading.name_label import LabelNames
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_person import PersonNames
from simak.reading.name_thing import Things
from simak.reading.name_witness import Witness
from simak.reading.name_word import is_person
from simak.reading.page import Page
from simak.reading.surface import is_numeral
from simak.record import EntityType, Span

_LONGEST_PLACE = 3


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
        self._found = Found(ground)
        self._heads = HeadNames(ground, self._bodies, self._things, self._found)
        self._labels = LabelNames(ground, self._persons, self._witness, self._found)
        self._lexicon = lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors
        self._defined = ground.defined
        self._stops = ground.stops
        self._evidence = evidence
        self._given = self._found_elsewhere(page)
        self._ranked = -1  # where somebody is named by his rank: "AKP Bima"

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
        return self._found.names

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
            self._found.add(index, end, kind)
            return end + 1, False
        if (part := self._brands.hyphened(index)) is not None:
            self._found.add(index, part, "ORG", acronym=True)
            return part + 1, after_title
        if word.text in self._defined and index not in self._actors:
            self._found.add(index, index, "ORG", acronym=True)
            return index + 1, after_title
        if word.text in self._evidence.initials:
            self._found.add(index, index, "PER")
            return index + 1, False
        if word.text in lexicon.things:
            return index + 1, False
        if (number := self._things.number(index)) is not None:
            return number + 1, False
        if (reach := self._by_actor(index)) is not None:
            last_name = self._found.names[-1]
            return reach + 1, after_title and last_name.type != "PER"
        if word.lower in lexicon.pronouns:
            return index + 1, False
        if (
            word.lower in GOVERNMENT
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
            if (reach := self._heads.read(index, after_title)) is not None:
                return reach + 1, after_title and self._found.last_type() in ("ORG", "GPE")
            if (reach := self._by_evidence(index)) is not None:
                return reach + 1, after_title
            if (reach := self._labels.read(index, after_title)) is not None:
                return reach + 1, after_title and self._found.last_type() != "PER"
            place = None if word.common else lexicon.place(self._surface, index)
            if place is not None and not self._persons.starts(index, place[0], after_title):
                end = self._ground.compass(place[0])
                self._found.add(index, end, place[1])
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
        if self._surface.lower(index - 1) not in OF_PLACE or index in self._actors:
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
                self._found.add(index, at - 1, "GPE")
                return at - 1
            if word.label == "PER" or self._lexicon.head(self._surface, at):
                return None
        return None

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
            and (end := self._heads.read(index, True)) is not None
        ):
            return end
        if kind in ("GPE", "ORG") and words[index].label == "ORG" and words[index].begins:
            reach = self._ground.trimmed(
                index, self._ground.cut(index, self._ground.label_end(index))
            )
            inside = range(last + 1, reach + 1)
            if reach > last and not acronym and not any(is_person(words[i].text) for i in inside):
                self._found.add(index, reach, "ORG")
                return reach
        if kind == "GPE" and acronym and (club := self._brands.club(last)) is not None:
            self._found.add(index, club, "ORG")
            return club
        place = self._lexicon.place(self._surface, index) if words[index].capital else None
        if place and place[0] > last:
            self._found.add(index, place[0], place[1])
            return place[0]
        if kind == "GPE" and not acronym:
            end = self._ground.compass(last)
            if end > last:
                self._found.add(index, end, "LOC")
                return end
        if kind == "PER":
            last = self._persons.end(index, last)
        elif kind == "ORG":
            last = self._bodies.branch(self._bodies.tail(last))
        self._found.add(index, last, kind, acronym and last == found[0])
        return last

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
        self._found.add(index, last, kind)
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
            self._found.add(index, last, classified)
        elif self._witness.is_acronym_first(index, last):
            self._found.add(index, index, "ORG", acronym=True)
            self._found.add(index + 1, last, "PER")
        elif after_title and not persons and self._witness.before_rank(last):
            self._found.add(index, last, "GPE")
        elif after_title and not word.upper:
            if last > index and is_brand(word.text):
                self._found.add(index, index, "ORG")
                index += 1
            self._found.add(index, last, "PER")
        elif persons and last > index:
            self._found.add(index, last, "PER")
        elif persons and not word.initial:
            self._found.add(index, last, "PER", sure=False)
        else:
            return last
        return last
