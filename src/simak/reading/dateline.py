"""Datelines: place, outlet and date at the head of an article's first paragraph.

"Jakarta, CNN Indonesia --", "REPUBLIKA.CO.ID, JAKARTA --", "Kabul (ANTARA/AFP) -", "Suara.com -".
An outlet that outlet.tsv lacks is told by its shape: a domain, a last word such as "News", its
brackets, or two words behind the place that are no place themselves.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from simak.lexicon import Lexicon
from simak.reading.credit import OutletNames, any_of
from simak.reading.place import Gazetteer
from simak.record import Span

_ROLES = ("section", "desk", "upper", "stamp", "region")
_S = r"[^\S\n]{1,6}"
_O = r"[^\S\n]{0,6}"
_DASH = rf"{_O}(?:--|[-–—])(?=[^\S\n]|[\"“”'‘A-Z(])"
_WORD = r"(?:[A-Z][\w.'’-]{0,40})"
_PLACE = rf"{_WORD}(?:{_S}(?:(?:de|da|al|ed|upon){_S})?{_WORD}){{0,3}}"
_PLACES = rf"(?P<place>{_PLACE})(?:{_O},{_O}(?P<beside>{_PLACE}))?"
_DOMAIN = r"[\w-]{1,40}(?:\.[A-Za-z]{2,6}){1,3}"
_HEAD = 160


@dataclass(frozen=True, slots=True)
class DatelineFinding:
    """The dateline: ``span`` runs from its first character to its dash.

    ``place`` is spelled as in running text ("JAKARTA" is "Jakarta"), ``outlet`` as printed.
    """

    span: Span
    place: str | None = None
    place_span: Span | None = None
    outlet: str | None = None
    outlet_span: Span | None = None
    date: datetime.date | None = None


def _months(lexicon: Lexicon) -> dict[str, int]:
    months: dict[str, int] = {}
    for row in lexicon.rows("month.tsv", ("name", "number", "forms", "short", "given")):
        for form in (row["name"], *row.list("forms"), *row.list("short")):
            if row["number"].isdecimal():
                months[form.lower()] = int(row["number"])
    return months


def _weekdays(lexicon: Lexicon) -> dict[str, int]:
    weekdays: dict[str, int] = {}
    for row in lexicon.rows("weekday.tsv", ("name", "number", "forms", "word")):
        for form in (row["name"], *row.list("forms")):
            if row["number"].isdecimal():
                weekdays[form.lower()] = int(row["number"])
    return weekdays


class _Dates:
    """Full printed dates: "4 Maret 2024", "4/3/2024"."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months, self._weekdays = _months(lexicon), _weekdays(lexicon)
        month, weekday = any_of(list(self._months)), any_of(list(self._weekdays))
        self.pattern = (
            rf"(?:(?P<weekday>{weekday}){_O}[,/]?{_O})?"
            rf"(?:(?P<day>\d{{1,2}})(?:{_S}|-)(?P<month>{month})\.?(?:{_S}|-)(?P<year>\d{{4}})"
            rf"|(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/(?P<y>\d{{4}}))(?!\d)"
        )

    def read(self, match: re.Match[str]) -> datetime.date | None:
        """Return the date that ``match`` prints; None if there is none or the weekday differs."""
        day, year = match["day"] or match["d"], match["year"] or match["y"]
        if not day or not year:
            return None
        named = match["month"]
        month = self._months[named.lower()] if named else int(match["m"])
        try:
            date = datetime.date(int(year), month, int(day))
        except ValueError:
            return None
        weekday = match["weekday"]
        if weekday and self._weekdays[weekday.lower()] != date.isoweekday():
            return None
        return date


