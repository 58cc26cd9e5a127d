"""Durations and sets: "tiga jam", "dua tahun lalu", "setiap Senin", "sehari".

An amount with a word that points ("dua hari lalu", "sebulan kemudian") is no duration but the date
that lies so far away.
"""

from __future__ import annotations

import re

from simak.reading.time import calendar
from simak.reading.time.anchor import Anchor, Interpreter
from simak.reading.time.candidate import UNKNOWN, Candidate
from simak.reading.time.deixis import approximation, follows
from simak.reading.time.finding import TimeFinding
from simak.reading.time.hour import part_code
from simak.reading.time.vocabulary import Unit, Vocabulary, plain

_AGO = ("lalu", "yang lalu", "silam", "yang silam", "kemarin")
# "dalam dua hari mendatang" is a stretch of time, "dua hari mendatang" a day.
_WITHIN = re.compile(r"\b(?:dalam|selama|untuk|hingga|waktu)\s{1,3}$", re.IGNORECASE)
_MEASURED = re.compile(
    r"(?:\d(?:\s(?:ribu|juta|miliar))?\s{1,3}[^\W\d_]{2,12}|\bkali)\s{1,3}$",
)


def _duration(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "tiga jam", "setahun", "dua hingga tiga hari", "sepekan lalu", "2 jam 20 menit"."""
    words, group = anchor.words, candidate.group
    unit = words.units[candidate.key("u", "se", "bu")]
    rel = group("rel")
    if group("se") and not rel and _counts_per(anchor, candidate):
        return TimeFinding(candidate.span, "SET", unit.duration("1"), "text")
    number = _number(words, group("n")) if group("n") else "1" if group("se") else "X"
    exact = number
    if exact != "X" and group("half", "half2"):
        exact = plain(float(exact) + 0.5)
    if rel:
        distance = "X" if group("n2") else exact
        moved = _moved(anchor, candidate, unit, distance, rel)
        if moved is not None:
            return moved
    value = unit.duration(number if group("n2") else exact)
    if group("n2"):
        value = f"{value}/{unit.duration(_number(words, group('n2')))}"
    else:
        for amount, finer in (("nb", "ub"), ("nc", "uc")):
            if group(amount):
                more = words.units[candidate.key(finer)].duration(_number(words, group(amount)))
                value = _join(value, more)
    span = candidate.span
    if not unit.granule and _counts_on(rel):
        # "dua jam kemudian" says how long, since no hour is known to count from
        amount = anchor.text[candidate.start : candidate.match.start("rel")]
        span = (candidate.start, candidate.start + len(amount.rstrip()))
    return TimeFinding(span, "DURATION", value, "text", approximation(group("approx")))


def _number(words: Vocabulary, said: str | None) -> str:
    return words.number(said or "") or "X"


def _counts_on(rel: str | None) -> bool:
    """Tell whether the words count from what was said before."""
    return rel in ("kemudian", "setelah itu", "sebelum itu") or bool(follows(rel))


def _counts_per(anchor: Anchor, candidate: Candidate) -> bool:
    """Tell whether "sehari" says how often: "delapan jam sehari", "dua liter sehari"."""
    before = anchor.text[max(0, candidate.start - 40) : candidate.start]
    if not before[-1:].isspace():
        return False
    previous = anchor.before(candidate)
    if previous and previous.name == "duration" and not previous.group("rel"):
        gap = anchor.text[previous.end : candidate.start]
        if gap.isspace():
            return True
    return bool(_MEASURED.search(before))


def _moved(
    anchor: Anchor, candidate: Candidate, unit: Unit, number: str, rel: str
) -> TimeFinding | None:
    """Return the date that lies ``number`` units away in the direction of ``rel``, if any."""
    granule, base = unit.granule, anchor.base
    if _counts_on(rel):
        if not granule:
            return None
        base = anchor.last_day() if granule == "day" else anchor.last_begin()
        sign = -1 if rel == "sebelum itu" or follows(rel) == -1 else 1
    elif rel in _AGO:
        sign = -1
    elif rel in ("lagi", "mendatang") or rel.endswith("datang"):
        before = anchor.text[max(0, candidate.start - 16) : candidate.start]
        if _WITHIN.search(before) or not granule or number == "X":
            return None
        sign = 1
    else:
        return None
    mod = approximation(candidate.group("approx"))
    if granule == "year" and number.endswith(".5"):
        granule, number = "month", plain(float(number) * 12)
    if number == "X" or not granule or "." in number or len(number) > 5:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        if not granule and rel not in ("lalu", "yang lalu", "silam"):
            reference = UNKNOWN["day"]
        return TimeFinding(candidate.span, "DATE", reference, "text", mod)
    period = calendar.move(base, granule, sign * int(number)) if base else None
    return candidate.date(period, "anchored", unknown=UNKNOWN[granule], mod=mod)


def _times(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "1x24 jam", "2 x 45 menit"."""
    unit = anchor.words.units[candidate.key("u")]
    number = candidate.integer("f") * candidate.integer("n")
    return TimeFinding(candidate.span, "DURATION", unit.duration(str(number)), "text")


def _join(first: str, second: str) -> str:
    """Join two ISO durations: ``PT3H`` and ``PT20M`` give ``PT3H20M``."""
    second = second.removeprefix("P")
    if "T" in first and second.startswith("T"):
        second = second.removeprefix("T")
    return first + second


def _set(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "setiap Senin", "tiap akhir pekan", "per tiga bulan", "dua kali seminggu"."""
    words, group, key = anchor.words, candidate.group, candidate.key
    mod = None
    if group("wd") and group("eve"):
        value = f"XXXX-WXX-{(words.weekdays[key('wd')] + 5) % 7 + 1}TNI"
    elif group("wd"):
        value = f"XXXX-WXX-{words.weekdays[key('wd')]}"
        if group("wd2"):
            value += f"/XXXX-WXX-{words.weekdays[key('wd2')]}"
        value += part_code(words, group("wpart")) or ""
    elif group("su") == "pekan" and group("sphase") == "akhir":
        value = "XXXX-WXX-WE"
    elif group("su"):
        mod = "START" if group("sphase") == "awal" else "END"
        value = UNKNOWN[words.units[key("su")].granule]
    elif group("d"):
        value = f"XXXX-{words.months[key('dmon')]:02}-{candidate.integer('d'):02}"
    elif group("mon"):
        value = f"XXXX-{words.months[key('mon')]:02}"
    elif group("td"):
        value = f"XXXX-XX-{candidate.integer('td'):02}"
    elif group("spart"):
        value = f"{UNKNOWN['day']}{part_code(words, group('spart'))}"
    else:
        number = words.number(group("n", "on", "pn") or "1") or "1"
        value = words.units[key("u", "one", "pu", "tu", "ou", "onu")].duration(number)
    return TimeFinding(candidate.span, "SET", value, "text", mod)


INTERPRETERS: dict[str, Interpreter] = {
    "duration": _duration,
    "set": _set,
    "times": _times,
}
