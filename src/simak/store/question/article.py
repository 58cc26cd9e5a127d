"""Articles of a store, and who their entities are across it: what an export goes through."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from simak.store import schema
from simak.store.connection import reading
from simak.store.question.filter import Where
from simak.store.question.report import Side
from simak.store.store import Store

_BATCH = 500


def articles(store: Store, where: Where | None = None) -> Iterator[str]:
    """Yield the ids of the articles that ``where`` describes, in the order in which they came in.

    Raises StoreError when a date is none.
    """
    article, record = schema.article, schema.record
    conditions = (where or Where()).published()
    last = 0
    while True:
        with reading(store.engine) as connection:
            some = connection.execute(
                select(article.c.seq, article.c.id)
                .join(record, record.c.article == article.c.seq)
                .where(article.c.seq > last, *conditions)
                .order_by(article.c.seq)
                .limit(_BATCH)
            ).all()
        if not some:
            return
        yield from (row.id for row in some)
        last = some[-1].seq


def identities(store: Store, article: str) -> dict[str, Side]:
    """Return who the entities of an article are across the store, by their ids.

    Who is unnamed ("warga") has no identity, and is not among them.
    """
    entity, identity, table = schema.entity, schema.identity, schema.article
    with reading(store.engine) as connection:
        return {
            row.id: Side(row.name, row.seq)
            for row in connection.execute(
                select(entity.c.id, identity.c.seq, identity.c.name)
                .join(table, table.c.seq == entity.c.article)
                .join(identity, identity.c.seq == entity.c.identity)
                .where(table.c.id == article)
            )
        }
