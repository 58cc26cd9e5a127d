"""Where the bytes of articles come from: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simak.errors import InputError

STDIN = "-"
#: What is taken out of a folder.
SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
#: An article is some kilobytes; a file larger than this is something else.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class Origin:
    """One input. ``path`` is None for standard input; ``fault`` tells why it cannot be read."""

    name: str
    path: Path | None = None
    fault: str | None = None

    def read(self) -> bytes:
        """Return the bytes. Raises InputError when there are none to be had."""
        if self.fault:
            raise InputError(f"{self.name}: {self.fault}")
        try:
            if self.path is None:
                data = sys.stdin.buffer.read(LARGEST + 1)
            else:
                with self.path.open("rb") as file:
                    data = file.read(LARGEST + 1)
        except OSError as error:
            raise InputError(f"{self.name}: cannot be read ({error.strerror})") from error
        if len(data) > LARGEST:
            raise InputError(f"{self.name}: larger than {LARGEST // 2**20} MiB; no article is")
        return data

    @property
    def stem(self) -> str:
        """A name for files made from this input: "rapat" for "berita/rapat.txt"."""
        return self.path.stem if self.path else "stdin"


def collect(arguments: Iterable[str]) -> Iterator[Origin]:
    """Yield the inputs that ``arguments`` name, each once, in the order given.

    A folder stands for every text file and saved page under it (:data:`SUFFIXES`): its own files
    by name, then those of its subfolders by name; hidden ones are left out, and so is the folder
    of pictures and scripts that a browser saves beside a page. "-" is standard input. A file or
    folder that is not there is yielded with its ``fault``, so that every input ends as a record or
    as a rejection.
    """
    seen: set[str] = set()
    for argument in arguments:
        for origin in _expand(argument):
            key = origin.name if origin.path is None else os.path.realpath(origin.path)
            if key not in seen:
                seen.add(key)
                yield origin


def _expand(argument: str) -> Iterator[Origin]:
    if argument == STDIN:
        yield Origin("standard input")
        return
    path = Path(argument)
    try:
        folder, there = path.is_dir(), path.exists()
    except OSError as error:  # a name that is too long, a folder that may not be entered
        yield Origin(argument, path, f"cannot be read ({error.strerror})")
        return
    if folder:
        found = list(_texts(path))
        if not found:
            yield Origin(argument, path, "no .txt or .html file in this folder")
        for file in found:
            yield Origin(str(file), file)
    elif not there:
        yield Origin(argument, path, "no such file")
    else:
        yield Origin(argument, path)


def _texts(folder: Path) -> Iterator[Path]:
    """Yield the files under ``folder``; links to folders are not followed (no loops)."""
    for root, folders, files in os.walk(folder):
        pages = {Path(name).stem for name in files if _suffix(name) in SUFFIXES[1:]}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not (name.endswith("_files") and name[:-6] in pages)
        )
        for name in sorted(files):
            if _suffix(name) in SUFFIXES and not name.startswith("."):
                yield Path(root, name)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
