"""Judging: judgements applied to a record, which stays a record that holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from simak.errors import JudgementError, RecordError
from simak.judgement import KIND, Judgement, RowKind, Target, find, standing
from simak.record import (
    Entity,
    Event,
    Mention,
    Record,
    Role,
    Statement,
    Time,
    Wording,
    check,
    row_id,
)


def judged(record: Record, judgements: Sequence[Judgement]) -> tuple[Record, list[Judgement]]:
    """Return the record with the judgements on it applied, and those that found no row.

    Only judgements on this article are looked at, in their order; ``same`` applies where both
    mentions are in it. ``different`` and ``rename`` are about identities across articles, and leave
    the record as it is.
    """
    waiting: list[Judgement] = []
    for one in standing(judgements):
        if one.target.article != record.article.id or one.kind in ("different", "rename"):
            continue
        if one.kind == "same" and (one.other is None or one.other.article != one.target.article):
            continue
        try:
            record = applied(record, one)
        except JudgementError:
            waiting.append(one)
    return record, waiting


def applied(record: Record, one: Judgement) -> Record:
    """Return the record with one judgement on its rows applied.

    Raises JudgementError, saying why, when its row is not there or the record would not hold.
    """
    try:
        changed = _applied(record, one)
        check(changed)
    except (RecordError, msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
        raise JudgementError(str(error)) from error
    return changed


def _applied(record: Record, one: Judgement) -> Record:
    if one.kind == "add":
        return _added(record, one)
    row = find(record, one.target)
    if one.kind == "wrong":
        return _removed(record, row)
    if one.kind == "value":
        return _changed(record, row, one.value)
    assert one.kind == "same" and one.other is not None
    return merged(record, row, find(record, one.other))


_LISTS: dict[type, str] = {
    Entity: "entities",
    Time: "times",
    Statement: "statements",
    Event: "events",
    Wording: "wording",
}


def _removed(record: Record, row: Any) -> Record:
    """Return the record without a row and without what cannot stand without it."""
    replace = msgspec.structs.replace
    if isinstance(row, Role):
        return replace(
            record,
            entities=tuple(
                replace(entity, roles=tuple(role for role in entity.roles if role is not row))
                for entity in record.entities
            ),
        )
    if type(row) not in _LISTS:
        raise JudgementError("an article is not wrong as a whole; its rows may be")
    name = _LISTS[type(row)]
    record = replace(record, **{name: tuple(r for r in getattr(record, name) if r is not row)})
    return _let_go(record, row.id) if hasattr(row, "id") else record


def _let_go(record: Record, gone: str) -> Record:
    """Return the record without references to a row that is gone."""
    replace = msgspec.structs.replace
    kept = [event for event in record.events if event.statement != gone]
    events = []
    for event in kept:
        actors = tuple(actor for actor in event.actors if actor != gone)
        if event.actors and not actors:
            continue  # nobody did it: no event
        events.append(
            replace(
                event,
                actors=actors,
                recipients=tuple(entity for entity in event.recipients if entity != gone),
                time=_not(event.time, gone),
                place=_not(event.place, gone),
                # A statement that is none asserted nothing: then the words are the outlet's own.
                asserted_by="outlet" if event.asserted_by == gone else event.asserted_by,
            )
        )
    return replace(
        record,
        entities=tuple(
            replace(
                entity,
                roles=tuple(
                    replace(role, organization=_not(role.organization, gone))
                    for role in entity.roles
                ),
                member=UNSET if entity.member == gone else entity.member,
            )
            for entity in record.entities
        ),
        statements=tuple(
            replace(
                statement,
                source=replace(statement.source, entity=_not(statement.source.entity, gone)),
                within=_not(statement.within, gone),
                time=_not(statement.time, gone),
                place=_not(statement.place, gone),
            )
            for statement in record.statements
        ),
        events=tuple(events),
        wording=tuple(
            replace(wording, asserted_by="outlet") if wording.asserted_by == gone else wording
            for wording in record.wording
        ),
    )


def _not(value: str | None, gone: str) -> str | None:
    return None if value == gone else value


def _changed(record: Record, row: Any, fields: Any) -> Record:
    """Return the record with other values in a row's fields."""
    if not isinstance(fields, dict):
        raise JudgementError("a judgement 'value' needs an object of fields")
    if isinstance(row, Statement) and isinstance(fields.get("source"), dict):
        # The source's span is the words that name it; its entity may be another one's mention.
        fields = {**fields, "source": {**msgspec.to_builtins(row.source), **fields["source"]}}
    plain = {**msgspec.to_builtins(row), **{k: _resolved(record, v) for k, v in fields.items()}}
    known = {field.encode_name for field in msgspec.structs.fields(row)} - {"id"}
    if unknown := sorted(fields.keys() - known):
        raise JudgementError(
            f"no field {', '.join(unknown)} can be changed; there are {', '.join(sorted(known))}"
        )
    if isinstance(row, Event) and fields.keys() & {"type", "mode"} and "intensity" not in fields:
        plain.pop("intensity", None)  # it was that of another type: now it is not known
    for field in msgspec.structs.fields(row):
        if field.default is UNSET and plain.get(field.encode_name) is None:
            plain.pop(field.encode_name, None)  # null takes away what may be left out
    new = msgspec.convert(plain, type(row))
    return _replaced(record, row, new)