class DatelineReader:
    """Finds the dateline of an article.

    Raises LexiconError if a row of outlet.tsv or dateline.tsv is wrong.

    >>> DatelineReader(Lexicon()).read("Jakarta, CNN Indonesia -- Rapat digelar.").place
    'Jakarta'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, list[str]] = {role: [] for role in _ROLES}
        for row in lexicon.rows("dateline.tsv", ("role", "words")):
            words[row.one_of("role", _ROLES)] += row.list("words")
        self._upper = frozenset(words["upper"])
        self._dates = _Dates(lexicon)
        self._gazetteer = Gazetteer(lexicon)
        self._regions = frozenset(word.lower() for word in words["region"])
        names = OutletNames(lexicon)
        known, certain = any_of([*names.certain, *names.weak]), any_of(names.certain)
        desk = rf"(?:{_WORD}{_S}){{1,3}}{any_of(words['desk'])}"
        outlet = rf"(?P<outlet>(?i:{known})(?![\w.-])|{_DOMAIN}|{desk}\b)"
        alone = rf"(?P<outlet>(?i:{certain})(?![\w.-])|{_DOMAIN}|{desk}\b)"
        section = rf"(?!{any_of(words['section'])}\b)"
        inside = r"(?P<outlet>[A-Z@][^()\n/,;]{1,40}?)(?:[/,;][^()\n]{1,50})?"
        date = rf"(?:{_O},?{_O}\(?(?i:{self._dates.pattern})\)?)?"
        later = re.sub(r"\?P<\w+>", "?:", date)
        short = rf"(?:{_O},?{_O}\(?\d{{1,2}}/\d{{1,2}}\)?)?"
        upper = (
            rf"(?P<place>(?:{any_of(words['upper'])}{_S})?[A-Z][A-Z.'’-]{{3,30}}"
            rf"(?:{_S}[A-Z][A-Z.'’-]{{1,30}}){{0,3}})"
        )
        shapes = (
            rf"{_PLACES}{_O},?{_O}{date}{short}{_O}\({_O}{inside}{_O}\){later}{_O}(?:{_DASH}|:(?=\s))",
            rf"{_PLACES}{_O}[,|]{_O}{outlet}{date}{short}{_DASH}",
            rf"{outlet}{_O}[,|:]{_O}{_PLACES}{date}{short}{_DASH}",
            rf"{outlet}{_DASH}{_O}{upper}{_O}(?:\.|{_DASH})(?=[^\S\n])",
            rf"{alone}{date}{short}{_DASH}",
            rf"{_PLACES}{_O}(?:--|—)(?=[^\S\n])",
            rf"{_PLACES}{_O},?{_O}\(?(?i:{self._dates.pattern})\)?{_DASH}",
            rf"{section}{upper}{short}{_O}(?:[-–—](?=[^\S\n])|[–—](?=[A-Z][a-z]))(?![^\S\n]{{1,3}}[A-Z]{{2,}})",
        )
        self._shapes = tuple(re.compile(shape) for shape in shapes)
        stamp = any_of(words["stamp"])
        self._stamp = re.compile(
            rf"(?:(?:[^|\n]{{0,60}}\||{_DOMAIN}{_S}[-–]){_O})?(?:{stamp}{_O}:?{_O}(?:pada{_S})?)?"
            rf"(?P<date>{self._dates.pattern})"
            rf"(?:{_O}[-,|/]?{_O}(?:pukul{_S}|jam{_S})?\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?"
            rf"{_O}(?:WIB|WITA|WIT)?)?{_O}(?:\|[^|\n]{{0,60}})?",
            re.IGNORECASE,
        )

    def read(self, text: str) -> DatelineFinding | None:
        """Return the dateline at the head of the first paragraph, or None.

        Never raises on any text; looks at the first characters only.
        """
        start = len(text) - len(text.lstrip())
        line = text[start : start + _HEAD].split("\n", 1)[0]
        for shape in self._shapes:
            match = shape.match(line)
            if match:
                return self._finding(match, start)
        return None

    def _finding(self, match: re.Match[str], start: int) -> DatelineFinding:
        groups = match.groupdict()

        def span(name: str) -> Span | None:
            if not groups.get(name):
                return None
            return start + match.start(name), start + match.end(name)

        place, outlet = groups.get("place"), "outlet"
        if not groups.get(outlet) and self._is_outlet(groups.get("beside")):
            outlet = "beside"
        return DatelineFinding(
            (start, start + match.end()),
            self._spelled(place) if place else None,
            span("place"),
            groups.get(outlet) or None,
            span(outlet),
            self._dates.read(match) if "day" in groups else None,
        )

    def _is_outlet(self, words: str | None) -> bool:
        """Tell whether what stands behind the place is no place: "Rawa Elok, Gema Rawa --"."""
        if not words or self._gazetteer.known(words) is not None:
            return False
        return " " in words and words.split()[0].lower() not in self._regions

    def _spelled(self, place: str) -> str:
        """Return a place in capitals as running text spells it."""
        if not place.isupper():
            return place
        return " ".join(
            word if word in self._upper else word.capitalize() for word in place.split()
        )

    def published(self, text: str) -> datetime.date | None:
        """Return the date that a line of its own near the head of ``text`` gives, or None.

        "Senin, 4 Maret 2024 | 10:15 WIB": a full date, with a weekday that fits if there is one.
        """
        head = text[:2000].split("\n")
        lines = [line.strip() for line in head if line.strip()]
        for line in lines[:6]:
            if len(line) > 120:
                continue
            match = self._stamp.fullmatch(line)
            date = self._dates.read(match) if match else None
            if date:
                return date
        return None
