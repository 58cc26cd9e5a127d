"""Who did what to whom: events by type, sides, date, place and outlet; by report or by event.

A report is one article's row. An event is what the reports tell: rows of the same type between the
same identities, on days that follow each other without a gap, are one; so are rows of the same type
and trigger in copies of one text. Who has no identity across articles ("warga") is somebody else in
each telling.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, or_, select

from simak.store import schema
from simak.store.connection import reading
from simak.store.question.filter import (
    Where,
    first_day,
    is_somebody,
    last_day,
    printed_by,
    sentence,
)
from simak.store.store import Store

_DAY = datetime.timedelta(days=1)


class Side(msgspec.Struct, frozen=True):
    """Somebody who takes part: the name, and the identity if there is one."""

    name: str
    identity: int | None


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one article tells it.

    ``first`` and ``last`` are its days; ``dated_by`` says whether a time of the text gives them or
    only the article's own date.
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
    origin: str | None
    start: int
    end: int
    evidence: str


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One event as all its reports tell it, the earliest first.

    ``tellings``: reports without the copies of each other. ``outlets``: who printed it.
    ``independent``: how many of the outlets tell it on their own, not from a credited source that
    is counted already.
    """

    type: str
    status: str
    first: str | None
    last: str | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    tellings: int
    outlets: tuple[str, ...]
    independent: int
    reports: tuple[Reported, ...]


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
            origins = _origins(connection, articles)
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
                    origin=origins.get(row.article) or row.outlet,
                    start=row.start,
                    end=row.end,
                    evidence=sentence(row.text, row.start, row.end),
                )


def events(store: Store, asked: EventFilter | None = None) -> list[Happened]:
    """Return the events that the reports tell, by their first day. Raises as :func:`reports`.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     len(events(store, EventFilter(type="CONSULT", actor="Iran")))
    """
    return merged(reports(store, asked))


def merged(given: Iterable[Reported]) -> list[Happened]:
    """Return reports as events; the result does not depend on the order of the articles."""
    clusters: list[list[Reported]] = []
    ordered = sorted(given, key=lambda one: (_who(one), one.first or "", one.article, one.start))
    for _, alike in groupby(ordered, key=_who):
        last: datetime.date | None = None
        for one in alike:
            first = datetime.date.fromisoformat(one.first) if one.first else None
            # Without a date nothing ties two reports together but their being copies.
            near = last is not None and first is not None and first - last <= _DAY
            if clusters and last is not None and near:
                clusters[-1].append(one)
            else:
                clusters.append([one])
                last = None
            end = datetime.date.fromisoformat(one.last) if one.last else first
            last = max(filter(None, (last, end)), default=None)
    happened = [_happened(cluster) for cluster in _copies_joined(clusters)]
    return sorted(
        happened,
        key=lambda one: (
            one.first or "",
            one.type,
            [s.name for s in one.actors],
            one.reports[0].article,
        ),
    )


def _who(one: Reported) -> tuple[object, ...]:
    """Return what reports of one event have in common; the unnamed are those of one telling."""

    def key(side: Side) -> tuple[int, str]:
        if side.identity is not None:
            return side.identity, ""
        return -1, f"{one.telling} {side.name.lower()}"

    return (
        one.type,
        one.status in ("actual",),
        tuple(sorted(map(key, one.actors))),
        tuple(sorted(map(key, one.recipients))),
    )


def _copies_joined(clusters: Sequence[list[Reported]]) -> list[list[Reported]]:
    """Join clusters that hold the same event of two copies of one text."""
    joined: list[list[Reported]] = []
    at: dict[tuple[object, ...], int] = {}
    for cluster in clusters:
        keys = [
            (one.telling, one.type, one.trigger.lower(), one.status, one.first) for one in cluster
        ]
        # In one article the same words may tell two events; only copies are joined.
        there = next(
            (
                at[key]
                for key, one in zip(keys, cluster, strict=True)
                if key in at and all(other.article != one.article for other in joined[at[key]])
            ),
            None,
        )
        if there is None:
            joined.append(list(cluster))
            there = len(joined) - 1
        else:
            joined[there] += cluster
        for key in keys:
            at.setdefault(key, there)
    return joined


def _happened(cluster: list[Reported]) -> Happened:
    found = sorted(cluster, key=lambda one: (one.published or "9999", one.article, one.start))
    first = found[0]
    dated = [one for one in found if one.dated_by == "time"] or found
    outlets = dict.fromkeys(one.outlet for one in found if one.outlet)
    # Copies of one text, and texts with the same origin, are one voice.
    voices: dict[int, str | None] = {}
    for one in found:
        voices.setdefault(one.telling, one.origin)
    named = {origin for origin in voices.values() if origin}
    return Happened(
        type=first.type,
        status=first.status,
        first=min((one.first for one in dated if one.first), default=None),
        last=max((one.last for one in dated if one.last), default=None),
        actors=first.actors,
        recipients=first.recipients,
        tellings=len(voices),
        outlets=tuple(outlets),
        independent=len(named) + sum(origin is None for origin in voices.values()),
        reports=tuple(found),
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


def _origins(connection: Connection, articles: Sequence[int]) -> dict[int, str]:
    """Return whom articles credit: the last of a chain ("dikutip dari X yang melansir Y")."""
    credit = schema.credit
    return {
        row.article: row.name
        for row in connection.execute(
            select(credit.c.article, credit.c.name)
            .where(credit.c.article.in_(articles))
            .order_by(credit.c.article, credit.c.position)
        )
    }
