"""Who somebody is: names, offices over time, what they said and did, and who else it may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, func, select

from simak.store import schema
from simak.store.connection import reading
from simak.store.office import Offices
from simak.store.question.filter import identities
from simak.store.store import Store


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as the articles give it; ``first`` and ``last`` are dates of articles.

    Spellings of one ("Menhub", "Menteri Perhubungan") are one; ``title`` is the most frequent.
    """

    title: str
    organization: str | None
    first: str | None
    last: str | None
    articles: int


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Another identity that bears one of the names, and may be the same or not."""

    identity: int
    name: str
    type: str
    shared: tuple[str, ...]
    articles: int


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """One identity: a person, body or place across articles.

    ``names`` are the forms in the articles with how many have each; ``acts`` and ``events`` count
    statements by act and events by type and side.
    """

    identity: int
    name: str
    type: str
    link: str | None
    names: dict[str, int]
    offices: tuple[Office, ...]
    articles: int
    first: str | None
    last: str | None
    acts: dict[str, int]
    events: dict[str, int]
    candidates: tuple[Candidate, ...]


def who(store: Store, name: str) -> list[Who]:
    """Return the identities that ``name`` may mean, those of most articles first.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     [office.title for office in who(store, "Sari Wulan")[0].offices]
    """
    with reading(store.engine) as connection:
        found = [_who(connection, one, store.offices) for one in identities(connection, name)]
    return sorted(
        (one for one in found if one is not None), key=lambda one: (-one.articles, one.identity)
    )


def _who(connection: Connection, identity: int, same: Offices) -> Who | None:
    table, entity, article = schema.identity, schema.entity, schema.article
    row = connection.execute(select(table).where(table.c.seq == identity)).first()
    if row is None:
        return None
    names: Counter[str] = Counter()
    dates: list[str] = []
    for one in connection.execute(
        select(entity.c.name, article.c.published)
        .join(article, article.c.seq == entity.c.article)
        .where(entity.c.identity == identity)
        .order_by(article.c.published, entity.c.article)
    ):
        names[one.name] += 1
        if one.published:
            dates.append(one.published[:10])
    return Who(
        identity=identity,
        name=row.name,
        type=row.type,
        link=f"{row.authority}:{row.authority_id}" if row.authority else None,
        names=dict(sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        offices=_offices(connection, identity, same),
        articles=_articles(connection, identity),
        first=min(dates, default=None),
        last=max(dates, default=None),
        acts=_acts(connection, identity),
        events=_events(connection, identity),
        candidates=_candidates(connection, identity),
    )


def _articles(connection: Connection, identity: int) -> int:
    entity = schema.entity
    return int(
        connection.execute(
            select(func.count(entity.c.article.distinct())).where(entity.c.identity == identity)
        ).scalar_one()
    )


def _offices(connection: Connection, identity: int, same: Offices) -> tuple[Office, ...]:
    role, entity, article = schema.role, schema.entity, schema.article
    body, known = entity.alias("body"), schema.identity.alias("known")
    found: dict[tuple[str, bool, str | None], list[tuple[str | None, int, str]]] = {}
    for row in connection.execute(
        select(
            role.c.title,
            func.coalesce(known.c.name, body.c.name).label("organization"),
            article.c.published,
            article.c.seq,
        )
        .join(entity, (entity.c.article == role.c.article) & (entity.c.id == role.c.entity))
        .join(article, article.c.seq == role.c.article)
        .outerjoin(body, (body.c.article == role.c.article) & (body.c.id == role.c.organization))
        .outerjoin(known, known.c.seq == body.c.identity)
        .where(entity.c.identity == identity)
    ):
        date = row.published[:10] if row.published else None
        key = same.normal(row.title), same.is_held_no_more(row.title), row.organization
        found.setdefault(key, []).append((date, row.seq, row.title))
    offices = [
        Office(
            title=_usual(title for _, _, title in told),
            organization=organization,
            first=min((date for date, _, _ in told if date), default=None),
            last=max((date for date, _, _ in told if date), default=None),
            articles=len({seq for _, seq, _ in told}),
        )
        for (_, _, organization), told in found.items()
    ]
    return tuple(
        sorted(offices, key=lambda one: (one.first or "", one.title, one.organization or ""))
    )


def _usual(titles: Iterable[str]) -> str:
    """Return the title that comes most, of several the longest."""
    counts = Counter(titles)
    return max(counts, key=lambda title: (counts[title], len(title), title))


def _acts(connection: Connection, identity: int) -> dict[str, int]:
    statement, entity = schema.statement, schema.entity
    return {
        row.act: row.number
        for row in connection.execute(
            select(statement.c.act, func.count().label("number"))
            .join(
                entity,
                (entity.c.article == statement.c.article) & (entity.c.id == statement.c.source),
            )
            .where(entity.c.identity == identity)
            .group_by(statement.c.act)
            .order_by(func.count().desc(), statement.c.act)
        )
    }


def _events(connection: Connection, identity: int) -> dict[str, int]:
    event, party, entity = schema.event, schema.party, schema.entity
    return {
        f"{row.type} ({row.side})": row.number
        for row in connection.execute(
            select(event.c.type, party.c.side, func.count().label("number"))
            .join(party, (party.c.article == event.c.article) & (party.c.event == event.c.id))
            .join(entity, (entity.c.article == party.c.article) & (entity.c.id == party.c.entity))
            .where(entity.c.identity == identity)
            .group_by(event.c.type, party.c.side)
            .order_by(func.count().desc(), event.c.type, party.c.side)
        )
    }


def _candidates(connection: Connection, identity: int) -> tuple[Candidate, ...]:
    """Return the other identities that share a name, those that share most first."""
    names, table = schema.identity_name, schema.identity
    other = names.alias("other")
    shared: dict[int, list[str]] = {}
    for row in connection.execute(
        select(other.c.identity, other.c.form)
        .join(names, names.c.form == other.c.form)
        .where(names.c.identity == identity, other.c.identity != identity)
        .order_by(other.c.form)
    ):
        shared.setdefault(row.identity, []).append(row.form)
    found = []
    for row in connection.execute(select(table).where(table.c.seq.in_(sorted(shared)[:500]))):
        found.append(
            Candidate(
                identity=row.seq,
                name=row.name,
                type=row.type,
                shared=tuple(shared[row.seq]),
                articles=_articles(connection, row.seq),
            )
        )
    return tuple(sorted(found, key=lambda one: (-len(one.shared), -one.articles, one.identity)))


def first_mention(store: Store, number: str) -> tuple[str, tuple[int, int]] | None:
    """Return the article and span in which an identity ("#12") is first named, None if nobody."""
    entity, mention, article = schema.entity, schema.mention, schema.article
    with reading(store.engine) as connection:
        row = connection.execute(
            select(article.c.id, mention.c.start, mention.c.end)
            .join(entity, entity.c.article == article.c.seq)
            .join(
                mention,
                (mention.c.article == entity.c.article) & (mention.c.entity == entity.c.id),
            )
            .where(
                entity.c.identity.in_(identities(connection, number)),
                mention.c.kind.in_(("name", "acronym")),
            )
            .order_by(article.c.seq, mention.c.start)
        ).first()
    return None if row is None else (row.id, (row.start, row.end))
