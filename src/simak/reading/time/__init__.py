"""Time expressions: TIMEX3 for Indonesian news, an own grammar over data files."""

from simak.reading.time.finding import TimeFinding
from simak.reading.time.reader import TimeReader

__all__ = ["TimeFinding", "TimeReader"]
