"""Times in the manner of IndoTimex: our rows in the terms of its guideline.

IndoTimex (Mirza 2015, "Recognizing and Normalizing Temporal Expressions in Indonesian Texts") reads
times with a grammar of its own. It agrees with our reading guide on what most times are and mean,
and differs in these conventions, which :func:`convert` follows:

- a day and the hour beside it are one expression ("Senin (14/5/2012) pukul 10.00 WIB"); there are
  no ranges, so "28-30 Mei 2012" is two;
- "tanggal" and the words that make a time less exact belong to it ("tanggal 20 Juni", "paling
  tidak dua hari"), and so do "kemudian", "sebelumnya" behind an amount of hours;
- "dua hari sebelum Lebaran" is one date, and "dua hari setelah" before an event is one too;
- the year in the name of an event or a budget is a date ("Pilkada Randu 2012");
- an age is a duration ("berusia 25 tahun"), and "nanti", "sehari-hari", "masa depan" count
  anywhere; "per hari" and "selama ini" do not;
- what has no day, week, month or year of its own takes that of the document;
- amounts are written with whole numbers (``PT2H30M``), decades and centuries with their own letters
  (``P2DE``, ``P1CE``).

:func:`manner` tells from the tags of a file which of the two guidelines it follows.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from simak.evaluation.time import Timex, Timex3
from simak.lexicon import Lexicon
from simak.reading.time import calendar
from simak.reading.time.vocabulary import Vocabulary, alternatives, plain
from simak.record import Span

_S = r"[^\S\n]{1,4}"
_GAP = re.compile(r",?[^\S\n]{1,4}")
_CLOCK = re.compile(r"(?:pukul|jam)\b|\d{1,2}[.:]\d\d", re.IGNORECASE)
_CLOCK_VALUE = re.compile(r"T\d\d:")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TO = re.compile(
    r"(?<=[\w)])[^\S\n]{0,4}(?:[-–—/]|\b(?:hingga|sampai dengan|sampai|dan|atau|s\.?d\.?)\b)"
    r"[^\S\n]{0,4}(?=\w)",
    re.IGNORECASE,
)
_LESS_EXACT = re.compile(
    r"\b(?:sekitar|sekira|kira-kira|hampir|kurang lebih|lebih kurang|lebih dari|kurang dari"
    r"|tidak lebih dari|paling tidak)[^\S\n]$",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\btidak[^\S\n]$", re.IGNORECASE)
_THE_DAY = re.compile(r"\b(?:tanggal|tgl\.?)[^\S\n]{1,3}$", re.IGNORECASE)
_PREFIX = re.compile(r"\b(?:pra|pasca)[- ]$", re.IGNORECASE)
_SINCE = re.compile(rf"{_S}(?:kemudian|sebelumnya|setelahnya|sesudahnya)\b")
_BESIDE = re.compile(rf"{_S}(?P<side>sebelum|setelah|sesudah)(?P<hari>{_S}hari)?\b")
_STEP = re.compile(r"(?:kemudian|setelahnya|sesudahnya|berikutnya|selanjutnya)$|sebelumnya$")
_AMOUNT = re.compile(r"P(\d{1,5})([DWMY])")
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WORDS = re.compile(
    r"\b(?:(?P<future>nanti|masa[^\S\n]depan)|(?P<past>masa[^\S\n]lalu)"
    r"|(?P<present>masa[^\S\n]kini)|(?P<daily>sehari-hari(?:nya)?))(?![\w-])",
    re.IGNORECASE,
)
# "Pilkada Randu 2012", "Piala Randu 2010 lalu"; not "Pasal 2012", "UU No 2012", "Peugeot 2008-X"
_YEAR_OF_NAME = re.compile(
    r"(?<![\w.,/:-])(?!(?:Pasal|No|Nomor|Jalan|Jl|Rp|Rupiah|KM|Tahun|Tipe|Seri)\b)[A-Z][A-Za-z-]{1,24}"
    r"[^\S\n](?P<y>(?:19|20)\d\d(?:[^\S\n](?:lalu|silam|mendatang))?)(?![\w.,/:%-]*\d)(?![\w/%-])"
)
_COUNTED = re.compile(r"[^\S\n](?:orang|unit|rupiah|meter|kilometer|ton|warga|kali|persen|cc)\b")
_WORD_MEANS = {
    "future": ("DATE", "FUTURE_REF"),
    "past": ("DATE", "PAST_REF"),
    "present": ("DATE", "PRESENT_REF"),
    "daily": ("SET", "P1D"),
}


def manner(texts: Iterable[tuple[str, Sequence[Timex]]]) -> int:
    """Return how far the tags follow IndoTimex: above 0 if they do, below 0 if they follow ours.

    Signs are tags with "tanggal" at their head and tags with a day and an hour against tags right
    behind "tanggal", tags of a range, and a day and an hour tagged apart.
    """
    score = 0
    for text, times in texts:
        ordered = sorted(times, key=lambda time: time.span)
        for time, after in zip_longest(ordered, ordered[1:]):
            words = text[slice(*time.span)].lower()
            if words.startswith("tanggal ") and re.search(r"[a-z]", words[10:]):
                score += 1
            elif _THE_DAY.search(text[max(0, time.span[0] - 12) : time.span[0]]):
                score -= 1
            if "/" in time.value:
                score -= 1
            if re.search(r"\S (?:pukul|jam) ", words) and not _LESS_EXACT.match(words):
                score += 1
            elif after and _beside(text, time, after) and _is_clock(text, after):
                score -= 1
    return score


def convert(text: str, times: Sequence[Timex], created: str | None) -> list[Timex3]:
    """Return the times of an article as IndoTimex would tag them, in the order of the text.

    ``created`` is the document's creation time, ISO 8601; without one nothing is completed.

    >>> convert("Rapat pada tanggal 14 Mei.", [Timex3((19, 25), "DATE", "2012-05-14")], None)
    [Timex3(span=(11, 25), type='DATE', value='2012-05-14')]
    """
    day = datetime.date.fromisoformat(created[:10]) if created and _DAY.match(created) else None
    rows = [Timex3(time.span, time.type, time.value) for time in times]
    rows = [row for row in rows if not _is_left_out(text, row)]
    rows = [part for row in rows for part in _split(text, row)]
    rows = sorted([*rows, *_more(text, rows)], key=lambda row: row.span)
    rows = [dataclasses.replace(row, value=_amount(text, row)) for row in rows]
    rows = [dataclasses.replace(row, value=_complete(text, row, day)) for row in rows]
    rows = [dataclasses.replace(row, span=_grown(text, row)) for row in rows]
    return _beside_event(text, _with_hour(text, rows), day)


def _is_left_out(text: str, row: Timex3) -> bool:
    words = text[slice(*row.span)].lower()
    return words == "selama ini" or (row.type == "SET" and words.startswith("per "))


# -- ranges --------------------------------------------------------------------------------------


def _split(text: str, row: Timex3) -> list[Timex3]:
    """Return a range as its two ends, an amount "dua atau tiga hari" as the second alone."""
    first, slash, last = row.value.partition("/")
    if not slash:
        return [row]
    start, end = row.span
    cuts = list(_TO.finditer(text[start:end]))
    if not cuts or "(" in text[start:end]:
        return [Timex3(row.span, row.type, first)]
    # "19/3-2/4": the dash in the middle
    cut = next((cut for cut in cuts if "/" not in cut.group()), cuts[0])
    right = Timex3((start + cut.end(), end), row.type, last)
    if row.type == "DURATION":
        return [right]
    return [Timex3((start, start + cut.start()), row.type, first), right]


# -- expressions that are none for us ----------------------------------------------------------


def _more(text: str, rows: Sequence[Timex3]) -> list[Timex3]:
    """Return ages and the few words that count anywhere in that guideline."""
    taken = sorted(row.span for row in rows)
    found: list[Timex3] = []

    def add(span: Span, kind: str, value: str) -> None:
        near = bisect_left(taken, (span[1], 0))  # rows do not overlap: only the last can touch
        if not near or taken[near - 1][1] <= span[0]:
            found.append(Timex3(span, kind, value))

    for match in _age().finditer(text):
        number = _vocabulary().number(match["n"])
        if number and number.isdecimal() and int(number) <= 120:
            add(match.span(), "DURATION", f"P{number}{'Y' if match['u'] == 'tahun' else 'M'}")
    for match in _YEAR_OF_NAME.finditer(text):
        if not _COUNTED.match(text, match.end()):
            add(match.span("y"), "DATE", match["y"][:4])
    for match in _WORDS.finditer(text):
        kind, value = _WORD_MEANS[match.lastgroup or ""]
        add(match.span(), kind, value)
    return found


@functools.cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(Lexicon())


@functools.cache
def _age() -> re.Pattern[str]:
    words = _vocabulary()
    digit = alternatives([*words.digits, *words.wholes, *words.scales, *words.teens])
    return re.compile(
        rf"(?<![\w.,:/-])(?P<n>\d{{1,3}}|{digit}(?:{_S}{digit}){{0,3}}){_S}(?P<u>tahun|bulan)"
        rf"(?![\w-])(?!{_S}\d)"
    )


# -- values --------------------------------------------------------------------------------------


def _amount(text: str, row: Timex3) -> str:
    """Return the value of a duration without fractions and with DE and CE."""
    value = row.value
    words = text[slice(*row.span)].lower()
    for name, years, letters in (
        ("dekade", 10, "DE"),
        ("dasawarsa", 10, "DE"),
        ("abad", 100, "CE"),
    ):
        match = re.fullmatch(r"P(\d+(?:\.\d+)?)Y", value)
        if row.type == "DURATION" and match and name in words:
            return f"P{plain(float(match[1]) / years)}{letters}"
    match = re.fullmatch(r"(PT?)(\d+)\.(\d+)([YHMD])", value)
    if row.type != "DURATION" or not match or (match[4] == "M" and match[1] == "P"):
        return value
    rest = float(f"0.{match[3]}")
    finer = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S"), "D": (24, "H")}[match[4]]
    head = f"{match[2]}{match[4]}" if int(match[2]) else ""
    mark = "T" if match[4] == "D" else ""
    return f"{match[1]}{head}{mark}{round(rest * finer[0])}{finer[1]}"


def _complete(text: str, row: Timex3, day: datetime.date | None) -> str:
    """Return the value with what is unknown taken from the document's own day."""
    value = row.value
    if day is None or row.type in ("DURATION", "SET") or not value.startswith("XX"):
        return value
    week = day.isocalendar()
    season = value.removeprefix("XXXX-")
    if season in _SEASON_START:
        return f"{day.year - (day.month < _SEASON_START[season])}-{season}"
    moved = _moved(text, row, day)
    if moved and len(moved) == len(value):
        return moved
    for unknown, known in (
        ("XXXX-XX-XX", day.isoformat()),
        ("XXXX-WXX", f"{week.year}-W{week.week:02}"),
        ("XXXX-XX", day.isoformat()[:7]),
        ("XXXX", str(day.year)),
    ):
        if value.startswith(unknown):
            return known + value.removeprefix(unknown)
    return value


