"""Identities: one person, body or place across articles.

Entities are tied together by shared keys (:mod:`simak.store.key`). An article's entities are placed
when it comes in; where an entity has keys of several identities, these become one. When keys go
away again (an article read anew, a judgement taken back), what hung on them is taken apart and
placed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from simak.judgement import Judgement
from simak.record import Entity, Record
from simak.store import schema
from simak.store.key import Keys, forms, is_named, own
from simak.store.name import form

# SQLite takes some 32,000 values in one statement.
_MANY = 500


class Identities:
    """Places the entities of articles; ``keys`` says what makes two of them the same."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def keys(self, record: Record, judgements: Sequence[Judgement]) -> dict[str, tuple[str, ...]]:
        """Return the keys of each named entity of ``record``, by its id.

        ``judgements`` are those that stand: who is said to be the same shares a key, and who is
        said to be different has only one of its own.
        """
        found = {}
        for entity in record.entities:
            if not is_named(entity):
                continue
            spans = {mention.span for mention in entity.mentions}
            ties = []
            apart = False
            for one in judgements:
                if one.kind not in ("same", "different"):
                    continue
                sides = [
                    side is not None and side.article == record.article.id and side.span in spans
                    for side in (one.target, one.other)
                ]
                if one.kind == "same" and any(sides):
                    ties.append(f"same:{one.id}")
                apart = apart or (one.kind == "different" and sides[1])
            first = (own(record, entity),) if apart else self._keys.of(record, entity)
            found[entity.id] = (*first, *ties)
        return found

    def place(
        self, connection: Connection, seq: int, record: Record, judgements: Sequence[Judgement]
    ) -> None:
        """Give each named entity of an article (whose rows are there) its identity."""
        by_entity = self.keys(record, judgements)
        known = _known(connection, {key for keys in by_entity.values() for key in keys})
        named = {entity.id: entity for entity in record.entities}
        placed: list[dict[str, object]] = []
        for entity, keys in by_entity.items():
            there = sorted({known[key] for key in keys if key in known})
            if there:
                identity = there[0]
                if len(there) > 1:
                    _join(connection, identity, there[1:])
                    known = {k: identity if v in there else v for k, v in known.items()}
                    placed = [
                        {**row, "to": identity} if row["to"] in there else row for row in placed
                    ]
            else:
                identity = self._made(connection, named[entity])
            fresh = [key for key in keys if key not in known]
            if fresh:
                connection.execute(
                    insert(schema.identity_key),
                    [{"key": key, "identity": identity} for key in fresh],
                )
                known.update(dict.fromkeys(fresh, identity))
            self._named(connection, identity, named[entity])
            placed.append({"of": entity, "to": identity})
        if placed:
            table = schema.entity
            connection.execute(
                update(table)
                .where(table.c.article == seq, table.c.id == bindparam("of"))
                .values(identity=bindparam("to")),
                placed,
            )
        self._rename(connection, record, judgements)

    def _made(self, connection: Connection, entity: Entity) -> int:
        known = self._keys.known_as(entity)
        made = connection.execute(
            insert(schema.identity).values(
                type=entity.type,
                name=known or _plain(entity.name),
                known=known,
                authority=entity.link.authority if entity.link else None,
                authority_id=entity.link.id if entity.link else None,
                renamed="",
            )
        ).inserted_primary_key
        assert made is not None
        return int(made[0])

    def _named(self, connection: Connection, identity: int, entity: Entity) -> None:
        """Note the forms of an entity's name.

        An identity is called as people say, else as the lexicon knows it, else by the fullest name.
        """
        table = schema.identity
        _add_forms(connection, identity, forms(entity))
        row = connection.execute(select(table).where(table.c.seq == identity)).one()
        values: dict[str, object] = {}
        known = min(filter(None, (row.known, self._keys.known_as(entity))), default=None)
        name = known or max((row.name, _plain(entity.name)), key=_rank)
        if known != row.known:
            values["known"] = known
        if not row.renamed and name != row.name:
            values["name"] = name
        if entity.link and not row.authority:
            values |= {"authority": entity.link.authority, "authority_id": entity.link.id}
        if _TYPES.index(entity.type) < _TYPES.index(row.type):
            values["type"] = entity.type
        if values:
            connection.execute(update(table).where(table.c.seq == identity).values(**values))

    def _rename(
        self, connection: Connection, record: Record, judgements: Sequence[Judgement]
    ) -> None:
        """Apply the names that people gave; the latest counts."""
        for one in judgements:
            if one.kind != "rename" or one.target.article != record.article.id:
                continue
            table = schema.entity
            holder = next(
                (
                    entity.id
                    for entity in record.entities
                    if any(mention.span == one.target.span for mention in entity.mentions)
                ),
                None,
            )
            if holder is None:
                continue
            article = select(schema.article.c.seq).where(schema.article.c.id == record.article.id)
            identity = connection.execute(
                select(table.c.identity).where(
                    table.c.article == article.scalar_subquery(), table.c.id == holder
                )
            ).scalar()
            if identity is None:
                continue
            connection.execute(
                update(schema.identity)
                .where(schema.identity.c.seq == identity, schema.identity.c.renamed <= one.at)
                .values(name=str(one.value), renamed=one.at)
            )
            _add_forms(connection, identity, [form(str(one.value))])


