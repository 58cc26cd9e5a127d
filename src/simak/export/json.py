"""The record's own JSON: one record, an array of records, or a record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from simak.export.format import Setting
from simak.record import Record, encode


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write records as JSON Lines."""
    out.writelines(map(line, records))


def one(record: Record) -> bytes:
    """Return the record as indented UTF-8 JSON with a line end.

    The same record gives the same bytes.
    """
    return encode(record, indent=1) + b"\n"


def array(records: Iterable[Record]) -> Iterator[bytes]:
    """Yield the parts of a JSON array of records; no more than one record is held at a time."""
    separator = b"[\n"
    for record in records:
        yield separator
        yield encode(record, indent=1)
        separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"


def line(record: Record) -> bytes:
    """Return the record as one line of JSON with a line end (JSON Lines)."""
    return encode(record) + b"\n"
