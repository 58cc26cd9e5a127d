"""Normalization: from the words of a time expression to the value that they mean.

Values follow TIMEX3 (TimeML 1.2.1): a part that cannot be known stays ``X``. The modules with
``INTERPRETERS`` say what the rules of :mod:`simak.reading.time.grammar` mean, each for its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from simak.reading.time import duration, feast, granule, hour, printed, season, weekday
from simak.reading.time.anchor import Anchor, Interpreter
from simak.reading.time.candidate import Candidate
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import Vocabulary

_INTERPRETERS: dict[str, Interpreter] = {
    **printed.INTERPRETERS,
    **weekday.INTERPRETERS,
    **granule.INTERPRETERS,
    **duration.INTERPRETERS,
    **hour.INTERPRETERS,
    **feast.INTERPRETERS,
    **season.INTERPRETERS,
}
# Rules whose days may stand beside the cue of a quotation.
_BESIDE_CUE = frozenset({"bracketed", "weekday_date", "weekday", "date", "only_bracket"})


def normalize(
    words: Vocabulary, text: str, published: datetime.date | None, candidates: Sequence[Candidate]
) -> list[TimeFinding]:
    """Return a finding for each candidate that means something; they are read first to last."""
    anchor = Anchor(words, text, published, candidates, _INTERPRETERS)
    findings = []
    for candidate in candidates:
        anchor.base = _day_of_speaking(anchor, candidate)
        found = anchor.resolve(candidate)
        if found is not None:
            findings.append(found)
            anchor.remember(candidate, found)
    return findings


def _day_of_speaking(anchor: Anchor, candidate: Candidate) -> datetime.date | None:
    """Return the day on which the words at ``candidate`` were said.

    In a quotation that is the date beside its cue ('"... besok," kata X, Senin (5/6).'), the
    next one of the paragraph outside quotation marks; else the publication date.
    """
    published = anchor.published
    if not candidate.quoted:
        return published
    for other in anchor.behind(candidate, 12):
        if other.paragraph != candidate.paragraph:
            break
        if other.quoted or other.name not in _BESIDE_CUE:
            continue
        anchor.base = published
        day = anchor.resolve_day(other)
        if day and (not published or 0 <= (published - day).days <= 14):
            return day
        break
    return published
