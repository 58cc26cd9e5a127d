"""The memory of one Reader after 500 and after 5,000 articles, each with new names."""

from __future__ import annotations

import gc
from pathlib import Path

from benchmarks.result import Row, hand_over
from benchmarks.story import texts

FIRST, LAST, LENGTH = 500, 5_000, 500


def resident() -> int:
    """Return the bytes of this process that lie in memory."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096


def main() -> None:
    """Measure, and print the row."""
    from simak.reader import Reader

    reader = Reader()
    held = {}
    for number, one in enumerate(texts(LAST, LENGTH), start=1):
        reader.read(one)
        if number in (FIRST, LAST):
            gc.collect()
            held[number] = resident()
    hand_over(
        [
            Row(
                f"memory after {LAST:,} articles beside that after {FIRST}",
                held[LAST] / held[FIRST],
                at_most=1.05,
                note=f"resident, of one Reader, articles of {LENGTH} characters with new names",
            )
        ]
    )


if __name__ == "__main__":
    main()
