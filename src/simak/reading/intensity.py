"""Intensity: how friendly or hostile an event is, on PLOVER's scale from -10 to 10.

The scores of types and modes lie in ``intensity.tsv``; the scale is in the manner of Goldstein
(1992, A conflict-cooperation scale for WEIS events data).
"""

from __future__ import annotations

from simak.lexicon import Lexicon, Row
from simak.reading.event.frame import MODES, TYPES
from simak.record import EventType


class Intensity:
    """The table of scores.

    Raises LexiconError for a type or mode that PLOVER does not have, or a score off the scale.

    >>> Intensity(Lexicon()).of("CONSULT", "visit")
    4.0
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._scores: dict[tuple[str, str], float] = {}
        for row in lexicon.rows("intensity.tsv", ("event", "score", "note")):
            name, _, mode = row["event"].partition("/")
            if name not in TYPES or (mode and mode not in MODES.get(name, ())):
                raise row.error(
                    f"event is {row['event']!r}; it must be a type of PLOVER or TYPE/mode"
                )
            self._scores[name, mode] = _score(row)

    def of(self, event: EventType, mode: str | None) -> float | None:
        """Return the score of an event's mode, else of its type; None where there is none."""
        score = self._scores.get((event, mode or ""))
        return self._scores.get((event, "")) if score is None else score


def _score(row: Row) -> float:
    try:
        score = float(row["score"])
    except ValueError:
        score = float("nan")
    if not -10 <= score <= 10:
        raise row.error(f"score is {row['score']!r}; it must be a number from -10 to 10")
    return score
