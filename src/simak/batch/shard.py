"""A shard: some articles that are read together, and what reading them gives.

:func:`read_shard` depends on nothing but its arguments and may run in any process on any machine.
"""

from __future__ import annotations

import faulthandler
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from simak.attempt import attempt
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance, encode

if TYPE_CHECKING:
    from simak.reader import Reader


class Item(msgspec.Struct, frozen=True, tag_field="is"):
    """What came in, in a form that can be sent: an article, or why there is none."""

    incoming: Incoming | None = None
    rejection: Rejection | None = None

    @property
    def name(self) -> str:
        """Where it came from."""
        given = self.incoming or self.rejection
        assert given is not None
        return given.name


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How articles are read: with whose lexicon (a folder), weights (a folder), languages.

    ``patience``: the seconds that an article may take, and one more for each thousand characters;
    then the process that reads it ends. None lets it take as long as it likes.
    """

    lexicon: str | None = None
    model: str | None = None
    force: bool = False
    patience: float | None = None

    def reader(self) -> Reader:
        """Return the Reader; it is loaded once in each process."""
        return _reader(self.lexicon, self.model)


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """Some articles in the order in which they came in.

    ``number`` counts shards from 1; ``first`` is the place of the first article in the shard that
    this is a part of.
    """

    number: int
    items: tuple[Item, ...]
    first: int = 0

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
            Shard(number=self.number, items=self.items[:half], first=self.first),
            Shard(number=self.number, items=self.items[half:], first=self.first + half),
        )


class Arrival(msgspec.Struct, frozen=True, array_like=True):
    """Where a record's text came from, as far as the record does not say."""

    name: str
    outlet: str | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard gives: records and rejections as JSON Lines, and where the records came from.

    ``provenance`` is by which versions they were read, None if nothing was; ``poisoned`` has the
    names of articles whose reading ends its process.
    """

    records: bytes = b""
    rejections: bytes = b""
    arrivals: tuple[Arrival, ...] = ()
    reasons: dict[str, int] = {}
    provenance: Provenance | None = None
    poisoned: tuple[str, ...] = ()

    def __add__(self, other: Result) -> Result:
        """Return the results of two parts of one shard, the first part's first."""
        reasons = dict(self.reasons)
        for reason, count in other.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + count
        return Result(
            records=self.records + other.records,
            rejections=self.rejections + other.rejections,
            arrivals=self.arrivals + other.arrivals,
            reasons=reasons,
            provenance=self.provenance or other.provenance,
            poisoned=self.poisoned + other.poisoned,
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
    >>> read_shard(Shard(number=1, items=(item,))).arrivals[0].name      # doctest: +SKIP
    'a.txt'
    """
    setting = setting or Setting()
    reader = setting.reader()
    records: list[bytes] = []
    arrivals: list[Arrival] = []
    refused: list[Rejection] = []
    for item in shard.items:
        if item.rejection is not None:
            refused.append(item.rejection)
            continue
        assert item.incoming is not None
        with _limited(item.incoming.text, setting.patience):
            result = attempt(reader, item.incoming, force=setting.force)
        if isinstance(result, Rejection):
            refused.append(result)
            continue
        records.append(encode(result) + b"\n")
        arrivals.append(Arrival(_sound(item.incoming.name), item.incoming.outlet))
    return Result(
        records=b"".join(records),
        arrivals=tuple(arrivals),
        rejections=rejection_lines(refused),
        reasons=counted(refused),
        provenance=reader.provenance,
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


@contextmanager
def _limited(text: str, patience: float | None) -> Iterator[None]:
    """End the process if what is done inside takes too long, whatever it hangs in."""
    if patience is None:
        yield
        return
    # A thread that needs no Python: it also ends what hangs inside a library.
    limit = patience + len(text) / 1000
    faulthandler.dump_traceback_later(limit, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@lru_cache(maxsize=1)
def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - to the end


@lru_cache(maxsize=1)
def _reader(lexicon: str | None, model: str | None) -> Reader:
    from pathlib import Path

    from simak.reader import Reader

    return Reader(Path(lexicon) if lexicon else None, Path(model) if model else None)


def one_thread() -> None:
    """Keep numerical libraries of this process to one thread; call it before they are loaded.

    Many processes with as many threads each as there are cores stand in each other's way.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def read_rows(
    rows: Iterable[Mapping[str, Any]], setting: Setting | None = None, *, size: int = 50
) -> Iterator[str]:
    """Yield what is read of rows with a ``name`` and a ``text``: a record or a rejection, as JSON.

    Other columns are those of :class:`~simak.intake.article.Incoming`; what else a row has is left
    out. For Spark's ``mapPartitions`` and its like. Raises LexiconError as :func:`read_shard` does.

    >>> list(read_rows([{"name": "a.txt", "text": "Pasar itu ramai."}]))     # doctest: +SKIP
    ['{"article":{"id":...']
    """
    for shard in shards(map(_incoming, rows), size):
        result = read_shard(shard, setting)
        # Lines of bytes: a record's text may hold what is a line end to str alone.
        for line in (result.records + result.rejections).splitlines():
            yield line.decode("utf-8")


def _incoming(row: Mapping[str, Any]) -> Incoming | Rejection:
    name, text = row.get("name"), row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Rejection(name=str(name), reason="no article", message=f"{name}: no text in the row")
    title, url, outlet, published = (
        None if row.get(field) is None else str(row[field])
        for field in ("title", "url", "outlet", "published")
    )
    return Incoming(
        name=str(name), text=text, title=title, url=url, outlet=outlet, published=published
    )
