"""What stands in for reading in these tests, in processes of their own: quick, and able to die.

The functions are given to an engine instead of ``read_shard``; an article says by its text what
happens to whoever reads it.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from types import SimpleNamespace

from simak.batch import shard as product
from simak.batch.shard import Result, Setting, Shard
from simak.intake.article import Incoming
from simak.record import Article, Provenance, Published, Record, article_id

VERSIONS = Provenance(simak="1", model="m", lexicon="l")


class Stub:
    """Reads an article without a model; "kill", "hang" and "once FILE" do what they say."""

    provenance = VERSIONS

    def read_incoming(self, incoming: Incoming, *, force: bool = False) -> Record:
        words = incoming.text.split()
        if words[0] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if words[0] == "hang":
            time.sleep(600)
        if words[0] == "once" and not Path(words[1]).exists():
            Path(words[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if words[0] == "slow":
            time.sleep(float(words[1]))
        if words[0] == "fault":
            raise ZeroDivisionError
        return Record(
            article=Article(
                id=article_id(incoming.text),
                text=incoming.text,
                language="id",
                published=Published(),
                title=incoming.title,
                url=incoming.url,
                outlet=incoming.outlet,
            ),
            provenance=VERSIONS,
        )


def read(shard: Shard, setting: Setting) -> Result:
    """Read a shard by the product's own function, with the stub for the reader."""
    product._reader = lambda lexicon, model: Stub()  # only in this worker's process
    return product.read_shard(shard, setting)


def other_versions(shard: Shard, setting: Setting) -> Result:
    """Read as a worker does that has another Simak."""
    Stub.provenance = Provenance(simak="2", model="m", lexicon="l")
    return read(shard, setting)


def dead(shard: Shard, setting: Setting) -> Result:
    """Die whatever there is to read."""
    os._exit(3)


class Unordered:
    """An engine in this process that gives shards back in any order, as ``chance`` has it."""

    def __init__(self, chance, slots: int) -> None:
        self._chance = chance
        self.slots = slots
        self._out: list[Shard] = []
        self.given: list[int] = []
        self._reader = Stub()

    def give(self, shard: Shard) -> None:
        assert len(self._out) < self.slots
        self._out.append(shard)
        self.given.append(shard.number)

    def take(self):
        some = self._chance.sample(self._out, self._chance.randint(1, len(self._out)))
        self._out = [shard for shard in self._out if shard not in some]
        return [(shard, read_here(shard)) for shard in some]

    def close(self) -> None:
        pass


def read_here(shard: Shard) -> Result:
    """Read a shard in this process."""
    kept = product._reader
    try:
        return read(shard, Setting())
    finally:
        product._reader = kept


def incoming(*texts: str) -> list[Incoming]:
    """Return an article for each text, named by its place."""
    return [
        Incoming(name=f"{at}.txt", text=text, outlet=f"Harian {at % 3}")
        for at, text in enumerate(texts)
    ]


def content(folder: Path) -> dict[str, bytes]:
    """Return the files of a batch, by their names."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(folder: Path) -> SimpleNamespace:
    """Return what a batch holds: the texts of its records and the names of what was refused."""
    import msgspec

    lines = lambda kind: [  # noqa: E731
        msgspec.json.decode(line)
        for path in sorted((folder / kind).glob("*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    return SimpleNamespace(
        records=[line["article"]["text"] for line in lines("record")],
        refused={line["name"]: line["reason"] for line in lines("rejection")},
    )
