"""A store to test on: SQLite always, PostgreSQL where a server is installed."""

import itertools
import tempfile
from pathlib import Path

import pytest
from tests.store import server

from simak.store import Store


@pytest.fixture(scope="session")
def postgres():
    """The address of a running server; the tests are skipped where none is installed."""
    if not server.installed():
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed: its tests are left out")
    with (
        tempfile.TemporaryDirectory(prefix="simak-pg-", ignore_cleanup_errors=True) as name,
        server.running(Path(name)) as address,
    ):
        yield address


_numbers = itertools.count()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """The name of a store that is not there yet, on each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "berita.db")
    import psycopg

    base = f"berita{next(_numbers)}"
    server_address = request.getfixturevalue("postgres")
    with psycopg.connect(f"{server_address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {base}")
    return f"{server_address}/{base}"


@pytest.fixture
def store(address):
    """An empty store, on each kind of database."""
    with Store(address) as store:
        yield store
