"""A run of ``simak add`` killed at random moments: nothing lost, nothing twice, nothing torn.

``python -m tests.store.killing 100`` kills a hundred times; the tests do it a few times.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from simak.store import Store
from simak.store.row import rows

_WORDS = ["jembatan", "pasar", "sungai", "kebun", "sekolah", "jalan", "terminal", "taman", "waduk"]
_NAMES = ["Sari", "Budi", "Wulan", "Laut", "Dewi", "Rangga", "Melati", "Surya", "Ratna", "Bimo"]


def articles(folder: Path, number: int) -> None:
    """Write made-up articles, each with a statement and an event."""
    folder.mkdir(parents=True)
    chance = random.Random(number)
    for at in range(number):
        one, two = chance.sample(_NAMES, 2)
        place = chance.choice(_WORDS)
        (folder / f"{at:05}.txt").write_text(
            f"Bupati Rawa {one} Nomor {at} mengatakan {place} itu sudah selesai. Ia bertemu Wali "
            f'Kota Melati {two} Jaya untuk membahas {place} pada Selasa. "Kami membangun {place} '
            f'ini untuk warga," kata {one} kepada wartawan.\n',
            encoding="utf-8",
        )


def start(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own."""
    command = [sys.executable, "-m", "simak.cli", "add", str(folder), "--db", str(store)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def until_written(process: subprocess.Popen[bytes], store: Path, patience: float = 60) -> None:
    """Wait until a process has written into the store, or has ended."""
    log = Path(f"{store}-wal")
    before = log.stat().st_mtime_ns if log.exists() else 0
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        if log.exists() and log.stat().st_size and log.stat().st_mtime_ns > before:
            return
        time.sleep(0.002)


SETTLE = """
import sys
from simak.store import Store, decision
from simak.store.connection import writing

with Store(sys.argv[1]) as store:
    while True:
        with writing(store.engine) as connection:
            decision.remember(connection, "identities", "stale")
        store.settle()
"""


def identities(path: Path) -> list[list[tuple[int, str]]]:
    """Return which entities are one, by article and id."""
    found: dict[int, list[tuple[int, str]]] = {}
    with sqlite3.connect(path) as connection:
        for article, entity, identity in connection.execute(
            "SELECT article, id, identity FROM entity WHERE identity IS NOT NULL ORDER BY 1, 2"
        ):
            found.setdefault(identity, []).append((article, entity))
    return sorted(found.values())


def kill_settling(path: Path, times: int, seed: int = 2) -> None:
    """Kill a process that settles identities; raise AssertionError unless they stay the same."""
    chance = random.Random(seed)
    before = identities(path)
    for _ in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", SETTLE, str(path)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        until_written(process, path)
        time.sleep(chance.uniform(0, 0.3))
        assert process.poll() is None, process.communicate()[1].decode()
        process.kill()
        process.communicate()
        check(path)
        assert identities(path) == before, "an identity is half settled"


def check(path: Path, *, whole: bool = False) -> int:
    """Raise AssertionError unless the store is whole; return how many articles it holds."""
    if not path.exists():
        return 0
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        there = connection.execute("SELECT name FROM sqlite_master").fetchall()
        if ("article",) not in there:
            return 0
        for table in ("article", "statement"):
            connection.execute(
                f"INSERT INTO {table}_words({table}_words) VALUES ('integrity-check')"
            )
    with Store(path) as store:
        count = store.count("article")
        assert count == store.count("record") == store.count("arrival")
        expected: dict[str, int] = {}
        for number, record in enumerate(store.records(), start=1):
            for table, made in rows(record, number):
                expected[table.name] = expected.get(table.name, 0) + len(made)
        for name, number in expected.items():
            assert store.count(name) == number, f"{name}: {store.count(name)}, not {number}"
        if whole:
            assert store.count("rejection") == 0
    return count


def kill(times: int, seed: int = 1, number: int = 400) -> tuple[int, int]:
    """Kill ``times``; return the articles there after the last kill and at the end."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder, store = Path(name, "berita"), Path(name, "berita.db")
        articles(folder, number)
        last = 0
        for _ in range(times):
            process = start(folder, store)
            # Most of the kills should come while it writes, and not while it loads its weights.
            if chance.random() < 0.1:
                time.sleep(chance.uniform(0, 1))
            else:
                until_written(process, store)
                time.sleep(chance.uniform(0, 0.5))
            process.kill()
            process.communicate()
            now = check(store)
            assert now >= last, "an article that was committed is gone"
            last = now
        process = start(folder, store)
        _, said = process.communicate()
        assert process.returncode == 0, said.decode()
        end = check(store, whole=True)
        kill_settling(store, max(times // 5, 1))
    return last, end


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    there, end = kill(asked, number=size)
    print(
        f"killed {asked} times, and {max(asked // 5, 1)} times while settling: "
        f"{there} of {size} articles there then, {end} at the end, all whole"
    )
    assert end == size
