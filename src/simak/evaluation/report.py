"""Reports: lines of measures that add up, print as a table and turn into a plain dict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from simak.evaluation.measure import Measure


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of a report.

    ``section`` and ``name`` make its keys: "statements" and "50" with Counts give
    "statements.precision_50", "statements.recall_50" and "statements.f1_50"; with a Share the key
    is "statements.50". ``label`` is what the table shows.
    """

    section: str
    name: str
    measure: Measure
    label: str

    def key(self, figure: str) -> str:
        """Return the dotted key of one of the line's figures."""
        return f"{self.section}.{'_'.join(part for part in (figure, self.name) if part)}"


@dataclass(frozen=True)
class Report:
    """The measures over ``texts`` texts, in the order of the table, and notes on how to read them.

    ``a + b`` is the report over the texts of both.
    """

    lines: tuple[Line, ...] = ()
    texts: int = 0
    notes: tuple[str, ...] = ()

    def __add__(self, other: Report, /) -> Report:
        known = {(line.section, line.name): line for line in self.lines}
        for line in other.lines:
            key = line.section, line.name
            if key in known:
                measure: Any = known[key].measure
                line = Line(line.section, line.name, measure + line.measure, line.label)
            known[key] = line
        notes = tuple(dict.fromkeys(self.notes + other.notes))
        return Report(tuple(known.values()), self.texts + other.texts, notes)

    def figures(self) -> dict[str, float]:
        """Return all figures (0 to 1) by dotted key; what could not be measured has no key.

        Floors and ``--json`` use these keys, for example "statements.f1_50".
        """
        return {
            line.key(name): value
            for line in self.lines
            for name, value in line.measure.figures().items()
        }

    def table(self) -> str:
        """Return the report as aligned plain text, figures in percent."""
        rows: list[tuple[str, ...]] = [("", "P", "R", "F1", "right", "predicted", "gold")]
        section = ""
        for line in self.lines:
            figures = line.measure.figures()
            if not figures:
                continue
            if line.section != section:
                section = line.section
                rows.append((section, "", "", "", "", "", ""))
            share = figures.get("", figures.get("f1"))
            shown = (figures.get("precision"), figures.get("recall"), share)
            percents = ["" if value is None else f"{100 * value:.1f}" for value in shown]
            rows.append((f"  {line.label}", *percents, *line.measure.counts()))
        widths = [max(len(row[index]) for row in rows) for index in range(7)]
        table = [
            "  ".join(
                cell.rjust(width) if index else cell.ljust(width)
                for index, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        ]
        noun = "text" if self.texts == 1 else "texts"
        return "\n".join([f"{self.texts} {noun}", *table, *self.notes])


def total(reports: Iterable[Report]) -> Report:
    """Return the report over all texts of ``reports``."""
    return reduce(lambda a, b: a + b, reports, Report())
