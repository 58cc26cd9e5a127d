"""Count how often each kind of row is right; writes src/simak/data/confidence.tsv anew.

    python -m training.confidence GOLD... --unseen GOLD... [--out FILE]

GOLD are hand-made records, files or folders. Those after ``--unseen`` are of articles that no rule
was made for: a row of the others weighs a third of theirs, since rules were made to fit them. What
is right says ``simak.evaluation.calibration``. Of records without statements (those that
``tests/quality/indosum/join.py`` makes) only the events count. A cell leans, by four rows, on the
unseen rows that share a part of it, and cells with few rows stay below them (Laplace's estimate
with a prior).

To tell the cells apart in a record, it is read with a table that gives each cell its own value.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from simak.evaluation import read_gold
from simak.evaluation.calibration import judge
from simak.evaluation.entity import Identity
from simak.reader import Reader
from simak.reading.confidence import Kind, cells
from simak.reading.statement import confidence as of_statement

TABLE = Path(__file__).parents[1] / "src" / "simak" / "data" / "confidence.tsv"
KINDS: tuple[Kind, ...] = ("statement", "event", "entity")
_PRIOR = 10  # rows that the prior of a column or line of cells weighs
_LEAN = 4  # rows that they weigh in a cell: with more, cells that are often wrong look too sure
_SEEN = 1 / 3  # what a row of an article that rules were made for weighs
_FEW = 8


@dataclass
class Counts:
    """Rows and right rows of each cell: of all records, and of the unseen ones among them."""

    rows: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    unseen_rows: Counter[str] = field(default_factory=Counter)
    unseen_right: Counter[str] = field(default_factory=Counter)

    def share(self, among: Iterable[str], prior: float) -> float:
        """Return the smoothed share of right rows of some cells, of the unseen records."""
        among = list(among)
        rows = sum(self.unseen_rows[cell] for cell in among)
        right = sum(self.unseen_right[cell] for cell in among)
        return (right + _PRIOR * prior) / (rows + _PRIOR)

    def value(self, cell: str, top: float) -> float:
        """Return the confidence of a cell; ``top`` is the share of all of its kind."""
        kind, first, second = cell.split()
        every = [one for one in cells(kind) if one.split()[0] == kind]  # type: ignore[arg-type]
        left = self.share((one for one in every if one.split()[1] == first), top)
        right = self.share((one for one in every if one.split()[2] == second), top)
        prior = min(0.97, left * right / top)
        if self.rows[cell] < _FEW:
            prior = min(prior, top) * 0.95
        rows = _weighed(self.rows[cell], self.unseen_rows[cell])
        right = _weighed(self.right[cell], self.unseen_right[cell])
        return (right + _LEAN * prior) / (rows + _LEAN)


def _weighed(every: int, unseen: int) -> float:
    return unseen + _SEEN * (every - unseen)


def count(seen: Sequence[Path], unseen: Sequence[Path]) -> Counts:
    """Read the texts of the records and count their cells."""
    codes = {cell: round((number + 1) / 100, 2) for kind in KINDS
             for number, cell in enumerate(cells(kind))}  # fmt: skip
    names = {(cell.split()[0], value): cell for cell, value in codes.items()}
    counts = Counts()
    odd = of_statement._ODD_MARK
    folder = Path(tempfile.mkdtemp())
    try:
        of_statement._ODD_MARK = 1.0  # it would blur the codes
        write(folder / TABLE.name, codes, Counts())
        reader = Reader(lexicon=folder)
        for paths, is_unseen in ((seen, False), (unseen, True)):
            for _, gold in read_gold(paths):
                about = gold.article
                found = reader.read(
                    about.text, published=about.published.value, outlet=about.outlet
                )
                for row in judge(gold, found, Identity(gold, found)):
                    if row.kind != "event" and not gold.statements:
                        continue  # of tests/quality/indosum only the events were annotated
                    cell = names[row.kind, round(row.confidence, 2)]
                    counts.rows[cell] += 1
                    counts.right[cell] += row.right
                    counts.unseen_rows[cell] += is_unseen
                    counts.unseen_right[cell] += row.right and is_unseen
    finally:
        of_statement._ODD_MARK = odd
        shutil.rmtree(folder)
    return counts


def values(counts: Counts) -> dict[str, float]:
    """Return the confidence of each cell."""
    found = {}
    for kind in KINDS:
        top = counts.share(cells(kind), 0.5)
        for cell in cells(kind):
            found[cell] = round(counts.value(cell, top), 2)
    return found


def write(path: Path, found: dict[str, float], counts: Counts) -> None:
    """Write the table with the head of comments that ours has."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    lines.append("cell\tvalue\tright\trows\tunseen_right\tunseen_rows")
    for cell, value in found.items():
        numbers = (counts.right, counts.rows, counts.unseen_right, counts.unseen_rows)
        lines.append("\t".join([cell, str(value), *(str(number[cell]) for number in numbers)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--unseen", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    counts = count(options.gold, options.unseen)
    write(options.out, values(counts), counts)


if __name__ == "__main__":
    main()
