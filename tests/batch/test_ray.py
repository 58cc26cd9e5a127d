"""Ray, really started, with two workers, of which one is killed; without a network."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.batch import crew

from simak.batch import Setting, engine, run

pytest.importorskip("ray")


def test_a_batch_on_ray(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.batch.ray_run",
            str(tmp_path / "ray"),
            str(tmp_path / "seen"),
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    first, second = json.loads(done.stdout)
    assert (tmp_path / "seen").exists()
    assert first == {"slots": 4, "records": 19, "poisoned": ["11.txt"], "passed over": 0}
    assert second == first | {"passed over": 5}
    processes = engine.Processes(1, Setting(), crew.read)
    texts = crew.names(tmp_path / "ray").records
    texts.insert(11, "kill")
    try:
        run(crew.incoming(*texts), tmp_path / "local", processes, crew.VERSIONS, size=4)
    finally:
        processes.close()
    assert crew.content(tmp_path / "ray") == crew.content(tmp_path / "local")
    _no_processes(str(tmp_path))


def _no_processes(mark: str) -> None:
    """Wait until nothing of this test runs any more."""
    for _ in range(50):
        left = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                if mark.encode() in path.with_name("cmdline").read_bytes():
                    left.append(path)
            except OSError:
                continue
        if not left:
            return
        time.sleep(0.2)
    raise AssertionError(left)
