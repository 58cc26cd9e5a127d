"""A web archive (WARC, ISO 28500) to the pages in it, a record at a time.

Only what a server answered with 200 and as HTML or plain text is an input. All other records
(requests, redirects, pictures, styles, records of the crawler) are counted and left out.
A record is called ``NAME#NUMBER``, numbered from 1 over all records of the archive. ``WARC-Date``
is when the page was fetched, which says nothing of when it was published, so it is not used.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Protocol

from simak.intake import http
from simak.intake.article import Incoming, Rejection
from simak.intake.limit import MIB, Budget, Limits
from simak.intake.refusal import RefusalError, fault
from simak.intake.stream import CHUNK, Source, Stream

_PAGE = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_FAMILIES = ("image", "video", "audio", "font")
_HTML = re.compile(rb"\s{0,200}<(?:!doctype html|html)\b", re.I)
# Texts for machines, by the last part of their address.
_FOR_MACHINES = re.compile(r"/(?:robots|ads|app-ads|security|humans|llms)\.txt$", re.I)
_RECORD = re.compile(rb"\n(?=WARC/[01]\.\d+\r?\n)")
# Places where an archive may be damaged before the rest of it is given up.
_BREAKS = 1_000
_CUT = "the archive breaks off in this record; it was cut, get it again"


class ReadBody(Protocol):
    """Reads the body of an answer: a page, or a plain text."""

    def __call__(
        self, data: bytes, name: str, url: str | None, charset: str | None, page: bool, /
    ) -> Incoming | Rejection:
        """Return the article, or why there is none."""


class _Window:
    """Hands a stream on in small pieces and remembers the last of them, to begin anew there."""

    def __init__(self, stream: Source) -> None:
        self._stream = stream
        self._held = b""
        self._end = 0  # how many bytes were handed on
        self.error: RefusalError | None = None

    def read(self, size: int = -1, /) -> bytes:
        """Return at most ``size`` bytes.

        What the stream raises is the end here: whoever reads ahead has records to hand out yet.
        """
        try:
            piece = self._stream.read(CHUNK if size < 0 else min(size, CHUNK))
        except RefusalError as error:
            self.error, piece = error, b""
        self._held = self._held[-3 * CHUNK :] + piece
        self._end += len(piece)
        return piece

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Raise OSError: the stream is read once."""
        raise OSError("a stream that is read once")

    def tell(self) -> int:
        """Return how many bytes were handed on."""
        return self._end

    def close(self) -> None:
        """Leave the stream open: more may be read from it."""

    def after(self, position: int) -> Source | None:
        """Return the stream from the first record that begins behind ``position``."""
        held = self._held[max(0, position - self._end + len(self._held)) :]
        while (match := _RECORD.search(held)) is None:
            piece = self._stream.read(CHUNK)
            if not piece:
                return None
            held = held[-32:] + piece  # the mark may be cut in two
        return _Chain(held[match.end() :], self._stream)


class _Chain:
    """Some bytes, then a stream."""

    def __init__(self, head: bytes, stream: Source) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes."""
        if self._head:
            part, self._head = self._head[:size], self._head[size:]
            return part
        return self._stream.read(size)


def read(
    stream: Stream,
    name: str,
    read_body: ReadBody,
    limits: Limits,
    budget: Budget,
    left_out: Counter[str],
) -> Iterator[Incoming | Rejection]:
    """Yield the article of each page of the archive, or why there is none.

    ``left_out`` counts the other records by what they are. Where the archive is damaged it is one
    rejection, and reading goes on at the next record that can be found. Raises RefusalError for
    what the stream itself raises (a bomb, broken gzip).
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = breaks = 0
    rest: Source | None = stream
    while rest is not None:
        window = _Window(rest)
        cut = False
        least = 0  # where the record read last ends at the earliest
        records = iter(
            ArchiveIterator(window, record_types=WarcRecordType.any_type, parse_http=False)
        )
        rest = None
        while True:
            try:
                record = next(records, None)
            except OSError:  # the bytes here are no record
                number += 1
                breaks += 1
                rest = window.after(least) if breaks < _BREAKS else None
                yield RefusalError(
                    "damaged",
                    "damaged here; reading goes on at the next record"
                    if rest is not None
                    else "damaged here, and no further record is found; get the archive again",
                ).of(f"{name}#{number}")
                break
            if record is None:
                # A record that was cut says it already.
                if window.error and (budget.spent or not cut):
                    raise window.error
                break
            number += 1
            least = record.stream_pos + 1
            outcome: Incoming | Rejection | None
            try:
                length = _length(record)
                least += length
                outcome = _record(record, length, f"{name}#{number}", read_body, limits, left_out)
            except RefusalError as error:
                if budget.spent:
                    raise (window.error or error) from error
                outcome = error.of(f"{name}#{number}")
            except OSError as error:
                outcome = RefusalError("damaged", f"a broken record ({error})").of(
                    f"{name}#{number}"
                )
            cut = isinstance(outcome, Rejection)
            if outcome is not None:
                yield outcome


