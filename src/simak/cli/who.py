"""``simak who``: who somebody is across articles."""

from __future__ import annotations

import argparse

from simak.cli import NOTHING_READ, OK, CommandError, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.store.question import Who

DESCRIPTION = """\
Shows who somebody is across the articles of a store: names, offices over time, statements and
events, and who else bears the name. Several people of one name are shown one after the other, each
with its number (#12), which other commands take for a name: as 12, or as '#12' in quotation marks.

  simak who "Sari Wulan"
  simak who 12 --evidence
  simak who KPK --format jsonl
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak who`` to ``parser``."""
    parser.add_argument(
        "name",
        type=answer.somebody,
        metavar="NAME",
        help="a name, a part of one, an acronym, a number",
    )
    answer.add_store(parser)
    answer.add_form(parser)


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak who`` and return the exit code."""
    from simak.store.question import EventFilter, StatementFilter, Who, reports, statements, who

    with answer.opened(options) as store:
        found = who(store, options.name)[: options.limit]
        if not found:
            raise CommandError(
                f"{options.db} knows nobody called {options.name!r}; "
                "simak search finds words in articles",
                NOTHING_READ,
            )

        def shown(row: Who) -> str:
            lines = [_about(row)]
            if options.evidence:
                number = f"#{row.identity}"
                for said in statements(store, StatementFilter(by=number), limit=20):
                    lines.append(f"  said  {answer.article(said, said.statement)}: {said.evidence}")
                for asked in (EventFilter(actor=number), EventFilter(recipient=number)):
                    for one in reports(store, asked, limit=20):
                        where = answer.article(one, one.event)
                        lines.append(f"  {one.type}  {where}: {one.evidence}")
            return "\n".join(lines)

        answer.give(found, options, shown, Who.__struct_fields__)
    return OK


def _about(row: Who) -> str:
    link = f", {row.link}" if row.link else ""
    lines = [f"#{row.identity} {row.name} ({row.type}{link})"]
    number = answer.told_number
    time = f", {_time(row.first, row.last)}" if row.first else ""
    lines.append(f"  in {number(row.articles, 'article')}{time}")
    lines.append("  names: " + ", ".join(f"{name} ({n})" for name, n in row.names.items()))
    for office in row.offices:
        body = f", {office.organization}" if office.organization else ""
        when = f" ({_time(office.first, office.last)})" if office.first else ""
        lines.append(f"  office: {office.title}{body}{when}, {number(office.articles, 'article')}")
    for what, counts in (("statements", row.acts), ("events", row.events)):
        if counts:
            lines.append(f"  {what}: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    for other in row.candidates[:10]:
        lines.append(
            f"  perhaps also #{other.identity} {other.name} ({number(other.articles, 'article')}; "
            f"shares {', '.join(other.shared)})"
        )
    return "\n".join(lines)


def _time(first: str | None, last: str | None) -> str:
    return f"{first} to {last}" if first != last else f"{first}"
