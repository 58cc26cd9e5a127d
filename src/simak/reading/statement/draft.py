"""Drafts: statements in the making, as positions of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simak.reading.confidence import Construction
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Piece, Unit
from simak.record import Act, Span

Range = tuple[int, int]
"""First and last position of a stretch of words, both included."""


@dataclass(slots=True)
class Draft:
    """A statement in the making.

    ``ranges`` are its content so far. The stretch from ``open_from`` to ``open_to`` belongs to it
    too, as long as no later cue of the unit claims a part of it; tags are cut from it at the end.
    ``explicit``: "bahwa", a comma or marks open the content. ``sure``: order and tree agree on the
    source. ``shares``: the source is the subject of an earlier cue. ``joined`` are quotations of
    neighbouring units that have no cue of their own.
    """

    act: Act
    first: int
    last: int
    unit: Unit
    construction: Construction
    source: Phrase | None = None
    addressee: Phrase | None = None
    ranges: list[Range] = field(default_factory=list)
    open_from: int | None = None
    open_to: int = -1
    explicit: bool = False
    shares: bool = False
    joined: list[Span] = field(default_factory=list)
    sure: bool = True
    deed: bool = False

    def report(self, ranges: Sequence[Range]) -> None:
        """Set the content; the last of the ranges stays open until the unit is read."""
        self.ranges = list(ranges[:-1])
        self.open_from, self.open_to = ranges[-1]

    def takes(self, piece: Piece) -> bool:
        """Tell whether a quotation is part of the content."""
        if self.open_from is not None and self.open_from <= piece.first:
            return True
        return any(first <= piece.first <= last for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit and the drafts that its cues have given so far, in their order."""

    unit: Unit
    drafts: list[Draft] = field(default_factory=list)

    @property
    def open_draft(self) -> Draft | None:
        """The first draft whose content is still open."""
        return next((draft for draft in self.drafts if draft.open_from is not None), None)
