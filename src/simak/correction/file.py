"""Files that come back: found, read within bounds, with errors that say where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from simak.errors import FormatError

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is read."""


def files(paths: Sequence[str], suffix: str) -> Iterator[Path]:
    """Yield files, and those with a suffix in folders, sorted. Raises FormatError if none is."""
    for name in paths:
        path = Path(name)
        if not path.is_dir():
            yield path
            continue
        found = sorted(one for one in path.rglob(f"*{suffix}") if one.is_file())
        if not found:
            raise FormatError(f"{path}: no *{suffix} file in this folder")
        yield from found


def content(path: Path) -> bytes:
    """Return the bytes of a file. Raises FormatError if it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FormatError(f"{path}: {size:,} bytes; at most {LARGEST:,} are read")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise FormatError(f"{path}: cannot be read ({reason})") from error


def text(path: Path) -> str:
    """Return the text of a UTF-8 file with ``\\n`` line ends. Raises FormatError with the line."""
    data = content(path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(f"{path}:{line}: this is no UTF-8") from error
