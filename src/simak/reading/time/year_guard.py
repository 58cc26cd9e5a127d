"""Whether a number of four digits, or of two behind "tahun", is a year."""

from __future__ import annotations

import re

from simak.reading.time.beside import PREPOSITION, Beside
from simak.reading.time.grammar import YEAR
from simak.reading.time.vocabulary import Vocabulary, alternatives

_YEAR_BEFORE = re.compile(rf"(?<!\d){YEAR}(?:,|,?[^\S\n]{{1,6}}(?:dan|atau))[^\S\n]{{1,6}}$")
_STRONG_YEAR = frozenset(
    {
        "sejak", "pada", "tahun", "periode", "awal", "akhir", "pertengahan", "angkatan", "musim",
        "kelahiran", "edisi", "pasca",
    }
)  # fmt: skip
_YEAR_BEHIND = frozenset(
    {"pada", "di", "sejak", "sekitar", "dari", "hingga", "sampai", "antara", "mulai", "semenjak"}
)
_VERB = re.compile(r"(?:meng|men|mem|meny|me|ber|ter)[a-z]{4,}")


class YearGuard(Beside):
    """The checks of years."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words)
        self._numbered = re.compile(
            rf"\b{alternatives(words.cues['numbered'])}[^\S\n]{{1,3}}\w{{1,20}}[^\S\n]{{1,3}}$",
            re.IGNORECASE,
        )

    def _short_year(self, match: re.Match[str]) -> bool:
        """Two digits are a year behind "pada tahun" and before nothing that could be counted."""
        if match["mark"]:
            return True
        following = self._next(match).lower()
        if following and following not in self._cues["year_next"]:
            return False
        if match["phase"] or match["approx"]:
            return True
        return self._previous(match).lower() in _YEAR_BEHIND

    def _year(self, match: re.Match[str]) -> bool:
        previous, following = self._previous(match), self._next(match)
        word = match["tahun"]
        if word:
            if previous.isdecimal():
                return False
            # "APBN Tahun 2017", "Pemilu Tahun 2019" are names
            named = word[0].isupper() and previous[:1].isupper()
            return not named or previous.lower() in PREPOSITION or self._starts_sentence(match)
        if match["phase"] or (match["deictic"] and not match["this"]):
            # "Piala Dunia 2018 lalu": the year belongs to the name
            named = previous[:1].isupper() and previous.lower() not in PREPOSITION
            return not named and previous.lower() not in self._cues["quantity"]
        if following.lower() in self._cues["counted"]:
            return False
        if match["y2"]:
            low, high = int(match["y"]), match["y2"]
            high = int(high) if len(high) == 4 else low // 100 * 100 + int(high)
            if not 0 < high - low <= 100:
                return False
            return (
                self._before(match).endswith("(")
                or previous.lower() in self._cues["year"]
                or (previous[:1].islower() and previous.lower() not in self._cues["quantity"])
            )
        return self._bare_year(match, previous, following)

    def _bare_year(self, match: re.Match[str], previous: str, following: str) -> bool:
        before, after = self._before(match), self._after(match)
        closed = not after.strip() or bool(re.match(r"[^\S\n]{0,6}[.,;:!?()\"”'’\n]", after))
        closed = closed or bool(_VERB.match(following))  # "sepanjang 2016 mengalami ..."
        closed = closed or following.lower() in self._cues["year_next"] or bool(match["this"])
        lower = previous.lower()
        if lower in ("tahun", "thn"):
            return False  # "UU Dasar Tahun 1945": with its "tahun" it was no time either
        if lower in self._cues["year"] and before.rstrip().lower().endswith(lower):
            return lower in _STRONG_YEAR or closed
        if _YEAR_BEFORE.search(before):
            return closed or following[:1].islower()
        if not before[-1:].isspace() or not before.rstrip()[-1:].isalpha():
            return False
        if self._numbered.search(before) or lower in ("dan", "atau"):
            return False
        return closed and previous[:1].islower() and lower not in self._cues["quantity"]
