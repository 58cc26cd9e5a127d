"""Feasts: holidays, and the months and days of the Hijri calendar that many of them go by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from simak.reading.time import calendar
from simak.reading.time.anchor import AHEAD, NEAR, Anchor, Interpreter
from simak.reading.time.calendar import Period
from simak.reading.time.candidate import UNKNOWN, Candidate
from simak.reading.time.deixis import direction, phase_modifier
from simak.reading.time.finding import TimeFinding
from simak.reading.time.hour import at_part
from simak.reading.time.vocabulary import Holiday
from simak.record import Basis

# "hari kedua Lebaran" is the day after the first.
_NTH = {"pertama": 0, "kedua": 1, "ketiga": 2, "keempat": 3}


def _hijri(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "1 Ramadan 1438 H", "awal Syawal", "Ramadan tahun lalu", "malam 1 Suro"."""
    month = anchor.words.hijri_months[candidate.key("hm")]
    day = 1 if candidate.group("one") else candidate.integer("d")

    def period(year: int) -> Period | None:
        if not day:
            return calendar.hijri_month(year, month)
        found = _known(anchor, month, day, calendar.hijri_day(year, month, day))
        return calendar.day_period(found) if found else None

    unknown = UNKNOWN["day"] if day else UNKNOWN["month"]
    year = candidate.integer("hy") or _javanese_year(anchor, candidate)
    found = period(year) if year else _nearest_hijri(anchor, candidate, period)
    basis: Basis = "text" if year or candidate.group("y") else "anchored"
    if candidate.group("eve"):
        return _eve(candidate, found, basis, unknown)
    mod = phase_modifier(candidate.group("phase"))
    return candidate.date(found, basis, unknown=unknown, mod=mod)


def _javanese_year(anchor: Anchor, candidate: Candidate) -> int | None:
    """Return the Hijri year of a Javanese one ("1 Suro 1957"), None where the year is no such.

    The Javanese count is 512 ahead of the Hijri one and some 67 behind the Gregorian.
    """
    year = candidate.integer("y")
    if not year or candidate.key("hm") not in anchor.words.javanese_months:
        return None
    marked = candidate.group("windu", "jawa")
    far = anchor.base is not None and anchor.base.year - year > 30
    return year - 512 if marked or far else None


def _known(
    anchor: Anchor, month: int, number: int, day: datetime.date | None
) -> datetime.date | None:
    """Return the day on which Indonesia kept a Hijri date, where that is known."""
    if day is None:
        return None
    for holiday in anchor.words.holidays.values():
        known = holiday.dates.get(day.year)
        if holiday.rule == f"hijri:{month}-{number}" and known and abs((known - day).days) <= 2:
            return known
    return day


def _eve(candidate: Candidate, period: Period | None, basis: Basis, unknown: str) -> TimeFinding:
    """Return the evening before: "malam Natal", "malam 1 Suro"."""
    day = calendar.shift(period.begin, -1) if period and period.begin == period.end else None
    eve = calendar.day_period(day) if day else None
    return at_part(candidate.date(eve, basis, unknown=unknown), "TNI")


def _nearest_hijri(
    anchor: Anchor, candidate: Candidate, period: Callable[[int], Period | None]
) -> Period | None:
    """Return the one near the publication, or the one of the year that the words name."""
    base = anchor.base
    if candidate.group("y"):
        base = calendar.date(candidate.integer("y"), 7, 1)
    year = calendar.hijri_of(base) if base else None
    if base is None or year is None:
        return None
    found = [value for value in map(period, range(year - 2, year + 3)) if value]
    step = direction(candidate.group("deictic"))
    if candidate.group("y") or candidate.group("ofyear"):
        wanted = base.year if candidate.group("y") else anchor.of_year(candidate)
        found = [value for value in found if value.begin.year == wanted]
    elif step == -1:
        found = [value for value in found if value.end < base][-1:]
    elif step == 1:
        found = [value for value in found if value.begin > base][:1]
    else:
        found = [value for value in found if abs((value.begin - base).days) <= 2 * NEAR]
    return min(found, key=lambda value: abs((value.begin - base).days), default=None)


def _hijri_year(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    period = calendar.hijri_year(candidate.integer("hy"))
    return candidate.date(period, "text") if period else None


def _holiday(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "Idul Fitri 1438 H", "Natal 2017", "jelang Lebaran", "H-7 Lebaran", "malam Natal"."""
    holiday = anchor.words.holidays[candidate.key("holiday")]
    rule = holiday.rule
    text, hijri = candidate.group("y"), candidate.group("hy")
    if hijri and rule.startswith("hijri:"):
        month, _, number = rule.removeprefix("hijri:").partition("-")
        found = calendar.hijri_day(int(hijri), int(month), int(number))
        day = _known(anchor, int(month), int(number), found)
    elif text:
        day = holiday.day(int(text))
    else:
        day = _nearest_holiday(anchor, candidate, holiday)
    away = _days_away(candidate)
    unknown = UNKNOWN["day"]
    if rule[:1].isdecimal() and not away and not candidate.group("eve"):
        unknown = f"XXXX-{rule}"
    day = calendar.shift(day, away) if day else None
    period = calendar.day_period(day) if day else None
    basis: Basis = "text" if text or hijri else "anchored"
    if candidate.group("eve"):
        return _eve(candidate, period, basis, unknown)
    return candidate.date(period, basis, unknown=unknown)


def _days_away(candidate: Candidate) -> int:
    """Return how many days before or behind the holiday: "H-7", "H+3", "hari kedua"."""
    if candidate.group("far"):
        return candidate.integer("far") * (1 if candidate.group("sign") == "+" else -1)
    nth = candidate.group("nth")
    if not nth:
        return 0
    return _NTH[nth] if nth in _NTH else max(int(nth[-1]), 1) - 1


def _nearest_holiday(
    anchor: Anchor, candidate: Candidate, holiday: Holiday
) -> datetime.date | None:
    """Return the holiday near the publication: never one further away than some weeks,
    unless the words say which.
    """
    base = anchor.base
    if base is None:
        return None
    if candidate.group("ofyear"):
        year = anchor.of_year(candidate)
        return holiday.day(year) if year else None
    days = [holiday.day(base.year + step) for step in (-1, 0, 1)]
    known = [day for day in days if day]
    step = direction(candidate.group("deictic"))
    before = anchor.text[max(0, candidate.start - 24) : candidate.start].lower()
    if step == -1:
        return max((day for day in known if day < base), default=None)
    if step == 1 or re.search(r"\b(?:jelang|menjelang)\s(?:hari\s|libur\s)?$", before):
        return min((day for day in known if 0 <= (day - base).days <= AHEAD), default=None)
    if step == 0:
        return holiday.day(base.year)
    near = [day for day in known if abs((day - base).days) <= NEAR]
    return min(near, key=lambda day: abs((day - base).days), default=None)


INTERPRETERS: dict[str, Interpreter] = {
    "hijri": _hijri,
    "hijri_year": _hijri_year,
    "holiday": _holiday,
}
