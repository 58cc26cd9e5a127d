"""Whatever is handed in ends as articles and rejections, each with a name of its own."""

import gzip
import io
import os
import sys
import zipfile

import pytest

from simak.intake.article import Incoming, Rejection
from simak.intake.column import parse_columns
from simak.intake.gather import Gatherer, shown
from simak.intake.limit import Limits

from . import seed


def gather(*paths, **options):
    gatherer = Gatherer(**options)
    return list(gatherer.gather([str(path) for path in paths])), gatherer.tally


def read(tmp_path, data, name="a.txt", **options):
    path = tmp_path / name
    path.write_bytes(data)
    found, _ = gather(path, **options)
    return [
        (one.name.removeprefix(f"{tmp_path}{os.sep}"), getattr(one, "reason", "article"))
        for one in found
    ]


@pytest.mark.parametrize(("name", "data"), seed.everything().items(), ids=lambda value: value
                         if isinstance(value, str) else "")  # fmt: skip
@pytest.mark.parametrize("named", [True, False])
def test_each_kind_is_told_by_its_content(tmp_path, name, data, named):
    path = tmp_path / (name if named else "tanpa-nama")
    path.write_bytes(data)
    found, tally = gather(path)
    assert [one for one in found if isinstance(one, Rejection)] == []
    assert len(found) == seed.ARTICLES[name] == tally.articles
    assert len({one.name for one in found}) == len(found)
    assert all(one.name.startswith(str(path)) for one in found)
    assert all("“Warga sudah menunggu dua tahun" in one.text for one in found)


def test_names_say_where_an_article_lies(tmp_path):
    (tmp_path / "dalam.zip").write_bytes(seed.everything()["dalam.zip"])
    found, _ = gather(tmp_path / "dalam.zip")
    names = [one.name.removeprefix(f"{tmp_path}/dalam.zip!") for one in found]
    assert names[:3] == [
        "2024/arsip.zip!teks.txt", "2024/arsip.zip!halaman.html", "2024/arsip.zip!umpan.xml#1",
    ]  # fmt: skip
    assert {"2024/arsip.zip!tabel.csv:2", "2024/arsip.zip!tabel.csv:12"} <= {*names}
    assert {"2024/arsip.zip!arsip.warc.gz#3", "2024/arsip.zip!tabel.parquet:3"} <= {*names}
    assert names[-1] == "a.csv:22"


def test_metadata_comes_along(tmp_path):
    for name, data in seed.everything().items():
        (tmp_path / name).write_bytes(data)
    found = {one.name.removeprefix(f"{tmp_path}/"): one for one in gather(tmp_path)[0]}
    assert found["halaman.html"].title == seed.TITLE
    assert found["tabel.csv:2"].published == "2024-03-05"
    assert found["tabel.parquet:1"].published == "2024-03-05T10:15:00"
    assert found["baris.jsonl:3"].byline == ("Sari Wulan",)
    assert found["baris.jsonl:3"].published == "2024-03-05"
    # The archive was fetched in 2020; the page says when it was published.
    assert found["arsip.warc#3"].published.startswith("2024-03-05")
    assert found["arsip.warc#3"].url == "https://contoh.example/0"


