"""The full-text index: words as written and words by their roots.

"tangkap" finds "menangkap", "ditangkap" and "penangkapan": beside each text the store keeps the
same words reduced to their roots (:mod:`simak.root`), and both are indexed. SQLite has FTS5 for it,
PostgreSQL a ``tsvector`` in its configuration "simple" (its Indonesian stemmer turns "menangkap"
into "angkap").

What a user types is parsed here once and put into the words of either database::

    tangkap korupsi      both, in any form of the word
    "wali kota"          these words, in this order, as written
    demokra*             words that begin so
    -hoaks               not this
    banjir OR longsor    either
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast

from sqlalchemy import ColumnElement, Connection, Table, and_, func, literal_column, not_, or_, text

from simak.errors import StoreError
from simak.lexicon import Lexicon
from simak.root import RootFinder

#: The tables that are indexed: the columns with words as written; ``roots`` comes last.
WORDS = {"article": ("title", "text"), "statement": ("content",)}

_WORD = re.compile(r"[^\W_]+")
# An index row of PostgreSQL holds less than a megabyte.
_LONGEST = 600_000


def _ddl_sqlite(table: str, words: tuple[str, ...]) -> list[str]:
    """Return the statements for an index that follows ``table`` by triggers."""
    columns = (*words, "roots")
    names = ", ".join(columns)
    index = f"{table}_words"

    def values(row: str) -> str:
        return ", ".join(f"{row}.{column}" for column in columns)

    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {values('new')});"
    drop = (
        f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {values('old')});"
    )
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', "
        "content_rowid='seq', tokenize='unicode61 remove_diacritics 2', prefix='3')",
        f"CREATE TRIGGER {index}_add AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {index}_drop AFTER DELETE ON {table} BEGIN {drop} END",
        f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {table} BEGIN {drop} {add} END",
    ]


def _written(words: tuple[str, ...]) -> str:
    """Return the expression of the words as written, as its index on PostgreSQL has it."""
    joined = " || ' ' || ".join(f"coalesce({column}, '')" for column in words)
    return f"to_tsvector('simple', left({joined}, {_LONGEST}))"


_ROOTS = f"to_tsvector('simple', left(roots, {_LONGEST}))"


def make(connection: Connection) -> None:
    """Make the index; the tables are there."""
    for table, words in WORDS.items():
        if connection.dialect.name == "sqlite":
            for statement in _ddl_sqlite(table, words):
                connection.exec_driver_sql(statement)
        else:
            for name, expression in (("words", _written(words)), ("roots", _ROOTS)):
                connection.execute(
                    text(f"CREATE INDEX {table}_{name} ON {table} USING gin ({expression})")
                )


def owned(name: str) -> bool:
    """Whether a table or index of this name belongs to the full-text index."""
    return name.startswith(
        tuple(f"{table}_{part}" for table in WORDS for part in ("words", "root"))
    )


@cache
def _finder() -> RootFinder:
    return RootFinder(Lexicon())


def roots(words: str) -> str:
    """Return the words of a text by their roots, in small letters.

    >>> roots("Polisi menangkap dua orang.")
    'polisi tangkap dua orang'
    """
    find = _finder().root
    return " ".join(find(word) or word for word in map(str.lower, _WORD.findall(words)))


@dataclass(frozen=True)
class Term:
    """One word or phrase of a search."""

    words: tuple[str, ...]
    written: bool  # as written, else in any form of the word
    prefix: bool = False
    excluded: bool = False


# One term of a search: "-", then a phrase in quotation marks or a word, then "*".
_TERM = re.compile(r"(-?)(?:[\"“”]([^\"“”]*)[\"“”]|(\S+))")


def parse(asked: str) -> tuple[tuple[Term, ...], ...]:
    """Return a search as groups of terms: each group must hold, any of its terms will do.

    Raises StoreError for a search without a word to look for.

    >>> [[term.words for term in group] for group in parse('menangkap "wali kota"')]
    [[('menangkap',)], [('wali', 'kota')]]
    """
    groups: list[list[Term]] = []
    either = False
    for match in _TERM.finditer(asked):
        minus, phrase, word = match.groups()
        if word in ("OR", "ATAU"):
            either = bool(groups)
            continue
        if word in ("AND", "DAN"):
            continue
        words = tuple(map(str.lower, _WORD.findall(phrase if phrase is not None else word)))
        if not words:
            continue
        term = Term(
            words,
            # "sub-sektor" is two words to the index, and means both together
            written=phrase is not None or len(words) > 1,
            prefix=phrase is None and word.endswith("*"),
            excluded=bool(minus),
        )
        if either and not term.excluded and not groups[-1][0].excluded:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    if not any(not term.excluded for group in groups for term in group):
        raise StoreError(f"nothing to search for in {asked!r}; give at least one word")
    return tuple(map(tuple, groups))


def matches(connection: Connection, table: Table, asked: str) -> ColumnElement[bool]:
    """Return the condition that a row of ``table`` is found by the search ``asked``.

    Raises StoreError as :func:`parse` does.
    """
    groups = parse(asked)
    if connection.dialect.name == "sqlite":
        name = f"{table.name}_words"
        asked_for = text(
            f"{table.name}.seq IN (SELECT rowid FROM {name} WHERE {name} MATCH :{name})"
        ).bindparams(**{name: _fts5(table, groups)})
        return cast("ColumnElement[bool]", asked_for)
    return _joined(groups, lambda term: _tsquery(table, term))


def _fts5(table: Table, groups: tuple[tuple[Term, ...], ...]) -> str:
    """Return the search in the language of FTS5."""
    written = " ".join(WORDS[table.name])

    def one(term: Term) -> str:
        column, words = (written, term.words) if _as_written(term) else ("roots", _rooted(term))
        return f'({{{column}}} : "{" ".join(words)}"{"*" if term.prefix else ""})'

    wanted = " AND ".join(
        "(" + " OR ".join(map(one, group)) + ")" for group in groups if not group[0].excluded
    )
    for group in groups:
        if group[0].excluded:
            wanted = f"({wanted}) NOT {one(group[0])}"
    return wanted


def _tsquery(table: Table, term: Term) -> ColumnElement[bool]:
    """Return the condition of one term on PostgreSQL."""
    if _as_written(term):
        vector, words = _written(WORDS[table.name]), term.words
    else:
        vector, words = _ROOTS, _rooted(term)
    asked = " <-> ".join(f"'{word}'" for word in words) + (":*" if term.prefix else "")
    # The columns are of this table alone, whatever else is joined to it.
    for column in (*WORDS[table.name], "roots"):
        vector = re.sub(rf"\b{column}\b", f"{table.name}.{column}", vector)
    return literal_column(vector).op("@@", is_comparison=True)(func.to_tsquery("simple", asked))


def _joined(
    groups: tuple[tuple[Term, ...], ...], one: Callable[[Term], ColumnElement[bool]]
) -> ColumnElement[bool]:
    parts = [
        not_(one(group[0])) if group[0].excluded else or_(*map(one, group)) for group in groups
    ]
    return and_(*parts)


def _as_written(term: Term) -> bool:
    return term.written or term.prefix


def _rooted(term: Term) -> tuple[str, ...]:
    return tuple(roots(" ".join(term.words)).split())


def excerpt(given: str, asked: str, around: int = 90) -> str:
    """Return the part of a text where the first of the words asked for stands, in one line.

    >>> excerpt("Hujan turun di kota. Polisi menangkap dua orang di pasar.", "tangkap", 12)
    '… Polisi menangkap dua orang …'
    """
    terms = [term for group in parse(asked) for term in group if not term.excluded]
    wanted = {_finder().root(word) or word for term in terms for word in term.words}
    begins = tuple(term.words[0] for term in terms if term.prefix)
    start = end = 0
    for match in _WORD.finditer(given):
        word = match[0].lower()
        if (_finder().root(word) or word) in wanted or (begins and word.startswith(begins)):
            start, end = match.span()
            break
    left, right = max(0, start - around), min(len(given), end + around)
    # Whole words only.
    if left > 0:
        left = given.find(" ", left, start) + 1 or left
    if right < len(given):
        right = max(given.rfind(" ", end, right), end)
    words = " ".join(given[left:right].split())
    return f"{'… ' if left > 0 else ''}{words}{' …' if right < len(given) else ''}"
