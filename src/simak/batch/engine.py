"""Shards read by processes of this machine.

Each worker is a process of its own that is given a shard and sends back what it gives. A worker
that dies, or that is silent for too long, costs its shard of that moment and nothing else: the
shard comes back as :class:`Crash`, and a new worker takes the place of the old.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from simak.batch.shard import Result, Setting, Shard, one_thread, read_shard
from simak.errors import LexiconError

#: Seconds that a worker may take for its start, for each article and for each thousand characters.
START, ARTICLE, THOUSAND = 120.0, 20.0, 1.0


class Crash:
    """Stands for the result of a shard whose worker died; ``why`` is for people."""

    def __init__(self, why: str) -> None:
        self.why = why


class Engine(Protocol):
    """Something that reads shards, in any order."""

    def results(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, Result | Crash]]:
        """Yield each shard with its result; few shards are taken ahead."""
        ...

    def close(self) -> None:
        """Let go of workers."""
        ...


class Processes:
    """``workers`` processes of this machine. Raises LexiconError as reading does."""

    def __init__(self, workers: int, setting: Setting) -> None:
        self._setting = setting
        self._context = multiprocessing.get_context("spawn")
        self._workers = [_Worker(self._context, setting) for _ in range(workers)]

    def results(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, Result | Crash]]:
        """Yield each shard with its result, as they come."""
        waiting = iter(shards)
        free = deque(self._workers)
        more = True
        while more or len(free) < len(self._workers):
            while more and free:
                shard = next(waiting, None)
                if shard is None:
                    more = False
                    break
                free.popleft().give(shard)
            busy = [worker for worker in self._workers if worker.shard is not None]
            if not busy:
                continue
            limit = max(0.0, min(worker.until for worker in busy) - time.monotonic())
            ready = wait([worker.pipe for worker in busy], timeout=limit)
            for worker in busy:
                if worker.pipe not in ready and time.monotonic() < worker.until:
                    continue
                shard, result = worker.take()
                free.append(worker)
                yield shard, result

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.end()


class _Worker:
    """One process, started when it is first needed and again after it died."""

    def __init__(self, context: Any, setting: Setting) -> None:
        self._context = context
        self._setting = setting
        self._process: Any = None
        self.pipe: Connection[Any, Any]
        self.shard: Shard | None = None
        self.until = 0.0

    def give(self, shard: Shard) -> None:
        """Send a shard."""
        starting = self._process is None
        if starting:
            self._start()
        self.shard = shard
        texts = [item.incoming.text for item in shard.items if item.incoming]
        self.until = time.monotonic() + ARTICLE * (len(texts) + 1)
        self.until += THOUSAND * sum(map(len, texts)) / 1000 + (START if starting else 0)
        with contextlib.suppress(OSError):  # it died while it was idle: take() will see
            self.pipe.send(shard)

    def take(self) -> tuple[Shard, Result | Crash]:
        """Return the shard and what came of it."""
        shard = self.shard
        assert shard is not None
        self.shard = None
        try:
            if not self.pipe.poll():
                self._kill()
                return shard, Crash("it took too long")
            given = self.pipe.recv()
        except (EOFError, OSError):
            code = self._kill()
            return shard, Crash(f"the process that read it ended ({_cause(code)})")
        if isinstance(given, LexiconError):
            raise given
        assert isinstance(given, Result)
        return shard, given

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._kill()

    def _start(self) -> None:
        self.pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(
            target=_work, args=(theirs, self._setting), daemon=True
        )
        one_thread()  # what is set here the process has from its very start
        self._process.start()
        theirs.close()

    def _kill(self) -> int | None:
        self._process.kill()
        self._process.join()
        code: int | None = self._process.exitcode
        self.pipe.close()
        self._process = None
        return code


def _work(pipe: Connection[Any, Any], setting: Setting) -> None:
    """Read the shards that come until there are no more."""
    import signal
    import warnings

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    warnings.simplefilter("ignore")
    while True:
        try:
            shard = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(read_shard(shard, setting))
        except LexiconError as error:
            pipe.send(error)
            return


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