def _moved(text: str, row: Timex3, day: datetime.date) -> str | None:
    """Return the date that "dua hari kemudian" is, counted from ``day``."""
    words = text[slice(*row.span)]
    step = _STEP.search(words)
    match = re.fullmatch(r"(?:(?P<n>.{1,30}) |se)(?P<u>[a-z]+) [a-z]+", words.lower())
    if not step or not match or match["u"] not in _vocabulary().units:
        return None
    number = _vocabulary().number(match["n"]) if match["n"] else "1"
    if not number or not number.isdecimal():
        return None
    sign = -1 if step.group() == "sebelumnya" else 1
    return _away(day, _vocabulary().units[match["u"]].granule, sign * int(number))


def _away(day: datetime.date, granule: str, far: int) -> str | None:
    period = calendar.move(day, granule, far) if granule else None
    return period.value if period else None


# -- spans ---------------------------------------------------------------------------------------


def _grown(text: str, row: Timex3) -> Span:
    """Return the span with the words that belong to it there."""
    start, end = row.span
    dated = row.type in ("DATE", "TIME") and not row.value.endswith("_REF")

    def before(pattern: re.Pattern[str]) -> int:
        found = pattern.search(text, max(0, start - 20), start)
        return found.start() if found else start

    if dated and text[start].isdecimal():
        start = before(_THE_DAY)
    if dated:
        start = before(_PREFIX)
    if row.type != "SET":
        start = before(_LESS_EXACT)
    if text[start:end].lower().startswith("lebih dari"):
        start = before(_NO_MORE)
    after = _SINCE.match(text, end)
    if row.type == "DURATION" and after:
        end = after.end()
    return start, end


