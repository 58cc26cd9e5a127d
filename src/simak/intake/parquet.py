"""A Parquet file to articles, a few rows at a time; a row is called ``NAME:ROW``, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from simak.intake.article import Incoming, Rejection
from simak.intake.column import Columns, Field
from simak.intake.limit import MIB, Budget, Limits
from simak.intake.refusal import RefusalError, fault

_ROWS = 32  # held at a time
_PAGE = 64 * MIB  # what a page may unpack to; programs write pages of about 1 MiB
_HEADER = MIB
_HELD = 64 * MIB  # what the rows held at a time should not exceed
# A row costs the budget at the least as much, so that a billion empty ones end.
_ROW_COST = 256


def read(
    file: IO[bytes], name: str, columns: Columns, limits: Limits, budget: Budget
) -> Iterator[Incoming | Rejection]:
    """Yield the article of each row, or why there is none.

    Only the columns that hold parts of articles are unpacked, and they are charged on ``budget``.
    What is damaged of a row group is one rejection. Raises RefusalError when the file cannot be
    read.
    """
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(
            file,
            pre_buffer=False,
            buffer_size=MIB,
            thrift_string_size_limit=32 * MIB,
            thrift_container_size_limit=1_000_000,
            schema_depth_limit=64,
            page_checksum_verification=True,
            arrow_extensions_enabled=False,
        )
        names = [str(column) for column in table.schema_arrow.names]
        groups = [table.metadata.row_group(at).num_rows for at in range(table.num_row_groups)]
    except (ArrowException, OSError, ValueError, KeyError, NotImplementedError) as error:
        raise RefusalError(
            "damaged", f"a damaged Parquet file ({str(error)[:200]}); get it again"
        ) from error
    places = columns.find(names)
    wanted = list(dict.fromkeys(names[place] for place in places.values()))
    done = 0
    for group, rows in enumerate(groups):
        last = done + max(rows, 0)
        try:
            largest = _largest_page(file, table.metadata.row_group(group), wanted, budget)
            # A page may hold one long text for all of its rows.
            held = max(1, min(_ROWS, _HELD // max(largest, 1)))
            for batch in table.iter_batches(
                held, row_groups=[group], columns=wanted, use_threads=False
            ):
                budget.charge(max(batch.nbytes, batch.num_rows * _ROW_COST))
                for at in range(batch.num_rows):
                    done += 1
                    outcome = _row(batch, at, names, places, f"{name}:{done}", columns, limits)
                    if isinstance(outcome, Incoming):
                        budget.charge(len(outcome.text))  # a dictionary's text in many rows
                    yield outcome
        except (ArrowException, OSError, ValueError, NotImplementedError, IndexError) as error:
            first, done = done + 1, max(last, done + 1)
            yield RefusalError(
                "damaged",
                f"rows {first} to {done} are damaged ({str(error)[:200]}); get the file again",
            ).of(f"{name}:{first}")


def _row(
    batch: Any,
    at: int,
    names: list[str],
    places: dict[Field, int],
    name: str,
    columns: Columns,
    limits: Limits,
) -> Incoming | Rejection:
    try:
        cells: dict[Field, Any] = {}
        for field, place in places.items():
            try:
                column = batch.column(batch.schema.names.index(names[place]))
                if column.slice(at, 1).nbytes > limits.row:
                    raise RefusalError(
                        "too large", f"a {field} of more than {limits.row // MIB} MiB"
                    )
                cells[field] = column[at].as_py()
            except (UnicodeDecodeError, ValueError, OverflowError) as error:
                if field == "text":
                    raise RefusalError("encoding", f"the text is no UTF-8 ({error})") from error
        return columns.article(cells, name)
    except RefusalError as error:
        return error.of(name)
    except Exception as error:
        return fault(name, error)


def _largest_page(file: IO[bytes], group: Any, wanted: list[str], budget: Budget) -> int:
    """Return what the largest page of a row group unpacks to, in bytes.

    Only the pages themselves say so, each in its header; the library believes them and takes the
    memory at once. Raises RefusalError for a bomb, ValueError or IndexError for a header that
    is none.
    """
    largest = 0
    for at in range(group.num_columns):
        column = group.column(at)
        path = column.path_in_schema
        if not any(path == name or path.startswith(f"{name}.") for name in wanted):
            continue
        start = column.data_page_offset
        if column.has_dictionary_page and column.dictionary_page_offset:
            start = min(start, column.dictionary_page_offset)
        end = start + column.total_compressed_size
        while start < end:
            file.seek(start)
            header = _Thrift(file.read(_HEADER))
            sizes = header.struct()
            unpacked, packed = sizes.get(2, -1), sizes.get(3, -1)
            if unpacked < 0 or packed < 0:
                raise ValueError("a page without its size")
            if unpacked > _PAGE:
                raise RefusalError(
                    "unpacks too large",
                    f"a page of the Parquet file unpacks to {unpacked // MIB} MiB (a bomb?); "
                    "write it with smaller pages",
                )
            budget.charge(unpacked)
            largest = max(largest, unpacked)
            start += header.at + packed
    return largest


class _Thrift:
    """Reads the numbers of a struct in Thrift's compact protocol and skips all else in it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def struct(self, depth: int = 0) -> dict[int, int]:
        """Return the integers among the fields, by their number."""
        if depth > 16:
            raise ValueError("a header nested too deep")
        numbers: dict[int, int] = {}
        field = 0
        while (head := self._byte()) != 0:
            field = field + (head >> 4) if head >> 4 else self._number()
            value = self._value(head & 15, depth)
            if value is not None:
                numbers[field] = value
        return numbers

    def _value(self, kind: int, depth: int) -> int | None:
        if kind in (4, 5, 6):
            return self._number()
        if kind in (1, 2):  # true and false are kinds of their own
            return None
        if kind in (3, 7):
            self.at += 1 if kind == 3 else 8
        elif kind == 8:
            size = self._varint()
            self.at += size
        elif kind in (9, 10):
            head = self._byte()
            size = head >> 4 if head >> 4 < 15 else self._varint()
            for _ in range(size):
                if head & 15 in (1, 2):
                    self.at += 1
                else:
                    self._value(head & 15, depth + 1)
                self._within()
        elif kind == 12:
            self.struct(depth + 1)
        else:
            raise ValueError(f"a header with a field of kind {kind}")
        self._within()
        return None

    def _within(self) -> None:
        if self.at > len(self._data):
            raise ValueError("a header that breaks off")

    def _byte(self) -> int:
        self.at += 1
        return self._data[self.at - 1]

    def _varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
            if shift > 63:
                raise ValueError("a number without end")

    def _number(self) -> int:
        value = self._varint()
        return value >> 1 ^ -(value & 1)
