"""Floors: figures that may not fall. The gate reads them from a file that people change."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simak.errors import FormatError
from simak.evaluation.file import fault, read_text

_LINE = re.compile(r"line (\d+)")
_SLACK = 1e-9  # figures are sums of floats


@dataclass(frozen=True, slots=True)
class Fallen:
    """A figure below its floor; ``value`` is None when it was not measured at all."""

    key: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        value = "not measured" if self.value is None else f"{self.value:.4f}"
        return f"{self.key}: {value}, floor {self.floor:.4f}"


def _flat(path: Path, table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            yield from _flat(path, value, f"{key}.")
        elif isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            text = read_text(path).split("\n")
            line = next((n for n, row in enumerate(text, start=1) if name in row), 1)
            raise fault(path, line, f"{key} is {value!r}; a floor is a number from 0 to 1")
        else:
            yield key, float(value)


def read_floors(path: Path) -> dict[str, float]:
    """Return the floors in a TOML or JSON file by dotted key; tables may be nested.

    ::

        [gold.statements]
        f1_50 = 0.80

    gives ``{"gold.statements.f1_50": 0.8}``. Raises FormatError (file, line) on a wrong file.
    """
    text = read_text(path)
    try:
        table: Any = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        where = _LINE.search(str(error))
        raise fault(path, int(where[1]) if where else 1, str(error)) from error
    if not isinstance(table, Mapping):
        raise FormatError(f"{path}:1: no table of floors")
    return dict(_flat(path, table))


def fallen(
    figures: Mapping[str, float], floors: Mapping[str, float], table: str = ""
) -> list[Fallen]:
    """Return the figures of a report that are below their floor or were not measured.

    ``table`` picks the floors that start with it: with "gold", the floor
    "gold.statements.f1_50" holds for the figure "statements.f1_50", and all other tables are left
    alone.
    """
    prefix = f"{table}." if table else ""
    found: list[Fallen] = []
    for key, floor in floors.items():
        if not key.startswith(prefix):
            continue
        value = figures.get(key.removeprefix(prefix))
        if value is None or value < floor - _SLACK:
            found.append(Fallen(key, floor, value))
    return found
