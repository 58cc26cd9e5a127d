"""``simak statements``: who said what."""

from __future__ import annotations

import argparse

from simak.cli import OK, answer

DESCRIPTION = """\
Lists statements from a store, the oldest article first. Filters combine.

  simak statements --by "Sari Wulan" --from 2024-03 --evidence
  simak statements --about jembatan --act promise --format csv
"""

_ACTS = (
    "say", "ask", "request", "demand", "order", "promise", "propose", "announce", "warn",
    "threaten", "accuse", "condemn", "deny", "reject", "praise", "thank", "congratulate",
    "welcome", "condole", "apologise", "hope",
)  # fmt: skip


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak statements`` to ``parser``."""
    answer.add_store(parser)
    add = parser.add_argument
    add(
        "--by",
        type=answer.somebody,
        metavar="NAME",
        help="who said it: a name, an acronym, or a number (simak who)",
    )
    add("--about", metavar="NAME", help="who is mentioned in it, or what (words in any form)")
    add("--words", metavar="WORDS", help="what is said, as simak search has it")
    add("--act", choices=_ACTS, metavar="ACT", help="say, promise, accuse, deny, ...")
    add("--kind", choices=("direct", "indirect", "mixed"), help="with or without quotation marks")
    answer.add_where(parser)
    answer.add_form(parser)


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak statements`` and return the exit code."""
    from simak.store.question import Said, StatementFilter, statements

    asked = StatementFilter(
        by=options.by,
        about=options.about,
        words=options.words,
        act=options.act,
        kind=options.kind,
        since=options.since,
        until=options.until,
        outlet=options.outlet,
    )

    def line(row: Said) -> str:
        said = (
            f"{answer.article(row, row.statement)}\n"
            f"  {row.speaker or '?'} ({row.act}, {row.kind}): {row.content}"
        )
        return f"{said}\n  > {row.evidence}" if options.evidence else said

    with answer.opened(options) as store:
        count = answer.give(
            statements(store, asked, limit=options.limit),
            options,
            line,
            Said.__struct_fields__,
            () if options.evidence else ("evidence",),
        )
        if not count:
            answer.tell_nothing(store, options, options.by)
    return OK
