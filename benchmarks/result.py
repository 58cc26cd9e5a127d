"""A row of the table of ratios, from the process that measures to the one that writes."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One ratio, what it should be, and how it was measured."""

    what: str
    ratio: float
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is as it should be."""
        low = self.at_least is not None and self.ratio < self.at_least
        high = self.at_most is not None and self.ratio > self.at_most
        return not (low or high)

    @property
    def wanted(self) -> str:
        """What it should be, for people."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"


def hand_over(rows: Iterable[Row]) -> None:
    """Print rows for the process that asked for them."""
    json.dump([asdict(row) for row in rows], sys.stdout)


def taken(data: str) -> list[Row]:
    """Return the rows that another process handed over."""
    return [Row(**fields) for fields in json.loads(data)]


def machine() -> str:
    """Return what was measured on, in a line; no name of the machine."""
    model = platform.processor() or platform.machine()
    cpu = Path("/proc/cpuinfo")
    if cpu.is_file():
        for line in cpu.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    memory = ""
    info = Path("/proc/meminfo")
    if info.is_file():
        kilobytes = int(info.read_text(encoding="ascii").split()[1])
        memory = f", {kilobytes / 1024 / 1024:.0f} GB"
    return (
        f"{model}, {_cores()} cores{memory}, {platform.system()}, Python "
        f"{platform.python_version()}"
    )


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def table(rows: Sequence[Row], loads: tuple[float, float]) -> str:
    """Return the page: a table of ratios, with the machine and how busy it was."""
    lines = [
        "# How fast, in ratios",
        "",
        "Written by `make bench`. All are ratios measured in one run on one machine, so that they",
        "say something on another one too.",
        "",
        f"Machine: {machine()}. Work waiting for a core when it began and ended (load): "
        f"{loads[0]:.1f}, {loads[1]:.1f}.",
        "",
        "| what | ratio | wanted | | how |",
        "|---|---:|---:|---|---|",
    ]
    lines += [
        f"| {row.what} | {row.ratio:.2f} | {row.wanted} | "
        f"{'' if not row.wanted else 'yes' if row.holds else '**no**'} | {row.note} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"
