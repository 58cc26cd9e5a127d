"""Mutated files: nothing raises, everything is accounted for, memory stays bounded.

In full, from the top of the repository::

    python -m tests.intake.fuzz 10000

Each input comes of its number alone, so a fault can be made again: ``... fuzz 1 --first NUMBER``.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from simak.intake.article import Incoming, Rejection
from simak.intake.gather import Gatherer

from . import seed

#: What the process may grow by over all inputs together, in MiB.
MEMORY = 400
#: Faults in Simak that were caught where they must be, and yet are faults.
FAULTS: list[str] = []
#: Seconds that one input may take, on a busy machine.
SLOWEST = 60

_HOSTILE = (
    b"<div>" * 3000,
    b"<p " + b"a=b " * 3000 + b">",
    b"<!--" * 500,
    b"<script>document.write('<p>Rapat')</script>",
    b"<table>" * 400,
    b"&#x110000;&#0;&nbsp;&amp;amp;&#xD800;",
    b"<![CDATA[" + b"]]" * 100,
    b"<svg onload=alert(1)><math><mtext></table>",
    b"<meta charset=utf-7><meta charset=shift_jis>",
    b"<base href='javascript:1'><iframe srcdoc='<p>'>",
    b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>&d;',
    b'<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
    b'<script type=\'application/ld+json\'>{"datePublished":{"a":[[[[1]]]]}}</script>',
    b"</html></body></p></div>" * 200,
    b"\x00\x00\x00",
    b"\xff\xfe",
    b"\xe2\x80\x8f\xe2\x80\xae",
    b'"' * 7,
    b"\r\r\n\n\r",
    b"{[{[",
    b"PK\x05\x06" + b"\0" * 18,
    b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\n",
    b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "utf-7", "cp037", "shift_jis")
_NAMES = ("a.txt", "a.html", "a.csv", "a.jsonl", "a.json", "a.xml", "a.warc", "a.gz", "a.parquet",
          "a.zip", "a", "a.pdf", "../a.txt", "a.txt")  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def _cut(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return data[chance.randrange(len(data) + 1) :]
    return data[: chance.randrange(len(data) + 1)]


def _double(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return data + data
    begin, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return data[:end] + data[begin:end] * chance.randint(1, 4) + data[end:]


def _flip(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _fill(chance: random.Random, data: bytes) -> bytes:
    begin = chance.randrange(len(data) + 1)
    size = chance.choice((1, 4, 8, 60, 600))
    filling = chance.choice((b"\0", b"\xff", b"\x7f", b"9", b"\n")) * size
    return data[:begin] + filling + data[begin + size :]


def _drop(chance: random.Random, data: bytes) -> bytes:
    begin = chance.randrange(len(data) + 1)
    return data[:begin] + data[begin + chance.choice((1, 2, 17, 300)) :]


def _recode(chance: random.Random, data: bytes) -> bytes:
    words = data.decode("utf-8", "replace")
    data = words.encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.3:  # a piece in another encoding than the rest
        half = len(data) // 2
        return words[: len(words) // 2].encode() + data[half:]
    return data


def _spoil(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_HOSTILE) + data[at:]
    return data


def _nest(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randint(1, 5)):
        if chance.random() < 0.3:
            data = gzip.compress(data, 1, mtime=0)
        else:
            names = [chance.choice(_NAMES) for _ in range(chance.randint(1, 3))]
            data = seed.archive(*((name, data) for name in names))
        if chance.random() < 0.2:
            data = _flip(chance, data)
    return data


def _mix(chance: random.Random, data: bytes) -> bytes:
    other = chance.choice(list(_seeds().values()))
    return data + other if chance.random() < 0.5 else other[: len(other) // 2] + data


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _double, _flip, _flip, _fill, _drop, _recode, _spoil, _spoil, _nest, _mix
)  # fmt: skip

_SEEDS: dict[str, bytes] = {}


def _seeds() -> dict[str, bytes]:
    if not _SEEDS:
        _SEEDS.update(seed.everything())
    return _SEEDS


def make(number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of input ``number``."""
    chance = random.Random(number)
    name, data = chance.choice(list(_seeds().items()))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(chance, data)
    if chance.random() < 0.2:
        name = chance.choice(_NAMES).removeprefix("../")
    return name, data


