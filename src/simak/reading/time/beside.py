"""The words beside a match: what stands before it and behind it, and whether it is in a name."""

from __future__ import annotations

import re

from simak.reading.time.vocabulary import Vocabulary, alternatives

_WINDOW = 48
_PREVIOUS = re.compile(r"([\w’'-]+)[^\S\n]{0,6}$")
_NEXT = re.compile(r"[^\S\n]{0,6}([\w’'-]+)")
_END_OF_SENTENCE = re.compile(r"(?:^|[.!?:\n\"“”'‘’(\[–—-])[^\S\n]{0,6}[\"“‘']?$")
PREPOSITION = frozenset(
    {"pada", "di", "sejak", "hingga", "sampai", "dari", "selama", "untuk", "per", "mulai",
     "dan", "antara"}
)  # fmt: skip


class Beside:
    """Looks beside the matches of one vocabulary, a few dozen characters on either side."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._cues = words.cues
        # with capitals only: words of a name stand between
        heads = alternatives(words.cues["name_before"])
        self._name_before = re.compile(
            rf"\b(?i:{heads})(?:[^\S\n]{{1,3}}[A-Z][\w’'-]{{1,24}}){{1,3}}[^\S\n]{{1,3}}$"
        )

    @staticmethod
    def _before(match: re.Match[str]) -> str:
        return match.string[max(0, match.start() - _WINDOW) : match.start()]

    @staticmethod
    def _after(match: re.Match[str]) -> str:
        return match.string[match.end() : match.end() + _WINDOW]

    def _previous(self, match: re.Match[str]) -> str:
        found = _PREVIOUS.search(self._before(match))
        return found.group(1) if found else ""

    def _next(self, match: re.Match[str]) -> str:
        found = _NEXT.match(self._after(match))
        return found.group(1) if found else ""

    def _starts_sentence(self, match: re.Match[str]) -> bool:
        return bool(_END_OF_SENTENCE.search(self._before(match)))

    def _in_name(self, match: re.Match[str]) -> bool:
        """Tell whether the words are part of a name: "Jalan 17 Agustus", "Stadion Randu 5 Mei"."""
        if self._previous(match).lower() in self._cues["name_before"]:
            return True
        return bool(self._name_before.search(self._before(match)))
