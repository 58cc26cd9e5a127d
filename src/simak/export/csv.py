"""Tables as a folder of CSV files (RFC 4180, UTF-8), with a data dictionary.

For programs a cell is what it is. With ``setting.spreadsheet`` a spreadsheet may open the files:
they begin with a byte order mark, and an apostrophe stands before texts that it would take for a
formula (OWASP, CSV Injection) or for a number or date, and so change ("32.10", "12e45").
"""

from __future__ import annotations

import csv as standard
import json
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from simak.export.format import Setting
from simak.export.table import DICTIONARY, TABLES, Cell, Tables, dictionary
from simak.record import Record

# Full-width signs too: some spreadsheets take them for the plain ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Digits that would lose something as a number: a zero at an end, an exponent, more than 15.
_NUMBER = re.compile(r"0\d+|\d{16,}|\d+\.\d*|\d+(?:\.\d+)?[eE][+-]?\d+")


def write(records: Iterable[Record], folder: Path, setting: Setting) -> None:
    """Write the tables of records, a file each, and ``dictionary.csv``."""
    tables = Tables(setting)
    with ExitStack() as stack:
        writers: dict[str, Any] = {}
        for table in (*TABLES, DICTIONARY):
            file = stack.enter_context(
                (folder / f"{table.name}.csv").open(
                    "w", encoding="utf-8-sig" if setting.spreadsheet else "utf-8", newline=""
                )
            )
            writers[table.name] = standard.writer(file, lineterminator="\r\n")
            writers[table.name].writerow(column.name for column in table.columns)
        for row in dictionary():
            writers[DICTIONARY.name].writerow(_cell(cell, setting.spreadsheet) for cell in row)
        for record in records:
            for name, row in tables.rows(record):
                writers[name].writerow(_cell(cell, setting.spreadsheet) for cell in row)


def _cell(cell: Cell, spreadsheet: bool) -> str | int | float:
    """Return a cell as CSV has it; lists are JSON, an empty one an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        cell = json.dumps(cell, ensure_ascii=False) if cell else ""
    return harmless(cell) if spreadsheet and isinstance(cell, str) else cell


def harmless(text: str) -> str:
    """Return ``text`` so that a spreadsheet takes it for text.

    >>> harmless("=1+1"), harmless("32.10"), harmless("Budi")
    ("'=1+1", "'32.10", 'Budi')
    """
    return f"'{text}" if text.startswith(_FORMULA) or _NUMBER.fullmatch(text) else text
