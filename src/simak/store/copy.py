"""Copies: articles that tell the same in nearly the same words, found as they come in.

Outlets print what an agency sent with a new headline, a dateline of their own, some words changed
and the last paragraphs cut. Two texts are copies here if they share half of their word triples, or
if the shorter one stands almost whole in the longer. Candidates are found by MinHash signatures of
the whole text and of its beginning, kept in bands (locality-sensitive hashing), so that adding an
article looks at a handful of others however many there are. A page that was changed at the same
address is a copy too: it is one telling. Texts of a series, which come every day in the same words
with other numbers (prices, weather), are no copies.

Copies hang together in groups: if A is a copy of B and B of C, all three are one telling. The
groups do not depend on the order in which the articles came in.

Reference: Broder (1997), On the resemblance and containment of documents.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from rensa import RMinHash
from sqlalchemy import Connection, delete, func, insert, select, text, update

from simak.store import schema

SHARED = 0.5
"""Share of all word triples of two texts that copies have in common at least."""

CONTAINED = 0.7
"""Share of the word triples of the shorter text that stand in the longer, for an excerpt."""

SHORTEST = 30
"""Word triples of the shortest text that can be a near copy; below, only the same text is."""

# Texts with so many numbers are a series if fewer than this part of them is the same.
_FIGURES = 4
_SAME_FIGURES = 0.5

_WORD = re.compile(r"[^\W_]+")
_TRIPLE = 3
_ROWS = 4  # values of the signature that make a band
_SEED = 42
# (values of the signature, words from the beginning or all)
_SIGNATURES = ((128, None), (64, 120))
# Candidates that are compared word by word, those that share most bands first.
_COMPARED = 40
# A band that so many articles share is boilerplate ("Harga emas hari ini ...") and says nothing.
_CROWDED = 2_000


# One statement for all bands, always the same: each has its limit, and the database knows it by
# heart.
_HOLDERS = text(
    "SELECT article, count(*) AS bands FROM ("
    + " UNION ALL ".join(
        f"SELECT * FROM (SELECT article FROM band WHERE band = {number} AND hash = :hash{number} "
        f"ORDER BY article LIMIT {_CROWDED}) AS band{number}"
        for number in range(sum(size // _ROWS for size, _ in _SIGNATURES))
    )
    + ") AS held GROUP BY article"
)


def triples(text: str, words: int | None = None) -> list[str]:
    """Return the runs of three words of a text (of its first ``words``), in small letters."""
    found = _WORD.findall(text.lower())
    if words is not None:
        del found[words:]
    return [" ".join(found[at : at + _TRIPLE]) for at in range(len(found) - _TRIPLE + 1)]


def are_copies(one: str, other: str) -> bool:
    """Whether two texts tell the same in nearly the same words."""
    return _alike(set(triples(one)), set(triples(other)))


def _alike(one: set[str], other: set[str]) -> bool:
    fewer = min(len(one), len(other))
    if fewer < SHORTEST:
        return one == other and fewer > 0
    common = len(one & other)
    if common < SHARED * len(one | other) and common < CONTAINED * fewer:
        return False
    return not _in_series(one, other)


def _in_series(one: set[str], other: set[str]) -> bool:
    """Whether two texts have their words in common, but not their numbers.

    "Harga emas hari ini ...", the weather, the tables of a league come in the same words each day.
    """
    first, second = _numbers(one), _numbers(other)
    fewer = min(len(first), len(second))
    return fewer >= _FIGURES and len(first & second) < _SAME_FIGURES * fewer


def _numbers(triples: set[str]) -> set[str]:
    return {word for triple in triples for word in triple.split() if word[0].isdecimal()}


def bands(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bands of a text's signatures: (number, 64 bits)."""
    number = 0
    for size, words in _SIGNATURES:
        signature = RMinHash(num_perm=size, seed=_SEED)
        signature.update(triples(text, words))
        values = signature.digest()
        for at in range(0, size, _ROWS):
            yield number, _folded(values[at : at + _ROWS])
            number += 1


def _folded(values: list[int]) -> int:
    """Return four values of 32 bits as one signed number of 64 (FNV-1a)."""
    total = 0xCBF29CE484222325
    for byte in struct.pack(f">{len(values)}I", *values):
        total = (total ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return total - (1 << 64) if total >> 63 else total


def place(connection: Connection, seq: int, text: str, url: str | None) -> None:
    """Put a new article into the group of those that it is a copy of, or into one of its own."""
    article, band = schema.article, schema.band
    found = dict(bands(text)) if len(triples(text)) >= SHORTEST else {}
    groups = set(_same_address(connection, seq, url))
    groups.update(_same_words(connection, text, found))
    group = min(groups, default=seq)
    connection.execute(
        update(article)
        .where((article.c.seq == seq) | article.c.copy_of.in_(sorted(groups - {group})))
        .values(copy_of=group)
    )
    if found:
        connection.execute(delete(band).where(band.c.article == seq))
        connection.execute(
            insert(band),
            [{"band": number, "hash": value, "article": seq} for number, value in found.items()],
        )


def _same_address(connection: Connection, seq: int, url: str | None) -> list[int]:
    if not url:
        return []
    article = schema.article
    return list(
        connection.execute(
            select(article.c.copy_of).where(article.c.url == url, article.c.seq != seq).distinct()
        ).scalars()
    )


def _same_words(connection: Connection, text: str, found: dict[int, int]) -> Iterator[int]:
    """Yield the groups of the articles that are near copies of ``text``."""
    article = schema.article
    if not found:
        return
    shared = {
        row.article: row.bands
        for row in connection.execute(
            _HOLDERS, {f"hash{number}": value for number, value in found.items()}
        )
    }
    if not shared:
        return
    likely = sorted(shared, key=lambda seq: (-shared[seq], seq))[:_COMPARED]
    own = set(triples(text))
    for row in connection.execute(
        select(article.c.text, article.c.copy_of)
        .where(article.c.seq.in_(likely))
        .order_by(article.c.seq)
    ):
        if _alike(own, set(triples(row.text))):
            yield row.copy_of


def group_sizes(connection: Connection) -> dict[int, int]:
    """Return how many articles each group has that has more than one."""
    article = schema.article
    return {
        row.copy_of: row.size
        for row in connection.execute(
            select(article.c.copy_of, func.count().label("size"))
            .group_by(article.c.copy_of)
            .having(func.count() > 1)
        )
    }
