"""A shard: some articles that are read together, and what reading them gives.

:func:`read_shard` depends on nothing but its arguments and may run in any process on any machine.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from simak.attempt import attempt
from simak.intake.article import Incoming, Rejection
from simak.record import encode

if TYPE_CHECKING:
    from simak.reader import Reader


class Item(msgspec.Struct, frozen=True, tag_field="is"):
    """What came in, in a form that can be sent: an article, or why there is none."""

    incoming: Incoming | None = None
    rejection: Rejection | None = None


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are read: with whose lexicon (a folder), weights (a folder), languages."""

    lexicon: str | None = None
    model: str | None = None
    force: bool = False

    def reader(self) -> Reader:
        """Return the Reader; it is loaded once in each process."""
        return _reader(self)


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """Some articles in the order in which they came in; ``number`` counts shards from 1."""

    number: int
    items: tuple[Item, ...]

    @property
    def digest(self) -> str:
        """A hash over all that is in it; a shard that is done stays done while this holds."""
        total = hashlib.sha256()
        for item in self.items:
            # A name may hold bytes that are no UTF-8, which JSON cannot.
            total.update(repr(item).encode("utf-8", "backslashreplace") + b"\n")
        return total.hexdigest()[:16]

    def parts(self) -> tuple[Shard, Shard]:
        """Return its two halves, under the same number."""
        half = len(self.items) // 2
        return (
            Shard(number=self.number, items=self.items[:half]),
            Shard(number=self.number, items=self.items[half:]),
        )


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard gives: records and rejections as JSON Lines, and the names of the records."""

    records: bytes = b""
    rejections: bytes = b""
    names: tuple[str, ...] = ()
    reasons: dict[str, int] = {}

    def __add__(self, other: Result) -> Result:
        """Return the results of two parts of one shard, the first part's first."""
        reasons = dict(self.reasons)
        for reason, count in other.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + count
        return Result(
            records=self.records + other.records,
            rejections=self.rejections + other.rejections,
            names=self.names + other.names,
            reasons=reasons,
        )


def shards(found: Iterable[Incoming | Rejection], size: int) -> Iterator[Shard]:
    """Yield what comes in as shards of ``size`` items; the same input gives the same shards."""
    items: list[Item] = []
    number = 0
    for one in found:
        items.append(Item(rejection=one) if isinstance(one, Rejection) else Item(incoming=one))
        if len(items) == size:
            number += 1
            yield Shard(number=number, items=tuple(items))
            items = []
    if items:
        yield Shard(number=number + 1, items=tuple(items))


def read_shard(shard: Shard, setting: Setting | None = None) -> Result:
    """Read the articles of a shard, in order.

    The weights are loaded once in each process. An article that cannot be read becomes a
    rejection. Raises LexiconError when a lexicon file has a fault.

    >>> from simak.intake.article import Incoming
    >>> item = Item(incoming=Incoming(name="a.txt", text="Bupati Sari Wulan membuka pasar."))
    >>> read_shard(Shard(number=1, items=(item,))).names                 # doctest: +SKIP
    ('a.txt',)
    """
    setting = setting or Setting()
    reader = setting.reader()
    records: list[bytes] = []
    names: list[str] = []
    refused: list[Rejection] = []
    for item in shard.items:
        result: Any = item.rejection
        if item.incoming is not None:
            result = attempt(reader, item.incoming, force=setting.force)
        if isinstance(result, Rejection):
            refused.append(result)
        else:
            records.append(encode(result) + b"\n")
            assert item.incoming is not None
            names.append(item.incoming.name)
    return Result(
        records=b"".join(records),
        names=tuple(names),
        rejections=rejection_lines(refused),
        reasons=counted(refused),
    )


def rejection_lines(refused: Iterable[Rejection]) -> bytes:
    """Return rejections as JSON Lines."""
    return b"".join(
        msgspec.json.encode(
            {"name": _sound(one.name), "reason": one.reason, "message": _sound(one.message)}
        )
        + b"\n"
        for one in refused
    )


def counted(refused: Iterable[Rejection]) -> dict[str, int]:
    """Return how many rejections there are for each reason."""
    counts: dict[str, int] = {}
    for one in refused:
        counts[one.reason] = counts.get(one.reason, 0) + 1
    return counts


def _sound(words: str) -> str:
    """Return words that can be written as UTF-8; a file's name may hold lone surrogates."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


@lru_cache(maxsize=1)
def _reader(setting: Setting) -> Reader:
    from pathlib import Path

    from simak.reader import Reader

    return Reader(
        Path(setting.lexicon) if setting.lexicon else None,
        Path(setting.model) if setting.model else None,
    )


def one_thread() -> None:
    """Keep numerical libraries of this process to one thread; call it before they are loaded.

    Many processes with as many threads each as there are cores stand in each other's way.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
