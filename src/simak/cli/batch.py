"""``simak batch``: millions of articles, by many processes or machines."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from simak.cli import FAULT, NOTHING_READ, OK, SOME_REFUSED, CommandError
from simak.cli.progress import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.batch import Summary
    from simak.batch.engine import Engine

DESCRIPTION = """\
Reads articles by many processes into a folder: records and refusals as JSON Lines, a file for each
shard. A run that was cut off is finished by the same command; what is done is passed over. The
output is the same whatever the number of workers.

  simak batch berita/ hasil/ --workers 8
  simak batch arsip.warc.gz hasil/ --engine ray --address ray://10.0.0.1:10001
  simak add --from-batch hasil/ --db berita.db
"""


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
    from simak.batch.shard import one_thread

    one_thread()
    from simak.batch import engine, ray
    from simak.batch import run as read_all
    from simak.batch.shard import Setting
    from simak.errors import SimakError
    from simak.intake.column import parse_columns
    from simak.intake.gather import Gatherer

    setting = Setting(lexicon=options.lexicon, model=options.model, force=options.force)
    workers = options.workers or engine.cores()
    try:
        # Loaded here too: a fault in a lexicon file is told before any process is started.
        reader = setting.reader()
        gatherer = Gatherer(
            reader.lexicon, columns=parse_columns(options.map), summaries=options.summaries
        )
        crew: Engine = (
            ray.Cluster(workers if options.workers else 0, setting, options.address)
            if options.engine == "ray"
            else engine.Processes(workers, setting)
        )
        begun = time.monotonic()
        with Progress(None, "reading") as progress:
            try:
                summary = read_all(
                    gatherer.gather(options.paths),
                    Path(options.out),
                    crew,
                    reader.provenance,
                    size=options.size,
                    progress=lambda done: progress.step(done.inputs),
                )
            finally:
                crew.close()
    except SimakError as error:
        raise CommandError(str(error)) from error
    _tell(summary, time.monotonic() - begun, options.out)
    if summary.poisoned:
        return FAULT
    if not summary.refused:
        return OK
    return SOME_REFUSED if summary.records else NOTHING_READ


def _tell(summary: Summary, seconds: float, out: str) -> None:
    refused = ", ".join(f"{count} {reason}" for reason, count in sorted(summary.refused.items()))
    fresh = summary.shards - summary.passed_over
    lines = [
        f"{summary.inputs} inputs: {summary.records} records, {summary.refused.total()} refused"
        + (f" ({refused})" if refused else ""),
        f"{summary.shards} shards in {out}: {fresh} read in {seconds:,.0f} seconds, "
        f"{summary.passed_over} done before",
    ]
    lines += [f"reading it kills the process: {name}" for name in summary.poisoned]
    for line in lines:
        print(f"simak: {line}", file=sys.stderr)
