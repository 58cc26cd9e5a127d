"""Printed dates: "Rabu (21/6/2023)", "20 Juni", "3-5 Mei 2018"; which year, if none is printed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from simak.reading.time import calendar
from simak.reading.time.anchor import AHEAD, NEAR, Anchor, Interpreter
from simak.reading.time.calendar import Period
from simak.reading.time.candidate import Candidate
from simak.reading.time.deixis import direction, follows
from simak.reading.time.finding import TimeFinding
from simak.reading.time.hour import at_part, part_code
from simak.reading.time.vocabulary import Vocabulary, fold
from simak.record import Basis

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_PASARAN = ("Legi", "Pahing", "Pon", "Wage", "Kliwon")


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


def _bracketed(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read a date that may have a weekday before it and a part of the day on either side."""
    part = candidate.group("part", "part2", "pa", "pb", "pc", "pd")
    return at_part(_dated(anchor, candidate), part_code(anchor.words, part))


def _dated(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read a match that prints day and month."""
    first, last = _printed(anchor.words, candidate)
    weekday = anchor.words.weekdays[candidate.key("wd")] if candidate.group("wd") else None
    year, basis = _year(anchor, candidate, first, weekday)
    span = candidate.match.span("inner") if candidate.name == "only_bracket" else candidate.span
    day = first.date(year)
    if day is None:
        value = first.value(year)
        note = None if year is None else f"no such day: {value}"
        if last:
            value = f"{value}/{last.value(year)}"
        return TimeFinding(span, "DATE", value, basis, note=note)
    note = None
    market = anchor.words.pasaran.get(candidate.key("pasaran"))
    if weekday and weekday != day.isoweekday():
        note = f"{day.isoformat()} is {_WEEKDAYS[day.isoweekday() - 1]}"
    elif market and market != calendar.pasaran(day):
        note = f"{day.isoformat()} is {_PASARAN[calendar.pasaran(day) - 1]}"
    period: Period | None = calendar.day_period(day)
    if last:
        until = last.date(year)
        if until and until < day and last.year is None:
            until = last.date(day.year + 1)
        period = calendar.interval(day, until) or period
    elif not note:
        if _is_another(anchor, candidate, day):
            # "pria kelahiran 27 Juli 1968 ini": the pronoun belongs to what stands before
            head = anchor.text[candidate.start : candidate.match.start("deictic")]
            span = (span[0], span[0] + len(head.rstrip()))
        anchor.years.setdefault((day.month, day.day), day.year)
        if weekday:
            anchor.weekdays[weekday] = day
    return candidate.date(period, basis, note=note, span=span)


def _is_another(anchor: Anchor, candidate: Candidate, day: datetime.date) -> bool:
    """Tell whether "ini" stands behind a date far from the day of speaking."""
    if candidate.name != "date" or candidate.group("deictic") != "ini":
        return False
    return anchor.base is not None and abs((anchor.base - day).days) > NEAR


def _printed(words: Vocabulary, candidate: Candidate) -> tuple[Printed, Printed | None]:
    """Return the date that the match prints, and the last day where it is a range."""
    group, integer = candidate.group, candidate.integer

    def year(text: str | None) -> int | None:
        if not text:
            return None
        return int(text) + (0 if len(text) == 4 else 2000)

    def month(text: str | None) -> int:
        text = fold(text or "")
        return words.months.get(text) or words.short_months[text.rstrip(".")]

    last: Printed | None = None
    if group("nd"):
        first = Printed(integer("nd"), month(group("mon", "short")), year(group("ny")))
        if group("nd3"):
            last = Printed(integer("nd3"), month(group("mon3")), year(group("ny3")))
        end = group("nd2")
    elif group("d3"):
        first = Printed(integer("d"), integer("m", "ma", "m1"), year(group("ya")))
        last = Printed(integer("d3"), integer("m3"), year(group("y")))
        end = None
    else:
        first = Printed(integer("d"), integer("m", "ma", "m1"), year(group("y")))
        end = group("d2")
    if last is not None:
        return replace(first, year=first.year or last.year), last
    return first, replace(first, day=int(end)) if end else None


def _year(
    anchor: Anchor, candidate: Candidate, printed: Printed, weekday: int | None
) -> tuple[int | None, Basis]:
    """Return the year of a printed date, and whether it stands in the text."""
    if printed.year is not None:
        return printed.year, "text"
    basis: Basis = "anchored"
    if candidate.group("ofyear"):
        year = anchor.of_year(candidate)
    else:
        year = anchor.following_year(candidate)
        if year is not None:
            basis = "text"
        else:
            year = _nearest_year(anchor, candidate, printed, weekday)
    return year, "text" if year is None else basis


def _nearest_year(
    anchor: Anchor, candidate: Candidate, printed: Printed, weekday: int | None
) -> int | None:
    """Return the year of a date printed without one: the nearest before the publication.

    Words such as "akan" or "hingga" let it lie ahead, and so does a weekday that fits a day
    of the coming weeks.
    """
    known = anchor.years.get((printed.month, printed.day))
    if known:
        return known
    base = anchor.base
    if base is None:
        return None
    past = base.year if (printed.month, printed.day) <= (base.month, base.day) else base.year - 1
    coming = printed.date(past + 1)
    if coming is None:
        return past
    distance = (coming - base).days
    if candidate.name == "bracketed" and not weekday:
        # "besok (15/5)": never far away
        before = printed.date(past)
        return past + 1 if before is None or distance < (base - before).days else past
    if distance <= AHEAD and anchor.is_told_of(coming):
        return past + 1
    if direction(candidate.group("deictic", "slot")) == 1 and distance <= AHEAD:
        return past + 1
    if weekday and distance <= NEAR and coming.isoweekday() == weekday:
        before = printed.date(past)
        if before is None or before.isoweekday() != weekday:
            return past + 1
    if distance <= AHEAD and anchor.points_ahead(candidate):
        return past + 1
    if distance <= 2 * NEAR and anchor.leads_ahead(candidate):
        return past + 1
    if distance <= NEAR and anchor.tells_of_plans(candidate) and not anchor.looks_back(candidate):
        return past + 1
    if anchor.up_to(candidate) and distance <= AHEAD // 2:
        return past + 1
    return past


def _only_bracket(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read a day and a month alone in brackets: they count only close to the publication."""
    first, _ = _printed(anchor.words, candidate)
    if anchor.base is None:
        return None
    for year in (anchor.base.year, anchor.base.year - 1):
        day = first.date(year)
        if day and -3 <= (anchor.base - day).days <= 31:
            anchor.years.setdefault((day.month, day.day), year)
            return _dated(anchor, candidate)
    return None


def _day_of_month(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "tanggal 5", "tanggal 17 bulan lalu", "tanggal 5-7 nanti"."""
    first, text = candidate.integer("md"), candidate.group("md2")
    last = int(text) if text else None
    begin = _in_month(anchor, candidate, first)
    unknown = f"XXXX-XX-{first:02}"
    if last is None:
        period = calendar.day_period(begin) if begin else None
        return candidate.date(period, "anchored", unknown=unknown)
    end = calendar.date(begin.year, begin.month, last) if begin else None
    return candidate.date(
        calendar.interval(begin, end), "anchored", unknown=f"{unknown}/XXXX-XX-{last:02}"
    )


def _in_month(anchor: Anchor, candidate: Candidate, day: int) -> datetime.date | None:
    """Return the day of the month that the words name, else of the only one that fits.

    That is the month of the last date in the text, or else the last such day before the
    publication (the next one where the words point ahead); if these differ, nobody can tell.
    """
    month, base = candidate.group("month"), anchor.base
    deictic = candidate.group("deictic")
    follow, last = follows(month or deictic), anchor.last_begin()
    if follow is not None:
        named = calendar.move(last, "month", follow) if last else None
    elif month:
        named = calendar.move(base, "month", direction(month) or 0) if base else None
    else:
        near = _nearest_day(anchor, candidate, day) if base else None
        beside = anchor.day_beside(candidate)
        if beside is None or near is None:
            return near or (calendar.date(beside.year, beside.month, day) if beside else None)
        same = (beside.year, beside.month) == (near.year, near.month)
        return near if same else None
    return calendar.date(named.begin.year, named.begin.month, day) if named else None


def _nearest_day(anchor: Anchor, candidate: Candidate, day: int) -> datetime.date | None:
    base = anchor.base
    step = direction(candidate.group("deictic"))
    ahead = step == 1 or (step is None and anchor.points_ahead(candidate))
    months = (
        (calendar.move(base, "month", count if ahead else -count) for count in range(3))
        if (base)
        else ()
    )
    for month in months:
        found = calendar.date(month.begin.year, month.begin.month, day) if month else None
        if base and found and (found >= base if ahead else found <= base):
            return found
    return None


INTERPRETERS: dict[str, Interpreter] = {
    "bracketed": _bracketed,
    "weekday_date": _bracketed,
    "date": _bracketed,
    "number_date": _dated,
    "only_bracket": _only_bracket,
    "day_of_month": _day_of_month,
}
