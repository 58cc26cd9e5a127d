"""A batch whose processes are killed at random moments: nothing lost, nothing twice, nothing torn.

``python -m tests.batch.killing 100`` kills a hundred times; the tests do it a few times. Most kills
hit all processes at once, as when a machine stops; some hit one worker, and the run goes on.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.batch.crew import content
from tests.store.killing import articles

from simak.batch import outcomes


def start(folder: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start the command as the leader of a group of processes of its own."""
    command = [sys.executable, "-m", "simak.cli", "batch", str(folder), str(out)]
    return subprocess.Popen(
        [*command, "--workers", str(workers), "--size", "10"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the worker processes of a run, where the system tells."""
    found = []
    with contextlib.suppress(OSError, ValueError):
        tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
        for child in tasks.split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(int(child))
    return found


def check(out: Path) -> set[str]:
    """Raise AssertionError unless what is done is whole; return the names of its articles."""
    if not (out / "done").is_dir():
        return set()
    names = [incoming.name for incoming, _ in outcomes(out)]
    assert len(names) == len(set(names)), "an article is there twice"
    return set(names)


def kill(times: int, seed: int = 1, number: int = 400) -> tuple[int, int, int]:
    """Kill ``times``; return the articles done after the last kill and at the end, and kills of
    single workers."""
    chance = random.Random(seed)
    single = 0
    with tempfile.TemporaryDirectory() as name:
        folder, out, whole = (Path(name, part) for part in ("berita", "hasil", "ganti"))
        articles(folder, number)
        last: set[str] = set()
        for _ in range(times):
            process = start(folder, out, chance.randint(1, 3))
            # Loading takes the driver and then the workers a second or two.
            time.sleep(chance.uniform(0, 2) if chance.random() < 0.1 else chance.uniform(3, 6))
            workers = workers_of(process)
            if workers and chance.random() < 0.3:
                os.kill(chance.choice(workers), signal.SIGKILL)
                single += 1
                time.sleep(chance.uniform(0, 3))
            with contextlib.suppress(ProcessLookupError):  # it was done before
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            now = check(out)
            assert last <= now, "a shard that was done is gone"
            last = now
        for goal, count in ((out, 2), (whole, 1)):
            process = start(folder, goal, count)
            _, said = process.communicate()
            assert process.returncode == 0, said.decode()
        end = check(out)
        assert len(end) == number
        assert content(out) == content(whole), "not what a run gives that nobody disturbed"
    return len(last), len(end), single


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    there, all_, single = kill(asked, number=size)
    print(
        f"killed {asked} times ({single} times a single worker first): {there} of {size} articles "
        f"done then, {all_} at the end, the same bytes as of an undisturbed run"
    )
