"""Copies: which articles are one telling, who printed it first, whom each credits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import select

from simak.errors import StoreError
from simak.store import schema
from simak.store.connection import reading
from simak.store.copy import triples
from simak.store.question.filter import Where
from simak.store.store import Store


class Credit(msgspec.Struct, frozen=True):
    """Whom an article credits; ``via``: the credited source through which it has the report."""

    name: str
    via: str | None


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """One printing of a telling: an article, or the same text from another outlet or address.

    ``shared`` is the part of its words (runs of three) that stand in the first one's, 1 for the
    first; ``added`` when it came into the store.
    """

    article: str
    name: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    credits: tuple[Credit, ...]
    shared: float
    added: str


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A group of copies, the earliest printing first (by its date, else as it came in).

    ``first``: the outlet that printed it first, None if a date is missing and it is not known.
    ``outlets``: who printed it. ``origins``: where it comes from, by the ends of the chains of
    credits, else the outlet that is first here. However many printed it, it is one voice.
    """

    telling: int
    first: str | None
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    printed: tuple[Printed, ...]


def copies(
    store: Store, article: str | None = None, where: Where | None = None
) -> Iterator[Telling]:
    """Yield the groups of articles that are one telling, those that came in first first.

    ``article``: only the group of this one, also if it is alone. ``where`` is about any of the
    printings. Raises StoreError if there is no such article.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     [(one.first, len(one.printed)) for one in copies(store)]
    """
    table, arrival = schema.article, schema.arrival
    with reading(store.engine) as connection:
        wanted = select(table.c.copy_of).distinct().order_by(table.c.copy_of)
        if article is not None:
            wanted = wanted.where(table.c.id == article)
        if where is not None:
            wanted = wanted.where(*where.published())
        groups = list(connection.execute(wanted).scalars())
        if article is not None and not groups:
            raise StoreError(f"there is no article {article}")
        for group in groups:
            rows = connection.execute(
                select(
                    table.c.seq,
                    table.c.id,
                    table.c.text,
                    table.c.outlet,
                    table.c.published,
                    table.c.title,
                    table.c.url,
                    arrival.c.name,
                    arrival.c.outlet.label("brought_by"),
                    arrival.c.url.label("brought_from"),
                    arrival.c.published.label("brought_on"),
                    arrival.c.title.label("brought_as"),
                    arrival.c.added,
                )
                .join(arrival, arrival.c.article == table.c.seq)
                .where(table.c.copy_of == group)
                .order_by(table.c.seq, arrival.c.seq)
            ).all()
            if len(rows) < 2 and article is None:
                continue
            credits: dict[int, dict[int, tuple[str, int | None]]] = {}
            credit = schema.credit
            for row in connection.execute(
                select(credit)
                .where(credit.c.article.in_(sorted({row.seq for row in rows})))
                .order_by(credit.c.article, credit.c.position)
            ):
                credits.setdefault(row.article, {})[row.position] = row.name, row.via
            yield _telling(store, group, list(rows), credits)


def _telling(
    store: Store,
    group: int,
    rows: list[Any],
    credits: dict[int, dict[int, tuple[str, int | None]]],
) -> Telling:
    """Return a group from the rows of its arrivals."""
    texts: dict[int, set[str]] = {}
    printed: list[tuple[int, Printed]] = []
    seen: set[int] = set()
    for row in rows:
        again = row.seq in seen  # the same text from another place
        seen.add(row.seq)
        texts.setdefault(row.seq, set(triples(row.text)))
        named = credits.get(row.seq, {})
        published = (row.brought_on or (None if again else row.published)) or row.published
        printed.append(
            (
                row.seq,
                Printed(
                    article=row.id,
                    name=row.name,
                    published=published,
                    outlet=row.brought_by or (None if again else row.outlet),
                    title=row.brought_as or row.title,
                    url=row.brought_from or (None if again else row.url),
                    credits=tuple(
                        Credit(name, named[via][0] if via in named else None)
                        for name, via in named.values()
                    ),
                    shared=0,
                    added=row.added,
                ),
            )
        )
    # A date without the time of day may be before or after one with it: as they came in.
    printed.sort(key=lambda one: (one[1].published or "9999")[:10])
    first = texts[printed[0][0]]
    made = tuple(
        msgspec.structs.replace(
            one, shared=round(len(texts[seq] & first) / len(texts[seq]), 2) if texts[seq] else 1.0
        )
        for seq, one in printed
    )
    dated = all(one.published for one in made)
    outlets = tuple(dict.fromkeys(one.outlet for one in made if one.outlet))
    ends = [
        store.outlets.name(one.name)
        for each in made
        for one in each.credits
        if one.name not in {other.via for other in each.credits}
    ]
    return Telling(
        telling=group,
        first=made[0].outlet if dated or len(made) == 1 else None,
        outlets=outlets,
        origins=tuple(dict.fromkeys(ends)) or outlets[:1],
        printed=made,
    )
