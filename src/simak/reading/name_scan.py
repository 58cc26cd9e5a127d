"""One pass over the words of a page: where names begin and end.

A title ends where the name of a person begins, "Badan" begins a body, and "Dewan Keamanan Nasional
Iran" ends before "Ali Akbar".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from simak.reading.acronym import abbreviates, is_acronym
from simak.reading.evidence import Evidence
from simak.reading.masthead import mastheads
from simak.reading.name_lexicon import NameLexicon
from simak.reading.name_word import is_common, is_person
from simak.reading.page import Page
from simak.reading.surface import is_numeral
from simak.reading.title import AFFIXED
from simak.record import EntityType, Span

# Small words inside names of persons: "Salman bin Abdulaziz", "Bashar al-Assad".
_LINKS = frozenset(
    {
        "bin",
        "binti",
        "al",
        "el",
        "de",
        "van",
        "der",
        "von",
        "da",
        "dos",
        "aan",
        "den",
        "ibn",
        "-",
        "ul",
    }
)
_ENGLISH_LINKS = frozenset({"of", "for", "and", "&", "'s", "’s", "de", "aan", "upon"})
_SMALL = frozenset({"dan", "untuk", "bagi", "serta", "di", "the"}) | _LINKS | _ENGLISH_LINKS
_COMPASS = frozenset(
    {"Utara", "Selatan", "Barat", "Timur", "Tengah", "Tenggara", "Raya", "Pusat", "Laut", "Daya"}
)
_LONGEST_PERSON = 6
_LONGEST_BODY = 16
_LABEL_TYPES: dict[str, EntityType] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "GPE",
    "GPE": "GPE",
    "NORP": "NORP",
}
_GOVERNMENT = frozenset({"pemerintah", "rezim"})
_OF_PLACE = frozenset(
    {"bupati", "gubernur", "kota", "camat", "lurah", "kades", "desa", "kapolres", "kapolda"}
    | {"kapolsek", "besar", "presiden", "raja", "dandim", "dubes"}
)
_CURRENCIES = frozenset({"dolar", "dollar", "won", "yuan", "rupee", "peso"})
# Heads of units inside an office: "Kepala Biro Humas" is one title.
_UNITS = frozenset({"Biro", "Divisi Humas", "Bagian Humas", "Unit", "Subdit"})


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
        surface = page.surface
        self.lexicon = lexicon
        self.surface = surface
        self.words = surface.words
        self.names: list[Name] = []
        by_start = {word.start: position for position, word in enumerate(self.words)}
        by_end = {word.end: position for position, word in enumerate(self.words)}
        self.actors: dict[int, tuple[int, EntityType, bool, str]] = {}
        for match in lexicon.actors.find(surface.text):
            first, last = by_start.get(match.start), by_end.get(match.end)
            if first is None or last is None:
                continue
            word = self.words[first]
            bracketed = first > 0 and self.words[first - 1].text == "("
            if (
                first == last
                and word.initial
                and not bracketed
                and is_common(word.text)
                and not word.upper
            ):
                continue  # "Antara ..." at the beginning of a sentence
            if first and self.words[first - 1].lower in _CURRENCIES:
                continue  # "dolar AS"
            self.actors[first] = last, match.actor.type, match.acronym, match.actor.name
        self.evidence = evidence
        self.defined = {
            self.words[i].text
            for i in range(2, len(self.words) - 1)
            if self.words[i - 1].text == "("
            and self.words[i + 1].text == ")"
            and self.words[i].upper
            and is_acronym(self.words[i].text)
            and self.words[i].text not in lexicon.things
            and self.words[i - 2].capital
        }
        # Names that the readers of datelines and credits have found: position -> end and type.
        self.given: dict[int, tuple[int, EntityType]] = {}
        dateline = page.dateline
        given: list[tuple[Span | None, EntityType]] = [
            (credit.span, "ORG") for credit in page.credits
        ]
        if dateline is not None:
            given += [(dateline.place_span, "GPE"), (dateline.outlet_span, "ORG")]
        for span, kind in given:
            if span is not None and span[0] in by_start and span[1] in by_end:
                self.given[by_start[span[0]]] = by_end[span[1]], kind
        if dateline is None or dateline.outlet_span is None:
            for first, last in mastheads(surface):
                if lexicon.place(surface, first) is None and first not in self.actors:
                    self.given.setdefault(first, (last, "ORG"))
        # Positions at which a title or a body in front must end.
        self.stops = set(self.actors)
        for i, word in enumerate(self.words):
            derived = AFFIXED.match(word.lower) is not None
            if word.label == "PER" and word.begins and not word.common and not derived:
                if not lexicon.titles.match(surface, i) or is_person(word.text):
                    self.stops.add(i)
            elif (
                word.capital
                and not word.initial
                and (head := lexicon.head(surface, i))
                and head[1] in ("ORG", "GPE")
                and surface.join(i, head[0]) not in _UNITS
            ):
                self.stops.add(i)

    def run(self) -> list[Name]:
        """Return the names in text order."""
        index, after_title = 0, False
        while index < len(self.words):
            word = self.words[index]
            if index in self.given:
                index, after_title = self._step(index, False)
                continue
            if not word.usable or word.clitic or word.time:
                index, after_title = index + 1, False
                continue
            if not word.capital and index not in self.actors:
                after_title = after_title and word.text in "(),"
                index = self._lower_title(index) if not after_title else index + 1
                after_title = after_title or self._title_before(index)
                continue
            index, after_title = self._step(index, after_title)
        return self.names

    def _lower_title(self, index: int) -> int:
        return index + 1

    def _title_before(self, index: int) -> bool:
        """Tell whether a title in lower case ends right before ``index``: "pelatih ..."."""
        if index >= len(self.words) or index == 0:
            return False
        return self.lexicon.titles.kind(self.words[index - 1].text) in (
            "office",
            "rank",
            "honorific",
        )

    def _step(self, index: int, after_title: bool) -> tuple[int, bool]:
        """Read what begins at ``index``; return where to go on, and if a title stands before."""
        lexicon, words = self.lexicon, self.words
        word = words[index]
        if index in self.given:
            end, kind = self.given[index]
            self._add(index, end, kind)
            return end + 1, False
        if word.text in self.defined and index not in self.actors:
            self._add(index, index, "ORG", acronym=True)
            return index + 1, after_title
        if word.text in lexicon.things:
            return index + 1, False
        if word.text in self.evidence.initials:
            self._add(index, index, "PER")
            return index + 1, False
        if (reach := self._by_actor(index)) is not None:
            last_name = self.names[-1]
            return reach + 1, after_title and last_name.type != "PER"
        if word.lower in lexicon.pronouns:
            return index + 1, False
        if (
            word.lower in _GOVERNMENT
            and index + 1 < len(words)
            and words[index + 1].capital
            and (index + 1 in self.actors or self._place(index + 1) is not None)
        ):
            return index + 1, after_title
        if word.text != "-" and word.capital:
            title = lexicon.titles.read(self.surface, index, self.stops - {index})
            if title and self._is_title(index, title.last, title.kind):
                return title.last + 1, True
            if (reach := self._by_head(index, after_title)) is not None:
                return reach + 1, after_title and self._last_type() in ("ORG", "GPE")
            if (reach := self._by_evidence(index)) is not None:
                return reach + 1, after_title
            if (reach := self._by_label(index, after_title)) is not None:
                return reach + 1, after_title and self._last_type() != "PER"
            place = None if word.common else lexicon.place(self.surface, index)
            if place is not None and not self._is_person_start(index, place[0], after_title):
                end = self._compass(place[0])
                self._add(index, end, place[1])
                return end + 1, after_title
            if (reach := self._by_run(index, after_title)) is not None:
                return reach + 1, False
        return index + 1, False

    def _last_type(self) -> str:
        return self.names[-1].type if self.names else ""

    def _add(
        self, first: int, last: int, kind: EntityType, acronym: bool = False, sure: bool = True
    ) -> None:
        if kind == "GPE" and first > 0:
            before = self.words[first - 1]
            if before.lower in _GOVERNMENT and before.sentence == self.words[first].sentence:
                first -= 1
                acronym = False
        self.names.append(Name(first, last, kind, "acronym" if acronym else "name", sure))

    def _is_title(self, first: int, last: int, kind: str) -> bool:
        """Tell whether a title's words are one here: "Model" or "H" may be a name's part."""
        word = self.words[first]
        if word.label in ("ORG", "LOC") and word.begins and first == last and word.common:
            after = last + 1
            if self._label_end(first) > last and after not in self.stops:
                return self.words[after].upper
        return not (word.label == "PER" and kind == "office" and is_person(word.text))

    def _by_actor(self, index: int) -> int | None:
        """Read a name of the lexicon, or a longer one that begins with it."""
        found = self.actors.get(index)
        if found is None:
            return None
        last, kind, acronym, _ = found
        words = self.words
        if (
            words[index].text in self.lexicon.needing
            and last == index
            and (end := self._by_head(index, True)) is not None
        ):
            return end
        if kind in ("GPE", "ORG") and words[index].label == "ORG" and words[index].begins:
            reach = self._trimmed(index, self._cut(index, self._label_end(index)))
            inside = range(last + 1, reach + 1)
            if reach > last and not acronym and not any(is_person(words[i].text) for i in inside):
                self._add(index, reach, "ORG")
                return reach
        place = self.lexicon.place(self.surface, index) if words[index].capital else None
        if place and place[0] > last:
            self._add(index, place[0], place[1])
            return place[0]
        if kind == "GPE" and not acronym:
            end = self._compass(last)
            if end > last:
                self._add(index, end, "LOC")
                return end
        if kind == "PER":
            last = self._person_end(index, last)
        elif kind == "ORG":
            last = self._branch(self._body_tail(last))
        self._add(index, last, kind, acronym and last == found[0])
        return last

    def _branch(self, last: int) -> int:
        """Go over the province or town of a branch: "KPU Jawa Tengah"."""
        after = last + 1
        if after >= len(self.words) or not self.surface.adjacent(last, after):
            return last
        word = self.words[after]
        if not word.capital or word.common or word.initial or word.label == "PER":
            return last
        found = self.lexicon.place(self.surface, after)
        if found is None or self._is_person_start(after, found[0], True):
            return last
        place = self.lexicon.places.known(self.surface.join(after, found[0]))
        return found[0] if place is not None and place.authority == "kemendagri" else last

    def _body_tail(self, last: int) -> int:
        """Go over "RI" in "DPR RI" and over the place in "DPRD Bali"."""
        for after in range(last + 1, min(last + 4, len(self.words))):
            word = self.words[after]
            if (
                not self.surface.adjacent(last, after)
                or word.initial
                or word.time
                or not word.capital
            ):
                break
            if word.text == "RI":
                return after
            if after in self.stops or self.lexicon.titles.match(self.surface, after):
                break
            if not (word.common or (word.label == "ORG" and not is_person(word.text))):
                break
            last = after
        return last

    def _english(self, last: int) -> int:
        """Go over "'s Army" and "aan Zee" in a foreign name."""
        words = self.words
        while last + 2 < len(words) and words[last + 1].lower in _ENGLISH_LINKS:
            beyond = words[last + 2]
            if not beyond.capital or beyond.common or beyond.initial or last + 2 in self.stops:
                break
            last += 2
        return last

    def _compass(self, last: int) -> int:
        after = last + 1
        if (
            after < len(self.words)
            and self.words[after].text in _COMPASS
            and self.surface.adjacent(last, after)
        ):
            return after
        return last

    def _label_end(self, index: int) -> int:
        """Return the last word of the model's entity that begins at or holds ``index``."""
        label, last = self.words[index].label, index
        while (
            last + 1 < len(self.words)
            and self.words[last + 1].label == label
            and not self.words[last + 1].begins
        ):
            last += 1
        return last

    def _cut(self, first: int, last: int) -> int:
        """Return where an entity of the model ends at the latest: at a bracket or a dash."""
        for index in range(first + 1, last + 1):
            text = self.words[index].text
            if text in ("(", ")", "--", "–", "—", ":", ";", '"', "“", "”"):
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

    def _trimmed(self, first: int, last: int) -> int:
        """Return ``last`` without punctuation, clitics and small words at the end of a name."""
        while last > first:
            word = self.words[last]
            if word.clitic or (not word.capital and not word.text[0].isdigit()) or word.time:
                last -= 1
            else:
                break
        return last

    def _by_head(self, index: int, after_title: bool) -> int | None:
        """Read a name that begins with "Badan", "Sungai", "Kabupaten"; nothing for a mere head."""
        found = self.lexicon.head(self.surface, index)
        if found is None:
            return None
        head_last, kind = found
        word = self.words[index]
        if word.label == "PER" and is_person(word.text):
            return None
        needs = self.surface.join(index, head_last) in self.lexicon.needing
        if kind == "NONE":
            return (
                self._body_end(head_last, after_title, kind)
                if not word.initial or not word.common
                else head_last
            )
        end = self._body_end(head_last, after_title, kind, needs)
        if kind == "ORG":
            end = self._closed(index, end)
        labelled = word.label in ("ORG", "LOC") and word.begins
        if labelled and not after_title and kind in ("ORG", "GPE"):
            reach = self._cut(index, self._label_end(index))
            for position in range(index + 1, reach + 1):
                if self.lexicon.titles.kind(self.words[position].text) == "rank":
                    reach = position - 1
                    break
            end = max(end, self._trimmed(index, reach))
        if end == head_last:
            if word.upper and kind == "ORG" and len(word.text) > 2 and not word.common:
                self._add(index, end, "ORG", acronym=len(word.text) <= 6)
                return end
            return None if word.label else end
        if word.initial and word.common and end == index + 1 and not self.words[end].capital:
            return None  # "Kelompok 88" at the beginning of a sentence may be anything
        self._add(index, end, cast(EntityType, kind))
        return end

    def _body_end(self, last: int, after_title: bool, kind: str, needs: bool = False) -> int:
        """Return where the name of a body or a site ends whose head ends at ``last``."""
        words, surface = self.words, self.surface
        head = last
        limit = min(len(words) - 1, last + _LONGEST_BODY)
        plain, specific = 0, 0
        while last < limit:
            after = last + 1
            word = words[after]
            if not surface.adjacent(last, after) or word.time or not word.usable or word.initial:
                break
            if (
                word.text == "-"
                and after < limit
                and words[after + 1].capital
                and words[last].capital
            ):
                last = after + 1
                continue
            if not word.capital:
                if word.text[0].isdigit() and last == head + plain and len(word.text) <= 3:
                    last, plain = after, plain + 1
                    continue
                if (
                    word.lower in ("dan", "&", ",", "untuk", "serta", "atas", "of")
                    and kind == "ORG"
                    and not specific
                ):
                    end = self._joined(after)
                    if end is not None:
                        plain += end - last
                        last = end
                        continue
                break
            if (
                word.label == "PER"
                and not (needs and not specific and not is_person(word.text))
                and word.begins
                and (plain or specific or after_title)
                and kind != "LOC"
            ):
                break
            title_kind = self.lexicon.titles.kind(word.text)
            if title_kind == "rank" and kind != "LOC" and word.text != "Jenderal":
                break
            if title_kind in ("office", "rank") and not word.common and kind == "ORG":
                break
            actor = self.actors.get(after)
            if actor:
                if actor[1] == "PER" and (kind != "LOC"):
                    break
                if specific and kind == "LOC":
                    break
                last = actor[0]
                if actor[1] == "GPE":
                    last = self._compass(last)
                specific += not (kind == "LOC" and actor[1] == "ORG")
                continue
            if word.common or is_numeral(word.text):
                if specific and (kind == "LOC" or (needs and after_title)):
                    break
                if self.lexicon.head(surface, after) and specific and kind != "ORG":
                    break
                last, plain = after, plain + 1
                continue
            place = self._place(after)
            if place and specific and kind == "LOC":
                break
            if place and not (specific and self._is_person_start(after, place[0], after_title)):
                last = self._compass(place[0])
                specific += 1
                if kind == "NONE":
                    break
                continue
            if self.lexicon.head(surface, after) and kind == "ORG":
                last, plain = after, plain + 1
                continue
            if (
                after_title
                and (plain or specific)
                and kind != "LOC"
                and not (needs and not specific and (not plain or self._may_go_on(after)))
            ):
                break
            if is_person(word.text) and (plain or specific) and kind == "ORG":
                break
            if specific >= 3 or (specific and kind in ("GPE", "NONE")):
                break
            last, specific = after, specific + 1
            if word.text in ("'s", "’s"):
                continue
        return self._trimmed(head, last)

    def _place(self, index: int) -> tuple[int, EntityType] | None:
        """Return (last, type) of a place's name at ``index``, known or shown by the article."""
        if self.words[index].common:
            return None
        return self.lexicon.place(self.surface, index) or self.evidence.place(index)

    def _may_go_on(self, index: int) -> bool:
        """Tell whether a body's name in a title goes on here, though a person's may begin."""
        run = self._unknown_run(index)
        word = self.words[index]
        return run >= 3 or (run == 1 and word.label != "PER" and not is_person(word.text))

    def _unknown_run(self, index: int) -> int:
        """Return how many capitalised unknown words follow one another from ``index``."""
        end = index
        while end < len(self.words) and self.words[end].capital and not self.words[end].common:
            if end > index and not self.surface.adjacent(end - 1, end):
                break
            end += 1
        return end - index

    def _joined(self, index: int) -> int | None:
        """Return the end of "dan Perikanan" or ", Klimatologi, dan Geofisika" at ``index``."""
        words = self.words
        position = index
        for _ in range(4):
            if position >= len(words) or words[position].lower not in (
                ",",
                "dan",
                "&",
                "serta",
                "untuk",
                "atas",
                "of",
            ):
                return None
            closing = words[position].lower != ","
            position += 1
            if (
                position < len(words)
                and words[position - 1].text == ","
                and words[position].lower in ("dan", "serta")
            ):
                closing = True
                position += 1
            if position >= len(words):
                return None
            word = words[position]
            if not (word.capital and word.common) or word.time or position in self.actors:
                return None
            if self.lexicon.head(self.surface, position) or self.lexicon.titles.match(
                self.surface, position
            ):
                return None
            if closing:
                return position
            while position < len(words) and words[position].capital and words[position].common:
                position += 1
        return None

    def _by_evidence(self, index: int) -> int | None:
        """Read a place that the article itself shows: "di Rawa Elok"."""
        word = self.words[index]
        if word.common or (word.upper and len(word.text) <= 4):
            return None
        found = self.evidence.place(index)
        if found is None:
            return None
        last, kind = found
        reach = self._label_end(index) if word.label else index
        if word.label == "ORG" and word.begins and reach >= last:
            return None
        longer = self._trimmed(index, reach)
        if longer > last and self.lexicon.places.find(self.surface.join(index, longer)):
            last = longer
        known = self.lexicon.place(self.surface, index)
        if known is not None and known[0] >= last:
            last, kind = known
        last = self._english(last)
        if self.lexicon.tails.get(self.words[last].text) == "ORG":
            kind = "ORG"
        self._add(index, last, kind)
        return last

    def _is_holder(self, index: int) -> bool:
        """Tell whether one unknown word stands where the holder of an office is named."""
        if self.evidence.place(index) is not None:
            return False
        if self.names and self.names[-1].last == index - 1:
            return True
        return self.surface.lower(index - 1) not in _OF_PLACE

    def _split_person(self, first: int, last: int, after_title: bool) -> int | None:
        """Return the last word of a place or body before a person's name, if one is in front."""
        words = self.words
        if last == first or is_person(words[first].text):
            return None
        found = self.lexicon.place(self.surface, first)
        if (
            found is not None
            and found[0] < last
            and (found[0] > first or after_title)
            and not is_person(words[found[0]].text)
        ):
            self._add(first, found[0], found[1])
            return found[0]
        if after_title and self.evidence.body_before(first, last):
            self._add(first, first, "ORG")
            return first
        return None

    def _is_acronym_first(self, first: int, last: int) -> bool:
        """Tell whether an acronym stands before a person's name: "LPHN Dewi ..."."""
        word = self.words[first]
        if last == first or not word.upper or len(word.text) < 3 or not word.text.isalpha():
            return False
        return not self.words[first + 1].upper and not is_person(word.text)

    def _retyped(self, first: int, last: int, kind: EntityType) -> EntityType | None:
        """Weigh the model's type against the words themselves; None for what names no actor."""
        words = self.words
        tail = self.lexicon.tails.get(words[last].text) if last > first else None
        if tail == "NONE":
            return None
        if tail is not None and kind != tail and not is_person(words[first].text):
            return cast(EntityType, tail)
        single = self.surface.join(first, last)
        place = self.lexicon.places.known(single) if kind == "ORG" else None
        if place is not None and (not words[first].upper or place.kind == "province"):
            return place.type
        if (
            kind in ("ORG", "GPE")
            and 1 <= last - first <= 2
            and not self.evidence.body(first, last)
        ):
            plain = not any(words[i].common or words[i].upper for i in range(first, last + 1))
            shown = is_person(words[first].text) or self.evidence.person(first, last)
            if plain and shown and self.lexicon.places.known(single) is None:
                return "PER"
        return kind

    def _closed(self, first: int, last: int) -> int:
        """Return the word before "(BSBN)" if the acronym takes in the words up to there."""
        words = self.words
        for end in range(last, min(last + 4, len(words) - 3)):
            if end > last and not (words[end].capital and self.surface.adjacent(end - 1, end)):
                break
            if words[end + 1].text == "(" and words[end + 3].text == ")" and end > last:
                short = words[end + 2].text
                if is_acronym(short) and abbreviates(short, self.surface.join(first, end)):
                    return end
        return last

    def _by_label(self, index: int, after_title: bool) -> int | None:
        """Read the entity of the model that begins at ``index`` (or is cut by a title before)."""
        word = self.words[index]
        if not word.label or word.label not in _LABEL_TYPES or self._is_reduplicated(index):
            return None
        last = self._trimmed(index, self._cut(index, self._label_end(index)))
        if word.common and word.initial and (last == index or word.label != "ORG"):
            return None
        if index and self.words[index - 1].lower in _CURRENCIES:
            return None  # "dolar AS"
        ordinary = word.common and last == index and not word.upper
        if ordinary and (word.label != "LOC" or not self.lexicon.places.known(word.text)):
            return None
        # A name of the lexicon or a title inside ends what stands before it.
        for position in range(index + 1, last + 1):
            inner = self.actors.get(position)
            if inner and word.label == "PER" and inner[1] != "PER":
                last = self._trimmed(index, position - 1)
                break
        kind = _LABEL_TYPES[word.label]
        if kind == "ORG" and after_title and not word.begins and not word.upper and last > index:
            kind = "PER"  # the model's "PAN Sutini Arga", cut behind the party
        classified = self.evidence.classified(index)
        if classified is not None and kind == "PER" and not is_person(word.text):
            kind = classified
        retyped = self._retyped(index, last, kind)
        if retyped is None:
            return last
        kind = retyped
        if kind == "PER" and (front := self._split_person(index, last, after_title)) is not None:
            return front
        if kind == "PER" and self._is_acronym_first(index, last):
            self._add(index, index, "ORG", acronym=True)
            self._add(index + 1, self._person_end(index + 1, last), "PER")
            return self.names[-1].last
        if (
            kind == "PER"
            and not after_title
            and not any(is_person(self.words[i].text) for i in range(index, last + 1))
        ):
            place = self.lexicon.places.known(self.surface.join(index, last))
            if place:
                self._add(index, last, place.type)
                return last
        if kind == "PER":
            if word.upper and len(word.text) > 3 and last == index and not is_person(word.text):
                kind = "ORG"
            else:
                last = self._person_end(index, last)
                if last > index and _is_brand(word.text):
                    self._add(index, index, "ORG")
                    index += 1
        elif (
            after_title
            and kind == "GPE"
            and (
                is_person(word.text) or (last > index and not word.common) or self._is_holder(index)
            )
            and not self.lexicon.places.known(self.surface.join(index, last))
        ):
            kind = "PER"
        if kind == "GPE":
            found = self.lexicon.places.find(self.surface.join(index, last))
            if found:
                kind = found[0].type
        if kind != "PER":
            last = self._english(last)
        self._add(
            index,
            last,
            kind,
            acronym=kind == "ORG" and last == index and word.upper and len(word.text) <= 6,
        )
        return last

    def _is_reduplicated(self, index: int) -> bool:
        """Tell whether "Teka - teki" begins here: a common word with blanks at its hyphen."""
        if self.surface.lower(index + 1) != "-":
            return False
        word = self.words[index]
        if word.initial and is_common(word.text):
            return True
        return is_common(f"{word.lower}-{self.surface.lower(index + 2)}")

    def _person_end(self, first: int, last: int) -> int:
        """Go on over the further names of a person: "Joko" + "Widodo", "Jae" + "-" + "in"."""
        words = self.words
        while last + 1 < len(words) and last - first + 1 < _LONGEST_PERSON:
            after = last + 1
            word = words[after]
            if (
                not self.surface.adjacent(last, after)
                or word.time
                or word.sentence != words[first].sentence
            ):
                break
            if word.text == "-" and after + 1 < len(words) and words[after + 1].text.isalpha():
                # "Jong - un", "al - Assad"
                if (
                    words[after + 1].capital
                    or words[last].lower in ("al", "el")
                    or words[after + 1].label == "PER"
                    or len(words[after + 1].text) <= 4
                ):
                    last = after + 1
                    continue
                break
            if word.lower in _LINKS and word.text != "-" and after + 1 < len(words):
                beyond = words[after + 1]
                if beyond.capital or (
                    beyond.text == "-" and after + 2 < len(words) and words[after + 2].capital
                ):
                    last = after + 1 if beyond.capital else after + 2
                    continue
                break
            if (
                not word.capital
                or word.initial
                or (after in self.actors and self.actors[after][1] != "PER")
            ):
                break
            if word.label and word.label != "PER":
                break
            if word.common and word.label != "PER":
                break
            if (
                self.lexicon.titles.match(self.surface, after)
                and word.label != "PER"
                and len(word.text) > 2
            ):
                break
            if self.lexicon.head(self.surface, after):
                break
            last = after
        return last

    def _is_person_start(self, first: int, last: int, after_title: bool) -> bool:
        """Tell whether a place's name rather begins a person's: "Agung" in "Agung Laksono"."""
        words = self.words
        if words[first].label == "PER":
            return True
        if words[first].label in ("LOC", "ORG"):
            return False
        after = last + 1
        follows = (
            after < len(words)
            and words[after].capital
            and not words[after].common
            and not words[after].initial
            and words[after].label in ("", "PER")
            and after not in self.actors
            and self.surface.adjacent(last, after)
            and not self.lexicon.titles.match(self.surface, after)
            and not self.lexicon.head(self.surface, after)
        )
        if is_person(words[first].text):
            return True
        # "Gubernur Bali Sutini Arga": after a title the place comes first.
        return bool(follows) and first == last and not after_title and is_person(words[after].text)

    def _by_run(self, index: int, after_title: bool) -> int | None:
        """Read a run of capitalised words that no witness names: a person if a word says so."""
        word = self.words[index]
        if (
            word.common
            or word.time
            or self._is_reduplicated(index)
            or is_numeral(word.text)
            or (len(word.text) < 2 and not word.text.isalpha())
        ):
            return None
        last = self._person_end(index, index)
        persons = sum(is_person(self.words[i].text) for i in range(index, last + 1))
        classified = self.evidence.classified(index)
        if classified is not None and not persons:
            self._add(index, last, classified)
        elif after_title and not word.upper:
            if last > index and _is_brand(word.text):
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


def _is_brand(word: str) -> bool:
    """Tell whether a word has capitals inside ("OnlinePajak"): a body's name before a person's."""
    return (
        word[1:] != word[1:].lower()
        and not word.isupper()
        and word.isalpha()
        and not word.startswith(("Mc", "Mac"))
    )
