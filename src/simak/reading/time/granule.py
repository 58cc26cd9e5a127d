"""Granules: weeks, months, quarters, years, decades and centuries."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from simak.reading.time import calendar
from simak.reading.time.anchor import AHEAD, Anchor, Interpreter
from simak.reading.time.calendar import Period
from simak.reading.time.candidate import UNKNOWN, Candidate
from simak.reading.time.deixis import approximation, direction, follows, phase_modifier
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import fold
from simak.record import Basis

# Ordinals of quarters and half years.
_NTH = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
        "satu": 1, "dua": 2, "tiga": 3, "empat": 4}  # fmt: skip
# Where in its month a week lies.
_WEEK = {"pertama": "START", "ke-1": "START", "ke1": "START", "keempat": "END", "ke-4": "END",
         "kelima": "END", "ke-5": "END", "terakhir": "END"}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _month(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "Mei 2018", "awal Juni", "Maret-April", "Januari tahun lalu"."""
    number = anchor.words.months[candidate.key("mon")]
    year_text = candidate.group("y")
    week = candidate.group("nth")
    mod = _WEEK.get(week, "MID") if week else phase_modifier(candidate.group("phase"))
    basis: Basis = "text" if year_text else "anchored"
    year = int(year_text) if year_text else _month_year(anchor, candidate, number)
    period = calendar.month_period(year, number) if year else None
    unknown = f"XXXX-{number:02}"
    second = candidate.group("mon2")
    if second:
        last = anchor.words.months[fold(second)]
        unknown = f"{unknown}/XXXX-{last:02}"
        if year:
            start = year - 1 if last < number and year_text else year
            end = year + 1 if last < number and not year_text else year
            first = calendar.month_period(start, number)
            final = calendar.month_period(end, last)
            if first and final:
                value = f"{first.value}/{final.value}"
                period = Period("month", value, first.begin, final.end)
    return candidate.date(period, basis, unknown=unknown, mod=mod)


def _month_year(anchor: Anchor, candidate: Candidate, number: int) -> int | None:
    """Return the year of a month named without one: the nearest, behind rather than ahead."""
    if candidate.group("ofyear"):
        return anchor.of_year(candidate)
    base = anchor.base
    following = anchor.following_year(candidate)
    if following:
        return following
    if base is None:
        return None
    step = direction(candidate.group("deictic"))
    if step and number == base.month and _is_part_of_month(candidate, base, step):
        return base.year
    if step == -1:
        return base.year if number < base.month else base.year - 1
    if step == 1:
        return base.year if number > base.month else base.year + 1
    if step == 0:
        return base.year
    if number <= base.month:
        if anchor.points_ahead(candidate) and (number - base.month) % 12 * 30 <= AHEAD:
            return base.year if number == base.month else base.year + 1
        return base.year
    near = (number - base.month) * 30 <= AHEAD
    if near and (anchor.points_ahead(candidate) or anchor.up_to(candidate)):
        return base.year
    return base.year - 1


def _is_part_of_month(candidate: Candidate, base: datetime.date, step: int) -> bool:
    """Tell whether "awal November lalu", "akhir Januari nanti" is a part of the running month."""
    mod = phase_modifier(candidate.group("phase"))
    begins = {"START": 11, "MID": 21}.get(mod or "", 32)
    ends = {"MID": 10, "END": 20}.get(mod or "", 0)
    return base.day >= begins if step < 0 else base.day <= ends


