"""Frames: which words name an act, and where its parties stand (``frame.tsv``)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from simak.lexicon import Lexicon, Row
from simak.reading.confidence import Confidence, Telling
from simak.record import Act, EventStatus, EventType

Voice = Literal["active", "passive", "object", "noun"]

TYPES: tuple[str, ...] = get_args(EventType)
ACTS: tuple[str, ...] = get_args(Act)

# The modes of PLOVER 2.0 by event type; "" (no mode) is always allowed.
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional",
    ),
}  # fmt: skip


# Their mode is told by what is asked or refused (``aim.tsv``).
AIMED = frozenset({"REQUEST", "REJECT"})

# A frame judged so sure or surer means little else; the others are often something else.
SURE = 0.55

_FRAME = (
    "form", "passive", "class", "act", "type", "mode", "recipient", "symmetric", "parties",
    "need", "bar", "field", "agent", "confidence",
)  # fmt: skip
AGENT = ("word", "group")
_SAID = ("act", "type", "mode", "side", "name")


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of ``frame.tsv``; the columns are explained at the head of that file."""

    noun: bool
    act: str
    type: EventType
    mode: str | None
    recipient: tuple[str, ...]
    symmetric: bool
    parties: int
    need: tuple[str, ...]
    bar: tuple[str, ...]
    field: tuple[str, ...]
    agent: str | None
    confidence: float

    @property
    def prepositions(self) -> tuple[str, ...]:
        """The prepositions before the recipient, in the order in which they are tried."""
        return tuple(way for way in self.recipient if way not in {"object", "possessor"})

    def fits(self, around: str, fields: Collection[str], wider: str | None = None) -> bool:
        """Tell whether the words ``around`` it and the article's ``fields`` leave the meaning.

        A word that is needed may stand in the ``wider`` surroundings, behind a row of names.
        """
        if any(name in fields for name in self.field):
            return False
        if any(f" {word} " in around for word in self.bar):
            return False
        near = wider or around
        return not self.need or any(f" {word} " in near for word in self.need)


@dataclass(frozen=True, slots=True)
class Said:
    """The event that a statement of some act is ("mengecam" is ACCUSE)."""

    name: str
    type: EventType
    mode: str | None
    start: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A frame whose words stand at some position: ``length`` words, in ``voice``.

    The voice "object" is the bare form behind a pronoun: "mereka kami lepaskan".
    """

    frame: Frame
    voice: Voice
    length: int


class FrameLexicon:
    """All frames, checked on load.

    Raises LexiconError for a type or mode that PLOVER does not have, a class, number or group of
    agents that is none, or a row without a form.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.shares = Confidence(lexicon)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Frame, Voice]]] = {}
        groups = {row["group"] for row in lexicon.rows("agent.tsv", AGENT)}
        rows = lexicon.rows("frame.tsv", _FRAME)
        # What a user's file says goes before what ours say of the same words.
        for row in sorted(rows, key=lambda row: not _of_user(lexicon, row)):
            frame = _frame(row)
            if frame.agent is not None and frame.agent not in groups:
                raise row.error(
                    f"agent is {frame.agent!r}; agent.tsv knows {', '.join(sorted(groups))}"
                )
            for form in row.list("form"):
                self._add(form, frame, "noun" if frame.noun else "active")
            for form in row.list("passive"):
                self._add(form, frame, "passive")
                if form.startswith("di") and form.isalpha():
                    self._add(form.removeprefix("di"), frame, "object")
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._aims: dict[str, str] = {}
        for row in lexicon.rows("aim.tsv", ("word", "mode")):
            self._aims[row["word"].lower()] = row.one_of(
                "mode", ("assist", "change", "yield", "meet")
            )
        self.said: dict[Act, Said] = {}
        for row in lexicon.rows("statement_event.tsv", _SAID):
            act: Act = row.one_of("act", ACTS)  # type: ignore[assignment]
            side = row.one_of("side", ("start", "content"))
            self.said[act] = Said(row["name"], _type(row), _mode(row), side == "start")

    def confidence(self, match: Match, status: EventStatus, *, implied: bool) -> float:
        """Return how sure the event is that ``match`` tells, 0 to 1."""
        telling: Telling
        if implied:
            telling = "implied"
        elif match.frame.confidence >= SURE:
            telling = "noun" if match.frame.noun else "verb"
        else:
            telling = "rough-noun" if match.frame.noun else "rough-verb"
        return self.shares.event(telling, status)

    def aim(self, type: EventType, words: Sequence[str]) -> str | None:
        """Return the mode of a request or refusal by what it is about.

        A request for anything but help, a meeting or giving in asks for a change.
        """
        told = next((self._aims[word] for word in words if word in self._aims), None)
        return told or ("change" if type == "REQUEST" else None)

    def _add(self, form: str, frame: Frame, voice: Voice) -> None:
        words = tuple(form.lower().split())
        self._by_first.setdefault(words[0], []).append((words, frame, voice))

    def at(self, lower: Sequence[str], position: int, end: int) -> list[Match]:
        """Return the frames whose words stand at ``position``, the longest first.

        ``end`` is the last position that may be used.
        """
        entries = self._by_first.get(lower[position])
        if entries is None:
            return []
        return [
            Match(frame, voice, len(words))
            for words, frame, voice in entries
            if position + len(words) - 1 <= end
            and all(lower[position + i] == word for i, word in enumerate(words))
        ]


def _of_user(lexicon: Lexicon, row: Row) -> bool:
    return lexicon.user is not None and Path(row.path).parent == lexicon.user


def _frame(row: Row) -> Frame:
    if not row.list("form"):
        raise row.error("no form is given")
    noun = row.one_of("class", ("verb", "noun")) == "noun"
    if noun and row["passive"]:
        raise row.error("a noun has no passive form; leave the cell empty")
    if not row["act"]:
        raise row.error("act is empty; give the act a short name")
    if row["parties"] not in {"1", "2"}:
        raise row.error(f"parties is {row['parties']!r}; it must be 1 or 2")
    try:
        confidence = float(row["confidence"])
    except ValueError:
        confidence = -1.0
    if not 0.0 < confidence <= 1.0:
        raise row.error(f"confidence is {row['confidence']!r}; it must be a number up to 1")
    return Frame(
        noun=noun,
        act=row["act"],
        type=_type(row),
        mode=_mode(row),
        recipient=row.list("recipient"),
        symmetric=row.one_of("symmetric", ("", "yes")) == "yes",
        parties=int(row["parties"]),
        need=row.list("need"),
        bar=row.list("bar"),
        field=row.list("field"),
        agent=row["agent"] or None,
        confidence=confidence,
    )


def _type(row: Row) -> EventType:
    return row.one_of("type", TYPES)  # type: ignore[return-value]


def _mode(row: Row) -> str | None:
    allowed = MODES.get(row["type"], ())
    return row.one_of("mode", ("", *allowed)) or None
