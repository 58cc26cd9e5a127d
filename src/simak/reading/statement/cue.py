"""Cues: the words that report, read from the lexicon.

``cue.tsv`` has verbs by family, ``cue_phrase.tsv`` prepositions ("menurut", "berdasarkan data"),
``cue_noun.tsv`` nouns ("tuntutan"), ``tag_phrase.tsv`` what stands around a cue without being said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, cast, get_args

from simak.lexicon import Lexicon, Row
from simak.record import Act

ACTS: tuple[str, ...] = get_args(Act)
Voice = Literal["active", "passive", "after"]
VOICES: tuple[Voice, ...] = ("active", "passive", "after")
TAKES = ("any", "clause", "bahwa", "to", "own", "object", "state", "matter")

_CUE = ("stem", "act", "active", "passive", "after", "takes", "needs")
_PHRASE = ("phrase", "act", "place")
_NOUN = ("noun", "act", "free")
_TAG = ("phrase", "kind")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb: "mengatakan" is active, "dikatakan" passive, "kata" after."""

    stem: str
    act: Act
    voice: Voice
    takes: tuple[str, ...]
    actor: bool
    said: bool  # True if the family has a form of its own behind quotations
    agent: bool = False  # True if a passive reports only with its agent ("dinilai Budi")


@dataclass(frozen=True, slots=True)
class Preposition:
    """A cue whose source stands behind it. ``free``: it need not stand behind a quotation."""

    act: Act
    free: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that reports. ``free``: with any complement, not only "bahwa", "agar", "untuk"."""

    act: Act
    free: bool


class Phrases(Generic[T]):
    """Entries found by their words, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[T]]] = {}
        self._longest: dict[str, int] = {}
        for phrase, entry in entries:
            words = tuple(phrase.lower().split())
            first = self._by_first.setdefault(words[0], {})
            first.setdefault(words, []).append(entry)
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def at(self, lower: Sequence[str], position: int, end: int) -> tuple[int, list[T]] | None:
        """Return (number of words, entries) of the longest phrase at ``position``, or None."""
        first = self._by_first.get(lower[position])
        if first is None:
            return None
        for length in range(min(self._longest[lower[position]], end - position + 1), 0, -1):
            entries = first.get(tuple(lower[position : position + length]))
            if entries is not None:
                return length, entries
        return None


class CueLexicon:
    """All cues, checked on load.

    Raises LexiconError for an act, a complement or a place that does not exist.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.verbs: Phrases[Verb] = Phrases(_verbs(lexicon))
        self.prepositions: Phrases[Preposition] = Phrases(
            (
                row["phrase"],
                Preposition(_act(row), row.one_of("place", ("free", "behind")) == "free"),
            )
            for row in lexicon.rows("cue_phrase.tsv", _PHRASE)
        )
        self.nouns: Phrases[Noun] = Phrases(
            (row["noun"], Noun(_act(row), row.one_of("free", ("", "yes")) == "yes"))
            for row in lexicon.rows("cue_noun.tsv", _NOUN)
        )
        self.tags: Phrases[str] = Phrases(
            (row["phrase"], row.one_of("kind", ("when", "credit")))
            for row in lexicon.rows("tag_phrase.tsv", _TAG)
        )


def _act(row: Row) -> Act:
    return cast(Act, row.one_of("act", ACTS))


def _verbs(lexicon: Lexicon) -> Iterator[tuple[str, Verb]]:
    for row in lexicon.rows("cue.tsv", _CUE):
        takes = row.list("takes")
        if not takes or any(kind not in TAKES for kind in takes):
            raise row.error(f"takes is {row['takes']!r}; it must be of {', '.join(TAKES)}")
        needs = row.one_of("needs", ("", "actor", "agent"))
        if not any(row.list(voice) for voice in VOICES):
            raise row.error("no form is given; give at least one of active, passive, after")
        for voice in VOICES:
            for form in row.list(voice):
                yield (
                    form,
                    Verb(
                        row["stem"],
                        _act(row),
                        voice,
                        takes,
                        needs == "actor",
                        bool(row["after"]),
                        needs == "agent",
                    ),
                )
