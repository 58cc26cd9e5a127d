"""Shards read on a Ray cluster, as plain tasks, one a shard; ``pip install 'simak[ray]'``.

The machines of the cluster need Simak (the same version, lexicon and weights) and nothing else:
what a shard holds is sent with its task and what it gives comes back, so no file system is shared.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from simak.batch.engine import Crash, Read
from simak.batch.shard import Result, Setting, Shard, one_thread, read_shard
from simak.errors import BatchError, LexiconError

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@contextmanager
def silence() -> Iterator[None]:
    """Keep what Ray's own threads print on standard output (a worker died ...) from being seen.

    What matters of it comes back as a Crash. Inside, nothing else can be printed either.
    """
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        yield


class Cluster:
    """A Ray cluster at ``address``, or one of ``workers`` cores that is started here.

    ``workers`` 0 takes as many cores as there are; ``read`` is what is done with a shard. Raises
    BatchError when Ray is not installed or the cluster does not answer.
    """

    def __init__(
        self,
        workers: int,
        setting: Setting,
        address: str | None = None,
        read: Read = read_shard,
    ) -> None:
        # Nothing goes out of this machine that the user did not ask for.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            import ray
        except ModuleNotFoundError as error:
            raise BatchError(
                "--engine ray needs Ray; install it with: pip install 'simak[ray]'"
            ) from error
        one_thread()
        self._ray: Any = ray
        self._setting = setting
        self._out: dict[Any, Shard] = {}
        options: dict[str, Any] = {"address": address or "local"}
        if address:
            options["runtime_env"] = {"env_vars": _ONE_THREAD}
        else:  # its processes have our environment
            options |= {"num_cpus": workers or None, "include_dashboard": False}
        try:
            ray.init(log_to_driver=False, logging_level=logging.ERROR, **options)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise BatchError(f"Ray at {address or 'this machine'}: {error}") from error
        # A shard that kills its worker is taken apart by the driver, not tried again by Ray.
        self._task: Any = ray.remote(read).options(num_cpus=1, max_retries=0)

    @property
    def slots(self) -> int:
        """Twice as many as the cluster has cores at the moment, so that none has to wait."""
        return max(2, 2 * int(self._ray.cluster_resources().get("CPU", 1)))

    def give(self, shard: Shard) -> None:
        """Make a shard a task."""
        self._out[self._task.remote(shard, self._setting)] = shard

    def take(self) -> list[tuple[Shard, Result | Crash]]:
        """Wait for a task to end."""
        ready, _ = self._ray.wait(list(self._out), num_returns=1)
        return [(self._out.pop(reference), self._result(reference)) for reference in ready]

    def _result(self, reference: Any) -> Result | Crash:
        errors = self._ray.exceptions
        try:
            result: Result = self._ray.get(reference)
        except errors.RayTaskError as error:
            if isinstance(error.cause, LexiconError):
                raise BatchError(str(error.cause)) from error
            raise BatchError(f"on the cluster: {error.cause!r}") from error
        except errors.RayError as error:  # the worker or its machine is gone
            return Crash(type(error).__name__)
        return result

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        self._ray.shutdown()
