"""The store: articles and what was read from them, in one database.

>>> from simak.store import Store
>>> with Store("berita.db") as store:                                   # doctest: +SKIP
...     store.put(incoming, record)
...     record == store.record(record.article.id)
True
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, update

from simak.errors import StoreError
from simak.intake.article import Incoming, Rejection
from simak.judgement import Judgement, standing
from simak.judging import judged
from simak.lexicon import Lexicon
from simak.record import Provenance, Record
from simak.store import copy, decision, schema
from simak.store.connection import connect, reading, writing
from simak.store.identity import Identities, holders, take_apart
from simak.store.key import Keys
from simak.store.name import Spelling
from simak.store.office import Offices
from simak.store.outlet import Outlets
from simak.store.row import article, clean, packed, rows, unpacked

State = Literal["absent", "old", "current"]
"""Of an article: not there; read by other versions than these; read by these versions."""


@dataclass(frozen=True)
class Kept:
    """How a record was kept: ``new`` if its article was not there before.

    ``copy_of`` is the id of the first article of those that tell the same, None if it is the first.
    """

    new: bool
    copy_of: str | None = None


class Store:
    """A store of articles and their records.

    ``name`` is the path of an SQLite file or ``postgresql://...``; without ``create``, a store that
    is not there raises StoreError instead of being made. ``lexicon`` has the well-known actors by
    whose names identities are told. Everything that changes the store does so
    in one transaction, so that a process may be killed at any moment.
    """

    def __init__(
        self,
        name: str | Path = "simak.db",
        *,
        create: bool = True,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.name = str(name)
        self.engine: Engine = connect(name, create=create)
        lexicon = lexicon or Lexicon()
        self.outlets = Outlets(lexicon)
        self.offices = Offices(lexicon, Spelling(lexicon))
        self._identities = Identities(Keys(lexicon))

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

    def put(self, incoming: Incoming, record: Record) -> Kept:
        """Keep a record and where its text came from.

        What a machine made of the article before is replaced; what people said about it stays.
        """
        now = _now()
        with writing(self.engine) as connection:
            seq, new = _article(connection, record, now)
            said = standing(decision.about(connection, record.article.id))
            before = set() if new else self._keys(connection, seq, said)
            _clear(connection, seq, schema.MACHINE)
            provenance = record.provenance or Provenance(simak="", model="", lexicon="")
            versions = dict(zip(_VERSIONS, _versions(provenance), strict=True))
            connection.execute(
                insert(schema.record).values(article=seq, data=packed(record), read=now, **versions)
            )
            after = self._fill(connection, seq, record, said, new)
            if before - after:
                decision.remember(connection, "identities", "stale")
            _arrive(connection, seq, incoming, now)
            _accepted(connection, incoming.name)
            return Kept(new, _first_telling(connection, seq))

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

    # --- what people say ----------------------------------------------------------------------

    def judge(self, *judgements: Judgement) -> list[Judgement]:
        """Keep judgements, all or none, and apply them in their order.

        Those on their articles that find no row are returned. The same judgement twice counts once.
        """
        with writing(self.engine) as connection:
            before: dict[str, list[Judgement]] = {}
            for judgement in judgements:
                articles = [side.article for side in (judgement.target, judgement.other) if side]
                said = {
                    one: standing(decision.about(connection, one))
                    for one in articles
                    if one not in before
                }
                if decision.keep(connection, judgement):
                    before.update(said)
            waiting: list[Judgement] = []
            for article, said_before in before.items():
                waiting += self._redo(connection, article, said_before)
        return waiting

    def judgements(self) -> list[Judgement]:
        """Return all judgements in the order in which they came in, those taken back too."""
        with reading(self.engine) as connection:
            return decision.everything(connection)

    def settle(self) -> bool:
        """Place all entities anew if keys of identity went away; True if there was need.

        Articles that are read again may lose a key that held two identities together.
        """
        with writing(self.engine) as connection:
            if decision.remembered(connection, "identities") != "stale":
                return False
            table = schema.identity
            every = list(connection.execute(select(table.c.seq)).scalars())
            take_apart(connection, every)
            self._place(connection, _seqs(connection))
            decision.remember(connection, "identities", "settled")
        return True

    def _redo(
        self, connection: Connection, article: str, said_before: list[Judgement]
    ) -> list[Judgement]:
        """Make the rows of an article anew from its record, after a judgement."""
        seq = _found(connection, article)
        if seq is None:
            return []
        before = self._keys(connection, seq, said_before)
        record = _record(connection, seq)
        said = standing(decision.about(connection, article))
        _clear(connection, seq, schema.ROWS)
        after = self._fill(connection, seq, record, said, new=False)
        lost = take_apart(connection, holders(connection, before - after))
        self._place(connection, lost)
        return judged(record, said)[1]

    def _fill(
        self, connection: Connection, seq: int, record: Record, said: list[Judgement], new: bool
    ) -> set[str]:
        """Insert an article's rows, judged and with identities; return its keys of identity."""
        truth, _ = judged(record, said)
        if not new or truth.article != record.article:
            table = schema.article
            connection.execute(update(table).where(table.c.seq == seq).values(**article(truth)))
        for table, made in rows(truth, seq):
            connection.execute(insert(table), made)
        self._identities.place(connection, seq, truth, said)
        return _flat(self._identities.keys(truth, said))

    def _keys(self, connection: Connection, seq: int, said: list[Judgement]) -> set[str]:
        truth, _ = judged(_record(connection, seq), said)
        return _flat(self._identities.keys(truth, said))

    def _place(self, connection: Connection, seqs: list[int]) -> None:
        for seq in seqs:
            record = _record(connection, seq)
            said = standing(decision.about(connection, record.article.id))
            self._identities.place(connection, seq, judged(record, said)[0], said)

    # --- what goes out ------------------------------------------------------------------------

    def record(self, article: str, *, judged: bool = True) -> Record:
        """Return the record of an article, with what people said; or as it was read.

        Raises StoreError if there is no article with this id.
        """
        with reading(self.engine) as connection:
            return self._given(connection, _seq(connection, article), judged)

    def records(self, *, judged: bool = True, batch: int = 200) -> Iterator[Record]:
        """Yield all records in the order in which their articles came in, ``batch`` at a time."""
        last = 0
        while True:
            with reading(self.engine) as connection:
                seqs = _seqs(connection, after=last, limit=batch)
                found = [self._given(connection, seq, judged) for seq in seqs]
            if not found:
                return
            yield from found
            last = seqs[-1]

    def _given(self, connection: Connection, seq: int, with_judgements: bool) -> Record:
        record = _record(connection, seq)
        if not with_judgements:
            return record
        return judged(record, decision.about(connection, record.article.id))[0]

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
    seq = _found(connection, record.article.id)
    if seq is not None:
        return seq, False
    values = article(record)
    made = connection.execute(insert(table).values(**values, added=now)).inserted_primary_key
    assert made is not None
    seq = int(made[0])
    copy.place(connection, seq, values["text"], values["url"])
    return seq, True


