"""Who said what: statements by speaker, subject, date, outlet and act."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, or_, select

from simak.store import schema
from simak.store.connection import reading
from simak.store.index import matches
from simak.store.question.filter import Where, identities, is_somebody, sentence
from simak.store.store import Store


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as an answer; ``speaker`` is who it is across articles, if that is known."""

    article: str
    statement: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    speaker: str | None
    identity: int | None
    source: str | None
    act: str
    kind: str
    cue: str | None
    addressee: str | None
    content: str
    confidence: float | None
    start: int
    end: int
    evidence: str


class StatementFilter(Where, frozen=True, kw_only=True):
    """Which statements: ``by`` whom, ``about`` whom or what, ``words`` of a search, act, kind.

    ``about`` finds statements in whose content somebody of that name is mentioned, or the words
    stand in any of their forms.
    """

    by: str | None = None
    about: str | None = None
    words: str | None = None
    act: str | None = None
    kind: str | None = None


def statements(store: Store, asked: StatementFilter, *, limit: int | None = None) -> Iterator[Said]:
    """Yield the statements that ``asked`` describes, the oldest article first.

    Raises StoreError when a date or a search is none.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     for said in statements(store, StatementFilter(by="Sari Wulan", act="promise")):
    ...         print(said.published, said.content)
    """
    with reading(store.engine) as connection:
        for row in connection.execute(_query(connection, asked, limit)):
            yield Said(
                article=row.article_id,
                statement=row.id,
                published=row.published,
                outlet=row.outlet,
                title=row.title,
                url=row.url,
                speaker=row.identity_name or row.entity_name or row.source_words,
                identity=row.identity,
                source=row.source_words,
                act=row.act,
                kind=row.kind,
                cue=row.cue,
                addressee=row.addressee,
                content=row.content,
                confidence=row.confidence,
                start=row.start,
                end=row.end,
                evidence=sentence(row.text, row.start, row.end),
            )


def _query(
    connection: Connection, asked: StatementFilter, limit: int | None
) -> Select[tuple[object, ...]]:
    statement, article, entity = schema.statement, schema.article, schema.entity
    identity = schema.identity
    conditions: list[ColumnElement[bool]] = asked.published()
    if asked.by is not None:
        conditions.append(is_somebody(connection, asked.by))
    if asked.about is not None:
        conditions.append(_about(connection, asked.about))
    if asked.words is not None:
        conditions.append(matches(connection, statement, asked.words))
    if asked.act is not None:
        conditions.append(statement.c.act == asked.act)
    if asked.kind is not None:
        conditions.append(statement.c.kind == asked.kind)
    order = article.c.published, statement.c.seq
    if limit is not None:
        # First which ones, then what they say: sorting need not carry the texts of all.
        chosen = select(statement.c.seq).join(article, article.c.seq == statement.c.article)
        if asked.by is not None:
            chosen = chosen.outerjoin(entity, _speaks())
        some = chosen.where(*conditions).order_by(*order).limit(limit).subquery()
        conditions = [statement.c.seq.in_(select(some.c.seq))]
    return (
        select(
            statement,
            article.c.id.label("article_id"),
            article.c.published,
            article.c.outlet,
            article.c.title,
            article.c.url,
            article.c.text,
            entity.c.name.label("entity_name"),
            entity.c.identity,
            identity.c.name.label("identity_name"),
        )
        .join(article, article.c.seq == statement.c.article)
        .outerjoin(entity, _speaks())
        .outerjoin(identity, identity.c.seq == entity.c.identity)
        .where(*conditions)
        .order_by(*order)
    )


def _speaks() -> ColumnElement[bool]:
    statement, entity = schema.statement, schema.entity
    return (entity.c.article == statement.c.article) & (entity.c.id == statement.c.source)


def _about(connection: Connection, name: str) -> ColumnElement[bool]:
    """Return the condition that the statement speaks of somebody, or of something."""
    statement, mention, entity = schema.statement, schema.mention, schema.entity
    words = matches(connection, statement, name)
    found = identities(connection, name)
    if not found:
        return words
    of = schema.statement.alias("told")
    speaks = (
        select(of.c.seq)
        .join(mention, mention.c.article == of.c.article)
        .join(
            entity,
            (entity.c.article == mention.c.article) & (entity.c.id == mention.c.entity),
        )
        .where(
            entity.c.identity.in_(found),
            mention.c.start >= of.c.start,
            mention.c.end <= of.c.end,
            or_(of.c.source.is_(None), of.c.source != entity.c.id),
        )
    )
    return or_(words, statement.c.seq.in_(speaks))
