"""Archives and markup that unfold to gigabytes: refused, in little memory and time."""

import gzip
import io
import json
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from simak.intake.gather import Gatherer
from simak.intake.limit import MIB, Limits

from . import seed

# A fourth of the limit that holds by default: the same, sooner.
SLACK = 64 * MIB
ZEROS = MIB * 80


def packed(size, unit=b"\0" * MIB, bits=31):
    packer = zlib.compressobj(1, zlib.DEFLATED, bits)
    return b"".join(packer.compress(unit) for _ in range(size // len(unit))) + packer.flush()


def nested(depth=3, each=12):
    data = seed.archive(("a.txt", b"0" * (15 * MIB)))
    for _ in range(depth - 1):
        data = seed.archive(*((f"{number}.zip", data) for number in range(each)))
    return data


def overlapping(members=2000):
    """Return an archive whose list names the same bytes under many names."""
    data = seed.archive(("a.txt", b"a" * (2 * MIB)))
    listed, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[listed:end]
    tail = bytearray(data[end:])
    tail[8:12] = members.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * members).to_bytes(4, "little")
    return data[:listed] + entry * members + bytes(tail)


def columnar(make):
    file = io.BytesIO()
    make(file)
    return file.getvalue()


def one_long_text(file):
    rows = pyarrow.array([0] * 20, pyarrow.int32())
    texts = pyarrow.DictionaryArray.from_arrays(rows, pyarrow.array(["x" * (8 * MIB)]))
    table = pyarrow.table({"isi": texts})
    pyarrow.parquet.write_table(table, file, compression="zstd")


def large_page(file):
    table = pyarrow.table({"isi": ["x" * (65 * MIB)]})
    pyarrow.parquet.write_table(
        table, file, compression="gzip", use_dictionary=False, write_statistics=False
    )


def nothing(file):
    table = pyarrow.table({"isi": pyarrow.nulls(3_000_000, pyarrow.string())})
    pyarrow.parquet.write_table(table, file, compression="zstd")


def entities():
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 20))
    return f'<!DOCTYPE r [<!ENTITY a0 "lol">{lines}]>'


BOMBS = {
    "lines.jsonl.gz": (lambda: packed(ZEROS, b'{"a": 1}    ' * 1000), {"unpacks too large",
                                                                       "no article"}),
    "line.jsonl.gz": (lambda: packed(ZEROS, b"{" + b" " * MIB), {"unpacks too large", "too large"}),
    "zeros.txt.gz": (lambda: packed(ZEROS), {"too large"}),
    "members.jsonl.gz": (lambda: gzip.compress(b" " * MIB) * 100, {"unpacks too large"}),
    "warc.gz": (
        lambda: gzip.compress(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
            b"Content-Length: 1000000000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
            b"\r\n"
        )
        + packed(ZEROS),
        {"unpacks too large"},
    ),
    # What comes before the budget is spent is text, if a dull one.
    "nested.zip": (nested, {"article", "unpacks too large"}),
    "overlapping.zip": (overlapping, {"article", "unpacks too large"}),
    "deep.zip": (lambda: nested(6, 1), {"nested too deep"}),
    "many.zip": (
        lambda: seed.archive(*((str(number), b"") for number in range(3_000))),
        {"empty"},
    ),
    "long.parquet": (lambda: columnar(one_long_text), {"unpacks too large", "article"}),
    "page.parquet": (lambda: columnar(large_page), {"unpacks too large"}),
    "nothing.parquet": (lambda: columnar(nothing), {"no article"}),
    "entities.xml": (
        lambda: f'<?xml version="1.0"?>{entities()}<rss><channel><item><title>&a19;</title>'
        "<description>&a19;</description></item></channel></rss>".encode(),
        {"unpacks too large"},
    ),
    "entities.html": (
        lambda: f"{entities()}<html><body><p>&a19;</p></body></html>".encode(),
        {"no article"},
    ),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 500_000, None),
    "attributes.html": (lambda: b"<html><body><p " + b"a=1 b " * 200_000 + b">x", None),
    "deep.json": (lambda: b'{"text":' * 200_000, {"damaged"}),
    "wide.csv": (lambda: b"judul,isi\n" + b"," * 2_000_000, {"empty"}),
    "quotes.csv": (lambda: b"judul,isi\n" + b'a,"b\n' * 500_000, None),
}  # fmt: skip

_PROBE = """
import json, re, sys, time
from pathlib import Path
from simak.intake.gather import Gatherer
from simak.intake.limit import Limits
import fastwarc.warc, feedparser, pyarrow.parquet, trafilatura

def memory(most):
    try:
        words = Path("/proc/self/status").read_text()
    except OSError:
        return 0  # not Linux
    return int(re.search(rf"{most}:\\s*(\\d+)", words)[1]) // 1024

found = {}
limits = Limits(slack=int(sys.argv[1]))
for path in sys.argv[2:]:
    before = memory("VmRSS")
    if before:
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    began = time.perf_counter()
    reasons = set()
    for one in Gatherer(limits=limits).gather([path]):
        reasons.add(getattr(one, "reason", "article"))
    found[path] = [sorted(reasons), time.perf_counter() - began, memory("VmHWM") - before]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Return for each bomb its reasons, the seconds and the MiB that it took."""
    folder = tmp_path_factory.mktemp("bom")
    for name, (make, _) in BOMBS.items():
        (folder / name).write_bytes(make())
    paths = [str(folder / name) for name in BOMBS]
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(SLACK), *paths],
        capture_output=True,
        text=True,
        check=True,
    )
    return {Path(path).name: found for path, found in json.loads(done.stdout).items()}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_little_memory_and_time(outcome, name):
    reasons, seconds, mebibytes = outcome[name]
    wanted = BOMBS[name][1]
    assert wanted is None or (reasons and set(reasons) <= wanted), outcome
    assert seconds < 20, outcome
    assert mebibytes < 250, outcome


def test_the_number_of_members_is_limited_before_they_are_listed(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(seed.archive(*((str(number), b"") for number in range(101))))
    for limits in (Limits(members=100), Limits(directory=3_000)):
        (one,) = Gatherer(limits=limits).gather([str(path)])
        assert one.reason == "unpacks too large"
    # What the archive says of its members is not believed.
    data = bytearray(path.read_bytes())
    end = data.index(b"PK\x05\x06")
    data[end + 8 : end + 12] = b"\x01\0\x01\0"
    path.write_bytes(data)
    (one,) = Gatherer(limits=Limits(members=100)).gather([str(path)])
    assert one.reason == "unpacks too large"


def test_many_members_of_one_name_take_no_square_of_time(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(seed.archive(*(("a.txt", b"Rapat.") for _ in range(10_000))))
    began = time.perf_counter()
    found = list(Gatherer().gather([str(path)]))
    assert len({one.name for one in found}) == 10_000
    assert time.perf_counter() - began < 20


def test_an_archive_that_packs_well_is_no_bomb(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(300):
            file.writestr(f"{number}.txt", seed.TEXT * 20)
    gatherer = Gatherer(limits=Limits(slack=MIB))
    assert len(list(gatherer.gather([str(path)]))) == gatherer.tally.articles == 300


def test_a_table_of_nothing_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("simak.intake.gather.MOST_BAD_ROWS", 5)
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n' * 4 + '{"text": "Rapat."}\n' + '{"a": 1}\n' * 100)
    found = list(Gatherer().gather([str(path)]))
    assert len(found) == 4 + 1 + 5 + 1
    assert "5 rows" in found[-1].message
