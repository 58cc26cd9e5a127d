"""A candidate: words that look like a time, before anybody has said which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simak.reading.time.calendar import Period
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import fold
from simak.record import Basis, Span

# Values of which nothing is known but the granule.
UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that was chosen: the rule that found it, and whether it stands in a quotation."""

    name: str
    match: re.Match[str]
    index: int
    quoted: bool
    paragraph: int

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.match.end()

    @property
    def span(self) -> Span:
        """The whole match."""
        return self.match.span()

    def group(self, *names: str) -> str | None:
        """Return the first of the groups ``names`` that is there, lower case, one blank."""
        known = self.match.re.groupindex
        for name in names:
            if name in known and self.match[name]:
                return " ".join(self.match[name].lower().split())
        return None

    def key(self, *names: str) -> str:
        """Return :meth:`group` as a key of the vocabulary; "" for a group that is not there."""
        return fold(self.group(*names) or "")

    def integer(self, *names: str) -> int:
        """Return :meth:`group` as a number; 0 for a group that is not there."""
        return int(self.group(*names) or 0)

    def date(
        self,
        period: Period | None,
        basis: Basis,
        *,
        unknown: str = "XXXX",
        mod: str | None = None,
        note: str | None = None,
        span: Span | None = None,
    ) -> TimeFinding:
        """Return a DATE with the period's value, ``unknown`` where there is no period."""
        span = span or self.span
        if period is None:
            return TimeFinding(span, "DATE", unknown, "text", mod, note=note)
        return TimeFinding(span, "DATE", period.value, basis, mod, period.begin, period.end, note)
