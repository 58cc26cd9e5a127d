"""Shards read on a Ray cluster, as plain tasks, one a shard; ``pip install 'simak[ray]'``.

The machines of the cluster need Simak (the same version, lexicon and weights) and nothing else:
what a shard holds is sent with its task and what it gives comes back, so no file system is shared.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from simak.batch.engine import Crash
from simak.batch.shard import Result, Setting, Shard, one_thread, read_shard
from simak.errors import BatchError


class Cluster:
    """A Ray cluster at ``address``, or one of ``workers`` cores that is started here.

    ``workers`` 0 takes as many cores as there are. Raises BatchError when Ray is not installed or
    the cluster does not answer.
    """

    def __init__(self, workers: int, setting: Setting, address: str | None = None) -> None:
        try:
            import ray
        except ModuleNotFoundError as error:
            raise BatchError(
                "--engine ray needs Ray; install it with: pip install 'simak[ray]'"
            ) from error
        one_thread()
        self._ray: Any = ray
        self._setting = setting
        options: dict[str, Any] = {"address": address} if address else {"num_cpus": workers or None}
        if not address:
            options["include_dashboard"] = False
        try:
            ray.init(log_to_driver=False, logging_level=logging.ERROR, **options)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise BatchError(f"Ray at {address or 'this machine'}: {error}") from error
        environment = {"env_vars": {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}}
        # A shard that kills its worker is taken apart by the driver, not tried again by Ray.
        task: Any = ray.remote(read_shard)
        self._task = task.options(num_cpus=1, max_retries=0, runtime_env=environment)

    def results(self, shards: Iterable[Shard]) -> Iterator[tuple[Shard, Result | Crash]]:
        """Yield each shard with its result, as they come; twice as many are out as there are cores.

        Raises LexiconError as reading does.
        """
        ray = self._ray
        ahead = max(2, 2 * int(ray.cluster_resources().get("CPU", 1)))
        out: dict[Any, Shard] = {}
        waiting = iter(shards)
        more = True
        while more or out:
            while more and len(out) < ahead:
                shard = next(waiting, None)
                if shard is None:
                    more = False
                    break
                out[self._task.remote(shard, self._setting)] = shard
            if not out:
                continue
            ready, _ = ray.wait(list(out), num_returns=1)
            for reference in ready:
                shard = out.pop(reference)
                yield shard, self._result(reference)

    def _result(self, reference: Any) -> Result | Crash:
        errors = self._ray.exceptions
        try:
            result: Result = self._ray.get(reference)
        except errors.RayTaskError as error:
            raise error.cause from error
        except errors.RayError as error:  # the worker or its machine is gone
            return Crash(f"the process that read it ended ({type(error).__name__})")
        return result

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        self._ray.shutdown()
