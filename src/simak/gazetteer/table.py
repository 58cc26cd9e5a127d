"""The compiled table (``data/gazetteer.tsv.gz``, made by ``training/gazetteer.py``).

A line is a name: its folded key, then the place that bears it. The lines are sorted by key and
stay one block of bytes, in which a key is found by bisection and an identifier by a plain search:
loading costs one decompression, and nothing is parsed that is not asked for.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from simak.errors import LexiconError
from simak.gazetteer.place import Place
from simak.lexicon import SHIPPED

COLUMNS = ("key", "name", "authority", "id", "kind", "parent", "lat", "lon", "population")
FILE = "gazetteer.tsv.gz"


@lru_cache(maxsize=1)
def _block() -> bytes:
    """Return the lines, each with a line end before and behind it."""
    path = SHIPPED / FILE
    block = gzip.decompress(path.read_bytes())
    header, _, lines = block.partition(b"\n")
    if header.decode("utf-8").split("\t") != list(COLUMNS):
        raise LexiconError(path, 1, f"columns must be {list(COLUMNS)}")
    return b"\n" + lines


@lru_cache(maxsize=20_000)
def by_key(key: str) -> tuple[Place, ...]:
    """Return the places with a name of this folded key, in the order of the table."""
    block, wanted = _block(), key.encode("utf-8", "replace")
    low, high = 0, len(block) - 1
    while low < high:  # the first line whose key is not smaller begins behind low
        start = block.rfind(b"\n", low, (low + high) // 2 + 1)
        end = block.find(b"\n", start + 1)
        if block[start + 1 : block.find(b"\t", start)] < wanted:
            low = end
        else:
            high = start
    found, prefix = [], wanted + b"\t"
    while block.startswith(prefix, low + 1):
        end = block.find(b"\n", low + 1)
        found.append(_place(block[low + 1 : end]))
        low = end
    return tuple(found)


@lru_cache(maxsize=20_000)
def by_id(authority: str, code: str) -> Place | None:
    """Return the place with this identifier, or None."""
    block = _block()
    at = block.find(f"\t{authority}\t{code}\t".encode("utf-8", "replace"))
    if at < 0 or not code or "\t" in code:
        return None
    return _place(block[block.rfind(b"\n", 0, at) + 1 : block.find(b"\n", at)])


def _place(line: bytes) -> Place:
    _, name, authority, code, kind, parent, lat, lon, population = line.decode("utf-8").split("\t")
    if authority == "kemendagri":  # the code tells what lies around; the table does not repeat it
        parent = code.rpartition(".")[0].removesuffix(".00") or "ID"
    return Place(
        name,
        authority,
        code,
        kind,
        parent,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(population) if population else 0,
    )
