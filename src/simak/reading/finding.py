"""Findings: what the readers hand to each other, before it becomes a record.

Spans are code points into the article's text, as in the record. ``head`` is the index of a token
in the article's ``Doc``; findings keep numbers, not spaCy objects, so that they outlive the Doc.
Indexes point into the list of the same kind of finding (``within=2`` is the third statement).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simak.record import (
    Act,
    EntityType,
    EventStatus,
    EventType,
    Link,
    MentionKind,
    Span,
    StatementKind,
)

Number = Literal["sing", "plur"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may refer to an actor or a place.

    ``type`` is None where the words alone do not tell (pronouns). ``person`` is the grammatical
    person: 1 for "saya/kami/kita/ku", 2 for "Anda/kamu/mu", else 3.
    """

    span: Span
    head: int
    kind: MentionKind
    type: EntityType | None = None
    number: Number | None = None
    person: int = 3


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """An office: "Kepala Bidang Politik Hamas" before or after the name of its holder."""

    span: Span
    title: str
    holder: Mention
    organization: Mention | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``outer`` has the marks; ``inner`` has neither them nor the comma or full stop before the
    closing one. ``closed`` is False for an odd mark, whose quotation ends with its paragraph.
    """

    outer: Span
    inner: Span
    single: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class StatementFinding:
    """One source's reported words under one cue.

    ``source`` is the span that names the speaker and ``source_head`` the token that heads it;
    both None when the clause names nobody. ``same_source`` is the index of the statement whose
    speaker this one shares (a subject shared by coordinated cues keeps its own ``source`` span).
    ``time`` indexes the page's times, ``place_head`` is the token that heads the place's name.
    """

    kind: StatementKind
    act: Act
    cue: Span
    cue_head: int
    content: tuple[Span, ...]
    source: Span | None = None
    source_head: int | None = None
    same_source: int | None = None
    addressee: Span | None = None
    addressee_head: int | None = None
    within: int | None = None
    time: int | None = None
    place_head: int | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Referent:
    """One entity of the article: the mentions that refer to it and what is known of it.

    ``members`` maps the position of a "kami/kita" in ``mentions`` to the index of the speaker's
    referent.
    """

    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    acronym: str | None = None
    roles: tuple[RoleFinding, ...] = ()
    link: Link | None = None
    members: tuple[tuple[int, int], ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Cast:
    """All referents of the article, in the order of their first mention.

    ``words`` are pairs (token, referent) for the other words of a name and of the title before
    it, so that :meth:`at` finds "Presiden Raisi" by whichever word heads it.
    """

    referents: tuple[Referent, ...]
    words: tuple[tuple[int, int], ...] = ()
    _by_head: dict[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        heads: dict[int, int] = {}
        for index, referent in enumerate(self.referents):
            for mention in referent.mentions:
                heads.setdefault(mention.head, index)
        for token, index in self.words:
            heads.setdefault(token, index)
        object.__setattr__(self, "_by_head", heads)

    def at(self, head: int | None) -> int | None:
        """Return the index of the referent that the token ``head`` heads a mention of, or None."""
        return None if head is None else self._by_head.get(head)


@dataclass(frozen=True, slots=True)
class EventFinding:
    """One thing somebody did; actors, recipients and place index the cast's referents.

    ``asserted_by`` is the index of the statement that contains it, None for the outlet itself.
    """

    type: EventType
    mode: str | None
    trigger: Span
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    status: EventStatus
    evidence: tuple[Span, ...]
    asserted_by: int | None = None
    statement: int | None = None
    time: int | None = None
    place: int | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class WordingFinding:
    """A scare quote or a contested term; ``asserted_by`` as in EventFinding."""

    span: Span
    kind: Literal["scare_quote", "loaded_term"]
    asserted_by: int | None = None
    neutral: str | None = None
