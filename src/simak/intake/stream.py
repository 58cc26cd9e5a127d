"""Bytes that are read once, from front to back: looked at beforehand, unpacked, held whole."""

from __future__ import annotations

import codecs
import io
import tempfile
import zlib
from typing import IO, Any, Protocol

from simak.intake.limit import MIB, Budget
from simak.intake.refusal import RefusalError

CHUNK = 1 << 16


class Source(Protocol):
    """What bytes can be read from; ``b""`` is the end."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes."""


class Stream(io.RawIOBase):
    """Reads from ``source``; what comes next can be looked at without taking it."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._ahead = b""
        self._error: RefusalError | None = None

    def readable(self) -> bool:
        """Return True."""
        return True

    def peek(self, size: int) -> bytes:
        """Return the next ``size`` bytes, fewer at the end, and leave them there.

        What the source raises is raised when the bytes before it were read.
        """
        parts = [self._ahead]
        held = len(self._ahead)
        while held < size and self._error is None:
            try:
                part = self._source.read(max(CHUNK, size - held))
            except RefusalError as error:
                self._error = error
                break
            if not part:
                break
            parts.append(part)
            held += len(part)
        self._ahead = b"".join(parts)
        if self._error is not None and not self._ahead:
            raise self._error
        return self._ahead[:size]

    def read(self, size: int = -1) -> bytes:
        """Return at most ``size`` bytes (CHUNK if negative); ``b""`` at the end only."""
        size = CHUNK if size < 0 else size
        if self._ahead:
            part, self._ahead = self._ahead[:size], self._ahead[size:]
            return part
        if self._error is not None:
            raise self._error
        return self._source.read(size)

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer`` as far as one read goes."""
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def whole(self, limit: int, what: str = "file") -> bytes:
        """Return all that is left. Raises RefusalError beyond ``limit`` bytes."""
        parts: list[bytes] = []
        size = 0
        while part := self.read(CHUNK):
            size += len(part)
            if size > limit:
                raise RefusalError(
                    "too large", f"the {what} is larger than {limit // MIB} MiB; no article is"
                )
            parts.append(part)
        return b"".join(parts)

    def spool(self, limit: int) -> IO[bytes]:
        """Return what is left as a file in which one can go to and fro; the caller closes it.

        It lies in memory, a large one in a nameless temporary file.
        """
        file = tempfile.SpooledTemporaryFile(max_size=8 * MIB)  # noqa: SIM115
        try:
            size = 0
            while part := self.read(CHUNK):
                size += len(part)
                if size > limit:
                    raise RefusalError(
                        "too large",
                        f"larger than {limit // MIB} MiB inside an archive; unpack it first",
                    )
                file.write(part)
            file.seek(0)
        except BaseException:
            file.close()
            raise
        return file


class Counted:
    """A source whose bytes are counted as they come (a file of unknown size)."""

    def __init__(self, source: Source, budget: Budget) -> None:
        self._source = source
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes."""
        data = self._source.read(size)
        self._budget.take(len(data))
        return data


class Charged:
    """A source whose bytes are unpacked ones, charged on the budget."""

    def __init__(self, source: Source, budget: Budget) -> None:
        self._source = source
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes. Raises RefusalError when the budget is spent."""
        data = self._source.read(size)
        self._budget.charge(len(data))
        return data


class Gunzip:
    """Unpacks gzip data (RFC 1952), any number of members one after the other.

    Nothing is unpacked beyond what is asked for. A cut file, a wrong checksum and junk behind the
    data raise RefusalError once all that came before was handed out.
    """

    def __init__(self, source: Source, budget: Budget) -> None:
        self._source = source
        self._budget = budget
        self._unpacker = zlib.decompressobj(31)
        self._packed = b""
        self._inside = False  # a member was begun
        self._first = True

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes."""
        while True:
            if not self._packed:
                self._packed = self._source.read(CHUNK)
                if not self._packed:
                    if self._inside:
                        raise RefusalError(
                            "damaged", "the gzip data breaks off; the file was cut, get it again"
                        )
                    return b""
            if not self._inside:
                # Tapes and some tools fill the last block with zeros.
                self._packed = self._packed if self._first else self._packed.lstrip(b"\0")
                if not self._packed:
                    continue
                self._inside, self._first = True, False
            data = self._unpack(size)
            if data:
                self._budget.charge(len(data))
                return data

    def _unpack(self, size: int) -> bytes:
        try:
            data = self._unpacker.decompress(self._packed, size)
        except zlib.error as error:
            raise RefusalError(
                "damaged", f"broken gzip data ({error}); what came before it was read"
            ) from error
        if self._unpacker.eof:
            self._packed = self._unpacker.unused_data
            self._unpacker = zlib.decompressobj(31)
            self._inside = False
        else:
            self._packed = self._unpacker.unconsumed_tail
        return data


class Recoded:
    """A source in UTF-16 or UTF-32 (with its mark) as UTF-8 without a mark."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._encoding = encoding
        self._ahead = b""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes. Raises RefusalError where the encoding breaks."""
        while not self._ahead:
            part = self._source.read(CHUNK)
            try:
                text = self._decoder.decode(part, final=not part)
                self._ahead = text.encode()
            except UnicodeError as error:
                raise RefusalError(
                    "encoding", f"broken {self._encoding.upper()}; save the file again as UTF-8"
                ) from error
            if not part:
                break
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def in_utf8(stream: Stream) -> Stream:
    """Return the stream without a byte order mark, recoded if the mark is not that of UTF-8."""
    head = stream.peek(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return Stream(Recoded(stream, encoding))
    if head.startswith(codecs.BOM_UTF8):
        stream.read(3)
    return stream
