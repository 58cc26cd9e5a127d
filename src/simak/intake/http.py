"""What an HTTP answer says of its body, and the body without its packing (RFC 9110, 9112)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from simak.intake.limit import MIB
from simak.intake.refusal import RefusalError

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]*\n")
_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


@dataclass(frozen=True)
class Answer:
    """The head of an answer; the names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        """The type of the body, "text/html"; "" if it is not said."""
        match = _TYPE.match(self.headers.get("content-type", ""))
        return match[1].lower() if match else ""

    @property
    def charset(self) -> str | None:
        """The encoding that the server says the body has."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else None


def parse(block: bytes) -> tuple[Answer, int]:
    """Return the head of the answer ``block`` and where its body begins.

    Raises RefusalError when it is none.
    """
    match = _STATUS.match(block)
    if match is None:
        raise RefusalError("damaged", "a record without an HTTP answer; get the archive again")
    headers: dict[str, str] = {}
    position = match.end()
    while True:
        end = block.find(b"\n", position)
        if end < 0:
            raise RefusalError("damaged", "an HTTP answer without a body; get the archive again")
        line = block[position:end].rstrip(b"\r")
        position = end + 1
        if not line:
            return Answer(int(match[1]), headers), position
        name, _, value = line.decode("latin-1").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())


def unpacked(body: bytes, headers: Mapping[str, str], limit: int) -> bytes:
    """Return ``body`` without its transfer and content encodings, at most ``limit`` bytes.

    Archives are made by programs that unpack a body and leave the headers as they were, so what
    is plain already stays. Raises RefusalError: a bomb, a broken body, an encoding not known.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _whole(body)
    for word in reversed(headers.get("content-encoding", "").lower().split(",")):
        coding = word.strip()
        if coding in ("gzip", "x-gzip"):
            if body.startswith(b"\x1f\x8b"):
                body = _inflated(body, 31, limit)
        elif coding == "deflate":
            if body[:1] == b"\x78":
                body = _inflated(body, 15, limit)
            elif not _plain(body):
                body = _inflated(body, -15, limit)
        elif coding not in ("", "identity") and not _plain(body):
            raise RefusalError(
                "not text", f"a body packed as {coding[:20]!r}, which is not unpacked here"
            )
    return body


def _plain(body: bytes) -> bool:
    """Whether a body is text already: nothing packed begins with a tag."""
    return body.lstrip()[:1] in (b"", b"<", b"\xef", b"{")


def _whole(body: bytes) -> bytes:
    """Return a chunked body in one, or as it is when it is in one already."""
    if _CHUNK.match(body) is None:
        return body
    parts: list[bytes] = []
    position = 0
    while (match := _CHUNK.match(body, position)) is not None:
        length = int(match[1], 16)
        if not length:
            return b"".join(parts)
        position = match.end() + length
        if position > len(body):
            break
        parts.append(body[match.end() : position])
    raise RefusalError("damaged", "the chunks of the page break off; it was cut")


def _inflated(body: bytes, bits: int, limit: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    try:
        data = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise RefusalError("damaged", f"the packed page is broken ({error})") from error
    if len(data) > limit:
        raise RefusalError(
            "unpacks too large", f"the page unpacks to more than {limit // MIB} MiB; no page does"
        )
    if not unpacker.eof:
        raise RefusalError("damaged", "the packed page breaks off; it was cut")
    return data
