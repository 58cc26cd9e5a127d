"""Places: from the names of an article to entries of the gazetteer.

A name has candidates (:mod:`simak.gazetteer`). What tells which one is meant, the surest first:

1. the level that a word before the name gives, there or elsewhere in the article ("Kabupaten
   Bandung", "Bupati Bandung");
2. the unit that follows directly ("Padalarang, Kabupaten Bandung Barat", "Cambridge, Inggris");
3. what else the article names, and its dateline: the candidate that shares the closest unit;
4. prominence: a country before a city, a metropolis before a town of its name.

A village or district without its level needs 2 or 3. Where two candidates are left, there is no
link. Reference: Leidner (2007), Toponym Resolution in Text (containment, minimality, population).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from simak.gazetteer import KNOWN_KINDS, Gazetteer, Place, fold
from simak.gazetteer.gazetteer import prominence
from simak.lexicon import Lexicon
from simak.reading.finding import Cast, Referent
from simak.reading.page import Page
from simak.record import Link

LEVEL_COLUMNS = ("word", "levels", "use")
LEVELS = ("province", "regency", "city", "district", "village", "island")
USES = ("unit", "office")

_NAMES = ("name", "acronym")
# Between a place and the unit around it.
_JOINT = re.compile(r",? di (?:wilayah |kawasan |daerah )?|, ?(?:wilayah )?| \(| / | ")
_WIDEST_JOINT = 40
_PLACES = ("GPE", "LOC")
_ROUNDS = 3
_SPORT = 4
_LOOKED_AT = 12
"""Mentions of a place behind which a unit is looked for: bounds the work on any text."""
# What lies below a unit of each level.
_BELOW = {
    "province": frozenset({"district", "village"}),
    "regency": frozenset({"district", "village"}),
    "city": frozenset({"district", "village"}),
    "district": frozenset({"village"}),
}
_FAR_LARGER = 8
_METROPOLIS = 300_000


@dataclass(slots=True)
class _Question:
    """A referent whose place is looked for: its forms, and the candidates that are left.

    ``levels`` are those that a word in front tells, ``offices`` those of whom else it names.
    """

    index: int
    forms: list[str]
    spans: list[tuple[int, int]]
    levels: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    site: bool = False
    units: str = ""
    found: tuple[Place, ...] = ()
    basis: str = "lexicon"
    answer: Place | None = None


class PlaceReader:
    """Gives the places of an article their links.

    Raises LexiconError for a wrong row of ``place_level.tsv`` or ``place.tsv``.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.gazetteer = Gazetteer(lexicon)
        self._levels: dict[str, tuple[frozenset[str], bool]] = {}
        for row in lexicon.rows("place_level.tsv", LEVEL_COLUMNS):
            levels = row.list("levels")
            wrong = [level for level in levels if level not in LEVELS]
            if wrong or not levels:
                raise row.error(
                    f"levels are {row['levels']!r}; they must be of {', '.join(LEVELS)}"
                )
            unit = row.one_of("use", USES) == "unit"
            self._levels[row["word"].lower()] = frozenset(levels), unit
        self._sport: set[str] = set()
        self._locative: set[str] = set()
        for row in lexicon.rows("place_use.tsv", ("word", "kind")):
            sport = row.one_of("kind", ("sport", "locative")) == "sport"
            (self._sport if sport else self._locative).add(row["word"].lower())
        words = sorted(self._levels, key=lambda word: (-len(word), word))
        self._level = re.compile(
            rf"\b({'|'.join(re.escape(word) for word in words)})\s+(?=\S)", re.IGNORECASE
        )

    def read(self, page: Page, cast: Cast) -> Cast:
        """Return the cast with a link for each place that one entry of the gazetteer fits."""
        questions = self._questions(page, cast)
        if not questions:
            return cast
        anchors = self._anchors(page, cast)
        self._contain(page, cast, questions)
        if self._is_sport(page.text):
            questions = [one for one in questions if not self._is_club(page, one)]
        for _ in range(_ROUNDS):
            before = sum(question.answer is not None for question in questions)
            for question in questions:
                if question.answer is None:
                    self._answer(question, anchors)
                    if question.answer is not None:
                        anchors += (question.answer.id, *question.answer.above)
            if sum(question.answer is not None for question in questions) == before:
                break
        referents = list(cast.referents)
        for question in questions:
            if question.answer is not None:
                referent = referents[question.index]
                link = _link(question.answer, question.basis)
                referents[question.index] = replace(_named(referent, question.answer), link=link)
        return replace(cast, referents=tuple(referents))

    def _questions(self, page: Page, cast: Cast) -> list[_Question]:
        questions = []
        for index, referent in enumerate(cast.referents):
            if referent.type not in _PLACES or referent.link is not None:
                continue
            spans = [mention.span for mention in referent.mentions if mention.kind in _NAMES]
            if not spans:
                continue
            question = _Question(index, [], spans, site=referent.type == "LOC")
            for start, end in spans:
                self._form(question, page.text[start:end])
            questions.append(question)
        self._tell_levels(page.text, questions)
        for question in questions:
            question.found = self._within(question.units, self._candidates(question))
        return [question for question in questions if question.found]

    def _form(self, question: _Question, words: str) -> None:
        """Note a form of a name; a word of level in front tells the level."""
        words = " ".join(words.split())
        inner = self._level.search(words, 1)
        unit = inner is not None and self._levels[inner[1].lower()][1]
        if inner is not None and unit and not self.gazetteer.find(words):
            # "Desa Sukamaju Kecamatan Sukaraja" is one name to some readers.
            question.units = words[inner.start() :]
            words = words[: inner.start()].rstrip(" ,")
        for form in dict.fromkeys((words, _bare(words))):
            if form not in question.forms:
                question.forms.append(form)
            match = self._level.match(form)
            if match is None:
                continue
            levels, _ = self._levels[match[1].lower()]
            if not self.gazetteer.find(form):
                question.levels |= levels
            rest = form[match.end() :]
            if rest not in question.forms:
                question.forms.append(rest)

    def _tell_levels(self, text: str, questions: Sequence[_Question]) -> None:
        """Note the words of level that stand before a name anywhere in the article."""
        of_start: dict[int, _Question] = {}
        by_word: dict[str, list[tuple[str, _Question]]] = {}
        for question in questions:
            for start, _ in question.spans:
                of_start[start] = question
            for form in question.forms:
                by_word.setdefault(form.split(" ")[0], []).append((form, question))
        for match in self._level.finditer(text):
            levels, unit = self._levels[match[1].lower()]
            at = match.end()
            named = of_start.get(at)
            if named is not None and unit:
                named.levels |= levels
                continue
            word = re.match(r"[^\s,.;:()]+", text[at : at + 60])
            if word is None or not match[1][:1].isupper():
                continue
            for form, question in by_word.get(word[0], ())[:8]:
                if (
                    text.startswith(form, at)
                    and not text[at + len(form) : at + len(form) + 1].isalnum()
                ):
                    (question.levels if unit else question.offices).update(levels)

    def _candidates(self, question: _Question) -> tuple[Place, ...]:
        found: dict[tuple[str, str, str], Place] = {}
        for form in question.forms:
            places = self.gazetteer.find(form)
            if not places and "island" in question.levels:
                places = self.gazetteer.find(f"Pulau {form}")
            for place in places:
                found.setdefault((place.authority, place.id, place.name), place)
            if found and form == question.forms[0] and not question.levels:
                break
        places = tuple(sorted(found.values(), key=prominence))
        if question.levels:
            fitting = tuple(place for place in places if place.kind in question.levels)
            if fitting:
                question.basis = "text"
                return fitting
            # "Desa Sukamaju" is no kecamatan of that name; "Kota Teheran" is the city.
            if question.levels & {"district", "village"}:
                return ()
        return places

    def _is_sport(self, text: str) -> bool:
        """Tell whether an article is about sport, by its words."""
        words = set(re.findall(r"[a-z]+", text.lower()))
        return len(words & self._sport) >= _SPORT

    def _is_club(self, page: Page, question: _Question) -> bool:
        """Tell whether a town's name stands for its club: nowhere is it said to be a place."""
        if question.basis == "text" or all(place.kind != "city" for place in question.found[:1]):
            return False
        for start, end in question.spans:
            before = page.text[max(0, start - 30) : start].split()
            if before and before[-1].lower().strip('"“(') in self._locative:
                return False
            if page.dateline is not None and start < page.dateline.span[1]:
                return False
            joint = page.text[end : end + 2]
            if joint == ", " and before and before[-1].endswith(","):
                return False  # "di Stadion Melati, Rawa Elok, Senin"
        return True

    def _within(self, units: str, found: tuple[Place, ...]) -> tuple[Place, ...]:
        """Keep the candidates that lie in the units named in one breath with them."""
        for match in self._level.finditer(units):
            levels, _ = self._levels[match[1].lower()]
            following = self._level.search(units, match.end())
            name = units[match.end() : following.start() if following else len(units)].strip(" ,")
            codes = {place.id for place in self.gazetteer.find(name) if place.kind in levels}
            if codes:
                found = tuple(place for place in found if codes & set(place.above))
        return found

    def _anchors(self, page: Page, cast: Cast) -> tuple[str, ...]:
        """Return the ids of states that the article names, and of where its dateline is."""
        anchors: list[str] = []
        for referent in cast.referents:
            if referent.type in _PLACES and referent.link is not None:
                anchors.append(referent.link.id)
        if page.dateline is not None and page.dateline.place:
            known = self.gazetteer.known(page.dateline.place)
            if known is not None:
                anchors += [known.id, *known.above]
        return tuple(anchors)

    def _contain(self, page: Page, cast: Cast, questions: Sequence[_Question]) -> None:
        """Keep the candidates that lie in the unit named right behind them."""
        starts = {start: question for question in questions for start, _ in question.spans}
        states = {
            mention.span[0]: (referent.link.id,)
            for referent in cast.referents
            if referent.link is not None and referent.type in _PLACES
            for mention in referent.mentions
            if mention.kind in _NAMES
        }
        # From the last to the first: the unit behind is known before what lies in it.
        ordered = sorted(
            ((span, q) for q in questions for span in q.spans[:_LOOKED_AT]), key=lambda o: o[0]
        )
        for (_, end), question in reversed(ordered):
            behind = self._behind(page.text, end)
            outer = next((starts[at] for at in behind if at in starts), None)
            if outer is question:
                continue
            around: Sequence[str] = next((states[at] for at in behind if at in states), ())
            if outer is not None:
                around = [place.id for place in outer.found if place.id]
            if not around:
                continue
            inside = tuple(
                place for place in question.found if any(code in place.above for code in around)
            )
            if not inside:
                # "Sukamaju, Kecamatan X": no Sukamaju of X is known to us.
                below = self._below(page.text, behind)
                question.found = tuple(p for p in question.found if p.kind not in below)
                continue
            nearest = min(_steps(place, around) for place in inside)
            question.found = tuple(p for p in inside if _steps(p, around) == nearest)
            question.basis = "text"
            if outer is not None and outer is not question:
                codes = {code for place in question.found for code in place.above}
                fitting = tuple(place for place in outer.found if place.id in codes)
                if len(fitting) < len(outer.found):
                    outer.found, outer.basis = fitting, "text"

    def _below(self, text: str, behind: tuple[int, ...]) -> frozenset[str]:
        """Return the kinds of places that lie in a unit whose word of level stands there."""
        level = self._level.match(text, behind[0])
        if level is None:
            return frozenset()
        levels, _ = self._levels[level[1].lower()]
        return frozenset(kind for one in sorted(levels) for kind in _BELOW.get(one, ()))

    def _behind(self, text: str, end: int) -> tuple[int, ...]:
        """Return where the name behind a comma or bracket may begin: at a word of level or past it.

        Without comma or bracket, only with such a word ("Desa Sukamaju Kecamatan Sukaraja").
        """
        joint = _JOINT.match(text, end, end + _WIDEST_JOINT)
        at = end if joint is None else joint.end()
        level = self._level.match(text, at, at + _WIDEST_JOINT)
        if level is not None:
            return at, level.end()
        return (at,) if at > end + 1 else ()

    def _answer(self, question: _Question, anchors: Sequence[str]) -> None:
        """Decide, if one candidate is left; ``anchors`` are ids around places already sure."""
        found = question.found
        if len(found) > 1 and question.offices:
            fitting = tuple(place for place in found if place.kind in question.offices)
            if fitting:
                found, question.basis = fitting, "text"
        told = question.basis == "text"
        one = _outermost(found)
        if one is not None and (told or one.kind in KNOWN_KINDS):
            question.answer = one
            return
        known = tuple(place for place in found if place.kind in KNOWN_KINDS)
        if known:
            question.answer = _prominent(known, anchors)
            if len(known) > 1:
                question.basis = "prominence"
            return
        if question.site and not told:
            return  # a street or a shop that bears the name of a village
        near = _closest(found, anchors)
        districts = tuple(place for place in near if place.kind == "district")
        one = _outermost(near) or (districts[0] if len(districts) == 1 else None)
        if one is not None:
            question.answer = one
            question.basis = "text" if told and len(found) == 1 else "anchored"
            return
        one = _outermost(found)
        if one is not None and one.kind == "district" and any(map(_is_indonesian, anchors)):
            question.answer = one  # the only district of its name, in Indonesian news


