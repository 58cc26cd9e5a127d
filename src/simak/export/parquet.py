"""Tables as Parquet files, one a table, with types; what a column means is in its metadata."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from simak.export.format import Setting
from simak.export.table import TABLES, Row, Table, Tables
from simak.record import Record

# Rows that are held of each table before they are written as a row group.
_ROWS = 10_000


def write(records: Iterable[Record], folder: Path, setting: Setting) -> None:
    """Write the tables of records, a file each."""
    tables = Tables(setting)
    with ExitStack() as stack:
        files = {
            table.name: stack.enter_context(_File(folder / f"{table.name}.parquet", table))
            for table in TABLES
        }
        for record in records:
            for name, row in tables.rows(record):
                files[name].append(row)


class _File:
    """One Parquet file that is written in row groups."""

    def __init__(self, path: Path, table: Table) -> None:
        import pyarrow as arrow  # of weight
        from pyarrow import parquet

        kinds = {
            "text": arrow.string(),
            "integer": arrow.int64(),
            "number": arrow.float64(),
            "truth": arrow.bool_(),
            "list": arrow.list_(arrow.string()),
        }
        self._schema = arrow.schema(
            [
                arrow.field(column.name, kinds[column.kind], metadata={"about": column.about})
                for column in table.columns
            ],
            metadata={"about": table.about},
        )
        self._rows: list[Row] = []
        self._size = 0
        self._writer: Any = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def __enter__(self) -> _File:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._flush()
        finally:
            self._writer.close()

    def append(self, row: Row) -> None:
        """Append a row."""
        self._rows.append(row)
        self._size += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(self._rows) == _ROWS or self._size > 32_000_000:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as arrow

        if not self._rows:
            return
        columns = [
            arrow.array(values, type=field.type)
            for field, values in zip(self._schema, zip(*self._rows, strict=True), strict=True)
        ]
        self._writer.write_table(arrow.Table.from_arrays(columns, schema=self._schema))
        self._rows, self._size = [], 0