def _replaced(record: Record, row: Any, new: Any) -> Record:
    replace = msgspec.structs.replace
    if row is record.article:
        return replace(record, article=replace(new, id=row.id, text=row.text))
    if isinstance(row, Role):
        return replace(
            record,
            entities=tuple(
                replace(entity, roles=tuple(new if role is row else role for role in entity.roles))
                for entity in record.entities
            ),
        )
    name = _LISTS[type(row)]
    return replace(
        record, **{name: tuple(new if one is row else one for one in getattr(record, name))}
    )


def _resolved(record: Record, value: Any) -> Any:
    """Return a value with each reference by words replaced by the id of the row there."""
    if isinstance(value, dict) and value.keys() in ({"span"}, {"row", "span"}):
        start, end = value["span"]
        row = value.get("row", "entity")
        return find(record, Target(article=record.article.id, row=row, span=(start, end))).id
    if isinstance(value, dict):
        # A source has a span of its own, beside the entity.
        return {key: one if key == "span" else _resolved(record, one) for key, one in value.items()}
    if isinstance(value, list):
        return [_resolved(record, one) for one in value]
    return value


_ROWS: dict[RowKind, type] = {kind: row for row, kind in KIND.items()}


def _added(record: Record, one: Judgement) -> Record:
    """Return the record with one more row; a row that is there already is left alone."""
    kind = one.target.row
    if kind == "article" or not isinstance(one.value, dict):
        raise JudgementError("a judgement 'add' needs a row of a record")
    plain = _resolved(record, one.value)
    if kind == "role":
        holder = find(
            record,
            Target(article=record.article.id, row="entity", span=tuple(plain.pop("holder"))),
        )
        role = msgspec.convert(plain, Role)
        return _replaced(
            record, holder, msgspec.structs.replace(holder, roles=(*holder.roles, role))
        )
    if kind == "entity" and "mentions" in plain and "to" in plain:
        # a mention that was missed, of an entity that is there
        found = find(
            record, Target(article=record.article.id, row="entity", span=tuple(plain["to"]))
        )
        more = msgspec.convert(plain["mentions"], tuple[Mention, ...])
        mentions = tuple(sorted({*found.mentions, *more}, key=lambda mention: mention.span))
        return _replaced(record, found, msgspec.structs.replace(found, mentions=mentions))
    if kind != "wording":
        plain = {"id": row_id(kind[0], "judged", one.id), **plain}
    new: Any = msgspec.convert(plain, _ROWS[kind])
    name = _LISTS[type(new)]
    return msgspec.structs.replace(record, **{name: (*getattr(record, name), new)})


def merged(record: Record, first: Any, second: Any) -> Record:
    """Return the record with two of its entities made one, under the first one's id."""
    if not isinstance(first, Entity) or not isinstance(second, Entity):
        raise JudgementError("only entities can be the same")
    if first is second:
        return record
    replace = msgspec.structs.replace
    names = dict.fromkeys((*first.aliases, second.name, *second.aliases))
    names.pop(first.name, None)
    both = replace(
        first,
        aliases=tuple(names),
        acronym=first.acronym or second.acronym,
        link=first.link or second.link,
        roles=(*first.roles, *(role for role in second.roles if role not in first.roles)),
        mentions=tuple(
            sorted({*first.mentions, *second.mentions}, key=lambda mention: mention.span)
        ),
    )

    def one(entity: str | None) -> str | None:
        return first.id if entity == second.id else entity

    def each(entities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(first.id if e == second.id else e for e in entities))

    return replace(
        record,
        entities=tuple(
            replace(
                both if entity is first else entity,
                roles=tuple(
                    replace(role, organization=one(role.organization))
                    for role in (both if entity is first else entity).roles
                ),
            )
            for entity in record.entities
            if entity is not second
        ),
        statements=tuple(
            replace(
                statement,
                source=replace(statement.source, entity=one(statement.source.entity)),
                place=one(statement.place),
            )
            for statement in record.statements
        ),
        events=tuple(
            replace(
                event,
                actors=each(event.actors),
                recipients=each(event.recipients),
                place=one(event.place),
            )
            for event in record.events
        ),
    )