def _is_indonesian(code: str) -> bool:
    return code == "ID" or code[:1].isdigit()


def _bare(words: str) -> str:
    """Return a name without "pemerintah" and the like in front and "RI" behind."""
    return re.sub(r"^(?:[Pp]emerintah|[Rr]ezim)\s+|\s+RI$", "", words)


def _named(referent: Referent, place: Place) -> Referent:
    """Return the referent under its own name, where an epithet is longer ("Pulau Dewata")."""
    own = next((form for form in referent.aliases if fold(form) == fold(place.name)), None)
    if own is None or own.lower() in referent.name.lower():
        return referent
    aliases = (referent.name, *(form for form in referent.aliases if form != own))
    return replace(referent, name=own, aliases=aliases)


def _link(place: Place, basis: str) -> Link | None:
    """Return the link of a place; None for one without an identifier outside."""
    return Link(authority=place.authority, id=place.id, basis=basis) if place.id else None


def _depth(place: Place, around: Iterable[str]) -> int:
    """Return how close the closest of ``around`` is to the place: the more parts, the closer."""
    codes = set(around)
    return max((len(place.above) - at for at, c in enumerate(place.above) if c in codes), default=0)


def _steps(place: Place, around: Iterable[str]) -> int:
    """Return how many units lie between a place and the nearest of ``around``."""
    codes = set(around)
    return next((at for at, code in enumerate(place.above) if code in codes), len(place.above))


