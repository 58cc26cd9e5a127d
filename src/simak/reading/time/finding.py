"""What a time expression means: the finding that the time reader hands on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from simak.record import Basis, Span, TimeType


@dataclass(frozen=True, slots=True)
class TimeFinding:
    """A TIMEX3 expression: "Rabu (21/6/2023)" is DATE ``2023-06-21``.

    ``basis`` is "text" if the value stands in the words themselves, "anchored" if the publication
    date or an earlier expression had to help. ``mod`` is START, MID, END, APPROX, MORE_THAN or
    LESS_THAN as in TimeML. ``begin`` and ``end`` are the first and the last day of a value that
    lies in the calendar, both None where the value is partial or no date. ``note`` says what is
    odd about the words (a weekday that is not the date's).
    """

    span: Span
    type: TimeType
    value: str
    basis: Basis
    mod: str | None = None
    begin: datetime.date | None = None
    end: datetime.date | None = None
    note: str | None = None
