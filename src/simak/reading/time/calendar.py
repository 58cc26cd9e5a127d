"""Calendar arithmetic for TIMEX3 values; no text, no lexicon.

A `Period` is a stretch of days with the value that names it (TimeML 1.2.1, TIMEX3 ``value``; ISO
8601). Nothing here raises on dates beyond the years 1-9999: a function returns None instead.
"""

from __future__ import annotations

import calendar
import datetime
import functools
from dataclasses import dataclass
from typing import Literal

from hijridate import Gregorian, Hijri

Granule = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century"]
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``begin`` to ``end`` (both included), and the value that names them."""

    granule: Granule
    value: str
    begin: datetime.date
    end: datetime.date


def date(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date, or None if there is no such day."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift(day: datetime.date, days: int) -> datetime.date | None:
    """Return the date ``days`` later (earlier if negative), or None beyond the calendar."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def day_period(day: datetime.date) -> Period:
    """Return one day: ``2023-06-21``."""
    return Period("day", day.isoformat(), day, day)


def week_period(day: datetime.date) -> Period | None:
    """Return the ISO week that holds ``day``: ``2023-W25``."""
    begin = shift(day, -day.weekday())
    end = shift(day, 6 - day.weekday())
    if begin is None or end is None:
        return None
    iso = day.isocalendar()
    return Period("week", f"{iso.year:04}-W{iso.week:02}", begin, end)


def weekend_period(day: datetime.date) -> Period | None:
    """Return Saturday and Sunday of the ISO week that holds ``day``: ``2023-W25-WE``."""
    week = week_period(day)
    begin = shift(week.begin, 5) if week else None
    if week is None or begin is None:
        return None
    return Period("week", f"{week.value}-WE", begin, week.end)


def _span(granule: Granule, value: str, year: int, first: int, last: int) -> Period | None:
    begin = date(year, first, 1)
    if begin is None:
        return None
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return Period(granule, value, begin, end)


def month_period(year: int, month: int) -> Period | None:
    """Return a month: ``2023-06``. Months beyond 1-12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _span("month", f"{year:04}-{month:02}", year, month, month)


def quarter_period(year: int, quarter: int) -> Period | None:
    """Return a quarter: ``2023-Q2``."""
    if not 1 <= quarter <= 4:
        return None
    return _span("quarter", f"{year:04}-Q{quarter}", year, 3 * quarter - 2, 3 * quarter)


def half_period(year: int, half: int) -> Period | None:
    """Return a half year: ``2023-H1``."""
    if not 1 <= half <= 2:
        return None
    return _span("half", f"{year:04}-H{half}", year, 6 * half - 5, 6 * half)


def year_period(year: int) -> Period | None:
    """Return a year: ``2023``."""
    return _span("year", f"{year:04}", year, 1, 12)


def _years(granule: Granule, value: str, first: int, last: int) -> Period | None:
    begin, end = date(max(first, 1), 1, 1), date(last, 12, 31)
    return Period(granule, value, begin, end) if begin and end else None


def decade_period(year: int) -> Period | None:
    """Return the decade of ``year``: ``199`` for 1990 to 1999."""
    return _years("decade", f"{year // 10:03}", year // 10 * 10, year // 10 * 10 + 9)


def century_period(year: int) -> Period | None:
    """Return the century whose years begin like ``year``: ``18`` for 1800 to 1899."""
    return _years("century", f"{year // 100:02}", year // 100 * 100, year // 100 * 100 + 99)


def move(day: datetime.date, granule: str, count: int) -> Period | None:
    """Return the period of ``granule`` that lies ``count`` such periods after the one of ``day``.

    >>> move(datetime.date(2017, 5, 8), "week", -1).value
    '2017-W18'
    """
    if abs(count) > 100_000:
        return None
    if granule == "day":
        other = shift(day, count)
        return day_period(other) if other else None
    if granule == "week":
        other = shift(day, 7 * count)
        return week_period(other) if other else None
    if granule == "month":
        return month_period(day.year, day.month + count)
    if granule in ("quarter", "half"):
        parts, make = (4, quarter_period) if granule == "quarter" else (2, half_period)
        index = day.year * parts + (day.month - 1) * parts // 12 + count
        return make(index // parts, index % parts + 1)
    if granule == "year":
        return year_period(day.year + count)
    if granule == "decade":
        return decade_period(day.year + 10 * count)
    if granule == "century":
        return century_period(day.year + 100 * count)
    return None


def weekday_by(day: datetime.date, weekday: int, *, ahead: bool = False) -> datetime.date | None:
    """Return the nearest ISO ``weekday`` not after ``day`` (``ahead``: not before it)."""
    back = (day.isoweekday() - weekday) % 7
    return shift(day, (7 - back) % 7 if ahead else -back)


@functools.lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian date of a Hijri one, Umm al-Qura calendar.

    The Indonesian calendar may differ by a day, since it goes by the sighting of the moon.
    """
    try:
        return datetime.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


@functools.lru_cache(maxsize=1024)
def hijri_month(year: int, month: int) -> Period | None:
    """Return a Hijri month as an interval of Gregorian days."""
    begin = hijri_day(year, month, 1)
    try:
        length = Hijri(year, month, 1).month_length()
    except (ValueError, OverflowError):
        return None
    end = shift(begin, length - 1) if begin else None
    return interval(begin, end, "month")


def hijri_year(year: int) -> Period | None:
    """Return a Hijri year as an interval of Gregorian days."""
    begin, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return interval(begin, after - DAY if after else None, "year")


@functools.lru_cache(maxsize=1024)
def hijri_of(day: datetime.date) -> int | None:
    """Return the Hijri year in which ``day`` lies, or None outside the tables (1924 to 2077)."""
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def pasaran(day: datetime.date) -> int:
    """Return the day's place in the Javanese week of five: 1 Legi, 2 Pahing, ... 5 Kliwon.

    >>> pasaran(datetime.date(1945, 8, 17))
    1
    """
    return (day.toordinal() - datetime.date(1945, 8, 17).toordinal()) % 5 + 1


def interval(
    begin: datetime.date | None, end: datetime.date | None, granule: Granule = "day"
) -> Period | None:
    """Return the days from ``begin`` to ``end`` as an ISO interval, None if one is missing."""
    if begin is None or end is None or end < begin:
        return None
    return Period(granule, f"{begin.isoformat()}/{end.isoformat()}", begin, end)


def easter(year: int) -> datetime.date | None:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
