"""Names of bodies and sites: how far "Badan ..." and "Sungai ..." go."""

from __future__ import annotations

from simak.reading.acronym import abbreviates, is_acronym
from simak.reading.name_ground import Ground
from simak.reading.name_person import PersonNames
from simak.reading.name_word import is_person
from simak.reading.surface import is_numeral

_LONGEST = 16
_LEGAL_FORMS = frozenset({"tbk", "tbk.", "persero"})
# Hospitals bear the name of a person with his degree; what else does is a site.
_HOSPITALS = frozenset({"RSUD", "RS", "RSUP", "Sakit", "Daerah", "Klinik"})
_HONOURED = frozenset({"dr.", "dr", "prof.", "prof", "h.", "hj."})
# Words behind the end of a body's name as read, up to brackets with its acronym, at the most.
_LONGEST_REST = 7
_JOINS = (",", "dan", "&", "serta", "untuk", "atas", "of")


class BodyNames:
    """The names of bodies and sites on one page."""

    def __init__(self, ground: Ground, persons: PersonNames) -> None:
        self._ground = ground
        self._persons = persons
        self._lexicon = ground.lexicon
        self._surface = ground.surface
        self._words = ground.words
        self._actors = ground.actors
        self._stops = ground.stops

    def end(self, last: int, after_title: bool, kind: str, needs: bool = False) -> int:
        """Return where the name of a body or a site ends whose head ends at ``last``."""
        words, surface = self._words, self._surface
        head = last
        limit = min(len(words) - 1, last + _LONGEST)
        plain, specific = 0, 0
        while last < limit:
            after = last + 1
            word = words[after]
            if not surface.adjacent(last, after) or word.time or not word.usable or word.initial:
                break
            if (form := self._legal_form(after)) is not None:
                return form
            if len(word.text) == 1 and surface.lower(after + 1) == "-":
                break  # "Tim U - 23"
            if kind == "ORG" and words[head].text in _HOSPITALS and word.lower in _HONOURED:
                return self._persons.end(after, after)  # "RSUD dr. ..."
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
                joined = word.start == words[last].end and words[last].text[0].isdigit()
                if joined and word.text[-1].isdigit():
                    last, plain = after, plain + 1  # "Kecamatan 2x11 ..."
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
            title_kind = self._lexicon.titles.kind(word.text)
            if title_kind == "rank" and kind == "LOC" and specific:
                break  # "Teluk Lanang | Irjen ...", but "Jalan Jenderal ..."
            if title_kind == "rank" and kind != "LOC" and word.text != "Jenderal":
                break
            if title_kind in ("office", "rank") and not word.common and kind == "ORG":
                break
            actor = self._actors.get(after)
            if actor:
                if actor[1] == "PER" and (kind != "LOC"):
                    break
                if specific and kind == "LOC":
                    break
                last = actor[0]
                if actor[1] == "GPE":
                    last = self._ground.compass(last)
                specific += not (kind == "LOC" and actor[1] == "ORG")
                continue
            if kind == "LOC" and specific and is_numeral(word.text):
                return after  # "Gedung Wirakrama I"
            if word.common or is_numeral(word.text):
                if specific and (kind == "LOC" or (needs and after_title)):
                    break
                if self._lexicon.head(surface, after) and specific and kind != "ORG":
                    break
                last, plain = after, plain + 1
                continue
            place = self._ground.place(after)
            if place and specific and kind == "LOC":
                break
            if place and not (specific and self._persons.starts(after, place[0], after_title)):
                last = self._ground.compass(place[0])
                specific += 1
                if kind == "NONE":
                    break
                continue
            if self._lexicon.head(surface, after) and kind == "ORG":
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
        return self._ground.trimmed(head, last)

    def _legal_form(self, index: int) -> int | None:
        """Return the end of "Tbk" or "(Persero) Tbk" behind a company's name."""
        if self._surface.lower(index) == "(" and self._surface.lower(index + 1) == "persero":
            index += 2
            if self._surface.lower(index) != ")":
                return None
            return self._legal_form(index + 1) or index
        return index if self._surface.lower(index) in _LEGAL_FORMS else None

    def tail(self, last: int) -> int:
        """Go over "RI" in "DPR RI" and over the place in "DPRD Bali"."""
        for after in range(last + 1, min(last + 4, len(self._words))):
            word = self._words[after]
            if (
                not self._surface.adjacent(last, after)
                or word.initial
                or word.time
                or not word.capital
                or len(word.text) == 1
            ):
                break
            if word.text == "RI":
                return after
            if after in self._stops or self._lexicon.titles.match(self._surface, after):
                break
            if not (word.common or (word.label == "ORG" and not is_person(word.text))):
                break
            last = after
        return last

    def branch(self, last: int) -> int:
        """Go over the province or town of a branch: "KPU Jawa Tengah"."""
        after = last + 1
        if after >= len(self._words) or not self._surface.adjacent(last, after):
            return last
        word = self._words[after]
        if not word.capital or word.common or word.initial or word.label == "PER":
            return last
        found = self._lexicon.place(self._surface, after)
        if found is None or self._persons.starts(after, found[0], True):
            return last
        place = self._lexicon.places.known(self._surface.join(after, found[0]))
        return found[0] if place is not None and place.authority == "kemendagri" else last

    def _joined(self, index: int) -> int | None:
        """Return the end of "dan Perikanan" or ", Klimatologi, dan Geofisika" at ``index``."""
        words = self._words
        position = index
        for _ in range(4):
            if position >= len(words) or words[position].lower not in _JOINS:
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
            if not (word.capital and word.common) or word.time or position in self._actors:
                return None
            if self._lexicon.head(self._surface, position) or self._lexicon.titles.match(
                self._surface, position
            ):
                return None
            if closing:
                return position
            while position < len(words) and words[position].capital and words[position].common:
                position += 1
        return None

    def closed(self, first: int, last: int) -> int:
        """Return the word before "(BSBN)" if the acronym takes in the words up to there."""
        words = self._words
        for end in range(last, min(last + _LONGEST_REST, len(words) - 3)):
            inside = words[end].capital or words[end].lower in _JOINS
            if end > last and not (inside and self._surface.adjacent(end - 1, end)):
                break
            if words[end + 1].text == "(" and words[end + 3].text == ")" and end > last:
                short = words[end + 2].text
                if is_acronym(short) and abbreviates(short, self._surface.join(first, end)):
                    return end
        return last

    def _may_go_on(self, index: int) -> bool:
        """Tell whether a body's name in a title goes on here, though a person's may begin."""
        run = self._ground.unknown_run(index)
        word = self._words[index]
        return run >= 3 or (run == 1 and word.label != "PER" and not is_person(word.text))
