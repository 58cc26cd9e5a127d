"""``simak stats``: how much there is."""

from __future__ import annotations

import argparse
import csv
import json
import sys

from simak.cli import OK, CommandError, answer

DESCRIPTION = """\
Counts what a store holds; with --statements or --events, statements or events by what is named.
Events are counted as events (what happened, from all reports), as tellings (reports without copies
of each other) or as reports: --unit says which.

  simak stats
  simak stats --events pair --unit event --from 2024
  simak stats --statements speaker --format csv
"""

_STATEMENT_BY = ("month", "year", "outlet", "speaker", "act", "kind")
_EVENT_BY = (
    "month", "year", "outlet", "type", "status", "actor", "recipient", "pair", "place", "context",
)  # fmt: skip


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak stats`` to ``parser``."""
    answer.add_store(parser)
    add = parser.add_argument
    add("--statements", choices=_STATEMENT_BY, help="count statements by this")
    add("--events", choices=_EVENT_BY, help="count events by this")
    add(
        "--unit",
        choices=("event", "telling", "report"),
        help="what of events is counted (default: event)",
    )
    answer.add_where(parser)
    answer.add_form(parser, evidence=False)


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak stats`` and return the exit code."""
    from simak.store.question import (
        EventFilter,
        StatementFilter,
        count_events,
        count_statements,
        overview,
    )

    if options.statements and options.events:
        raise CommandError("--statements and --events are two questions; ask one at a time")
    if options.unit and not options.events:
        raise CommandError("--unit says what of events is counted; it needs --events")
    unit = options.unit or "event"
    about = {"since": options.since, "until": options.until, "outlet": options.outlet}
    with answer.opened(options) as store:
        if options.statements:
            head = options.statements, "statements"
            counts = count_statements(store, options.statements, StatementFilter(**about))
        elif options.events:
            head = options.events, f"{unit}s"
            counts = count_events(store, options.events, unit, EventFilter(**about))
        else:
            if any(about.values()):
                raise CommandError("--from, --to and --outlet need --statements or --events")
            head = "rows", "number"
            counts = list(overview(store).items())
    _print(counts[: options.limit], head, options.format)
    return OK


def _print(counts: list[tuple[str, int]], head: tuple[str, str], form: str) -> None:
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows(counts)
    elif form == "jsonl":
        for what, number in counts:
            print(json.dumps({head[0]: what, head[1]: number}, ensure_ascii=False))
    else:
        width = max((len(f"{number:,}") for _, number in counts), default=0)
        for what, number in counts:
            print(f"{number:>{width},}  {what}")
