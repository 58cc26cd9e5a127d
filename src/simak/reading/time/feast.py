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
from simak.reading.time.vocabulary import Holiday
from simak.record import Basis


def _hijri(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "1 Ramadan 1438 H", "awal Syawal", "Ramadan tahun lalu"."""
    month = anchor.words.hijri_months[candidate.key("hm")]
    text, day = candidate.group("hy"), candidate.group("d")

    def period(year: int) -> Period | None:
        if not day:
            return calendar.hijri_month(year, month)
        found = calendar.hijri_day(year, month, int(day))
        return calendar.day_period(found) if found else None

    unknown = UNKNOWN["day"] if day else UNKNOWN["month"]
    mod = phase_modifier(candidate.group("phase"))
    if text:
        return candidate.date(period(int(text)), "text", unknown=unknown, mod=mod)
    gregorian = candidate.group("y")
    found = _nearest_hijri(anchor, candidate, period)
    return candidate.date(found, "text" if gregorian else "anchored", unknown=unknown, mod=mod)


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
    """Read "Idul Fitri 1438 H", "Natal 2017", "jelang Lebaran"."""
    holiday = anchor.words.holidays[candidate.key("holiday")]
    rule = holiday.rule
    unknown = f"XXXX-{rule}" if rule[:1].isdecimal() else UNKNOWN["day"]
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
        day = _nearest_holiday(anchor, candidate, holiday)
    period = calendar.day_period(day) if day else None
    basis: Basis = "text" if text or hijri else "anchored"
    return candidate.date(period, basis, unknown=unknown)


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
