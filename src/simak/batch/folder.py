"""The folder of a batch: files that appear only when they are whole.

::

    record/000001.jsonl      the records of shard 1, one a line, in the order in which they came in
    rejection/000001.jsonl   what was refused, with its reason
    done/000001.json         what the shard held and gave; written last
    lock                     held by the run that writes here
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec

from simak.batch.shard import Arrival, Result, Shard
from simak.errors import BatchError, RecordError
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance, Record, decode

FOLDERS = ("record", "rejection", "done")


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard held and gave: enough to pass it over, and to load it into a store.

    ``sizes`` are the bytes of its records and of its rejections.
    """

    number: int
    digest: str
    provenance: Provenance
    sizes: tuple[int, int]
    arrivals: tuple[Arrival, ...]
    reasons: dict[str, int]
    poisoned: tuple[str, ...] = ()


class Folder:
    """The folder ``path``, opened to be written to by one run at a time.

    Raises BatchError when it cannot be written to, or another run writes to it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Folder:
        try:
            for name in FOLDERS:
                (self.path / name).mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self.path / "lock")
            for name in FOLDERS:
                for left in (self.path / name).glob("*.part"):
                    left.unlink()
        except OSError as error:
            raise BatchError(f"{self.path}: cannot be written to ({error.strerror})") from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lock:
            self._lock.close()

    def done(self, number: int) -> Done | None:
        """Return what is known of a shard that is done; None if it is not, or not whole."""
        return _done(self.path, number)

    def write(self, shard: Shard, result: Result, provenance: Provenance) -> Done:
        """Keep what a shard gave. Raises BatchError when it cannot be written."""
        done = Done(
            number=shard.number,
            digest=shard.digest,
            provenance=provenance,
            sizes=(len(result.records), len(result.rejections)),
            arrivals=result.arrivals,
            reasons=result.reasons,
            poisoned=result.poisoned,
        )
        # What an earlier run says of this shard holds no longer from the first file on.
        _path(self.path, "done", shard.number).unlink(missing_ok=True)
        self._write("record", shard.number, result.records)
        self._write("rejection", shard.number, result.rejections)
        self._write("done", shard.number, msgspec.json.encode(done))
        return done

    def _write(self, folder: str, number: int, data: bytes) -> None:
        """Write a file that appears only when it is whole, also if the machine stops."""
        path = _path(self.path, folder, number)
        part = path.with_name(f"{path.name}.part")
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            _sync(path.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise BatchError(
                f"{path}: cannot be written ({error.strerror}); what is done stays, and the same "
                "command goes on from there"
            ) from error

    def forget(self, last: int) -> None:
        """Delete shards of an earlier run beyond ``last``: the output is that of this input."""
        for name in reversed(FOLDERS):
            for path in (self.path / name).glob("*.json*"):
                number = path.name.partition(".")[0]
                if number.isdigit() and int(number) > last:
                    path.unlink()


def outcomes(out: Path) -> Iterator[tuple[Incoming, Record] | Rejection]:
    """Yield what the finished shards of a batch hold, in order: where from and record, or why not.

    Raises BatchError when ``out`` holds no batch, or a file of it is damaged.
    """
    if not (out / "done").is_dir():
        raise BatchError(f"{out}: no batch; simak batch makes one")
    for number in sorted(int(p.stem) for p in (out / "done").glob("*.json") if p.stem.isdigit()):
        done = _done(out, number)
        if done is None:
            continue
        path = _path(out, "record", number)
        try:
            # As many records as arrivals: their sizes are checked.
            for arrival, line in zip(done.arrivals, _lines(path), strict=True):
                record = decode(line)
                yield _incoming(arrival, record), record
            path = _path(out, "rejection", number)
            for line in _lines(path):
                yield msgspec.json.decode(line, type=Rejection)
        except (OSError, ValueError, RecordError) as error:
            raise BatchError(
                f"{path}: cannot be read ({error}); delete it and run the batch again"
            ) from error


def _incoming(arrival: Arrival, record: Record) -> Incoming:
    about = record.article
    return Incoming(
        name=arrival.name,
        text=about.text,
        title=about.title,
        url=about.url,
        outlet=arrival.outlet,
        byline=about.byline,
        published=about.published.value if about.published.basis == "metadata" else None,
    )


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _path(out: Path, folder: str, number: int) -> Path:
    return out / folder / f"{number:06}.json{'' if folder == 'done' else 'l'}"


def _done(out: Path, number: int) -> Done | None:
    try:
        found = msgspec.json.decode(_path(out, "done", number).read_bytes(), type=Done)
        sizes = tuple(_path(out, name, number).stat().st_size for name in ("record", "rejection"))
    except (OSError, msgspec.MsgspecError):
        return None
    return found if sizes == found.sizes and found.number == number else None


def _locked(path: Path) -> IO[bytes]:
    """Return the file, locked until it is closed or this process ends in whatever way."""
    file = path.open("ab")
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise BatchError(
            f"{path.parent}: another simak batch writes to it; wait for it, or give another OUT"
        ) from None
    except (ImportError, OSError):  # a system or a file system without locks
        pass
    return file


def _sync(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