def test_a_folder_gives_every_file_once(tmp_path):
    (tmp_path / "b.txt").write_text(seed.TEXT)
    (tmp_path / "a.txt").write_text(seed.TEXT)
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "c.txt").write_text(seed.TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text(seed.TEXT)
    (tmp_path / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "y").symlink_to(tmp_path / "z", target_is_directory=True)
    (tmp_path / "z" / "lagi.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "putus").symlink_to(tmp_path / "tidak-ada")
    (tmp_path / "gambar.png").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / "kode.js").write_text("var a = 1;")
    (tmp_path / "kosong").mkdir()
    found, tally = gather(tmp_path, tmp_path / "a.txt", tmp_path / "kosong", tmp_path / "z")
    names = [
        (one.name.removeprefix(f"{tmp_path}/"), getattr(one, "reason", "article")) for one in found
    ]
    assert names == [
        ("a.txt", "article"), ("b.txt", "article"), ("gambar.png", "not text"),
        ("kode.js", "not text"), ("putus", "not there"), ("z/c.txt", "article"),
        ("kosong", "not there"),
    ]  # fmt: skip
    # A folder whose files all came before is passed over, not refused: nothing of it is lost.
    assert tally.left_out == {
        "hidden file or folder": 2, "link to a folder": 1, "file that came before": 4,
    }  # fmt: skip
    assert (tally.files, tally.articles, sum(tally.refused.values())) == (7, 3, 4)


def test_a_stray_control_character_does_not_change_the_kind(tmp_path):
    for name, data in seed.everything().items():
        if name.endswith((".html", ".csv", ".jsonl")):
            data = data.replace(b"Rawa", b"Ra\x08wa", 1)
            found = read(tmp_path, data, name)
            assert len(found) == seed.ARTICLES[name]
            assert [reason for _, reason in found].count("article") >= len(found) - 1


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path):
    (tmp_path / "a.html").write_bytes(seed.page())
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "b.js").write_text("var a;")
    (tmp_path / "b_files").mkdir()
    (tmp_path / "b_files" / "c.js").write_text("var a;")
    found, tally = gather(tmp_path)
    assert [getattr(one, "reason", "article") for one in found] == ["article", "not text"]
    assert tally.left_out["folder of a saved page"] == 1
    data = seed.archive(
        ("x/a.htm", seed.page()), ("x/a_files/b.js", b"var a;"), ("a_files/b.js", b"var a;")
    )
    assert read(tmp_path, data, "a.zip") == [
        ("a.zip!x/a.htm", "article"), ("a.zip!a_files/b.js", "not text"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\n", "a.txt", "empty"),
        (b"%PDF-1.7\n", "a.html", "not text"),
        (b"\x89PNG\r\n\x1a\n", "a.csv", "not text"),
        (b"BZh91AY&SY", "a.bz2", "not text"),
        (b"#!/bin/sh\nls\n", "a", "not text"),
        (b"body { color: red }", "a.css", "not text"),
        (b"<?php echo 1;", "a.php", "not text"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "sitemap.xml", "not text"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg", "not text"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "a.mhtml", "not text"),
        (b"filedesc://a.arc 0.0.0.0 20200101", "a.arc", "not text"),
        (b"a" * 2000, "a.txt", "too large"),
        ("Rapat".encode("utf-16-le") * 50, "a.txt", "encoding"),
        (b"\xe2\x80\x9cRapat\xe2\x80\x9d dibuka \xff\xfe\n", "a.txt", "encoding"),
        (b"judul,tanggal\na,b\n", "a.csv", "no article"),
        (b"isi\n", "a.csv", "empty"),
        (b"[]", "a.json", "empty"),
        (b"[{]", "a.json", "damaged"),
        (b"{rusak", "a.jsonl", "damaged"),
        (b"PAR1rusakPAR1", "a.parquet", "damaged"),
        (b"PK\x03\x04rusak", "a.zip", "damaged"),
        (b"\x1f\x8brusak", "a.gz", "damaged"),
        (gzip.compress(b""), "a.gz", "empty"),
        (seed.archive(), "a.zip", "empty"),
        (seed.archive(("[Content_Types].xml", b"<x/>")), "a.docx", "not text"),
        (b"<rss version='2.0'><channel></channel></rss>", "a.xml", "no article"),
    ],
)
def test_what_is_refused_and_why(tmp_path, data, name, reason):
    limits = Limits(article=1000)
    ((found, why),) = read(tmp_path, data, name, limits=limits)
    assert (found.partition(":")[0], why) == (name, reason)


def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipa")
    found, _ = gather(tmp_path)
    assert [one.reason for one in found] == ["not text"]


def test_standard_input(monkeypatch):
    class Standard:
        buffer = io.BytesIO(seed.everything()["arsip.zip"])

    monkeypatch.setattr(sys, "stdin", Standard)
    found, _ = gather("-")
    assert len(found) == 27
    assert found[0].name == "standard input!teks.txt"


def test_names_are_harmless(tmp_path):
    odd = tmp_path / os.fsdecode(b"a\x1b[31m\xff\n.txt")
    odd.write_text(seed.TEXT)
    (one,), _ = gather(odd)
    assert one.name.endswith("a\\x1b[31m\\udcff\\n.txt")
    one.name.encode()
    assert shown("berita/a b.txt") == "berita/a b.txt"
    found, _ = gather("a\0b", "x" * 5000)
    assert [one.reason for one in found] == ["not there", "not there"]


def test_a_fault_of_ours_is_a_rejection(tmp_path, monkeypatch):
    def broken(*_):
        raise KeyError("x")

    monkeypatch.setattr("simak.intake.gather.decode", broken)
    assert read(tmp_path, b"Rapat dibuka.") == [("a.txt", "fault")]


def test_an_address_is_not_fetched_unasked():
    found, _ = gather("https://contoh.example/a")
    assert [one.reason for one in found] == ["not allowed"]


def test_nested_to_a_depth_of_three(tmp_path):
    data = seed.archive(("a.txt", seed.TEXT.encode()))
    assert read(tmp_path, data, "1.zip") == [("1.zip!a.txt", "article")]
    for depth in (2, 3, 4):
        data = seed.archive((f"{depth - 1}.zip", data))
        reasons = read(tmp_path, data, f"{depth}.zip")
        assert [reason for _, reason in reasons] == ["nested too deep" if depth > 3 else "article"]
    for depth in range(1, 5):
        data = gzip.compress(data if depth > 1 else seed.TEXT.encode())
        (reason,) = read(tmp_path, data, "a.gz")
        assert reason == ("a.gz", "nested too deep" if depth > 3 else "article")


def test_a_zip_with_odd_members(tmp_path):
    text = seed.TEXT.encode()
    plain = seed.archive(
        ("../../etc/berita.txt", text), ("/mutlak.txt", text), ("C:\\a.txt", text), ("a.txt", text),
        ("a.txt", text), ("a.txt (2)", text), ("__MACOSX/a.txt", b"x"), (".DS_Store", b"x"),
        ("folder/", b""), ("x" * 3000, text), ("\x1b[2J", text),
    )  # fmt: skip
    names = read(tmp_path, plain, "a.zip")
    assert {reason for _, reason in names} == {"article"}
    assert [name for name, _ in names][:6] == [
        "a.zip!../../etc/berita.txt", "a.zip!/mutlak.txt", "a.zip!C:\\a.txt", "a.zip!a.txt",
        "a.zip!a.txt (2)", "a.zip!a.txt (2) (2)",
    ]  # fmt: skip
    assert len(names) == len(set(names)) == 8
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def _changed(data, at, value):
    return data[:at] + bytes([value]) + data[at + 1 :]


def test_a_member_that_cannot_be_unpacked_does_not_end_the_archive(tmp_path):
    text = seed.TEXT.encode()
    data = seed.archive(("a.txt", text), ("b.txt", text), method=zipfile.ZIP_STORED)
    assert read(tmp_path, _changed(data, data.index(text) + 9, 0x41), "a.zip") == [
        ("a.zip!a.txt", "damaged"), ("a.zip!b.txt", "article"),
    ]  # fmt: skip
    listed = data.index(b"PK\x01\x02")
    encrypted = _changed(_changed(data, listed + 8, 1), 6, 1)
    assert read(tmp_path, encrypted, "a.zip") == [
        ("a.zip!a.txt", "not text"), ("a.zip!b.txt", "article"),
    ]  # fmt: skip
    other = seed.archive(("a.txt", text), method=zipfile.ZIP_LZMA)
    assert read(tmp_path, other, "a.zip") == [("a.zip!a.txt", "not text")]
    assert read(tmp_path, data[:-30], "a.zip") == [("a.zip", "damaged")]


def test_cut_gzip_keeps_the_rows_before_the_cut(tmp_path):
    rows = seed.jsonl(2000)
    data = gzip.compress(rows)
    found = read(tmp_path, data[: len(data) // 2], "a.jsonl.gz")
    assert found[-1] == ("a.jsonl.gz", "damaged")
    assert 100 < len(found) < 2000
    assert all(reason == "article" for _, reason in found[:-1])
    assert read(tmp_path, data + b"\0" * 512, "a.jsonl.gz")[-1] == ("a.jsonl.gz:2000", "article")
    assert read(tmp_path, data + b"sisa", "a.jsonl.gz")[-1] == ("a.jsonl.gz", "damaged")


def test_column_map(tmp_path):
    data = b"kabar;kapan;isi\nRapat dibuka.;5 Maret 2024;x\n"
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    (one,), _ = gather(path, columns=parse_columns(["text=kabar", "published=kapan"]))
    assert isinstance(one, Incoming)
    assert (one.text, one.published) == ("Rapat dibuka.", "2024-03-05")
