"""Whole reading beside our own bare pipeline (tagger, parser, names), and its growth with length.

Times are those of the processor: other work on the machine counts less than on the clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.result import Row, hand_over
from benchmarks.story import text, texts

ARTICLES, LENGTH, ROUNDS = 25, 2_500, 4
LENGTHS = (4_000, 64_000, 1_000_000)


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time that an action takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def main() -> None:
    """Measure, and print rows."""
    from simak.reader import Reader

    reader = Reader()
    given = list(texts(ARTICLES, LENGTH))

    def bare(one: str) -> object:
        with reader.nlp.memory_zone():
            return len(reader.nlp(one))

    for one in given:  # the first time fills caches
        reader.read(one)
    rounds = []
    for _ in range(ROUNDS):  # in turn, so that other work disturbs both alike
        rounds.append(
            (
                seconds(lambda: [bare(one) for one in given]),
                seconds(lambda: [reader.read(one) for one in given]),
            )
        )
    pipeline, whole = (min(times) for times in zip(*rounds, strict=True))
    rows = [
        Row(
            "whole reading: speed beside its own bare pipeline (tagger, parser, names)",
            pipeline / whole,
            at_least=0.6,
            note=f"{ARTICLES} articles of {LENGTH:,} characters, the best of {ROUNDS} in turn",
        )
    ]
    each: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for number, length in enumerate((*LENGTHS, LENGTHS[0])):  # the short ones before and after
        count = max(1, 64_000 // length)
        some = [text(1000 * number + at, length) for at in range(count)]
        begin = time.process_time()
        for one in some:
            reader.read(one)
        each[length].append((time.process_time() - begin) / sum(map(len, some)))
    short = min(each[LENGTHS[0]])
    for length, most in ((LENGTHS[1], None), (LENGTHS[2], 1.5)):
        rows.append(
            Row(
                f"time a character: a text of {length:,} characters beside one of {LENGTHS[0]:,}",
                min(each[length]) / short,
                at_most=most,
                note="one long text; short ones before and after it",
            )
        )
    hand_over(rows)


if __name__ == "__main__":
    main()
