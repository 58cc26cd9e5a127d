"""Opening the database: a file of SQLite or a server of PostgreSQL, with its tables brought up.

A store is named by a path ("simak.db") or by an address ("postgresql://name@host/base"). SQLite is
opened so that a reader never waits for the writer (write-ahead log), every writing transaction
takes its lock when it begins (no upgrade that fails half way), and a process that is killed at any
moment leaves the last whole transaction behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from simak.errors import StoreError
from simak.store import migration

# How long a writer waits for another, in seconds.
_PATIENCE = 60


def connect(name: str | Path, *, create: bool = True) -> Engine:
    """Return an engine on the store ``name``, its tables as this version of Simak knows them.

    Raises StoreError if there is none and ``create`` is False, if the file is no store, if the
    server cannot be reached, or if a newer Simak made it.
    """
    url = address(name)
    if not url.startswith(("sqlite", "postgresql")):
        raise StoreError(f"{_shown(name)}: no store; give a file or postgresql://USER@HOST/BASE")
    if url.startswith("sqlite") and not create:
        path = Path(str(make_url(url).database))
        if not path.exists():
            raise StoreError(f"{path}: no such store; 'simak add FILE --db {path}' makes one")
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    except (NoSuchModuleError, ArgumentError) as error:
        raise StoreError(
            f"{_shown(name)}: no store; give a file or postgresql://USER@HOST/BASE"
        ) from error
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{_shown(name)}: PostgreSQL needs a driver; "
            "install it with: pip install 'simak[postgres]'"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
    try:
        migration.bring_up(engine, create=create)
    except StoreError as error:
        engine.dispose()
        raise StoreError(f"{_shown(name)}: {error}") from error
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(f"{_shown(name)}: {_reason(error)}") from error
    return engine


def address(name: str | Path) -> str:
    """Return the SQLAlchemy address of a store.

    >>> address("berita.db")
    'sqlite:///berita.db'
    >>> address("postgresql://simak@localhost/berita")
    'postgresql+psycopg://simak@localhost/berita'
    """
    text = str(name)
    for scheme in ("postgresql://", "postgres://"):
        if text.startswith(scheme):
            return "postgresql+psycopg://" + text.removeprefix(scheme)
    if "://" in text:
        return text
    return f"sqlite:///{text}"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that sees one state of the store throughout."""
    with _named(engine), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield a connection whose changes are kept together when the block ends, or not at all."""
    with _named(engine), engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


@contextmanager
def _named(engine: Engine) -> Iterator[None]:
    """Turn what the database itself reports into a StoreError that says which store."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(
            f"{engine.url.render_as_string(hide_password=True)}: {_reason(error)}"
        ) from error


def _prepare(connection: Any, _: Any) -> None:
    """Set up a connection to SQLite."""
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA journal_mode = WAL")
        # In WAL mode this loses no committed transaction when the process dies, only (perhaps the
        # last ones, never the file) when the machine does.
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA cache_size = -65536")
    finally:
        cursor.close()


def tables(engine: Engine) -> set[str]:
    """Return the names of the tables that there are."""
    return set(inspect(engine).get_table_names())


def _reason(error: SQLAlchemyError) -> str:
    """Return what the database said, in one line, with what to do where we know it."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    text = said[0] if said else type(error).__name__
    if "file is not a database" in text:
        return "not an SQLite database; give another --db"
    if "unable to open database file" in text:
        return "cannot be opened; give a file in a folder that is there and may be written to"
    if "database is locked" in text:
        return f"another program has been writing to it for {_PATIENCE} seconds; try again"
    if "readonly database" in text or "read-only" in text:
        return "may not be written to; give another --db, or a copy where you may write"
    if "malformed" in text:
        return "the file is damaged; take a copy of it that is whole, or make it again (simak add)"
    if "is full" in text or "disk I/O error" in text:
        return f"cannot be written ({text}); make room, then run the same command again"
    return text


def _shown(name: str | Path) -> str:
    """Return the store's name without its password."""
    try:
        return make_url(str(name)).render_as_string(hide_password=True)
    except ArgumentError:
        return str(name)
