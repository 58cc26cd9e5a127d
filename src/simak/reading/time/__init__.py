"""Time expressions: TIMEX3 for Indonesian news, an own grammar over data files.

``vocabulary`` reads the data, ``grammar`` says what times look like, ``guard`` which matches are
none; ``reader`` chooses the matches. ``normalization`` has the modules ``printed``, ``weekday``,
``granule``, ``duration``, ``hour``, ``feast`` and ``season`` say what each kind means, counted from
an ``anchor``.
"""

from simak.reading.time.finding import TimeFinding
from simak.reading.time.reader import TimeReader

__all__ = ["TimeFinding", "TimeReader"]
