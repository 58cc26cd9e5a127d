"""One and two workers of ``simak batch``: how much faster two are, by the clock.

The workers are warm (their weights are loaded) when the clock starts, as in a batch that takes
hours.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.result import Row, hand_over
from benchmarks.story import texts

ARTICLES, LENGTH, SIZE = 160, 2_500, 10


def seconds(workers: int, out: Path) -> float:
    """Return how long a batch takes from its first shards to its end."""
    from simak.batch import Setting, engine, run
    from simak.intake.article import Incoming

    setting = Setting(patience=60)
    crew = engine.Processes(workers, setting)
    found = [Incoming(name=f"{at}.txt", text=one) for at, one in enumerate(texts(ARTICLES, LENGTH))]
    warm = found[: 2 * workers]
    try:
        provenance = setting.reader().provenance
        run(warm, out / "warm", crew, provenance, size=1)
        begin = time.perf_counter()
        run(found, out / "cold", crew, provenance, size=SIZE)
        return time.perf_counter() - begin
    finally:
        crew.close()


def main() -> None:
    """Measure, and print the row."""
    from simak.batch import engine

    times: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(3):  # in turn, so that other work on the machine disturbs both alike
        for workers in (1, 2):
            with tempfile.TemporaryDirectory() as folder:
                times[workers].append(seconds(workers, Path(folder, str(turn))))
    hand_over(
        [
            Row(
                "two workers: speed beside one",
                min(times[1]) / min(times[2]),
                at_least=1.8 if engine.cores() >= 2 else None,
                note=f"{ARTICLES} articles of {LENGTH:,} characters, the best of 3 in turn; "
                "by the clock, so it wants a machine that does nothing else",
            )
        ]
    )


if __name__ == "__main__":
    main()
