"""``simak export``: a store's records in formats that other tools open."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from simak.cli import OK, CommandError, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.export.format import Format, Identity, Setting
    from simak.export.tie import Tie
    from simak.judgement import Judgement
    from simak.record import Record
    from simak.store import Store
    from simak.store.question import Where

DESCRIPTION = """\
Writes what a store holds, with what people said about it, in a format that other tools open.
--from, --to and --outlet choose articles; without them all go out.

  simak export --format csv --out tabel/
  simak export --format xlsx --from 2024-03 --to 2024-03 --out maret.xlsx
  simak export --format plover --outlet "Harian Melati" > melati.jsonl
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak export`` to ``parser``."""
    from simak.export.format import FORMATS

    answer.add_store(parser)
    add = parser.add_argument
    add(
        "--format",
        choices=tuple(FORMATS),
        required=True,
        metavar="FORMAT",
        help="; ".join(f"{form.name}: {form.about}" for form in FORMATS.values()),
    )
    add("--out", metavar="PATH", help="write there; several files: into that folder")
    answer.add_where(parser)
    add(
        "--every-status",
        action="store_true",
        help="planned, hypothetical and denied events too, where a format has only actual ones "
        "(plover, ftm, graphml, gexf)",
    )
    add(
        "--spreadsheet",
        action="store_true",
        help="csv to be opened in a spreadsheet: cells that it would run or change are made safe",
    )
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak export`` and return the exit code."""
    from simak.cli import output
    from simak.errors import SimakError
    from simak.export.format import FORMATS, Setting
    from simak.lexicon import Lexicon
    from simak.store.question import Where

    form = FORMATS[options.format]
    out = Path(options.out) if options.out else None
    if form.kind != "file" and out is None:
        raise CommandError(f"--format {form.name} makes several files: give --out FOLDER")
    if form.kind == "file" and out and (options.out.endswith(("/", os.sep)) or out.is_dir()):
        raise CommandError(f"--format {form.name} makes one file; --out {out} is a folder")
    if options.spreadsheet and form.name != "csv":
        raise CommandError("--spreadsheet is for --format csv; a workbook needs no such care")
    where = Where(since=options.since, until=options.until, outlet=options.outlet)
    try:
        lexicon = Lexicon(Path(options.lexicon)) if options.lexicon else Lexicon()
        with answer.opened(options) as store:
            setting = Setting(
                lexicon=lexicon,
                identities=lambda record: _identities(store, record),
                judgements=_said(store),
                ties=lambda: _ties(store, where, options.every_status),
                every_status=options.every_status,
                spreadsheet=options.spreadsheet,
            )
            job = _Counted(_records(store, where))
            if out and form.kind == "each":
                _write_each(job, form, out, setting)
            elif out and form.kind == "folder":
                with output.folder(out) as folder:
                    form.write(job, folder, setting)
            else:
                with output.sink(out) as file:
                    form.write(job, file, setting)
    except SimakError as error:
        raise CommandError(str(error)) from error
    print(f"simak: {job.number} articles written as {form.name}", file=sys.stderr)
    return OK


class _Counted:
    """Records that are counted as they go by."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.number = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self.number += 1
            yield record


def _records(store: Store, where: Where) -> Iterator[Record]:
    from simak.store.question import articles

    for article in articles(store, where):
        yield store.record(article)


def _write_each(records: Iterable[Record], form: Format, folder: Path, setting: Setting) -> None:
    """Write a file for each article, named by its id."""
    from simak.cli import output

    for record in records:
        with output.sink(folder / f"{record.article.id}{form.suffix}") as file:
            form.write([record], file, setting)


def _said(store: Store) -> Callable[[Record], list[Judgement]]:
    """Return what gives the judgements on a record; they are read when first asked for."""
    from simak.judgement import standing

    said: dict[str, list[Judgement]] = {}
    read = False

    def of(record: Record) -> list[Judgement]:
        nonlocal read
        if not read:
            read = True
            for one in standing(store.judgements()):
                said.setdefault(one.target.article, []).append(one)
        return said.get(record.article.id, [])

    return of


def _identities(store: Store, record: Record) -> Mapping[str, Identity]:
    from simak.export.format import Identity
    from simak.store.question import identities

    return {
        entity: Identity(str(side.identity), side.name)
        for entity, side in identities(store, record.article.id).items()
    }


def _ties(store: Store, where: Where, every_status: bool) -> Iterator[Tie]:
    """Yield the events that the chosen articles tell, each once, however many tell it."""
    from simak.export.tie import Actor, Tie, store_id
    from simak.store.question import EventFilter, Side, articles
    from simak.store.question.report import reports
    from simak.store.question.telling import merged

    chosen = set(articles(store, where))
    asked = EventFilter(status=None if every_status else "actual")
    told = (one for one in reports(store, asked) if one.article in chosen)

    def actor(side: Side, telling: int) -> Actor:
        if side.identity is not None:
            return Actor(store_id(str(side.identity)), side.name)
        # Who has no name is somebody else in each telling.
        return Actor(f"unnamed:{telling}:{side.name.lower()}", side.name)

    for event in merged(told):
        first = event.reports[0]
        scores = [one.intensity for one in event.reports if one.intensity is not None]
        yield Tie(
            type=event.type,
            status=event.status,
            actors=tuple(actor(side, first.telling) for side in event.actors),
            recipients=tuple(actor(side, first.telling) for side in event.recipients),
            first=event.first,
            last=event.last,
            intensity=scores[0] if scores else None,
            evidence=tuple(f"{one.article}:{one.event}" for one in event.reports),
            outlets=event.outlets,
        )
