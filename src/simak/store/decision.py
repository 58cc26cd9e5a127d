"""Judgements in the store, and the few things that the store remembers about itself."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, delete, func, insert, or_, select

from simak.judgement import Judgement
from simak.store import schema


def keep(connection: Connection, judgement: Judgement) -> bool:
    """Append a judgement; False if it is there already."""
    table = schema.judgement
    if connection.execute(select(table.c.id).where(table.c.id == judgement.id)).first():
        return False
    last = connection.execute(select(func.max(table.c.position))).scalar() or 0
    connection.execute(
        insert(table).values(
            id=judgement.id,
            kind=judgement.kind,
            article=judgement.target.article,
            other_article=judgement.other.article if judgement.other else None,
            data=msgspec.json.encode(judgement).decode(),
            by=judgement.by,
            at=judgement.at,
            position=last + 1,
        )
    )
    return True


def about(connection: Connection, article: str) -> list[Judgement]:
    """Return the judgements on an article, in the order in which they came in."""
    table = schema.judgement
    return [
        msgspec.json.decode(row, type=Judgement)
        for row in connection.execute(
            select(table.c.data)
            .where(or_(table.c.article == article, table.c.other_article == article))
            .order_by(table.c.position)
        ).scalars()
    ]


def everything(connection: Connection) -> list[Judgement]:
    """Return all judgements, in the order in which they came in."""
    table = schema.judgement
    return [
        msgspec.json.decode(row, type=Judgement)
        for row in connection.execute(select(table.c.data).order_by(table.c.position)).scalars()
    ]


def remember(connection: Connection, name: str, value: str) -> None:
    """Note something about the store itself."""
    table = schema.note
    connection.execute(delete(table).where(table.c.name == name))
    connection.execute(insert(table).values(name=name, value=value))


def remembered(connection: Connection, name: str) -> str | None:
    """Return what was noted under a name."""
    table = schema.note
    found: str | None = connection.execute(
        select(table.c.value).where(table.c.name == name)
    ).scalar()
    return found
