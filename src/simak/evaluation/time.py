"""Times: spans and TIMEX3 values, in the manner of TempEval-3 (UzZaman et al. 2013)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts, Share
from simak.evaluation.overlap import closeness, overlaps
from simak.evaluation.report import Line
from simak.record import Span


@dataclass(frozen=True, slots=True)
class Timex3:
    """A TIMEX3 tag with its span in the text."""

    span: Span
    type: str
    value: str


class Timex(Protocol):
    """A time expression: a row of a record, or a TIMEX3 tag of a TimeML file."""

    @property
    def span(self) -> Span:
        """Its span in the text."""

    @property
    def type(self) -> str:
        """DATE, TIME, DURATION or SET."""

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""


def score_times(
    gold: Sequence[Timex], predicted: Sequence[Timex], section: str = "times"
) -> list[Line]:
    """Return F1 of spans (strict and relaxed), type and value accuracy, and F1 with value.

    Relaxed: the spans share a character, one to one, the closest first. Value and type are looked
    at on the relaxed matches; "value" counts a match whose value is the very same string.
    """
    strict = {(i, j): 1.0 for i, a in enumerate(gold) for j, b in enumerate(predicted)
              if a.span == b.span}  # fmt: skip
    relaxed = assign(
        {
            (i, j): 1 + 1e-3 * closeness(a.span, b.span) + 1e-4 * (a.value == b.value)
            for i, a in enumerate(gold)
            for j, b in enumerate(predicted)
            if overlaps(a.span, b.span)
        }
    )
    valued = sum(gold[i].value == predicted[j].value for i, j in relaxed)
    typed = sum(gold[i].type == predicted[j].type for i, j in relaxed)
    sizes = len(predicted), len(gold)
    return [
        Line(section, "strict", Counts(len(assign(strict)), *sizes), "span, strict"),
        Line(section, "relaxed", Counts(len(relaxed), *sizes), "span, relaxed"),
        Line(section, "value", Counts(valued, *sizes), "span, relaxed, with value"),
        Line(section, "value_accuracy", Share(valued, len(relaxed)), "value, on matched"),
        Line(section, "type_accuracy", Share(typed, len(relaxed)), "type, on matched"),
    ]
