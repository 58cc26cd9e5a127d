"""The store: articles and what was read from them, in one database.

>>> from simak.store import Store
>>> with Store("berita.db") as store:                                   # doctest: +SKIP
...     store.put(incoming, record)
...     record == store.record(record.article.id)
True
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from simak.errors import StoreError
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance, Record
from simak.store import copy, schema
from simak.store.connection import connect, reading, writing
from simak.store.row import article, clean, packed, rows, unpacked

State = Literal["absent", "old", "current"]
"""Of an article: not there; read by other versions than these; read by these versions."""


class Store:
    """A store of articles and their records.

    ``name`` is the path of an SQLite file or ``postgresql://...``; without ``create``, a store that
    is not there raises StoreError instead of being made. Everything that changes the store does so
    in one transaction, so that a process may be killed at any moment.
    """

    def __init__(self, name: str | Path = "simak.db", *, create: bool = True) -> None:
        self.name = str(name)
        self.engine: Engine = connect(name, create=create)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; the store can be opened again."""
        self.engine.dispose()

    # --- what comes in ------------------------------------------------------------------------

    def state(self, article: str, provenance: Provenance) -> State:
        """Return whether the article with this id is there, read by the versions named."""
        table = schema.record
        with reading(self.engine) as connection:
            found = connection.execute(
                select(table.c.simak, table.c.model, table.c.lexicon)
                .join(schema.article, schema.article.c.seq == table.c.article)
                .where(schema.article.c.id == article)
            ).first()
        if found is None:
            return "absent"
        return "current" if tuple(found) == _versions(provenance) else "old"

    def put(self, incoming: Incoming, record: Record) -> bool:
        """Keep a record and where its text came from; True if the article was not there before.

        What a machine made of the article before is replaced; what people said about it stays.
        """
        now = _now()
        with writing(self.engine) as connection:
            seq, new = _article(connection, record, now)
            if not new:
                for table in schema.MACHINE:
                    connection.execute(delete(table).where(table.c.article == seq))
            provenance = record.provenance or Provenance(simak="", model="", lexicon="")
            connection.execute(
                insert(schema.record).values(
                    article=seq,
                    data=packed(record),
                    read=now,
                    **dict(zip(("simak", "model", "lexicon"), _versions(provenance), strict=True)),
                )
            )
            for table, made in rows(record, seq):
                connection.execute(insert(table), made)
            _arrive(connection, seq, incoming, now)
            _accepted(connection, incoming.name)
        return new

    def arrive(self, article: str, incoming: Incoming) -> bool:
        """Note that the text of an article came in again; False if from there it did before.

        Raises StoreError if there is no such article.
        """
        with writing(self.engine) as connection:
            seq = _seq(connection, article)
            _accepted(connection, incoming.name)
            return _arrive(connection, seq, incoming, _now())

    def reject(self, rejection: Rejection) -> None:
        """Keep what was refused and why; the last word on a name counts."""
        table = schema.rejection
        name = clean(rejection.name)
        with writing(self.engine) as connection:
            connection.execute(delete(table).where(table.c.name == name))
            connection.execute(
                insert(table).values(
                    name=name,
                    reason=rejection.reason,
                    message=clean(rejection.message),
                    added=_now(),
                )
            )

    # --- what goes out ------------------------------------------------------------------------

    def record(self, article: str) -> Record:
        """Return the record of an article, as it was read.

        Raises StoreError if there is no article with this id.
        """
        with reading(self.engine) as connection:
            found = connection.execute(
                select(schema.record.c.data, schema.article.c.text)
                .join(schema.article, schema.article.c.seq == schema.record.c.article)
                .where(schema.article.c.id == article)
            ).first()
        if found is None:
            raise StoreError(f"{self.name}: there is no article {article}")
        return unpacked(found.data, found.text)

    def records(self, *, batch: int = 200) -> Iterator[Record]:
        """Yield all records in the order in which their articles came in, ``batch`` at a time."""
        last = 0
        while True:
            with reading(self.engine) as connection:
                found = connection.execute(
                    select(schema.article.c.seq, schema.article.c.text, schema.record.c.data)
                    .join(schema.record, schema.article.c.seq == schema.record.c.article)
                    .where(schema.article.c.seq > last)
                    .order_by(schema.article.c.seq)
                    .limit(batch)
                ).all()
            if not found:
                return
            for row in found:
                yield unpacked(row.data, row.text)
            last = found[-1].seq

    def count(self, table: str) -> int:
        """Return the number of rows of a table of :mod:`simak.store.schema`."""
        with reading(self.engine) as connection:
            return int(
                connection.execute(
                    select(func.count()).select_from(schema.metadata.tables[table])
                ).scalar_one()
            )


def _article(connection: Connection, record: Record, now: str) -> tuple[int, bool]:
    """Return the key of the record's article, made or brought up to date, and whether it is new."""
    table = schema.article
    values = article(record)
    seq = connection.execute(select(table.c.seq).where(table.c.id == values["id"])).scalar()
    if seq is not None:
        connection.execute(update(table).where(table.c.seq == seq).values(**values))
        return int(seq), False
    made = connection.execute(insert(table).values(**values, added=now)).inserted_primary_key
    assert made is not None
    seq = int(made[0])
    copy.place(connection, seq, values["text"], values["url"])
    return seq, True


def _seq(connection: Connection, article: str) -> int:
    table = schema.article
    seq = connection.execute(select(table.c.seq).where(table.c.id == article)).scalar()
    if seq is None:
        raise StoreError(f"there is no article {article}")
    return int(seq)


def _arrive(connection: Connection, seq: int, incoming: Incoming, now: str) -> bool:
    table = schema.arrival
    key = {
        "article": seq,
        "name": clean(incoming.name),
        "url": clean(incoming.url or ""),
        "outlet": clean(incoming.outlet or ""),
    }
    there = connection.execute(
        select(table.c.seq).where(*(table.c[name] == value for name, value in key.items()))
    ).first()
    if there is not None:
        return False
    connection.execute(
        insert(table).values(
            **key,
            title=None if incoming.title is None else clean(incoming.title),
            published=incoming.published,
            added=now,
        )
    )
    return True


def _accepted(connection: Connection, name: str) -> None:
    """Forget that something was refused before: now it was read."""
    table: Any = schema.rejection
    connection.execute(delete(table).where(table.c.name == clean(name)))


def _versions(provenance: Provenance) -> tuple[str, str, str]:
    return provenance.simak, provenance.model, provenance.lexicon


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
