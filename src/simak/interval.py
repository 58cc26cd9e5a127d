"""Intervals: the stretch of time that a TIMEX3 value covers, for stores, exports and questions.

A value names a day ("2023-06-21"), a month, a quarter, a part of a day, an hour ... or two of them
with a slash between. Nothing here needs the pipeline; anything may import it.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_DAY = datetime.timedelta(days=1)

# Hours of the parts of a day, as wide as the Indonesian words are used: TMO is "dini hari" to
# "pagi", TAF "siang" and "sore", TEV "petang", TNI "malam"; TDT the daytime. They overlap.
PARTS = {"TMO": (0, 12), "TAF": (11, 18), "TEV": (17, 20), "TNI": (18, 24), "TDT": (6, 18)}

_VALUE = re.compile(
    r"""
      (?P<day>\d{4}-\d\d-\d\d)
      (?:(?P<part>T[A-Z]{2})|T(?P<h>\d\d)(?::(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?)?)?
    | (?P<year>\d{4})
      (?:-(?:(?P<month>\d\d)|W(?P<week>\d\d)(?:-(?P<weekday>WE|[1-7]))?
      |Q(?P<quarter>[1-4])|H(?P<half>[12])))?
    | (?P<decade>\d{3})
    | (?P<century>\d\d)
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Interval:
    """Time from ``begin`` to before ``end``, local time as the article's words have it.

    ``first`` and ``last`` are the days that it touches, both included.

    >>> interval("2023-06").last
    datetime.date(2023, 6, 30)
    """

    begin: datetime.datetime
    end: datetime.datetime

    @property
    def first(self) -> datetime.date:
        """The day on which it begins."""
        return self.begin.date()

    @property
    def last(self) -> datetime.date:
        """The last day that it touches."""
        return (self.end - datetime.datetime.resolution).date()


def interval(value: str) -> Interval | None:
    """Return the time that a TIMEX3 ``value`` of type DATE or TIME covers.

    None where it lies nowhere in the calendar: a partial value (``XXXX-06-20``), a reference
    (``PAST_REF``), a duration or set (``P3D``), years before Christ, a day that there is none of.
    ``mod`` narrows nothing: "awal Maret" lies in March, and no one can say up to which day.

    >>> interval("2024-03-28/2024-03-30").first
    datetime.date(2024, 3, 28)
    >>> interval("2023-06-21T14:30").end
    datetime.datetime(2023, 6, 21, 14, 31)
    """
    first, slash, last = value.partition("/")
    begin = _single(first)
    end = _single(last) if slash else begin
    if begin is None or end is None or end.end <= begin.begin:
        return None
    return Interval(begin.begin, end.end)


def _single(value: str) -> Interval | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _on_day(match) if match["day"] else _days(match)
    except (ValueError, OverflowError):
        return None  # 30 February, week 60, the year 0


def _on_day(match: re.Match[str]) -> Interval | None:
    """Return a day, a part of it or an hour, minute or second."""
    midnight = datetime.datetime.fromisoformat(match["day"])
    if match["part"]:
        if match["part"] not in PARTS:
            return None
        low, high = PARTS[match["part"]]
        return Interval(_after(midnight, hours=low), _after(midnight, hours=high))
    if match["h"] is None:
        return Interval(midnight, _after(midnight, hours=24))
    hour, minute, second = (int(match[name] or 0) for name in ("h", "m", "s"))
    if hour * 3600 + minute * 60 + second > 24 * 3600:
        return None
    begin = _after(midnight, hours=hour, minutes=minute, seconds=second)
    unit = "seconds" if match["s"] else "minutes" if match["m"] else "hours"
    return Interval(begin, _after(begin, **{unit: 1}))


def _days(match: re.Match[str]) -> Interval:
    """Return a year, or a part or a multiple of years."""
    if match["century"]:
        return _years(int(match["century"]) * 100, 100)
    if match["decade"]:
        return _years(int(match["decade"]) * 10, 10)
    year = int(match["year"])
    if match["week"]:
        named = match["weekday"]
        day = {"WE": 6, None: 1}.get(named) or int(named)
        begin = datetime.date.fromisocalendar(year, int(match["week"]), day)
        return _between(begin, begin + {"WE": 1, None: 6}.get(named, 0) * _DAY)
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    return _years(year, 1)


def _months(year: int, first: int, count: int) -> Interval:
    last = first + count - 1
    begin = datetime.date(year, first, 1)
    return _between(begin, datetime.date(year, last, calendar.monthrange(year, last)[1]))


def _years(first: int, count: int) -> Interval:
    begin = datetime.date(max(first, 1), 1, 1)
    return _between(begin, datetime.date(first + count - 1, 12, 31))


def _between(first: datetime.date, last: datetime.date) -> Interval:
    begin = datetime.datetime.combine(first, datetime.time())
    return Interval(begin, _after(datetime.datetime.combine(last, datetime.time()), hours=24))


def _after(
    moment: datetime.datetime, *, hours: int = 0, minutes: int = 0, seconds: int = 0
) -> datetime.datetime:
    """Return the moment so much later; the calendar's last moment at the end of the year 9999."""
    try:
        return moment + datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return datetime.datetime.max
