"""``make bench``: everything that must not get slow, as ratios, into ``benchmarks/result.md``.

``python -m benchmarks.ratios reading store`` measures these parts alone and prints them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.result import Row, table, taken

PARTS = ("start", "reading", "memory", "workers", "store")
RESULT = Path(__file__).with_name("result.md")


def measured(part: str) -> list[Row]:
    """Return the rows of a part, measured in a process of its own on one thread."""
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{part}"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=os.environ | one_thread,
    )
    return taken(done.stdout)


def main() -> int:
    """Measure, print and write; 1 if a ratio is not what it should be."""
    asked = sys.argv[1:]
    before = os.getloadavg()[0]
    rows: list[Row] = []
    for part in asked or PARTS:
        found = measured(part)
        rows += found
        for row in found:
            mark = "" if row.holds else "  <-- not as wanted"
            print(f"{row.what:<86} {row.ratio:>6.2f}  {row.wanted:>6}{mark}", flush=True)
    if not asked:
        RESULT.write_text(table(rows, (before, os.getloadavg()[0])), encoding="utf-8")
        print(f"The table: {RESULT.relative_to(Path.cwd())}")
    return int(not all(row.holds for row in rows))


if __name__ == "__main__":
    sys.exit(main())
