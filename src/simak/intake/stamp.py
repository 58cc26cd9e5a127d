"""When an article appeared, from the many ways in which pages and feeds write it, to ISO 8601.

"Rabu, 12 Maret 2025 10:15 WIB", "Rab, 12 Mar 2025 10:15:00 +0700", "2025-03-12T03:15:00Z",
"12/03/2025, 10.15 WITA". Names of months come from ``month.tsv``, English ones from RFC 5322.
"""

from __future__ import annotations

import datetime
import re

from simak.lexicon import Lexicon

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ZONES = {"wib": 7, "wita": 8, "wit": 9, "gmt": 0, "utc": 0, "ut": 0, "z": 0, "sgt": 8, "myt": 8}
"""Hours east of Greenwich."""

_CLOCK = (
    r"(?:[\s,|()/–—-]{0,8}(?:(?:pukul|jam|pkl\.?|at|t)\s{0,3})?"
    r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s{0,2}(?P<half>[ap]m\b)?"
    rf"\s{{0,3}}\(?(?P<zone>(?:{'|'.join(sorted(ZONES, key=len, reverse=True))})(?![^\W\d_])"
    r"|[+-]\d{2}:?\d{2})?)?"
)
_URL_DATE = re.compile(
    r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>[01]?\d)[/-](?P<d>[0-3]?\d)(?=[/_-]|$)"
    r"|/(?P<y2>20\d{2})(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?=[/_-]|$)"
)


class StampReader:
    """Reads dates; the names of months come from ``lexicon``.

    >>> StampReader(Lexicon()).read("Rabu, 12 Maret 2025 10:15 WIB")
    '2025-03-12T10:15:00+07:00'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._months: dict[str, int] = {}
        for number, name in enumerate(_ENGLISH, start=1):
            self._months[name.lower()] = self._months[name[:3].lower()] = number
        for row in lexicon.rows("month.tsv", ("name", "number", "forms", "short", "given")):
            for form in (row["name"], *row.list("forms"), *row.list("short")):
                if row["number"].isdecimal():
                    self._months[form.lower()] = int(row["number"])
        names = "|".join(map(re.escape, sorted(self._months, key=len, reverse=True)))
        year, edge = r"(?P<year>(?:19|20)\d{2})(?!\d)", r"(?<![\d/.:-])"
        shapes = (
            rf"{edge}{year}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d){_CLOCK}",
            rf"{edge}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,4}}(?P<month>{names})\b\.?"
            rf"[\s,-]{{1,4}}{year}{_CLOCK}",
            rf"\b(?P<month>{names})\.?\s{{1,4}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,4}}"
            rf"{year}{_CLOCK}",
            rf"{edge}(?P<day>\d{{1,2}})(?P<by>[-/.])(?P<month>\d{{1,2}})(?P=by){year}{_CLOCK}",
        )
        self._shapes = tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)

    def read(self, words: str) -> str | None:
        """Return the date, with the time of day and its zone if given, or None."""
        found = self._read(words)
        if found is None:
            return None
        date, clock, zone = found
        if clock is None:
            return date.isoformat()
        return datetime.datetime.combine(date, clock, zone).isoformat()

    def _read(
        self, words: str
    ) -> tuple[datetime.date, datetime.time | None, datetime.timezone | None] | None:
        words = words[:300]
        matches = [match for shape in self._shapes if (match := shape.search(words))]
        for match in sorted(matches, key=lambda match: match.start()):
            month = match["month"].lower()
            try:
                number = self._months[month] if month in self._months else int(month)
                date = datetime.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            if not 1900 <= date.year <= 2100:
                continue
            return date, *_clock(match)
        return None


def _clock(match: re.Match[str]) -> tuple[datetime.time | None, datetime.timezone | None]:
    if match["hour"] is None:
        return None, None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "pm")
    try:
        clock = datetime.time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None, None
    zone = match["zone"]
    if not zone:
        return clock, None
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        if minutes >= 24 * 60:
            return clock, None
        minutes = -minutes if zone[0] == "-" else minutes
    else:
        minutes = ZONES[zone.lower()] * 60
    return clock, datetime.timezone(datetime.timedelta(minutes=minutes))


def local(published: str, hours: int) -> str:
    """Return ``published``, in the zone ``hours`` east of Greenwich if it is given in UTC.

    The day of a text is the day where it appeared: 20:00 in UTC is the next day in Jakarta.

    >>> local("2025-03-11T20:00:00+00:00", 7)
    '2025-03-12T03:00:00+07:00'
    """
    moment = datetime.datetime.fromisoformat(published)
    if "T" not in published or moment.utcoffset() != datetime.timedelta(0):
        return published
    try:
        return moment.astimezone(datetime.timezone(datetime.timedelta(hours=hours))).isoformat()
    except OverflowError:
        return published


def same_clock(one: str, other: str) -> bool:
    """Whether two stamps show the same date and time of day, whatever their zones."""
    return "T" in one and one[:16] == other[:16]


def in_address(url: str) -> str | None:
    """Return the date that an address holds: ``/2023/06/21/``, ``/20230621101500-20-1/``.

    >>> in_address("https://contoh.id/read/2023/06/21/10150031/rapat-desa")
    '2023-06-21'
    """
    for match in _URL_DATE.finditer(url[:2000]):
        year, month, day = (match[name] or match[f"{name}2"] for name in "ymd")
        try:
            date = datetime.date(int(year), int(month), int(day))
        except ValueError:
            continue
        return date.isoformat()
    return None
