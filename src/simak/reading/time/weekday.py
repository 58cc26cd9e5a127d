"""Weekdays: which Monday is meant."""

from __future__ import annotations

import datetime

from simak.reading.time import calendar
from simak.reading.time.anchor import Anchor, Interpreter
from simak.reading.time.candidate import Candidate
from simak.reading.time.deixis import direction, follows
from simak.reading.time.finding import TimeFinding
from simak.reading.time.hour import at_part, part_code
from simak.reading.time.vocabulary import fold


def _weekday(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "Senin", "Rabu malam", "Jumat pekan lalu", "Senin hingga Rabu", "malam Minggu"."""
    number = anchor.words.weekdays[candidate.key("wd")]
    code = part_code(anchor.words, candidate.group("part"))
    day = _market_day(anchor, candidate, _day(anchor, candidate, number))
    if candidate.group("eve"):
        code, day = "TNI", calendar.shift(day, -1) if day else None
        number = (number + 5) % 7 + 1
    unknown = f"XXXX-WXX-{number}"
    period = calendar.day_period(day) if day else None
    second = candidate.group("wd2")
    if second:
        other = anchor.words.weekdays[fold(second)]
        until = calendar.weekday_by(day, other, ahead=True) if day else None
        period = calendar.interval(day, until) or period
        unknown = f"{unknown}/XXXX-WXX-{other}"
    elif day:
        anchor.weekdays.setdefault(number, day)
    return at_part(candidate.date(period, "anchored", unknown=unknown), code)


def _day(anchor: Anchor, candidate: Candidate, number: int) -> datetime.date | None:
    """Return the day that is meant with the weekday ``number`` (ISO)."""
    base = anchor.base
    deictic, week = candidate.group("deictic"), candidate.group("week")
    follow = follows(deictic)
    if follow is not None:
        if follow == 0:
            known = anchor.weekdays.get(number)
            return known or (calendar.weekday_by(base, number) if base else None)
        last = anchor.last_day()
        near = calendar.shift(last, follow) if last else None
        return calendar.weekday_by(near, number, ahead=follow > 0) if near else None
    if week and base:
        moved = calendar.move(base, "week", direction(week) or 0)
        return calendar.shift(moved.begin, number - 1) if moved else None
    step = direction(deictic)
    if step is None:
        known = anchor.weekdays.get(number)
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
    ahead = anchor.points_ahead(candidate) or (candidate.quoted and anchor.up_to(candidate))
    return calendar.weekday_by(base, number, ahead=ahead)


def _market_day(
    anchor: Anchor, candidate: Candidate, day: datetime.date | None
) -> datetime.date | None:
    """Return the same weekday of another week that fits "Kliwon" or the like behind it."""
    name = candidate.key("pasaran")
    if not name or day is None:
        return day
    step = 7 if direction(candidate.group("deictic")) == 1 or anchor.points_ahead(candidate) else -7
    weeks = (calendar.shift(day, step * count) for count in range(5))
    wanted = anchor.words.pasaran[name]
    return next((other for other in weeks if other and calendar.pasaran(other) == wanted), None)


INTERPRETERS: dict[str, Interpreter] = {
    "weekday": _weekday,
}
