"""How long ``simak --help`` takes beside Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.result import Row, hand_over
from benchmarks.speed import best, process


def main() -> None:
    """Measure, and print the row."""
    command = str(Path(sys.executable).with_name("simak"))
    plain = shown = float("inf")
    for _ in range(25):  # in turn, so that other work on the machine disturbs both alike
        plain = min(plain, best(process("-c", "pass"), 1))
        shown = min(
            shown, best(lambda: subprocess.run([command, "--help"], capture_output=True), 1)
        )
    hand_over(
        [
            Row(
                "`simak --help` beside `python -c pass`",
                shown / plain,
                at_most=3.0,
                note="the best of 25 in turn",
            )
        ]
    )


if __name__ == "__main__":
    main()
