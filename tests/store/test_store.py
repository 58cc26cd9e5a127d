"""What is put into a store comes out of it, whatever the database."""

import sqlite3

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from simak.errors import StoreError
from simak.intake.article import Incoming, Rejection
from simak.record import Provenance, encode
from simak.store import Store, schema
from simak.store.adding import Tally, add
from simak.store.index import matches, owned
from simak.store.migration import HEAD

TEXT = (
    'RAWA ELOK - Bupati Rawa Elok Sari Wulan mengatakan jembatan itu "kuat". Polisi menangkap dua '
    "orang pada Selasa (5/3/2024)."
)


@pytest.fixture
def article():
    return Incoming(name="berita/a.txt", text=TEXT, outlet="Harian Melati", published="2024-03-06")


@pytest.fixture
def record(reader, article):
    return reader.read_incoming(article)


def rows(store, table):
    with store.engine.connect() as connection:
        return connection.execute(table.select()).mappings().all()


def found(store, table, asked):
    with store.engine.connect() as connection:
        return connection.execute(table.select().where(matches(connection, table, asked))).all()


def test_a_record_comes_out_as_it_went_in(store, article, record):
    assert store.put(article, record).new
    assert encode(store.record(record.article.id)) == encode(record)
    assert [encode(one) for one in store.records()] == [encode(record)]


def test_the_rows_are_those_of_the_record(store, article, record):
    store.put(article, record)
    for table, of_record in (
        (schema.entity, record.entities),
        (schema.statement, record.statements),
        (schema.event, record.events),
        (schema.time, record.times),
    ):
        assert {row["id"] for row in rows(store, table)} == {row.id for row in of_record}
    (statement,) = rows(store, schema.statement)
    assert statement["content"].split(" … ") == [
        record.words(span) for span in record.statements[0].content
    ]
    assert TEXT[statement["start"] : statement["end"]].startswith("Bupati")
    (event,) = (row for row in rows(store, schema.event) if row["trigger"] == "menangkap")
    assert (event["first"], event["last"], event["dated_by"]) in (
        ("2024-03-05", "2024-03-05", "time"),
        ("2024-03-06", "2024-03-06", "published"),
    )


def test_putting_it_again_changes_nothing(store, article, record):
    assert store.put(article, record).new
    before = {name: store.count(name) for name in schema.metadata.tables}
    assert not store.put(article, record).new
    assert {name: store.count(name) for name in schema.metadata.tables} == before


@pytest.mark.parametrize("asked", ["tangkap", "DITANGKAP", '"menangkap dua"', "jembat*", "kuat -x"])
def test_words_are_found_by_their_roots(store, article, record, asked):
    store.put(article, record)
    assert len(found(store, schema.article, asked)) == 1


@pytest.mark.parametrize(
    "asked", ['"tangkap"', "tangkap -jembatan", "tangkap banjir", '"dua polisi"']
)
def test_what_is_not_there_is_not_found(store, article, record, asked):
    store.put(article, record)
    assert found(store, schema.article, asked) == []


def test_either_word(store, article, record):
    store.put(article, record)
    assert len(found(store, schema.article, "banjir OR tangkap")) == 1
    assert len(found(store, schema.statement, "kuat")) == 1


@pytest.mark.parametrize(
    "asked", ["'", '"', "a AND (", "NEAR(x y)", "roots:x", "-", "*", "x:*", "a'b"]
)
def test_no_search_is_a_fault_of_the_database(store, article, record, asked):
    store.put(article, record)
    try:
        found(store, schema.article, asked)
    except StoreError as error:
        assert "nothing to search for" in str(error)


def test_the_index_forgets_what_is_replaced(store, reader, article, record):
    store.put(article, record)
    slim = msgspec.structs.replace(record, statements=(), events=(), wording=())
    store.put(article, slim)
    assert found(store, schema.statement, "kuat") == []
    assert len(found(store, schema.article, "jembatan")) == 1