def _first_telling(connection: Connection, seq: int) -> str | None:
    """Return the id of the article that this one is a copy of, None if of none."""
    one, first = schema.article.alias(), schema.article.alias()
    found: str | None = connection.execute(
        select(first.c.id)
        .join(one, one.c.copy_of == first.c.seq)
        .where(one.c.seq == seq, first.c.seq != seq)
    ).scalar()
    return found


def _found(connection: Connection, article: str) -> int | None:
    table = schema.article
    seq = connection.execute(select(table.c.seq).where(table.c.id == article)).scalar()
    return None if seq is None else int(seq)


def _seq(connection: Connection, article: str) -> int:
    seq = _found(connection, article)
    if seq is None:
        raise StoreError(f"there is no article {article}")
    return seq


def _seqs(connection: Connection, *, after: int = 0, limit: int | None = None) -> list[int]:
    """Return the keys of the articles that were read, in order."""
    table = schema.record
    wanted = select(table.c.article).where(table.c.article > after).order_by(table.c.article)
    return list(connection.execute(wanted.limit(limit) if limit else wanted).scalars())


def _record(connection: Connection, seq: int) -> Record:
    """Return the record of an article as the machine made it."""
    row = connection.execute(
        select(schema.record.c.data, schema.article.c.text)
        .join(schema.article, schema.article.c.seq == schema.record.c.article)
        .where(schema.record.c.article == seq)
    ).one()
    return unpacked(row.data, row.text)


def _clear(connection: Connection, seq: int, tables: Iterable[Table]) -> None:
    for table in tables:
        connection.execute(delete(table).where(table.c.article == seq))


def _flat(keys: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {key for some in keys.values() for key in some}


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


_VERSIONS = ("simak", "model", "lexicon")


def _versions(provenance: Provenance) -> tuple[str, str, str]:
    return provenance.simak, provenance.model, provenance.lexicon


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
