"""How fast a batch goes, and how long it will still take."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable

from simak.intake.walk import Walker


def size(paths: Iterable[str]) -> int | None:
    """Return the bytes of all files that ``paths`` stand for, None if they cannot be told.

    >>> size(["-"]) is None
    True
    """
    walker = Walker(Counter())
    total = 0
    for path in paths:
        if path == "-" or "://" in path:
            return None
        for found in walker.files(path):
            if found.fault is None:
                try:
                    total += os.stat(found.path).st_size  # noqa: PTH116 - perhaps no good Path
                except OSError:
                    continue
    return total


class Pace:
    """Says how far a run is, how fast it goes and when it will be done.

    What was done before says nothing about the speed: it counts from the first input that was read
    now on.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: tuple[float, float | None] | None = None

    def line(self, inputs: int, fresh: int, share: float | None) -> str:
        """Return a line for people.

        ``inputs`` are done, ``fresh`` of them now, which is this ``share`` (0 to 1) of all, None if
        nobody knows.

        >>> at = iter([0.0, 10.0])
        >>> pace = Pace(lambda: next(at))
        >>> pace.line(100, 0, 0.25)
        '100 inputs'
        >>> pace.line(200, 100, 0.5)
        '200 inputs, 10.0 a second, 0:00:20 left'
        """
        now = self._clock()
        if self._begun is None or fresh == 0:
            self._begun = now, share
        since, first = self._begun
        said = f"{inputs:,} inputs"
        passed = now - since
        if fresh == 0 or passed <= 0:
            return said
        said += f", {fresh / passed:,.1f} a second"
        if share is not None and first is not None and share > first:
            left = passed * (1 - share) / (share - first)
            minutes, seconds = divmod(round(left), 60)
            hours, minutes = divmod(minutes, 60)
            said += f", {hours}:{minutes:02}:{seconds:02} left"
        return said
