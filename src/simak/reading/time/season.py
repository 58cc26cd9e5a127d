"""Seasons: "musim hujan", "musim panas lalu", "musim semi 2011"."""

from __future__ import annotations

import datetime

from simak.reading.time.anchor import Anchor, Interpreter
from simak.reading.time.candidate import Candidate
from simak.reading.time.deixis import direction, phase_modifier
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import Season


def _season(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "musim panas 2011", "musim dingin lalu"; ``XXXX-WI`` where no words say of which year.

    A season's first and last day differ from place to place, so the finding has none.
    """
    season = anchor.words.seasons[candidate.key("season")]
    text = candidate.group("y")
    year = int(text) if text else _year(anchor, candidate, season)
    return TimeFinding(
        candidate.span,
        "DATE",
        f"{year:04}-{season.code}" if year else f"XXXX-{season.code}",
        "anchored" if year and not text else "text",
        phase_modifier(candidate.group("phase")),
    )


def _year(anchor: Anchor, candidate: Candidate, season: Season) -> int | None:
    """Return the year in which the season that the words point at begins."""
    if candidate.group("ofyear"):
        return anchor.of_year(candidate)
    base, step = anchor.base, direction(candidate.group("deictic"))
    if base is None or step is None:
        return None
    this = _begins(season, base.year)
    if step == 0:
        # in January "musim dingin ini" is the one that began in December
        goes_on = base.month <= season.start + 2 - 12
        return base.year - 1 if goes_on else base.year
    if step < 0:
        return base.year if (base - this).days >= 90 else base.year - 1
    return base.year if this > base else base.year + 1


def _begins(season: Season, year: int) -> datetime.date:
    return datetime.date(year, season.start, 1)


INTERPRETERS: dict[str, Interpreter] = {"season": _season}
