"""The tables of the store, the same on SQLite and on PostgreSQL.

Three kinds of tables, and the difference between them is what keeps a user's work safe:

- what came in (``article``, ``arrival``, ``rejection``): never changed by a run, only added to;
- what a machine made of it (``record`` and all rows under it): replaced as a whole when a newer
  Simak, other weights or another lexicon reads the article again;
- what people said about it (``judgement``): appended, never changed, applied when rows are read.

A row's ``id`` is the id that it has in the record's JSON; it is unique within its ``article``.
Spans are code points, half open, as in the record. Dates are ISO 8601 text, as precise as they
are known ("2023-06" is a month), so that they sort and compare as text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_once_%(column_0_N_name)s",
        "fk": "%(table_name)s_to_%(referred_table_name)s_%(column_0_name)s",
    }
)

# A key that counts up: SQLite wants INTEGER for its rowid, PostgreSQL a wide one.
_Key = BigInteger().with_variant(Integer, "sqlite")


def _article() -> Column[int]:
    """Return the column that ties a row to its article and goes with it."""
    return Column("article", _Key, ForeignKey("article.seq", ondelete="CASCADE"), nullable=False)


article = Table(
    "article",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),  # the hash of its text
    Column("title", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("byline", Text, nullable=False, default="[]"),  # JSON, a list of names
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
    Column("dateline_place", Text),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("roots", Text, nullable=False),  # the text's words by their roots, for the index
    # The first article of those that tell the same in nearly the same words; itself if alone.
    Column("copy_of", _Key, ForeignKey("article.seq"), index=True),
    Column("added", Text, nullable=False),
    Index(None, "published"),
    Index(None, "outlet"),
    Index(None, "url"),
    sqlite_autoincrement=True,
)

arrival = Table(
    "arrival",  # each time a text came in: from which file, by which outlet, at which address
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    _article(),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False, default=""),
    Column("outlet", Text, nullable=False, default=""),
    Column("title", Text),
    Column("published", Text),
    Column("added", Text, nullable=False),
    UniqueConstraint("article", "name", "url", "outlet"),
    Index(None, "name"),
)

rejection = Table(
    "rejection",  # what came in and is no article; the last word on each name
    metadata,
    Column("name", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("added", Text, nullable=False),
)

record = Table(
    "record",  # the whole record, so that what goes out is what was read, to the byte
    metadata,
    Column(
        "article",
        _Key,
        ForeignKey("article.seq", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("simak", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("lexicon", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the JSON without article.text, deflated
    Column("read", Text, nullable=False),
)

credit = Table(
    "credit",  # whom an article credits as its origin
    metadata,
    _article(),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    # The position of the credit through which the article has this one's report, None if directly:
    # "dikutip dari X yang melansir Y" is Y through X.
    Column("via", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("article", "position"),
    Index(None, "name"),
)

band = Table(
    "band",  # parts of a text's MinHash signature: texts that share one may be copies
    metadata,
    Column("band", Integer, nullable=False),
    Column("hash", BigInteger, nullable=False),
    _article(),
    PrimaryKeyConstraint("band", "hash", "article"),
    Index(None, "article"),
    sqlite_with_rowid=False,
)

identity = Table(
    "identity",  # one person, body or place across articles
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("authority", Text),
    Column("authority_id", Text),
    Column("known", Text),  # the name under which the lexicon or the gazetteer knows it
    # When somebody gave it this name, empty if the articles did.
    Column("renamed", Text, nullable=False, default=""),
    Index(None, "name"),
    Index(None, "authority", "authority_id"),
    sqlite_autoincrement=True,
)

identity_key = Table(
    "identity_key",  # entities that share a key are one
    metadata,
    Column("key", Text, primary_key=True),
    Column(
        "identity", _Key, ForeignKey("identity.seq", ondelete="CASCADE"), nullable=False, index=True
    ),
    sqlite_with_rowid=False,
)

identity_name = Table(
    "identity_name",  # the forms under which an identity is looked up, in lower case
    metadata,
    Column("form", Text, nullable=False),
    Column(
        "identity", _Key, ForeignKey("identity.seq", ondelete="CASCADE"), nullable=False, index=True
    ),
    PrimaryKeyConstraint("form", "identity"),
    sqlite_with_rowid=False,
)

entity = Table(
    "entity",
    metadata,
    _article(),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("acronym", Text),
    Column("aliases", Text, nullable=False, default="[]"),  # JSON, a list of names
    Column("authority", Text),
    Column("authority_id", Text),
    Column("confidence", Float),
    # None: unnamed here ("warga"), so it is nobody across articles
    Column("identity", _Key, ForeignKey("identity.seq"), index=True),
    PrimaryKeyConstraint("article", "id"),
    Index(None, "name"),
)


def _within_article(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["article", column], [f"{table}.article", f"{table}.id"], ondelete="CASCADE"
    )


mention = Table(
    "mention",
    metadata,
    _article(),
    Column("entity", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    _within_article("entity", "entity"),
    Index(None, "article", "entity"),
)

role = Table(
    "role",
    metadata,
    _article(),
    Column("entity", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("organization", Text),  # an entity of the same article
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _within_article("entity", "entity"),
    Index(None, "article", "entity"),
)

time = Table(
    "time",
    metadata,
    _article(),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("mod", Text),
    Column("basis", Text, nullable=False),
    Column("first", Text),  # first and last day of the value, where it is a date
    Column("last", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("article", "id"),
)

statement = Table(
    "statement",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    _article(),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("source", Text),  # an entity of the same article
    Column("source_words", Text),
    Column("cue", Text),
    Column("addressee", Text),
    Column("content", Text, nullable=False),  # its pieces, joined by " … "
    Column("roots", Text, nullable=False),
    Column("within", Text),
    Column("time", Text),
    Column("place", Text),
    Column("confidence", Float),
    Column("start", Integer, nullable=False),  # of all its spans together
    Column("end", Integer, nullable=False),
    UniqueConstraint("article", "id"),
    Index(None, "article", "source"),
    Index(None, "act"),
    sqlite_autoincrement=True,
)

event = Table(
    "event",
    metadata,
    Column("seq", _Key, primary_key=True, autoincrement=True),
    _article(),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("time", Text),
    Column("place", Text),
    Column("asserted_by", Text, nullable=False),
    Column("statement", Text),
    Column("contexts", Text, nullable=False, default="[]"),  # JSON, a list
    Column("intensity", Float),
    Column("confidence", Float),
    # The first and last day on which it was, and whether the text says so or the article's date.
    Column("first", Text),
    Column("last", Text),
    Column("dated_by", Text, nullable=False),  # time, published, unknown
    Column("evidence", Text, nullable=False),  # JSON, a list of spans
    Column("start", Integer, nullable=False),  # of the trigger
    Column("end", Integer, nullable=False),
    UniqueConstraint("article", "id"),
    Index(None, "type", "first"),
    Index(None, "first"),
    sqlite_autoincrement=True,
)

party = Table(
    "party",  # who takes part in an event, and on which side
    metadata,
    _article(),
    Column("event", Text, nullable=False),
    Column("side", Text, nullable=False),  # actor, recipient
    Column("position", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    PrimaryKeyConstraint("article", "event", "side", "position"),
    _within_article("entity", "entity"),
    Index(None, "article", "entity"),
)

wording = Table(
    "wording",
    metadata,
    _article(),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("neutral", Text),
    Column("asserted_by", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index(None, "article"),
)

judgement = Table(
    "judgement",  # what a person decided: appended, never changed, taken back by a later one
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # same, different, rename, wrong, value, undo
    # The ids of the articles that it is about, there or not; the second is that of ``other``.
    Column("article", Text, nullable=False, index=True),
    Column("other_article", Text, index=True),
    Column("data", Text, nullable=False),  # the judgement as JSON
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("position", _Key, nullable=False, unique=True),  # the order in which they came in
)

note = Table(
    "note",  # what the store has to remember about itself
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

#: The rows that are made from an article's record, children first.
ROWS = (mention, role, party, wording, credit, statement, event, time, entity)

#: All that a new reading of an article replaces.
MACHINE = (*ROWS, record)
