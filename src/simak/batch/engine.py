"""Shards read by processes of this machine.

Each worker is a process of its own that is given a shard and sends back what it gives. A worker
that dies costs its shard of that moment and nothing else: the shard comes back as :class:`Crash`,
and a new worker takes the place of the old. A worker whose driver dies ends with its shard.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from simak.batch.shard import Result, Setting, Shard, one_thread, read_shard
from simak.errors import BatchError, LexiconError

#: What reads a shard; it must be importable by its name in another process.
Read = Callable[[Shard, Setting], Result]


class Crash:
    """Stands for the result of a shard whose worker died; ``why`` is for people."""

    def __init__(self, why: str) -> None:
        self.why = why


class Engine(Protocol):
    """Something that reads shards, in any order."""

    @property
    def slots(self) -> int:
        """How many shards may be out at once."""
        ...

    def give(self, shard: Shard) -> None:
        """Have a shard read; fewer than ``slots`` are out."""
        ...

    def take(self) -> list[tuple[Shard, Result | Crash]]:
        """Wait until some shards that are out come back, and return these.

        Raises BatchError when a lexicon file has a fault.
        """
        ...

    def close(self) -> None:
        """Let go of workers."""
        ...


class Processes:
    """``workers`` processes of this machine; ``read`` is what they do with a shard."""

    def __init__(self, workers: int, setting: Setting, read: Read = read_shard) -> None:
        context = multiprocessing.get_context("spawn")
        self._workers = [_Worker(context, setting, read) for _ in range(workers)]

    @property
    def slots(self) -> int:
        """One for each worker."""
        return len(self._workers)

    def give(self, shard: Shard) -> None:
        """Send a shard to a worker that has none."""
        next(worker for worker in self._workers if worker.shard is None).give(shard)

    def take(self) -> list[tuple[Shard, Result | Crash]]:
        """Wait for workers, and return what they send."""
        busy = [worker for worker in self._workers if worker.shard is not None]
        ready = wait([worker.pipe for worker in busy])
        return [worker.take() for worker in busy if worker.pipe in ready]

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.end()


class _Worker:
    """One process, started when it is first needed and again after it died."""

    def __init__(self, context: Any, setting: Setting, read: Read) -> None:
        self._context = context
        self._setting = setting
        self._read = read
        self._process: Any = None
        self.pipe: Connection[Any, Any]
        self.shard: Shard | None = None

    def give(self, shard: Shard) -> None:
        """Send a shard."""
        if self._process is not None and not self._process.is_alive():
            self.end()  # it died while it had nothing to do
        if self._process is None:
            self._start()
        self.shard = shard
        with contextlib.suppress(OSError):  # it died just now: take() will see
            self.pipe.send(shard)

    def take(self) -> tuple[Shard, Result | Crash]:
        """Return the shard and what came of it."""
        shard = self.shard
        assert shard is not None
        self.shard = None
        try:
            given = self.pipe.recv()
        except (EOFError, OSError):
            return shard, Crash(_cause(self.end()))
        if isinstance(given, str):
            raise BatchError(given)
        assert isinstance(given, Result)
        return shard, given

    def end(self) -> int | None:
        """End the process, if there is one, and return its exit code."""
        if self._process is None:
            return None
        self._process.kill()
        self._process.join()
        self.pipe.close()
        code: int | None = self._process.exitcode
        self._process = None
        return code

    def _start(self) -> None:
        self.pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(
            target=_work, args=(theirs, self._setting, self._read), daemon=True
        )
        one_thread()  # what is set here the process has from its very start
        with _no_interrupt():
            self._process.start()
        theirs.close()


def _work(pipe: Connection[Any, Any], setting: Setting, read: Read) -> None:
    """Read the shards that come until there are no more."""
    import sys
    import warnings

    warnings.simplefilter("ignore")
    with contextlib.suppress(EOFError, OSError):  # the driver is gone
        while True:
            shard = pipe.recv()
            try:
                result: Result | str = read(shard, setting)
            except LexiconError as error:
                result = str(error)
            except Exception:  # the driver finds out with which article
                sys.exit(1)
            pipe.send(result)


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Processes that are started inside never see Ctrl-C: it is the driver's to answer."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {-code}"
    return f"code {code}"
