"""Where results go: a file or a folder that appears only when it is complete."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from simak.cli import CommandError


@contextmanager
def sink(path: Path | None) -> Iterator[IO[bytes]]:
    """Open where the output goes, None for standard output.

    A file appears only when it is complete; one behind a link is replaced, and the link stays. What
    is no file (``/dev/null``, a named pipe) is written to and never replaced. Raises CommandError
    when it cannot be written.
    """
    if path is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    try:
        path = Path(os.path.realpath(path))
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                yield device
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:40]}.", delete=False
        ) as file:
            part = Path(file.name)
            try:
                yield file.file
                file.close()
                part.chmod(0o666 & ~_mask())  # a temporary file is for its owner only
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}") from error


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """Give an empty folder whose files go to the folder ``path`` when all of them are complete.

    Files of the same names there are replaced, others left alone. Raises CommandError when they
    cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=path, prefix=".part-"))
        try:
            yield part
            for file in sorted(part.rglob("*")):
                there = path / file.relative_to(part)
                if file.is_dir():
                    there.mkdir(exist_ok=True)
                    continue
                file.chmod(0o666 & ~_mask())
                file.replace(there)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}") from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
