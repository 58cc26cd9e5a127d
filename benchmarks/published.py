"""Figures that others published, each with its source (``published.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("published.toml")

TREES = ("words", "sentences", "upos", "ufeats", "lemmas", "uas", "las")
NAMES = ("precision", "recall", "f1", "PER", "ORG", "LOC")
TABLES: dict[str, tuple[str, ...]] = {"csui": TREES, "gsd": TREES, "trees": TREES, "names": NAMES}


@dataclass(frozen=True)
class Figure:
    """One system's figures (percent) on one set; ``measured`` is that set, as the source says."""

    table: str
    system: str
    measured: str
    source: str
    values: dict[str, float]


@dataclass(frozen=True)
class Missing:
    """A figure that was looked for and not found."""

    what: str
    where: str


def read(path: Path = FILE) -> tuple[list[Figure], list[Missing]]:
    """Return the published figures and what was not found.

    Raises ValueError for a row without its source, of no table, or with a value that is no
    percentage.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    figures = [_figure(path, row) for row in data.get("figure", ())]
    return figures, [Missing(row["what"], row["where"]) for row in data.get("missing", ())]


def _figure(path: Path, row: dict[str, Any]) -> Figure:
    told = {key: row.pop(key, "") for key in ("table", "system", "measured", "source")}
    name = told["system"] or "a row without a system"
    for key, value in told.items():
        if not value:
            raise ValueError(f"{path.name}: {name}: {key} is missing")
    if told["table"] not in TABLES:
        raise ValueError(f"{path.name}: {name}: there is no table {told['table']!r}")
    columns = TABLES[told["table"]]
    for key, value in row.items():
        if key not in columns or not isinstance(value, int | float) or not 0 <= value <= 100:
            raise ValueError(
                f"{path.name}: {name}: {key} = {value!r} is no percentage of its table"
            )
    return Figure(**told, values={key: float(value) for key, value in row.items()})
