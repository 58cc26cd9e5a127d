"""The words of time: what the data files say, checked and ready for the grammar."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal, get_args

from simak.lexicon import Lexicon, Row
from simak.reading.time import calendar
from simak.record import TimeType

CUES = (
    "future", "report", "month", "year", "year_next", "quantity", "counted", "age", "rate",
    "name_before", "holiday", "part", "season", "study", "past", "clock",
    "numbered", "whom",
)  # fmt: skip
_NUMBERS = ("digit", "whole", "teen", "scale", "vague")
_SEASONS = ("SP", "SU", "FA", "WI")
_GRANULES = ("", "day", "week", "month", "quarter", "half", "year", "decade", "century")
_DESIGNATOR = re.compile(r"T[HMS]|\d*[DWMY]")
_WORD_VALUE = re.compile(r"REF:(?:[A-Z0-9_]+)|(?:DAY|NEXT):-?\d{1,3}(?::T[A-Z]{2})?")
_RULE = re.compile(r"|\d\d-\d\d|hijri:\d{1,2}-\d{1,2}|easter:-?\d{1,3}")


def fold(word: str) -> str:
    """Return a key for ``word``: lower case, one blank, straight apostrophe."""
    return " ".join(word.lower().replace("’", "'").split())


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of ``words``, the longest first.

    Blanks in a word stand for a few blanks in the text, apostrophes for either form.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    parts = [re.escape(word).replace(r"\ ", r"[^\S\n]{1,6}") for word in ordered]
    return "(?:" + "|".join(part.replace("'", "['’]") for part in parts) + ")"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its ISO 8601 designator ("D", "TH") and what "ini" after it points at."""

    designator: str
    granule: str

    def duration(self, number: str) -> str:
        """Return the ISO 8601 duration of ``number`` units: ``P3D``, ``PT8H``, ``P20Y``."""
        mark = "T" if self.designator.startswith("T") else ""
        name = self.designator.removeprefix("T")
        if len(name) > 1:
            factor = int(name[:-1])
            number = plain(float(number) * factor) if number[:1].isdigit() else number
        return f"P{mark}{number}{name[-1]}"

    @property
    def days(self) -> float:
        """About how long it is."""
        name = self.designator
        if name.startswith("T"):
            return {"TS": 1 / 86400, "TM": 1 / 1440, "TH": 1 / 24}[name]
        return float(name[:-1] or 1) * {"D": 1, "W": 7, "M": 30, "Y": 365}[name[-1]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: TIMEX3 code, and how it turns a clock of twelve hours."""

    code: str
    from_hour: int
    to_hour: int
    add: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed expression: what ``value`` in time_word.tsv says."""

    type: TimeType
    kind: Literal["REF", "DAY", "NEXT"]
    value: str
    offset: int
    part: str
    start: str


@dataclass(frozen=True, slots=True)
class Season:
    """A season: TIMEX3 code, and the month in which it begins."""

    code: str
    start: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: the rule that gives its day, and the days known for certain."""

    rule: str
    dates: Mapping[int, datetime.date]

    def day(self, year: int) -> datetime.date | None:
        """Return the holiday's day in the Gregorian ``year``, or None where it is not known."""
        if year in self.dates:
            return self.dates[year]
        kind, _, rest = self.rule.rpartition(":")
        if not rest:
            return None
        if kind == "easter":
            sunday = calendar.easter(year)
            return calendar.shift(sunday, int(rest)) if sunday else None
        month, _, day = rest.partition("-")
        if kind != "hijri":
            return calendar.date(year, int(month), int(day))
        january = calendar.date(year, 1, 1)
        first = calendar.hijri_of(january) if january else None
        if first is None:
            return None
        for hijri in (first, first + 1):
            found = calendar.hijri_day(hijri, int(month), int(day))
            if found and found.year == year:
                return found
        return None


def _forms(row: Row, name: str) -> tuple[str, ...]:
    return (row[name], *row.list("forms"))


def _number(row: Row, column: str, low: int, high: int) -> int:
    if not row[column].isdecimal() or not low <= int(row[column]) <= high:
        raise row.error(f"{column} is {row[column]!r}; it must be a number from {low} to {high}")
    return int(row[column])


def _yes(row: Row, column: str) -> bool:
    return row.one_of(column, ("", "yes")) == "yes"


class Vocabulary:
    """All words that the grammar of time knows.

    Raises LexiconError with file and line if a row of a data file holds a wrong value.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.months: dict[str, int] = {}
        self.short_months: dict[str, int] = {}
        self.given_months: set[str] = set()
        for row in lexicon.rows("month.tsv", ("name", "number", "forms", "short", "given")):
            number = _number(row, "number", 1, 12)
            for form in _forms(row, "name"):
                self.months[fold(form)] = number
                if _yes(row, "given"):
                    self.given_months.add(fold(form))
            self.short_months |= {fold(form): number for form in row.list("short")}

        self.hijri_months: dict[str, int] = {}
        self.common_hijri: set[str] = set()
        self.months_by_bulan: set[str] = set()
        for row in lexicon.rows("hijri_month.tsv", ("name", "number", "forms", "common")):
            for form in _forms(row, "name"):
                self.hijri_months[fold(form)] = _number(row, "number", 1, 12)
                common = row.one_of("common", ("", "yes", "bulan"))
                if common:
                    self.common_hijri.add(fold(form))
                if common == "bulan":
                    self.months_by_bulan.add(fold(form))

        # Javanese names: months are those of the Hijri calendar under other names
        self.javanese_months: set[str] = set()
        self.pasaran: dict[str, int] = {}
        self.windu: set[str] = set()
        for row in lexicon.rows("javanese.tsv", ("name", "kind", "number", "forms")):
            self._add_javanese(row)

        self.weekdays: dict[str, int] = {}
        self.other_word: set[str] = set()
        for row in lexicon.rows("weekday.tsv", ("name", "number", "forms", "word")):
            for form in _forms(row, "name"):
                self.weekdays[fold(form)] = _number(row, "number", 1, 7)
            if _yes(row, "word"):
                self.other_word.add(fold(row["name"]))

        self.digits: dict[str, int] = {}
        self.wholes: dict[str, int] = {}
        self.teens: set[str] = set()
        self.scales: dict[str, int] = {}
        self.vague: set[str] = set()
        for row in lexicon.rows("number_word.tsv", ("word", "value", "kind")):
            self._add_number(row)

        self.units: dict[str, Unit] = {}
        for row in lexicon.rows("time_unit.tsv", ("unit", "forms", "designator", "granule")):
            if not _DESIGNATOR.fullmatch(row["designator"]):
                raise row.error(f"designator is {row['designator']!r}; it must be D, 10Y, TH ...")
            unit = Unit(row["designator"], row.one_of("granule", _GRANULES))
            self.units |= {fold(form): unit for form in _forms(row, "unit")}

        self.parts: dict[str, Part] = {}
        part_columns = ("part", "forms", "code", "from_hour", "to_hour", "add")
        for row in lexicon.rows("day_part.tsv", part_columns):
            if not re.fullmatch(r"T[A-Z]{2}", row["code"]):
                raise row.error(f"code is {row['code']!r}; it must be TMO, TAF, TEV or TNI")
            hours = (_number(row, "from_hour", 0, 12), _number(row, "to_hour", 0, 12))
            part = Part(row["code"], *hours, _number(row, "add", 0, 12))
            self.parts |= {fold(form): part for form in _forms(row, "part")}

        self.seasons: dict[str, Season] = {}
        for row in lexicon.rows("season.tsv", ("season", "forms", "code", "start")):
            season = Season(row.one_of("code", _SEASONS), _number(row, "start", 1, 12))
            self.seasons |= {fold(form): season for form in _forms(row, "season")}

        self.phrases: dict[str, Phrase] = {}
        for row in lexicon.rows("time_word.tsv", ("phrase", "type", "value", "start")):
            self.phrases[fold(row["phrase"])] = self._phrase(row)

        self.holidays: dict[str, Holiday] = {}
        for row in lexicon.rows("holiday.tsv", ("name", "forms", "rule", "dates")):
            holiday = self._holiday(row)
            self.holidays |= {fold(form): holiday for form in _forms(row, "name")}

        self.cues: dict[str, frozenset[str]] = dict.fromkeys(CUES, frozenset())
        for row in lexicon.rows("time_cue.tsv", ("role", "words")):
            row.one_of("role", CUES)
            self.cues[row["role"]] |= {fold(word) for word in row.list("words")}

    def _add_javanese(self, row: Row) -> None:
        kind = row.one_of("kind", ("pasaran", "month", "month_word", "windu"))
        forms = [fold(form) for form in _forms(row, "name")]
        if kind == "pasaran":
            self.pasaran |= dict.fromkeys(forms, _number(row, "number", 1, 5))
        elif kind == "windu":
            self.windu.update(forms)
        else:
            self.hijri_months |= dict.fromkeys(forms, _number(row, "number", 1, 12))
            self.javanese_months.update(forms)
            if kind == "month_word":
                self.months_by_bulan.update(forms)

    def _add_number(self, row: Row) -> None:
        kind, word = row.one_of("kind", _NUMBERS), fold(row["word"])
        if kind == "vague":
            self.vague.add(word)
            return
        value = _number(row, "value", 1, 1_000_000)
        if kind == "digit":
            self.digits[word] = value
        elif kind == "whole":
            self.wholes[word] = value
        elif kind == "teen":
            self.teens.add(word)
        else:
            self.scales[word] = value

    def _phrase(self, row: Row) -> Phrase:
        value = row["value"]
        if not _WORD_VALUE.fullmatch(value):
            raise row.error(f"value is {value!r}; it must be REF:X, DAY:N, DAY:N:TXX or NEXT:N")
        kind, _, rest = value.partition(":")
        offset, _, part = rest.partition(":")
        timex: TimeType = "DATE"
        for known in get_args(TimeType):
            if row.one_of("type", get_args(TimeType)) == known:
                timex = known
        start = row.one_of("start", ("", "yes", "cue", "place"))
        if kind == "REF":
            return Phrase(timex, "REF", rest, 0, "", start)
        return Phrase(timex, "NEXT" if kind == "NEXT" else "DAY", "", int(offset), part, start)

    def _holiday(self, row: Row) -> Holiday:
        if not _RULE.fullmatch(row["rule"]):
            raise row.error(f"rule is {row['rule']!r}; it must be MM-DD, hijri:M-D or easter:N")
        dates = {}
        for text in row.list("dates"):
            try:
                day = datetime.date.fromisoformat(text)
            except ValueError as error:
                raise row.error(f"dates: {text!r} is no date YYYY-MM-DD") from error
            dates[day.year] = day
        return Holiday(row["rule"], dates)

    @property
    def numerals(self) -> Set[str]:
        """The words that spelled numbers are made of."""
        return {*self.digits, *self.wholes, *self.teens, *self.scales}

    def number(self, words: str) -> str | None:
        """Return the number that ``words`` say as ISO 8601 wants it, "X" for a vague one.

        >>> Vocabulary(Lexicon()).number("dua puluh lima")
        '25'
        """
        words = fold(words)
        if words in self.vague:
            return "X"
        if words[:1].isdecimal():
            if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", words):
                return str(int(words.replace(".", "")))
            return plain(float(words.replace(",", ".")))
        total = current = 0.0
        for word in words.split():
            if word in self.digits:
                current += self.digits[word]
            elif word in self.teens:
                current += 10
            elif word in self.scales:
                scale = self.scales[word]
                if scale < 1000:
                    total += max(current, 1) * scale
                else:
                    total = max(total + current, 1) * scale
                current = 0
            elif word in self.wholes:
                total += self.wholes[word]
            elif word == "setengah":
                current += 0.5
            else:
                return None
        return plain(total + current)


def plain(number: float) -> str:
    """Return a number without an exponent, whatever its size: 2.5 is "2.5", 1e6 is "1000000"."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
