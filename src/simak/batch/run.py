"""A batch: what comes in is cut into shards, read, and written so that any run can be its last.

Under the folder OUT::

    record/000001.jsonl      the records of shard 1, one a line, in the order in which they came in
    rejection/000001.jsonl   what was refused, with its reason
    done/000001.json         what the shard held and gave; written last, by renaming

A file appears under its name only when it is whole. A run that was cut off is begun again by the
same command: a shard is passed over if its ``done`` file says that it held the same articles and
was read by the same versions. What is written depends on the articles alone, not on the number of
workers or the order in which they finish.

An article whose reading kills its process (three times: with its shard, in ever smaller parts, and
alone) is refused with its name, and nothing else with it.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from simak.batch.engine import Crash, Engine
from simak.batch.shard import Item, Result, Shard, counted, rejection_lines, shards
from simak.errors import BatchError
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance

SIZE = 50
"""Items in a shard: some seconds of work."""

FOLDERS = ("record", "rejection", "done")


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard held and gave: enough to pass it over, and to load it into a store."""

    number: int
    digest: str
    provenance: Provenance
    names: tuple[str, ...]
    reasons: dict[str, int]


@dataclass
class Summary:
    """What a run did: shards and articles read now and before, and what was refused."""

    shards: int = 0
    passed_over: int = 0
    records: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    poisoned: list[str] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.records + self.refused.total()


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

    Raises BatchError when ``out`` cannot be written to.
    """
    _prepare(out)
    summary = Summary()
    last = 0

    def open_shards() -> Iterator[Shard]:
        nonlocal last
        for shard in shards(found, size):
            last = shard.number
            done = _done(out, shard.number)
            if done and done.digest == shard.digest and done.provenance == provenance:
                summary.passed_over += 1
                _count(summary, done)
                if progress:
                    progress(summary)
                continue
            yield shard

    for shard, result in _whole(engine, open_shards(), summary):
        done = Done(
            number=shard.number,
            digest=shard.digest,
            provenance=provenance,
            names=result.names,
            reasons=result.reasons,
        )
        _write(out, "record", f"{shard.number:06}.jsonl", result.records)
        _write(out, "rejection", f"{shard.number:06}.jsonl", result.rejections)
        _write(out, "done", f"{shard.number:06}.json", msgspec.json.encode(done))
        _count(summary, done)
        if progress:
            progress(summary)
    _forget(out, last)
    return summary


def _whole(
    engine: Engine, given: Iterator[Shard], summary: Summary
) -> Iterator[tuple[Shard, Result]]:
    """Yield shards with their whole results; those that kill their worker are taken apart."""
    again: deque[Shard] = deque()
    for shard, result in engine.results(given):
        if isinstance(result, Crash):
            again.append(shard)
        else:
            yield shard, result
    while again:
        shard = again.popleft()
        yield shard, _taken_apart(engine, shard, summary)


def _taken_apart(engine: Engine, shard: Shard, summary: Summary) -> Result:
    """Return the result of a shard that killed a worker: whole, else in parts, else without."""
    ((_, result),) = engine.results([shard])
    if not isinstance(result, Crash):
        return result  # it was the process that was killed, not the shard that killed it
    if len(shard.items) > 1:
        one, other = shard.parts()
        return _taken_apart(engine, one, summary) + _taken_apart(engine, other, summary)
    (item,) = shard.items
    summary.poisoned.append(_name(item))
    refused = Rejection(
        name=_name(item),
        reason="fault",
        message=f"reading it kills the process: {result.why}; please report it",
    )
    return Result(rejections=rejection_lines([refused]), reasons=counted([refused]))


def _name(item: Item) -> str:
    given = item.incoming or item.rejection
    assert given is not None
    return given.name


# --- the folder -----------------------------------------------------------------------------


def _prepare(out: Path) -> None:
    try:
        for name in FOLDERS:
            (out / name).mkdir(parents=True, exist_ok=True)
            for left in (out / name).glob("*.part"):
                left.unlink()
    except OSError as error:
        raise BatchError(f"{out}: cannot be written to ({error.strerror})") from error


def _write(out: Path, folder: str, name: str, data: bytes) -> None:
    """Write a file that appears only when it is whole, also if the machine stops."""
    part = out / folder / f"{name}.part"
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out / folder / name)
    except OSError as error:
        raise BatchError(f"{part}: cannot be written ({error.strerror})") from error


def _done(out: Path, number: int) -> Done | None:
    path = out / "done" / f"{number:06}.json"
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Done)
    except (OSError, msgspec.MsgspecError):
        return None
    there = all((out / name / f"{number:06}.jsonl").exists() for name in ("record", "rejection"))
    return found if there else None


def _count(summary: Summary, done: Done) -> None:
    summary.shards += 1
    summary.records += len(done.names)
    summary.refused.update(done.reasons)


def _forget(out: Path, last: int) -> None:
    """Delete shards of an earlier run that had more: the output is that of this input alone."""
    for name in FOLDERS:
        for path in (out / name).glob("*.json*"):
            number = path.name.partition(".")[0]
            if number.isdigit() and int(number) > last:
                path.unlink()


def finished(out: Path) -> Iterator[tuple[Done, Path, Path]]:
    """Yield the finished shards of a batch in order, with their files of records and rejections.

    Raises BatchError when ``out`` is no batch.
    """
    if not (out / "done").is_dir():
        raise BatchError(f"{out}: no batch; simak batch makes one")
    for path in sorted((out / "done").glob("*.json")):
        done = _done(out, int(path.stem)) if path.stem.isdigit() else None
        if done:
            name = f"{done.number:06}.jsonl"
            yield done, out / "record" / name, out / "rejection" / name
