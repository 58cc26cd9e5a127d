"""``simak events``: who did what to whom."""

from __future__ import annotations

import argparse
import sys

from simak.cli import OK, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.store.question import Happened, Reported, Side

DESCRIPTION = """\
Lists events from a store by their day. One row is one event as all reports tell it; with --unit
report it is what one article tells. Filters combine.

  simak events --type CONSULT --actor "Rawa Elok" --from 2024
  simak events --between "Sari Wulan" "Budi Laut" --unit report --evidence
"""

_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
)  # fmt: skip


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak events`` to ``parser``."""
    answer.add_store(parser)
    add = parser.add_argument
    add(
        "--type", choices=_TYPES, type=str.upper, metavar="TYPE", help="a PLOVER type: CONSULT, ..."
    )
    add("--mode", metavar="MODE", help="a PLOVER mode")
    add(
        "--status",
        choices=("actual", "planned", "hypothetical", "denied"),
        help="done, or only planned, supposed or denied",
    )
    add("--actor", metavar="NAME", help="who did it: a name, an acronym, or #NUMBER (simak who)")
    add("--recipient", metavar="NAME", help="to whom")
    add("--between", nargs=2, metavar=("NAME", "NAME"), help="one did it to the other")
    add("--place", metavar="NAME", help="where")
    add("--context", metavar="CONTEXT", help="a PLOVER context: election, corruption, ...")
    add(
        "--unit",
        choices=("event", "report"),
        default="event",
        help="event: what happened, from all reports (default); report: a row for each article",
    )
    answer.add_where(parser)
    answer.add_form(parser)


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak events`` and return the exit code."""
    from simak.store.question import EventFilter, Happened, Reported, events, reports

    asked = EventFilter(
        type=options.type,
        mode=options.mode,
        status=options.status,
        actor=options.actor,
        recipient=options.recipient,
        between=tuple(options.between) if options.between else None,
        place=options.place,
        context=options.context,
        since=options.since,
        until=options.until,
        outlet=options.outlet,
    )
    with answer.opened(options) as store:
        if options.unit == "report":
            answer.give(
                reports(store, asked, limit=options.limit),
                options,
                lambda row: _report(row, options.evidence),
                Reported.__struct_fields__,
                () if options.evidence else ("evidence",),
            )
            return OK
        found = events(store, asked)
        answer.give(
            found[: options.limit],
            options,
            lambda row: _event(row, options.evidence),
            [name for name in Happened.__struct_fields__ if name != "reports"],
        )
        if options.format == "text":
            told = sum(len(one.reports) for one in found)
            print(f"simak: {len(found)} events in {told} reports", file=sys.stderr)
    return OK


def _event(row: Happened, evidence: bool) -> str:
    outlets = f"{len(row.outlets)} outlets" + (
        f" ({', '.join(row.outlets)})" if row.outlets else ""
    )
    said = (
        f"{_days(row)} {row.type} ({row.status}): {_sides(row.actors)} > {_sides(row.recipients)}\n"
        f"  {len(row.reports)} reports, {row.tellings} tellings, {outlets}, "
        f"{row.independent} independent"
    )
    if evidence:
        said += "".join(f"\n  > {answer.article(one)}: {one.evidence}" for one in row.reports)
    return said


def _report(row: Reported, evidence: bool) -> str:
    mode = f"/{row.mode}" if row.mode else ""
    said = (
        f"{_days(row)} {row.type}{mode} ({row.status}): {_sides(row.actors)} > "
        f"{_sides(row.recipients)}, “{row.trigger}”{f' in {row.place}' if row.place else ''}\n"
        f"  {answer.article(row)}, asserted by {row.asserted_by}"
    )
    return f"{said}\n  > {row.evidence}" if evidence else said


def _days(row: Happened | Reported) -> str:
    if row.first is None:
        return "no date   "
    return row.first if row.last in (None, row.first) else f"{row.first}/{row.last}"


def _sides(sides: tuple[Side, ...]) -> str:
    return ", ".join(side.name for side in sides) or "-"
