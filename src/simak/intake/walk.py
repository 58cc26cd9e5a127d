"""Paths that a user names to the files they stand for."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What systems lay beside a user's files and no user made.
_JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx", "lost+found", "$recycle.bin"})


@dataclass(frozen=True)
class Found:
    """A file, or what is named and cannot be read: then ``fault`` says why."""

    path: str
    fault: str | None = None


def hidden(name: str) -> bool:
    """Whether a file or folder is left out of a folder: a dot in front, or a system's own."""
    return name.startswith((".", "~$")) or name.lower() in _JUNK


def companions(names: Iterable[str]) -> frozenset[str]:
    """Return the folders of pictures and scripts that browsers save beside the pages ``names``.

    >>> sorted(companions(["berita/a.html", "b.txt"]))
    ['berita/a_files']
    """
    return frozenset(
        f"{stem}_files"
        for name in names
        for stem, point, last in (name.rpartition("."),)
        if point and last.lower() in ("html", "htm", "xhtml")
    )


class Walker:
    """Finds the files that paths stand for, each file once; ``left_out`` counts the others."""

    def __init__(self, left_out: Counter[str]) -> None:
        self._left_out = left_out
        self._seen: set[tuple[int, int]] = set()

    def files(self, path: str) -> Iterator[Found]:
        """Yield the files that ``path`` names.

        A folder stands for every file under it: its own by name, then those of its subfolders by
        name. Hidden files (:func:`hidden`), links to folders, the folders of pictures beside
        saved pages and files that came before are left out; what is named itself is taken.
        """
        for found in _expand(path, self._left_out):
            if found.fault is None:
                try:
                    status = os.stat(found.path)  # noqa: PTH116 - a path may be no good Path
                except (OSError, ValueError) as error:
                    yield Found(found.path, _why(error))
                    continue
                # A file system without numbers gives 0 for all.
                key = (status.st_dev, status.st_ino)
                if status.st_ino and key in self._seen:
                    self._left_out["file that came before"] += 1
                    continue
                self._seen.add(key)
            yield found


def _expand(path: str, left_out: Counter[str]) -> Iterator[Found]:
    try:
        folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError) as error:  # not there, too long, a NUL inside
        yield Found(path, _why(error))
        return
    if not folder:
        yield Found(path)
        return
    empty = True
    for found in _under(path, left_out):
        empty = False
        yield found
    if empty:
        yield Found(path, "no file in this folder (hidden ones are left out)")


def _under(top: str, left_out: Counter[str]) -> Iterator[Found]:
    folders = [top]
    while folders:
        folder = folders.pop()
        inner: list[str] = []
        files: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if hidden(entry.name):
                        left_out["hidden file or folder"] += 1
                    elif entry.is_dir(follow_symlinks=False):
                        inner.append(entry.path)
                    elif entry.is_symlink() and entry.is_dir():
                        left_out["link to a folder"] += 1
                    else:
                        files.append(entry.path)
        except OSError as error:
            yield Found(folder, _why(error))
        for path in sorted(files):
            yield Found(path)
        beside = companions(files)
        for path in sorted(inner, reverse=True):
            if path in beside:
                left_out["folder of a saved page"] += 1
            else:
                folders.append(path)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
