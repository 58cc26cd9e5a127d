"""CSV, TSV and JSON Lines to articles, a row at a time; a bad row is a rejection of its own.

CSV is RFC 4180, quoted strictly: a cell whose quotation marks do not add up would put other words
into a text than were printed. The divider (comma, semicolon, tab, bar) is told by the first line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from simak.intake.article import Incoming, Rejection
from simak.intake.column import Columns, Field
from simak.intake.limit import MIB, Limits
from simak.intake.refusal import RefusalError, fault
from simak.intake.stream import CHUNK, Stream, in_utf8

_DIVIDERS = ",;\t|"


class _TooLongError(Exception):
    """A row is longer than a row may be."""


class _Lines:
    """The lines of a stream with their ends, as text; bytes that are no UTF-8 as surrogates.

    ``number`` is that of the line handed out last. Raises _TooLongError for a line, or the lines
    since :meth:`begin`, beyond ``limit`` bytes; that line is then passed over.
    """

    def __init__(self, stream: Stream, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._buffer = b""
        self._at = 0
        self._size = 0
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def begin(self) -> None:
        """Begin a row: its size is counted from here."""
        self._size = 0

    def __next__(self) -> str:
        line = self.take()
        self._size += len(line)
        if self._size > self._limit:
            raise _TooLongError
        return line.decode("utf-8", "surrogateescape")

    def take(self) -> bytes:
        """Return the next line as bytes. Raises StopIteration at the end."""
        parts: list[bytes] = []
        held = 0
        while True:
            end = self._buffer.find(b"\n", self._at)
            part = self._buffer[self._at : len(self._buffer) if end < 0 else end + 1]
            held += len(part)
            if held <= self._limit:
                parts.append(part)
            if end >= 0:
                self._at = end + 1
                break
            self._buffer, self._at = self._stream.read(CHUNK), 0
            if not self._buffer:
                break
        if not held:
            raise StopIteration
        self.number += 1
        if held > self._limit:
            raise _TooLongError
        return b"".join(parts)


def divider(line: str, columns: Columns) -> str | None:
    """Return what divides the columns of ``line``, None if it is no first line of articles."""
    for sign in _DIVIDERS:
        if sign in line and columns.plain(_cells(line, sign)):
            return sign
    return None


def read_csv(
    stream: Stream, name: str, columns: Columns, limits: Limits
) -> Iterator[Incoming | Rejection]:
    """Yield the article of each row, or why there is none; a row is called ``NAME:LINE``.

    Raises RefusalError when the table itself cannot be read.
    """
    # The limit of the csv module is one for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), limits.row))
    lines = _Lines(in_utf8(stream), limits.row)
    try:
        first = next((line for line in lines if line.strip()), None)
    except _TooLongError:
        raise RefusalError("damaged", "the first line names no columns; it is too long") from None
    if first is None:
        raise RefusalError("empty", "a table without a line")
    header, sign = _header(first, columns)
    places = columns.find(header)
    reader = csv.reader(lines, delimiter=sign, strict=True)
    while True:
        lines.begin()
        start = lines.number + 1
        row_name = f"{name}:{start}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLongError) as error:
            yield _bad_row(start, lines.number, error, limits).of(row_name)
            continue
        if not any(row):
            continue
        try:
            yield columns.article(_by_field(row, header, places), row_name)
        except RefusalError as error:
            yield error.of(row_name)
        except Exception as error:
            yield fault(row_name, error)


def _bad_row(start: int, end: int, error: Exception, limits: Limits) -> RefusalError:
    where = f"line {start}" if end <= start else f"lines {start} to {end}"
    if isinstance(error, _TooLongError) or "field limit" in str(error):
        return RefusalError(
            "too large",
            f"{where}: a row of more than {limits.row // MIB} MiB (a quotation mark that is "
            "opened and not closed?); correct it",
        )
    return RefusalError(
        "damaged", f"{where}: a row whose quotation marks do not add up ({error}); correct it"
    )


def _header(line: str, columns: Columns) -> tuple[list[str], str]:
    """Return the columns that the first line names, and what divides them."""
    sign = divider(line, columns)
    if sign is None:
        best, sign = (-1, -1), ","
        for candidate in _DIVIDERS:
            cells = _cells(line, candidate)
            try:
                known = len(columns.find(cells))
            except RefusalError:
                known = 0
            if (known, len(cells)) > best:
                best, sign = (known, len(cells)), candidate
    return _cells(line, sign), sign


def _cells(line: str, sign: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=sign), [])]
    except csv.Error:
        return [cell.strip() for cell in line.split(sign)]


def _by_field(
    row: Sequence[str], header: Sequence[str], places: dict[Field, int]
) -> dict[Field, str]:
    if len(row) != len(header) and (len(row) < len(header) or any(row[len(header) :])):
        raise RefusalError(
            "damaged",
            f"{len(row)} columns in this row and {len(header)} in the first; correct the row",
        )
    return {field: row[place] for field, place in places.items()}


def read_jsonl(
    stream: Stream, name: str, columns: Columns, limits: Limits
) -> Iterator[Incoming | Rejection]:
    """Yield the article of each line, or why there is none; a line is called ``NAME:LINE``.

    A line is an object with the columns' names, ``{"text": ...}`` at the least, or a record of
    Simak's. Empty lines are passed over.
    """
    lines = _Lines(in_utf8(stream), limits.row)
    while True:
        row_name = f"{name}:{lines.number + 1}"
        try:
            line = lines.take()
        except StopIteration:
            return
        except _TooLongError:
            yield RefusalError(
                "too large", f"a line of more than {limits.row // MIB} MiB; no article is"
            ).of(row_name)
            continue
        if line.strip():
            yield _of_json(line, row_name, columns)


def read_json(
    stream: Stream, name: str, columns: Columns, limits: Limits
) -> Iterator[Incoming | Rejection]:
    """Yield the articles of a JSON file that is one array of objects, or one object.

    The third is called ``NAME#3``. Such a file is held whole, so it must not be larger than an
    article may be (JSON Lines may).
    """
    data = in_utf8(stream).whole(limits.article, "JSON file (make it JSON Lines)")
    try:
        rows = msgspec.json.decode(data, type=list[msgspec.Raw] | msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusalError("damaged", f"no valid JSON ({error}); get the file again") from error
    if isinstance(rows, list):
        for number, row in enumerate(rows, start=1):
            yield _of_json(bytes(row), f"{name}#{number}", columns)
    else:
        yield _of_json(data, name, columns)


def _of_json(data: bytes, name: str, columns: Columns) -> Incoming | Rejection:
    try:
        row = _decoded(data)
        if not isinstance(row, dict):
            raise RefusalError("damaged", f"a {type(row).__name__}, not an object with columns")
        return columns.article(columns.of_object(row), name)
    except RefusalError as error:
        return error.of(name)
    except UnicodeDecodeError:
        return RefusalError("encoding", "not UTF-8, as JSON must be; save it as UTF-8").of(name)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        return RefusalError("damaged", f"no valid JSON ({error}); correct it").of(name)
    except Exception as error:
        return fault(name, error)


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        if b"NaN" not in data and b"Infinity" not in data:
            raise
        return json.loads(data)  # Python and pandas write numbers that JSON has not
