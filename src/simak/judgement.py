"""Judgements: what people decide about rows, kept apart from the rows and applied to them.

A judgement names its row by words, not by number: the article, the kind of row and the span of its
main words (an event's trigger, a statement's cue, a mention of an entity). So it still holds after
the article was read again with other weights, when row ids have changed; where the new reading has
no such row, it waits, and says so.

========== =========================================================================
wrong      the row is no such thing: it goes, and what hangs on it
value      a field of the row has another value
add        there is a row that Simak missed
same       two mentions, in one article or two, are of one person, body or place
different  the second is not who the first is
rename     an identity is called otherwise
undo       an earlier judgement no longer counts
========== =========================================================================
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from simak.errors import JudgementError
from simak.record import (
    Entity,
    Event,
    Record,
    Role,
    Span,
    Statement,
    Time,
    Wording,
)

Kind = Literal["wrong", "value", "add", "same", "different", "rename", "undo"]
RowKind = Literal["article", "entity", "role", "time", "statement", "event", "wording"]


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The row that a judgement is about: by its article, kind and the span of its main words.

    ``words`` are the words at ``span``, so that a person can read the judgement and a program can
    see that it still fits its text. ``nth`` tells rows of the same words apart: 0 is the first of
    them in the record.
    """

    article: str
    row: RowKind
    span: Span | None = None
    words: str | None = None
    nth: int | UnsetType = UNSET


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: ``by`` whom and when (``at``, ISO 8601 in UTC).

    ``value``: for ``value`` an object of fields, for ``add`` the row without its id, for ``rename``
    the name, for ``undo`` the id of the judgement. A reference to an entity is
    ``{"span": [a, b]}``, the span of one of its mentions; to a time or statement,
    ``{"row": "time", "span": [a, b]}``. ``other``: the second mention of ``same`` and
    ``different``.
    """

    id: str
    kind: Kind
    target: Target
    value: Any = None
    other: Target | None = None
    note: str | None = None
    by: str
    at: str


def judgement(
    kind: Kind,
    target: Target,
    *,
    value: Any = None,
    other: Target | None = None,
    note: str | None = None,
    by: str,
    at: str,
) -> Judgement:
    """Return a judgement with the id that derives from what it says, by whom and when.

    Raises JudgementError when something that this kind needs is missing.
    """
    if kind in ("value", "add", "rename", "undo") and value is None:
        raise JudgementError(f"a judgement {kind!r} needs a value")
    if kind in ("same", "different") and other is None:
        raise JudgementError(f"a judgement {kind!r} needs a second mention")
    if kind in ("same", "different", "rename") and {target.row, (other or target).row} != {
        "entity"
    }:
        raise JudgementError(f"a judgement {kind!r} is about mentions of entities")
    if target.row != "article" and target.span is None and kind != "undo":
        raise JudgementError(f"a judgement on a row ({target.row}) needs the span of its words")
    if not by.strip():
        raise JudgementError("a judgement needs somebody who makes it")
    said = msgspec.json.encode([kind, target, value, other, by, at], order="deterministic")
    return Judgement(
        id=hashlib.sha256(said).hexdigest()[:16],
        kind=kind,
        target=target,
        value=value,
        other=other,
        note=note,
        by=by,
        at=at,
    )


def encode(judgements: Iterable[Judgement]) -> bytes:
    """Return judgements as JSON Lines, one a line."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in judgements)


def decode(data: bytes, name: str = "judgements") -> list[Judgement]:
    """Return the judgements of JSON Lines.

    Raises JudgementError with file and line when one is none.
    """
    found = []
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Judgement))
            except msgspec.MsgspecError as error:
                raise JudgementError(f"{name}:{number}: no judgement: {error}") from error
    return found


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that count: those that no later one takes back, in their order."""
    given = list(judgements)
    undone: set[str] = set()
    # From the end: an undo that was itself undone takes nothing back.
    for one in reversed(given):
        if one.kind == "undo" and one.id not in undone:
            undone.add(str(one.value))
    return [one for one in given if one.id not in undone and one.kind != "undo"]


def find(record: Record, target: Target) -> Any:
    """Return the row of ``record`` that ``target`` names.

    An exact match of the span comes first, else the row of this kind that shares most of it, at
    least half. Raises JudgementError if there is none.
    """
    if target.row == "article":
        return record.article
    if target.span is None:
        raise JudgementError("the judgement names no span")
    start, end = target.span
    if target.nth:
        alike = [row for row, span in main_spans(record, target.row) if span == target.span]
        if target.nth < len(alike):
            return alike[target.nth]
    best, share = None, 0.0
    for row, span in main_spans(record, target.row):
        common = min(end, span[1]) - max(start, span[0])
        if common <= 0:
            continue
        if span == (start, end):
            return row
        overlap = common / max(end - start, span[1] - span[0])
        if overlap > share:
            best, share = row, overlap
    if best is None or share < 0.5:
        where = f"[{start}, {end}] {target.words!r}" if target.words else f"[{start}, {end}]"
        raise JudgementError(f"article {target.article} has no {target.row} at {where}")
    return best


def target_of(record: Record, row: Any) -> Target:
    """Return the target that names a row of ``record`` (an Entity, Statement, Event, ...)."""
    kind = KIND[type(row)]
    for one, span in main_spans(record, kind):
        if one is row or (kind != "role" and getattr(one, "id", None) == getattr(row, "id", "")):
            return Target(article=record.article.id, row=kind, span=span, words=record.words(span))
    raise JudgementError(f"the record has no such {kind}")


KIND: dict[type, RowKind] = {
    Entity: "entity",
    Role: "role",
    Time: "time",
    Statement: "statement",
    Event: "event",
    Wording: "wording",
}


def main_spans(record: Record, kind: RowKind) -> Iterable[tuple[Any, Span]]:
    """Yield the rows of a kind with the spans by which judgements name them."""
    if kind == "entity":
        for entity in record.entities:
            for mention in entity.mentions:
                yield entity, mention.span
    elif kind == "role":
        for entity in record.entities:
            for role in entity.roles:
                yield role, role.span
    elif kind == "time":
        for time in record.times:
            yield time, time.span
    elif kind == "statement":
        for statement in record.statements:
            if statement.cue:
                yield statement, statement.cue
            if statement.content:
                yield statement, statement.content[0]
    elif kind == "event":
        for event in record.events:
            yield event, event.trigger
    elif kind == "wording":
        for wording in record.wording:
            yield wording, wording.span
