"""``simak batch`` and ``simak add --from-batch``."""

import os
import signal
import subprocess
import sys
import time

import pytest
from tests.batch.crew import content

from simak.record import encode
from simak.store import Store, schema


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """Articles and what the command, really run, makes of them."""
    folder = tmp_path_factory.mktemp("batch")
    news = folder / "berita"
    news.mkdir()
    for at in range(6):
        (news / f"{at}.txt").write_text(
            f"Bupati Rawa Elok Sari Wulan membuka pasar nomor {at} pada Selasa. "
            '"Pasar ini kuat," kata Sari kepada wartawan di tepi sungai itu.\n',
            encoding="utf-8",
        )
    (news / "6.txt").write_bytes((news / "2.txt").read_bytes())
    (news / "gambar.txt").write_bytes(b"%PDF-1.7 ...")
    (news / "tabel.jsonl").write_text(
        '{"text": "Bupati Anggrek Budi Laut bertemu warga yang tinggal di tepi sungai itu.", '
        '"outlet": "Harian Melati", "url": "https://melati.example/1", '
        '"published": "2024-03-05"}\n',
        encoding="utf-8",
    )
    return folder, batch("berita", "hasil", "--workers", "2", "--size", "4", cwd=folder)


def batch(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "simak.cli", "batch", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_batch(work):
    folder, done = work
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    first, second = done.stderr.splitlines()
    assert first == "simak: 9 inputs: 8 records, 1 refused (1 not text)"
    assert second.startswith("simak: 3 shards in hasil: 3 read in ")
    assert " inputs a second; 0 done before" in second
    before = content(folder / "hasil")
    again = batch("berita", "hasil", "--workers", "1", "--size", "4", cwd=folder)
    assert "simak: 3 shards in hasil: 0 read in " in again.stderr
    assert " seconds; 3 done before" in again.stderr
    assert content(folder / "hasil") == before


def test_what_cannot_be_done_as_given(simak, work):
    folder, _ = work
    for arguments, why in (
        (["berita", "berita/hasil"], "lies in"),
        (["berita", "berita"], "lies in"),
        (["berita", "h", "--size", "0"], "1 or more"),
        (["berita", "h", "--address", "x"], "--engine ray"),
        (["berita", "hasil/lock/h"], "cannot be written to"),
    ):
        os.chdir(folder)
        result = simak("batch", *arguments)
        assert (result.code, why in result.err) == (2, True), result.err


def test_ctrl_c_ends_all_and_says_so(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "simak.cli", "batch", "-", str(tmp_path / "h"), "--workers", "2"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (tmp_path / "h" / "lock").exists():
        time.sleep(0.05)
        assert process.poll() is None
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of the group
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"simak: interrupted\n")


def test_a_batch_goes_into_a_store_as_if_it_had_been_added(simak, work, tmp_path):
    folder, _ = work
    os.chdir(folder)
    first = simak("add", "--from-batch", "hasil", "--db", tmp_path / "a.db")
    assert first.code == 1, first.err
    assert "9 inputs: 7 new" in first.err
    assert "1 copies of what is there; 1 refused (1 not text)" in first.err
    simak("add", "berita", "--db", tmp_path / "b.db")
    for table in ("arrival", "rejection"):
        assert rows(tmp_path / "a.db", table) == rows(tmp_path / "b.db", table)
    with Store(tmp_path / "a.db") as one, Store(tmp_path / "b.db") as other:
        assert [*map(encode, one.records())] == [*map(encode, other.records())]
    again = simak("add", "--from-batch", "hasil", "--db", tmp_path / "a.db")
    assert "9 inputs: 0 new; 8 there already; 1 refused" in again.err


def rows(path, table):
    with Store(path) as store, store.engine.connect() as connection:
        found = connection.execute(schema.metadata.tables[table].select()).mappings().all()
    return [{key: row[key] for key in row if key != "added"} for row in found]


def test_other_options_are_not_for_what_was_read(simak, work):
    folder, _ = work
    os.chdir(folder)
    assert "give a PATH" in simak("add").err
    result = simak("add", "berita", "--from-batch", "hasil")
    assert (result.code, "a PATH is for reading" in result.err) == (2, True)
    assert "no batch" in simak("add", "--from-batch", "berita").err


@pytest.mark.parametrize(
    ("there", "kind"), [("0.0.9", "read again"), ("0.10", "newer there"), ("0.1.0", "read again")]
)
def test_other_versions_in_the_store(reader, tmp_path, there, kind):
    import msgspec

    from simak.intake.article import Incoming
    from simak.record import Provenance
    from simak.store.adding import add_read

    given = Incoming(name="a.txt", text="Bupati Sari Wulan membuka pasar itu.")
    record = reader.read_incoming(given)

    def by(simak, model):
        versions = Provenance(simak=simak, model=model, lexicon="l")
        return msgspec.structs.replace(record, provenance=versions)

    with Store(tmp_path / "a.db") as store:
        store.put(given, by(there, "other"))
        (outcome,) = add_read(store, [(given, by("0.1.0", "m"))])
        assert outcome.kind == kind
        versions = store.record(record.article.id).provenance
        assert versions.simak == ("0.10" if kind == "newer there" else "0.1.0")
        assert store.count("arrival") == 1
    (dry,) = add_read(None, [(given, record)])
    assert dry.kind == "new"
