"""Web archives: pages only, everything else counted, damage found."""

import gzip
import os

import pytest

from simak.intake.article import Incoming
from simak.intake.gather import Gatherer
from simak.intake.limit import Limits

from . import seed

URL = "https://contoh.example/a"


def read(tmp_path, data, name="a.warc", **options):
    path = tmp_path / name
    path.write_bytes(data)
    gatherer = Gatherer(**options)
    found = list(gatherer.gather([str(path)]))
    assert len({one.name for one in found}) == len(found)
    outcomes = [
        (
            one.name.removeprefix(f"{tmp_path}{os.sep}{name}"),
            "article" if isinstance(one, Incoming) else one.reason,
        )
        for one in found
    ]
    return outcomes, gatherer.tally


def test_only_pages_and_texts_that_were_found(tmp_path):
    page = seed.page()
    data = seed.warc(
        ("request", URL, "", b""),
        ("response", URL, "200 OK\ntext/html", page),
        ("response", URL, "301 Moved\ntext/html", b"<html>pindah"),
        ("response", URL, "404 Not Found\ntext/html", page),
        ("response", URL, "200 OK\nimage/png", b"\x89PNG"),
        ("response", URL, "200 OK\ntext/css", b"a{}"),
        ("response", "https://contoh.example/robots.txt", "200 OK\ntext/plain", b"User-agent: *"),
        ("response", URL, "200 OK\ntext/plain; charset=utf-8", seed.TEXT.encode()),
        ("response", URL, "200 OK\n", page),
        ("response", URL, "200 OK\ntext/html", b"  "),
        ("response", "dns:contoh.example", "200 OK\ntext/html", page),
        ("resource", URL, "200 OK\ntext/html", page),
    )
    found, tally = read(tmp_path, data)
    assert found == [
        ("#3", "article"), ("#9", "article"), ("#10", "article"), ("#11", "empty"),
    ]  # fmt: skip
    assert tally.left_out == {
        "WARC record: warcinfo": 1, "WARC record: request": 1, "WARC record: redirect": 1,
        "WARC record: status 404": 1, "WARC record: image": 1, "WARC record: text/css": 1,
        "WARC record: text for machines": 1, "WARC record: not from the web": 1,
        "WARC record: resource": 1,
    }  # fmt: skip


def test_an_archive_without_a_page_says_what_is_in_it(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(seed.warc(("response", URL, "200 OK\nimage/png", b"x")))
    (one,) = Gatherer().gather([str(path)])
    assert one.reason == "no article"
    assert "1 WARC record: image" in one.message


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_cut_archive_keeps_what_came_before(tmp_path, gzipped):
    data = seed.pages(3, gzipped=gzipped)
    found, _ = read(tmp_path, data[:-200])
    assert [reason for _, reason in found] == ["article", "article", "damaged"]


def test_the_server_s_encodings(tmp_path):
    page = seed.page()
    chunked = b"".join(
        b"%x\r\n%s\r\n" % (len(part), part) for part in (page[:900], page[900:], b"")
    )
    for headers, body in (
        ({"Content-Encoding": "gzip"}, gzip.compress(page)),
        ({"Content-Encoding": "gzip"}, page),  # unpacked by whoever saved it
        ({"Transfer-Encoding": "chunked"}, chunked),
        ({"Transfer-Encoding": "chunked"}, page),
    ):
        data = seed.warc(("response", URL, "200 OK\ntext/html", body), headers=headers)
        assert read(tmp_path, data)[0] == [("#2", "article")]
    for headers, body, reason in (
        ({"Content-Encoding": "gzip"}, gzip.compress(page)[:-50], "damaged"),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"<p>" * 20_000_000), "unpacks too large"),
        ({"Content-Encoding": "br"}, b"\x8b\x01\x02", "not text"),
        ({"Transfer-Encoding": "chunked"}, chunked[:-900], "damaged"),
    ):
        data = seed.warc(("response", URL, "200 OK\ntext/html", body), headers=headers)
        assert read(tmp_path, data)[0] == [("#2", reason)]


def test_the_charset_of_the_server(tmp_path):
    page = seed.page().replace(b'<meta charset="utf-8">', b"").decode().encode("cp1252")
    data = seed.warc(("response", URL, "200 OK\ntext/html; charset=windows-1252", page))
    (tmp_path / "a.warc").write_bytes(data)
    (one,) = Gatherer().gather([str(tmp_path / "a.warc")])
    assert "“Warga" in one.text


def test_a_wrong_length_costs_one_record(tmp_path):
    data = seed.pages(3)
    starts = [at for at in range(len(data)) if data.startswith(b"WARC/1.0", at)]
    begin, end = starts[2], starts[3]  # the first page; each has its request in front
    record = data[begin:end]
    said = record[record.index(b"Content-Length: ") + 16 :].split(b"\r")[0]
    for wrong in (b"20", b"999999999", b"-5", b"", b"9" * 30, str(int(said) + 700).encode()):
        changed = record.replace(b"Content-Length: " + said, b"Content-Length: " + wrong, 1)
        found, _ = read(tmp_path, data[:begin] + changed + data[end:])
        reasons = [reason for _, reason in found]
        assert "damaged" in reasons, wrong
        if wrong != b"999999999":
            assert reasons.count("article") == 2, wrong
    found, _ = read(tmp_path, data[:end] + b"sampah\r\n" * 9 + data[end:])
    assert [reason for _, reason in found] == ["article", "damaged", "article", "article"]


def test_a_changed_page_is_found_by_its_digest(tmp_path):
    data = seed.pages(2)
    at = data.index(b"Wali Kota")
    found, _ = read(tmp_path, data[:at] + b"Bupati Ko" + data[at + 9 :])
    assert [reason for _, reason in found] == ["damaged", "article"]


def test_a_page_that_was_cut_when_it_was_fetched(tmp_path):
    data = seed.pages(1)
    at = data.rindex(b"WARC-Type")
    data = data[:at] + b"WARC-Truncated: length\r\n" + data[at:]
    assert read(tmp_path, data)[0] == [("#3", "damaged")]


def test_a_long_picture_is_passed_over_and_a_long_page_refused(tmp_path):
    data = seed.warc(
        ("response", URL, "200 OK\nimage/png", b"x" * 500_000),
        ("response", URL, "200 OK\ntext/html", b"<p>" * 200_000),
        ("response", URL, "200 OK\ntext/html", seed.page()),
    )
    found, tally = read(tmp_path, data, limits=Limits(article=300_000))
    assert found == [("#3", "too large"), ("#4", "article")]
    assert tally.left_out["WARC record: image"] == 1


def test_an_archive_full_of_broken_records_ends(tmp_path):
    for broken, most in ((b"rusak", 20_000), (b"Content-Length: 5\r\n\r\nsampah di sini", 2_000)):
        data = (b"WARC/1.0\r\n" + broken + b"\r\n\r\n") * 20_000
        found, _ = read(tmp_path, data)
        assert {reason for _, reason in found} == {"damaged"}
        assert len(found) <= most
