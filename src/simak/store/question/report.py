"""Reports of events: one article's row each, by type, sides, date, place and outlet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, or_, select

from simak.store import schema
from simak.store.connection import reading
from simak.store.outlet import Outlets
from simak.store.question.filter import (
    Where,
    first_day,
    is_somebody,
    last_day,
    printed_by,
    sentence,
)
from simak.store.store import Store


class Side(msgspec.Struct, frozen=True):
    """Somebody who takes part: the name, and the identity if there is one."""

    name: str
    identity: int | None


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one article tells it.

    ``first`` and ``last`` are its days; ``dated_by`` says whether a time of the text gives them or
    only the article's own date. ``origins`` are those whom the article credits, at the end of the
    chain ("dikutip dari X yang melansir Y": Y), under their usual names.
    """

    article: str
    event: str
    type: str
    mode: str | None
    status: str
    first: str | None
    last: str | None
    dated_by: str
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    place: str | None
    trigger: str
    asserted_by: str
    contexts: tuple[str, ...]
    intensity: float | None
    confidence: float | None
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    telling: int
    origins: tuple[str, ...]
    start: int
    end: int
    evidence: str


class EventFilter(Where, frozen=True, kw_only=True):
    """Which events. ``since`` and ``until`` are about the event's days; ``between``: either way."""

    type: str | None = None
    mode: str | None = None
    status: str | None = None
    actor: str | None = None
    recipient: str | None = None
    between: tuple[str, str] | None = None
    place: str | None = None
    context: str | None = None


def reports(
    store: Store, asked: EventFilter | None = None, *, limit: int | None = None
) -> Iterator[Reported]:
    """Yield the reports that ``asked`` describes, by the day of the event.

    Raises StoreError when a date is none.
    """
    asked = asked or EventFilter()
    event, article, entity = schema.event, schema.article, schema.entity
    place = entity.alias("place_entity")
    with reading(store.engine) as connection:
        query = (
            select(
                event,
                article.c.id.label("article_id"),
                article.c.published,
                article.c.outlet,
                article.c.title,
                article.c.url,
                article.c.text,
                article.c.copy_of,
                place.c.name.label("place_name"),
            )
            .join(article, article.c.seq == event.c.article)
            .outerjoin(place, (place.c.article == event.c.article) & (place.c.id == event.c.place))
            .where(*_conditions(connection, asked))
            .order_by(event.c.first, event.c.seq)
        )
        rows = connection.execute(query.limit(limit) if limit is not None else query)
        while some := rows.fetchmany(500):
            articles = sorted({row.article for row in some})
            sides = _sides(connection, articles)
            found = origins(connection, articles, store.outlets)
            for row in some:
                yield Reported(
                    article=row.article_id,
                    event=row.id,
                    type=row.type,
                    mode=row.mode,
                    status=row.status,
                    first=row.first,
                    last=row.last,
                    dated_by=row.dated_by,
                    actors=sides.get((row.article, row.id, "actor"), ()),
                    recipients=sides.get((row.article, row.id, "recipient"), ()),
                    place=row.place_name,
                    trigger=row.trigger,
                    asserted_by=row.asserted_by,
                    contexts=tuple(json.loads(row.contexts)),
                    intensity=row.intensity,
                    confidence=row.confidence,
                    published=row.published,
                    outlet=row.outlet,
                    title=row.title,
                    url=row.url,
                    telling=row.copy_of,
                    origins=found.get(row.article, ()),
                    start=row.start,
                    end=row.end,
                    evidence=sentence(row.text, row.start, row.end),
                )


def _conditions(connection: Connection, asked: EventFilter) -> list[ColumnElement[bool]]:
    event = schema.event
    conditions: list[ColumnElement[bool]] = []
    if asked.since is not None:
        conditions.append(event.c.last >= first_day(asked.since))
    if asked.until is not None:
        conditions.append(event.c.first <= last_day(asked.until))
    if asked.outlet is not None:
        conditions.append(printed_by(asked.outlet))
    for column in ("type", "mode", "status"):
        if (value := getattr(asked, column)) is not None:
            conditions.append(event.c[column] == value)
    if asked.context is not None:
        conditions.append(event.c.contexts.contains(json.dumps(asked.context), autoescape=True))
    if asked.actor is not None:
        conditions.append(_takes_part(connection, asked.actor, "actor"))
    if asked.recipient is not None:
        conditions.append(_takes_part(connection, asked.recipient, "recipient"))
    if asked.between is not None:
        one, other = asked.between
        conditions.append(
            or_(
                _takes_part(connection, one, "actor") & _takes_part(connection, other),
                _takes_part(connection, one) & _takes_part(connection, other, "actor"),
            )
        )
    if asked.place is not None:
        entity = schema.entity
        conditions.append(
            exists().where(
                entity.c.article == event.c.article,
                entity.c.id == event.c.place,
                is_somebody(connection, asked.place),
            )
        )
    return conditions


def _takes_part(connection: Connection, name: str, side: str | None = None) -> ColumnElement[bool]:
    event, party, entity = schema.event, schema.party, schema.entity
    conditions = [
        party.c.article == event.c.article,
        party.c.event == event.c.id,
        entity.c.article == party.c.article,
        entity.c.id == party.c.entity,
        is_somebody(connection, name),
    ]
    if side is not None:
        conditions.append(party.c.side == side)
    return exists().where(*conditions)


def _sides(
    connection: Connection, articles: Sequence[int]
) -> dict[tuple[int, str, str], tuple[Side, ...]]:
    """Return who takes part in the events of articles, by article, event and side."""
    party, entity, identity = schema.party, schema.entity, schema.identity
    found: dict[tuple[int, str, str], tuple[Side, ...]] = {}
    for row in connection.execute(
        select(party, entity.c.name, entity.c.identity, identity.c.name.label("known_as"))
        .join(entity, (entity.c.article == party.c.article) & (entity.c.id == party.c.entity))
        .outerjoin(identity, identity.c.seq == entity.c.identity)
        .where(party.c.article.in_(articles))
        .order_by(party.c.article, party.c.event, party.c.side, party.c.position)
    ):
        key = row.article, row.event, row.side
        found[key] = (*found.get(key, ()), Side(row.known_as or row.name, row.identity))
    return found


def origins(
    connection: Connection, articles: Sequence[int], outlets: Outlets
) -> dict[int, tuple[str, ...]]:
    """Return where articles have their reports from: the ends of the chains of their credits."""
    credit = schema.credit
    through: dict[int, set[int]] = {}
    named: dict[int, dict[int, str]] = {}
    for row in connection.execute(
        select(credit)
        .where(credit.c.article.in_(articles))
        .order_by(credit.c.article, credit.c.position)
    ):
        named.setdefault(row.article, {})[row.position] = outlets.name(row.name)
        if row.via is not None:
            through.setdefault(row.article, set()).add(row.via)
    return {
        article: tuple(
            dict.fromkeys(
                name
                for position, name in credits.items()
                if position not in through.get(article, ())
            )
        )
        for article, credits in named.items()
    }
