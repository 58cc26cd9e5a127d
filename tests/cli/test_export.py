"""``simak export`` from a store, and ``simak read`` in the same formats."""

import csv
import io
import json

import networkx
import openpyxl
import pyarrow.parquet
import pytest

from simak.export.format import FORMATS

FIRST = (
    "Sari Wulan bertemu Menteri Perhubungan Budi Laut di Jakarta pada Senin (4/3/2024). "
    '"Kami akan membangun jembatan baru untuk warga," kata Sari Wulan kepada wartawan.\n'
)
SECOND = (
    "Sari Wulan bertemu Budi Laut pada Senin (4/3/2024). Warga yang menunggu di luar pendopo "
    "sampai malam berharap ada kabar baik tentang jalan yang rusak sejak banjir tahun lalu.\n"
)


@pytest.fixture
def stored(simak, tmp_path):
    for name, text, date, outlet in (
        ("a.txt", FIRST, "2024-03-05", "Harian Melati"),
        ("b.txt", SECOND, "2024-04-06", "Kabar Anggrek"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        added = simak("add", name, "--published", date, "--outlet", outlet)
        assert added.code == 0, added.err
    return simak


def articles(result):
    return [json.loads(line)["article"] for line in result.out.splitlines()]


def test_records_with_what_people_said(stored):
    result = stored("export", "--format", "jsonl")
    assert result.code == 0
    assert [one["text"] for one in articles(result)] == [FIRST, SECOND]
    assert "2 articles written as jsonl" in result.err
    record = json.loads(result.out.splitlines()[0])
    stored("judge", "wrong", record["article"]["id"], record["events"][0]["id"])
    after = json.loads(stored("export", "--format", "jsonl").out.splitlines()[0])
    assert len(after["events"]) == len(record["events"]) - 1


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (["--from", "2024-04"], 1), (["--to", "2024-03-05"], 1), (["--outlet", "harian melati"], 1),
        (["--from", "2024", "--to", "2024"], 2), (["--from", "2025"], 0),
    ],
)  # fmt: skip
def test_some_articles(stored, options, number):
    assert len(articles(stored("export", "--format", "jsonl", *options))) == number


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "conllu"])
def test_every_format(stored, tmp_path, name):
    kind = FORMATS[name].kind
    out = tmp_path / "keluar" / ("x" if kind == "file" else "")
    result = stored("export", "--format", name, "--out", f"{out}/" if kind != "file" else out)
    assert (result.code, result.out) == (0, ""), result.err
    files = [out] if kind == "file" else sorted(out.iterdir())
    assert all(file.stat().st_size for file in files)
    if kind == "each":
        assert len(files) == 2
    again = {file: file.read_bytes() for file in files}
    stored("export", "--format", name, "--out", f"{out}/" if kind != "file" else out)
    assert {file: file.read_bytes() for file in files} == again


def test_tables(stored, tmp_path):
    assert stored("export", "--format", "csv", "--out", "tabel").code == 0
    assert stored("export", "--format", "parquet", "--out", "tabel").code == 0
    assert stored("export", "--format", "xlsx", "--out", "buku.xlsx").code == 0
    with (tmp_path / "tabel" / "entity.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sari = [row for row in rows if row["name"] == "Sari Wulan"]
    assert len(sari) == 2
    assert len({row["identity"] for row in sari}) == 1
    assert sari[0]["identity_name"] == "Sari Wulan"
    parquet = pyarrow.parquet.read_table(tmp_path / "tabel" / "entity.parquet")
    assert parquet.num_rows == len(rows)
    book = openpyxl.load_workbook(tmp_path / "buku.xlsx", read_only=True)
    assert sum(1 for _ in book["entity"].rows) == len(rows) + 1


def test_a_graph_counts_events_and_not_articles(stored):
    result = stored("export", "--format", "graphml")
    graph = networkx.read_graphml(io.BytesIO(result.out.encode()), force_multigraph=True)
    names = networkx.get_node_attributes(graph, "label")
    ((one, other, data),) = (
        edge for edge in graph.edges(data=True) if edge[2]["event"] == "CONSULT"
    )
    assert {names[one], names[other]} == {"Sari Wulan", "Budi Laut"}
    assert (data["weight"], data["articles"], data["first"]) == (1, 2, "2024-03-04")
    assert data["outlets"] == "Harian Melati; Kabar Anggrek"
    only = stored("export", "--format", "graphml", "--outlet", "Kabar Anggrek").out
    graph = networkx.read_graphml(io.BytesIO(only.encode()), force_multigraph=True)
    assert {data["articles"] for *_, data in graph.edges(data=True)} == {1}


def test_a_spreadsheet_profile(stored, tmp_path):
    assert stored("export", "--format", "csv", "--spreadsheet", "--out", "tabel").code == 0
    assert (tmp_path / "tabel" / "event.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--format", "csv"], "give --out FOLDER"),
        (["--format", "html"], "give --out FOLDER"),
        (["--format", "xlsx", "--spreadsheet"], "--spreadsheet is for --format csv"),
        (["--format", "xlsx", "--out", "."], "makes one file; --out . is a folder"),
        (["--format", "jsonl", "--from", "besok"], "is no date"),
        (["--format", "jsonl", "--db", "tak-ada.db"], "no such store"),
        (["--format", "plover", "--lexicon", "tak-ada"], "no such folder"),
        (["--format", "csv", "--out", "a.txt"], "cannot write a.txt"),
    ],
)
def test_what_cannot_be_done(stored, options, why):
    result = stored("export", *options)
    assert (result.code, why in result.err) == (2, True), result.err


def test_a_fault_leaves_no_file(stored, tmp_path, monkeypatch):
    def torn(records, out, setting):
        (out / "entity.csv").write_text("half")
        raise RuntimeError("torn")

    monkeypatch.setattr("simak.export.csv.write", torn)
    assert stored("export", "--format", "csv", "--out", "tabel").code == 70
    assert list((tmp_path / "tabel").iterdir()) == []


def test_read_in_every_format(simak, tmp_path):
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    for name, form in FORMATS.items():
        out = "tabel" if form.kind == "folder" else f"a{form.suffix}"
        result = simak("read", "a.txt", "--format", name, "--out", out)
        assert (result.code, (tmp_path / out).exists()) == (0, True), (name, result.err)
    line = simak("read", "a.txt", "--format", "plover").out.splitlines()[0]
    assert json.loads(line)["event"] == "CONSULT"


def test_read_several(simak, tmp_path):
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    both = simak("read", "a.txt", "b.txt", "--format", "plover").out.splitlines()
    assert len({json.loads(line)["cite_info"]["citation"] for line in both}) == 2
    assert simak("read", "a.txt", "b.txt", "--format", "plover", "--out", "tiap/").code == 0
    assert len(list((tmp_path / "tiap").iterdir())) == 2
    result = simak("read", "a.txt", "--format", "csv")
    assert (result.code, "give --out FOLDER" in result.err) == (2, True)
