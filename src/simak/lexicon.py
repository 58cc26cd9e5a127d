"""Lexicon files: words and rules as data, read with file and line in every error.

A lexicon is a tab-separated UTF-8 file. Its first line that is no comment names the columns;
lines that start with ``#`` are comments; a cell that is empty means "nothing given". Our files lie
in ``simak/data``; a user's folder may hold files of the same names: their rows come after ours,
and a row with the same key (the first column) takes the place of ours.

No spaCy, no state: ``Lexicon(folder)`` is a value that a Reader holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from simak.errors import LexiconError

SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Row:
    """One line of a lexicon file: its cells by column, and where it stands."""

    path: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several values, divided by ``|``."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """Return the cell, or raise LexiconError if it is not one of ``allowed``."""
        value = self.cells[column]
        if value not in allowed:
            raise self.error(f"{column} is {value!r}; it must be one of {', '.join(allowed)}")
        return value

    def error(self, message: str) -> LexiconError:
        """Return an error that points at this line."""
        return LexiconError(self.path, self.line, message)


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of the lexicon file at ``path``, which must have exactly ``columns``.

    Raises LexiconError (file, line, what is wrong) on a wrong header, a wrong number of cells or
    bytes that are no UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise LexiconError(path, line, "not UTF-8; save the file as UTF-8") from error
    header: list[str] | None = None
    for number, raw in enumerate(text.split("\n"), start=1):
        raw = raw.rstrip("\r")
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = [cell.strip() for cell in raw.split("\t")]
        if header is None:
            header = cells
            if header != list(columns):
                raise LexiconError(
                    path, number, f"columns are {header}; they must be {list(columns)}"
                )
            continue
        cells += [""] * (len(header) - len(cells))
        if len(cells) != len(header):
            raise LexiconError(
                path, number, f"{len(cells)} cells; the columns are {len(header)}: {header}"
            )
        if not cells[0]:
            raise LexiconError(path, number, f"the first cell ({header[0]}) is empty")
        yield Row(str(path), number, dict(zip(header, cells, strict=True)))


@dataclass(frozen=True)
class Lexicon:
    """Our data files, with a user's folder laid over them."""

    user: Path | None = None

    def __post_init__(self) -> None:
        if self.user is None:
            return
        if not self.user.is_dir():
            raise LexiconError(self.user, 0, "no such folder; give a folder with lexicon files")
        known = {path.name for path in SHIPPED.glob("*.tsv")}
        for path in sorted(self.user.glob("*.tsv")):
            if path.name not in known:
                raise LexiconError(
                    path, 0, f"no lexicon of this name; known are {', '.join(sorted(known))}"
                )

    def rows(self, name: str, columns: Sequence[str]) -> list[Row]:
        """Return the rows of lexicon ``name`` ("cue.tsv"), the user's laid over ours."""
        shipped = list(read_rows(SHIPPED / name, columns))
        if self.user is None or not (self.user / name).exists():
            return shipped
        own = list(read_rows(self.user / name, columns))
        taken = {row[columns[0]] for row in own}
        return [row for row in shipped if row[columns[0]] not in taken] + own

    @cached_property
    def digest(self) -> str:
        """A hash over all lexicon files in use; it changes when any of them changes."""
        total = hashlib.sha256()
        for folder in (SHIPPED, self.user):
            for path in sorted(folder.glob("*")) if folder else ():
                if path.suffix not in (".tsv", ".gz"):
                    continue
                total.update(path.name.encode())
                total.update(path.read_bytes())
        return total.hexdigest()[:16]