def _beside(text: str, one: Timex, other: Timex) -> bool:
    return bool(_GAP.fullmatch(text[one.span[1] : other.span[0]]))


def _is_clock(text: str, row: Timex) -> bool:
    return row.type == "TIME" and bool(_CLOCK.match(text[slice(*row.span)]))


def _with_hour(text: str, rows: Sequence[Timex3]) -> list[Timex3]:
    """Return the rows, a day and the hour beside it as one."""
    joined: list[Timex3] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and _beside(text, last, row):
            day, hour = (last, row) if _is_clock(text, row) else (row, last)
            if (
                _is_clock(text, hour)
                and _DAY.match(day.value)
                and not _is_clock(text, day)
                and _CLOCK_VALUE.search(hour.value)
            ):
                clock = hour.value.partition("T")[2]
                value = f"{day.value[:10]}T{clock}"
                joined[-1] = Timex3((last.span[0], row.span[1]), "TIME", value)
                continue
        joined.append(row)
    return joined


def _beside_event(text: str, rows: Sequence[Timex3], day: datetime.date | None) -> list[Timex3]:
    """Return the rows, "dua hari sebelum Lebaran" as one and "dua hari setelah" as a date."""
    found: list[Timex3] = []
    skipped = None
    for row, after in zip_longest(rows, rows[1:]):
        if row is skipped:
            continue
        match = _BESIDE.match(text, row.span[1]) if row.type == "DURATION" else None
        amount = _AMOUNT.fullmatch(row.value)
        if match is None or amount is None:
            found.append(row)
            continue
        far = int(amount[1]) * (-1 if match["side"] == "sebelum" else 1)
        granule = {"D": "day", "W": "week", "M": "month", "Y": "year"}[amount[2]]
        end, base = match.end("side"), day
        if after and after.type == "DATE" and text[match.end() : after.span[0]].isspace():
            skipped, end = after, after.span[1]
            known = _DAY.fullmatch(after.value)
            base = datetime.date.fromisoformat(after.value) if known else None
        value = _away(base, granule, far) if base else None
        found.append(Timex3((row.span[0], end), "DATE", value or "XXXX-XX-XX"))
    return found
