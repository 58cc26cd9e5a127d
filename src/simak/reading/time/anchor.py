"""The anchor: the days that words without a date of their own count from.

"kemarin" counts from the day of speaking, "sehari sebelumnya" from the last day the text named,
"20 Juni" takes its year from either. An :class:`Anchor` knows the text read so far.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence

from simak.reading.time import calendar
from simak.reading.time.calendar import Period
from simak.reading.time.candidate import Candidate
from simak.reading.time.deixis import direction, follows
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import Vocabulary, alternatives

# How far ahead of the publication a date without a year may lie (days), if the words point ahead.
AHEAD = 270
# How far ahead a weekday may pull the date in its brackets without such words.
NEAR = 60
_AROUND = 500

# Rules for dates that are printed with day and month.
PRINTED = frozenset({"bracketed", "weekday_date", "date", "only_bracket", "number_date"})

_SENTENCE = re.compile(r"[.!?][\"”’']?\s|\n|[\"“”]")
_UNTIL = re.compile(
    r"\b(?:hingga|sampai|sampai dengan|s\.?d\.?)\s{1,3}(?:(?:pada|tanggal|bulan|hari)\s)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:sejak|semenjak|tertanggal)\s{1,3}(?:tanggal\s)?$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:akan|bakal)\b")
_GOES_ON = re.compile(r"\s{0,3}(?:[-–—]|hingga\b|sampai\b|dan\b|atau\b|,|s\.?d\.?)")


class Anchor:
    """Where the reading of one text stands.

    ``base`` is the day on which the words that are read now were said (None if not known);
    ``weekdays`` and ``years`` are what the text has said of weekdays and of (month, day).
    """

    def __init__(
        self,
        words: Vocabulary,
        text: str,
        published: datetime.date | None,
        candidates: Sequence[Candidate],
        interpreters: Mapping[str, Interpreter],
    ) -> None:
        self.words = words
        self.text = text
        self.published = published
        self.base = published
        self.weekdays: dict[int, datetime.date] = {}
        self.years: dict[tuple[int, int], int] = {}
        self._candidates = candidates
        self._interpreters = interpreters
        self._days: list[tuple[int, datetime.date]] = []
        self._printed: datetime.date | None = None
        self._periods: list[Period] = []
        self._ranges: list[Period] = []
        self._future = re.compile(rf"\b{alternatives(words.cues['future'])}\b", re.IGNORECASE)
        self._report = re.compile(rf"\b{alternatives(words.cues['report'])}\b", re.IGNORECASE)

    def resolve(self, candidate: Candidate) -> TimeFinding | None:
        """Return what the candidate means here, or None if it means no time."""
        return self._interpreters[candidate.name](self, candidate)

    def resolve_day(self, candidate: Candidate) -> datetime.date | None:
        """Return the one day that the candidate means here, or None."""
        found = self.resolve(candidate)
        return found.begin if found and found.begin == found.end else None

    # -- what was said before ------------------------------------------------------------------

    def remember(self, candidate: Candidate, found: TimeFinding) -> None:
        """Let later words count from a finding."""
        if found.type in ("DURATION", "SET") or found.begin is None or found.end is None:
            return
        if found.begin == found.end:
            self._periods.append(calendar.day_period(found.begin))
            self._days.append((found.span[0], found.begin))
            if candidate.name in PRINTED and not candidate.quoted:
                self._printed = found.begin
            return
        days = (found.end - found.begin).days
        if candidate.name in PRINTED:
            self._ranges.append(Period("day", found.value, found.begin, found.end))
        granule: calendar.Granule = "week" if days < 8 else "month" if days < 32 else "year"
        self._periods.append(Period(granule, found.value, found.begin, found.end))

    def is_told_of(self, day: datetime.date) -> bool:
        """Tell whether a coming day fits what the text has said of coming days.

        It lies in a stretch of days that was printed, or a month and less behind a printed day
        that is still to come ("11 Juli ..., lalu pada 13 Juli").
        """
        if any(period.begin <= day <= period.end for period in self._ranges):
            return True
        last = self._printed
        if last is None or self.published is None or last <= self.published:
            return False
        return 0 <= (day - last).days <= 31

    def last_day(self) -> datetime.date | None:
        """Return the day that the text named last."""
        return self._days[-1][1] if self._days else None

    def day_told(self, candidate: Candidate) -> datetime.date | None:
        """Return the day that the text tells of: the one named last in the paragraph.

        Without one it is the last printed date outside of quotations, else the day named last:
        a weekday in what somebody says does not carry on into the next paragraph.
        """
        if not self._days:
            return None
        start, day = self._days[-1]
        if "\n" not in self.text[start : candidate.start]:
            return day
        return self._printed or day

    def last_begin(self) -> datetime.date | None:
        """Return the first day of the day, week, month ... that the text named last."""
        return self._periods[-1].begin if self._periods else None

    def day_beside(self, candidate: Candidate) -> datetime.date | None:
        """Return the day named earlier in the same sentence."""
        if not self._days:
            return None
        start, day = self._days[-1]
        between = self.text[start : candidate.start]
        return day if len(between) < 200 and not re.search(r"[.!?]\s|\n", between) else None

    def of_year(self, candidate: Candidate) -> int | None:
        """Return the year that "tahun lalu" and the like behind a date point at."""
        word = candidate.group("ofyear")
        if not word:
            return None
        step = direction(word)
        if step is not None:
            return self.base.year + step if self.base else None
        follow, begin = follows(word), self.last_begin()
        return begin.year + follow if follow is not None and begin else None

    # -- what stands around ----------------------------------------------------------------------

    def points_ahead(self, candidate: Candidate) -> bool:
        """Tell whether a future word stands before it and no reporting word between the two."""
        window = self.text[max(0, candidate.start - 160) : candidate.start]
        window = window[max((end.end() for end in _SENTENCE.finditer(window)), default=0) :]
        last = max((word.end() for word in self._future.finditer(window)), default=None)
        return last is not None and self._report.search(window, last) is None

    def leads_ahead(self, candidate: Candidate) -> bool:
        """Tell whether "akan" follows in the clause: "pada 11 Juli, tim akan bertanding"."""
        window = self.text[candidate.end : candidate.end + 70]
        end = _SENTENCE.search(window)
        window = window[: end.start()] if end else window
        found = _WILL.search(window)
        return found is not None and self._report.search(window, 0, found.start()) is None

    def tells_of_plans(self, candidate: Candidate) -> bool:
        """Tell whether its paragraph or the one before speaks of what is to come."""
        start = max(self.text.rfind("\n", 0, self.text.rfind("\n", 0, candidate.start) + 1), 0)
        end = self.text.find("\n", candidate.end)
        start = max(start, candidate.start - _AROUND)
        end = min(end if end >= 0 else len(self.text), candidate.end + _AROUND)
        return self._future.search(self.text, start, end) is not None

    def looks_back(self, candidate: Candidate) -> bool:
        """Tell whether the words around a day say that it has been: "sejak ...", "... lalu"."""
        if direction(candidate.group("deictic")) == -1:
            return True
        if _SINCE.search(self.text[max(0, candidate.start - 24) : candidate.start]):
            return True
        window = self.text[candidate.end : candidate.end + 40]
        end = _SENTENCE.search(window)
        return self._report.search(window[: end.start()] if end else window) is not None

    def up_to(self, candidate: Candidate) -> bool:
        """Tell whether "hingga" or the like stands before it."""
        return bool(_UNTIL.search(self.text[max(0, candidate.start - 32) : candidate.start]))

    def before(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate before this one."""
        return self._candidates[candidate.index - 1] if candidate.index else None

    def behind(self, candidate: Candidate, most: int = 1) -> Sequence[Candidate]:
        """Return the candidates behind this one, ``most`` at the most."""
        return self._candidates[candidate.index + 1 : candidate.index + 1 + most]

    def _month(self, candidate: Candidate) -> int:
        """Return the month that a date or a month names, 0 for other words."""
        text = candidate.group("mon", "short", "m", "ma", "m1")
        if not text or text.isdecimal():
            return int(text or 0)
        name = text.rstrip(".")
        return self.words.months.get(name) or self.words.short_months.get(name, 0)

    def following_year(self, candidate: Candidate) -> int | None:
        """Return the year that closes a range begun here ("3 Maret hingga 5 April 2018")."""
        if not _GOES_ON.match(self.text[candidate.end : candidate.end + 24]):
            return None
        for other in self.behind(candidate):
            if other.start - candidate.end <= 24:
                text = other.group("ny", "y")
                if not text or len(text) != 4:
                    return None
                # "dari 20 Desember hingga 5 Januari 2014" begins in the year before
                crosses = self._month(candidate) > self._month(other) > 0
                return int(text) - (1 if crosses else 0)
        return None


Interpreter = Callable[[Anchor, Candidate], TimeFinding | None]
"""Says what the candidates of one rule mean, given what the text has said so far."""
