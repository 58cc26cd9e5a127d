"""Deixis: words that point from the day of speaking, or from what was said before.

"lalu", "ini", "depan" count from the day of speaking; "itu", "sebelumnya", "berikutnya" from an
earlier expression of the text.
"""

from __future__ import annotations

from simak.reading.time.grammar import PHASE


def direction(deictic: str | None) -> int | None:
    """Return -1 for "lalu", 0 for "ini", 1 for "depan", None for no deictic or another one."""
    if not deictic:
        return None
    word = deictic.split()[-1]
    if word in ("lalu", "silam", "kemarin"):
        return -1
    if word in ("mendatang", "depan", "nanti", "besok", "lusa", "datang"):
        return 1
    return 0 if word == "ini" else None


def follows(deictic: str | None) -> int | None:
    """Return the step from an earlier expression: 0 "itu", -1 "sebelumnya", 1 "berikutnya"."""
    if not deictic:
        return None
    word = deictic.split()[-1]
    if word in ("itu", "tersebut", "sama"):
        return 0
    if word == "sebelumnya":
        return -1
    if word in ("berikutnya", "selanjutnya", "setelahnya", "sesudahnya"):
        return 1
    return None


def phase_modifier(phase: str | None) -> str | None:
    """Return the TIMEX3 ``mod`` of "awal" (START), "pertengahan" (MID), "akhir" (END)."""
    if not phase:
        return None
    words = PHASE.split("|")
    if phase == words[0]:
        return "START"
    return "END" if phase in words[-2:] else "MID"


def approximation(words: str | None) -> str | None:
    """Return the TIMEX3 ``mod`` of "sekitar" (APPROX), "lebih dari", "kurang dari"."""
    if not words:
        return None
    if words == "lebih dari":
        return "MORE_THAN"
    return "LESS_THAN" if words == "kurang dari" else "APPROX"
