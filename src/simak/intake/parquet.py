"""A Parquet file to articles, a few rows at a time; a row is called ``NAME:ROW``, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from simak.intake.article import Incoming, Rejection
from simak.intake.column import Columns, Field
from simak.intake.limit import MIB, Budget, Limits
from simak.intake.refusal import RefusalError, fault
from simak.intake.thrift import Thrift

_ROWS = 32  # held at a time
_PAGE = 64 * MIB  # what a page may unpack to; programs write pages of about 1 MiB
_HEADER = MIB
_FOOTER = 32 * MIB
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
            thrift_string_size_limit=_FOOTER,
            thrift_container_size_limit=1_000_000,
            schema_depth_limit=64,
            page_checksum_verification=True,
            arrow_extensions_enabled=False,
        )
        names = [str(column) for column in table.schema_arrow.names]
        groups = _footer(file)
        if len(groups) != table.num_row_groups:
            raise ValueError("it is not sure which rows it has")
    except (ArrowException, OSError, LookupError, ValueError, NotImplementedError) as error:
        raise RefusalError(
            "damaged", f"a damaged Parquet file ({str(error)[:200]}); get it again"
        ) from error
    places = columns.find(names)
    wanted = list(dict.fromkeys(names[place] for place in places.values()))
    done = 0
    for number, group in enumerate(groups):
        last = done
        try:
            last = done + max(_number(_struct(group), 3), 0)
            largest = _largest_page(file, group, wanted, budget)
            # A page may hold one long text for all of its rows.
            held = max(1, min(_ROWS, _HELD // max(largest, 1)))
            for batch in table.iter_batches(
                held, row_groups=[number], columns=wanted, use_threads=False
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
    memory at once. ``group`` is the row group as :func:`_footer` gives it. Raises RefusalError for
    a bomb, ValueError or IndexError for a header that is none.
    """
    largest = 0
    for column in _list(_struct(group), 1):
        about = _struct(_struct(column).get(3))
        path = b".".join(_bytes(part) for part in _list(about, 3)).decode("utf-8", "replace")
        if not any(path == name or path.startswith(f"{name}.") for name in wanted):
            continue
        start = _number(about, 9)
        if _number(about, 11):  # the dictionary lies in front, where there is one
            start = min(start, _number(about, 11))
        end = start + _number(about, 7)
        while start < end:
            file.seek(start)
            header = Thrift(file.read(_HEADER))
            sizes = header.struct()
            unpacked, packed = _number(sizes, 2, -1), _number(sizes, 3, -1)
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


def _footer(file: IO[bytes]) -> list[Any]:
    """Return the row groups that the end of the file lists.

    Not by the library: a damaged list makes its accessors end the whole process (an exception of
    C++ that pyarrow 26 does not catch). Raises ValueError or IndexError for what is none.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - 8))
    tail = file.read(8)
    length = int.from_bytes(tail[:4], "little")
    if tail[4:] != b"PAR1" or length > min(size, _FOOTER):
        raise ValueError("it does not end as a Parquet file does")
    file.seek(size - 8 - length)
    return _list(Thrift(file.read(length)).struct(), 4)


def _struct(value: Any) -> dict[int, Any]:
    if not isinstance(value, dict):
        raise ValueError("a struct is missing")
    return value


def _list(struct: dict[int, Any], field: int) -> list[Any]:
    value = struct.get(field)
    if not isinstance(value, list):
        raise ValueError("a list is missing")
    return value


def _bytes(value: Any) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError("a name is missing")
    return value


def _number(struct: dict[int, Any], field: int, missing: int = 0) -> int:
    value = struct.get(field, missing)
    if not isinstance(value, int):
        raise ValueError("a number is missing")
    return value
