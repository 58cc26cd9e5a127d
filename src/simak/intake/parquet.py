"""A Parquet file to articles, a few rows at a time; a row is called ``NAME:ROW``, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from simak.intake.article import Incoming, Rejection
from simak.intake.column import Columns, Field
from simak.intake.limit import MIB, Budget, Limits
from simak.intake.refusal import RefusalError, fault

_ROWS = 32  # held at a time


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
            for batch in table.iter_batches(
                _ROWS, row_groups=[group], columns=wanted, use_threads=False
            ):
                budget.charge(batch.nbytes)
                for at in range(batch.num_rows):
                    done += 1
                    yield _row(batch, at, names, places, f"{name}:{done}", columns, limits)
        except (ArrowException, OSError, ValueError, NotImplementedError) as error:
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
