"""Searching: articles or statements by words, in any of their forms."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from simak.store import schema
from simak.store.connection import reading
from simak.store.index import excerpt, matches
from simak.store.question.filter import Where
from simak.store.store import Store


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An article that a search found; ``excerpt`` is where the words stand."""

    article: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    telling: int
    excerpt: str


def search(
    store: Store, words: str, where: Where | None = None, *, limit: int | None = 20
) -> Iterator[Found]:
    """Yield the articles that hold ``words``, the newest first.

    Words are found in all their forms, "in quotation marks" as written; see
    :mod:`simak.store.index`. Raises StoreError when there is nothing to search for or a date is
    none.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     [found.title for found in search(store, 'tangkap "wali kota"')]
    """
    article = schema.article
    with reading(store.engine) as connection:
        query = (
            select(article)
            .where(matches(connection, article, words), *(where or Where()).published())
            .order_by(article.c.published.desc(), article.c.seq.desc())
        )
        for row in connection.execute(query.limit(limit) if limit is not None else query):
            yield Found(
                article=row.id,
                published=row.published,
                outlet=row.outlet,
                title=row.title,
                url=row.url,
                telling=row.copy_of,
                excerpt=excerpt(row.text, words),
            )