def _quarter(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "kuartal I 2018", "semester kedua tahun lalu", "Q2 2024", "triwulan ketiga"."""
    half = candidate.group("kind") in ("semester", "paruh")
    nth = candidate.group("nth", "q") or ""
    number = (2 if half else 4) if nth == "terakhir" else _NTH.get(nth) or int(nth)
    second = candidate.group("nth2")
    last = (_NTH.get(second) or int(second)) if second else number
    if (half and last > 2) or number > last:
        return None
    make = calendar.half_period if half else calendar.quarter_period
    text = candidate.group("y")
    if text:
        period = make(int(text), number)
    elif candidate.group("ofyear"):
        year = anchor.of_year(candidate)
        period = make(year, number) if year else None
    else:
        period = _near(anchor, candidate, lambda year: make(year, number))
    unknown = f"XXXX-{'H' if half else 'Q'}"
    until = make(period.begin.year, last) if period and second else None
    if period and until:
        value = f"{period.value}/{until.value}"
        period = Period(period.granule, value, period.begin, until.end)
    return candidate.date(
        period,
        "text" if text else "anchored",
        unknown=f"{unknown}{number}/{unknown}{last}" if second else f"{unknown}{number}",
        mod=phase_modifier(candidate.group("phase")),
    )


def _near(
    anchor: Anchor, candidate: Candidate, make: Callable[[int], Period | None]
) -> Period | None:
    """Return the last one that has begun, or the next to come if the words point ahead."""
    base = anchor.base
    if base is None:
        return None
    known = [period for far in (-1, 0, 1) if (period := make(base.year + far))]
    step = direction(candidate.group("deictic"))
    if step == 0:
        return make(base.year)
    if step == -1:
        return next((period for period in reversed(known) if period.end < base), None)
    if step == 1 or anchor.points_ahead(candidate):
        return next((period for period in known if period.end >= base), None)
    return next((period for period in reversed(known) if period.begin <= base), None)


def _decade(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "era 1990-an", "tahun 80-an"."""
    tens = candidate.key("tens")
    text = f"{anchor.words.digits[tens]}0" if tens else candidate.group("dec", "plain") or ""
    if len(text) == 2:
        if not candidate.group("era"):
            return None
        year = int(text) + (2000 if text < "20" else 1900)
    else:
        year = int(text)
    return candidate.date(
        calendar.decade_period(year),
        "text",
        mod=phase_modifier(candidate.group("phase", "phase2")),
    )


def _century(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "abad ke-19", "abad IX", "abad 2 SM"."""
    text = candidate.group("c") or ""
    spelled = anchor.words.number(candidate.key("cw")) if candidate.group("cw") else None
    number = int(spelled or text) if spelled or text.isdecimal() else _roman(text.upper())
    if not 1 <= number <= 21:
        return None
    mod = phase_modifier(candidate.group("phase"))
    if candidate.group("bc"):
        return candidate.date(None, "text", unknown=f"BC{number:02}", mod=mod)
    return candidate.date(calendar.century_period(100 * (number - 1)), "text", mod=mod)


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], "I"], strict=True):
        value = _ROMAN.get(here, 0)
        total += -value if value < _ROMAN.get(after, 0) and here != after else value
    return total


def _year(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "2018", "tahun 2011 ini", "1998-2003"."""
    first = candidate.integer("y")
    mod = phase_modifier(candidate.group("phase")) or approximation(candidate.group("approx"))
    text = candidate.group("y2")
    if not text:
        span = None
        if candidate.group("this") and anchor.base and anchor.base.year != first:
            # "... sejak 2011 ini": the pronoun belongs to what stands before
            head = anchor.text[candidate.start : candidate.match.start("this")].rstrip()
            span = (candidate.start, candidate.start + len(head))
        return candidate.date(calendar.year_period(first), "text", mod=mod, span=span)
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    begin, end = calendar.year_period(first), calendar.year_period(last)
    if begin is None or end is None:
        return None
    period = Period("year", f"{begin.value}/{end.value}", begin.begin, end.end)
    return candidate.date(period, "text", mod=mod)


def _short_year(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "tahun 98", "tahun '65": years of the last century."""
    period = calendar.year_period(1900 + candidate.integer("y"))
    mod = phase_modifier(candidate.group("phase")) or approximation(candidate.group("approx"))
    return candidate.date(period, "text", mod=mod)


def _old_year(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "tahun 79 Masehi", "tahun 300 SM"."""
    year = candidate.integer("y")
    if candidate.group("bc"):
        return candidate.date(None, "text", unknown=f"BC{year:04}")
    return candidate.date(calendar.year_period(year), "text")


def _unit(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "pekan lalu", "bulan ini", "akhir pekan", "tahun berikutnya"."""
    unit, phase = candidate.group("unit") or "", candidate.group("phase")
    deictic = candidate.group("deictic")
    granule = "day" if unit == "tanggal" else anchor.words.units[unit].granule
    follow = follows(deictic)
    step = 0 if deictic is None else direction(deictic)
    period = None
    if follow is not None:
        base = anchor.last_day() if granule == "day" else anchor.last_begin()
        period = calendar.move(base, granule, follow) if base else None
    elif anchor.base and step is not None:
        period = calendar.move(anchor.base, granule, step)
    unknown = UNKNOWN[granule]
    if granule == "week" and phase == "akhir":
        weekend = calendar.weekend_period(period.begin) if period else None
        return candidate.date(weekend, "anchored", unknown="XXXX-WXX-WE")
    return candidate.date(period, "anchored", unknown=unknown, mod=phase_modifier(phase))


INTERPRETERS: dict[str, Interpreter] = {
    "month": _month,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "short_year": _short_year,
    "old_year": _old_year,
    "unit": _unit,
}