def test_characters_that_a_database_does_not_take(store, reader):
    text = "Bupati Sari Wulan\x00 mengatakan jembatan itu kuat 😀.\x00"
    article = Incoming(name="berita/\udcff\x00.txt", text=text, published="2024-03-06")
    record = reader.read_incoming(article, force=True)
    store.put(article, record)
    assert encode(store.record(record.article.id)) == encode(record)
    (row,) = rows(store, schema.article)
    assert row["text"] == text.replace("\x00", "\ufffd")
    store.reject(Rejection(name="\udcff\x00", reason="empty", message="\x00"))


def test_the_last_word_on_a_name_counts(store, article, record):
    store.reject(Rejection(name=article.name, reason="empty", message="kosong"))
    store.reject(Rejection(name=article.name, reason="language", message="Inggris"))
    assert [row["reason"] for row in rows(store, schema.rejection)] == ["language"]
    store.put(article, record)
    assert rows(store, schema.rejection) == []


def test_a_run_says_what_became_of_each_input(store, reader, article):
    items = [
        article,
        Incoming(name="salinan.txt", text=TEXT, outlet="Kabar Anggrek"),
        Rejection(name="foto.png", reason="not text", message="a picture"),
        Incoming(name="english.txt", text="The mayor said that the bridge is safe and open. " * 5),
    ]
    first = list(add(store, reader, items))
    assert [outcome.kind for outcome in first] == ["new", "copy", "rejected", "rejected"]
    assert first[3].rejection is not None and first[3].rejection.reason == "language"
    again = list(add(store, reader, items))
    assert [outcome.kind for outcome in again] == ["there", "there", "rejected", "rejected"]
    assert (store.count("article"), store.count("arrival"), store.count("rejection")) == (1, 2, 2)
    tally = Tally()
    for outcome in again:
        tally.count(outcome)
    assert tally.total == 4 and tally.reasons["language"] == 1


def test_a_newer_simak_reads_again(store, reader, article, record):
    old = Provenance(simak="0.0.1", model="x", lexicon="y")
    store.put(article, msgspec.structs.replace(record, provenance=old, events=()))
    assert store.state(record.article.id, reader.provenance) == "old"
    (outcome,) = add(store, reader, [article])
    assert outcome.kind == "read again"
    assert encode(store.record(record.article.id)) == encode(record)


def test_a_dry_run_keeps_nothing(reader, article):
    copy = Incoming(name="b.txt", text=TEXT)
    assert [outcome.kind for outcome in add(None, reader, [article, copy])] == ["new", "copy"]


def test_one_bad_article_stops_nothing(store, reader, article, monkeypatch):
    def fail(item, force):
        raise ZeroDivisionError("x")

    monkeypatch.setattr(reader, "read_incoming", fail)
    (outcome,) = add(store, reader, [article])
    assert outcome.rejection is not None and outcome.rejection.reason == "fault"


def test_the_tables_are_what_the_migrations_make(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _object, name, *_: not owned(name or "")},
        )
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == HEAD


def test_a_store_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="no such store; 'simak add"):
        Store(tmp_path / "x.db", create=False)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "folder" / "x.db")


def test_a_file_that_is_no_store(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(b"PK\x03\x04" * 1000)
    with pytest.raises(StoreError, match="not an SQLite database"):
        Store(path)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(StoreError, match="another program"):
        Store(other)


def test_a_store_of_a_newer_simak(tmp_path):
    path = tmp_path / "x.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer Simak"):
        Store(path)


def test_a_server_that_cannot_be_reached():
    with pytest.raises(StoreError, match=r"postgresql://x:\*+@127\.0\.0\.1:1/y: connection failed"):
        Store("postgresql://x:secret@127.0.0.1:1/y")


def test_an_address_of_nothing():
    with pytest.raises(StoreError, match="give a file or postgresql://"):
        Store("foo://bar")


def test_an_article_that_is_not_there(store, article):
    with pytest.raises(StoreError, match="there is no article"):
        store.record("0" * 16)
    with pytest.raises(StoreError, match="there is no article"):
        store.arrive("0" * 16, article)
