"""Parts of the day and hours: "tadi malam", "sore itu", "pukul 14.30 WIB"."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from simak.reading.time import calendar
from simak.reading.time.anchor import PRINTED, Anchor, Interpreter
from simak.reading.time.candidate import UNKNOWN, Candidate
from simak.reading.time.deixis import approximation
from simak.reading.time.finding import TimeFinding
from simak.reading.time.vocabulary import Vocabulary, fold
from simak.record import Basis

_BOUND = re.compile(r"\b(?:sejak|semenjak|mulai|hingga|sampai|menjelang|jelang)\s{1,3}$")


def part_code(words: Vocabulary, name: str | None) -> str | None:
    """Return the TIMEX3 code of a part of the day: TNI for "malam"."""
    return words.parts[fold(name)].code if name else None


def at_part(found: TimeFinding, code: str | None) -> TimeFinding:
    """Make it a TIME if it is one day and a part of the day is named."""
    if not code or "/" in found.value:
        return found
    return replace(found, type="TIME", value=found.value + code)


def _on_day(
    candidate: Candidate, base: datetime.date | None, offset: int, code: str | None
) -> TimeFinding:
    """Return the day ``offset`` days after ``base``, at a part of the day."""
    day = calendar.shift(base, offset) if base else None
    period = calendar.day_period(day) if day else None
    return at_part(candidate.date(period, "anchored", unknown=UNKNOWN["day"]), code)


def _phrase(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "hari ini", "kemarin", "lusa", "keesokan harinya", "saat ini"."""
    phrase = anchor.words.phrases[fold(candidate.match.group())]
    if phrase.kind == "REF":
        return TimeFinding(candidate.span, phrase.type, phrase.value, "text")
    named = None if phrase.part or phrase.kind == "NEXT" else _named_again(anchor, candidate)
    if named:
        return _on_day(candidate, named, 0, None)
    base = anchor.last_day() if phrase.kind == "NEXT" else anchor.base
    return _on_day(candidate, base, phrase.offset, phrase.part)


def _named_again(anchor: Anchor, candidate: Candidate) -> datetime.date | None:
    """Return the printed date right behind: "besok, Senin (20/3)" knows its day itself."""
    other = next(iter(anchor.behind(candidate)), None)
    if other is None or other.name not in PRINTED:
        return None
    if anchor.text[candidate.end : other.start] not in (" ", ", "):
        return None
    day, base = anchor.resolve_day(other), anchor.base
    return day if day and base and abs((day - base).days) <= 7 else None


def _part(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "tadi malam", "sore itu", "pagi harinya"."""
    code = part_code(anchor.words, candidate.group("pa", "pb", "pc", "pd"))
    when = candidate.group("when", "when2")
    base: datetime.date | None
    if when in ("itu", "harinya", "sebelumnya", "berikutnya"):
        base = anchor.last_day()
        offset = {"sebelumnya": -1, "berikutnya": 1}.get(when, 0)
    elif when:
        base = anchor.base
        offset = {"kemarin": -1, "lalu": -1, "besok": 1, "esok": 1}.get(when, 0)
    else:
        base, offset = anchor.day_beside(candidate), 0
    return _on_day(candidate, base, offset, code)


def _part_alone(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "sejak pagi", "hingga sore": on the day that the text named last.

    "pada malam", "di pagi" are said of any day, so there the sentence itself has to name it.
    """
    code = part_code(anchor.words, candidate.group("part"))
    day = anchor.day_beside(candidate)
    before = anchor.text[max(0, candidate.start - 12) : candidate.start]
    if day is None and _BOUND.search(before):
        day = anchor.last_day()
    return _on_day(candidate, day, 0, code)


def _clock(anchor: Anchor, candidate: Candidate) -> TimeFinding | None:
    """Read "pukul 14.30 WIB", "jam delapan malam", "pukul 08.00-10.00"."""
    part = candidate.group("part")
    begin = _hour(anchor.words, candidate.group("t") or "", part)
    if begin is None:
        return None
    last = _hour(anchor.words, candidate.group("t2") or "", part) if candidate.group("t2") else None
    day = _day_after(anchor, candidate) or anchor.day_told(candidate)
    head = day.isoformat() if day else UNKNOWN["day"]
    value = f"{head}T{begin}"
    if last:
        value = f"{value}/{head}T{last}"
    return TimeFinding(
        candidate.span,
        "TIME",
        value,
        "anchored" if day else "text",
        approximation(candidate.group("approx")),
        day,
        day,
    )


def _noon(anchor: Anchor, candidate: Candidate) -> TimeFinding:
    """Read "tengah hari"."""
    day = anchor.day_beside(candidate)
    head = day.isoformat() if day else UNKNOWN["day"]
    basis: Basis = "anchored" if day else "text"
    return TimeFinding(candidate.span, "TIME", f"{head}T12:00", basis, None, day, day)


def _day_after(anchor: Anchor, candidate: Candidate) -> datetime.date | None:
    """Return the day that follows at once: "pukul 14.30 WIB, Rabu (5/7)"."""
    other = next(iter(anchor.behind(candidate)), None)
    if other is None:
        return None
    gap = anchor.text[candidate.end : other.start]
    if len(gap) > 12 or not re.fullmatch(r"[\s,(]{0,4}(?:pada |hari |tanggal )?", gap):
        return None
    if other.name in ("clock", "duration", "set"):
        return None
    return anchor.resolve_day(other)


def _hour(words: Vocabulary, said: str, part: str | None) -> str | None:
    """Return hour and minute as ``14:30``; "jam dua siang" is 14:00. None if there is none such."""
    numbers = re.split(r"[.:]", said)
    if numbers[0].isdecimal():
        hour, minute = (
            int(numbers[0]),
            ":".join(f"{int(text):02}" for text in numbers[1:]) or "00",
        )
    else:
        half, _, full = fold(said).partition(" ")
        spelled = words.number(full if half == "setengah" and full else said)
        if spelled is None:
            return None
        whole, _, rest = spelled.partition(".")
        hour, minute = int(whole), "30" if rest else "00"
        if half == "setengah" and full:  # "setengah delapan" is half past seven
            hour, minute = hour - 1, "30"
    if hour > 24:
        return None
    named = words.parts[fold(part)] if part else None
    if named and named.from_hour <= hour <= named.to_hour:
        hour += named.add
    return f"{hour:02}:{minute}"


INTERPRETERS: dict[str, Interpreter] = {
    "phrase": _phrase,
    "part": _part,
    "part_alone": _part_alone,
    "clock": _clock,
    "noon": _noon,
}
