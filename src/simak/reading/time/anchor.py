"""What a match means: values anchored on the publication date and on what was said before.

Values follow TIMEX3 (TimeML 1.2.1): a part that cannot be known stays ``X``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from simak.reading.time import calendar
from simak.reading.time.calendar import Period
from simak.reading.time.finding import TimeFinding
from simak.reading.time.grammar import PHASE
from simak.reading.time.vocabulary import Holiday, Vocabulary, alternatives, fold, plain
from simak.record import Basis, Span

# How far ahead of the publication a date without a year may lie (days), if the words point ahead.
_AHEAD = 270
# How far ahead a weekday may pull the date in its brackets without such words.
_NEAR = 60
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX",
    "century": "XX",
}  # fmt: skip
_NTH = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SENTENCE = re.compile(r"[.!?][\"”’']?\s|\n|[\"“”]")
_SAYING = frozenset({"bracketed", "weekday_date", "weekday", "date", "only_bracket"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that was chosen: the rule that found it, and whether it stands in a quotation."""

    name: str
    match: re.Match[str]
    index: int
    quoted: bool
    paragraph: int

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.match.end()

    def group(self, *names: str) -> str | None:
        """Return the first of the groups ``names`` that is there, lower case, one blank."""
        known = self.match.re.groupindex
        for name in names:
            if name in known and self.match[name]:
                return " ".join(self.match[name].lower().split())
        return None


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: what stands there, what is missing is None."""

    day: int
    month: int
    year: int | None

    def value(self, year: int | None = None) -> str:
        """Return ``2023-06-20``, or ``XXXX-06-20`` where no year is known."""
        year = self.year or year
        head = f"{year:04}" if year else "XXXX"
        return f"{head}-{self.month:02}-{self.day:02}"

    def date(self, year: int | None = None) -> datetime.date | None:
        """Return the date in its own year or in ``year``."""
        year = self.year or year
        return calendar.date(year, self.month, self.day) if year else None


def _direction(deictic: str | None) -> int | None:
    """Return -1 for "lalu", 0 for "ini", 1 for "depan", None for no deictic or another one."""
    if not deictic:
        return None
    word = deictic.split()[-1]
    if word in ("lalu", "silam", "kemarin"):
        return -1
    if word in ("mendatang", "depan", "nanti", "besok", "datang"):
        return 1
    return 0 if word == "ini" else None


def _follows(deictic: str | None) -> int | None:
    """Return the step from an earlier expression: 0 "itu", -1 "sebelumnya", 1 "berikutnya"."""
    if not deictic:
        return None
    word = deictic.split()[-1]
    if word in ("itu", "tersebut", "sama"):
        return 0
    if word == "sebelumnya":
        return -1
    if word in ("berikutnya", "selanjutnya", "setelahnya", "sesudahnya"):
        return 1
    return None


def _mod(phase: str | None) -> str | None:
    if not phase:
        return None
    words = PHASE.split("|")
    if phase == words[0]:
        return "START"
    return "END" if phase in words[-2:] else "MID"


def _approximation(words: str | None) -> str | None:
    if not words:
        return None
    if words == "lebih dari":
        return "MORE_THAN"
    return "LESS_THAN" if words == "kurang dari" else "APPROX"


class Anchor:
    """Reads the candidates of one text, from first to last."""

    def __init__(
        self,
        words: Vocabulary,
        text: str,
        published: datetime.date | None,
        candidates: Sequence[Candidate],
    ) -> None:
        self._words = words
        self._text = text
        self._published = published
        self._candidates = candidates
        self._base = published
        self._days: list[tuple[int, datetime.date]] = []
        self._periods: list[Period] = []
        self._weekdays: dict[int, datetime.date] = {}
        self._years: dict[tuple[int, int], int] = {}
        self._future = re.compile(rf"\b{alternatives(words.cues['future'])}\b", re.IGNORECASE)
        self._report = re.compile(rf"\b{alternatives(words.cues['report'])}\b", re.IGNORECASE)
        self._until = re.compile(
            r"\b(?:hingga|sampai|sampai dengan|s\.?d\.?)\s{1,3}(?:(?:pada|tanggal|bulan|hari)\s)?$",
            re.IGNORECASE,
        )

    def read(self) -> list[TimeFinding]:
        """Return a finding for each candidate that means something."""
        findings = []
        for candidate in self._candidates:
            self._base = self._day_of_speaking(candidate)
            found = self._resolve(candidate)
            if found is not None:
                findings.append(found)
                self._remember(found)
        return findings

    def _resolve(self, candidate: Candidate) -> TimeFinding | None:
        found = getattr(self, f"_{candidate.name}")(candidate)
        return found if isinstance(found, TimeFinding) else None

    def _remember(self, found: TimeFinding) -> None:
        if found.type in ("DURATION", "SET") or found.begin is None or found.end is None:
            return
        granule: calendar.Granule = "day" if found.begin == found.end else "year"
        if found.begin != found.end:
            days = (found.end - found.begin).days
            granule = "week" if days < 8 else "month" if days < 32 else "year"
        value = found.begin.isoformat() if granule == "day" else found.value
        self._periods.append(Period(granule, value, found.begin, found.end))
        if granule == "day":
            self._days.append((found.span[0], found.begin))

    # -- where to stand --------------------------------------------------------------------------

    def _day_of_speaking(self, candidate: Candidate) -> datetime.date | None:
        """Return the day on which the words at ``candidate`` were said.

        In a quotation that is the date beside its cue ('"... besok," kata X, Senin (5/6).'), the
        next one of the paragraph outside quotation marks; else the publication date.
        """
        if not candidate.quoted:
            return self._published
        for other in self._candidates[candidate.index + 1 : candidate.index + 13]:
            if other.paragraph != candidate.paragraph:
                break
            if other.quoted or other.name not in _SAYING:
                continue
            self._base = self._published
            found = self._resolve(other)
            day = found.begin if found and found.begin == found.end else None
            if day and (not self._published or 0 <= (self._published - day).days <= 14):
                return day
            break
        return self._published

    def _points_ahead(self, candidate: Candidate) -> bool:
        """Tell whether a future word stands before it and no reporting word between the two."""
        window = self._text[max(0, candidate.start - 160) : candidate.start]
        window = window[max((end.end() for end in _SENTENCE.finditer(window)), default=0) :]
        last = max((word.end() for word in self._future.finditer(window)), default=None)
        return last is not None and self._report.search(window, last) is None

    def _up_to(self, candidate: Candidate) -> bool:
        start = candidate.start
        return bool(self._until.search(self._text[max(0, start - 32) : start]))

    def _last_day(self) -> datetime.date | None:
        return self._days[-1][1] if self._days else None

    # -- making findings -------------------------------------------------------------------------

    @staticmethod
    def _date_finding(
        candidate: Candidate,
        period: Period | None,
        basis: Basis,
        *,
        unknown: str = "XXXX",
        mod: str | None = None,
        note: str | None = None,
        span: Span | None = None,
    ) -> TimeFinding:
        span = span or (candidate.start, candidate.end)
        if period is None:
            return TimeFinding(span, "DATE", unknown, "text", mod, note=note)
        return TimeFinding(span, "DATE", period.value, basis, mod, period.begin, period.end, note)

    @staticmethod
    def _with_part(found: TimeFinding, code: str | None) -> TimeFinding:
        """Make it a TIME if it is one day and a part of the day is named."""
        if not code or "/" in found.value:
            return found
        return replace(found, type="TIME", value=found.value + code)

    def _part_code(self, name: str | None) -> str | None:
        return self._words.parts[fold(name)].code if name else None

    # -- printed dates ---------------------------------------------------------------------------

    def _printed(self, candidate: Candidate) -> tuple[Printed, Printed | None]:
        """Return the date that the match prints, and the last day where it is a range."""
        group = candidate.group

        def year(text: str | None) -> int | None:
            if not text:
                return None
            return int(text) + (0 if len(text) == 4 else 2000)

        def month(text: str | None) -> int:
            text = fold(text or "")
            return self._words.months.get(text) or self._words.short_months[text.rstrip(".")]

        if group("nd"):
            named = month(group("mon", "short"))
            first = Printed(int(group("nd") or 0), named, year(group("ny")))
            if group("nd3"):
                last_year = year(group("ny3"))
                last = Printed(int(group("nd3") or 0), month(group("mon3")), last_year)
                return replace(first, year=first.year or last_year), last
            end = group("nd2")
            return first, replace(first, day=int(end)) if end else None
        day = int(group("d") or 0)
        number = int(group("m", "ma", "m1") or 0)
        if group("d3"):
            last_year = year(group("y"))
            last = Printed(int(group("d3") or 0), int(group("m3") or 0), last_year)
            return Printed(day, number, year(group("ya")) or last_year), last
        first = Printed(day, number, year(group("y")))
        end = group("d2")
        return first, replace(first, day=int(end)) if end else None

    def _year_for(self, candidate: Candidate, printed: Printed, weekday: int | None) -> int | None:
        """Return the year of a date printed without one: the nearest before the publication.

        Words such as "akan" or "hingga" let it lie ahead, and so does a weekday that fits a day
        of the coming weeks.
        """
        known = self._years.get((printed.month, printed.day))
        if known:
            return known
        base = self._base
        if base is None:
            return None
        past = (
            base.year if (printed.month, printed.day) <= (base.month, base.day) else base.year - 1
        )
        coming = printed.date(past + 1)
        if coming is None:
            return past
        distance = (coming - base).days
        if _direction(candidate.group("deictic", "slot")) == 1 and distance <= _AHEAD:
            return past + 1
        if weekday and distance <= _NEAR and coming.isoweekday() == weekday:
            before = printed.date(past)
            if before is None or before.isoweekday() != weekday:
                return past + 1
        if distance <= _AHEAD and self._points_ahead(candidate):
            return past + 1
        if self._up_to(candidate) and distance <= _AHEAD // 2:
            return past + 1
        return past

    def _of_year(self, candidate: Candidate) -> int | None:
        """Return the year that "tahun lalu" and the like point at."""
        word = candidate.group("ofyear")
        if not word:
            return None
        step = _direction(word)
        if step is not None:
            return self._base.year + step if self._base else None
        follow = _follows(word)
        if follow is not None and self._periods:
            return self._periods[-1].begin.year + follow
        return None

    def _following_year(self, candidate: Candidate) -> int | None:
        """Return the year that closes a range begun here ("3 Maret hingga 5 April 2018")."""
        after = self._text[candidate.end : candidate.end + 24]
        if not re.match(r"\s{0,3}(?:[-–—]|hingga\b|sampai\b|dan\b|atau\b|,|s\.?d\.?)", after):
            return None
        if candidate.index + 1 >= len(self._candidates):
            return None
        other = self._candidates[candidate.index + 1]
        if other.start - candidate.end > 24:
            return None
        text = other.group("ny", "y")
        return int(text) if text and len(text) == 4 else None

    def _dated(self, candidate: Candidate, code: str | None) -> TimeFinding | None:
        """Return the finding for a match that prints day and month."""
        first, last = self._printed(candidate)
        weekday = (
            self._words.weekdays[fold(candidate.group("wd") or "")]
            if candidate.group("wd")
            else None
        )
        basis: Basis = "text"
        year = first.year
        if year is None and candidate.group("ofyear"):
            basis, year = "anchored", self._of_year(candidate)
        elif year is None:
            year = self._following_year(candidate)
            if year is None:
                basis, year = "anchored", self._year_for(candidate, first, weekday)
        if year is None:
            basis = "text"
        day = first.date(year)
        note = None
        span = candidate.match.span("inner") if candidate.name == "only_bracket" else None
        if day is None:
            if year is not None:
                note = f"no such day: {first.value(year)}"
            found = TimeFinding(
                span or (candidate.start, candidate.end), "DATE", first.value(year), basis,
                note=note,
            )  # fmt: skip
        else:
            if weekday and weekday != day.isoweekday():
                note = f"{day.isoformat()} is {_WEEKDAYS[day.isoweekday() - 1]}"
            period: Period | None = calendar.day_period(day)
            if last:
                until = last.date(year)
                if until and until < day and last.year is None:
                    until = last.date(day.year + 1)
                period = calendar.interval(day, until) or period
            found = self._date_finding(candidate, period, basis, note=note, span=span)
            if not last:
                if not note:
                    self._years.setdefault((day.month, day.day), day.year)
                if weekday and not note:
                    self._weekdays[weekday] = day
        if day is None and last:
            found = replace(found, value=f"{first.value(year)}/{last.value(year)}")
        return self._with_part(found, code)

    def _bracketed(self, candidate: Candidate) -> TimeFinding | None:
        return self._dated(
            candidate, self._part_code(candidate.group("part", "part2", "pa", "pb", "pc", "pd"))
        )

    def _weekday_date(self, candidate: Candidate) -> TimeFinding | None:
        return self._bracketed(candidate)

    def _date(self, candidate: Candidate) -> TimeFinding | None:
        return self._bracketed(candidate)

    def _number_date(self, candidate: Candidate) -> TimeFinding | None:
        return self._dated(candidate, None)

    def _only_bracket(self, candidate: Candidate) -> TimeFinding | None:
        """A day and a month alone in brackets count only close to the publication."""
        first, _ = self._printed(candidate)
        if self._base is None:
            return None
        for year in (self._base.year, self._base.year - 1):
            day = first.date(year)
            if day and -3 <= (self._base - day).days <= 31:
                self._years.setdefault((day.month, day.day), year)
                return self._dated(candidate, None)
        return None

    # -- weekdays, months, years -----------------------------------------------------------------

    def _weekday(self, candidate: Candidate) -> TimeFinding | None:
        number = self._words.weekdays[fold(candidate.group("wd") or "")]
        deictic, week = candidate.group("deictic"), candidate.group("week")
        code = self._part_code(candidate.group("part"))
        day = self._weekday_day(candidate, number, deictic, week)
        if candidate.group("eve"):
            code, day = "TNI", calendar.shift(day, -1) if day else None
            number = (number + 5) % 7 + 1
        unknown = f"XXXX-WXX-{number}"
        period = calendar.day_period(day) if day else None
        second = candidate.group("wd2")
        if second:
            other = self._words.weekdays[fold(second)]
            until = calendar.weekday_by(day, other, ahead=True) if day else None
            period = calendar.interval(day, until) or period
            unknown = f"{unknown}/XXXX-WXX-{other}"
        elif day:
            self._weekdays.setdefault(number, day)
        return self._with_part(
            self._date_finding(candidate, period, "anchored", unknown=unknown), code
        )

    def _weekday_day(
        self, candidate: Candidate, number: int, deictic: str | None, week: str | None
    ) -> datetime.date | None:
        base = self._base
        follow = _follows(deictic)
        if follow is not None:
            if follow == 0:
                known = self._weekdays.get(number)
                return known or (calendar.weekday_by(base, number) if base else None)
            last = self._last_day()
            near = calendar.shift(last, follow) if last else None
            return calendar.weekday_by(near, number, ahead=follow > 0) if near else None
        if week and base:
            moved = calendar.move(base, "week", _direction(week) or 0)
            return calendar.shift(moved.begin, number - 1) if moved else None
        step = _direction(deictic)
        if step is None:
            known = self._weekdays.get(number)
            if known and (base is None or abs((base - known).days) <= 14):
                return known
        if base is None:
            return None
        if step == 0:
            back = (base.isoweekday() - number) % 7
            return calendar.shift(base, -back if back <= 3 else 7 - back)
        if step == -1:
            before = calendar.shift(base, -1)
            return calendar.weekday_by(before, number) if before else None
        if step == 1:
            after = calendar.shift(base, 1)
            return calendar.weekday_by(after, number, ahead=True) if after else None
        return calendar.weekday_by(base, number, ahead=self._points_ahead(candidate))

    def _month(self, candidate: Candidate) -> TimeFinding | None:
        number = self._words.months[fold(candidate.group("mon") or "")]
        year_text, deictic = candidate.group("y"), candidate.group("deictic")
        mod = _mod(candidate.group("phase"))
        basis: Basis = "text" if year_text else "anchored"
        year = int(year_text) if year_text else self._month_year(candidate, number, deictic)
        period = calendar.month_period(year, number) if year else None
        unknown = f"XXXX-{number:02}"
        second = candidate.group("mon2")
        if second:
            last = self._words.months[fold(second)]
            unknown = f"{unknown}/XXXX-{last:02}"
            if year:
                start = year - 1 if last < number and year_text else year
                end = year + 1 if last < number and not year_text else year
                first = calendar.month_period(start, number)
                final = calendar.month_period(end, last)
                if first and final:
                    value = f"{first.value}/{final.value}"
                    period = Period("month", value, first.begin, final.end)
        return self._date_finding(candidate, period, basis, unknown=unknown, mod=mod)

    def _month_year(self, candidate: Candidate, number: int, deictic: str | None) -> int | None:
        if candidate.group("ofyear"):
            return self._of_year(candidate)
        base = self._base
        following = self._following_year(candidate)
        if following:
            return following
        if base is None:
            return None
        step = _direction(deictic)
        if step == -1:
            return base.year if number < base.month else base.year - 1
        if step == 1:
            return base.year if number > base.month else base.year + 1
        if step == 0:
            return base.year
        if number <= base.month:
            if self._points_ahead(candidate) and (number - base.month) % 12 * 30 <= _AHEAD:
                return base.year if number == base.month else base.year + 1
            return base.year
        near = (number - base.month) * 30 <= _AHEAD
        if near and (self._points_ahead(candidate) or self._up_to(candidate)):
            return base.year
        return base.year - 1

    def _quarter(self, candidate: Candidate) -> TimeFinding | None:
        nth = candidate.group("nth") or ""
        number = _NTH.get(nth) or int(nth)
        half = candidate.group("kind") in ("semester", "paruh")
        if half and number > 2:
            return None
        text = candidate.group("y")
        year = int(text) if text else self._of_year(candidate)
        make = calendar.half_period if half else calendar.quarter_period
        return self._date_finding(
            candidate,
            make(year, number) if year else None,
            "text" if text else "anchored",
            unknown=f"XXXX-{'H' if half else 'Q'}{number}",
            mod=_mod(candidate.group("phase")),
        )

    def _decade(self, candidate: Candidate) -> TimeFinding | None:
        text = candidate.group("dec", "plain") or ""
        if len(text) == 2:
            if not candidate.group("era"):
                return None
            year = int(text) + (2000 if text < "20" else 1900)
        else:
            year = int(text)
        return self._date_finding(
            candidate,
            calendar.decade_period(year),
            "text",
            mod=_mod(candidate.group("phase", "phase2")),
        )

    def _century(self, candidate: Candidate) -> TimeFinding | None:
        text = candidate.group("c") or ""
        number = int(text) if text.isdecimal() else _roman(text.upper())
        if not 1 <= number <= 21:
            return None
        mod = _mod(candidate.group("phase"))
        if candidate.group("bc"):
            return self._date_finding(candidate, None, "text", unknown=f"BC{number:02}", mod=mod)
        return self._date_finding(
            candidate, calendar.century_period(100 * (number - 1)), "text", mod=mod
        )

    def _year(self, candidate: Candidate) -> TimeFinding | None:
        first = int(candidate.group("y") or 0)
        mod = _mod(candidate.group("phase"))
        text = candidate.group("y2")
        if not text:
            span = None
            if candidate.group("this") and self._base and self._base.year != first:
                # "... sejak 2011 ini": the pronoun belongs to what stands before
                head = self._text[candidate.start : candidate.match.start("this")].rstrip()
                span = (candidate.start, candidate.start + len(head))
            return self._date_finding(
                candidate, calendar.year_period(first), "text", mod=mod, span=span
            )
        last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
        begin, end = calendar.year_period(first), calendar.year_period(last)
        if begin is None or end is None:
            return None
        period = Period("year", f"{begin.value}/{end.value}", begin.begin, end.end)
        return self._date_finding(candidate, period, "text", mod=mod)

    def _old_year(self, candidate: Candidate) -> TimeFinding | None:
        year = int(candidate.group("y") or 0)
        if candidate.group("bc"):
            return self._date_finding(candidate, None, "text", unknown=f"BC{year:04}")
        return self._date_finding(candidate, calendar.year_period(year), "text")

    def _unit(self, candidate: Candidate) -> TimeFinding | None:
        unit, phase = candidate.group("unit") or "", candidate.group("phase")
        deictic = candidate.group("deictic")
        granule = self._words.units[unit].granule
        follow = _follows(deictic)
        step = 0 if deictic is None else _direction(deictic)
        period = None
        if follow is not None:
            anchor = self._last_day() if granule == "day" else self._anchor_day()
            period = calendar.move(anchor, granule, follow) if anchor else None
        elif self._base and step is not None:
            period = calendar.move(self._base, granule, step)
        unknown = _UNKNOWN[granule]
        if granule == "week" and phase == "akhir":
            weekend = calendar.weekend_period(period.begin) if period else None
            return self._date_finding(candidate, weekend, "anchored", unknown="XXXX-WXX-WE")
        return self._date_finding(candidate, period, "anchored", unknown=unknown, mod=_mod(phase))

    # -- durations and sets ----------------------------------------------------------------------

    def _duration(self, candidate: Candidate) -> TimeFinding | None:
        group = candidate.group
        unit = self._words.units[fold(group("u", "se", "bu") or "")]
        number = "1" if group("se") else "X"
        if group("n"):
            number = self._words.number(group("n") or "") or "X"
        if number != "X" and group("half", "half2"):
            number = plain(float(number) + 0.5)
        mod = _approximation(group("approx"))
        rel = group("rel")
        span = (candidate.start, candidate.end)
        if group("se") and not rel and self._counts_per(candidate):
            return TimeFinding(span, "SET", unit.duration("1"), "text")
        if rel and group("n2"):
            number = "X"
        if not unit.granule and (
            rel in ("kemudian", "setelah itu", "sebelum itu") or _follows(rel)
        ):
            # "dua jam kemudian" says how long, since no hour is known to count from
            span, rel = (candidate.start, candidate.match.start("rel")), None
            span = (span[0], span[0] + len(self._text[span[0] : span[1]].rstrip()))
        if rel in ("lalu", "yang lalu", "silam", "yang silam", "kemarin"):
            return self._back_or_on(candidate, unit.granule, number, -1, self._base, mod)
        if rel in ("kemudian", "setelah itu") or _follows(rel) == 1:
            return self._back_or_on(candidate, unit.granule, number, 1, self._anchor_day(), mod)
        if rel == "sebelum itu" or _follows(rel) == -1:
            return self._back_or_on(candidate, unit.granule, number, -1, self._anchor_day(), mod)
        if rel and (rel in ("lagi", "mendatang") or rel.endswith("datang")):
            before = self._text[max(0, candidate.start - 16) : candidate.start]
            inside = re.search(
                r"\b(?:dalam|selama|untuk|hingga|waktu)\s{1,3}$", before, re.IGNORECASE
            )
            if not inside and unit.granule and number != "X":
                return self._back_or_on(candidate, unit.granule, number, 1, self._base, mod)
        if group("n"):
            number = self._words.number(group("n") or "") or "X"
        value = unit.duration(number)
        if group("n2"):
            value = f"{value}/{unit.duration(self._words.number(group('n2') or '') or 'X')}"
        elif group("nb"):
            small = self._words.units[fold(group("ub") or "")]
            more = small.duration(self._words.number(group("nb") or "") or "X")
            value = _join(value, more)
        return TimeFinding(span, "DURATION", value, "text", mod)

    def _counts_per(self, candidate: Candidate) -> bool:
        """Tell whether "sehari" says how often: "delapan jam sehari", "dua liter sehari"."""
        before = self._text[max(0, candidate.start - 40) : candidate.start]
        if not before[-1:].isspace():
            return False
        previous = self._candidates[candidate.index - 1] if candidate.index else None
        if previous and previous.name == "duration" and not previous.group("rel"):
            gap = self._text[previous.end : candidate.start]
            if gap.isspace():
                return True
        return bool(
            re.search(r"\d(?:\s(?:ribu|juta|miliar))?\s{1,3}[^\W\d_]{2,12}\s{1,3}$", before)
            or re.search(r"\bkali\s{1,3}$", before)
        )

    def _anchor_day(self) -> datetime.date | None:
        return self._periods[-1].begin if self._periods else None

    def _back_or_on(
        self,
        candidate: Candidate,
        granule: str,
        number: str,
        sign: int,
        base: datetime.date | None,
        mod: str | None,
    ) -> TimeFinding:
        """Return the date that lies ``number`` granules before or after ``base``."""
        span = (candidate.start, candidate.end)
        if number == "X" or not granule or "." in number or len(number) > 5:
            back = candidate.group("rel") or ""
            reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
            if granule == "" and back not in ("lalu", "yang lalu", "silam"):
                reference = "XXXX-XX-XX"
            return TimeFinding(span, "DATE", reference, "text", mod)
        if granule == "day" and base is not None and base is not self._base:
            base = self._last_day()
        period = calendar.move(base, granule, sign * int(number)) if base else None
        return self._date_finding(candidate, period, "anchored", unknown=_UNKNOWN[granule], mod=mod)

    def _set(self, candidate: Candidate) -> TimeFinding | None:
        group, units = candidate.group, self._words.units
        span = (candidate.start, candidate.end)
        mod = None
        if group("wd"):
            value = f"XXXX-WXX-{self._words.weekdays[fold(group('wd') or '')]}"
            if group("wd2"):
                value += f"/XXXX-WXX-{self._words.weekdays[fold(group('wd2') or '')]}"
            value += self._part_code(group("wpart")) or ""
        elif group("su"):
            unit = group("su")
            mod = "START" if group("sphase") == "awal" else "END"
            value = {"pekan": "XXXX-WXX", "bulan": "XXXX-XX", "tahun": "XXXX"}[unit or "tahun"]
            if unit == "pekan" and mod == "END":
                value, mod = "XXXX-WXX-WE", None
        elif group("d"):
            month = self._words.months[fold(group("dmon") or "")]
            value = f"XXXX-{month:02}-{int(group('d') or 0):02}"
        elif group("mon"):
            value = f"XXXX-{self._words.months[fold(group('mon') or '')]:02}"
        elif group("td"):
            value = f"XXXX-XX-{int(group('td') or 0):02}"
        elif group("spart"):
            value = f"XXXX-XX-XX{self._part_code(group('spart'))}"
        else:
            number = self._words.number(group("n", "on", "pn") or "1") or "1"
            name = group("u", "one", "pu", "tu", "ou", "onu")
            value = units[fold(name or "")].duration(number)
        return TimeFinding(span, "SET", value, "text", mod)

    # -- days and hours --------------------------------------------------------------------------

    def _phrase(self, candidate: Candidate) -> TimeFinding | None:
        phrase = self._words.phrases[fold(candidate.match.group())]
        span = (candidate.start, candidate.end)
        if phrase.kind == "REF":
            return TimeFinding(span, phrase.type, phrase.value, "text")
        base = self._last_day() if phrase.kind == "NEXT" else self._base
        day = calendar.shift(base, phrase.offset) if base else None
        found = self._date_finding(
            candidate,
            calendar.day_period(day) if day else None,
            "anchored",
            unknown=_UNKNOWN["day"],
        )
        return self._with_part(found, phrase.part)

    def _part(self, candidate: Candidate) -> TimeFinding | None:
        code = self._part_code(candidate.group("pa", "pb", "pc", "pd"))
        when = candidate.group("when", "when2")
        base: datetime.date | None
        if when in ("itu", "harinya", "sebelumnya", "berikutnya"):
            base = self._last_day()
            offset = {"sebelumnya": -1, "berikutnya": 1}.get(when, 0)
        elif when:
            base = self._base
            offset = {"kemarin": -1, "lalu": -1, "besok": 1, "esok": 1}.get(when, 0)
        else:
            base, offset = self._day_beside(candidate), 0
        day = calendar.shift(base, offset) if base else None
        found = self._date_finding(
            candidate,
            calendar.day_period(day) if day else None,
            "anchored",
            unknown=_UNKNOWN["day"],
        )
        return self._with_part(found, code)

    def _day_beside(self, candidate: Candidate) -> datetime.date | None:
        """Return the day named earlier in the same sentence."""
        if not self._days:
            return None
        start, day = self._days[-1]
        between = self._text[start : candidate.start]
        return day if len(between) < 200 and not re.search(r"[.!?]\s|\n", between) else None

    def _clock(self, candidate: Candidate) -> TimeFinding | None:
        part = candidate.group("part")
        begin = self._hour(candidate.group("t") or "", part)
        if begin is None:
            return None
        last = self._hour(candidate.group("t2") or "", part) if candidate.group("t2") else None
        day = self._day_after(candidate) or self._last_day()
        head = day.isoformat() if day else _UNKNOWN["day"]
        value = f"{head}T{begin}"
        if last:
            value = f"{value}/{head}T{last}"
        return TimeFinding(
            (candidate.start, candidate.end),
            "TIME",
            value,
            "anchored" if day else "text",
            _approximation(candidate.group("approx")),
            day,
            day,
        )

    def _day_after(self, candidate: Candidate) -> datetime.date | None:
        """Return the day that follows at once: "pukul 14.30 WIB, Rabu (5/7)"."""
        if candidate.index + 1 >= len(self._candidates):
            return None
        other = self._candidates[candidate.index + 1]
        gap = self._text[candidate.end : other.start]
        if len(gap) > 12 or not re.fullmatch(r"[\s,(]{0,4}(?:pada |hari |tanggal )?", gap):
            return None
        if other.name in ("clock", "duration", "set"):
            return None
        found = self._resolve(other)
        return found.begin if found and found.begin == found.end else None

    def _hour(self, words: str, part: str | None) -> str | None:
        numbers = re.split(r"[.:]", words)
        if numbers[0].isdecimal():
            hour, minute = (
                int(numbers[0]),
                ":".join(f"{int(text):02}" for text in numbers[1:]) or "00",
            )
        else:
            spelled = self._words.number(words)
            if spelled is None:
                return None
            whole, _, rest = spelled.partition(".")
            hour, minute = int(whole), "30" if rest else "00"
        if hour > 24:
            return None
        named = self._words.parts[fold(part)] if part else None
        if named and named.from_hour <= hour <= named.to_hour:
            hour += named.add
        return f"{hour:02}:{minute}"

    # -- other calendars and feasts --------------------------------------------------------------

    def _hijri(self, candidate: Candidate) -> TimeFinding | None:
        month = self._words.hijri_months[fold(candidate.group("hm") or "")]
        text, day = candidate.group("hy"), candidate.group("d")

        def period(year: int) -> Period | None:
            if not day:
                return calendar.hijri_month(year, month)
            found = calendar.hijri_day(year, month, int(day))
            return calendar.day_period(found) if found else None

        unknown = _UNKNOWN["day"] if day else _UNKNOWN["month"]
        mod = _mod(candidate.group("phase"))
        if text:
            return self._date_finding(
                candidate, period(int(text)), "text", unknown=unknown, mod=mod
            )
        gregorian = candidate.group("y")
        found = self._nearest_hijri(candidate, period)
        return self._date_finding(
            candidate, found, "text" if gregorian else "anchored", unknown=unknown, mod=mod
        )

    def _nearest_hijri(
        self, candidate: Candidate, period: Callable[[int], Period | None]
    ) -> Period | None:
        """Return the one near the publication, or the one of the year that the words name."""
        base = self._base
        if candidate.group("y"):
            base = calendar.date(int(candidate.group("y") or 0), 7, 1)
        year = calendar.hijri_of(base) if base else None
        if base is None or year is None:
            return None
        found = [value for value in map(period, range(year - 2, year + 3)) if value]
        step = _direction(candidate.group("deictic"))
        if candidate.group("y") or candidate.group("ofyear"):
            wanted = base.year if candidate.group("y") else self._of_year(candidate)
            found = [value for value in found if value.begin.year == wanted]
        elif step == -1:
            found = [value for value in found if value.end < base][-1:]
        elif step == 1:
            found = [value for value in found if value.begin > base][:1]
        else:
            found = [value for value in found if abs((value.begin - base).days) <= 2 * _NEAR]
        return min(found, key=lambda value: abs((value.begin - base).days), default=None)

    def _hijri_year(self, candidate: Candidate) -> TimeFinding | None:
        period = calendar.hijri_year(int(candidate.group("hy") or 0))
        return self._date_finding(candidate, period, "text") if period else None

    def _holiday(self, candidate: Candidate) -> TimeFinding | None:
        holiday = self._words.holidays[fold(candidate.group("holiday") or "")]
        rule = holiday.rule
        unknown = f"XXXX-{rule}" if rule[:1].isdecimal() else _UNKNOWN["day"]
        text, hijri = candidate.group("y"), candidate.group("hy")
        if hijri and rule.startswith("hijri:"):
            month, _, number = rule.removeprefix("hijri:").partition("-")
            day = calendar.hijri_day(int(hijri), int(month), int(number))
            known = holiday.dates.get(day.year) if day else None
            if day and known and abs((known - day).days) <= 2:
                day = known
        elif text:
            day = holiday.day(int(text))
        else:
            day = self._nearest_holiday(candidate, holiday)
        period = calendar.day_period(day) if day else None
        basis: Basis = "text" if text or hijri else "anchored"
        return self._date_finding(candidate, period, basis, unknown=unknown)

    def _nearest_holiday(self, candidate: Candidate, holiday: Holiday) -> datetime.date | None:
        """Return the holiday near the publication: never one further away than some weeks,
        unless the words say which.
        """
        base = self._base
        if base is None:
            return None
        if candidate.group("ofyear"):
            year = self._of_year(candidate)
            return holiday.day(year) if year else None
        days = [holiday.day(base.year + step) for step in (-1, 0, 1)]
        known = [day for day in days if day]
        step = _direction(candidate.group("deictic"))
        before = self._text[max(0, candidate.start - 24) : candidate.start].lower()
        if step == -1:
            return max((day for day in known if day < base), default=None)
        if step == 1 or re.search(r"\b(?:jelang|menjelang)\s(?:hari\s|libur\s)?$", before):
            return min((day for day in known if 0 <= (day - base).days <= _AHEAD), default=None)
        if step == 0:
            return holiday.day(base.year)
        near = [day for day in known if abs((day - base).days) <= _NEAR]
        return min(near, key=lambda day: abs((day - base).days), default=None)


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], "I"], strict=True):
        value = _ROMAN.get(here, 0)
        total += -value if value < _ROMAN.get(after, 0) and here != after else value
    return total


def _join(first: str, second: str) -> str:
    """Join two ISO durations: ``PT3H`` and ``PT20M`` give ``PT3H20M``."""
    second = second.removeprefix("P")
    if "T" in first and second.startswith("T"):
        second = second.removeprefix("T")
    return first + second
