"""Versions of the tables, and how an older store is brought up to the one in use (Alembic)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, MetaData, Table, inspect, select

from simak.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest version; the name of the last file in ``versions``."""

FOLDER = Path(__file__).parent


def bring_up(engine: Engine, *, create: bool = True) -> None:
    """Bring the store to version HEAD, in one transaction.

    Raises StoreError if a newer Simak made it, or if it holds tables that are not ours.
    """
    found = _version(engine)
    if found == HEAD:
        return
    there = set(inspect(engine).get_table_names())
    if found is None and there:
        raise StoreError("a database of another program; give another --db")
    if found is None and not create:
        raise StoreError("an empty database; 'simak add' makes a store of it")
    if found is not None and not any((FOLDER / "versions").glob(f"{found}_*.py")):
        raise StoreError(_NEWER)
    from alembic import command
    from alembic.util import CommandError

    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        setting = config()
        setting.attributes["connection"] = connection
        try:
            command.upgrade(setting, "head")
        except CommandError as error:
            raise StoreError(_NEWER) from error


_NEWER = "made by a newer Simak; install that version or newer"


def config() -> Config:
    """Return Alembic's configuration, without a file of its own."""
    from alembic.config import Config

    setting = Config()
    setting.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return setting


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        table = Table("alembic_version", MetaData(), autoload_with=connection)
        found: str | None = connection.execute(select(table.c.version_num)).scalar()
        return found
