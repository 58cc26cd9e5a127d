"""``simak copies``: which articles are one telling, and who was first."""

from __future__ import annotations

import argparse

from simak.cli import OK, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.store.question import Printed, Telling

DESCRIPTION = """\
Lists groups of articles that tell the same in nearly the same words: who printed it first and when,
who printed it too, whom each credits (X via Y: X's report, through Y) and how much of it stands in
the first. With an article's id: its group, also if nobody else printed it.

  simak copies --from 2024-03 --outlet "Harian Melati"
  simak copies 0123456789abcdef --format jsonl
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak copies`` to ``parser``."""
    parser.add_argument("article", nargs="?", metavar="ARTICLE", help="the id of an article")
    answer.add_store(parser)
    answer.add_where(parser)
    answer.add_form(parser, evidence=False)


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak copies`` and return the exit code."""
    from itertools import islice

    from simak.store.question import Telling, Where, copies

    with answer.opened(options) as store:
        where = Where(since=options.since, until=options.until, outlet=options.outlet)
        found = islice(copies(store, options.article, where), options.limit)
        count = answer.give(found, options, _text, Telling.__struct_fields__)
        if not count:
            answer.tell_nothing(store, options)
    return OK


def _text(row: Telling) -> str:
    first = row.first or "not known who was first"
    origins = f", from {', '.join(row.origins)}" if row.origins else ""
    head = f"{answer.told_number(len(row.printed), 'printing')}, first: {first}{origins}"
    return "\n".join([head, *map(_printing, row.printed)])


def _printing(one: Printed) -> str:
    credits = ", ".join(
        f"{credit.name} via {credit.via}" if credit.via else credit.name for credit in one.credits
    )
    credited = f", credits {credits}" if credits else ""
    return (
        f"  {answer.article(one)} · {one.shared:.0%} of it in the first{credited}\n    {one.name}"
    )
