"""A batch: what comes in is cut into shards, read, and written so that any run can be its last.

A run that was cut off is begun again by the same command: a shard is passed over if the folder says
that it held the same articles and was read by the same versions. What is written depends on the
articles alone, not on the number of workers or the order in which they finish.

A shard that kills its process is read again in halves, in halves of these, and so on; an article
that does so twice alone is refused with its name, and nothing else with it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from pathlib import Path

from simak.batch.engine import Crash, Engine
from simak.batch.folder import Done, Folder
from simak.batch.shard import Result, Shard, counted, rejection_lines, shards
from simak.errors import BatchError
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance

SIZE = 50
"""Items in a shard: some seconds of work."""

MOST_POISONED = 10
"""Articles that kill their process, nothing else being read meanwhile: it is not the articles."""


@dataclass
class Summary:
    """What a run did: shards and articles read now and before, and what was refused.

    ``fresh`` counts inputs of this run; ``poisoned`` has the names of the articles whose reading
    kills its process; ``kept`` is whether shards of an earlier run were left alone because some of
    the input was not there.
    """

    shards: int = 0
    passed_over: int = 0
    records: int = 0
    fresh: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    poisoned: list[str] = field(default_factory=list)
    kept: bool = False

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.records + self.refused.total()

    def count(self, done: Done, *, before: bool = False) -> None:
        """Count a shard that is done."""
        self.shards += 1
        self.records += len(done.arrivals)
        self.refused.update(done.reasons)
        self.poisoned += done.poisoned
        if before:
            self.passed_over += 1
        else:
            self.fresh += len(done.arrivals) + sum(done.reasons.values())


def run(
    found: Iterable[Incoming | Rejection],
    out: Path,
    engine: Engine,
    provenance: Provenance,
    *,
    size: int = SIZE,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read what comes in into the folder ``out``; what is done there is passed over.

    ``provenance`` has the versions that the workers must have. Raises BatchError when ``out``
    cannot be written to, when workers have other versions, or when none of them lives.
    """
    summary = Summary()
    last = 0

    with Folder(out) as folder:

        def fresh() -> Iterator[Shard]:
            nonlocal last
            for shard in shards(found, size):
                last = shard.number
                done = folder.done(shard.number)
                if done and (done.digest, done.provenance) == (shard.digest, provenance):
                    summary.count(done, before=True)
                    if progress:
                        progress(summary)
                else:
                    yield shard

        for shard, result in _Reading(engine, fresh()).results():
            if result.provenance not in (None, provenance):
                raise BatchError(
                    f"a worker has other versions ({result.provenance}) than this machine "
                    f"({provenance}); install the same Simak, lexicon and weights everywhere"
                )
            summary.count(folder.write(shard, result, provenance))
            if progress:
                progress(summary)
        # A disk that is not there today must not cost what was read from it before.
        summary.kept = bool(summary.refused["not there"]) and folder.done(last + 1) is not None
        if not summary.kept:
            folder.forget(last)
    return summary


class _Open:
    """A shard that is out, and what its parts have given so far."""

    def __init__(self, shard: Shard) -> None:
        self.shard = shard
        self._left = len(shard.items)
        self._parts: list[tuple[int, Result]] = []

    def add(self, part: Shard, result: Result) -> bool:
        """Note the result of a part; True if it was the last one."""
        self._left -= len(part.items)
        self._parts.append((part.first, result))
        return self._left == 0

    @property
    def result(self) -> Result:
        """What the whole shard gives, in the order in which its articles came in."""
        return reduce(add, (one for _, one in sorted(self._parts, key=lambda part: part[0])))


class _Reading:
    """Has shards read by an engine; those that kill their worker are taken apart."""

    def __init__(self, engine: Engine, given: Iterator[Shard]) -> None:
        self._engine = engine
        self._given = given
        self._ahead: deque[Shard] = deque()
        self._busy = 0
        self._open: dict[int, _Open] = {}
        self._suspects: set[tuple[int, int]] = set()
        self._poisoned_in_a_row = 0

    def results(self) -> Iterator[tuple[Shard, Result]]:
        """Yield shards with their whole results, as they come; few are taken ahead."""
        while self._give():
            self._fetch()
            whole = [self._taken(*one) for one in self._engine.take()]
            self._give()  # before the disk is waited for
            yield from ((one.shard, one.result) for one in whole if one)

    def _give(self) -> bool:
        """Give the engine what it can take; False if nothing is out."""
        while self._busy < self._engine.slots:
            shard = self._ahead.popleft() if self._ahead else next(self._given, None)
            if shard is None:
                break
            self._open.setdefault(shard.number, _Open(shard))
            self._engine.give(shard)
            self._busy += 1
        return self._busy > 0

    def _fetch(self) -> None:
        """Make some shards while the workers work, so that these need not wait."""
        while len(self._ahead) < self._engine.slots:
            shard = next(self._given, None)
            if shard is None:
                return
            self._ahead.append(shard)

    def _taken(self, shard: Shard, result: Result | Crash) -> _Open | None:
        """Note what came back; return the shard if all of it is there."""
        self._busy -= 1
        if isinstance(result, Crash):
            place = shard.number, shard.first
            if len(shard.items) > 1:
                self._ahead.extendleft(reversed(shard.parts()))
                return None
            if place not in self._suspects:
                self._suspects.add(place)  # perhaps it was the process that somebody killed
                self._ahead.appendleft(shard)
                return None
            self._poisoned_in_a_row += 1
            if self._poisoned_in_a_row == MOST_POISONED:
                raise BatchError(
                    f"{MOST_POISONED} articles one after the other killed the process that read "
                    f"them ({result.why}); is there enough memory for so many workers?"
                )
            result = _poisoned(shard)
        else:
            self._poisoned_in_a_row = 0
        one = self._open[shard.number]
        return self._open.pop(shard.number) if one.add(shard, result) else None


def _poisoned(shard: Shard) -> Result:
    """Return the result of an article alone whose reading kills its process."""
    (item,) = shard.items
    refused = Rejection(
        name=item.name,
        reason="fault",
        message=f"{item.name}: reading it kills the process or takes too long; please report it",
    )
    return Result(
        rejections=rejection_lines([refused]), reasons=counted([refused]), poisoned=(item.name,)
    )
