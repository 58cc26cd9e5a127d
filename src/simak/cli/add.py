"""``simak add``: articles from files, folders, archives and addresses into a store."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from simak.cli import FAULT, NOTHING_READ, OK, SOME_REFUSED, CommandError, answer, check_date
from simak.cli.progress import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.intake.article import Incoming, Rejection
    from simak.lexicon import Lexicon
    from simak.store import Store
    from simak.store.adding import Outcome, Tally

DESCRIPTION = """\
Reads articles into a store and keeps them. PATH may be plain text, a saved page (HTML), a feed
(RSS, Atom), a web archive (WARC), a table (CSV, JSONL, Parquet), a ZIP of these, a folder of these,
or - for standard input. What is in the store already is passed over, so a run that was cut off is
finished by the same command.

  simak add berita/ arsip.zip --db berita.db
  simak add berita.csv --map text=isi --map published=tanggal
  simak add https://www.example.co.id/berita/1 --fetch
  simak add --from-batch hasil/
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak add`` to ``parser``."""
    answer.add_store(parser)
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file, a folder, an address, or -")
    add("--from-batch", metavar="OUT", help="keep what simak batch has read into the folder OUT")
    add("--dry-run", action="store_true", help="say what can be read; ask no store, keep nothing")
    add("--fetch", action="store_true", help="fetch PATHs that are addresses (http, https)")
    add(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column of a table holds the text, title, url, outlet, byline or published",
    )
    add("--summaries", action="store_true", help="take a feed's summary where it has no article")
    add("--outlet", metavar="NAME", help="who published it, where the input does not say")
    add("--published", metavar="DATE", help="publication date, where the input does not say")
    add("--force", action="store_true", help="read it though it seems to be no Indonesian")
    add("--verbose", action="store_true", help="a line for each input, not only for refused ones")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak add`` and return the exit code."""
    _check(options)
    from simak.errors import SimakError
    from simak.store.adding import Tally

    tally = Tally()
    left_out: Counter[str] = Counter()
    try:
        outcomes = _from_batch(options) if options.from_batch else _from_paths(options, left_out)
        with Progress(None, "adding") as progress:
            for outcome in outcomes:
                tally.count(outcome)
                if outcome.rejection or options.verbose:
                    progress.say(_line(outcome))
                progress.step()
    except SimakError as error:
        after = f" (after {tally.total} inputs)" if tally.total else ""
        raise CommandError(f"{error}{after}") from error
    print(_summary(tally, options), file=sys.stderr)
    if left_out:
        left = ", ".join(f"{n} {what}" for what, n in sorted(left_out.items()))
        print(f"simak: left out, being no inputs: {left}", file=sys.stderr)
    if tally.reasons["fault"]:
        return FAULT
    refused = tally.kinds["rejected"]
    if not refused:
        return OK
    return SOME_REFUSED if refused < tally.total else NOTHING_READ


def _check(options: argparse.Namespace) -> None:
    """Raise CommandError for options that do not go together."""
    if options.from_batch is None:
        if not options.paths:
            raise CommandError("give a PATH to read, or --from-batch OUT")
        check_date(options.published)
        return
    reading = ("paths", "fetch", "map", "summaries", "outlet", "published", "force", "model")
    given = [name for name in reading if getattr(options, name)]
    if given:
        name = "a PATH" if given[0] == "paths" else f"--{given[0]}"
        raise CommandError(f"{name} is for reading; --from-batch keeps what was read before")


def _from_batch(options: argparse.Namespace) -> Iterator[Outcome]:
    """Keep what a batch has read. Raises SimakError."""
    from simak.batch import outcomes
    from simak.lexicon import Lexicon
    from simak.store.adding import add_read

    lexicon = Lexicon(Path(options.lexicon)) if options.lexicon else None
    with _store(options, lexicon) as store:
        yield from add_read(store, outcomes(Path(options.from_batch)))


def _from_paths(options: argparse.Namespace, left_out: Counter[str]) -> Iterator[Outcome]:
    """Read what the paths stand for, and keep it. Raises SimakError."""
    from simak.intake.column import parse_columns
    from simak.intake.fetch import Fetcher
    from simak.intake.gather import Gatherer
    from simak.reader import Reader
    from simak.store.adding import add

    reader = Reader(
        Path(options.lexicon) if options.lexicon else None,
        Path(options.model) if options.model else None,
    )
    gatherer = Gatherer(
        reader.lexicon,
        columns=parse_columns(options.map),
        fetcher=Fetcher() if options.fetch else None,
        summaries=options.summaries,
    )
    items = _completed(gatherer.gather(options.paths), options.outlet, options.published)
    with _store(options, reader.lexicon) as store:
        yield from add(store, reader, items, force=options.force)
    left_out.update(gatherer.tally.left_out)


def _store(
    options: argparse.Namespace, lexicon: Lexicon | None
) -> contextlib.AbstractContextManager[Store | None]:
    from simak.store import Store

    if options.dry_run:
        return contextlib.nullcontext()
    return Store(options.db, lexicon=lexicon)


def _completed(
    items: Iterator[Incoming | Rejection], outlet: str | None, published: str | None
) -> Iterator[Incoming | Rejection]:
    """Yield the items; what the command says fills in what an input does not."""
    from simak.intake.article import Incoming

    for item in items:
        if isinstance(item, Incoming):
            yield dataclasses.replace(
                item, outlet=item.outlet or outlet, published=item.published or published
            )
        else:
            yield item


def _line(outcome: Outcome) -> str:
    if outcome.rejection:
        message = outcome.rejection.message
        return f"simak: {message if message.startswith(outcome.name) else _both(outcome)}"
    copy = f" (tells the same as {outcome.copy_of})" if outcome.copy_of else ""
    return f"simak: {outcome.name}: {outcome.kind}, {outcome.article}{copy}"


def _both(outcome: Outcome) -> str:
    assert outcome.rejection is not None
    return f"{outcome.name}: {outcome.rejection.message}"


def _summary(tally: Tally, options: argparse.Namespace) -> str:
    """Return what came in, what was a copy, what was refused and why."""
    parts = [f"{tally.kinds['new']} new"]
    if tally.near_copies:
        parts[0] += f" ({tally.near_copies} tell the same as another in nearly the same words)"
    for count, words in (
        (tally.kinds["read again"], "read again"),
        (tally.kinds["copy"], "copies of what is there"),
        (tally.kinds["there"], "there already"),
        (tally.kinds["newer there"], "there already, read by a newer Simak"),
    ):
        if count:
            parts.append(f"{count} {words}")
    refused = ", ".join(f"{count} {reason}" for reason, count in sorted(tally.reasons.items()))
    parts.append(f"{tally.kinds['rejected']} refused" + (f" ({refused})" if refused else ""))
    where = "A dry run: nothing was kept" if options.dry_run else f"Kept in {options.db}"
    return f"simak: {tally.total} inputs: {'; '.join(parts)}. {where}"
