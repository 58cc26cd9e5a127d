"""Files of every kind that the intake reads, made here: invented people, places and outlets."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import warnings
import zipfile
from xml.sax.saxutils import escape

import pyarrow
import pyarrow.parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SENTENCES = (
    "Wali Kota Melati, Sari Wulan, mengatakan jembatan di Rawa Elok dibuka pada Senin pagi.",
    "“Warga sudah menunggu dua tahun – akhirnya selesai,” kata dia di Balai Desa Rawa Elok.",
    "Camat Budi Laut menambahkan bahwa truk besar belum boleh lewat sampai bulan depan.",
    "Menurut Dinas Jalan Kota Melati, biaya pembangunan jembatan itu Rp 12,5 miliar.",
    "Sebelumnya, warga harus memutar sejauh 14 kilometer untuk sampai ke pasar induk.",
)
TEXT = "\n".join(SENTENCES * 2)
TITLE = "Jembatan Rawa Elok Dibuka"


def page(title: str = TITLE, text: str = TEXT) -> bytes:
    """Return a web page of an outlet that nobody knows."""
    body = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta property="article:published_time" content="2024-03-05T10:15:00+07:00"></head>'
        f"<body><nav><a href='/'>Beranda</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer>Hak cipta</footer></body></html>"
    ).encode()


def feed(entries: int = 3) -> bytes:
    """Return an RSS file with whole texts."""
    items = "".join(
        f"<item><title>{TITLE} {number}</title><link>https://contoh.example/{number}</link>"
        "<pubDate>Tue, 05 Mar 2024 10:15:00 +0700</pubDate>"
        f"<description>{escape(''.join(f'<p>{line}</p>' for line in SENTENCES * 6))}</description>"
        "</item>"
        for number in range(1, entries + 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>Kabar Melati</title>{items}</channel></rss>"
    ).encode()


def csv(rows: int = 3, divider: str = ",") -> bytes:
    """Return a table with quoted cells, one of them over several lines."""
    lines = [divider.join(("judul", "isi", "tanggal"))]
    for number in range(rows):
        text = TEXT.replace('"', '""')
        lines.append(divider.join((f"{TITLE} {number}", f'"{text}"', "2024-03-05")))
    return "\r\n".join(lines).encode() + b"\r\n"


def jsonl(rows: int = 3) -> bytes:
    """Return JSON Lines, the third row a record of Simak's."""
    lines: list[dict[str, object]] = [
        {"text": f"{TEXT} ({number})", "judul": TITLE, "date": "2024-03-05"}
        for number in range(rows)
    ]
    if rows > 2:
        lines[2] = {
            "schema": "simak-record/1",
            "article": {
                "text": TEXT,
                "title": TITLE,
                "byline": ["Sari Wulan"],
                "published": {"value": "2024-03-05", "basis": "metadata"},
            },
        }
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def parquet(rows: int = 3, **options: object) -> bytes:
    """Return a Parquet file."""
    table = pyarrow.table(
        {
            "isi": [f"{TEXT} ({number})" for number in range(rows)],
            "judul": [TITLE] * rows,
            "tanggal": [datetime.datetime(2024, 3, 5, 10, 15)] * rows,
            "lain": [[1, 2, 3]] * rows,
        }
    )
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file, **options)
    return file.getvalue()


def warc(
    *records: tuple[str, str, str, bytes], gzipped: bool = False, headers: dict | None = None
) -> bytes:
    """Return a web archive of ``(kind, address, "200 OK\\ntext/html", body)``."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "contoh"}))
    for kind, address, head, body in records:
        status, _, media_type = head.partition("\n")
        fields = [("Content-Type", media_type)] if media_type else []
        http = StatusAndHeaders(status, [*fields, *(headers or {}).items()], protocol="HTTP/1.1")
        if kind == "request":
            http = StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
        writer.write_record(
            writer.create_warc_record(
                address,
                kind,
                payload=io.BytesIO(body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2020-01-01T00:00:00Z"},
            )
        )
    return file.getvalue()


def pages(number: int = 3, **options: bool) -> bytes:
    """Return a web archive of ``number`` pages, each with its request."""
    records = []
    for at in range(number):
        address = f"https://contoh.example/{at}"
        records.append(("request", address, "", b""))
        records.append(("response", address, "200 OK\ntext/html; charset=utf-8", page()))
    return warc(*records, **options)


def archive(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", method) as out:
        warnings.simplefilter("ignore")  # the same name twice
        for name, data in members:
            out.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def everything() -> dict[str, bytes]:
    """Return a file of each kind by its name."""
    files = {
        "teks.txt": TEXT.encode(),
        "halaman.html": page(),
        "umpan.xml": feed(),
        "tabel.csv": csv(),
        "tabel.tsv": csv(divider="\t"),
        "baris.jsonl": jsonl(),
        "larik.json": b"[" + b",".join(jsonl().split(b"\n")[:3]) + b"]",
        "tabel.parquet": parquet(),
        "arsip.warc": pages(),
        "arsip.warc.gz": pages(gzipped=True),
        "teks.txt.gz": gzip.compress(TEXT.encode(), mtime=0),
    }
    inner = archive(*files.items())
    files["arsip.zip"] = inner
    files["dalam.zip"] = archive(("2024/arsip.zip", inner), ("a.csv", csv()))
    return files


#: How many articles each file of :func:`everything` holds.
ARTICLES = {
    "teks.txt": 1, "halaman.html": 1, "umpan.xml": 3, "tabel.csv": 3, "tabel.tsv": 3,
    "baris.jsonl": 3, "larik.json": 3, "tabel.parquet": 3, "arsip.warc": 3, "arsip.warc.gz": 3,
    "teks.txt.gz": 1, "arsip.zip": 27, "dalam.zip": 30,
}  # fmt: skip