def _outermost(found: Sequence[Place]) -> Place | None:
    """Return the one place, or the one that all others lie in: a district and its village."""
    if not found:
        return None
    for place in found:
        if place.id and all(other is place or place.id in other.above for other in found):
            return place
    return found[0] if len(found) == 1 else None


def _closest(found: Sequence[Place], anchors: Sequence[str]) -> tuple[Place, ...]:
    """Return the candidates that share the closest unit with the article, the country left out."""
    codes = {code for code in anchors if code != "ID"}
    depths = [_depth(place, codes) for place in found]
    best = max(depths, default=0)
    return tuple(p for p, depth in zip(found, depths, strict=True) if best and depth == best)


def _prominent(known: Sequence[Place], anchors: Sequence[str]) -> Place | None:
    """Return the most prominent of several known places of one name, or None."""
    if len(known) == 1:
        return known[0]
    first, second = known[0], known[1]
    if first.kind in ("country", "province") and second.kind != first.kind:
        return first
    near = _closest(known, anchors)
    if len(near) == 1:
        return near[0]
    if first.authority == second.authority == "kemendagri":
        if {first.kind, second.kind} == {"city", "regency"}:
            return first if first.population >= _METROPOLIS else None
        return first if prominence(first)[0] < prominence(second)[0] else None
    if first.authority == "kemendagri" and second.authority == "geonames":
        return first
    if first.authority == second.authority == "geonames":
        return first if first.population >= _FAR_LARGER * max(second.population, 1) else None
    return first if prominence(first)[0] < prominence(second)[0] else None
