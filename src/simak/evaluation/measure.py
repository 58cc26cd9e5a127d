"""Measures: small values that add up over articles and turn into figures at the end.

Adding measures of single articles and then taking the figure gives the micro average: each row
weighs the same, whatever the length of its article. A figure that nothing was there to measure
(no row predicted and none in the gold) is ``None``, not 0 and not 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Self


class Measure(Protocol):
    """What a line of a report holds."""

    def __add__(self, other: Self, /) -> Self:
        """Return the measure over both parts."""

    def figures(self) -> dict[str, float]:
        """Return the figures by name ("precision", "recall", "f1"; "" for a plain share)."""

    def counts(self) -> tuple[str, str, str]:
        """Return right, predicted and gold as words for the table."""


def _ratio(part: float, whole: float, other: float) -> float | None:
    """Return part/whole; 0 when only the other side has rows, None when neither has any."""
    if whole:
        return part / whole
    return 0.0 if other else None


def _harmonic(precision: float | None, recall: float | None) -> float | None:
    if precision is None or recall is None:
        return None
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def _three(precision: float | None, recall: float | None, f1: float | None) -> dict[str, float]:
    named = (("precision", precision), ("recall", recall), ("f1", f1))
    return {name: value for name, value in named if value is not None}


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows predicted, rows in the gold, and how many of them are the same.

    >>> Counts(3, predicted=4, gold=6).f1
    0.6
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts, /) -> Counts:
        return Counts(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float | None:
        """The share of the predicted rows that are right."""
        return _ratio(self.right, self.predicted, self.gold)

    @property
    def recall(self) -> float | None:
        """The share of the gold rows that were found."""
        return _ratio(self.right, self.gold, self.predicted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall: 2 right / (predicted + gold)."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else None

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1."""
        return _three(self.precision, self.recall, self.f1)

    def counts(self) -> tuple[str, str, str]:
        """Return right, predicted and gold."""
        return str(self.right), str(self.predicted), str(self.gold)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the rows looked at are right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Share, /) -> Share:
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float | None:
        """The share, or None when there was no row to look at."""
        return self.right / self.total if self.total else None

    def figures(self) -> dict[str, float]:
        """Return the share under the empty name."""
        return {} if self.value is None else {"": self.value}

    def counts(self) -> tuple[str, str, str]:
        """Return right and the number of rows looked at."""
        return str(self.right), "", str(self.total)


@dataclass(frozen=True, slots=True)
class Balance:
    """Precision and recall whose parts are counted apart, as the coreference metrics need."""

    precise: float = 0.0
    predicted: float = 0.0
    recalled: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Balance, /) -> Balance:
        return Balance(
            self.precise + other.precise,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """The precise part over what was predicted."""
        return _ratio(self.precise, self.predicted, self.gold)

    @property
    def recall(self) -> float | None:
        """The recalled part over what is in the gold."""
        return _ratio(self.recalled, self.gold, self.predicted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1."""
        return _three(self.precision, self.recall, self.f1)

    def counts(self) -> tuple[str, str, str]:
        """Return the denominators; the numerators are fractions and say little."""
        return "", f"{self.predicted:g}", f"{self.gold:g}"


@dataclass(frozen=True, slots=True)
class Mean:
    """The plain mean of the F1 of several measures, taken after all articles are added up."""

    parts: tuple[Balance, ...]

    def __add__(self, other: Mean, /) -> Mean:
        return Mean(tuple(a + b for a, b in zip(self.parts, other.parts, strict=True)))

    def figures(self) -> dict[str, float]:
        """Return the mean under the name "f1"; parts with nothing to measure are left out."""
        values = [part.f1 for part in self.parts if part.f1 is not None]
        return {"f1": sum(values) / len(values)} if values else {}

    def counts(self) -> tuple[str, str, str]:
        """Return nothing: a mean has no rows of its own."""
        return "", "", ""
