"""Reading the files that are evaluated on, with file and line in every error."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from simak.errors import FormatError


def fault(path: Path, line: int, message: str) -> FormatError:
    """Return an error that points at a line of a file."""
    return FormatError(f"{path}:{line}: {message}")


def read_text(path: Path) -> str:
    r"""Return a UTF-8 file with line ends as ``\n``. Raises FormatError if it is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise fault(path, line, "not UTF-8; save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def files(paths: Iterable[Path], suffixes: tuple[str, ...]) -> list[Path]:
    """Return the files named and, sorted, those with a suffix in the folders named, at any depth.

    Raises FormatError when a path does not exist or a folder holds no such file.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                file for file in path.rglob("*") if file.suffix in suffixes and file.is_file()
            )
            if not inside:
                raise FormatError(f"{path}: no {' or '.join(suffixes)} file in this folder")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise FormatError(f"{path}: no such file or folder")
    return list(dict.fromkeys(found))
