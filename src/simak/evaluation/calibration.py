"""Calibration: whether of the rows with a confidence of 0.9 nine in ten are right.

A row that Simak found is right when

- a statement is matched to one of the gold with a content Dice of at least 0.8, and its source is
  the same entity;
- an event is matched to one of the gold by trigger and type, and its status is the same;
- an entity shares most of its mentions with one gold entity, that has no other such entity and is
  of the same type. Mentions are the same at the same span.

Rows are counted by bands of confidence; ``deviation`` is the expected calibration error: the mean
distance of a band's share of right rows from its mean confidence, weighted by its rows.

Reference: Guo et al. (2017), On Calibration of Modern Neural Networks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec import UNSET

from simak.evaluation.entity import Identity
from simak.evaluation.event import match_events
from simak.evaluation.matching import assign
from simak.evaluation.report import Line
from simak.evaluation.statement import MOST, match_statements
from simak.record import Entity, Event, Record, Statement

RowKind = Literal["statement", "event", "entity"]
KINDS: tuple[RowKind, ...] = ("statement", "event", "entity")

BANDS: tuple[tuple[str, float, float], ...] = (
    ("below_50", 0.0, 0.5),
    ("50_to_70", 0.5, 0.7),
    ("70_to_90", 0.7, 0.9),
    ("from_90", 0.9, 1.01),
)
"""Name, lowest confidence, and the confidence that is too high for the band."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row that Simak found, its confidence, and whether it is right."""

    kind: RowKind
    row: Statement | Event | Entity
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one band: how many, how many right, the sum of their confidence."""

    right: int = 0
    rows: int = 0
    confidence: float = 0.0

    def __add__(self, other: Band, /) -> Band:
        return Band(
            self.right + other.right,
            self.rows + other.rows,
            self.confidence + other.confidence,
        )

    def figures(self) -> dict[str, float]:
        """Return the share of right rows and the mean confidence; nothing without rows."""
        if not self.rows:
            return {}
        return {"": self.right / self.rows, "mean": self.confidence / self.rows}

    def counts(self) -> tuple[str, str, str]:
        """Return right rows, the mean confidence in percent, rows."""
        mean = f"({100 * self.confidence / self.rows:.1f})" if self.rows else ""
        return str(self.right), mean, str(self.rows)


@dataclass(frozen=True, slots=True)
class Deviation:
    """The expected calibration error over bands."""

    bands: tuple[Band, ...]

    def __add__(self, other: Deviation, /) -> Deviation:
        return Deviation(tuple(a + b for a, b in zip(self.bands, other.bands, strict=True)))

    def figures(self) -> dict[str, float]:
        """Return the error under the empty name; nothing without rows."""
        rows = sum(band.rows for band in self.bands)
        off = sum(abs(band.right - band.confidence) for band in self.bands)
        return {"": off / rows} if rows else {}

    def counts(self) -> tuple[str, str, str]:
        """Return the number of rows."""
        return "", "", str(sum(band.rows for band in self.bands))


def judge(gold: Record, predicted: Record, identity: Identity) -> Iterator[Judged]:
    """Yield the rows of ``predicted`` that have a confidence, judged by the gold record."""
    said = {
        match.predicted.id
        for match in match_statements(gold, predicted)
        if match.dice >= MOST
        and identity.same(match.gold.source.entity, match.predicted.source.entity)
    }
    happened = {
        predicted.events[j].id
        for i, j in match_events(gold, predicted, identity)
        if gold.events[i].status == predicted.events[j].status
    }
    known = _entities(gold, predicted)
    judged: tuple[tuple[RowKind, tuple[Statement | Event | Entity, ...], set[str]], ...] = (
        ("statement", predicted.statements, said),
        ("event", predicted.events, happened),
        ("entity", predicted.entities, known),
    )
    for kind, rows, right in judged:
        for row in rows:
            if row.confidence is not UNSET and 0.0 <= row.confidence <= 1.0:
                yield Judged(kind, row, row.confidence, row.id in right)


def _entities(gold: Record, predicted: Record) -> set[str]:
    """Return the ids of the right entities."""
    ours = [frozenset(mention.span for mention in entity.mentions) for entity in gold.entities]
    at = {span: i for i, spans in enumerate(ours) for span in spans}
    weights: dict[tuple[int, int], float] = {}
    for j, entity in enumerate(predicted.entities):
        for mention in entity.mentions:
            i = at.get(mention.span)
            if i is not None:
                weights[i, j] = weights.get((i, j), 0.0) + 1.0
    return {
        predicted.entities[j].id
        for i, j in assign(weights)
        if gold.entities[i].type == predicted.entities[j].type
        and 2 * weights[i, j] > len(predicted.entities[j].mentions)
    }


def score_calibration(gold: Record, predicted: Record, identity: Identity) -> list[Line]:
    """Return for each kind of row the bands (share right, mean confidence) and their deviation."""
    bands = {kind: [Band() for _ in BANDS] for kind in KINDS}
    for row in judge(gold, predicted, identity):
        for index, (_, low, high) in enumerate(BANDS):
            if low <= row.confidence < high:
                bands[row.kind][index] += Band(int(row.right), 1, row.confidence)
    lines: list[Line] = []
    for kind in KINDS:
        for (name, low, high), band in zip(BANDS, bands[kind], strict=True):
            ends = f"{low:g} to {high:g}" if high < 1 else f"{low:g} and more"
            label = f"{kind}, confidence {ends}"
            lines.append(Line("calibration", f"{kind}_{name}", band, label))
        deviation = Deviation(tuple(bands[kind]))
        lines.append(Line("calibration", f"{kind}_deviation", deviation, f"{kind}, deviation"))
    return lines