def check(path: Path) -> Counter[str]:
    """Take in one file and return what became of it. Raises AssertionError for what is lost."""
    gatherer = Gatherer()
    found = list(gatherer.gather([str(path)]))
    names = [one.name for one in found]
    assert found, "nothing came out"
    assert len(set(names)) == len(names), "two of one name"
    assert all(name.startswith(str(path)) for name in names), "a name from nowhere"
    outcomes: Counter[str] = Counter()
    for one in found:
        if isinstance(one, Rejection):
            if one.reason == "fault":
                FAULTS.append(one.message)
            assert one.message.startswith(one.name), one.message
            outcomes[one.reason] += 1
        else:
            assert isinstance(one, Incoming)
            assert one.text.strip(), one.name
            assert "\r" not in one.text, one.name
            one.text.encode()
            outcomes["article"] += 1
    tally = gatherer.tally
    assert tally.files == 1
    assert tally.articles == outcomes["article"]
    assert sum(tally.refused.values()) == len(found) - tally.articles
    _accounted(path.read_bytes(), found, str(path), sum(tally.left_out.values()))
    return outcomes


def _accounted(data: bytes, found: list, name: str, left_out: int) -> None:
    """Check against the file itself that each of its parts ended as something."""
    whole = any(one.name == name for one in found)  # refused as a whole, or from somewhere on
    if whole:
        return
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = [info for info in archive.infolist() if not info.is_dir()]
        except Exception:
            return
        ended = {one.name.removeprefix(name)[1:] for one in found}
        for member in {info.filename for info in members if info.filename.isprintable()}:
            assert any(one.startswith(member) for one in ended), f"member {member} is lost"
    elif re.match(rb'\s*\{\s*"[^"\\]*"\s*:', data) and not name.endswith(".json"):
        lines = [line for line in data.split(b"\n") if line.strip()]
        if data[:1] == b"{" and data.count(b"\0") == 0:
            assert len(found) == len(lines), f"{len(lines)} lines and {len(found)} outcomes"


def memory() -> int:
    """Return what the process holds in MiB, 0 where that cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * 4096 // (1 << 20)


def run(first: int, number: int, folder: Path, say: Callable[[str], None] | None = None):
    """Take in ``number`` inputs and return what became of them, counted."""
    outcomes: Counter[str] = Counter()
    begin = most = 0
    slowest = (0.0, 0)
    for at in range(first, first + number):
        name, data = make(at)
        path = folder / name
        path.write_bytes(data)
        began = time.perf_counter()
        known = len(FAULTS)
        try:
            outcomes += check(path)
        except Exception as error:
            raise AssertionError(f"input {at} ({name}, {len(data)} bytes): {error!r}") from error
        finally:
            path.unlink()
        FAULTS[known:] = [f"input {at}: {message}" for message in FAULTS[known:]]
        slowest = max(slowest, (time.perf_counter() - began, at))
        assert slowest[0] < SLOWEST, f"input {at} took {slowest[0]:.0f} s"
        if at == first + min(100, number // 3):
            begin = memory()  # all modules are loaded, all rules made
        most = max(most, memory() - begin if begin else 0)
        assert most < MEMORY, f"input {at}: {most} MiB more than at the beginning"
        if say and (at - first + 1) % 500 == 0:
            say(f"{at - first + 1} inputs, {most} MiB more, slowest {slowest[0]:.1f} s "
                f"(input {slowest[1]}), {dict(outcomes.most_common())}")  # fmt: skip
    return outcomes


def _say(words: str) -> None:
    print(words, flush=True)


def main() -> int:
    """Run the full proof."""
    parser = argparse.ArgumentParser(prog="python -m tests.intake.fuzz", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(options.first, options.number, Path(folder), _say)
    print(f"{options.number} inputs: {dict(outcomes.most_common())}")
    for message in FAULTS[:20]:
        print(f"FAULT {message}")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