def _length(record: Any) -> int:
    words = (record.headers.get("Content-Length") or "").strip()
    if not words.isascii() or not words.isdecimal() or len(words) > 15:
        raise RefusalError("damaged", "a record whose length is not said; get the archive again")
    return int(words)


def _record(
    record: Any,
    length: int,
    name: str,
    read_body: ReadBody,
    limits: Limits,
    left_out: Counter[str],
) -> Incoming | Rejection | None:
    """Return what a record holds, None if it is no input."""
    kind = _header(record, "WARC-Type").lower()
    url = _header(record, "WARC-Target-URI").strip("<>") or None
    if kind != "response":
        _leave(record, length, kind[:20] or "of no type", left_out)
        return None
    if url is not None and not url.lower().startswith(("http://", "https://")):
        _leave(record, length, "not from the web", left_out)
        return None
    head = _take(record, min(length, CHUNK))
    try:
        answer, begin = http.parse(head)
    except RefusalError:
        if len(head) < min(length, CHUNK):
            raise RefusalError("damaged", _CUT) from None
        raise
    why = _no_input(answer, url, head[begin:])
    if why is not None:
        _leave(record, length - len(head), why, left_out)
        return None
    if length > limits.article + CHUNK:
        _pass(record, length - len(head))
        raise RefusalError(
            "too large", f"a page of more than {limits.article // MIB} MiB; no article is"
        )
    block = head + _take(record, length - len(head))
    if len(block) < length:
        raise RefusalError("damaged", _CUT)
    _verify(record, block)
    body = http.unpacked(block[begin:], answer.headers, limits.article)
    if not body.strip():
        raise RefusalError("empty", "the server's answer is empty")
    try:
        return read_body(body, name, url, answer.charset, answer.media_type != _TEXT)
    except RefusalError:
        raise
    except Exception as error:
        return fault(name, error)


def _header(record: Any, name: str) -> str:
    return (record.headers.get(name) or "").strip()


def _no_input(answer: http.Answer, url: str | None, start: bytes) -> str | None:
    """Return what a record is that is no input, None if it is one."""
    if 300 <= answer.status < 400:
        return "redirect"
    if answer.status != 200:
        return f"status {answer.status}"
    kind = answer.media_type
    if kind in _PAGE or (not kind and _HTML.match(start)):
        return None
    if kind == _TEXT:
        path = re.split(r"[?#]", url or "")[0]
        return "text for machines" if _FOR_MACHINES.search(path) else None
    family = kind.split("/")[0]
    return family if family in _FAMILIES else kind[:40] or "of no media type"


def _leave(record: Any, size: int, why: str, left_out: Counter[str]) -> None:
    """Pass over the rest of a record. Raises RefusalError if the file ends before it does."""
    left_out[f"WARC record: {why}"] += 1
    _pass(record, size)


def _pass(record: Any, size: int) -> None:
    while size > 0:
        part = record.reader.read(min(size, CHUNK))
        if not part:
            raise RefusalError("damaged", _CUT)
        size -= len(part)


def _take(record: Any, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = record.reader.read(min(size, CHUNK))
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _verify(record: Any, block: bytes) -> None:
    """Raise RefusalError if the record says that it was cut, or its digest is another one."""
    why = _header(record, "WARC-Truncated")
    if why:
        raise RefusalError(
            "damaged", f"the program that fetched the page cut it ({why[:20]}); get it again"
        )
    if b"\r\n\r\nWARC/1." in block:
        raise RefusalError("damaged", "a record that runs into the next one; its length is wrong")
    algorithm, _, value = _header(record, "WARC-Block-Digest").partition(":")
    if algorithm.lower() != "sha1" or not value:
        return
    digest = hashlib.sha1(block, usedforsecurity=False)
    if value.lower() not in (
        digest.hexdigest(),
        base64.b32encode(digest.digest()).decode().lower(),
    ):
        raise RefusalError("damaged", "the record is not as its digest says; get the archive again")
