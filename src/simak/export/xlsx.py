"""Tables as the sheets of a workbook (Office Open XML), with a data dictionary.

Every text is stored as text, whatever it begins with; ids and dates are texts. What a sheet cannot
hold is told in the sheet ``remark``: characters that XML forbids (as U+FFFD), what a cell has
beyond its 32,767 characters (carried on there). Beyond 1,048,576 rows a table goes on in a second
sheet.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import Any, BinaryIO

from simak.export.format import Setting
from simak.export.plain import xml_plain
from simak.export.table import DICTIONARY, TABLES, Cell, Column, Table, Tables, dictionary
from simak.record import Record

_ROWS = 1_048_576
#: Excel counts UTF-16 units.
_UNITS = 32_767
_PIECE = 16_000

REMARK = Table(
    "remark",
    "what of a cell did not fit",
    (
        Column("sheet", "text", "sheet"),
        Column("row", "integer", "row, from 1"),
        Column("column", "text", "name of the column"),
        Column("remark", "text", "replaced: characters that a sheet cannot hold; continued"),
        Column("position", "integer", "of pieces that are continued: order, from 1"),
        Column("text", "text", "the piece; the cell and its pieces in their order are the whole"),
    ),
)

# In characters; columns that are not named here have 14.
_WIDTH = {
    "article": 18, "title": 40, "url": 30, "text": 60, "words": 40, "content": 60, "about": 80,
    "name": 26, "actors": 30, "recipients": 30, "source_name": 26, "aliases": 26,
}  # fmt: skip

# What texts begin with that are not simply texts to a spreadsheet or to the library: "=1", "#N/A".
_LOOKED_AT = ("=", "+", "-", "@", "#")

# The time at which ZIP counts from: the same records give the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = b"1980-01-01T00:00:00Z"


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the tables of records as a workbook."""
    from openpyxl import Workbook  # of weight

    workbook = Workbook(write_only=True)
    sheets = {table.name: _Sheet(workbook, table) for table in (*TABLES, DICTIONARY, REMARK)}
    remark = sheets[REMARK.name]
    for row in dictionary():
        sheets[DICTIONARY.name].append(row)
    for column in REMARK.columns:
        sheets[DICTIONARY.name].append((REMARK.name, column.name, column.kind, column.about))
    tables = Tables(setting)
    for record in records:
        for name, row in tables.rows(record):
            for told in sheets[name].append(row):
                list(remark.append(told))
    with tempfile.TemporaryFile() as file:
        workbook.save(file)
        _without_clock(file, out)


class _Sheet:
    """A table that is written row by row, on as many sheets as it takes."""

    def __init__(self, workbook: Any, table: Table) -> None:
        self._workbook = workbook
        self._table = table
        self._number = 0
        self._open()

    def _open(self) -> None:
        self._number += 1
        self._name = self._table.name + (f" {self._number}" if self._number > 1 else "")
        self._sheet = self._workbook.create_sheet(self._name)
        self._sheet.freeze_panes = "A2"
        for letter, column in zip(_letters(), self._table.columns, strict=False):
            self._sheet.column_dimensions[letter].width = _WIDTH.get(column.name, 14)
        self._sheet.append([self._text(column.name) for column in self._table.columns])
        self._row = 1

    def append(self, row: Iterable[Cell]) -> list[tuple[Cell, ...]]:
        """Append a row; return what is to be remarked."""
        if self._row == _ROWS:
            self._open()
        self._row += 1
        made: list[Any] = []
        told: list[tuple[Cell, ...]] = []
        for column, cell in zip(self._table.columns, row, strict=True):
            if isinstance(cell, list):
                cell = json.dumps(cell, ensure_ascii=False) if cell else None
            if not isinstance(cell, str):
                made.append(cell)
                continue
            kept = xml_plain(cell)
            where = self._name, self._row, column.name
            if kept != cell:
                told.append((*where, "replaced", None, None))
            first, *rest = _pieces(kept)
            told += [(*where, "continued", n, piece) for n, piece in enumerate(rest, start=1)]
            made.append(self._text(first))
        self._sheet.append(made)
        return told

    def _text(self, value: str) -> Any:
        """Return a cell that holds a text, whatever it looks like."""
        if not value.startswith(_LOOKED_AT):
            return value
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet, value=None)
        cell._value = value
        cell.data_type = "s"
        cell.quotePrefix = True  # stays a text when somebody edits it
        return cell


def _letters() -> Iterator[str]:
    """Yield the names of the columns A to Z; no table has more."""
    return iter(ascii_uppercase)


def _pieces(text: str) -> Iterator[str]:
    """Yield ``text`` whole if a cell can hold it, else in pieces."""
    if len(text) + sum(char > "\uffff" for char in text) <= _UNITS:
        yield text
        return
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]


def _without_clock(file: Any, out: BinaryIO) -> None:
    """Copy a workbook; nothing in it says when it was made."""
    stamp = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
    with (
        tempfile.TemporaryFile() as made,
        zipfile.ZipFile(file) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with given.open(name) as source, copy.open(entry, "w", force_zip64=True) as target:
                if name == "docProps/core.xml":
                    target.write(stamp.sub(rb"\g<1>" + _MODIFIED + rb"\3", source.read()))
                else:
                    shutil.copyfileobj(source, target)
        copy.close()
        made.seek(0)
        shutil.copyfileobj(made, out)
