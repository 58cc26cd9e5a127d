"""``simak batch``: millions of articles, by many processes or machines."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from simak.cli import FAULT, NOTHING_READ, OK, SOME_REFUSED, CommandError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.batch import Summary
    from simak.batch.engine import Engine
    from simak.intake.gather import Gatherer

DESCRIPTION = """\
Reads articles by many processes into a folder: records and refusals as JSON Lines, a file for each
shard. A run that was cut off is finished by the same command; what is done is passed over. The
output is the same whatever the number of workers.

  simak batch berita/ hasil/ --workers 8
  simak batch arsip.warc.gz hasil/ --engine ray --address ray://10.0.0.1:10001
  simak add --from-batch hasil/ --db berita.db
"""

#: Seconds that an article may take, and one more for each thousand characters; it takes a tenth.
PATIENCE = 60.0

# Seconds between two lines of progress, for somebody who looks on and for a file.
_LOOKED_AT, _KEPT = 0.5, 60.0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak batch`` to ``parser``."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="IN", help="files, folders, archives, tables, as simak add")
    add("out", metavar="OUT", help="the folder that it goes to")
    add("--workers", type=int, default=0, metavar="N", help="processes (default: one a core)")
    add(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="processes of this machine (default), or a Ray cluster: pip install 'simak[ray]'",
    )
    add("--address", metavar="ADDRESS", help="of the Ray cluster; without it one is started here")
    add("--size", type=int, default=50, metavar="N", help="articles in a shard (default: 50)")
    add("--map", action="append", default=[], metavar="FIELD=COLUMN", help="as for simak add")
    add("--summaries", action="store_true", help="as for simak add")
    add("--force", action="store_true", help="read it though it seems to be no Indonesian")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak batch`` and return the exit code."""
    if options.workers < 0 or options.size < 1:
        raise CommandError("--workers and --size must be 1 or more")
    if options.address and options.engine != "ray":
        raise CommandError("--address is for --engine ray")
    _apart(options.paths, Path(options.out))
    from simak.batch.shard import one_thread

    one_thread()
    from simak.batch import Setting, engine, ray
    from simak.batch import run as read_all
    from simak.errors import SimakError
    from simak.intake.column import parse_columns
    from simak.intake.gather import Gatherer

    setting = Setting(
        lexicon=options.lexicon, model=options.model, force=options.force, patience=PATIENCE
    )
    crew: Engine | None = None
    aside = contextlib.ExitStack()
    try:
        if options.engine == "ray":
            aside.enter_context(ray.silence())
        # Loaded here too: a fault in a lexicon file is told before any process is started.
        reader = setting.reader()
        gatherer = Gatherer(
            reader.lexicon, columns=parse_columns(options.map), summaries=options.summaries
        )
        crew = (
            ray.Cluster(options.workers, setting, options.address)
            if options.engine == "ray"
            else engine.Processes(options.workers or engine.cores(), setting)
        )
        begun = time.monotonic()
        summary = read_all(
            gatherer.gather(options.paths),
            Path(options.out),
            crew,
            reader.provenance,
            size=options.size,
            progress=_progress(gatherer, options.paths),
        )
    except SimakError as error:
        raise CommandError(str(error)) from error
    finally:
        if crew:
            crew.close()
        aside.close()
        _clear_line()
    _tell(summary, time.monotonic() - begun, options.out)
    if summary.refused["fault"]:
        return FAULT
    if not summary.refused:
        return OK
    return SOME_REFUSED if summary.records else NOTHING_READ


def _apart(paths: list[str], out: Path) -> None:
    """Raise CommandError if what is written to OUT would come in again."""
    goal = out.resolve()
    for path in paths:
        if path == "-" or "://" in path:
            continue
        given = Path(path).resolve()
        if goal == given or given in goal.parents:
            raise CommandError(f"{out} lies in {path}; give an OUT outside of what is read")


def _progress(gatherer: Gatherer, paths: list[str]) -> Callable[[Summary], None]:
    """Return what tells how far a run is: a line that changes, or a line a minute."""
    import threading

    from simak.batch import pace

    looked_at = sys.stderr.isatty()
    whole: list[int | None] = []
    # A folder of a million files takes a while to count; reading need not wait for it.
    threading.Thread(target=lambda: whole.append(pace.size(paths)), daemon=True).start()
    going = pace.Pace()
    last = time.monotonic()

    def tell(done: Summary) -> None:
        nonlocal last
        total = whole[0] if whole else None
        share = min(1.0, gatherer.position / total) if total else None
        said = going.line(done.inputs, done.fresh, share)
        now = time.monotonic()
        if now - last < (_LOOKED_AT if looked_at else _KEPT):
            return
        last = now
        if looked_at:
            print(f"\r\x1b[Ksimak: {said}", end="", file=sys.stderr, flush=True)
        else:
            print(f"simak: {said}", file=sys.stderr, flush=True)

    return tell


def _clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _tell(summary: Summary, seconds: float, out: str) -> None:
    from simak.export.view import harmless

    refused = ", ".join(f"{count} {reason}" for reason, count in sorted(summary.refused.items()))
    fresh = summary.shards - summary.passed_over
    rate = f", {summary.fresh / seconds:,.1f} inputs a second" if summary.fresh else ""
    lines = [
        f"{summary.inputs} inputs: {summary.records} records, {summary.refused.total()} refused"
        + (f" ({refused})" if refused else ""),
        f"{summary.shards} shards in {out}: {fresh} read in {seconds:,.0f} seconds{rate}; "
        f"{summary.passed_over} done before",
    ]
    if summary.kept:
        lines.append("some of the input was not there: what was read from it before is left alone")
    lines += [f"reading it kills the process or takes too long: {n}" for n in summary.poisoned]
    for line in lines:
        print(f"simak: {harmless(line)}", file=sys.stderr)
