"""``simak judge``: what people say about the rows of a store."""

from __future__ import annotations

import argparse
import datetime
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simak.cli import OK, CommandError, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.judgement import Judgement, Target
    from simak.store import Store

DESCRIPTION = """\
Says what is wrong in a store, and who is who. What was said is kept apart from the rows, with who
said it and when, holds when articles are read again, and can be taken back.

  simak judge wrong ARTICLE ROW              the row is no such thing
  simak judge value ARTICLE ROW FIELD=VALUE  a field has another value (JSON, or plain words)
  simak judge same WHO WHO                   two identities are one
  simak judge different WHO WHO              the second is not who the first is
  simak judge rename WHO NAME                an identity is called otherwise
  simak judge undo ID                        what was said no longer counts
  simak judge list                           what was said, by whom and when
  simak judge export FILE                    the same as a file (JSONL; - for standard output)
  simak judge import FILE                    take over such a file

ARTICLE and ROW are ids as simak statements, simak events --unit report and simak who --evidence
print them, one behind the other. WHO is a number as simak who prints it (12, or '#12' in quotation
marks), or ARTICLE:START-END, a mention in an article.
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak judge`` to ``parser``."""
    parser.add_argument("what", choices=sorted(_DONE), metavar="WHAT", help="see above")
    parser.add_argument("arguments", nargs="*", metavar="ARGUMENT", help="see above")
    answer.add_store(parser)
    parser.add_argument("--by", metavar="NAME", help="who says so (default: your user name)")
    parser.add_argument("--note", metavar="TEXT", help="why")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak judge`` and return the exit code."""
    do, wanted = _DONE[options.what]
    given = options.arguments
    few = wanted.rstrip(".").split()
    if len(given) < len(few) or (len(given) > len(few) and not wanted.endswith("...")):
        raise CommandError(
            f"give it as in simak judge {options.what} {wanted}".rstrip()
            + "; simak judge --help says what the words stand for"
        )
    with answer.opened(options) as store:
        do(store, given, options)
    return OK


def _wrong(store: Store, given: list[str], options: argparse.Namespace) -> None:
    _said(store, options, "wrong", _row(store, *given))


def _value(store: Store, given: list[str], options: argparse.Namespace) -> None:
    fields = {}
    for pair in given[2:]:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise CommandError(f"{pair!r}: give a field and its value, as in type=REJECT")
        try:
            fields[name] = json.loads(value)
        except ValueError:
            fields[name] = value
    _said(store, options, "value", _row(store, *given[:2]), value=fields)


def _same(store: Store, given: list[str], options: argparse.Namespace) -> None:
    one, other = (_mention(store, who) for who in given)
    _said(store, options, options.what, one, other=other)


def _rename(store: Store, given: list[str], options: argparse.Namespace) -> None:
    _said(store, options, "rename", _mention(store, given[0]), value=given[1])


def _undo(store: Store, given: list[str], options: argparse.Namespace) -> None:
    found = next((one for one in store.judgements() if one.id == given[0]), None)
    if found is None:
        raise CommandError(f"nobody made a judgement {given[0]}; simak judge list has their ids")
    _said(store, options, "undo", found.target, other=found.other, value=found.id)


def _list(store: Store, given: list[str], options: argparse.Namespace) -> None:
    for one in store.judgements():
        print(answer.judgement(one))


def _export(store: Store, given: list[str], options: argparse.Namespace) -> None:
    from simak.cli.output import sink
    from simak.judgement import encode

    with sink(None if given[0] == "-" else Path(given[0])) as file:
        file.write(encode(store.judgements()))


def _import(store: Store, given: list[str], options: argparse.Namespace) -> None:
    from simak.judgement import decode

    try:
        data = sys.stdin.buffer.read() if given[0] == "-" else Path(given[0]).read_bytes()
    except OSError as error:
        raise CommandError(f"{given[0]}: cannot be read ({error.strerror})") from error
    there = {one.id for one in store.judgements()}
    fresh = [one for one in decode(data, given[0]) if one.id not in there]
    waiting: set[str] = set()
    for one in fresh:
        waiting.update(left.id for left in store.judge(one) if left.id == one.id)
    told = f"; {len(waiting)} of them find no row and wait" if waiting else ""
    print(f"simak: {len(fresh)} judgements taken over{told}", file=sys.stderr)


def _said(
    store: Store, options: argparse.Namespace, kind: Any, target: Target, **more: Any
) -> None:
    from simak.judgement import judgement

    by = options.by or getpass.getuser()
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    one = judgement(kind, target, note=options.note, by=by, at=at, **more)
    _try(store, one)
    waiting = store.judge(one)
    print(one.id)
    if any(left.id == one.id for left in waiting):
        print("simak: kept, but there is no row that it can be applied to", file=sys.stderr)


def _try(store: Store, one: Judgement) -> None:
    """Raise CommandError for what cannot be applied to the rows as they are; it is not kept."""
    from simak.errors import JudgementError
    from simak.judgement import find
    from simak.judging import applied

    try:
        if one.kind in ("wrong", "value"):
            applied(store.record(one.target.article), one)
        elif one.kind != "undo":
            for side in (one.target, one.other):
                if side is not None:
                    find(store.record(side.article), side)
    except JudgementError as error:
        raise CommandError(f"nothing was kept: {error}") from error


def _row(store: Store, article: str, row: str) -> Target:
    """Return the target for a row that is named by its id in the article's record."""
    from simak.judgement import Target, target_of

    if row == "article":
        return Target(article=article, row="article")
    record = store.record(article)
    for rows in (record.entities, record.times, record.statements, record.events):
        for one in rows:
            if one.id == row:
                return target_of(record, one)
    raise CommandError(
        f"article {article} has no row {row}; simak statements, simak events --unit report and "
        "simak export --format jsonl print ids"
    )


def _mention(store: Store, who: str) -> Target:
    """Return the target for an identity (#12) or a mention (ARTICLE:START-END)."""
    from simak.judgement import Target
    from simak.store.question.who import first_mention

    who = answer.somebody(who)
    if who.startswith("#"):
        found = first_mention(store, who)
        if found is None:
            raise CommandError(f"there is no identity {who}; simak who NAME shows numbers")
        article, span = found
    else:
        article, _, place = who.partition(":")
        start, _, end = place.partition("-")
        if not (start.isdigit() and end.isdigit()):
            raise CommandError(
                f"{who!r} is neither a number (12), as simak who NAME shows it, nor "
                "ARTICLE:START-END, a mention"
            )
        span = int(start), int(end)
    record = store.record(article)
    return Target(article=article, row="entity", span=span, words=record.words(span))


_Done = Callable[["Store", list[str], argparse.Namespace], None]
_DONE: dict[str, tuple[_Done, str]] = {
    "wrong": (_wrong, "ARTICLE ROW"),
    "value": (_value, "ARTICLE ROW FIELD=VALUE..."),
    "same": (_same, "WHO WHO"),
    "different": (_same, "WHO WHO"),
    "rename": (_rename, "WHO NAME"),
    "undo": (_undo, "ID"),
    "list": (_list, ""),
    "export": (_export, "FILE"),
    "import": (_import, "FILE"),
}
