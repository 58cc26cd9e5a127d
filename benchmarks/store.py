"""A store of 100,000 statements: whether adding stays linear, and what asking costs beside SQLite.

What SQLite costs is measured by bare SQL on the same file: of a search, the best twenty of its
full-text index with their words; of an export, the kept records inflated and written.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.result import Row, hand_over
from benchmarks.story import records

if TYPE_CHECKING:
    from simak.store import Store

ARTICLES, STATEMENTS, PART = 5_000, 20, 1_000
#: Words to ask for (of some 1,700, 650 and 5,700 statements), and the same for FTS5.
ASKED = (
    ("membangun waduk", "roots : bangun AND roots : waduk"),
    ("pupuk beras", "roots : pupuk AND roots : beras"),
    ("jembatan", "roots : jembatan"),
)


def filled(store: Store) -> Row:
    """Fill the store; return how long the last articles take beside the first."""
    times = [time.process_time()]
    for number, (incoming, record) in enumerate(records(ARTICLES, STATEMENTS), start=1):
        store.put(incoming, record)
        if number % PART == 0:
            times.append(time.process_time())
    return Row(
        f"adding: the last {PART:,} of {ARTICLES:,} articles beside the first {PART:,}",
        (times[-1] - times[-2]) / (times[1] - times[0]),
        at_most=1.3,
        note=f"{STATEMENTS} statements each, without reading",
    )


def asked(store: Store, path: Path) -> Iterator[Row]:
    """Yield what questions take beside bare FTS5."""
    from simak.store.question import StatementFilter, search, statements

    filters: tuple[tuple[str, dict[str, str]], ...] = (
        ("by words", {}),
        ("by words and act", {"act": "deny"}),
        ("by words and date", {"since": "2015", "until": "2016-06"}),
        ("by words and speaker", {"by": "#5"}),
    )
    with sqlite3.connect(path) as connection:
        told = _bare(connection, "statement", "content")
        for name, more in filters:

            def ours(more: dict[str, str] = more) -> None:
                for words, _ in ASKED:
                    list(statements(store, StatementFilter(words=words, **more), limit=20))

            yield _beside(f"statements {name}", ours, told)

        def found() -> None:
            for words, _ in ASKED:
                list(search(store, words, limit=20))

        yield _beside("articles by words", found, _bare(connection, "article", "text"))


def _bare(connection: sqlite3.Connection, table: str, column: str) -> Callable[[], None]:
    query = f"SELECT {column} FROM {table}_words WHERE {table}_words MATCH ? ORDER BY rank LIMIT 20"

    def run() -> None:
        for _, words in ASKED:
            connection.execute(query, (words,)).fetchall()

    return run


def _beside(name: str, ours: Callable[[], None], bare: Callable[[], None]) -> Row:
    one, other = _in_turn(ours, bare, 15)
    return Row(
        f"searching {name} beside a bare FTS5 query",
        one / other,
        at_most=2.0,
        note=f"{ARTICLES * STATEMENTS:,} statements, 20 answers, the best of 15 in turn",
    )


def _in_turn(
    one: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Return the shortest times of both, run in turn."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for side, action in enumerate((one, other)):
            begin = time.process_time()
            action()
            best[side] = min(best[side], time.process_time() - begin)
    return best[0], best[1]


def exported(path: Path, folder: Path) -> Row:
    """Return what an export as JSON Lines takes beside inflating and writing."""
    from simak import cli

    def ours() -> None:
        out = str(folder / "a.jsonl")
        assert cli.main(["export", "--format", "jsonl", "--db", str(path), "--out", out]) == 0

    def bare() -> None:
        with sqlite3.connect(path) as connection, (folder / "b.jsonl").open("wb") as file:
            for data, text in connection.execute(
                "SELECT data, text FROM record JOIN article ON article.seq = record.article "
                "ORDER BY article.seq"
            ):
                file.write(zlib.decompress(data) + text.encode() + b"\n")

    one, other = _in_turn(ours, bare, 2)
    return Row(
        "exporting JSON Lines beside inflating and writing",
        one / other,
        note=f"{ARTICLES:,} articles; ours decodes each record and applies what people said",
    )


def main() -> None:
    """Measure, and print rows."""
    from simak.store import Store

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "berita.db"
        with Store(path) as store:
            rows = [filled(store), *asked(store, path)]
        rows.append(exported(path, folder))
    hand_over(rows)


if __name__ == "__main__":
    main()
