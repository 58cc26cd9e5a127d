"""``simak events``: who did what to whom."""

from __future__ import annotations

import argparse
import sys

from simak.cli import OK, CommandError, answer

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
    for option, about in (
        ("--actor", "who did it: a name, an acronym, or a number (simak who)"),
        ("--recipient", "to whom"),
        ("--place", "where"),
    ):
        add(option, type=answer.somebody, metavar="NAME", help=about)
    add(
        "--between",
        nargs=2,
        type=answer.somebody,
        metavar=("NAME", "NAME"),
        help="one did it to the other",
    )
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

    _check(options)
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
    names = (options.actor, options.recipient, options.place, *(options.between or ()))
    with answer.opened(options) as store:
        if options.unit == "report":
            count = answer.give(
                reports(store, asked, limit=options.limit),
                options,
                lambda row: _report(row, options.evidence),
                Reported.__struct_fields__,
                () if options.evidence else ("evidence",),
            )
            if not count:
                answer.tell_nothing(store, options, *names)
            return OK
        found = events(store, asked)
        answer.give(
            found[: options.limit],
            options,
            lambda row: _event(row, options.evidence),
            [name for name in Happened.__struct_fields__ if name != "reports"],
        )
        if not found:
            answer.tell_nothing(store, options, *names)
        elif options.format == "text":
            told = sum(len(one.reports) for one in found)
            print(
                f"simak: {answer.told_number(len(found), 'event')} in "
                f"{answer.told_number(told, 'report')}",
                file=sys.stderr,
            )
    return OK


def _check(options: argparse.Namespace) -> None:
    """Raise CommandError for a mode or context that PLOVER does not have."""
    from typing import get_args

    from simak.record import Context

    contexts = get_args(Context)
    if options.context is not None and options.context not in contexts:
        raise CommandError(
            f"--context {options.context!r} is no context; give one of {', '.join(contexts)}"
        )
    if options.mode is None:
        return
    from simak.reading.event.frame import MODES  # loads spaCy

    modes = {name: some for name, some in MODES.items() if options.type in (None, name)}
    if not any(options.mode in some for some in modes.values()):
        known = "; ".join(f"{name} has {', '.join(some)}" for name, some in modes.items())
        raise CommandError(
            f"--mode {options.mode!r} is no mode: {known or f'{options.type} has none'}"
        )


def _event(row: Happened, evidence: bool) -> str:
    number = answer.told_number
    outlets = number(len(row.outlets), "outlet") + (
        f" ({', '.join(row.outlets)})" if row.outlets else ""
    )
    said = (
        f"{_days(row)} {row.type} ({row.status}): {_sides(row.actors)} > {_sides(row.recipients)}\n"
        f"  {number(len(row.reports), 'report')}, {number(row.tellings, 'telling')}, {outlets}, "
        f"{row.independent} independent"
    )
    if evidence:
        said += "".join(
            f"\n  > {answer.article(one, one.event)}: {one.evidence}" for one in row.reports
        )
    return said


def _report(row: Reported, evidence: bool) -> str:
    mode = f"/{row.mode}" if row.mode else ""
    by = "the outlet" if row.asserted_by == "outlet" else f"statement {row.asserted_by}"
    said = (
        f"{_days(row)} {row.type}{mode} ({row.status}): {_sides(row.actors)} > "
        f"{_sides(row.recipients)}, “{row.trigger}”{f' in {row.place}' if row.place else ''}\n"
        f"  {answer.article(row, row.event)}, told by {by}"
    )
    return f"{said}\n  > {row.evidence}" if evidence else said


def _days(row: Happened | Reported) -> str:
    if row.first is None:
        return "no date   "
    return row.first if row.last in (None, row.first) else f"{row.first}/{row.last}"


def _sides(sides: tuple[Side, ...]) -> str:
    return ", ".join(side.name for side in sides) or "-"
