"""A ZIP archive to its members, one after the other, none unpacked further than it is read.

Nothing is ever written to where a member's name says ("../../x" is a name like another one).
"""

from __future__ import annotations

import contextlib
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO

from simak.intake.limit import Budget, Limits
from simak.intake.refusal import RefusalError
from simak.intake.stream import Charged, Stream
from simak.intake.walk import companions, hidden

# What office documents, e-books and programs are packed in: ZIP archives too.
_DOCUMENT = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAMES = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 98: "PPMd"}
_DEEPEST = 1_000  # characters of a member's name in which folders are looked for
_LONGEST = 400  # characters of a member's name
_END, _END_64, _LOCATOR, _ENTRY = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x01\x02"


def members(
    file: IO[bytes], limits: Limits, budget: Budget, left_out: Counter[str]
) -> Iterator[tuple[str, Opener]]:
    """Yield the name of each member and how to open it, in the order of the archive's list.

    A name that comes twice gets a number: ``a.txt``, ``a.txt (2)``. Folders are passed over;
    hidden members and links are counted in ``left_out``. Opening raises RefusalError for what
    cannot be unpacked, and so does reading for a wrong checksum; the archive itself raises it when
    it is damaged, has too many members, or is an office document.
    """
    _look(file, limits)
    with contextlib.ExitStack() as held:
        try:
            archive = held.enter_context(zipfile.ZipFile(file))
        except Exception as error:  # zipfile raises a dozen kinds on a mutated list
            raise RefusalError(
                "damaged", f"a damaged ZIP archive ({error}); get it again, or repair it"
            ) from error
        listed = archive.infolist()
        if any(info.filename in _DOCUMENT for info in listed):
            raise RefusalError(
                "not text",
                "an office document, e-book or program (docx, odt, xlsx, epub, jar); "
                "copy the article's text out of it into a .txt file",
            )
        beside = companions(info.filename for info in listed)
        taken: dict[str, int] = {}
        for info in listed:
            if info.is_dir():
                continue
            if any(hidden(part) for part in info.filename.split("/") if part not in (".", "..")):
                left_out["hidden file or folder"] += 1
            elif beside and not beside.isdisjoint(_folders(info.filename)):
                left_out["file of a saved page"] += 1
            elif stat.S_ISLNK(info.external_attr >> 16):
                left_out["link in an archive"] += 1
            else:
                yield _unique(_short(info.filename), taken), Opener(archive, info, budget)


class Opener:
    """Opens one member."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> None:
        self._archive, self._info, self._budget = archive, info, budget

    def __call__(self) -> Stream:
        """Return the bytes of the member. Raises RefusalError when they cannot be unpacked."""
        info = self._info
        if info.flag_bits & _ENCRYPTED:
            raise RefusalError("not text", "encrypted; unpack it with its password first")
        if info.compress_type not in _METHODS:
            method = _NAMES.get(info.compress_type, f"method {info.compress_type}")
            raise RefusalError(
                "not text", f"packed in a way that is not unpacked here ({method}); unpack it first"
            )
        return Stream(Charged(_Member(self._archive, info), self._budget))


class _Member:
    """The bytes of a member; what zipfile raises becomes RefusalError."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        try:
            self._file = archive.open(info)
        except Exception as error:
            raise _damaged(error) from error

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes."""
        try:
            return self._file.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise _damaged(error) from error


def _damaged(error: Exception) -> RefusalError:
    why = str(error)[:200] or "it breaks off"
    return RefusalError("damaged", f"damaged in the ZIP archive ({why}); get the archive again")


def _look(file: IO[bytes], limits: Limits) -> None:
    """Refuse an archive whose list of members is too long, before zipfile makes objects of it.

    Finds the list as zipfile does, whatever the counts in the archive say.
    """
    size = file.seek(0, 2)
    tail_at = max(0, size - 66_000)
    file.seek(tail_at)
    tail = file.read(66_000)
    end = len(tail) - 22
    if end < 0 or tail[end : end + 4] != _END or tail[-2:] != b"\0\0":
        end = tail.rfind(_END)
    if end < 0 or end + 22 > len(tail):
        raise RefusalError("damaged", "a ZIP archive that was cut off; get it again")
    (length,) = struct.unpack_from("<L", tail, end + 12)
    stop = tail_at + end
    if end >= 20 and tail[end - 20 : end - 16] == _LOCATOR and stop >= 76:
        file.seek(stop - 76)
        record = file.read(56)
        if record[:4] == _END_64:
            (length,) = struct.unpack_from("<Q", record, 40)
            stop -= 76
    too_many = RefusalError(
        "unpacks too large",
        f"a ZIP archive of more than {limits.members:,} members; split it, or unpack it yourself",
    )
    if length > limits.directory:
        raise too_many
    file.seek(max(0, stop - length))
    listed = file.read(length)
    position = count = 0
    while listed[position : position + 4] == _ENTRY and position + 46 <= len(listed):
        position += 46 + sum(struct.unpack_from("<HHH", listed, position + 28))
        count += 1
        if count > limits.members:
            raise too_many
    file.seek(0)


def _folders(name: str) -> list[str]:
    """Return the folders that a member lies in: "a" and "a/b" of "a/b/c.png"."""
    name = name[:_DEEPEST]
    return [name[:at] for at, letter in enumerate(name) if letter == "/"]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:300]}…{name[-90:]}"


def _unique(name: str, taken: dict[str, int]) -> str:
    """Return ``name``, numbered if it came before; ``taken`` counts, so that this is no search."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name} ({taken[name]})"
    taken[free] = 1
    return free
