"""What the commands that ask a store have in common: which store, which rows, in which form."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from simak.cli import CommandError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.judgement import Judgement, Target
    from simak.store import Store

DEFAULT = "simak.db"


def add_store(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the store."""
    parser.add_argument(
        "--db",
        metavar="STORE",
        default=DEFAULT,
        help=f"the store: a file ({DEFAULT}), or postgresql://USER@HOST/BASE",
    )


def add_where(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose articles."""
    add = parser.add_argument
    add("--from", dest="since", metavar="DATE", help="from this day, month or year on")
    add("--to", dest="until", metavar="DATE", help="up to this day, month or year")
    add("--outlet", metavar="NAME", help="printed by this outlet")


def add_form(parser: argparse.ArgumentParser, *, evidence: bool = True) -> None:
    """Add the options on how the answer is printed."""
    add = parser.add_argument
    add(
        "--format",
        choices=("text", "jsonl", "csv"),
        default="text",
        help="text to look at (default), jsonl (an object a line), csv",
    )
    add("--limit", type=_positive, metavar="N", help="at most so many rows")
    if evidence:
        add("--evidence", action="store_true", help="print the sentence, too")


def _positive(value: str) -> int:
    number = int(value) if value.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r}: must be 1 or more")
    return number


def somebody(value: str) -> str:
    """Return what names somebody: a name, or "#12" also for "12".

    In a shell "#12" is a comment unless it stands in quotation marks.
    """
    return f"#{value}" if value.isdecimal() else value


def told_number(number: int, what: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def tell_nothing(store: Store, options: argparse.Namespace, *names: str | None) -> None:
    """Say on standard error that nothing was found, and which of the names nobody bears."""
    from simak.store.question import who

    unknown = [repr(name) for name in names if name is not None and not who(store, name)]
    why = f": {options.db} knows nobody called {' or '.join(unknown)}" if unknown else ""
    print(f"simak: nothing found{why}", file=sys.stderr)


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Store]:
    """Open the store that is asked; what is wrong with it or the question ends the command."""
    from simak.errors import SimakError
    from simak.store import Store

    try:
        with Store(options.db, create=False) as store:
            yield store
    except SimakError as error:
        raise CommandError(str(error)) from error


def give(
    rows: Iterable[Any],
    options: argparse.Namespace,
    line: Callable[[Any], str],
    fields: Iterable[str],
    leave_out: Iterable[str] = (),
) -> int:
    """Print rows (structs) in the form that is asked for; return how many there were.

    ``line`` makes the text of one; ``fields`` are the columns of CSV, and ``leave_out`` those that
    are printed only if asked for.
    """
    import msgspec

    gone = set(leave_out)
    columns = [name for name in fields if name not in gone]
    writer: Any = None
    count = 0
    for row in rows:
        count += 1
        if options.format == "text":
            print(line(row))
            continue
        plain = {k: v for k, v in msgspec.to_builtins(row).items() if k not in gone}
        if options.format == "jsonl":
            print(json.dumps(plain, ensure_ascii=False))
            continue
        if writer is None:
            writer = _csv(columns)
        writer.writerow([_cell(plain.get(name)) for name in columns])
    if writer is None and options.format == "csv":
        _csv(columns)
    return count


def _csv(columns: list[str]) -> Any:
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(columns)
    return writer


def _cell(value: Any) -> Any:
    """Return a value as a cell: several are divided by "; ", what has a name is named."""
    if value is None:
        return ""
    if isinstance(value, dict):
        if "name" in value:
            return value["name"]
        return "; ".join(f"{key}: {_cell(one)}" for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_cell(one)) for one in value)
    return value


def article(row: Any, of: str = "") -> str:
    """Return where something stands: date, outlet, the article's id, the id of the row ``of`` it.

    The two ids are as ``simak judge`` takes them.
    """
    ids = f"{row.article} {of}".rstrip()
    parts = [row.published[:10] if row.published else "no date", row.outlet or "", ids]
    return " · ".join(part for part in parts if part)


def judgement(one: Judgement) -> str:
    """Return a judgement on a line: its id, when, by whom, what."""
    value = "" if one.value is None else f" = {json.dumps(one.value, ensure_ascii=False)}"
    other = f" and {_target(one.other)}" if one.other else ""
    note = f" ({one.note})" if one.note else ""
    return f"{one.id} {one.at} {one.by}: {one.kind} {_target(one.target)}{other}{value}{note}"


def _target(target: Target) -> str:
    span = f"{target.span[0]}-{target.span[1]}" if target.span else ""
    return f"{target.row} {target.article}:{span} {target.words or ''}".rstrip()