def take_apart(connection: Connection, identities: Iterable[int]) -> list[int]:
    """Delete identities and return the articles (keys) whose entities are to be placed again."""
    entity = schema.entity
    gone = sorted(set(identities))
    articles: set[int] = set()
    for at in range(0, len(gone), _MANY):
        some = gone[at : at + _MANY]
        articles.update(
            connection.execute(
                select(entity.c.article).where(entity.c.identity.in_(some)).distinct()
            ).scalars()
        )
        connection.execute(update(entity).where(entity.c.identity.in_(some)).values(identity=None))
        for table in (schema.identity_key, schema.identity_name):
            connection.execute(delete(table).where(table.c.identity.in_(some)))
        connection.execute(delete(schema.identity).where(schema.identity.c.seq.in_(some)))
    return sorted(articles)


def holders(connection: Connection, keys: Iterable[str]) -> set[int]:
    """Return the identities that have one of ``keys``."""
    return set(_known(connection, keys).values())


def _known(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return the identities of those keys that are known."""
    table = schema.identity_key
    wanted = sorted(set(keys))
    found: dict[str, int] = {}
    for at in range(0, len(wanted), _MANY):
        for row in connection.execute(
            select(table.c.key, table.c.identity).where(table.c.key.in_(wanted[at : at + _MANY]))
        ):
            found[row.key] = row.identity
    return found


def _join(connection: Connection, into: int, others: Sequence[int]) -> None:
    """Make several identities one."""
    table, names = schema.identity, schema.identity_name
    rows = connection.execute(select(table).where(table.c.seq.in_([into, *others]))).all()
    known = min((row.known for row in rows if row.known), default=None)
    best = max(rows, key=lambda row: (row.renamed, row.name == known, _rank(row.name), -row.seq))
    linked = next((row for row in sorted(rows, key=lambda row: row.seq) if row.authority), best)
    moved = connection.execute(
        select(names.c.form).where(names.c.identity.in_(others)).distinct().order_by(names.c.form)
    ).scalars()
    _add_forms(connection, into, list(moved))
    connection.execute(delete(names).where(names.c.identity.in_(others)))
    for part in (schema.entity, schema.identity_key):
        connection.execute(update(part).where(part.c.identity.in_(others)).values(identity=into))
    connection.execute(delete(table).where(table.c.seq.in_(others)))
    connection.execute(
        update(table)
        .where(table.c.seq == into)
        .values(
            name=best.name if best.renamed or not known else known,
            known=known,
            renamed=best.renamed,
            type=min((row.type for row in rows), key=list(_TYPES).index),
            authority=linked.authority,
            authority_id=linked.authority_id,
        )
    )


# Of entities that are one, the type that says most.
_TYPES = ("PER", "ORG", "GPE", "LOC", "NORP", "POST", "GROUP")


def _rank(name: str) -> tuple[bool, int, int, str]:
    """Return how well a name names: the longer the better, up to some words; never by order.

    A name in capitals ("KOTA MELATI", "Marc MARQUEZ") is one of a headline.
    """
    words = name.split()
    shouted = any(word.isupper() and len(word) > _ACRONYM for word in words)
    return not shouted, min(len(words), 4), min(len(name), 40), name


# Longer words in capitals are no acronyms, mostly.
_ACRONYM = 5


def _plain(name: str) -> str:
    """Return a name in one line, as it is shown."""
    return " ".join(name.split()) or name


def _add_forms(connection: Connection, identity: int, given: Iterable[str]) -> None:
    table = schema.identity_name
    wanted = [one for one in dict.fromkeys(given) if one]
    there = set(
        connection.execute(
            select(table.c.form).where(table.c.identity == identity, table.c.form.in_(wanted))
        ).scalars()
    )
    fresh = [{"form": one, "identity": identity} for one in wanted if one not in there]
    if fresh:
        connection.execute(insert(table), fresh)
